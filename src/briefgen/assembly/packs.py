"""From what was selected to the finished pack: items, numbered citations, sources, and what the sources do not say."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

from ..citing.links import link, official_citation
from ..citing.sessions import Session
from ..dates import first_day, last_day
from ..document import Document
from ..extraction import Extraction
from ..messages import Language, Wording, in_language, message
from ..pack import Citation, Item, Pack, Section, SourceNote
from ..selection import Choice, Evidence, SectionOutcome, Selection
from ..spec import PackSpec, SectionSpec
from .backmatter import back_matter
from .gaps import gaps

SESSION_BEGINS = 9
"""The month in which a parliamentary year begins."""


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
    writer = _Writer(spec, date.fromisoformat(as_of), language)
    written = tuple(writer.section(outcome) for outcome in selection.sections)
    sections = tuple(section for section in written if section.items or not spec.section_by_id[section.id].optional)
    sections = (*sections, *back_matter(sections, newest_first, writer.as_of, language, not_meant))
    citations = _citations(sections, documents)
    pack = Pack(
        pack=name,
        title=in_language(spec.title, language),
        subtitle=_in_language(spec.subtitle, language),
        audience=_in_language(spec.audience, language),
        language=language,
        as_of=as_of,
        marking=in_language(spec.marking, language),
        sections=sections,
        citations=citations,
        gaps=tuple(gaps(written, spec, writer.as_of, language)),
        sources=tuple(_source_note(document, citations, language) for document in documents.values()),
    )
    require_cited(pack)
    return pack


def require_cited(pack: Pack) -> None:
    """Check that every quotation of a pack stands verbatim in a paragraph that it cites.

    Raises:
        ValueError: one does not (a defect: assembly copies words and never changes them).
    """
    for section in pack.sections:
        for item in section.items:
            if item.quoted and not any(item.text in pack.citation_by_key[key].text for key in item.citations):
                raise ValueError(f"{item.id}: no cited paragraph holds the words {item.text!r}")


class _Writer:
    """Writes choices as items, in one language and for one day."""

    def __init__(self, spec: PackSpec, as_of: date, language: Language) -> None:
        self._spec = spec
        self.as_of = as_of
        self._language = language

    def section(self, outcome: SectionOutcome) -> Section:
        """One section, with what it says when the sources say nothing."""
        spec = self._spec.section_by_id[outcome.section]
        items = (*self._notes(spec), *self._items(outcome))
        empty = (spec.show or spec.lines) and not outcome.choices
        return Section(
            id=spec.id,
            title=in_language(spec.title, self._language),
            level=spec.level,
            layout=spec.layout,
            intro=_in_language(spec.intro, self._language),
            items=items,
            gap=message("no-source", self._language) if empty else None,
        )

    def _notes(self, spec: SectionSpec) -> Iterator[Item]:
        if spec.note is not None:
            yield Item(id=f"{spec.id}-note", type="note", text=in_language(spec.note, self._language), quoted=False)

    def _items(self, outcome: SectionOutcome) -> Iterator[Item]:
        for number, choice in enumerate(outcome.choices, start=1):
            name = f"{outcome.section}-{number}"
            yield self._item(name, choice.evidence, choice)
            for place, answer in enumerate(choice.evidence.answers, start=1):
                yield self._item(f"{name}-a{place}", answer, choice)

    def _item(self, name: str, item: Evidence, choice: Choice) -> Item:
        """An item for the evidence of a choice, or for an answer to it."""
        also = choice.also if item is choice.evidence else ()
        return Item(
            id=name,
            type=item.type,
            text=item.text,
            quoted=True,
            citations=(item.key, *also),
            score=choice.score,
            holder=item.holder,
            holder_kind=item.holder_kind,
            date=item.date,
            topic=self._topic(choice) or item.subject,
            number=item.number,
            deadline=item.deadline,
            deadline_text=item.deadline_text,
            status=self._status(item),
            superseded=choice.superseded,
        )

    def _topic(self, choice: Choice) -> str | None:
        if choice.origin is None:
            return None
        origin = self._spec.section_by_id[choice.origin]
        return in_language(origin.subject or origin.title, self._language)

    def _status(self, item: Evidence) -> Literal["open", "overdue", "fulfilled"] | None:
        if item.type != "commitment":
            return None
        if item.fulfilled:
            return "fulfilled"
        overdue = item.deadline is not None and last_day(item.deadline) < self.as_of
        return "overdue" if overdue else "open"


def _citations(sections: Sequence[Section], documents: Mapping[str, Document]) -> tuple[Citation, ...]:
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
    if document.date is None:
        return None
    day = first_day(document.date)
    return Session(day.year if day.month >= SESSION_BEGINS else day.year - 1, consecutive=True).slashed


def _in_language(wording: Wording | None, language: Language) -> str | None:
    return None if wording is None else in_language(wording, language)
