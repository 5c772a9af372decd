"""The gate under which no figure may fall."""

import tomllib
from pathlib import Path

from briefgen.evaluation import Figures, Floors, below_floors, raised_floors
from briefgen.evaluation.measures import agreement

FIGURES: dict[str, Figures] = {
    "001": {"positions": agreement(9, 10, 9, 10), "qa_found": 1.0, "boilerplate_leaks_count": 2, "metadata_wrong": ()}
}


def test_a_figure_under_its_floor_is_named_with_what_it_reached() -> None:
    (shortfall,) = below_floors(FIGURES, {"001": {"positions": 0.95, "qa_found": 1.0}})
    assert (shortfall.subject, shortfall.measure, shortfall.reached) == ("001", "positions", 0.9)


def test_a_count_of_faults_may_not_exceed_its_floor() -> None:
    assert not below_floors(FIGURES, {"001": {"boilerplate_leaks_count": 2}})
    assert below_floors(FIGURES, {"001": {"boilerplate_leaks_count": 1}})


def test_a_floor_without_a_figure_is_a_shortfall() -> None:
    shortfalls = below_floors(FIGURES, {"001": {"remarks": 0.5}, "003": {"qa_found": 0.0}})
    assert [shortfall.reached for shortfall in shortfalls] == [None, None]


def test_floors_go_up_and_never_down() -> None:
    floors = {"001": {"positions": 0.95, "qa_found": 0.8, "boilerplate_leaks_count": 3, "remarks": 0.5}}
    raised = raised_floors(FIGURES, floors)
    assert raised == {"001": {"positions": 0.95, "qa_found": 1.0, "boilerplate_leaks_count": 2, "remarks": 0.5}}


def test_the_file_of_floors_is_valid() -> None:
    file = Path(__file__).parents[1] / "gold" / "floors.toml"
    assert Floors.model_validate(tomllib.loads(file.read_text("utf-8"))).records
