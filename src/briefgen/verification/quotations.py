"""Checks of the quotations of a pack: each stands word for word in a paragraph that it cites."""

from __future__ import annotations

from collections.abc import Mapping

from rapidfuzz.fuzz import partial_ratio

from ..pack import Citation, Item, Pack
from .citations import SourceText, resolve
from .difference import difference, nearest_passage
from .finding import Finding
from .structure import items_of, own_key


def quotation_findings(pack: Pack, sources: Mapping[str, SourceText]) -> tuple[Finding, ...]:
    """The quotations that stand so in none of the paragraphs they cite.

    A quotation is held against the source where that has the bytes that the pack was built from, and against the
    paragraph in the annex of the pack otherwise. What cites nothing that the pack holds is not looked at here.
    """
    paragraphs = {own_key(citation): _truth(citation, pack, sources) for citation in pack.citations}
    paragraphs |= {citation.key: paragraphs[own_key(citation)] for citation in pack.citations}
    findings = []
    for item in items_of(pack):
        cited = [paragraphs[key] for key in item.citations if key in paragraphs]
        if item.quoted and cited and not _is_verbatim(item, cited):
            findings.append(_altered(item, cited))
    return tuple(findings)


def _truth(citation: Citation, pack: Pack, sources: Mapping[str, SourceText]) -> str:
    source = sources.get(citation.source)
    recorded = {note.id: note.sha256 for note in pack.sources}
    if source is None or recorded.get(citation.source, source.sha256) != source.sha256:
        return citation.text
    paragraph = resolve(citation, source)
    return citation.text if paragraph is None else paragraph.text


def _is_verbatim(item: Item, paragraphs: list[str]) -> bool:
    if item.span is not None:
        return bool(item.text) and paragraphs[0][item.span.start : item.span.end] == item.text
    return any(_stands_in(item.text, paragraph) for paragraph in paragraphs)


def _stands_in(quotation: str, text: str) -> bool:
    """Whether the words stand in the text as whole words."""
    start = text.find(quotation) if quotation else -1
    while start >= 0:
        end = start + len(quotation)
        if not within_word(text, start) and not within_word(text, end):
            return True
        start = text.find(quotation, start + 1)
    return False


def within_word(text: str, offset: int) -> bool:
    """Whether a cut at `offset` would divide a word."""
    return 0 < offset < len(text) and text[offset - 1].isalnum() and text[offset].isalnum()


def _altered(item: Item, paragraphs: list[str]) -> Finding:
    if item.span is not None:
        passage = paragraphs[0][item.span.start : item.span.end]
    else:
        likest = max(paragraphs, key=lambda paragraph: partial_ratio(item.text, paragraph))
        passage = nearest_passage(item.text, likest)
    expected, found = difference(passage, item.text)
    return Finding(code="quotation-altered", where=item.id, item=item.id, expected=expected, found=found)
