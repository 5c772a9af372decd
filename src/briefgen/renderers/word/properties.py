"""What a Word file says about itself (ECMA-376, part 2, 8.3), and its settings.

It tells title, author, subject, language, keywords and marking. The properties of the template are not kept: they
name the official who edited it last.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from lxml import etree

from ...ooxml import PACKAGE_RELATIONS, w
from ..vocabulary import PackView
from .notes import SEPARATORS
from .ooxml import element, serialise

CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
TERMS = "http://purl.org/dc/terms/"
INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"

# Settings that make Word ask the reader something, or fetch the template from the machine of the person who made it.
UNWANTED_SETTINGS = tuple(w(name) for name in ("updateFields", "attachedTemplate", "mailMerge", "rsids"))

# What stands after the settings of footnotes, in the order of the schema (17.15.1.78).
AFTER_NOTES = frozenset(
    w(name)
    for name in (
        *("endnotePr", "compat", "docVars", "rsids", "attachedSchema", "themeFontLang", "clrSchemeMapping"),
        *("doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions", "smartTagType"),
        *("readModeInkLockDown", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator"),
    )
) | {"{http://schemas.openxmlformats.org/officeDocument/2006/math}mathPr"}


class Properties(NamedTuple):
    """A part with properties of the whole file.

    Attributes:
        name: of the part, where the file has none.
        kind: the type of its relationship.
        content_type: of the part.
        data: the part.
    """

    name: str
    kind: str
    content_type: str
    data: bytes


def core_properties(view: PackView, created: date | None) -> Properties:
    """The core properties of a pack; its marking is their category.

    Args:
        view: the pack.
        created: the day that the file gives as its own; none when it should give no day.
    """
    root = etree.Element(
        f"{{{CORE}}}coreProperties",
        nsmap={"cp": CORE, "dc": DUBLIN_CORE, "dcterms": TERMS, "xsi": INSTANCE},
    )
    for name, text in (
        (f"{{{DUBLIN_CORE}}}title", view.title),
        (f"{{{DUBLIN_CORE}}}subject", view.subtitle),
        (f"{{{DUBLIN_CORE}}}creator", view.author),
        (f"{{{DUBLIN_CORE}}}language", view.language),
        (f"{{{CORE}}}keywords", view.keywords or view.name),
        (f"{{{CORE}}}category", view.marking),
    ):
        if text:
            etree.SubElement(root, name).text = text
    if created is not None:
        for name in ("created", "modified"):
            moment = etree.SubElement(root, f"{{{TERMS}}}{name}")
            moment.set(f"{{{INSTANCE}}}type", "dcterms:W3CDTF")
            moment.text = f"{created.isoformat()}T00:00:00Z"
    kind = f"{PACKAGE_RELATIONS}/metadata/core-properties"
    content_type = "application/vnd.openxmlformats-package.core-properties+xml"
    return Properties("docProps/core.xml", kind, content_type, serialise(root))


def extended_properties() -> Properties:
    """The extended properties: only the program that made the file."""
    root = etree.Element(f"{{{EXTENDED}}}Properties", nsmap={"ep": EXTENDED})
    etree.SubElement(root, f"{{{EXTENDED}}}Application").text = "briefgen"
    content_type = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    return Properties("docProps/app.xml", "extended-properties", content_type, serialise(root))


def quiet_settings(settings: etree._Element, language: str) -> None:
    """Removes settings that disturb the reader or tell about the maker, and sets the language of the theme."""
    for node in list(settings.iter(*UNWANTED_SETTINGS)):
        settings.remove(node)
    theme = settings.find(w("themeFontLang"))
    if theme is not None:
        theme.set(w("val"), language)


def separate_notes(settings: etree._Element) -> None:
    """Names the marks between text and footnotes in the settings, as Word does (17.11.9)."""
    if settings.find(w("footnotePr")) is not None:
        return
    made = element("footnotePr")
    made.extend(element("footnote", id=number) for number in SEPARATORS.values())
    after = next((node for node in settings if node.tag in AFTER_NOTES), None)
    if after is None:
        settings.append(made)
    else:
        after.addprevious(made)
