"""What a source says, as a reader of the paper sees it: the model between the readers and everything else.

A `Document` holds the text of one source in clean paragraphs, each with the spans of the decoded source that it comes
from. Whatever is not text of the document (navigation, page numbers, marks) is `Furniture`, so that every
character of the source is accounted for.
"""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from pydantic import Field

from .diagnostics import Diagnostic
from .model import Model
from .provenance import Span, Spans
from .sources import Source

ParagraphKind = Literal["body", "list_item", "question", "answer", "table_cell", "signature"]

FurnitureKind = Literal[
    "navigation",  # menus and links around a scraped page
    "letterhead",  # dossier, number, addressee, place and date of a letter
    "cover",  # title page, series, subtitle
    "contents",  # a printed table of contents
    "running_head",  # the same line at the top or bottom of each page
    "page_number",
    "byline",  # who wrote the part that follows
    "bookmark",  # anchors of a word processor
    "mark",  # the sign in the text that calls a note
    "markup",  # signs of Markdown or HTML
    "label",  # the printed number or sign of a list item or a note
    "stray",  # a line that belongs to nothing
]


class Person(Model):
    """Somebody whom the document names as its author, sender or signatory."""

    name: str
    role: str | None = None


class Identifiers(Model):
    """The numbers that a parliamentary document carries, in normal form (`36715-32`, `2026D03628`, `2026Z01502`).

    Attributes:
        publication: of another official publication: `ah-tk-20232024-2271`, `h-tk-20172018-70-4`.
    """

    kamerstuk: tuple[str, ...] = ()
    document: tuple[str, ...] = ()
    zaak: tuple[str, ...] = ()
    publication: tuple[str, ...] = ()


class Metadata(Model):
    """What the document says of itself; `None` where it says nothing.

    Attributes:
        title: the title as printed.
        date: ISO date, as precise as the text gives it (`2026-01-27`, `2026-03`).
        language: of the content, BCP 47.
        place: where a letter was written.
        marking: a classification or handling mark, as printed.
    """

    title: str | None = None
    date: str | None = None
    language: str = "nl"
    publisher: str | None = None
    addressee: str | None = None
    place: str | None = None
    marking: str | None = None
    authors: tuple[Person, ...] = ()
    identifiers: Identifiers = Identifiers()
    url: str | None = None
    spans: dict[str, Span] = Field(default_factory=dict)
    """Where each field stands in the decoded source, by name of the field (`identifiers.kamerstuk` for a part)."""


class Heading(Model):
    """A heading. `level` 1 is the highest; `parent` is the id of the nearest heading above it of a higher level."""

    id: str
    text: str
    level: int
    parent: str | None
    spans: Spans


class Paragraph(Model):
    """A paragraph as a reader sees it: whole, clean, in one piece.

    Attributes:
        id: `p1`, `p2`, … in reading order.
        heading: the id of the heading it stands under.
        heading_path: the texts of the headings above it, the highest first.
        lead_in: for an item of a list, the id of the paragraph that introduces the list.
        page: the number of the page that it begins on, where the source has pages.
        spans: of the decoded source; their text, folded, is `text`.
    """

    id: str
    text: str
    kind: ParagraphKind = "body"
    heading: str | None = None
    heading_path: tuple[str, ...] = ()
    lead_in: str | None = None
    page: int | None = None
    spans: Spans


class Footnote(Model):
    """A note and the place of its mark: `offset` characters of the clean text of `paragraph` stand before it."""

    label: str
    text: str
    paragraph: str | None
    offset: int | None
    spans: Spans


class Caption(Model):
    """The line under a picture, its credit included. `after` is the id of the paragraph before it."""

    text: str
    after: str | None
    spans: Spans


class PullQuote(Model):
    """A sentence that is printed large and repeats one of the body. `repeats` is the id of that paragraph."""

    text: str
    repeats: str | None
    spans: Spans


class Cell(Model):
    """One cell of a table. `paragraph` is the id of the paragraph of kind `table_cell` that holds its text."""

    row: int
    column: int
    header: bool
    paragraph: str


class Table(Model):
    """A table. Its cells are paragraphs of the document too, so that each can be cited."""

    id: str
    heading: str | None
    cells: tuple[Cell, ...]


class Link(Model):
    """A reference that the markup of the source makes, as printed in a paragraph or in a note.

    Attributes:
        paragraph: the id of the paragraph, of a link in one.
        footnote: its place among the footnotes of the document, from 0, of a link in one.
        span: of the clean text of that paragraph or note.
        target: normal form of the paper that it names (`21501-02-2790`, `ah-tk-20232024-99`), else the address.
    """

    paragraph: str | None = None
    footnote: int | None = None
    span: Span
    target: str


class Turn(Model):
    """What one speaker says in a debate before the next one speaks.

    Attributes:
        speaker: name without the form of address (`Bergkamp`, `voorzitter`).
        party: as printed, of a member.
        role: as printed, of a minister.
        paragraphs: the ids of what was said.
    """

    speaker: str
    party: str | None = None
    role: str | None = None
    paragraphs: tuple[str, ...] = ()


class Furniture(Model):
    """Characters of the source that are not text of the document, and what they are."""

    kind: FurnitureKind
    text: str
    spans: Spans


class Document(Model):
    """One source as its reader sees it.

    Attributes:
        source: which file this is.
        metadata: what the document says of itself.
        length: number of characters of the decoded source.
    """

    source: Source
    metadata: Metadata = Metadata()
    length: int
    headings: tuple[Heading, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    captions: tuple[Caption, ...] = ()
    pull_quotes: tuple[PullQuote, ...] = ()
    tables: tuple[Table, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    links: tuple[Link, ...] = ()
    turns: tuple[Turn, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def date(self) -> str | None:
        """The date of the document: its own, or the one that the register declares."""
        return self.metadata.date or self.source.declared.date

    @cached_property
    def paragraph_by_id(self) -> dict[str, Paragraph]:
        """The paragraphs by their id."""
        return {paragraph.id: paragraph for paragraph in self.paragraphs}

    @cached_property
    def heading_by_id(self) -> dict[str, Heading]:
        """The headings by their id."""
        return {heading.id: heading for heading in self.headings}


def as_declared(document: Document) -> Document:
    """A document without what it seems to say of itself and a person declared otherwise.

    Args:
        document: as its reader sees it, with its entry in the register.
    """
    overruled = document.source.declared.overrules
    if not overruled:
        return document
    said = document.metadata
    spans = {name: span for name, span in said.spans.items() if name not in overruled}
    metadata = said.model_copy(update=dict.fromkeys(overruled) | {"spans": spans})
    return document.model_copy(update={"metadata": metadata})
