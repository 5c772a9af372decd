"""The gate: floors that the figures of an evaluation may not fall under, and that only go up."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from ..model import Model
from .measures import Figures, headline

COUNT = "_count"
"""The end of the name of a measure that counts faults: its floor is a ceiling."""

FloorsBySubject = dict[str, dict[str, float]]
"""Floors by subject (what a source or a pack goes by), then by measure."""


class Floors(Model):
    """The file of floors (`tests/gold/floors.toml`): one table a source, one a pack."""

    records: FloorsBySubject = Field(default_factory=dict)
    packs: FloorsBySubject = Field(default_factory=dict)


class Shortfall(Model):
    """A figure under its floor; `reached` is `None` when it was not measured."""

    subject: str
    measure: str
    floor: float
    reached: float | None


def below_floors(figures: Mapping[str, Figures], floors: FloorsBySubject) -> tuple[Shortfall, ...]:
    """The figures that do not reach their floor, in the order of the floors.

    Args:
        figures: as `score_records` or `score_packs` returns them.
        floors: of the same subjects; a measure without a floor is free.
    """
    return tuple(
        Shortfall(subject=subject, measure=measure, floor=floor, reached=reached)
        for subject, measures in floors.items()
        for measure, floor in measures.items()
        if not _holds(measure, reached := headline(figures.get(subject, {}).get(measure)), floor)
    )


def raised_floors(figures: Mapping[str, Figures], floors: FloorsBySubject) -> FloorsBySubject:
    """The floors, raised to the figures where these are better; none is lowered, and none is added."""
    return {
        subject: {
            measure: reached
            if (reached := headline(figures.get(subject, {}).get(measure))) is not None
            and _holds(measure, reached, floor)
            else floor
            for measure, floor in measures.items()
        }
        for subject, measures in floors.items()
    }


def _holds(measure: str, reached: float | None, floor: float) -> bool:
    if reached is None:
        return False
    return reached <= floor if measure.endswith(COUNT) else reached >= floor
