"""Remarks: what a party says in a written consultation without getting an answer of its own."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..provenance import Span
from .consultation import consultation
from .record import Record


class Remark(Record):
    """An introduction or remark of a party."""

    fraction: str | None


def extract(document: Document) -> Iterator[Remark]:
    """The remarks of a document, in reading order."""
    for comment in consultation(document).comments:
        text = comment.paragraph.text
        yield Remark(
            text=text,
            paragraph=comment.paragraph.id,
            span=Span(0, len(text)),
            why=comment.why,
            fraction=comment.fraction,
        )
