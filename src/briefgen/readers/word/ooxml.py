"""Reading WordprocessingML: both variants of the format, and the values of properties (ECMA-376, part 1)."""

from __future__ import annotations

from collections.abc import Iterator

from ... import ooxml
from ...ooxml import DRAWING, MATH, RELATION, WORD, Element, w

# The namespaces of the strict variant of the format (ISO 29500), and those of the usual one.
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": WORD.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": RELATION.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": MATH.encode(),
    b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": DRAWING.encode(),
}

_OFF = frozenset({"0", "false", "off", "none"})
"""How a property that is on or off is said to be off."""


def parse(data: bytes) -> Element:
    """The root of an XML part in the names of the usual variant of the format; nothing is fetched.

    Raises:
        PartError: the part is not XML, or it declares a document type, which Word never does.
    """
    for strict, usual in _STRICT.items():
        data = data.replace(strict, usual)
    return ooxml.parse(data)


def child(parent: Element | None, *path: str) -> Element | None:
    """The descendant at a path of names of WordprocessingML, or `None`."""
    for name in path:
        if parent is None:
            return None
        parent = parent.find(w(name))
    return parent


def children(parent: Element | None, name: str) -> Iterator[Element]:
    """The children of one name."""
    return iter(()) if parent is None else parent.iterchildren(w(name))


def value(parent: Element | None, *path: str) -> str | None:
    """The `w:val` of the descendant at a path, or `None` when there is none."""
    found = child(parent, *path)
    return None if found is None else found.get(w("val"))


def number(parent: Element | None, *path: str) -> int | None:
    """The `w:val` of the descendant at a path as a whole number, or `None` when it is none."""
    return whole_number(value(parent, *path))


def whole_number(text: str | None) -> int | None:
    """A text as a whole number, or `None` when it is none."""
    return int(text) if text is not None and text.removeprefix("-").isdecimal() and len(text) < 10 else None


def switch(parent: Element | None, name: str) -> bool | None:
    """Whether a property that is on or off is on; `None` when it is not given."""
    found = child(parent, name)
    return None if found is None else found.get(w("val"), "1") not in _OFF
