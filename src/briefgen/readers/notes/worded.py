"""Notes that the site of the official papers lists below a paper, each under the word: `Noot 3`, `X Noot` / `3`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..claims import Claim
from ..joining import ends_unfinished, joined_lines
from ..lines import Line, layout_of, without_lines
from .marks import candidates, chosen
from .model import Mark, Note, Notes, Range, tied, with_separators, without_ranges

# The word above a note, the sign that closes it on the page, and the number, which may stand on the next line.
LABEL = re.compile(r"(?:X\s+)?Noot(?:\s+(?P<label>\d{1,3}))?", re.I)

# The number on a line of its own, perhaps raised.
LONE_NUMBER = re.compile(r"\^?(\d{1,3})\^?")

MOST_LINES = 12
"""The most lines of the last note."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A note: its label, the line of the word, and the first and last line of its text."""

    label: str
    word: int
    first: int
    last: int


def recognises(lines: Sequence[Line]) -> bool:
    """Whether a line is the word of a note, with a number."""
    return any(_label(lines, index) for index, line in enumerate(lines) if LABEL.fullmatch(line.text.text))


def find(lines: Sequence[Line]) -> Notes:
    """Take the notes and their marks out of the lines."""
    entries = _entries(lines)
    labels = [entry.label for entry in entries]
    marks: list[Mark] = []
    ranges: dict[int, list[Range]] = {}
    for found in chosen(labels, candidates(lines[: entries[0].word], frozenset(labels))):
        ranges.setdefault(found.line, []).append((found.start, found.end))
        marks.append(Mark(found.label, lines[found.line].text.slice(found.start, found.end)))
    claims = [*(Claim("mark", mark.text) for mark in marks), *with_separators(lines, ranges)]
    claims += [Claim("label", lines[index].text) for entry in entries for index in range(entry.word, entry.first)]
    bodies = [Note(entry.label, joined_lines(lines[entry.first : entry.last + 1]).collapsed()) for entry in entries]
    notes, orphans = tied(bodies, marks)
    taken = {index for entry in entries for index in range(entry.word, entry.last + 1)}
    return Notes(without_lines(without_ranges(lines, ranges), taken), notes, orphans, tuple(claims))


def _label(lines: Sequence[Line], index: int) -> tuple[str, int] | None:
    """The label of the note whose word stands at `index`, and the first line of its text."""
    match = LABEL.fullmatch(lines[index].text.text)
    if match is None:
        return None
    first = index + 1 if match["label"] else index + 2
    if first >= len(lines) or LABEL.fullmatch(lines[first].text.text):
        return None
    number = LONE_NUMBER.fullmatch(lines[index + 1].text.text)
    label = match["label"] or (number[1] if number else None)
    return (label, first) if label else None


def _entries(lines: Sequence[Line]) -> list[_Entry]:
    """The notes in reading order; all lines up to the next word belong to a note, of the last one a paragraph."""
    starts = [(index, start) for index in range(len(lines)) if (start := _label(lines, index))]
    ends = [word - 1 for word, _ in starts[1:]] + [_last_line(lines, first) for _, (_, first) in starts[-1:]]
    return [
        _Entry(label, word, first, max(first, last)) for (word, (label, first)), last in zip(starts, ends, strict=True)
    ]


def _last_line(lines: Sequence[Line], first: int) -> int:
    """The last line of a note that no other follows: it goes on as long as its lines are full or announce more."""
    layout = layout_of(lines)
    last = first
    while last + 1 < min(len(lines), first + MOST_LINES):
        text = lines[last].text.text
        if not (text.endswith(":") or layout.is_full(lines[last]) or ends_unfinished(text)):
            break
        last += 1
    return last
