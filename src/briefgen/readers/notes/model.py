"""What a strategy finds: notes tied to their marks, and the text without both."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ...provenance import MappedText
from ..claims import Claim
from ..lines import Line, Lines

Range = tuple[int, int]
"""Start and end in the text of a line."""

# What stands between two marks of one place: `Rusland.¹,²`, `[1], [2]`.
BETWEEN_MARKS = re.compile(r"\s?[,;]\s?")


@dataclass(frozen=True, slots=True)
class Note:
    """A note: the label as printed, its text, and the offset of its mark in the source, if it has one."""

    label: str
    text: MappedText
    mark: int | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign in the text that calls the note `label`."""

    label: str
    text: MappedText

    @property
    def start(self) -> int:
        """Its offset in the source."""
        return self.text.origins[0]


@dataclass(frozen=True, slots=True)
class Notes:
    """The result of a strategy.

    Attributes:
        lines: the text that is left.
        notes: the notes, in the order of their bodies.
        orphans: marks without a note.
        claims: the marks and the printed labels of the notes.
    """

    lines: Lines
    notes: tuple[Note, ...] = ()
    orphans: tuple[Mark, ...] = ()
    claims: tuple[Claim, ...] = ()


def tied(bodies: Iterable[Note], marks: Iterable[Mark]) -> tuple[tuple[Note, ...], tuple[Mark, ...]]:
    """The notes with their marks, the first mark of a label to its first body; and the marks that are left."""
    waiting: defaultdict[str, deque[Mark]] = defaultdict(deque)
    for mark in marks:
        waiting[mark.label].append(mark)
    notes = tuple(
        replace(body, mark=waiting[body.label].popleft().start) if waiting[body.label] else body for body in bodies
    )
    return notes, tuple(mark for queue in waiting.values() for mark in queue)


def with_separators(lines: Sequence[Line], ranges: dict[int, list[Range]]) -> tuple[Claim, ...]:
    """Add to the ranges of marks what separates two of one place, and return it as part of the marks.

    Args:
        lines: the lines that the ranges belong to.
        ranges: the marks by the index of their line; the separators are added here.
    """
    claims: list[Claim] = []
    for index, spans in ranges.items():
        text = lines[index].text
        for (_, end), (start, _) in pairwise(sorted(spans)):
            if BETWEEN_MARKS.fullmatch(text.text, end, start):
                spans.append((end, start))
                claims.append(Claim("mark", text.slice(end, start)))
    return tuple(claims)


def without_ranges(lines: Sequence[Line], ranges: Mapping[int, Iterable[Range]]) -> list[Line]:
    """The lines without some ranges of their text, given by the index of the line.

    A line of which nothing is left keeps its text; the caller removes it.
    """
    result = list(lines)
    for index, spans in ranges.items():
        text = lines[index].text.without(spans)
        kept = text.text.strip()
        if kept:
            start = text.text.index(kept)
            result[index] = replace(lines[index], text=text.slice(start, start + len(kept)))
    return result


def emptied(lines: Sequence[Line], ranges: Mapping[int, Iterable[Range]]) -> set[int]:
    """The lines of which nothing is left without the ranges."""
    return {index for index, spans in ranges.items() if not lines[index].text.without(spans).text.strip()}
