"""From what was selected to the finished pack: items, numbered citations, sources, and what the sources do not say."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ..citing.links import link, official_citation
from ..citing.sessions import Session
from ..dates import first_day
from ..document import Document
from ..extraction import Extraction
from ..messages import Language, Wording, in_language
from ..pack import Citation, Pack, Section, SourceNote
from ..selection import Selection
from ..spec import PackSpec
from .backmatter import back_matter
from .gaps import gaps
from .quoting import with_selectors
from .writing import Writer


def assemble(
    selection: Selection,
    spec: PackSpec,
    extractions: Sequence[Extraction],
    *,
    name: str,
    as_of: str,
    language: Language,
    not_meant: Sequence[str] = (),
) -> Pack:
    """The finished pack.

    Args:
        selection: made from `spec` and `extractions`.
        spec: the definition of the pack.
        extractions: of all sources.
        name: of the pack, as commands and folders know it.
        as_of: ISO day for which the pack holds; decides which commitments are overdue.
        language: of titles and messages; the words of sources stay as they are.
        not_meant: names that mean something else than a subject of the pack (`Taxonomy.not_meant`).

    Raises:
        ValueError: a quotation is not in a paragraph that it cites (a defect).
    """
    newest_first = sorted(extractions, key=lambda one: (one.document.date or "", one.document.source.id), reverse=True)
    documents = {one.document.source.id: one.document for one in newest_first}
    writer = Writer(selection, spec, date.fromisoformat(as_of), language)
    written = tuple(writer.section(outcome) for outcome in selection.sections)
    sections = tuple(section for section in written if section.items or not spec.section_by_id[section.id].optional)
    sections = (*sections, *back_matter(sections, newest_first, writer.as_of, language, not_meant))
    citations = _citations(sections, documents, language)
    foreign = {citation.key: citation.language for citation in citations}
    pack = Pack(
        pack=name,
        title=in_language(spec.title, language),
        subtitle=_in_language(spec.subtitle, language),
        audience=_in_language(spec.audience, language),
        language=language,
        as_of=as_of,
        marking=in_language(spec.marking, language),
        author=_in_language(spec.author, language),
        keywords=tuple(dict.fromkeys(_subjects(spec, language))),
        sections=tuple(_with_languages(section, foreign) for section in sections),
        citations=citations,
        gaps=tuple(gaps(written, spec, writer.as_of, language)),
        sources=tuple(_source_note(document, citations, language) for document in documents.values()),
    )
    require_cited(pack)
    return with_selectors(pack, documents)


def require_cited(pack: Pack) -> None:
    """Check that every quotation of a pack stands verbatim in a paragraph that it cites.

    Raises:
        ValueError: one does not (a defect: assembly copies words and never changes them).
    """
    for section in pack.sections:
        for item in section.items:
            if item.quoted and not any(item.text in pack.citation_by_key[key].text for key in item.citations):
                raise ValueError(f"{item.id}: no cited paragraph holds the words {item.text!r}")


def _subjects(spec: PackSpec, language: Language) -> Iterator[str]:
    """The subjects of a pack: what its sections on topics are called."""
    for section in spec.sections:
        if section.topics:
            yield in_language(section.subject or section.title, language)


def _with_languages(section: Section, foreign: Mapping[str, str | None]) -> Section:
    """A section whose quotations say in which language they are, where it is not that of the pack."""
    items = tuple(
        item.model_copy(update={"language": foreign[item.citations[0]]}) if item.quoted else item
        for item in section.items
    )
    return section.model_copy(update={"items": items})


def _citations(
    sections: Sequence[Section], documents: Mapping[str, Document], language: Language
) -> tuple[Citation, ...]:
    """The cited paragraphs: by source as `documents` stands, then as they follow one another, numbered from 1."""
    cited_by: dict[str, list[str]] = {}
    for section in sections:
        for item in section.items:
            for key in item.citations:
                cited_by.setdefault(key, []).append(item.id)
    ordered = [
        (document, paragraph, f"{source}:{paragraph.id}")
        for source, document in documents.items()
        for paragraph in document.paragraphs
        if f"{source}:{paragraph.id}" in cited_by
    ]
    return tuple(
        Citation(
            key=key,
            number=number,
            label=_label(document, paragraph.id, paragraph.page),
            source=document.source.id,
            paragraph=paragraph.id,
            text=paragraph.text,
            heading_path=paragraph.heading_path,
            page=paragraph.page,
            spans=paragraph.spans,
            sha256=hashlib.sha256(paragraph.text.encode()).hexdigest(),
            cited_by=tuple(cited_by[key]),
            language=document.metadata.language if document.metadata.language != language else None,
        )
        for number, (document, paragraph, key) in enumerate(ordered, start=1)
    )


def _label(document: Document, paragraph: str, page: int | None) -> str:
    label = f"{document.source.label}, ¶ {paragraph.removeprefix('p')}"
    return f"{label}, p. {page}" if page is not None else label


def _source_note(document: Document, citations: Sequence[Citation], language: Language) -> SourceNote:
    source, metadata = document.source, document.metadata
    papers = metadata.identifiers.kamerstuk
    return SourceNote(
        id=source.id,
        label=source.label,
        title=metadata.title or source.declared.title or source.label,
        kind=source.kind,
        holder=source.holder,
        date=document.date,
        date_note=None if metadata.date else _in_language(source.declared.date_note, language),
        reference="; ".join(official_citation(paper, _parliamentary_year(document)) for paper in papers) or None,
        url=metadata.url or source.declared.url or next(filter(None, map(link, papers)), None),
        file=source.file,
        sha256=source.sha256,
        cited=sum(citation.source == source.id for citation in citations),
    )


def _parliamentary_year(document: Document) -> str | None:
    """The parliamentary year that a document is of, if its date is known."""
    return None if document.date is None else Session.on(first_day(document.date)).slashed


def _in_language(wording: Wording | None, language: Language) -> str | None:
    return None if wording is None else in_language(wording, language)
