"""What a file of a pack says of itself: the statements in it, what they cite, and from which sources they come.

An attestation is a statement about how something was made that travels with it (the word of in-toto and SLSA). It is
the file `provenance.json` inside every Word file and PDF, so that a copy that went from hand to hand, and was edited on
the way, can be held against what was once built (`verify`), with or without the sources. `docs/provenance.md` describes
it for other programs; within `@1` fields may be added, never renamed or given another meaning.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from .manifest import InputHash, Manifest, Program
from .model import Model
from .pack import Citation, Item, ItemType, Pack, QuoteSelector
from .provenance import Span, Spans

ATTESTATION_NAME = "provenance.json"
"""The name of the file inside the file."""


class AttestedSource(Model):
    """A source by content: its `sha256` is that of its bytes when the pack was built."""

    id: str
    label: str
    file: str
    sha256: str


class AttestedStatement(Model):
    """One statement of the pack.

    Attributes:
        id: of the item in `pack.json`.
        anchor: name of its place in the file: a bookmark in Word, a destination in PDF.
        section: the title of the section that it stands in.
        type: what it is (`position`, `note`, `placeholder`).
        quoted: true for words of a source; false for words of the template or of the person who made the pack.
        text: the exact words.
        span: of the words in the first paragraph cited.
        selector: finds them again in that paragraph.
        citations: keys of the paragraphs cited.
        holder, date: whose words they are and of when, as the templates print it.
    """

    id: str
    anchor: str
    section: str
    type: ItemType
    quoted: bool
    text: str
    span: Span | None = None
    selector: QuoteSelector | None = None
    citations: tuple[str, ...] = ()
    holder: str = ""
    date: str = ""


class AttestedCitation(Model):
    """One cited paragraph.

    Attributes:
        key: `SOURCE:PARAGRAPH`.
        anchor: name of its place in the annex of the file.
        label: how it is cited in print.
        text: the whole paragraph; `sha256` is that of `text` in UTF-8.
        spans: of the decoded source.
        selector: finds it again in its source.
    """

    key: str
    anchor: str
    label: str
    source: str
    paragraph: str
    text: str
    sha256: str
    heading_path: tuple[str, ...] = ()
    page: int | None = None
    spans: Spans
    selector: QuoteSelector | None = None


class Attestation(Model):
    """What a file says of itself.

    Attributes:
        templates: that print the pack, by content.
        cites: whether the template for Word prints what a statement cites, as notes or links.
        marks: whether the template for Word prints the mark of confidentiality at the edges of pages.
        own: the word for a person's own words (`Notitie`): a paragraph that somebody adds and that begins with it and a
            colon passes for no words of a source.
        wording: every text that the templates print around the statements: headings, labels, bylines, dates. What
            stands in a file and is neither a statement, nor a cited paragraph, nor made of these, was added later.
    """

    schema_version: Literal["briefgen/provenance@1"] = Field(default="briefgen/provenance@1", alias="schema")
    program: Program
    pack: str
    title: str
    language: str
    as_of: str
    marking: str
    templates: tuple[InputHash, ...]
    sources: tuple[AttestedSource, ...]
    statements: tuple[AttestedStatement, ...]
    citations: tuple[AttestedCitation, ...]
    cites: bool = True
    marks: bool = False
    own: str = "Note"
    wording: tuple[str, ...] = ()


def attest(
    pack: Pack,
    manifest: Manifest,
    *,
    anchors: Mapping[str, str],
    bylines: Mapping[str, tuple[str, str]],
    cites: bool,
    marks: bool,
    own: str,
    wording: tuple[str, ...],
) -> Attestation:
    """What the files of a pack will say of themselves.

    Args:
        pack: complete.
        manifest: of the build; its outputs do not matter.
        anchors: names of the places in the file, by the id of a statement and the key of a citation.
        bylines: holder and date of a statement as they are printed, by its id.
        cites: whether the template for Word prints what a statement cites.
        marks: whether it prints the mark of confidentiality at the edges of pages.
        own: the word for a person's own words.
        wording: every text that the templates print around the statements.

    Raises:
        KeyError: a statement or citation has no place in the file (a defect).
    """
    return Attestation(
        program=manifest.program,
        pack=pack.pack,
        title=pack.title,
        language=pack.language,
        as_of=pack.as_of,
        marking=pack.marking,
        templates=manifest.templates,
        sources=tuple(
            AttestedSource(id=note.id, label=note.label, file=note.file, sha256=note.sha256) for note in pack.sources
        ),
        statements=tuple(
            _statement(item, section.title, anchors, bylines[item.id])
            for section in pack.sections
            for item in section.items
        ),
        citations=tuple(_citation(citation, anchors) for citation in pack.citations),
        cites=cites,
        marks=marks,
        own=own,
        wording=wording,
    )


def _statement(item: Item, section: str, anchors: Mapping[str, str], byline: tuple[str, str]) -> AttestedStatement:
    return AttestedStatement(
        id=item.id,
        anchor=anchors[item.id],
        section=section,
        type=item.type,
        quoted=item.quoted,
        text=item.text,
        span=item.span,
        selector=item.selector,
        citations=item.citations,
        holder=byline[0],
        date=byline[1],
    )


def _citation(citation: Citation, anchors: Mapping[str, str]) -> AttestedCitation:
    return AttestedCitation(
        key=citation.key,
        anchor=anchors[citation.key],
        label=citation.label,
        source=citation.source,
        paragraph=citation.paragraph,
        text=citation.text,
        sha256=citation.sha256,
        heading_path=citation.heading_path,
        page=citation.page,
        spans=citation.spans,
        selector=citation.selector,
    )
