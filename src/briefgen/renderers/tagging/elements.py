"""The structure elements of a tagged PDF (ISO 32000-1, 14.7 and 14.8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from .content import Annotation, Mark


@dataclass(frozen=True, slots=True)
class Element:
    """One structure element.

    Attributes:
        role: its standard structure type (`P`, `TD`).
        kids: what it holds, in reading order.
        language: BCP 47 tag, where it differs from the element around it.
        alt: what stands in for a picture.
        words: what a link says of where it goes.
        identifier: unique in the file, for cells that others refer to and for notes.
        scope: of a header cell: `Column`, `Row` or `Both`.
        headers: identifiers of the header cells of a cell, where the page names them.
        columns, rows: over how many a cell runs.
        numbering: how a list with labels counts (`Decimal`, `Disc`).
        bounds: of a picture, in points from the lower left corner of its page.
    """

    role: str
    kids: tuple[Kid, ...] = ()
    language: str | None = None
    alt: str | None = None
    words: str = ""
    identifier: str | None = None
    scope: str | None = None
    headers: tuple[str, ...] = ()
    columns: int = 1
    rows: int = 1
    numbering: str | None = None
    bounds: tuple[float, float, float, float] | None = None

    def descendants(self) -> Iterator[Element]:
        """This element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.descendants()


Kid: TypeAlias = Element | Mark | Annotation


def has_marks(kid: Kid) -> bool:
    """Whether there are words or a picture in it."""
    return (isinstance(kid, Mark) and not kid.blank) or (isinstance(kid, Element) and any(map(has_marks, kid.kids)))
