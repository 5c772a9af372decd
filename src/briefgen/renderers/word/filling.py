"""Carries out the tags of a Word template, whose faults `checking` has told before.

The tags are those of docxtpl, which turns a part of the file into a template of Jinja.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from docxtpl import DocxTemplate
from lxml import etree

from ...errors import TemplateError
from ...ooxml import WORD, WORD_2010, PartError, parse, w
from ..sandbox import TEMPLATE_FAULTS, template_error
from .ooxml import remove
from .rules import check_rules, word_environment
from .scanning import TYPOGRAPHY

# A tag in the XML of a part, which may be cut into several runs.
TAG_IN_XML = re.compile(r"\{(?:<[^>]*>)*[{%].*?[}%](?:<[^>]*>)*\}", re.DOTALL)

# Elements in which Word notes its own work; they cut tags in two and say nothing to a reader.
TRACES = tuple(w(name) for name in ("proofErr", "lastRenderedPageBreak"))

# Attributes that tell one editing session from another, whose numbers a loop would repeat, and the one that makes
# Word ask whether a field may be updated.
SESSION_MARK = re.compile(rf"\{{{WORD}\}}(?:rsid\w*|dirty)|\{{{WORD_2010}\}}(?:paraId|textId)")

# The prefix with which docxtpl prints XML instead of words (`{{r`, `{{p`); here every tag prints words.
XML_PREFIX = re.compile(r"^\{\{(?:tr|tc|r|p)(?=\s)")

# Far above any pack, far below what fills a memory; loops within loops reach it first.
MOST_CHARACTERS = 50_000_000


def fill(root: etree._Element, variables: Mapping[str, object], file: str) -> etree._Element:
    """A part of the template with its tags carried out; links, bookmarks and notes are still marks.

    Args:
        root: the body, a header, a footer or notes.
        variables: what the tags may name.
        file: the template as the user knows it, for messages.

    Raises:
        TemplateError: a tag fails, or a loop tears the part.
    """
    source = jinja_source(root)
    try:
        xml = _carry_out(source, variables)
    except TEMPLATE_FAULTS as error:
        raise template_error(error, source, file, variables) from error
    try:
        return parse(xml.encode())
    except PartError as error:
        raise TemplateError("word-torn-structure", file=file) from error


def jinja_source(root: etree._Element) -> str:
    """A part as a template of Jinja."""
    _drop_traces(root)
    text = etree.tostring(root, encoding="unicode").replace("\n", " ")
    tidy = TAG_IN_XML.sub(lambda tag: XML_PREFIX.sub("{{", tag[0].translate(TYPOGRAPHY)), text)
    return str(DocxTemplate("").patch_xml(tidy))


def _carry_out(source: str, variables: Mapping[str, object]) -> str:
    environment = word_environment()
    template = environment.parse(source)
    check_rules(template, environment.filters)
    pieces: list[str] = []
    length = 0
    for piece in environment.from_string(template).generate(variables):
        pieces.append(piece)
        length += len(piece)
        if length > MOST_CHARACTERS:
            raise ValueError(f"more than {MOST_CHARACTERS} characters")
    return "".join(pieces)


def _drop_traces(root: etree._Element) -> None:
    for node in list(root.iter(*TRACES)):
        remove(node)
    for node in root.iter(etree.Element):
        for name in [name for name in node.attrib if SESSION_MARK.fullmatch(str(name))]:
            del node.attrib[name]
