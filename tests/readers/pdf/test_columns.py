"""Text in columns: where they are found, and in which order they are read."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.document import Document
from briefgen.readers.layout.columns import regions_of
from briefgen.readers.layout.segments import Segment

from .printing import COLUMNS_STYLE, document_of, note, printed

SENTENCES = (
    "De samenwerking met de lidstaten wordt versterkt, zodat de interne markt beter werkt en de weerbaarheid toeneemt.",
    "Het vergroten van de strategische autonomie vraagt om keuzes die niet vrijblijvend zijn.",
    "Daarbij hoort een langdurige inzet op de bescherming van burgers tegen digitale dreigingen.",
    "In 2025 is hiervoor 3,5 miljard euro uitgetrokken, waarvan een derde deel voor onderzoek is bestemd.",
)
PARAGRAPHS = tuple(
    f"Alinea {number} gaat vooraf. " + " ".join(SENTENCES[(number + step) % 4] for step in range(4 + number % 3))
    for number in range(1, 25)
)
NOTE = "Rapport van de Algemene Rekenkamer, 2024."


@cache
def strategy() -> Document:
    chapters = []
    for chapter in range(3):
        own = PARAGRAPHS[8 * chapter : 8 * chapter + 8]
        text = "".join(f"<p>{paragraph}{note(NOTE) if index == 2 else ''}</p>" for index, paragraph in enumerate(own))
        title = f"<h1>{chapter + 1} Hoofdstuk over weerbaarheid</h1>"
        chapters.append(f'{title}<div class="columns"><h2>{chapter + 1}.1 Paragraaf</h2>{text}</div>')
    return document_of(printed("".join(chapters), COLUMNS_STYLE))


def test_columns_are_read_one_after_the_other() -> None:
    assert tuple(paragraph.text for paragraph in strategy().paragraphs) == PARAGRAPHS


def test_headings_over_all_columns_part_what_stands_above_and_below() -> None:
    headings = [(heading.level, heading.text) for heading in strategy().headings]
    assert headings == [
        pair
        for chapter in (1, 2, 3)
        for pair in ((1, f"{chapter} Hoofdstuk over weerbaarheid"), (2, f"{chapter}.1 Paragraaf"))
    ]


def test_notes_below_columns_are_found() -> None:
    assert [footnote.text for footnote in strategy().footnotes] == [NOTE] * 3
    assert all(footnote.paragraph for footnote in strategy().footnotes)


def test_the_running_head_is_furniture() -> None:
    assert "Strategie weerbaarheid 2026" in {item.text for item in strategy().furniture if item.kind == "running_head"}


def segment(left: float, right: float, baseline: float) -> Segment:
    return Segment("Woorden van een regel in een kolom", left, right, baseline, 10, False, False, 0, False, 20)


@pytest.mark.parametrize("count", [2, 3])
def test_lines_side_by_side_are_columns(count: int) -> None:
    width = 480 / count
    lines = [
        segment(60 + column * width, 45 + (column + 1) * width, 100 + 12 * row)
        for row in range(20)
        for column in range(count)
    ]
    regions = regions_of(lines, 60, 540)
    assert [len(region) for region in regions] == [20] * count
    assert [region[0].left for region in regions] == [60 + column * width for column in range(count)]


def test_short_cells_side_by_side_are_no_columns() -> None:
    cells = [
        Segment("2025", left, left + 30, 100 + 12 * row, 10, False, False, 0, False, 30)
        for row in range(20)
        for left in (60, 300)
    ]
    assert len(regions_of(cells, 60, 540)) == 1


places = st.tuples(st.floats(0, 500), st.floats(5, 300), st.floats(0, 800))


@given(st.lists(places, max_size=60))
def test_every_segment_is_in_one_region(found: list[tuple[float, float, float]]) -> None:
    segments = sorted(
        (segment(left, left + width, level) for left, width, level in found), key=lambda item: item.baseline
    )
    regions = regions_of(segments, 50, 550)
    assert sorted(map(id, segments)) == sorted(id(item) for region in regions for item in region)
