"""Figures: numbers that quantify something."""

from __future__ import annotations

from .record import Record


class Figure(Record):
    """A number as printed, its value and its unit."""

    value_text: str
    value: float | None
    unit: str | None
