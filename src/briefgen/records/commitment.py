"""Commitments: promises to inform, publish, deliver or decide."""

from __future__ import annotations

from typing import Literal

from .record import Record

DeadlineBound = Literal["before", "by", "in"]


class Commitment(Record):
    """A promise, with its deadline as printed and as an ISO date as precise as the text allows.

    Attributes:
        deadline_bound: how to read `deadline` (`before` the date, `by` its end, `in` the period).
        status: on the date of the extraction; `fulfilled_by` is the key `SOURCE:PARAGRAPH` that fulfils it.
    """

    deadline_text: str | None = None
    deadline: str | None = None
    deadline_bound: DeadlineBound | None = None
    addressee: str | None = None
    status: Literal["open", "fulfilled"] = "open"
    fulfilled_by: str | None = None
