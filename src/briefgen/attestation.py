"""What a file of a pack says of itself: the statements in it, what they cite, and from which sources they come.

An attestation is a statement about how something was made that travels with it (the word of in-toto and SLSA). It is
the file `provenance.json` inside every Word file and PDF, so that a copy that went from hand to hand, and was edited on
the way, can be held against what was once built (`verify`), with or without the sources. `docs/provenance.md` describes
it for other programs; within `@1` fields may be added, never renamed or given another meaning.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import groupby
from typing import Literal

from pydantic import Field

from .manifest import InputHash, Manifest, Program
from .model import Model
from .pack import Citation, Item, ItemType, Pack, QuoteSelector, Section, SourceNote
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
    wording: tuple[str, ...] = ()


def attest(
    pack: Pack,
    manifest: Manifest,
    *,
    anchors: Mapping[str, str],
    bylines: Mapping[str, tuple[str, str]],
    cites: bool,
    wording: tuple[str, ...],
) -> Attestation:
    """What the files of a pack will say of themselves.

    Args:
        pack: complete.
        manifest: of the build; its outputs do not matter.
        anchors: names of the places in the file, by the id of a statement and the key of a citation.
        bylines: holder and date of a statement as they are printed, by its id.
        cites: whether the template for Word prints what a statement cites.
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


def attested_pack(attestation: Attestation) -> Pack:
    """The pack as far as an attestation tells it: its statements and citations, to be proven like any pack.

    Args:
        attestation: read from a file.
    """
    cited_by: dict[str, list[str]] = {}
    for statement in attestation.statements:
        for key in dict.fromkeys(statement.citations):
            cited_by.setdefault(key, []).append(statement.id)
    citations = tuple(
        _unattested(citation, number, cited_by.get(citation.key, []))
        for number, citation in enumerate(attestation.citations, start=1)
    )
    return Pack(
        pack=attestation.pack,
        title=attestation.title,
        language=attestation.language,
        as_of=attestation.as_of,
        marking=attestation.marking,
        sections=tuple(_sections(attestation)),
        citations=citations,
        gaps=(),
        sources=tuple(_source_note(source, citations) for source in attestation.sources),
    )


def without(attestation: Attestation, gone: Collection[str | None]) -> Attestation:
    """An attestation without some of its statements, and without what only they cite.

    Args:
        attestation: of a file.
        gone: ids of the statements.
    """
    kept = tuple(statement for statement in attestation.statements if statement.id not in gone)
    cited = {key for statement in kept for key in statement.citations}
    citations = tuple(citation for citation in attestation.citations if citation.key in cited)
    return attestation.model_copy(update={"statements": kept, "citations": citations})


def _sections(attestation: Attestation) -> list[Section]:
    runs = groupby(attestation.statements, key=lambda statement: statement.section)
    return [
        Section(id=f"s{number}", title=title, items=tuple(map(_item, statements)))
        for number, (title, statements) in enumerate(runs, start=1)
    ]


def _item(statement: AttestedStatement) -> Item:
    return Item(
        id=statement.id,
        type=statement.type,
        text=statement.text,
        quoted=statement.quoted,
        citations=statement.citations,
        span=statement.span,
        selector=statement.selector,
    )


def _unattested(citation: AttestedCitation, number: int, cited_by: list[str]) -> Citation:
    return Citation(
        key=citation.key,
        number=number,
        label=citation.label,
        source=citation.source,
        paragraph=citation.paragraph,
        text=citation.text,
        heading_path=citation.heading_path,
        page=citation.page,
        spans=citation.spans,
        sha256=citation.sha256,
        cited_by=tuple(cited_by),
        selector=citation.selector,
    )


def _source_note(source: AttestedSource, citations: tuple[Citation, ...]) -> SourceNote:
    return SourceNote(
        id=source.id,
        label=source.label,
        title=source.label,
        kind="overig",
        holder="",
        date=None,
        file=source.file,
        sha256=source.sha256,
        cited=sum(citation.source == source.id for citation in citations),
    )
