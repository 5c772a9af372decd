"""Notes with their label in brackets: `… gevolgen.[1]` and, later, `[1] Aartsma et al., …`; also pandoc's `[^1]:`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..claims import Claim
from ..lines import Line, without_lines
from .model import Mark, Note, Notes, Range, emptied, tied, without_ranges

# A body: the label in brackets at the start of a line, then the text.
BODY = re.compile(r"\[\^?(\d{1,3})\]:?\s+(?=\S)")

# A mark: the label in brackets behind a character; not a link or the label of a body.
MARK = re.compile(r"(?<=\S)\s?\[\^?(\d{1,3})\](?![(:])")


def recognises(lines: Sequence[Line]) -> bool:
    """Whether a line begins with a label in brackets that an earlier line calls."""
    called: set[str] = set()
    for line in lines:
        text = line.text.text
        if "[" not in text:
            continue
        body = BODY.match(text)
        if body and body[1] in called:
            return True
        called |= {match[1] for match in MARK.finditer(text)}
    return False


def find(lines: Sequence[Line]) -> Notes:
    """Take the marks and the bodies out of the lines."""
    bodies: list[Note] = []
    marks: list[Mark] = []
    claims: list[Claim] = []
    ranges: dict[int, list[Range]] = {}
    for index, line in enumerate(lines):
        text = line.text
        if "[" not in text.text:
            continue
        body = BODY.match(text.text)
        if body:
            bodies.append(Note(body[1], text.slice(body.end()).collapsed()))
            claims.append(Claim("label", text.slice(0, body.end())))
            ranges[index] = [(0, len(text))]
            continue
        ranges[index] = [match.span() for match in MARK.finditer(text.text)]
        marks += [Mark(match[1], text.slice(*match.span())) for match in MARK.finditer(text.text)]
    claims += [Claim("mark", mark.text) for mark in marks]
    notes, orphans = tied(bodies, marks)
    left = without_lines(without_ranges(lines, ranges), emptied(lines, ranges))
    return Notes(left, notes, orphans, tuple(claims))
