"""Positions on subjects over time: one band a subject, the counts where the dates of their sources are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from babel.dates import format_date

from ...dates import first_day, last_day
from ...messages import Language, message
from ...pack import Chart, Mark
from ..commission import Drawing
from .bands import Band, Sign, Tick, draw_bands

MARGIN = 52.0
"""Millimetres for the subjects."""

STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000)
"""Months between two lines of the scale: the smallest that makes few enough of them."""

MOST_TICKS = 7
SOME_DAY = date(2000, 1, 1)
"""For a scale without dates."""

YEAR = 12
"""Months: from here on a line of the scale stands at a year and needs no month."""


@dataclass(frozen=True, slots=True)
class _Scale:
    """A stretch of whole months, from the first day of one to the day before another."""

    first: date
    end: date

    def place(self, day: date, after: int = 0) -> float:
        """Where a day begins, or so many days later, between 0 and 1."""
        return (day - self.first + timedelta(after)) / (self.end - self.first)


def draw(chart: Chart, language: Language) -> Drawing:
    """The picture of positions over time.

    Args:
        chart: each mark with the date of a source, its subject, and how many positions that source takes on it.
        language: of the months.

    Raises:
        ValueError: a date is no partial ISO date or interval.
    """
    first = min((first_day(mark.x) for mark in chart.marks), default=SOME_DAY)
    last = max((last_day(mark.x) for mark in chart.marks), default=SOME_DAY)
    step = _step(first, last)
    scale = _scale(first, last, step)
    bands = [
        Band(subject, tuple(_sign(mark, scale) for mark in chart.marks if mark.y == subject))
        for subject in dict.fromkeys(mark.y for mark in chart.marks)
    ]
    note = message("positions-numbers", language)
    return draw_bands(bands, _ticks(scale, step, language), MARGIN, note, language)


def _step(first: date, last: date) -> int:
    """Months between two lines of the scale."""
    months = _month(last) - _month(first) + 1
    return next((step for step in STEPS if months / step <= MOST_TICKS), STEPS[-1])


def _scale(first: date, last: date, step: int) -> _Scale:
    """From the first date to the last one, out to the lines of the scale around them."""
    return _Scale(_first_of(_month(first) // step * step), _first_of((_month(last) // step + 1) * step))


def _sign(mark: Mark, scale: _Scale) -> Sign:
    first, last = first_day(mark.x), last_day(mark.x)
    return Sign(scale.place(first), scale.place(last, after=1), mark.label, exact=first == last)


def _ticks(scale: _Scale, step: int, language: Language) -> list[Tick]:
    pattern = "y" if step >= YEAR else "MMM y"
    first, last = _month(scale.first) // step, _month(scale.end) // step
    starts = [_first_of(number * step) for number in range(first, last + 1)]
    return [
        Tick(scale.place(start), scale.place(end), str(format_date(start, pattern, locale=language)))
        for start, end in pairwise(starts)
    ]


def _month(day: date) -> int:
    """A month as a number that goes on over the years, so that multiples of twelve are years."""
    return day.year * 12 + day.month - 1


def _first_of(month: int) -> date:
    """The first day of a month; the first or last day there is for one outside the calendar."""
    if month < _month(date.min):
        return date.min
    return date.max if month > _month(date.max) else date(month // 12, month % 12 + 1, 1)
