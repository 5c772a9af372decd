"""Notes that a converter of Word files writes in place: `[footnoteRef:3]` … `[3:  text ]`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..claims import Claim
from ..lines import Line, without_lines
from .model import Mark, Note, Notes, Range, emptied, tied, without_ranges

# The mark: `[footnoteRef:3]`.
MARK = re.compile(r"\[(?:foot|end)noteRef:\s*(\w{1,4})\]")

# The beginning of a body: `[3:  `.
BODY = re.compile(r"\[(\w{1,4}):\s")


def recognises(lines: Sequence[Line]) -> bool:
    """Whether some line holds a mark of this convention."""
    return any("noteRef:" in line.text.text for line in lines)


def find(lines: Sequence[Line]) -> Notes:
    """Take the marks and the bodies out of the lines."""
    bodies: list[Note] = []
    marks: list[Mark] = []
    claims: list[Claim] = []
    ranges: dict[int, list[Range]] = {}
    for index, line in enumerate(lines):
        found = [Mark(match[1], line.text.slice(*match.span())) for match in MARK.finditer(line.text.text)]
        spans = [match.span() for match in MARK.finditer(line.text.text)]
        for label, start, inner, end in _bodies(line.text.text):
            close = end - 1 if line.text.text[end - 1] == "]" else end
            bodies.append(Note(label, line.text.slice(inner, close).collapsed()))
            claims += [Claim("label", line.text.slice(start, inner)), Claim("label", line.text.slice(close, end))]
            spans.append((start, end))
        marks += found
        if spans:
            ranges[index] = spans
    claims += [Claim("mark", mark.text) for mark in marks]
    notes, orphans = tied(bodies, marks)
    left = without_lines(without_ranges(lines, ranges), emptied(lines, ranges))
    return Notes(left, notes, orphans, tuple(claims))


def _bodies(text: str) -> Iterator[tuple[str, int, int, int]]:
    """Label, start, start of the inner text and end of each body; brackets inside a body are counted."""
    position = 0
    while match := BODY.search(text, position):
        end = _closing(text, match.start())
        yield match[1], match.start(), match.end(), end
        position = end


def _closing(text: str, start: int) -> int:
    """Behind the bracket that closes the one at `start`; the end of the text when none does."""
    depth = 0
    for index in range(start, len(text)):
        depth += (text[index] == "[") - (text[index] == "]")
        if depth == 0:
            return index + 1
    return len(text)
