"""Checks of a pack against newer versions of its sources: what it cites may have been said differently since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..lineage import Lineage, fate
from ..pack import Citation, Pack
from .citations import SourceText, descendant
from .difference import difference
from .finding import Finding


def version_findings(
    pack: Pack,
    successors: Mapping[str, str],
    sources: Mapping[str, SourceText],
    lineages: Mapping[str, Lineage] | None = None,
) -> tuple[Finding, ...]:
    """The cited sources that have a newer version, and the cited paragraphs that it says differently or no longer.

    That there is a newer version is a notice as long as it still says what is cited.

    Args:
        pack: as it was read back.
        successors: the id of the version that replaces each superseded source, by the id of that source.
        sources: the sources as they are now, by id.
        lineages: what became of each paragraph, by the id of the version that was replaced; likeness tells where there
            is none.
    """
    return tuple(_findings(pack, successors, sources, lineages or {}))


def _findings(
    pack: Pack, successors: Mapping[str, str], sources: Mapping[str, SourceText], lineages: Mapping[str, Lineage]
) -> Iterator[Finding]:
    for name in dict.fromkeys(citation.source for citation in pack.citations):
        newest = sources.get(_newest(name, successors))
        if name not in successors or newest is None:
            continue
        source = newest.document.source
        yield Finding(severity="info", code="source-superseded", where=name, expected=source.label, found=source.id)
        texts = {paragraph.text for paragraph in newest.document.paragraphs}
        for citation in pack.citations:
            if citation.source == name and citation.text not in texts:
                yield _changed(citation, newest, lineages)


def _newest(name: str, successors: Mapping[str, str]) -> str:
    """The last version of a source; a circle ends where it began."""
    seen = {name}
    while (after := successors.get(name)) is not None and after not in seen:
        name = after
        seen.add(name)
    return name


def _words_now(citation: Citation, newest: SourceText, lineages: Mapping[str, Lineage]) -> str | None:
    """What a cited paragraph became in the newest version; `None` when nothing."""
    traced = fate(citation.key, lineages)
    if traced is None or traced.source != newest.document.source.id:
        return descendant(citation, newest.document)
    paragraphs = newest.document.paragraph_by_id
    names = (key.partition(":")[2] for key in traced.keys)
    return " ".join(paragraphs[name].text for name in names if name in paragraphs) or None


def _changed(citation: Citation, newest: SourceText, lineages: Mapping[str, Lineage]) -> Finding:
    now = _words_now(citation, newest, lineages)
    if now is None:
        return Finding(
            code="paragraph-superseded-gone",
            where=citation.key,
            citation=citation.key,
            found=newest.document.source.label,
        )
    differs = difference(now, citation.text)
    return Finding(
        code="paragraph-superseded",
        where=citation.key,
        citation=citation.key,
        expected=differs.expected,
        found=differs.found,
    )
