"""Notes in a numbered list at the end of the text, their marks glued to words: `handel.1` … `1. Kamerstuk …↩︎`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...provenance import MappedText
from ..claims import Claim
from ..joining import OPEN_ADDRESS, ends_unfinished, joined_lines, starts_inside_sentence
from ..lines import Layout, Line, layout_of, without_lines
from .marks import SURE, Candidate, candidates, chosen
from .model import Mark, Note, Notes, Range, tied, with_separators, without_ranges

# A body: a number with or without a full stop, then the text.
BODY = re.compile(r"(\d{1,3})[.)]?\s+(?=\S)")

# A body whose number a converter lost: a bullet, or nothing, then the text.
UNNUMBERED = re.compile(r"(?:[-–*•]\s+)?(?=\S)")

# The arrow back to the text that a web page prints behind a note.
RETURN = re.compile(r"(?<!\s)\s*[↩↑⏎]\s*$")

CONTINUATIONS = 4
"""The most lines of a note after its first."""

CALLED = 0.6
"""The least share of the entries with a mark in the text, where no arrow shows that the list holds notes."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A note: its label, the width of the label as printed, its first and its last line."""

    label: str
    width: int
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
    claims = [*(Claim("mark", mark.text) for mark in marks), *with_separators(lines, ranges)]
    for entry in entries:
        text, signs = _body(lines[entry.first : entry.last + 1], entry.width)
        bodies.append(Note(entry.label, text))
        claims += signs
    notes, orphans = tied(bodies, marks)
    listed = set(range(entries[0].first, entries[-1].last + 1))
    return Notes(without_lines(without_ranges(lines, ranges), listed), notes, orphans, tuple(claims))


def _entries(lines: Sequence[Line]) -> list[_Entry]:
    """The list that closes the text, from 1 up, numbered or of lines that return arrows close; empty when none does."""
    return _numbered(lines) or _arrowed(lines)


def _numbered(lines: Sequence[Line]) -> list[_Entry]:
    layout = layout_of(lines)
    entries: list[_Entry] = []
    last = len(lines) - 1
    expected: int | None = None
    for index in range(len(lines) - 1, -1, -1):
        match = BODY.match(lines[index].text.text)
        if match and expected in (None, int(match[1])):
            entries.append(_Entry(match[1], match.end(), index, last))
            last, expected = index - 1, int(match[1]) - 1
            if expected == 0:
                return entries[::-1]
        elif last - index >= CONTINUATIONS or not _goes_on(lines, layout, index):
            break
    return []


def _goes_on(lines: Sequence[Line], layout: Layout, index: int) -> bool:
    """Whether the line at `index` may be a further line of a note: the one before is full, or this is its arrow's."""
    text, before = lines[index].text.text, lines[index - 1].text.text if index else ""
    return bool(
        index
        and (
            RETURN.search(text)
            or starts_inside_sentence(text)
            or ends_unfinished(before)
            or OPEN_ADDRESS.search(before)
            or layout.is_full(lines[index - 1], len(text.split()[0]))
        )
    )


def _arrowed(lines: Sequence[Line]) -> list[_Entry]:
    """The lines at the end of a text that return arrows close, numbered in their order."""
    first = len(lines)
    while first and RETURN.search(lines[first - 1].text.text):
        first -= 1
    starts = enumerate(range(first, len(lines)), start=1)
    widths = ((str(number), index, UNNUMBERED.match(lines[index].text.text)) for number, index in starts)
    return [_Entry(label, match.end(), index, index) for label, index, match in widths if match]


def _marks(lines: Sequence[Line], entries: Sequence[_Entry]) -> list[Candidate]:
    labels = [entry.label for entry in entries]
    return chosen(labels, candidates(lines[: entries[0].first], frozenset(labels)))


def _body(lines: Sequence[Line], width: int) -> tuple[MappedText, list[Claim]]:
    """The text of a note, and its number and arrow."""
    claims = [Claim("label", lines[0].text.slice(0, width))]
    text = joined_lines(lines).slice(width)
    arrow = RETURN.search(text.text)
    if arrow:
        claims.append(Claim("markup", text.slice(arrow.start())))
        text = text.slice(0, arrow.start())
    return text.collapsed(), claims
