"""Partial ISO dates, and how people read them.

A date is as precise as its source: `2026`, `2026-Q3`, `2026-H1`, `2026-06`, `2026-06-12`.
"""

from __future__ import annotations

import re
from datetime import date

from .messages import Language, message

# A partial ISO date: a year, then nothing, a quarter, a half-year, a month, or a month and a day.
PARTIAL_DATE = re.compile(
    r"(?P<year>\d{4})(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?"
)


def is_partial_date(text: str) -> bool:
    """Whether `text` is a date of this form that exists in the calendar."""
    match = PARTIAL_DATE.fullmatch(text)
    if not match:
        return False
    try:
        date(int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))
    except ValueError:
        return False
    return True


def long_date(text: str, language: Language) -> str:
    """A partial ISO date in words: `27 januari 2026`, `maart 2026`, `derde kwartaal 2026`.

    Raises:
        ValueError: `text` is not a partial ISO date.
    """
    from babel.dates import format_date, format_skeleton

    match = PARTIAL_DATE.fullmatch(text)
    if not match:
        raise ValueError(f"not a partial ISO date: {text!r}")
    year = match["year"]
    if match["day"]:
        return format_date(date.fromisoformat(text), "d MMMM y", locale=language)
    if match["month"]:
        return str(format_skeleton("yMMMM", date(int(year), int(match["month"]), 1), locale=language))
    if match["quarter"]:
        return message(f"quarter-{match['quarter']}", language, year=year)
    if match["half"]:
        return message(f"half-{match['half']}", language, year=year)
    return year


def last_day(text: str) -> date:
    """The last day that a partial ISO date covers; for comparing deadlines with a day.

    Raises:
        ValueError: `text` is not a partial ISO date.
    """
    match = PARTIAL_DATE.fullmatch(text)
    if not match:
        raise ValueError(f"not a partial ISO date: {text!r}")
    if match["day"]:
        return date.fromisoformat(text)
    month = 12
    if match["month"]:
        month = int(match["month"])
    elif match["quarter"]:
        month = 3 * int(match["quarter"])
    elif match["half"]:
        month = 6 * int(match["half"])
    year = int(match["year"])
    return date.fromordinal(date(year + month // 12, month % 12 + 1, 1).toordinal() - 1)
