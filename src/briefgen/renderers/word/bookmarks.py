"""The bookmarks of a file: each name once, each with a number of its own (ECMA-376, part 1, 17.13.6).

The name of a bookmark tells what stands there, because programs keep nothing else when they save a file again:
`i_` and the id of a statement, `c_` and the key of a cited paragraph, `s_` a chapter, `f_` a picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count

from lxml import etree

from ...ooxml import w
from .ooxml import clone, fragment, remove, start_of

START, END = fragment("<w:bookmarkStart/>"), fragment("<w:bookmarkEnd/>")


@dataclass(frozen=True, slots=True)
class Bookmarks:
    """The bookmarks of a file while it is made.

    Attributes:
        names: of those that stand in it.
    """

    names: set[str] = field(default_factory=set)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def adopt(self, roots: Iterable[etree._Element]) -> None:
        """Numbers the bookmarks that the template has, and drops those that a loop repeated."""
        for root in roots:
            opened: dict[str | None, str | None] = {}
            for mark in list(root.iter(START.tag, END.tag)):
                old = mark.get(w("id"))
                if mark.tag == START.tag:
                    name = mark.get(w("name"), "")
                    opened[old] = None if name in self.names else str(next(self._numbers))
                    self.names.add(name)
                number = opened.get(old)
                if number is None:
                    remove(mark)
                else:
                    mark.set(w("id"), number)

    def ends(self, name: str) -> tuple[etree._Element, etree._Element]:
        """The two ends of a new bookmark.

        Args:
            name: that is not yet among the names of the file.
        """
        start, end = clone(START), clone(END)
        number = str(next(self._numbers))
        start.set(w("id"), number)
        start.set(w("name"), name)
        end.set(w("id"), number)
        self.names.add(name)
        return start, end

    def around(self, paragraph: etree._Element, name: str) -> None:
        """Puts a bookmark around all that stands in a paragraph, unless the file has one of that name."""
        if name not in self.names:
            start, end = self.ends(name)
            paragraph.insert(start_of(paragraph), start)
            paragraph.append(end)
