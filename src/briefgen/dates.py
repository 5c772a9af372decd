"""Dates as precise as their source, and how people read them.

A date is a partial ISO date (`2026`, `2026-Q3`, `2026-H1`, `2026-06`, `2026-06-12`) or, when a document only lets one
infer between which days it was written, an interval of two of them (`2026-04-24/2026-06-12`, ISO 8601-1, 5.5). Dates of
this form sort as text.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from .messages import Language, message

# A partial ISO date: a year, then nothing, a quarter, a half-year, a month, or a month and a day.
PARTIAL_DATE = re.compile(
    r"(?P<year>\d{4})(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?"
)


def is_date(text: str) -> bool:
    """Whether `text` is a date or an interval of this form that exists in the calendar."""
    try:
        return all(_first_day(part) <= last_day(part) for part in text.split("/", 1))
    except ValueError:
        return False


def first_day(text: str) -> date:
    """The first day that a date or interval covers.

    Raises:
        ValueError: `text` is not a date of this form.
    """
    return _first_day(text.split("/", 1)[0])


def last_day(text: str) -> date:
    """The last day that a date or interval covers; for comparing deadlines with a day.

    Raises:
        ValueError: `text` is not a date of this form.
    """
    last = text.split("/", 1)[-1]
    match = _match(last)
    if match["day"]:
        return date.fromisoformat(last)
    month = int(match["month"] or 3 * int(match["quarter"] or 0) or 6 * int(match["half"] or 0) or 12)
    return date(int(match["year"]) + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def long_date(text: str, language: Language) -> str:
    """A date in words: `27 januari 2026`, `maart 2026`, `derde kwartaal 2026`, `tussen 24 april en 12 juni 2026`.

    Raises:
        ValueError: `text` is not a date of this form.
    """
    start, separator, end = text.partition("/")
    if not separator:
        return _in_words(start, language)
    first, last = _in_words(start, language), _in_words(end, language)
    year = f" {start[:4]}"
    if start[:4] == end[:4]:
        first = first.removesuffix(year)
    return message("between-dates", language, first=first, last=last)


def _match(text: str) -> re.Match[str]:
    match = PARTIAL_DATE.fullmatch(text)
    if not match:
        raise ValueError(f"not a partial ISO date: {text!r}")
    return match


def _first_day(text: str) -> date:
    match = _match(text)
    if match["quarter"]:
        return date(int(match["year"]), 3 * int(match["quarter"]) - 2, 1)
    if match["half"]:
        return date(int(match["year"]), 6 * int(match["half"]) - 5, 1)
    return date(int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))


def _in_words(text: str, language: Language) -> str:
    from babel.dates import format_date  # takes 30 ms to load, and most commands print no date

    match = _match(text)
    if match["quarter"]:
        return message(f"quarter-{match['quarter']}", language, year=match["year"])
    if match["half"]:
        return message(f"half-{match['half']}", language, year=match["year"])
    pattern = "d MMMM y" if match["day"] else "MMMM y" if match["month"] else "y"
    return str(format_date(_first_day(text), pattern, locale=language))
