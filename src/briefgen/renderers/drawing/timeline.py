"""A timeline of days and periods: one band a year, so that a full year and an empty decade both stay legible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from babel.dates import format_date

from ...dates import first_day, last_day
from ...messages import Language, message
from ...pack import Chart, Mark
from ..commission import Drawing
from .bands import Band, Sign, Tick, draw_bands

MOST_BANDS = 10
"""The last of them holds all years that are left."""

MARGIN = 19.0
"""Millimetres for the years."""


@dataclass(frozen=True, slots=True)
class _Years:
    """One year, or several that share a band.

    Attributes:
        first, last: the first day of the first year and the last day of the last one.
    """

    first: date
    last: date

    @property
    def title(self) -> str:
        """The year, or the first and the last one."""
        return f"{self.first:%Y}" if self.is_one else f"{self.first:%Y}–{self.last:%Y}"

    @property
    def is_one(self) -> bool:
        """Whether it is one year."""
        return self.first.year == self.last.year

    def place(self, day: date) -> float:
        """Where a day begins, between 0 and 1."""
        return (day - self.first) / (self.last - self.first + timedelta(1))


def draw(chart: Chart, language: Language) -> Drawing:
    """The picture of a timeline.

    Args:
        chart: each mark with a date and with the number of its row in the table.
        language: of the months.

    Raises:
        ValueError: a date is no partial ISO date or interval.
    """
    bands = [
        Band(years.title, tuple(sign for mark in chart.marks for sign in _signs(mark, years)), ruled=years.is_one)
        for years in _bands(chart.marks)
    ]
    return draw_bands(bands, _months(language), MARGIN, message("timeline-numbers", language), language)


def _bands(marks: Sequence[Mark]) -> list[_Years]:
    """The years in which a date begins or ends; what is too much goes into the last band together."""
    years = sorted({day(mark.x).year for mark in marks for day in (first_day, last_day)})
    alone, rest = (years, []) if len(years) <= MOST_BANDS else (years[: MOST_BANDS - 1], years[MOST_BANDS - 1 :])
    bands = [_Years(date(year, 1, 1), date(year, 12, 31)) for year in alone]
    return [*bands, _Years(date(rest[0], 1, 1), date(rest[-1], 12, 31))] if rest else bands


def _signs(mark: Mark, years: _Years) -> list[Sign]:
    """The sign of a mark on a band: none where it does not touch it, only the part that does."""
    first, last = first_day(mark.x), last_day(mark.x)
    if last < years.first or first > years.last:
        return []
    start = years.place(max(first, years.first))
    end = years.place(min(last, years.last)) + years.place(years.first + timedelta(1))
    return [Sign(start, min(end, 1.0), mark.label, exact=first == last)]


def _months(language: Language) -> list[Tick]:
    """The months of a year; every year is set as one of 365 days, a day being less than a line is wide."""
    year = _Years(date(2026, 1, 1), date(2026, 12, 31))
    starts = [date(2026, month, 1) for month in range(1, 13)]
    ends = [*starts[1:], date(2027, 1, 1)]
    return [
        Tick(year.place(start), year.place(end), str(format_date(start, "LLL", locale=language)).rstrip("."))
        for start, end in zip(starts, ends, strict=True)
    ]
