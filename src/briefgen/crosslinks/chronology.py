"""Which source is the earlier one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..dates import first_day, is_date, last_day
from ..extraction import Extraction


def earlier_than(extraction: Extraction, others: Sequence[Extraction]) -> list[Extraction]:
    """The sources that are older than one of them, the oldest first; none when its date is unknown."""
    own = _written(extraction)
    if own is None:
        return []
    dated = [(written, other) for other in others if (written := _written(other)) is not None and written < own]
    return [other for _, other in sorted(dated, key=lambda pair: pair[0])]


def _written(extraction: Extraction) -> tuple[date, date] | None:
    """The first and the last day on which a source may have been written."""
    written = extraction.document.date
    return (first_day(written), last_day(written)) if written and is_date(written) else None
