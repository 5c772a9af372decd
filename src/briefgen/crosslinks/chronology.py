"""Which source is the earlier one, by the days on which it may have been written."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from operator import itemgetter

from ..dates import first_day, is_date, last_day
from ..extraction import Extraction


def by_date(extractions: Iterable[Extraction]) -> list[list[Extraction]]:
    """The sources by date, the oldest first, those of one date together; those without a date are left out."""
    dated = [(written, one) for one in extractions if (written := _written(one)) is not None]
    ordered = sorted(dated, key=itemgetter(0))
    return [[one for _, one in group] for _, group in groupby(ordered, key=itemgetter(0))]


def _written(extraction: Extraction) -> tuple[date, date] | None:
    """The first and the last day on which a source may have been written."""
    written = extraction.document.date
    return (first_day(written), last_day(written)) if written and is_date(written) else None
