"""Key dates: a calendar date with the event that falls on it."""

from __future__ import annotations

from .record import Record


class KeyDate(Record):
    """A date as printed and as an ISO date, and what happens then."""

    date_text: str
    date: str | None
    event: str
