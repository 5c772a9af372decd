"""The words that the templates print around the statements of a pack: what in its files nobody added.

They come from the vocabulary (headings, labels, bylines, dates), from the templates themselves, and from the drawings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from lxml import etree, html

from ..errors import TemplateError
from ..model import Model
from ..ooxml import parse, w
from .commission import Commission, Drawing, WordTemplate
from .sandbox import TEMPLATE_FAULTS, environment
from .vocabulary import AnnexParagraph, Statement
from .web import WebTemplate
from .word.marks import site
from .word.ooxml import paragraph_text
from .word.package import story_parts, unpack

# One tag of a template: `{{ title }}`, `{% if gaps %}`, `{# remark #}`.
TAG = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})", re.DOTALL)
# A text between quotation marks in a tag or a stylesheet: `'–'`, `" · "`.
QUOTED = re.compile(r"\"([^\"]*)\"|'([^']*)'|[“„]([^”]*)”|‘([^’]*)’")
# What a stylesheet prints of itself: `content: "p. " counter(page);`
CONTENT = re.compile(r"\bcontent\s*:([^;}]*)")
# A tag of a template for Word that prints the mark of confidentiality.
MARKING = re.compile(r"\{\{[^}%]*(?<!labels\.)\bmarking\b")
# A tag of a template for Word that prints what a statement cites.
CITING = re.compile(r"\{[{%][^}%]*(?:\bfootnote\b|\.sources\b)")


@dataclass(frozen=True, slots=True)
class Printed:
    """What is known of the files of a pack before they are rendered.

    Attributes:
        anchors: names of the places in a file, by the id of a statement and the key of a citation.
        bylines: holder and date of each statement, by its id.
        cites: whether the template for Word prints what a statement cites.
        marks: whether it prints the mark of confidentiality at the edges of pages.
        wording: every text that stands around the statements.
    """

    anchors: Mapping[str, str]
    bylines: Mapping[str, tuple[str, str]]
    cites: bool
    marks: bool
    wording: tuple[str, ...]


def printed(commission: Commission) -> Printed:
    """How the templates print a pack: the places of its statements, and the words around them.

    A template that cannot be read gives no words here: the renderer that needs it says what is wrong.

    Args:
        commission: the pack with its templates and drawings; its attachments do not matter.
    """
    body: list[str] = []
    edges: list[str] = []
    with suppress(TemplateError):
        first, *others = _word_stories(commission.templates.word)
        body.extend(first)
        edges.extend(paragraph for story in others for paragraph in story)
    word = (*body, *edges)
    words = (
        *_vocabulary(commission.view),
        *(piece for paragraph in word for piece in _literals(paragraph)),
        *_web_words(commission.templates.web),
        *_drawn_words(commission.drawings),
    )
    return Printed(
        anchors=_anchors(commission),
        bylines={item: (one.holder, one.date) for item, one in _statements(commission)},
        cites=any(CITING.search(paragraph) for paragraph in word),
        marks=any(MARKING.search(paragraph) for paragraph in edges),
        wording=tuple(sorted({" ".join(text.split()) for text in words} - {""})),
    )


def _anchors(commission: Commission) -> dict[str, str]:
    """The places of statements and cited paragraphs, by id and key."""
    annex = {paragraph.number: paragraph.anchor for source in commission.view.annex for paragraph in source.paragraphs}
    of_items = {item: statement.anchor for item, statement in _statements(commission)}
    return of_items | {citation.key: annex[citation.number] for citation in commission.pack.citations}


def _statements(commission: Commission) -> Iterator[tuple[str, Statement]]:
    """The ids of the statements with their words."""
    items = (item.id for section in commission.pack.sections for item in section.items)
    statements = (statement for chapter in commission.view.chapters for statement in chapter.statements)
    return zip(items, statements, strict=True)


def _vocabulary(value: object) -> Iterator[str]:
    """Every text of the vocabulary, except the statements and the cited paragraphs; of an address also its site."""
    if isinstance(value, str):
        yield value
        if "://" in value:
            yield site(value)
    elif isinstance(value, tuple):
        for one in value:
            yield from _vocabulary(one)
    elif isinstance(value, Model):
        of_source = isinstance(value, Statement | AnnexParagraph)
        for name, one in value:
            if not (of_source and name == "text"):
                yield from _vocabulary(one)


def _word_stories(template: WordTemplate) -> Iterator[list[str]]:
    """The paragraphs of the body, then those of each header, footer and note."""
    parts = unpack(template.data, template.file)
    for name in story_parts(parts):
        yield [paragraph_text(paragraph) for paragraph in parse(parts[name]).iter(w("p"))]


def _literals(text: str) -> Iterator[str]:
    """What a text of a template prints as it stands: the words between its tags, and those quoted in a tag."""
    for number, piece in enumerate(TAG.split(text)):
        if number % 2 == 0:
            yield piece
        elif not piece.startswith("{#"):
            yield from _quoted(piece)


def _quoted(text: str) -> Iterator[str]:
    for match in QUOTED.finditer(text):
        yield from filter(None, match.groups())


def _web_words(template: WebTemplate) -> Iterator[str]:
    try:
        pieces = list(environment().lex(template.text))
    except TEMPLATE_FAULTS:
        return
    page = "".join(text for _, kind, text in pieces if kind == "data")
    root = html.document_fromstring(page or "<p></p>")
    for element in root.iter(etree.Element):
        if element.tag == "style":
            yield from _styled(element.text or "")
        else:
            yield from (element.text or "", element.tail or "")
    yield from (text[1:-1] for _, kind, text in pieces if kind == "string")
    for name, data in template.assets.items():
        if name.endswith(".css"):
            yield from _styled(data.decode("utf-8", errors="replace"))


def _styled(stylesheet: str) -> Iterator[str]:
    for match in CONTENT.finditer(stylesheet):
        yield from _quoted(match[1])


def _drawn_words(drawings: Mapping[str, Drawing]) -> Iterator[str]:
    for drawing in drawings.values():
        yield from drawing.words
