"""Open questions: what a report asks and does not answer."""

from __future__ import annotations

from .record import Record


class OpenQuestion(Record):
    """One question. `theme` is the number of the theme it stands under, as printed."""

    theme: int | None
