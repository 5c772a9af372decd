"""Names and parsing of Office Open XML (ECMA-376, parts 1 and 2), for who writes Word files and who reads them."""

from __future__ import annotations

from functools import cache

from lxml import etree

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"

# What marks a Word file that carries programs, in the list of content types.
MACRO_MARKS = (b"macroEnabled", b"vbaProject")

Element = etree._Element


class PartError(ValueError):
    """A part of a file is not the XML that Word writes."""


@cache
def w(name: str) -> str:
    """The qualified name of an element or attribute of WordprocessingML."""
    return f"{{{WORD}}}{name}"


@cache
def r(name: str) -> str:
    """The qualified name of an attribute that points to a relationship."""
    return f"{{{RELATION}}}{name}"


def parse(data: bytes) -> Element:
    """The root of an XML part, without comments; entities are not resolved and nothing is fetched.

    Raises:
        PartError: the part is not XML, or it declares a document type, which Word never does.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise PartError(str(error)) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise PartError("a document type is declared")
    return root
