"""The pictures of the built pack: in its files as they were described, and telling no more than the pack does."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

from briefgen.pack import Chart, Pack

TEMPLATE = Path(__file__).parents[2] / "templates" / "brief.docx"

NUMBER = re.compile(r"\d+")


def charts(pack: Pack) -> list[Chart]:
    return [chart for section in pack.sections for chart in section.charts]


def test_the_pack_has_all_three_pictures(pack: Pack) -> None:
    assert [chart.kind for chart in charts(pack)] == ["timeline", "coverage", "positions"]


def test_a_picture_has_as_many_cells_in_each_row_as_its_table_has_columns(pack: Pack) -> None:
    assert all(len(row) == len(chart.head) for chart in charts(pack) for row in chart.rows)


def test_the_words_of_a_picture_name_its_number_of_rows(pack: Pack) -> None:
    timeline, _, positions = charts(pack)
    for chart in (timeline, positions):
        assert str(len(chart.rows)) in NUMBER.findall(chart.alt)


def test_no_cell_of_a_coverage_counts_more_than_is_cited_of_its_source(pack: Pack) -> None:
    _, coverage, _ = charts(pack)
    cited = {note.label: note.cited for note in pack.sources}
    assert all(mark.value is not None and mark.value <= cited[mark.x] for mark in coverage.marks)


def test_the_word_file_holds_each_picture_in_both_formats(built: Path, pack: Pack) -> None:
    with ZipFile(TEMPLATE) as template, ZipFile(built / "presidency-2029.docx") as file:
        drawn = {*file.namelist()} - {*template.namelist()}  # the template has a picture of its own on the cover
    suffixes = [Path(name).suffix for name in drawn if name.startswith("word/media/")]
    assert suffixes.count(".svg") == suffixes.count(".png") == len(charts(pack))
