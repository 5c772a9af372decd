"""Remarks: what a party says in a written consultation without getting an answer of its own."""

from __future__ import annotations

from .record import Record


class Remark(Record):
    """An introduction or remark of a party."""

    fraction: str | None
