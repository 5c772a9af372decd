"""Open questions: what a report asks and does not answer."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..provenance import Span
from .record import Record
from .theme import theme_of


class OpenQuestion(Record):
    """One question. `theme` is the number of the theme it stands under, as printed."""

    theme: int | None


def extract(document: Document) -> Iterator[OpenQuestion]:
    """The questions that a report sets apart as items of a list, in reading order.

    A question in running prose is a figure of speech more often than not, and a question of a party is no open one.
    """
    if document.source.kind != "rapport":
        return
    for paragraph in document.paragraphs:
        if paragraph.kind == "list_item" and paragraph.text.endswith("?"):
            theme = theme_of(paragraph.heading_path)
            yield OpenQuestion(
                text=paragraph.text,
                paragraph=paragraph.id,
                span=Span(0, len(paragraph.text)),
                why="list:question",
                theme=theme.number if theme else None,
            )
