"""Files inside a Word file, each in a part for custom XML (ECMA-376, part 1, 15.2.5 and 22.5).

Word keeps such parts when it saves a file, and LibreOffice does. The text of the file stands in one element in a
namespace of our own, which the properties of the part name as its schema:

    <attachment xmlns="urn:briefgen:attachment" name="provenance.json" mediaType="application/json">{…}</attachment>
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import count
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from ..commission import Attachment
from .ooxml import parse, serialise
from .package import Parts, add_part, main_part, unpack

NAMESPACE = "urn:briefgen:attachment"
ELEMENT = f"{{{NAMESPACE}}}attachment"
PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"

FOLDER = "customXml"

PROVENANCE = "provenance.json"

# Where custom XML stands in a Word file.
ITEM = re.compile(rf"{FOLDER}/item\d+\.xml")

# What JSON may hold and XML may not; JSON has another way to write it (RFC 8259, 7).
NOT_IN_XML = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]")


def add_attachments(parts: Parts, attachments: Iterable[Attachment]) -> None:
    """Puts files into a Word file; only text has a place there.

    Args:
        parts: of the file; changed.
        attachments: the files, in UTF-8.
    """
    for one in attachments:
        number = next(number for number in count(1) if f"{FOLDER}/item{number}.xml" not in parts)
        name, properties = f"{FOLDER}/item{number}.xml", f"{FOLDER}/itemProps{number}.xml"
        add_part(parts, main_part(parts), name, "customXml", None, _item(one))
        add_part(parts, name, properties, "customXmlProps", PROPERTIES_TYPE, _properties(one))


def attached(docx: bytes, name: str) -> bytes | None:
    """A file inside a Word file, also when other programs saved it again; `None` when there is none of that name.

    Args:
        docx: the Word file.
        name: of the file inside it.

    Raises:
        TemplateError: it is no Word file.
    """
    parts = unpack(docx, "docx")
    roots = (parse(parts[part]) for part in sorted(parts) if ITEM.fullmatch(part))
    found = (root for root in roots if root.tag == ELEMENT and root.get("name") == name)
    return next(((root.text or "").encode() for root in found), None)


def embedded_provenance(docx: bytes) -> bytes | None:
    """What a Word file says of itself (`provenance.json`); `None` when it says nothing.

    Args:
        docx: the Word file, as it was made or as people and other programs saved it.

    Raises:
        TemplateError: it is no Word file.
    """
    return attached(docx, PROVENANCE)


def _item(attachment: Attachment) -> bytes:
    root = etree.fromstring(f'<attachment xmlns="{NAMESPACE}"/>')
    root.set("name", attachment.name)
    root.set("mediaType", attachment.media_type)
    root.text = NOT_IN_XML.sub(lambda sign: f"\\u{ord(sign[0]):04x}", attachment.data.decode())
    return serialise(root)


def _properties(attachment: Attachment) -> bytes:
    """The properties of the part: an id that its name decides, and its schema (22.5.2)."""
    identifier = str(uuid5(NAMESPACE_URL, f"{NAMESPACE}:{attachment.name}")).upper()
    root = etree.Element(f"{{{PROPERTIES}}}datastoreItem", nsmap={"ds": PROPERTIES})
    root.set(f"{{{PROPERTIES}}}itemID", f"{{{identifier}}}")
    schemas = etree.SubElement(root, f"{{{PROPERTIES}}}schemaRefs")
    etree.SubElement(schemas, f"{{{PROPERTIES}}}schemaRef").set(f"{{{PROPERTIES}}}uri", NAMESPACE)
    return serialise(root)
