"""What an evaluation shows, and the file of floors that it may raise."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.evaluation import Floors
from briefgen.evaluation.measures import Agreement, Coverage, Figure, Share
from briefgen.manifest import OptionValue, Program, make
from briefgen.pipeline.measure import TAILORING, _built, _faults, with_floors
from briefgen.serialization import to_json

from .project import Told

FLOORS = """# Floors only go up.

[records.001]
positions = 0.9  # held to F1
figures = 0.8

[packs.P1]
ndcg20 = 0.5
"""


def test_raised_floors_keep_the_comments_and_the_order_of_the_file() -> None:
    raised = with_floors(FLOORS, {"records": {"001": {"positions": 0.95, "figures": 0.8}}, "packs": {}})
    assert raised == FLOORS.replace("0.9 ", "0.95 ")


def test_a_file_without_better_figures_stays_as_it_is() -> None:
    floors = Floors.model_validate({"records": {"001": {"positions": 0.9}}})
    assert with_floors(FLOORS, {"records": floors.records, "packs": {}}) == FLOORS


@pytest.mark.parametrize(
    ("figure", "faults"),
    [
        (
            Agreement(precision=0.5, recall=0.5, f1=0.5, predicted=2, gold=2, misses=("a",), false_finds=("b",)),
            [("missed", "a"), ("found-wrongly", "b")],
        ),
        (Coverage(recall=0.5, gold=2, misses=("a",)), [("missed", "a")]),
        (Share(value=0.5, misses=("a",)), [("missed", "a")]),
        (0.5, []),
    ],
)
def test_what_a_figure_lacks_is_named_with_its_text(figure: Figure, faults: list[tuple[str, str]]) -> None:
    assert list(_faults(figure)) == faults


@pytest.mark.parametrize(
    ("options", "measured"), [({"pack": "proef"}, True), *(({name: "x"}, False) for name in TAILORING)]
)
def test_a_pack_that_was_made_for_an_occasion_is_not_measured(
    options: dict[str, OptionValue], measured: bool, tmp_path: Path
) -> None:
    program = Program(name="briefgen", version="1", sha256="0" * 64)
    manifest = make(
        program=program, options=options, as_of="2026-06-01", sources=(), definitions={}, templates={}, outputs={}
    )
    folder = tmp_path / "proef"
    folder.mkdir()
    (folder / "manifest.json").write_bytes(to_json(manifest))
    (folder / "pack.json").write_text('{"schema": "briefgen/pack@1"}', "utf-8")
    told = Told()
    assert bool(list(_built(tmp_path, told))) == measured
    assert ("wordt niet gemeten" in told.text) != measured
