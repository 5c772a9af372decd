"""The fields of a part: what Word calculates, with what it calculated last (ECMA-376, part 1, 17.16)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from ...ooxml import w

# The marks and instructions of fields, and fields that are one element.
PIECES = (w("fldChar"), w("instrText"), w("fldSimple"))


@dataclass(slots=True)
class Field:
    r"""One field.

    Attributes:
        begin: its first mark; the element itself of a simple field.
        separate: the mark before its result, if it has one.
        end: its last mark.
        instruction: what is calculated (` PAGEREF _Toc1 \h `).
    """

    begin: etree._Element
    separate: etree._Element | None = None
    end: etree._Element | None = None
    instruction: str = ""

    @property
    def name(self) -> str:
        """The first word of the instruction, in capitals."""
        return next(iter(self.instruction.split()), "").upper()

    @property
    def arguments(self) -> list[str]:
        """The other words of the instruction, without quotation marks."""
        return [word.strip('"') for word in self.instruction.split()[1:]]

    @property
    def first(self) -> etree._Element:
        """The paragraph in which it begins."""
        return _paragraph(self.begin)

    @property
    def last(self) -> etree._Element:
        """The paragraph in which it ends."""
        return _paragraph(self.begin if self.end is None else self.end)

    def results(self) -> Iterator[etree._Element]:
        """The texts of its result, as far as they stand in one paragraph."""
        if self.begin.tag == w("fldSimple"):
            yield from self.begin.iter(w("t"))
        elif self.separate is not None and self.end is not None:
            run, last = self.separate.getparent(), self.end.getparent()
            for later in () if run is None else run.itersiblings():
                if later is last:
                    return
                yield from later.iter(w("t"))

    def show(self, words: str) -> None:
        """Makes words its result, with the look that the result has."""
        for number, text in enumerate(list(self.results())):
            text.text = "" if number else words


@dataclass(slots=True)
class _Reading:
    opened: list[Field] = field(default_factory=list)
    found: list[Field] = field(default_factory=list)


def fields(root: etree._Element) -> list[Field]:
    """The fields of a part, in the order in which they end; those that do not end are left out."""
    reading = _Reading()
    for piece in root.iter(*PIECES):
        _read(piece, reading)
    return reading.found


def _read(piece: etree._Element, reading: _Reading) -> None:
    """Reads one piece; fields may stand in fields, so those that are open are counted."""
    kind = piece.get(w("fldCharType"))
    if piece.tag == w("fldSimple"):
        reading.found.append(Field(piece, end=piece, instruction=piece.get(w("instr"), "")))
    elif kind == "begin":
        reading.opened.append(Field(piece))
    elif not reading.opened:
        return
    elif piece.tag == w("instrText"):
        reading.opened[-1].instruction += piece.text or ""
    elif kind == "separate":
        reading.opened[-1].separate = piece
    elif kind == "end":
        reading.opened[-1].end = piece
        reading.found.append(reading.opened.pop())


def _paragraph(node: etree._Element) -> etree._Element:
    return next(node.iterancestors(w("p")), node)
