"""Positions: sentences in which somebody wants, supports, opposes, prioritises or commits effort."""

from __future__ import annotations

from typing import Literal

from .record import Record

Modality = Literal["wants", "supports", "opposes", "explores", "prescribes"]


class Position(Record):
    """What a holder wants of a policy.

    Attributes:
        holder: `kabinet`, a party, or the author or institute of a report.
        topics: ids of the taxonomy; the router fills them in.
    """

    holder: str
    modality: Modality
    topics: tuple[str, ...] = ()
