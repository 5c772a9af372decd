"""From bytes to a tree of elements: encodings, limits, and markup that is not well-formed.

No parser here expands entities of a document, reads another file or goes to the network.
"""

from __future__ import annotations

import codecs
import html
import re
from typing import TypeAlias

from lxml import etree

from ...diagnostics import Diagnostic
from ...errors import SourceError
from ..decoding import decode

Element: TypeAlias = "etree._Element"

DECLARATION = 2048
"""The number of bytes at the start of a file that may declare its encoding."""

# The encoding that an XML declaration or a meta tag names: `encoding="utf-8"`, `charset=windows-1252`.
ENCODING = re.compile(rb"(?:<\?xml[^>]*?\bencoding\s*=\s*[\"']|<meta[^>]*?\bcharset\s*=\s*[\"']?\s*)([\w.:-]+)", re.I)

# Byte order marks at the start of the text: as one character, or doubly encoded.
MARKS = re.compile(r"\A(?:\ufeff|ï»¿|\s)+")

# An XML declaration with its encoding, which no longer holds for decoded text.
XML_DECLARATION = re.compile(r"<\?xml\b[^>]*\?>\s*")

# The start of a document type with declarations of its own, where entities can be defined.
OWN_DECLARATIONS = re.compile(r"<!DOCTYPE[^>\[]*\[[^\]]*<!ENTITY", re.I)

# An entity by its name: `&nbsp;`, `&euml;`.
NAMED_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]*;)")

XML_ENTITIES = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})
"""The entities that XML itself has."""


def parse_html(data: bytes, file: str) -> Element:
    """The tree of an HTML page.

    Args:
        data: the bytes of the file.
        file: its name, for the message.

    Raises:
        SourceError: the file is empty, no text, too large, or its elements nest too deep.
    """
    text = _text(data, file)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    root = etree.fromstring(_encoded(XML_DECLARATION.sub("", text, count=1)), parser)
    _refuse_beyond_limits(parser, file)
    if root is None:
        raise SourceError("source-not-text", file=file)
    return root


def parse_xml(data: bytes, file: str) -> tuple[Element, tuple[Diagnostic, ...]]:
    """The tree of an XML document, and what was wrong with its markup.

    Args:
        data: the bytes of the file.
        file: its name, for the message.

    Raises:
        SourceError: the file is empty, no text, too large, no XML, defines entities, or its elements nest too deep.
    """
    text = _text(data, file)
    if OWN_DECLARATIONS.search(text):
        raise SourceError("markup-entities", file=file)
    encoded = _encoded(NAMED_ENTITY.sub(_character, XML_DECLARATION.sub("", text, count=1)))
    parser = _xml_parser(recover=False)
    try:
        return etree.fromstring(encoded, parser), ()
    except etree.XMLSyntaxError:
        _refuse_beyond_limits(parser, file)
    parser = _xml_parser(recover=True)
    root = etree.fromstring(encoded, parser)
    _refuse_beyond_limits(parser, file)
    if root is None:
        raise SourceError("markup-unreadable", file=file)
    return root, (_repaired(parser),)


def local_name(element: Element) -> str:
    """The name of an element in lower case, without its namespace; a page may have names that no schema allows."""
    return str(element.tag).rpartition("}")[2].lower()


def _text(data: bytes, file: str) -> str:
    """The decoded file without byte order marks."""
    return MARKS.sub("", decode(_in_utf8(data), file), count=1)


def _in_utf8(data: bytes) -> bytes:
    """The bytes in UTF-8 where the file declares another encoding and is no UTF-8."""
    declared = ENCODING.search(data[:DECLARATION])
    if not declared or data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF8)):
        return data
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return data
    try:
        return data.decode(declared[1].decode("ascii")).encode("utf-8")
    except (LookupError, UnicodeError):
        return data


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", errors="replace")


def _character(entity: re.Match[str]) -> str:
    """The character of an entity that HTML knows and XML does not; one that nobody knows stays as it is printed."""
    name = entity[1]
    return entity[0] if name in XML_ENTITIES else html.entities.html5.get(name, f"&amp;{name}")


def _xml_parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
    )


def _refuse_beyond_limits(parser: etree.HTMLParser | etree.XMLParser, file: str) -> None:
    """Refuse a document that the parser cut off at one of its limits: depth, or the length of a text or a name."""
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise SourceError("markup-limits", file=file)


def _repaired(parser: etree.XMLParser) -> Diagnostic:
    count = len(parser.error_log)
    return Diagnostic(
        severity="warning",
        code="markup-repaired",
        message=f"The XML is not well-formed in {count} places; what could be read was read.",
    )
