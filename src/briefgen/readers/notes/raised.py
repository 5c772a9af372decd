"""Raised marks whose notes are not in the text: taken out, and reported."""

from __future__ import annotations

from collections.abc import Sequence

from ..claims import Claim
from ..lines import Line
from .marks import RAISED, plain_label
from .model import Mark, Notes, Range, with_separators, without_ranges


def recognises(lines: Sequence[Line]) -> bool:
    """Whether a raised figure is left behind a word."""
    return any(RAISED.search(line.text.text) for line in lines)


def find(lines: Sequence[Line]) -> Notes:
    """Take the raised figures out of the lines."""
    marks: list[Mark] = []
    ranges: dict[int, list[Range]] = {}
    for index, line in enumerate(lines):
        for match in RAISED.finditer(line.text.text):
            marks.append(Mark(plain_label(match[0]), line.text.slice(*match.span())))
            ranges.setdefault(index, []).append(match.span())
    claims = (*(Claim("mark", mark.text) for mark in marks), *with_separators(lines, ranges))
    return Notes(tuple(without_ranges(lines, ranges)), (), tuple(marks), claims)
