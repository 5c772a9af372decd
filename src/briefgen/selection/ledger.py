"""Which candidate is in and which is out, decided one after the other, the best first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from ..provenance import Span
from ..spec import SectionSpec
from .comparison import ALIKE
from .corpus import Corpus
from .outcome import Choice, Evidence, Omission, Reason
from .scoring import Candidate

SHORTEST_TWIN = 40
"""Characters: shorter words may stand in two places by chance."""

ASSURED = 0.7
"""What part of the lowest score is enough for the statements that a section is assured of."""


@dataclass(slots=True)
class _Page:
    """What one section holds while it is being decided."""

    choices: list[Choice] = field(default_factory=list)
    omissions: list[Omission] = field(default_factory=list)


class Ledger:
    """Takes candidates in order of precedence; each is chosen, or omitted with its reason.

    The rules hold over all sections: the same words stand in a pack once, and a sentence that two sources share is
    quoted from the newest and cites both.
    """

    def __init__(self, corpus: Corpus) -> None:
        """Start with nothing chosen."""
        self._corpus = corpus
        self._pages: dict[str, _Page] = {}

    def choices(self, section: str) -> tuple[Choice, ...]:
        """What is in a section, in order of precedence."""
        return tuple(self._page(section).choices)

    def omissions(self, section: str) -> tuple[Omission, ...]:
        """What was considered for a section and is out."""
        return tuple(self._page(section).omissions)

    def consider(self, candidate: Candidate) -> None:
        """Choose or omit a candidate."""
        reason, instead = self._obstacle(candidate)
        if reason is None:
            self._page(candidate.section.id).choices.append(_choice(candidate))
        else:
            self._page(candidate.section.id).omissions.append(_omission(candidate, reason, instead))

    def drop(self, section: str, choice: Choice) -> None:
        """Leave a choice out after all, because its chapter has no room for it."""
        page = self._page(section)
        page.choices.remove(choice)
        page.omissions.append(_omission_of(choice.evidence, choice.score, choice.terms, "over-budget", None))

    def _page(self, section: str) -> _Page:
        return self._pages.setdefault(section, _Page())

    def _obstacle(self, candidate: Candidate) -> tuple[Reason | None, str | None]:
        """Why a candidate cannot be chosen, and what is cited in its place."""
        unfit = self._unfit(candidate)
        if unfit is not None:
            return unfit, None
        said = self._said_before(candidate)
        if said is not None:
            return said
        if not candidate.pinned and len(self._page(candidate.section.id).choices) >= candidate.section.limit:
            return "over-budget", None
        return None, None

    def _unfit(self, candidate: Candidate) -> Reason | None:
        """Why a candidate is out whatever else there is."""
        section, item = candidate.section, candidate.evidence
        if any(item.key in self._corpus.holding(words) for words in section.exclude):
            return "excluded-by-hand"
        if any(words.casefold() in item.text.casefold() for words in section.exclude_terms):
            return "excluded-term"
        if not candidate.pinned and candidate.score is not None and candidate.score < self._least(section):
            return "below-threshold"
        return None

    def _least(self, section: SectionSpec) -> float:
        """The score that a section asks for: less as long as it holds fewer statements than it is assured of."""
        short = len(self._page(section.id).choices) < section.assured
        return section.least * ASSURED if short else section.least

    def _said_before(self, candidate: Candidate) -> tuple[Reason, str] | None:
        """That its words, its paragraph or its like are in already, and the key of what is cited."""
        section, item = candidate.section, candidate.evidence
        if item.change:
            return self._changed_before(item)
        for place, choice in self._all_choices():
            if _same_words(choice.evidence, item):
                return ("same-paragraph" if place == section.id else "other-section"), choice.evidence.key
        choices = self._page(section.id).choices
        if any(_same_dialogue(choice.evidence, item) for choice in choices):
            return "same-paragraph", item.key
        if sum(choice.evidence.key == item.key for choice in choices) >= section.per_paragraph:
            return "same-paragraph", item.key
        twin = self._merge_with_twin(item)
        return ("duplicate", twin) if twin is not None else None

    def _changed_before(self, item: Evidence) -> tuple[Reason, str] | None:
        """That one side of a change is in a change already; elsewhere its words may stand by themselves."""
        for page in self._pages.values():
            for choice in page.choices:
                if choice.evidence.change and _same_change(choice.evidence, item):
                    return "duplicate", choice.evidence.key
        return None

    def _all_choices(self) -> Iterator[tuple[str, Choice]]:
        """The choices that stand by themselves, each with its section."""
        for section, page in self._pages.items():
            for choice in page.choices:
                if not choice.evidence.change:
                    yield section, choice

    def _merge_with_twin(self, item: Evidence) -> str | None:
        """Let a choice that says the same cite `item` too; the key of what is quoted, or `None` if none does."""
        for page in self._pages.values():
            for number, choice in enumerate(page.choices):
                if not choice.evidence.change and _says_the_same(choice.evidence, item):
                    page.choices[number] = _merged(choice, item)
                    return page.choices[number].evidence.key
        return None


def _choice(candidate: Candidate) -> Choice:
    return Choice(evidence=candidate.evidence, score=candidate.score, terms=candidate.terms, pinned=candidate.pinned)


def _omission(candidate: Candidate, reason: Reason, instead: str | None) -> Omission:
    return _omission_of(candidate.evidence, candidate.score, candidate.terms, reason, instead)


def _omission_of(
    item: Evidence, score: float | None, terms: tuple[str, ...], reason: Reason, instead: str | None
) -> Omission:
    return Omission(
        key=item.key, type=item.type, text=item.text, score=score, terms=terms, reason=reason, instead=instead
    )


def _merged(choice: Choice, item: Evidence) -> Choice:
    """The choice with `item` as a further citation; the longer of the two is quoted, or the newer of like ones.

    A statement of another kind (a commitment beside a position) is cited and never takes its place.
    """
    if item.type != choice.evidence.type:
        take = False
    elif _holds(choice.evidence, item) or _holds(item, choice.evidence):
        take = len(item.text) > len(choice.evidence.text)
    else:
        take = (item.date or "") > (choice.evidence.date or "")
    quoted, other = (item, choice.evidence) if take else (choice.evidence, item)
    also = tuple(dict.fromkeys(key for key in (*choice.also, other.key) if key != quoted.key))
    return choice.model_copy(update={"evidence": quoted, "also": also})


def _same_words(one: Evidence, other: Evidence) -> bool:
    """Whether two quotations, or an answer to the first, share words of the same paragraph."""
    return any(said.key == other.key and _overlap(said.span, other.span) for said in (one, *one.answers))


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _same_change(one: Evidence, other: Evidence) -> bool:
    """Whether two changes have the newer or the older words in common."""
    before, after = one.earlier, other.earlier
    return _same_words(one, other) or (before is not None and after is not None and _same_words(before, after))


def _same_dialogue(one: Evidence, other: Evidence) -> bool:
    return one.type == other.type == "question" and (one.source, one.number) == (other.source, other.number)


def _says_the_same(one: Evidence, other: Evidence) -> bool:
    """Whether the same holder says the same in two paragraphs; a question is never merged."""
    return (
        one.holder == other.holder
        and "question" not in (one.type, other.type)
        and one.key != other.key
        and (_holds(one, other) or _holds(other, one) or fuzz.ratio(one.text, other.text, score_cutoff=ALIKE) > 0)
    )


def _holds(one: Evidence, other: Evidence) -> bool:
    """Whether the words of `other` are part of those of `one`."""
    return len(other.text) >= SHORTEST_TWIN and other.text in one.text
