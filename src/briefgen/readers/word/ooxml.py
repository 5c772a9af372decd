"""Names and parsing of WordprocessingML (ECMA-376, part 1)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"

# The namespaces of the strict variant of the format (ISO 29500), and those of the usual one.
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": WORD.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": RELATION.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": MATH.encode(),
    b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": DRAWING.encode(),
}

_OFF = frozenset({"0", "false", "off", "none"})
"""How a property that is on or off is said to be off."""

Element = etree._Element


class PartError(ValueError):
    """A part of a file is not the XML that Word writes."""


def w(name: str) -> str:
    """The qualified name of an element or attribute of WordprocessingML."""
    return f"{{{WORD}}}{name}"


def parse(data: bytes) -> Element:
    """The root of an XML part; entities are not resolved and nothing is fetched.

    Raises:
        PartError: the part is not XML, or it declares a document type, which Word never does.
    """
    for strict, usual in _STRICT.items():
        data = data.replace(strict, usual)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise PartError(str(error)) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise PartError("a document type is declared")
    return root


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
