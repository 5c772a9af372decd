"""The loss ledger: where every character of a source went.

A reader loses nothing: each character of the decoded source belongs to one part of the document, or is white space.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from .document import Document
from .provenance import Span, Spans

WHITE_SPACE = "white_space"
UNACCOUNTED = "unaccounted"


class LedgerError(ValueError):
    """Two parts of a document claim the same character: a defect of a reader."""

    def __init__(self, span: Span, destination: str) -> None:
        """Name the claim that came second.

        Args:
            span: the characters of the source that another part has already.
            destination: the part that claims them again.
        """
        super().__init__(f"{destination} claims {span}, which another part has")


def destinations(document: Document) -> Iterator[tuple[str, Spans]]:
    """Each part of a document: what it is, and its spans of the source.

    The name of a part is `paragraph`, `heading`, `footnote`, `caption`, `pull_quote`, or the kind of a furniture.
    """
    for paragraph in document.paragraphs:
        yield "paragraph", paragraph.spans
    for heading in document.headings:
        yield "heading", heading.spans
    for footnote in document.footnotes:
        yield "footnote", footnote.spans
    for caption in document.captions:
        yield "caption", caption.spans
    for pull_quote in document.pull_quotes:
        yield "pull_quote", pull_quote.spans
    for furniture in document.furniture:
        yield furniture.kind, furniture.spans


def ledger(document: Document, source_text: str) -> dict[str, int]:
    """The number of characters of a source by destination; the counts sum to its length.

    Args:
        document: what a reader made of the source.
        source_text: the decoded source.

    Returns:
        Counts by destination, the largest first. White space outside and inside the parts is `white_space`;
        `unaccounted` is what no part has, and absent when there is nothing.

    Raises:
        LedgerError: two parts claim the same character.
    """
    claimed = bytearray(len(source_text))
    counts: Counter[str] = Counter()
    for destination, spans in destinations(document):
        for span in spans:
            if any(claimed[span.start : span.end]):
                raise LedgerError(span, destination)
            claimed[span.start : span.end] = b"\x01" * (span.end - span.start)
            characters = source_text[span.start : span.end]
            spaces = sum(character.isspace() for character in characters)
            counts[destination] += len(characters) - spaces
            counts[WHITE_SPACE] += spaces
    for is_claimed, character in zip(claimed, source_text, strict=True):
        if not is_claimed:
            counts[WHITE_SPACE if character.isspace() else UNACCOUNTED] += 1
    return {name: count for name, count in counts.most_common() if count}
