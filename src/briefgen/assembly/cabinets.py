"""Which cabinet governed on a day, from `data/cabinets.toml`."""

from __future__ import annotations

import datetime

from ..dates import first_day, last_day
from ..lexicon import lexicon
from ..model import Model


class Cabinet(Model):
    """A cabinet and the day on which it was sworn in."""

    name: str
    since: datetime.date


class Cabinets(Model):
    """The cabinets of `cabinets.toml`, the first one first."""

    cabinets: tuple[Cabinet, ...]


def cabinet_on(day: datetime.date) -> Cabinet | None:
    """The cabinet of a day; none for a day before all that are known."""
    known: Cabinets = lexicon("cabinets", Cabinets)
    return next((cabinet for cabinet in reversed(known.cabinets) if cabinet.since <= day), None)


def cabinet_of(date: str | None) -> str | None:
    """The name of the cabinet that wrote on a date; none when the date is unknown or lies in the days of two.

    Args:
        date: as precise as known, or an interval.
    """
    if date is None:
        return None
    first, last = cabinet_on(first_day(date)), cabinet_on(last_day(date))
    return first.name if first is not None and first == last else None
