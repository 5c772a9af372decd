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
from .ooxml import serialise
from .package import Parts, add_part, main_part

NAMESPACE = "urn:briefgen:attachment"
PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"

FOLDER = "customXml"

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
