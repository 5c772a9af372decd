"""Says of every quotation and every cited paragraph where its words stand, so that they are found again."""

from __future__ import annotations

from collections.abc import Mapping

from ..anchoring import CONTEXT, selector_of
from ..document import Document
from ..pack import Citation, Item, Pack, QuoteSelector
from ..provenance import Span


def with_selectors(pack: Pack, documents: Mapping[str, Document]) -> Pack:
    """The pack whose quotations have span and selector in their paragraph, and whose citations have one in the source.

    Args:
        pack: complete.
        documents: the sources that it cites, by id.
    """
    around = {name: _surroundings(document) for name, document in documents.items()}
    sections = tuple(
        section.model_copy(update={"items": tuple(_anchored(item, pack.citation_by_key) for item in section.items)})
        for section in pack.sections
    )
    citations = tuple(
        citation.model_copy(update={"selector": around[citation.source][citation.paragraph]})
        if citation.paragraph in around.get(citation.source, {})
        else citation
        for citation in pack.citations
    )
    return pack.model_copy(update={"sections": sections, "citations": citations})


def _anchored(item: Item, citations: Mapping[str, Citation]) -> Item:
    """A quotation with its place in the first paragraph that it cites; without one when its words are not there."""
    if not item.quoted or not item.citations:
        return item
    paragraph = citations[item.citations[0]].text
    span = item.span or _place(item.text, paragraph)
    if span is None:
        return item
    return item.model_copy(update={"span": span, "selector": selector_of(paragraph, span)})


def _place(words: str, paragraph: str) -> Span | None:
    start = paragraph.find(words)
    return None if start < 0 else Span(start, start + len(words))


def _surroundings(document: Document) -> dict[str, QuoteSelector]:
    """The selector of each paragraph of a source: its context is the end of the one before and the head of the next."""
    texts = ["", *(paragraph.text for paragraph in document.paragraphs), ""]
    return {
        paragraph.id: QuoteSelector(exact=paragraph.text, prefix=before[-CONTEXT:], suffix=behind[:CONTEXT])
        for paragraph, before, behind in zip(document.paragraphs, texts, texts[2:], strict=False)
    }
