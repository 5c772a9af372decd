"""Checks of a pack that need nothing but the pack: names, links and counts that belong together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ..pack import Citation, Item, Pack
from .finding import Code, Finding

OWN_WORDS = frozenset({"note", "placeholder"})
"""The types of statements that are words of a person or a template."""


def structure_findings(pack: Pack) -> tuple[Finding, ...]:
    """Names that occur twice, links that lead nowhere, statements without a citation."""
    return (*_repeated(pack), *_statements(pack), *_citation_keys(pack))


def count_findings(pack: Pack) -> tuple[Finding, ...]:
    """Numbers, counts and links back that do not agree with the citations of the statements.

    They follow from the citations: in a pack where those are wrong, they say nothing new.
    """
    return (*_citation_numbers(pack), *_source_counts(pack), *_gap_sections(pack))


def items_of(pack: Pack) -> Iterator[Item]:
    """The statements of a pack in their order."""
    for section in pack.sections:
        yield from section.items


def own_key(citation: Citation) -> str:
    """The key that a citation must have."""
    return f"{citation.source}:{citation.paragraph}"


def _repeated(pack: Pack) -> Iterator[Finding]:
    names: dict[str, Iterable[str]] = {
        "sections": (section.id for section in pack.sections),
        "items": (item.id for item in items_of(pack)),
        "citations": (citation.key for citation in pack.citations),
        "sources": (source.id for source in pack.sources),
    }
    for kind, ids in names.items():
        for name, count in Counter(ids).items():
            if count > 1:
                yield Finding(code="repeated-id", where=kind, found=name)


def _statements(pack: Pack) -> Iterator[Finding]:
    known = {name for citation in pack.citations for name in (citation.key, own_key(citation))}
    for item in items_of(pack):
        if item.quoted and not item.citations:
            yield Finding(code="no-citation", where=item.id, item=item.id, found=item.text)
        if not item.quoted and item.type not in OWN_WORDS:
            yield Finding(code="own-words", where=item.id, item=item.id, found=item.text)
        for key in item.citations:
            if key not in known:
                yield Finding(code="citation-missing", where=item.id, item=item.id, found=key)


def _citation_keys(pack: Pack) -> Iterator[Finding]:
    listed = {source.id for source in pack.sources}
    for citation in pack.citations:
        if citation.key != own_key(citation):
            yield Finding(
                code="citation-key-wrong",
                where=citation.key,
                citation=citation.key,
                expected=own_key(citation),
                found=citation.key,
            )
        if citation.source not in listed:
            yield Finding(code="source-unlisted", where=citation.key, citation=citation.key, found=citation.source)


def _citation_numbers(pack: Pack) -> Iterator[Finding]:
    citing: dict[str, list[str]] = {}
    for item in items_of(pack):
        for key in dict.fromkeys(item.citations):
            citing.setdefault(key, []).append(item.id)
    for number, citation in enumerate(pack.citations, start=1):
        cited_by = tuple(citing.get(citation.key, ()))
        if citation.number != number:
            yield _differs("citation-number-wrong", citation, str(number), str(citation.number))
        if citation.cited_by != cited_by or not cited_by:
            yield _differs("cited-by-wrong", citation, ", ".join(cited_by), ", ".join(citation.cited_by))


def _source_counts(pack: Pack) -> Iterator[Finding]:
    cited = Counter(citation.source for citation in pack.citations)
    for source in pack.sources:
        if source.cited != cited[source.id]:
            expected, found = str(cited[source.id]), str(source.cited)
            yield Finding(code="cited-count-wrong", where=source.id, expected=expected, found=found)


def _gap_sections(pack: Pack) -> Iterator[Finding]:
    sections = {"", *(section.id for section in pack.sections)}
    for gap in pack.gaps:
        if gap.section not in sections:
            yield Finding(code="gap-section-unknown", where="gaps", found=gap.section)


def _differs(code: Code, citation: Citation, expected: str, found: str) -> Finding:
    return Finding(code=code, where=citation.key, citation=citation.key, expected=expected, found=found)
