"""Notes at the bottom of a printed page, amid the text: `1 Kamerstuk …`, `¹ Het ministerie …`.

The marks are raised (`Rusland.¹`) or plain figures (`Regeerprogramma1`); the sentence that the notes interrupt goes on
after them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ...provenance import MappedText
from ..claims import Claim
from ..front import CONTENTS_LINE
from ..joining import ends_unfinished, joined
from ..lexicon import words
from ..lines import Layout, Line, layout_of, without_lines
from .marks import SUPERSCRIPTS, SURE, Candidate, candidates, chosen, plain_label
from .model import Mark, Note, Notes, Range, tied, with_separators, without_ranges

# The first line of a body: a plain or raised number, white space, then the text; a quantity or a date is none.
BODY = re.compile(
    rf"(?P<label>\d{{1,3}}|[{SUPERSCRIPTS}]+)\s+(?=(?:19|20)\d\d\b|[^\s\d,;:%.)–-])|(?P<raised>[{SUPERSCRIPTS}]+)(?=\w)"
    r"|\^(?P<careted>\d{1,3})\^?\s*(?=\S)"
)

# The label of a further note on the line of another one: `nr. 96. 2 Kamerstuk 29 237`.
FURTHER = re.compile(r"(?P<before>\S+)\s+(?P<label>\d{1,3})\s+(?=[A-ZÀ-Þ‘'“\"«(\[]|https?:|www\.)")

# The last word of a note: it ends with a stop, or is a year or an address.
NOTE_END = re.compile(r"[.;:,)\]”’\"'»]$|/|^\d{4}$")

# A label on a line of its own, above the text of its note.
LONE_LABEL = re.compile(rf"\^?\d{{1,3}}\^?|[{SUPERSCRIPTS}]+")

# The first character of the text below such a label.
NOTE_TEXT = re.compile(r"[A-ZÀ-Þ‘'“\"«(\[]|https?:|www\.")

RAISING = f"{SUPERSCRIPTS}^"
"""The first characters of a label that is surely raised."""

LOST = 4
LOST_CALLED = 12
"""How far the number of a note may be above that of the last one; that of a note that a mark on its page calls."""

MOST_LINES = 10
"""The most lines of a note."""

MOST_A_LINE = 6
"""The most notes on one printed line."""

STRAY_WORDS = 3
"""The most words of a line in the note area that belongs to nothing."""


@dataclass(frozen=True, slots=True)
class _Start:
    """The line of a label, its width there, and the line where the text begins: the same, or the next."""

    label: str
    first: int
    width: int
    text: int

    @property
    def number(self) -> int:
        return int(self.label)


@dataclass(frozen=True, slots=True)
class _Body:
    """A note: its start and its last line."""

    start: _Start
    last: int

    @property
    def label(self) -> str:
        return self.start.label

    @property
    def first(self) -> int:
        return self.start.first


def recognises(lines: Sequence[Line]) -> bool:
    """Whether some line begins with the number of a note that is called before it."""
    return bool(_bodies(lines, layout_of(lines)))


def _one_note_a_line(lines: Sequence[Line]) -> list[Line]:
    """The lines, those amid notes broken before each further label that the text calls and that begins no line."""
    starts = {index: start for index in range(len(lines)) if (start := _start(lines, index))}
    labels = {start.label for start in starts.values()}
    further = {str(number + step) for number in map(int, labels) for step in range(1, MOST_A_LINE)}
    called = _sure_places(lines, frozenset(further))
    result: list[Line] = []
    last, since = 0, MOST_LINES
    for index, line in enumerate(lines):
        if start := starts.get(index):
            last, since = start.number, 0
        elif not line.adjoins:
            since = MOST_LINES
        amid_notes = since < MOST_LINES and (start is None or start.text == index)
        cuts = list(_further_labels(line.text.text, start.width if start else 0, last, called)) if amid_notes else []
        last, since = last + len(cuts), 0 if cuts else since + 1
        for begin, end in pairwise([0, *cuts, len(line.text)]):
            part = line.text.slice(begin, end)
            text = part.slice(0, len(part.text.rstrip()))
            result.append(replace(line, text=text) if begin == 0 else Line(text))
    return result


def _further_labels(text: str, start: int, number: int, called: Mapping[str, Sequence[int]]) -> Iterator[int]:
    """Where the labels of further notes stand in a line of a note; they count on from its number."""
    for match in FURTHER.finditer(text, start):
        is_next = int(match["label"]) == number + 1 and bool(called.get(match["label"]))
        ends = NOTE_END.search(match["before"]) or text.startswith(("http", "www."), match.end())
        if is_next and ends and match["before"].casefold() not in words("numbered"):
            number += 1
            yield match.start("label")


def find(lines: Sequence[Line]) -> Notes:
    """Take the notes and their marks out of the lines."""
    lines = _one_note_a_line(lines)
    layout = layout_of(lines)
    bodies = _bodies(lines, layout)
    ranges: dict[int, list[Range]] = {}
    marks: list[Mark] = []
    for found in _marks(lines, bodies):
        ranges.setdefault(found.line, []).append((found.start, found.end))
        marks.append(Mark(found.label, lines[found.line].text.slice(found.start, found.end)))
    strays = _strays(lines, layout, bodies)
    claims = [*(Claim("mark", mark.text) for mark in marks), *with_separators(lines, ranges)]
    claims += [Claim("label", lines[body.first].text.slice(0, body.start.width)) for body in bodies]
    claims += [Claim("stray", lines[index].text) for index in sorted(strays)]
    notes, orphans = tied((Note(body.label, _text(lines, body)) for body in bodies), marks)
    removed = strays.union(*(range(body.first, body.last + 1) for body in bodies))
    return Notes(without_lines(without_ranges(lines, ranges), removed), notes, orphans, tuple(claims))


def _text(lines: Sequence[Line], body: _Body) -> MappedText:
    first = lines[body.first].text.slice(body.start.width)
    rest = lines[body.first + 1 : body.last + 1]
    texts = [first, *(line.text for line in rest)]
    return joined(texts, [lines[body.first].broken, *(line.broken for line in rest)]).collapsed()


def _bodies(lines: Sequence[Line], layout: Layout) -> list[_Body]:
    """The bodies in reading order: numbers that rise by one and that a mark on the page before them calls."""
    titles = _listed_titles(lines)
    starts = {
        index: start
        for index, line in enumerate(lines)
        if (start := _start(lines, index)) and " ".join(line.text.text.split()) not in titles
    }
    called = _sure_places(lines, frozenset(start.label for start in starts.values()))
    bodies: list[_Body] = []
    for index, start in starts.items():
        if bodies and index <= bodies[-1].last:
            continue
        adjoining = bool(bodies) and bodies[-1].last == index - 1 and start.number == bodies[-1].start.number + 1
        places = called[start.label]
        at = bisect_left(places, _page_start(bodies, index))
        is_called = at < len(places) and places[at] < index
        if not _may_follow(start.number, bodies, LOST_CALLED if is_called else LOST):
            continue
        is_raised = lines[index].text.text[0] in RAISING
        if adjoining or is_called or is_raised or (bodies and _closes_page(lines, index)):
            bodies.append(_Body(start, _last_line(lines, layout, start, starts)))
    return bodies


def _listed_titles(lines: Sequence[Line]) -> set[str]:
    """The numbered titles that a table of contents lists with their pages: no notes where they stand in the text."""
    matches = (CONTENTS_LINE.fullmatch(line.text.text) for line in lines if line.text.text[-1].isdigit())
    return {" ".join(match["title"].split()) for match in matches if match}


def _closes_page(lines: Sequence[Line], index: int) -> bool:
    """Whether a line stands apart at the end of a page, as the only note of it does; its mark may be lost."""
    following = lines[index + 1] if index + 1 < len(lines) else None
    return lines[index].gap > 0 and (following is None or following.new_page or following.interrupted)


def _start(lines: Sequence[Line], index: int) -> _Start | None:
    """The note that may begin with a line."""
    text = lines[index].text.text
    match = BODY.match(text)
    if match:
        return _Start(plain_label(match["label"] or match["raised"] or match["careted"]), index, match.end(), index)
    if LONE_LABEL.fullmatch(text) and index + 1 < len(lines):
        following = lines[index + 1]
        if following.gap <= 1 and not following.new_page and NOTE_TEXT.match(following.text.text):
            return _Start(plain_label(text).strip("^"), index, len(text), index + 1)
    return None


def _sure_places(lines: Sequence[Line], labels: frozenset[str]) -> defaultdict[str, list[int]]:
    """For each label the lines with a likely mark, in order."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for mark in candidates(lines, labels):
        if mark.weight >= SURE:
            places[mark.label].append(mark.line)
    return places


def _may_follow(number: int, bodies: Sequence[_Body], lost: int) -> bool:
    """Whether a note may have this number: the next one, a little higher where notes are lost, or 1 on a new page."""
    last = bodies[-1].start.number if bodies else 0
    return number == 1 or last < number <= last + lost


def _page_start(bodies: Sequence[_Body], index: int) -> int:
    """The first line of the page whose bottom holds the line `index`: behind the notes of the page before."""
    first = index
    for body in reversed(bodies):
        if body.last != first - 1:
            return body.last + 1
        first = body.first
    return 0


def _last_line(lines: Sequence[Line], layout: Layout, start: _Start, starts: Mapping[int, _Start]) -> int:
    """The last line of a note: a line that was broken to fit the page goes on in the next.

    Lines between a note and the next number belong to the note.
    """
    last = start.text
    for index in range(start.text + 1, min(start.text + MOST_LINES, len(lines))):
        following = starts.get(index)
        if following and following.number == start.number + 1:
            return index - 1 if lines[index].adjoins or last == index - 1 else last
        if not lines[index].adjoins:
            break
        before = lines[index - 1].text.text
        is_open = layout.is_full(lines[index - 1], len(lines[index].text.text.split()[0])) or before.endswith(":")
        if index == last + 1 and (is_open or ends_unfinished(before)):
            last = index
    return last


def _strays(lines: Sequence[Line], layout: Layout, bodies: Sequence[_Body]) -> set[int]:
    """Short lines between the notes and the next page, which belong to nothing."""
    strays: set[int] = set()
    firsts = {body.first for body in bodies}
    for body in bodies:
        index = body.last + 1
        if layout.width is None or index + 1 >= len(lines) or index in firsts:
            continue
        line, following = lines[index], lines[index + 1]
        if line.adjoins and following.new_page and len(line.text.text.split()) <= STRAY_WORDS:
            strays.add(index)
    return strays


def _marks(lines: Sequence[Line], bodies: Sequence[_Body]) -> list[Candidate]:
    """For each page the marks that call its notes."""
    taken = {index for body in bodies for index in range(body.first, body.last + 1)}
    labels = frozenset(body.label for body in bodies)
    found = [mark for mark in candidates(lines, labels) if mark.line not in taken]
    marks: list[Candidate] = []
    position = 0
    for start, page_labels in _pages(bodies):
        page: list[Candidate] = []
        while position < len(found) and found[position].line < start:
            page.append(found[position])
            position += 1
        marks += chosen(page_labels, page)
    return marks


def _pages(bodies: Sequence[_Body]) -> list[tuple[int, list[str]]]:
    """For each run of notes the line it begins on and its labels."""
    pages: list[tuple[int, list[str]]] = []
    last = -1
    for body in bodies:
        if pages and body.first == last + 1:
            pages[-1][1].append(body.label)
        else:
            pages.append((body.first, [body.label]))
        last = body.last
    return pages
