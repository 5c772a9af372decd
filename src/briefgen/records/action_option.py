"""Action options: what experts propose that the Netherlands or the EU could do."""

from __future__ import annotations

from .record import Record


class ActionOption(Record):
    """One option. `theme` is the number of the theme it stands under, as printed."""

    theme: int | None
