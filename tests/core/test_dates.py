"""Dates as precise as their source."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from briefgen.dates import first_day, is_date, last_day, long_date


@pytest.mark.parametrize(
    ("text", "first", "last", "dutch", "english"),
    [
        ("2026", "2026-01-01", "2026-12-31", "2026", "2026"),
        ("2026-Q3", "2026-07-01", "2026-09-30", "derde kwartaal 2026", "third quarter of 2026"),
        ("2026-H2", "2026-07-01", "2026-12-31", "tweede helft 2026", "second half of 2026"),
        ("2028-02", "2028-02-01", "2028-02-29", "februari 2028", "February 2028"),
        ("2026-01-27", "2026-01-27", "2026-01-27", "27 januari 2026", "27 January 2026"),
        (
            "2026-04-24/2026-06-12",
            "2026-04-24",
            "2026-06-12",
            "tussen 24 april en 12 juni 2026",
            "between 24 April and 12 June 2026",
        ),
        (
            "2025-12/2026-01-05",
            "2025-12-01",
            "2026-01-05",
            "tussen december 2025 en 5 januari 2026",
            "between December 2025 and 5 January 2026",
        ),
    ],
)
def test_a_date_knows_its_days_and_its_words(text: str, first: str, last: str, dutch: str, english: str) -> None:
    assert is_date(text)
    assert (first_day(text), last_day(text)) == (date.fromisoformat(first), date.fromisoformat(last))
    assert (long_date(text, "nl"), long_date(text, "en")) == (dutch, english)


@pytest.mark.parametrize("text", ["", "juni", "26-06", "2026-13", "2026-02-30", "2026-Q5", "2026/", "2026-06-1"])
def test_what_is_not_in_the_calendar_is_no_date(text: str) -> None:
    assert not is_date(text)


def test_dates_sort_as_text() -> None:
    dates = ["2025-04-17/2025-06", "2026-01-27", "2026-03", "2026-04-24", "2026-04-24/2026-06-12"]
    assert all(earlier < later for earlier, later in pairwise(dates))
