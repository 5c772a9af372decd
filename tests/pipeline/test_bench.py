"""Measuring: figures for every stage, and larger packs made from a real one."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.pipeline import bench
from briefgen.pipeline.bench import FORMATS, SIZES, Figure, grown, measure_speed
from briefgen.renderers.presenting import present

from ..renderers.sample import commission, labels, pack
from .project import Told


@pytest.mark.parametrize("count", [1, 45, 300])
def test_a_grown_pack_has_so_many_citations_and_can_be_presented(count: int) -> None:
    larger = grown(pack(), count)
    assert len(larger.citations) == count
    assert [citation.number for citation in larger.citations] == list(range(1, count + 1))
    items = [item for section in larger.sections for item in section.items]
    assert [larger.citation_by_key[item.citations[0]].cited_by for item in items] == [(item.id,) for item in items]
    assert present(larger, labels()).title == pack().title


def test_every_stage_has_its_row(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[object, ...]] = []

    def here(stage: object, _root: Path, *arguments: object) -> list[Figure]:
        asked.append((getattr(stage, "__name__", ""), *arguments))
        return [Figure("stage", "x", 300, 2.5, 1.5, 100.0)]

    monkeypatch.setattr(bench, "_apart", here)
    told = Told("en")
    measure_speed(project, tmp_path / "bench.json", told)
    assert asked == [
        ("_source_figures", "interne-markt-2026"),
        ("_selection_figures",),
        *(("_rendering_figures", suffix, count) for suffix in FORMATS for count in (0, *SIZES)),
    ]
    assert told.lines[0] == "stage | of | kB/citations | seconds | of processor | processor ms each | MB"
    assert told.lines[1] == "stage | x | 300 | 2.50 | 1.50 | 5.0 | 100"
    assert '"schema": "briefgen/bench@1"' in (tmp_path / "bench.json").read_text("utf-8")


def test_a_source_is_measured(project: Path) -> None:
    reading, records = bench._source_figures(project, "interne-markt-2026")
    assert (reading.stage, records.stage) == ("reading", "records")
    assert reading.seconds > 0 < reading.processor
    assert records.megabytes is None or records.megabytes > 10


def test_rendering_is_measured_by_clock_and_by_processor() -> None:
    (figure,) = bench._rendered(commission(), "html")
    assert (figure.stage, figure.size) == ("html", len(pack().citations))
    assert figure.seconds > 0 < figure.processor
