"""What the metadata of a file say of it, as XMP (ISO 16684-1; ISO 32000-1, 14.3.2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pikepdf
from lxml import etree

from .objects import entry, name

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
DC = "http://purl.org/dc/elements/1.1/"
PDFA = "http://www.aiim.org/pdfa/ns/id/"
PDFUA = "http://www.aiim.org/pdfua/ns/id/"
EXTENSION = "http://www.aiim.org/pdfa/ns/extension/"
SCHEMA = "http://www.aiim.org/pdfa/ns/schema#"
PROPERTY = "http://www.aiim.org/pdfa/ns/property#"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Property:
    """Something that the metadata say.

    Attributes:
        namespace, key: its name.
        form: how its value is written: `text`, or the container of XMP (`Alt`, `Bag`, `Seq`), or `structure`.
        values: the texts in it, in their order.
        languages: of the texts of an `Alt`.
    """

    namespace: str
    key: str
    form: str
    values: tuple[str, ...]
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Metadata:
    """The metadata of a file.

    Attributes:
        well_formed: whether the stream is XMP that can be read, in UTF-8.
        declared: whether the stream says that it is metadata in XML.
        values: simple values by their name with its namespace (`{http://…/pdfa/ns/id/}part`).
        prefixes: the prefix that the stream uses for a namespace.
        title: the title for every language (`x-default`); empty when there is none.
        described: properties that extension schemas describe, by namespace.
        packet_attributes: attributes of the packet that PDF/A forbids (`bytes`, `encoding`).
        properties: what it says, in its order, without the extension schemas themselves.
    """

    well_formed: bool
    values: Mapping[str, str] = field(default_factory=dict)
    prefixes: Mapping[str, str] = field(default_factory=dict)
    title: str = ""
    described: Mapping[str, frozenset[str]] = field(default_factory=dict)
    packet_attributes: frozenset[str] = frozenset()
    declared: bool = True
    properties: tuple[Property, ...] = ()

    def value(self, namespace: str, key: str) -> str:
        """A simple value; empty when it is not there."""
        return self.values.get(f"{{{namespace}}}{key}", "").strip()


def read_metadata(stream: object) -> Metadata | None:
    """The metadata of a file; `None` when it has none.

    Args:
        stream: the `/Metadata` of the catalog.
    """
    if not isinstance(stream, pikepdf.Stream):
        return None
    data = stream.read_bytes()
    declared = (name(entry(stream, "/Type")), name(entry(stream, "/Subtype"))) == ("Metadata", "XML")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(data.strip(b"\0 \r\n\t"), parser)
    except etree.XMLSyntaxError:
        return Metadata(well_formed=False, declared=declared)
    descriptions = list(root.iter(f"{{{RDF}}}Description"))
    return Metadata(
        well_formed=next(root.iter(f"{{{RDF}}}RDF"), None) is not None and len(list(root.iter(f"{{{RDF}}}RDF"))) == 1,
        values=_values(descriptions),
        prefixes={str(uri): prefix or "" for element in root.iter() for prefix, uri in element.nsmap.items()},
        title=_title(root),
        described=_described(root),
        packet_attributes=_packet_attributes(data),
        declared=declared,
        properties=tuple(_properties(root)),
    )


def _properties(root: etree._Element) -> Iterator[Property]:
    """What the descriptions of the metadata say, as attributes or as elements (ISO 16684-1, 7.4 and 7.5)."""
    for description in root.iterfind(f".//{{{RDF}}}RDF/{{{RDF}}}Description"):
        for tag, value in description.attrib.items():
            named = etree.QName(str(tag))
            if named.namespace not in {RDF, None}:
                yield Property(str(named.namespace), named.localname, "text", (str(value),))
        for child in description.iterchildren(etree.Element):
            named = etree.QName(child)
            if named.namespace != EXTENSION:
                yield _property(named, child)


def _property(named: etree.QName, element: etree._Element) -> Property:
    namespace, key = str(named.namespace or ""), named.localname
    inner = next(element.iterchildren(etree.Element), None)
    if inner is None:
        is_structure = any(etree.QName(str(each)).namespace == RDF for each in element.attrib)
        return Property(namespace, key, "structure" if is_structure else "text", (element.text or "",))
    form = etree.QName(inner)
    items = [item for item in inner if item.tag == f"{{{RDF}}}li"]
    if form.namespace != RDF or form.localname not in {"Alt", "Bag", "Seq"} or len(element) > 1:
        return Property(namespace, key, "structure", ())
    languages = tuple(item.get(XML_LANG, "") for item in items)
    return Property(namespace, key, form.localname, tuple(item.text or "" for item in items), languages)


def _values(descriptions: list[etree._Element]) -> dict[str, str]:
    """Simple values, which XMP lets stand as attributes or as elements."""
    values: dict[str, str] = {}
    for description in descriptions:
        values |= {str(key): str(value) for key, value in description.attrib.items()}
        values |= {str(child.tag): child.text or "" for child in description if not len(child)}
    return values


def _title(root: etree._Element) -> str:
    for title in root.iter(f"{{{DC}}}title"):
        by_language = {item.get(XML_LANG, ""): item.text or "" for item in title.iter(f"{{{RDF}}}li")}
        return by_language.get("x-default", next(iter(by_language.values()), "")).strip()
    return ""


def _described(root: etree._Element) -> dict[str, frozenset[str]]:
    """The properties that extension schemas describe (ISO 19005-3, 6.6.2.3.3)."""
    described: dict[str, frozenset[str]] = {}
    for schemas in root.iter(f"{{{EXTENSION}}}schemas"):
        for item in schemas.iterfind(f"{{{RDF}}}Bag/{{{RDF}}}li"):
            namespace = _first(item, f"{{{SCHEMA}}}namespaceURI")
            names = {(each.text or "").strip() for each in item.iter(f"{{{PROPERTY}}}name")}
            names |= {str(each.get(f"{{{PROPERTY}}}name")) for each in item.iter() if each.get(f"{{{PROPERTY}}}name")}
            described[namespace] = described.get(namespace, frozenset()) | names
    return described


def _first(item: etree._Element, tag: str) -> str:
    """The value of a field that may stand as an element or as an attribute."""
    for each in item.iter():
        if each.tag == tag:
            return (each.text or "").strip()
        if each.get(tag):
            return str(each.get(tag)).strip()
    return ""


def _packet_attributes(data: bytes) -> frozenset[str]:
    """Which of the attributes that are no longer used the header of the packet has (ISO 19005-3, 6.6.2.1)."""
    header = data.partition(b"?>")[0] if data.lstrip().startswith(b"<?xpacket") else b""
    return frozenset(attribute for attribute in ("bytes", "encoding") if f"{attribute}=".encode() in header)
