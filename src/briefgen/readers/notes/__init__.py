"""Conventions of notes, one module each: `recognises(lines)` says whether a text uses it, `find(lines)` applies it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from ..lines import Line
from . import bracketed, end_list, inline, page_bottom, parenthesised, raised, worded
from .model import Mark, Note, Notes

__all__ = ["STRATEGIES", "Mark", "Note", "Notes", "Strategy", "find_notes"]


class Strategy(NamedTuple):
    """One convention: whether a text uses it, and how its notes are found."""

    recognises: Callable[[Sequence[Line]], bool]
    find: Callable[[Sequence[Line]], Notes]


STRATEGIES: tuple[Strategy, ...] = (
    Strategy(inline.recognises, inline.find),
    Strategy(worded.recognises, worded.find),
    Strategy(parenthesised.recognises, parenthesised.find),
    Strategy(end_list.recognises, end_list.find),
    Strategy(bracketed.recognises, bracketed.find),
    Strategy(page_bottom.recognises, page_bottom.find),
    Strategy(raised.recognises, raised.find),
)
"""Asked in this order; a text may use several conventions (a report and its annex)."""


def find_notes(lines: Sequence[Line]) -> Notes:
    """Take all notes and marks out of the lines, by every convention that the text uses."""
    notes = Notes(tuple(lines))
    for strategy in STRATEGIES:
        if strategy.recognises(notes.lines):
            found = strategy.find(notes.lines)
            notes = Notes(
                found.lines, notes.notes + found.notes, notes.orphans + found.orphans, notes.claims + found.claims
            )
    return notes
