"""The tags of a Word template: found in their paragraphs, checked, and carried out.

The tags are those of docxtpl, which turns a part of the file into a template of Jinja. Each paragraph stands on its
own line of that template, so that the line of an error is the number of a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from docxtpl import DocxTemplate
from lxml import etree

from ...errors import TemplateError
from ..sandbox import TAG, TEMPLATE_FAULTS
from .faults import Story, shown, template_fault
from .ooxml import WORD, WORD_2010, PartError, paragraph_text, parse, remove, w
from .rules import check_rules, word_environment

# The start of a paragraph in XML.
PARAGRAPH_START = re.compile(r"<w:p(?=[ />])")

# Half of a tag: the other half is missing from the paragraph.
HALF_TAG = re.compile(r"\{\{|\{%|\}\}|%\}")

# A tag in the XML of a part, which may be cut into several runs.
TAG_IN_XML = re.compile(r"\{(?:<[^>]*>)*[{%].*?[}%](?:<[^>]*>)*\}", re.DOTALL)

# Elements in which Word notes its own work; they cut tags in two and say nothing to a reader.
TRACES = tuple(w(name) for name in ("proofErr", "lastRenderedPageBreak"))

# Attributes that tell one editing session from another, whose numbers a loop would repeat, and the one that makes
# Word ask whether a field may be updated.
SESSION_MARK = re.compile(rf"\{{{WORD}\}}(?:rsid\w*|dirty)|\{{{WORD_2010}\}}(?:paraId|textId)")

# The prefix with which docxtpl prints XML instead of words (`{{r`, `{{p`); here every tag prints words.
XML_PREFIX = re.compile(r"^\{\{(?:tr|tc|r|p)(?=\s)")

# What word processors write for the plain signs of a tag.
TYPOGRAPHY = str.maketrans({"\u00a0": " ", "\u202f": " "} | dict.fromkeys("“”„", '"') | dict.fromkeys("‘’‚", "'"))

# Far above any pack, far below what fills a memory; loops within loops reach it first.
MOST_CHARACTERS = 50_000_000


def fill(root: etree._Element, variables: Mapping[str, object], file: str, part: str) -> etree._Element:
    """A part of the template with its tags carried out; links and bookmarks are still marks.

    Args:
        root: the body, a header, a footer or notes.
        variables: what the tags may name.
        file: the template as the user knows it, for messages.
        part: name of the part in the template, for messages.

    Raises:
        TemplateError: a tag is misspelt, names what does not exist, or asks what a template may not do.
    """
    paragraphs = tuple(paragraph_text(paragraph) for paragraph in root.iter(w("p")))
    story = Story(file, part, paragraphs, jinja_source(root))
    _check_halves(story)
    try:
        xml = _carry_out(story.source, variables)
    except TEMPLATE_FAULTS as error:
        raise template_fault(error, story, variables) from error
    try:
        return parse(xml.replace("\n<w:p", "<w:p").encode())
    except PartError as error:
        raise TemplateError("word-torn-structure", file=file, place=part) from error


def jinja_source(root: etree._Element) -> str:
    """A part as a template of Jinja: the first paragraph is on line 2, and every other one line further."""
    _drop_traces(root)
    text = etree.tostring(root, encoding="unicode").replace("\n", " ")
    tidy = TAG_IN_XML.sub(lambda tag: XML_PREFIX.sub("{{", tag[0].translate(TYPOGRAPHY)), text)
    return str(DocxTemplate("").patch_xml(PARAGRAPH_START.sub("\n<w:p", tidy)))


def _carry_out(source: str, variables: Mapping[str, object]) -> str:
    environment = word_environment()
    check_rules(environment.parse(source), environment.filters)
    pieces: list[str] = []
    length = 0
    for piece in environment.from_string(source).generate(variables):
        pieces.append(piece)
        length += len(piece)
        if length > MOST_CHARACTERS:
            raise ValueError(f"more than {MOST_CHARACTERS} characters")
    return "".join(pieces)


def _check_halves(story: Story) -> None:
    """A tag that lost its beginning or end would swallow the paragraphs after it."""
    for text in story.paragraphs:
        half = HALF_TAG.search(TAG.sub("", text))
        if half:
            raise TemplateError("word-half-tag", file=story.file, place=story.part, paragraph=shown(text), half=half[0])


def _drop_traces(root: etree._Element) -> None:
    for node in list(root.iter(*TRACES)):
        remove(node)
    for node in root.iter(etree.Element):
        for name in [name for name in node.attrib if SESSION_MARK.fullmatch(str(name))]:
            del node.attrib[name]
