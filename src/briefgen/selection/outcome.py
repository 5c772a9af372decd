"""What selection gives: for each section what is in and what is out, with score, deciding terms and reason."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from ..model import Model
from ..pack import Change, HolderKind, ItemType
from ..provenance import Span

Reason = Literal[
    "below-threshold",  # it fits too little
    "over-budget",  # better statements filled the section
    "same-paragraph",  # a better sentence of the same paragraph is in the section
    "other-section",  # the same words stand in another section where they fit better
    "duplicate",  # another source says the same; it is cited there
    "excluded-term",  # it holds a word that the section excludes
    "excluded-by-hand",  # the person who made the pack left it out
]


class Evidence(Model):
    """Words of a source that a pack can quote.

    Attributes:
        source, paragraph: ids of the document and of the paragraph that holds `text` verbatim.
        span: of `text` in the clean text of the paragraph.
        subject: what a figure or date is, as printed (`3,5%`, `12 juni`).
        stance: the words take a position; told apart in answers only, where other sentences stand beside them.
        answers: what answers a question.
        teller: who tells it, of a stance: the words are his, and what they say is wanted by `holder`.
        change: how a position or figure differs from `earlier`, the older one of the same holder.
    """

    type: ItemType
    source: str
    paragraph: str
    span: Span
    text: str
    holder: str
    holder_kind: HolderKind
    date: str | None
    number: str | None = None
    deadline: str | None = None
    deadline_text: str | None = None
    fulfilled: bool = False
    subject: str | None = None
    stance: bool = False
    answers: tuple[Evidence, ...] = ()
    teller: str | None = None
    change: Change | None = None
    earlier: Evidence | None = None

    @property
    def key(self) -> str:
        """The key of the paragraph, as citations use it."""
        return f"{self.source}:{self.paragraph}"

    @property
    def told(self) -> tuple[Evidence, ...]:
        """All that is quoted with it: itself, its answers, the older statement."""
        return (self, *self.answers, *((self.earlier,) if self.earlier else ()))


class Choice(Model):
    """Evidence that is in a section.

    Attributes:
        score: how well it fits, between 0 and 1; `None` where no terms were asked for.
        terms: the terms that decided: those in the quoted words, then the others of the paragraph, weightiest first.
        also: keys of paragraphs that say the same.
        superseded: a position of the same holder, certainly of a later day, stands above it.
        pinned: a person asked for it.
        origin: the section it was taken from, in a summary.
    """

    evidence: Evidence
    score: float | None
    terms: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    superseded: bool = False
    pinned: bool = False
    origin: str | None = None


class Omission(Model):
    """Evidence that was considered for a section and is not in it.

    Attributes:
        instead: the key of the paragraph that is cited in its place, where there is one.
    """

    key: str
    type: ItemType
    text: str
    score: float | None
    terms: tuple[str, ...]
    reason: Reason
    instead: str | None = None


class SectionOutcome(Model):
    """What is in one section and what is out, in the order of the section."""

    section: str
    choices: tuple[Choice, ...] = ()
    omissions: tuple[Omission, ...] = ()


class Selection(Model):
    """What a pack holds, and why: one outcome a section, in the order of the definition."""

    sections: tuple[SectionOutcome, ...]

    @cached_property
    def by_section(self) -> dict[str, SectionOutcome]:
        """The outcomes by the id of their section."""
        return {outcome.section: outcome for outcome in self.sections}
