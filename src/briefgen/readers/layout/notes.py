"""Notes of printed text: the bodies at the bottom of the pages, tied to the raised marks in the text above them."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass

from ...provenance import MappedText
from ..claims import Claim
from ..joining import joined_lines
from ..lines import Line
from ..notes import Note, Notes
from ..notes.marks import candidates, chosen, plain_label
from ..notes.model import Range, without_ranges
from .note_area import NOTE_LABEL

# Raised figures, wherever they stand; those of a measure (`m²`) call nothing.
FIGURES = re.compile(r"(?<![⁰¹²³⁴⁵⁶⁷⁸⁹])(?<!\b[mM])(?<!\b[kcdh]m)[⁰¹²³⁴⁵⁶⁷⁸⁹]+")

# Stars behind a word, as the first notes of a text have them.
STARRED = re.compile(r"(?<=[\w.,;:!?)”’\"'»])\*{1,3}(?!\w)")

HIGHEST_STEP = 6
"""How far the number of a note in plain figures may be above that of the last one."""


@dataclass(frozen=True, slots=True)
class _Body:
    """A note: its page, its label, the lines it stands on, and the width of the label on the first."""

    page: int
    label: str
    width: int
    lines: tuple[Line, ...]

    @property
    def text(self) -> MappedText:
        whole = joined_lines(self.lines)
        return whole.slice(self.width).collapsed()


@dataclass(frozen=True, slots=True)
class _Call:
    """A mark in the text: its page, the line it stands on, its place there and its label."""

    page: int
    line: int
    start: int
    end: int
    label: str


def printed_notes(text: Sequence[Line], bottom: Sequence[Line]) -> Notes:
    """The notes of a document, and its text without their marks.

    Args:
        text: the lines of the text.
        bottom: the lines of the notes, in reading order.
    """
    bodies, strays = _bodies(bottom)
    calls = _calls(text, bodies)
    notes, used = _tied(bodies, calls, text)
    ranges: defaultdict[int, list[Range]] = defaultdict(list)
    for call in used:
        ranges[call.line].append((call.start, call.end))
    claims = [Claim("mark", text[call.line].text.slice(call.start, call.end)) for call in used]
    claims += [Claim("label", joined_lines(body.lines).slice(0, body.width)) for body in bodies]
    claims += [Claim("stray", line.text) for line in strays]
    return Notes(tuple(without_ranges(text, ranges)), notes, (), tuple(claims))


def _page(line: Line) -> int:
    return line.typography.page if line.typography else 0


def _bodies(lines: Sequence[Line]) -> tuple[list[_Body], list[Line]]:
    """The notes, and the lines before the first one."""
    bodies: list[_Body] = []
    strays: list[Line] = []
    for line in lines:
        match = NOTE_LABEL.match(line.text.text)
        if match and match.end() < len(line.text.text) and _may_begin(bodies, line, match):
            bodies.append(_Body(_page(line), _label(match), match.end(), (line,)))
        elif bodies:
            last = bodies[-1]
            bodies[-1] = _Body(last.page, last.label, last.width, (*last.lines, line))
        else:
            strays.append(line)
    return bodies, strays


def _label(match: re.Match[str]) -> str:
    return plain_label(next(group for group in match.groups() if group))


def _may_begin(bodies: Sequence[_Body], line: Line, match: re.Match[str]) -> bool:
    """Whether figures at the start of a line number a note, and are no part of one."""
    if not match["plain"]:
        return True
    last = next((body for body in reversed(bodies) if body.label.isdigit()), None)
    number = int(match["plain"])
    if last is None or last.page != _page(line):
        return last is None or number == 1 or 0 < number - int(last.label) <= HIGHEST_STEP
    return number == int(last.label) + 1


def _calls(text: Sequence[Line], bodies: Sequence[_Body]) -> list[_Call]:
    """All raised figures and stars in the text, and likely marks in plain figures for notes that none calls."""
    calls = [
        _Call(_page(line), index, match.start(), match.end(), plain_label(match[0]))
        for index, line in enumerate(text)
        for pattern in (FIGURES, STARRED)
        for match in pattern.finditer(line.text.text)
    ]
    called = {(call.page, call.label) for call in calls}
    for page in sorted({body.page for body in bodies}):
        labels = [body.label for body in bodies if body.page == page and (page, body.label) not in called]
        if labels:
            here = [index for index, line in enumerate(text) if _page(line) == page]
            found = chosen(labels, candidates([text[index] for index in here], frozenset(labels)))
            calls += [_Call(page, here[item.line], item.start, item.end, item.label) for item in found]
    return sorted(calls, key=lambda call: (call.line, call.start))


def _tied(
    bodies: Sequence[_Body], calls: Sequence[_Call], text: Sequence[Line]
) -> tuple[tuple[Note, ...], list[_Call]]:
    """The notes with their marks: on the same page, else on a page beside it; and the marks that call one."""
    waiting: defaultdict[tuple[int, str], deque[_Call]] = defaultdict(deque)
    for found in calls:
        waiting[found.page, found.label].append(found)
    notes: list[Note] = []
    used: list[_Call] = []
    for body in bodies:
        pages = (body.page, body.page - 1, body.page + 1)
        queue = next((waiting[page, body.label] for page in pages if waiting[page, body.label]), None)
        call = queue.popleft() if queue else None
        offset = text[call.line].text.origins[call.start] if call else None
        notes.append(Note(body.label, body.text, offset))
        used += [call] if call else []
    return tuple(note for note in notes if note.text), used
