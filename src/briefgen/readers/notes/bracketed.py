"""Notes with their label in brackets: `… gevolgen.[1]` and, later, `[1] Aartsma et al., …`; in Markdown `[^note]:`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..claims import Claim
from ..joining import OPEN_ADDRESS, ends_unfinished, joined_lines, starts_inside_sentence
from ..lines import Layout, Line, layout_of, without_lines
from .model import Mark, Note, Notes, Range, emptied, tied, with_separators, without_ranges

# A label: a number, or in Markdown a name behind a caret.
_LABEL = r"\^?(?P<number>\d{1,3})|\^(?P<name>[\w-]{1,30})"

# A body: the label in brackets at the start of a line, then the text.
BODY = re.compile(rf"\[(?:{_LABEL})\]:?\s+(?=\S)")

# A mark: the label in brackets behind a character; not a link or the label of a body.
MARK = re.compile(rf"(?<=\S)\s?\[(?:{_LABEL})\](?![(:])")

INDENT = 2
"""The fewest spaces before the further lines of a note in Markdown."""


def recognises(lines: Sequence[Line]) -> bool:
    """Whether a line begins with a label in brackets that an earlier line calls."""
    called: set[str] = set()
    for line in lines:
        text = line.text.text
        if "[" not in text:
            continue
        body = BODY.match(text)
        if body and _label(body) in called:
            return True
        called |= {_label(match) for match in MARK.finditer(text)}
    return False


def find(lines: Sequence[Line]) -> Notes:
    """Take the marks and the bodies out of the lines."""
    bodies: list[Note] = []
    claims: list[Claim] = []
    ranges: dict[int, list[Range]] = {}
    for label, width, first, last in _bodies(lines):
        bodies.append(Note(label, joined_lines(lines[first : last + 1]).slice(width).collapsed()))
        claims.append(Claim("label", lines[first].text.slice(0, width)))
        ranges |= {index: [(0, len(lines[index].text))] for index in range(first, last + 1)}
    marks: list[Mark] = []
    for index, line in enumerate(lines):
        if "[" in line.text.text and index not in ranges:
            found = list(MARK.finditer(line.text.text))
            ranges[index] = [match.span() for match in found]
            marks += [Mark(_label(match), line.text.slice(*match.span())) for match in found]
    claims += [*(Claim("mark", mark.text) for mark in marks), *with_separators(lines, ranges)]
    notes, orphans = tied(bodies, marks)
    left = without_lines(without_ranges(lines, ranges), emptied(lines, ranges))
    return Notes(left, notes, orphans, tuple(claims))


def _label(match: re.Match[str]) -> str:
    return match["number"] or match["name"]


def _bodies(lines: Sequence[Line]) -> Iterator[tuple[str, int, int, int]]:
    """Label, width of the printed label, first and last line of each body."""
    layout = layout_of(lines)
    for index, line in enumerate(lines):
        match = BODY.match(line.text.text) if line.text.text.startswith("[") else None
        if match:
            last = index
            while last + 1 < len(lines) and _goes_on(lines[last], lines[last + 1], layout):
                last += 1
            yield _label(match), match.end(), index, last


def _goes_on(before: Line, line: Line, layout: Layout) -> bool:
    """Whether a body goes on in the line directly below: that is indented, or the line above is full or unfinished."""
    text, previous = line.text.text, before.text.text
    if line.gap or line.interrupted or BODY.match(text):
        return False
    is_open = layout.is_full(before, len(text.split()[0])) or ends_unfinished(previous) or OPEN_ADDRESS.search(previous)
    return bool(line.indent >= INDENT or is_open or starts_inside_sentence(text))
