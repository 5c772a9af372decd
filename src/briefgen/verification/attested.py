"""What a file of a pack says of itself, read back: the pack as far as the attestation tells it."""

from __future__ import annotations

from collections.abc import Collection
from itertools import groupby

from ..attestation import ATTESTATION_NAME, Attestation, AttestedCitation, AttestedSource, AttestedStatement
from ..pack import Citation, Item, Pack, Section, SourceNote
from ..serialization import from_json


def parse_attestation(data: bytes, file: str) -> Attestation:
    """What a file of a pack says of itself, read strictly.

    Args:
        data: `provenance.json` as it stands in the file.
        file: how messages name the file that it stands in.

    Raises:
        InputError: no JSON, or a key is unknown, missing or has a wrong value.
    """
    return from_json(data, f"{file}/{ATTESTATION_NAME}", Attestation)


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
