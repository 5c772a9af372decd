"""The finished brief before any file format: what a renderer is given, and what `pack.json` holds."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from pydantic import Field

from .model import Model
from .provenance import Span, Spans

ItemType = Literal[
    "position",  # what a holder wants
    "question",  # what a party asked
    "answer",  # what the cabinet answered
    "remark",  # what a party said without an answer
    "option",  # what an expert proposes
    "commitment",  # what was promised to the Chamber
    "figure",  # a sentence with a share, an amount or a count
    "key_date",  # a sentence with a date
    "passage",  # any other sentence that bears on the section
    "note",  # what a person wrote in the definition of the pack
]

HolderKind = Literal["kabinet", "fractie", "expert", "overig"]

SectionLayout = Literal[
    "statements",  # a list of dated statements
    "summary",  # the front page: one line per subject
    "dialogue",  # questions with their answers
    "commitments",  # a table with deadlines
]


class Item(Model):
    """One statement of a pack.

    Attributes:
        id: unique in the pack, letters, digits and hyphens.
        text: verbatim from a cited paragraph when `quoted`; otherwise words of the person who made the pack.
        citations: keys of the cited paragraphs; never empty for a quotation.
        span: of `text` in the clean text of the first cited paragraph.
        score: how well it fits the section, between 0 and 1, where a rank decided.
        holder: whose words or whose position it is, and of which `holder_kind`.
        date: ISO date of the source, as precise as known.
        topic: label of the subject, on the front page.
        number: of a question, as printed in its source.
        deadline: ISO date of a commitment; `deadline_text` as printed.
        status: of a commitment on the date of the pack: `open`, `overdue`, `fulfilled`.
        superseded: true for an older position where a newer one of the same holder stands above it.
    """

    id: str
    type: ItemType
    text: str
    quoted: bool
    citations: tuple[str, ...] = ()
    span: Span | None = None
    score: float | None = None
    holder: str | None = None
    holder_kind: HolderKind | None = None
    date: str | None = None
    topic: str | None = None
    number: str | None = None
    deadline: str | None = None
    deadline_text: str | None = None
    status: Literal["open", "overdue", "fulfilled"] | None = None
    superseded: bool = False


class Section(Model):
    """A chapter of a pack; `level` 1 is a chapter, 2 a part of the chapter before it.

    Attributes:
        intro: one sentence about what the section holds, written by the person who defined the pack.
        gap: what the section says instead of items when the sources say nothing.
    """

    id: str
    title: str
    level: int = 1
    layout: SectionLayout = "statements"
    intro: str | None = None
    items: tuple[Item, ...] = ()
    gap: str | None = None


class Citation(Model):
    """A cited paragraph, whole.

    Attributes:
        key: `SOURCE:PARAGRAPH`.
        number: its place in the annex, from 1.
        label: how it is cited in print.
        spans: of the decoded source.
        sha256: of `text` in UTF-8.
        cited_by: ids of the items that cite it, in their order.
    """

    key: str
    number: int
    label: str
    source: str
    paragraph: str
    text: str
    heading_path: tuple[str, ...]
    page: int | None = None
    spans: Spans
    sha256: str
    cited_by: tuple[str, ...]


class Gap(Model):
    """Something the pack was asked for and no source gives.

    Attributes:
        section: where it was asked for; empty for a source that could not be read.
        title: of the section or of its chapter, also when it is not printed.
        topic: the subject, or the label of that source.
    """

    section: str
    title: str | None = None
    topic: str | None = None
    reason: str


class SourceNote(Model):
    """One line of the list of sources.

    Attributes:
        reference: in the official style (`Kamerstukken II 2025/26, 36 715, nr. 32`), if it has a number.
        cited: how many of its paragraphs the pack cites.
    """

    id: str
    label: str
    title: str
    kind: str
    holder: str
    date: str | None
    date_note: str | None = None
    reference: str | None = None
    url: str | None = None
    file: str
    sha256: str
    cited: int


class Pack(Model):
    """A finished brief, complete before any renderer runs."""

    schema_version: Literal["briefgen/pack@1"] = Field(default="briefgen/pack@1", alias="schema")
    pack: str
    title: str
    subtitle: str | None = None
    audience: str | None = None
    language: str
    as_of: str
    marking: str
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]
    gaps: tuple[Gap, ...]
    sources: tuple[SourceNote, ...]

    @cached_property
    def citation_by_key(self) -> dict[str, Citation]:
        """The cited paragraphs by their key."""
        return {citation.key: citation for citation in self.citations}
