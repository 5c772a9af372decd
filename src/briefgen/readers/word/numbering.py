"""Numbers and bullets of lists and headings, as Word prints them (ECMA-376, part 1, 17.9)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace

from ...ooxml import Element, w
from .ooxml import child, children, number, switch, value, whole_number

# The place of a number in the text of a level: `%1.%2`.
PLACE = re.compile(r"%(?P<level>[1-9])")

# A bullet that any font prints; others stand in private fonts of signs.
PRINTABLE_BULLET = re.compile(r"[-–—•▪●○◦‣▶►→➢➤✓■□·*o]")

BULLET = "•"

LEVELS = 9

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip

NOTE_SIGNS = "*†‡§"
"""The signs of notes that are not numbered; each round doubles them."""


def roman(count: int) -> str:
    """A Roman number in small letters; beyond 3999 the figures."""
    if not 0 < count < 4000:
        return str(count)
    letters = ""
    for amount, sign in _ROMAN:
        letters += sign * (count // amount)
        count %= amount
    return letters


def letters(count: int) -> str:
    """The letter of a number as Word counts: a to z, then aa, bb."""
    if not 0 < count < 26 * 20:
        return str(count)
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def note_signs(count: int) -> str:
    """The sign of a note: *, †, ‡, §, then **, ††."""
    return NOTE_SIGNS[(count - 1) % 4] * ((count - 1) // 4 + 1) if 0 < count < 80 else str(count)


_FORMATS: dict[str, Callable[[int], str]] = {
    "lowerRoman": roman,
    "upperRoman": lambda count: roman(count).upper(),
    "lowerLetter": letters,
    "upperLetter": lambda count: letters(count).upper(),
    "decimalZero": lambda count: f"{count:02}",
    "ordinal": lambda count: f"{count}e",
    "chicago": note_signs,
    "none": lambda _: "",
}


def formatted(count: int, form: str) -> str:
    """A number in a form of Word (`lowerRoman`); forms that are not known are printed in figures."""
    return _FORMATS.get(form, str)(count)


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list.

    Attributes:
        form: of the number (`decimal`, `bullet`).
        text: with places for the numbers (`%1.%2`).
        restart: the level, from 1, behind which it starts again; 0 for never, `None` for any higher one.
        in_figures: whether higher levels are printed in figures here.
        style: the paragraph style that is tied to it.
    """

    form: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    in_figures: bool = False
    style: str | None = None


@dataclass(frozen=True, slots=True)
class List:
    """A list: the abstract list that it counts with, and its levels."""

    abstract: str
    levels: tuple[Level, ...]
    restarted: frozenset[int] = frozenset()


class Numbering:
    """The lists of a file, and how far each has counted.

    One value counts through one reading: ask for the labels in reading order.
    """

    def __init__(self, root: Element | None) -> None:
        """Read the part with the numbering.

        Args:
            root: of the part, or `None` when the file has none.
        """
        self._abstract = {entry.get(w("abstractNumId"), ""): entry for entry in children(root, "abstractNum")}
        self._linked = {link: entry for entry in self._abstract.values() if (link := value(entry, "styleLink"))}
        self._lists: dict[int, List] = {}
        for entry in children(root, "num"):
            identifier = whole_number(entry.get(w("numId")))
            if identifier is not None:
                self._lists[identifier] = self._list(entry)
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[int, int]] = set()

    def level_of_style(self, list_id: int, style: str) -> int:
        """The level of a list that a paragraph style is tied to; 0 when none is."""
        found = self._lists.get(list_id)
        levels = found.levels if found else ()
        return next((index for index, level in enumerate(levels) if level.style == style), 0)

    def next_label(self, list_id: int, index: int) -> str:
        """Count on, and give the label as printed (`2.1`, `•`); empty when the list prints none.

        Args:
            list_id: of the list; 0 and unknown ones number nothing.
            index: of the level, from 0.
        """
        found = self._lists.get(list_id)
        if found is None or not 0 <= index < len(found.levels):
            return ""
        self._count(list_id, found, index)
        level = found.levels[index]
        if level.form == "bullet":
            text = level.text.strip()
            return text if PRINTABLE_BULLET.fullmatch(text) else BULLET
        return PLACE.sub(lambda match: self._number(found, level, int(match["level"]) - 1), level.text).strip()

    def _number(self, found: List, level: Level, index: int) -> str:
        """The number of one level inside the label of another."""
        if index >= len(found.levels):
            return ""
        count = self._counts[found.abstract].get(index, found.levels[index].start)
        return formatted(count, "decimal" if level.in_figures else found.levels[index].form)

    def _count(self, list_id: int, found: List, index: int) -> None:
        counts = self._counts[found.abstract]
        level = found.levels[index]
        restarts = index in found.restarted and (list_id, index) not in self._begun
        self._begun.add((list_id, index))
        counts[index] = level.start if restarts or index not in counts else counts[index] + 1
        for lower in range(index + 1, len(found.levels)):
            restart = found.levels[lower].restart
            if restart is None or index < restart:
                counts.pop(lower, None)

    def _list(self, entry: Element) -> List:
        """A list, with the levels that it overrides."""
        identifier = value(entry, "abstractNumId") or ""
        levels = list(self._levels(self._abstract.get(identifier)))
        restarted: set[int] = set()
        for override in children(entry, "lvlOverride"):
            index = whole_number(override.get(w("ilvl")))
            if index is None or not 0 <= index < len(levels):
                continue
            own, start = child(override, "lvl"), number(override, "startOverride")
            levels[index] = _level(own) if own is not None else levels[index]
            if start is not None:
                levels[index] = replace(levels[index], start=start)
                restarted.add(index)
        return List(identifier, tuple(levels), frozenset(restarted))

    def _levels(self, entry: Element | None) -> tuple[Level, ...]:
        """The levels of an abstract list, or of the one whose style it is linked to."""
        linked = value(entry, "numStyleLink")
        entry = self._linked.get(linked, entry) if linked else entry
        levels = [Level(form="none")] * LEVELS
        for found in children(entry, "lvl"):
            index = whole_number(found.get(w("ilvl")))
            if index is not None and 0 <= index < LEVELS:
                levels[index] = _level(found)
        return tuple(levels)


def _level(entry: Element) -> Level:
    start = number(entry, "start")
    return Level(
        form=value(entry, "numFmt") or "decimal",
        text=value(entry, "lvlText") or "",
        start=1 if start is None else start,
        restart=number(entry, "lvlRestart"),
        in_figures=bool(switch(entry, "isLgl")),
        style=value(entry, "pStyle"),
    )
