"""Notes of written questions, their label with a closing bracket: `… gedrag2)` and, at the end, `2) Kamerstuk …`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..claims import Claim
from ..joining import OPEN_ADDRESS, joined_lines, starts_inside_sentence
from ..lines import Line, without_lines
from .model import Mark, Note, Notes, Range, tied, with_separators, without_ranges

# A body: number and bracket, or number and full stop, at the start of a line, then the text.
BODY = re.compile(r"(\d{1,2})(?:\)\s*|\.\s+)(?=\S)")

# A mark: number and bracket behind a character, perhaps after a space; not the end of `(zie vraag 1)`.
MARK = re.compile(r"(?<=[^\s(\d,.–-])\s?(?<!\d)(\d{1,2})\)")

# What brackets hold, their own signs included.
ENCLOSED = re.compile(r"\([^()]*\)")

CONTINUATIONS = 4
"""The most lines of a note after its first."""


def recognises(lines: Sequence[Line]) -> bool:
    """Whether the text ends with notes from 1, each called once in the text above them."""
    entries = _entries(lines)
    if not entries:
        return False
    called = [label for line in lines[: entries[0][1]] for label, _ in _marks(line)]
    return sorted(called, key=int) == [label for label, _, _ in entries]


def find(lines: Sequence[Line]) -> Notes:
    """Take the marks and the notes out of the lines."""
    entries = _entries(lines)
    ranges: dict[int, list[Range]] = {}
    marks: list[Mark] = []
    for index, line in enumerate(lines[: entries[0][1]]):
        for label, span in _marks(line):
            ranges.setdefault(index, []).append(span)
            marks.append(Mark(label, line.text.slice(*span)))
    bodies: list[Note] = []
    claims = [*(Claim("mark", mark.text) for mark in marks), *with_separators(lines, ranges)]
    for label, first, last in entries:
        text = joined_lines(lines[first : last + 1])
        width = len(text.text) - len(BODY.sub("", text.text, count=1))
        claims.append(Claim("label", text.slice(0, width)))
        bodies.append(Note(label, text.slice(width).collapsed()))
    notes, orphans = tied(bodies, marks)
    listed = set(range(entries[0][1], len(lines)))
    return Notes(without_lines(without_ranges(lines, ranges), listed), notes, orphans, tuple(claims))


def _entries(lines: Sequence[Line]) -> list[tuple[str, int, int]]:
    """Label, first and last line of each note that closes the text, from 1 up; empty when there are none."""
    entries: list[tuple[str, int, int]] = []
    last = len(lines) - 1
    for index in range(len(lines) - 1, -1, -1):
        match = BODY.match(lines[index].text.text)
        if match and (not entries or int(match[1]) == int(entries[-1][0]) - 1):
            entries.append((match[1], index, last))
            last = index - 1
            if match[1] == "1":
                return entries[::-1]
        elif last - index >= CONTINUATIONS or not _goes_on(lines, index):
            break
    return []


def _goes_on(lines: Sequence[Line], index: int) -> bool:
    """Whether the line at `index` may be a further line of a note."""
    before = lines[index - 1].text.text if index else ""
    return starts_inside_sentence(lines[index].text.text) or bool(OPEN_ADDRESS.search(before))


def _marks(line: Line) -> list[tuple[str, Range]]:
    """The marks in a line, label and range; numbers that close a bracket are none."""
    text = line.text.text
    enclosed = [match.span() for match in ENCLOSED.finditer(text)]
    return [
        (match[1], match.span())
        for match in MARK.finditer(text)
        if not any(start < match.end() <= end for start, end in enclosed)
    ]
