"""Notes in a numbered list at the end of the text, their marks glued to words: `handel.1` … `1. Kamerstuk …↩︎`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...provenance import MappedText
from ..claims import Claim
from ..joining import joined_lines
from ..lines import Line, without_lines
from .marks import SURE, Candidate, candidates, chosen
from .model import Mark, Note, Notes, Range, tied, without_ranges

# A body: a number with or without a full stop, then the text.
BODY = re.compile(r"(\d{1,3})[.)]?\s+(?=\S)")

# The arrow back to the text that a web page prints behind a note.
RETURN = re.compile(r"\s*[↩↑⏎]\s*$")

CONTINUATIONS = 4
"""The most lines of a note after its first."""

CALLED = 0.6
"""The least share of the entries with a mark in the text, where no arrow shows that the list holds notes."""


@dataclass(frozen=True, slots=True)
class _Entry:
    label: str
    first: int
    last: int


def recognises(lines: Sequence[Line]) -> bool:
    """Whether the text ends with a list from 1 that return arrows close or that marks in the text call."""
    entries = _entries(lines)
    if not entries:
        return False
    if any(RETURN.search(lines[entry.last].text.text) for entry in entries):
        return True
    called = {mark.label for mark in _marks(lines, entries) if mark.weight >= SURE}
    return len(entries) > 1 and len(called) >= CALLED * len(entries)


def find(lines: Sequence[Line]) -> Notes:
    """Take the list and the marks out of the lines."""
    entries = _entries(lines)
    ranges: dict[int, list[Range]] = {}
    marks: list[Mark] = []
    for found in _marks(lines, entries):
        ranges.setdefault(found.line, []).append((found.start, found.end))
        marks.append(Mark(found.label, lines[found.line].text.slice(found.start, found.end)))
    bodies: list[Note] = []
    claims = [Claim("mark", mark.text) for mark in marks]
    for entry in entries:
        text, signs = _body(lines[entry.first : entry.last + 1])
        bodies.append(Note(entry.label, text))
        claims += signs
    notes, orphans = tied(bodies, marks)
    listed = set(range(entries[0].first, entries[-1].last + 1))
    return Notes(without_lines(without_ranges(lines, ranges), listed), notes, orphans, tuple(claims))


def _entries(lines: Sequence[Line]) -> list[_Entry]:
    """The numbered list that closes the text, from 1 up; empty when there is none."""
    entries: list[_Entry] = []
    last = len(lines) - 1
    expected: int | None = None
    for index in range(len(lines) - 1, -1, -1):
        match = BODY.match(lines[index].text.text)
        if match and expected in (None, int(match[1])):
            entries.append(_Entry(match[1], index, last))
            last, expected = index - 1, int(match[1]) - 1
            if expected == 0:
                return entries[::-1]
        elif last - index >= CONTINUATIONS:
            break
    return []


def _marks(lines: Sequence[Line], entries: Sequence[_Entry]) -> list[Candidate]:
    labels = [entry.label for entry in entries]
    return chosen(labels, candidates(lines[: entries[0].first], frozenset(labels)))


def _body(lines: Sequence[Line]) -> tuple[MappedText, list[Claim]]:
    """The text of a note, and its number and arrow."""
    match = BODY.match(lines[0].text.text)
    width = match.end() if match else 0
    claims = [Claim("label", lines[0].text.slice(0, width))]
    text = joined_lines(lines).slice(width)
    arrow = RETURN.search(text.text)
    if arrow:
        claims.append(Claim("markup", text.slice(arrow.start())))
        text = text.slice(0, arrow.start())
    return text.collapsed(), claims
