"""The finished brief before any file format: what a renderer is given, and what `pack.json` holds."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from pydantic import Field

from .model import Model
from .provenance import Span, Spans

PACK_NAME = "pack.json"
RECEIPT_NAME = "receipt.json"

ItemType = Literal[
    "position",  # what a holder wants
    "question",  # what a party asked
    "answer",  # what the cabinet answered
    "remark",  # what a party said without an answer
    "option",  # what an expert proposes
    "commitment",  # what was promised to the Chamber
    "figure",  # a sentence with a share, an amount or a count
    "key_date",  # a sentence with a date
    "stance",  # what another member state or an institution wants: the field of forces
    "passage",  # any other sentence that bears on the section
    "note",  # what a person wrote in the definition of the pack
    "placeholder",  # what only a person can write, to be filled in
]

HolderKind = Literal["kabinet", "fractie", "expert", "overig"]

SectionLayout = Literal[
    "statements",  # a list of dated statements
    "summary",  # one line per subject
    "overview",  # the front page of a Council: a table of subject, kind of discussion, position and sensitivity
    "dialogue",  # questions with their answers
    "commitments",  # a table with deadlines
    "calendar",  # a table of days
    "fields",  # a table that people complete
]

REPEATING: frozenset[SectionLayout] = frozenset({"summary", "overview"})
"""Layouts of sections that repeat, or only list, what stands elsewhere."""

Change = Literal[
    "restated",  # the newer wording of an older position
    "reversed",  # the other answer to the same question
    "other_value",  # another number for the same thing
]


class QuoteSelector(Model):
    """Words with what stands around them, by which they are found again in a changed text.

    The text quote selector of the Web Annotation Data Model (W3C Recommendation, 23 February 2017, 4.2.4).

    Attributes:
        exact: the words.
        prefix, suffix: what stands right before and behind them.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""


class Mark(Model):
    """One sign in a chart.

    Attributes:
        x: where it stands across: an ISO date (as precise as known) or the name of a column.
        y: the name of its row; empty where there is one row.
        value: a count, where the sign has a size.
        label: what is written at it.
        key: of the citation that it stands for.
    """

    x: str
    y: str = ""
    value: float | None = None
    label: str = ""
    key: str | None = None


class Chart(Model):
    """What a picture shows, before it is drawn.

    Attributes:
        id: unique in the pack, letters, digits and hyphens.
        title: its caption.
        alt: what it shows, for who does not see it.
        head, rows: the same data as a table.
        marks: what is drawn.
    """

    id: str
    kind: Literal["timeline", "coverage", "positions"]
    title: str
    alt: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    marks: tuple[Mark, ...]


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
        day: ISO date that the words name, in a calendar.
        number: of a question, as printed in its source.
        deadline: ISO date of a commitment; `deadline_text` as printed.
        status: of a commitment on the date of the pack: `open`, `overdue`, `fulfilled`.
        superseded: true for an older position where a newer one of the same holder stands above it.
        cabinet: the name of the cabinet whose words they are, where that is certain.
        change: how it differs from the older statement that follows it.
        nature: the kind of discussion of an agenda item.
        sensitivity: the counts that make a subject sensitive, in words.
        language: BCP 47 tag of quoted words, where they are not in the language of the pack.
        url: where the paper that the item names is published.
        selector: finds a quotation again in its paragraph.
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
    day: str | None = None
    number: str | None = None
    deadline: str | None = None
    deadline_text: str | None = None
    status: Literal["open", "overdue", "fulfilled"] | None = None
    superseded: bool = False
    cabinet: str | None = None
    change: Change | None = None
    nature: str | None = None
    sensitivity: str | None = None
    language: str | None = None
    url: str | None = None
    selector: QuoteSelector | None = None


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
    charts: tuple[Chart, ...] = ()


class Citation(Model):
    """A cited paragraph, whole.

    Attributes:
        key: `SOURCE:PARAGRAPH`.
        number: its place in the annex, from 1.
        label: how it is cited in print.
        spans: of the decoded source.
        sha256: of `text` in UTF-8.
        cited_by: ids of the items that cite it, in their order.
        language: BCP 47 tag of its words, where they are not in the language of the pack.
        selector: finds it again in its source.
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
    language: str | None = None
    selector: QuoteSelector | None = None


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


class IndexEntry(Model):
    """One line of the index: a subject or a parliamentary paper, with the statements on it.

    Attributes:
        items: ids of the statements, in their order.
    """

    kind: Literal["topic", "paper"]
    term: str
    items: tuple[str, ...]


class Pack(Model):
    """A finished brief, complete before any renderer runs.

    Attributes:
        author: who answers for the pack, as the person who defined it says.
        keywords: the subjects of the pack, for the properties of its files.
    """

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
    author: str | None = None
    keywords: tuple[str, ...] = ()
    index: tuple[IndexEntry, ...] = ()

    @cached_property
    def citation_by_key(self) -> dict[str, Citation]:
        """The cited paragraphs by their key."""
        return {citation.key: citation for citation in self.citations}
