"""Choosing: what goes into each section of a pack, what stays out, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from ..extraction import Extraction
from ..pack import Change, HolderKind
from ..spec import PackSpec, SectionSpec
from ..topics import Taxonomy
from .budget import surplus
from .cohesion import stands_alone
from .comparison import is_later
from .corpus import Corpus
from .ledger import Ledger
from .outcome import Choice, Evidence, SectionOutcome, Selection
from .scoring import Candidate, candidates
from .summary import summary

HOLDER_ORDER: tuple[HolderKind, ...] = ("kabinet", "fractie", "expert", "overig")
"""In a section the words of these holders stand together, in this order."""

CHANGE_ORDER: tuple[Change | None, ...] = ("reversed", "other_value", "restated", None)
"""The changes of a section stand in this order, what was turned round first."""

FOLLOWED_UP = 0.9
"""What counts of the score of a statement when its holder has written again since."""

CONTINUING = 0.8
"""What counts, beside others of its paragraph, of the score of a statement that continues the sentence before it."""

REPEATED = 0.85
"""What counts of the score of a statement for each better one of the same paragraph in its section."""


def select(
    extractions: Sequence[Extraction], spec: PackSpec, taxonomy: Taxonomy, corpus: Corpus | None = None
) -> Selection:
    """What a pack holds, and why.

    Args:
        extractions: of all sources.
        spec: the definition; the topics that it names are in the taxonomy.
        taxonomy: the topics.
        corpus: the same sources, indexed before, when several packs are made of them.

    Returns:
        One outcome for each section, in the order of the definition.
    """
    corpus = corpus or Corpus(extractions)
    pool = corpus.pool
    ledger = Ledger(corpus)
    for candidate in _by_precedence(spec, pool, candidates(spec, taxonomy, pool, corpus)):
        ledger.consider(candidate)
    for place, choice in tuple(surplus(spec, {section.id: ledger.choices(section.id) for section in spec.sections})):
        ledger.drop(place, choice)
    chosen = {section.id: _in_order(section, ledger.choices(section.id)) for section in spec.sections}
    return Selection(
        sections=tuple(
            SectionOutcome(
                section=section.id,
                choices=summary(section, spec, chosen, corpus) if section.lines else chosen[section.id],
                omissions=ledger.omissions(section.id),
            )
            for section in spec.sections
        )
    )


def _by_precedence(spec: PackSpec, pool: Sequence[Evidence], considered: Iterable[Candidate]) -> list[Candidate]:
    """The candidates in the order in which they are considered: pinned ones, then the best.

    Equals stand as in the definition. Of the statements of one paragraph the best goes first and each further one
    counts less, so that a section draws on many paragraphs; of two that are about as good, the one goes first that can
    be read without the words before it.
    """
    weight = _weights(spec, pool)
    ordered = sorted(considered, key=lambda candidate: _independence(candidate, *weight(candidate)))
    further: Counter[tuple[str, str]] = Counter()
    places = []
    for candidate in ordered:
        place = (candidate.section.id, candidate.evidence.key)
        pinned, score, number = weight(candidate)
        places.append((pinned, score * REPEATED ** further[place], number))
        further[place] += 1
    return [candidate for _, candidate in sorted(zip(places, ordered, strict=True), key=lambda pair: pair[0])]


def _independence(candidate: Candidate, pinned: bool, score: float, number: int) -> tuple[bool, float, int]:
    """The key of a candidate, less good when its words continue a sentence that is not quoted with them."""
    return (pinned, score if stands_alone(candidate.evidence.text) else score * CONTINUING, number)


def _weights(spec: PackSpec, pool: Sequence[Evidence]) -> Callable[[Candidate], tuple[bool, float, int]]:
    """The key to sort candidates by: not pinned, the score (negative), the place of the section.

    Where the newest stand on top, words that their holder has followed up with a later document count less.
    """
    places = {section.id: number for number, section in enumerate(spec.sections)}
    newest: dict[str, str] = {}
    for item in pool:
        newest[item.holder] = max(newest.get(item.holder, ""), item.date or "")

    def key(candidate: Candidate) -> tuple[bool, float, int]:
        score = 1.0 if candidate.score is None else candidate.score
        item = candidate.evidence
        if candidate.section.order == "newest" and is_later(newest[item.holder], item.date):
            score *= FOLLOWED_UP
        return (not candidate.pinned, -score, places[candidate.section.id])

    return key


def _in_order(section: SectionSpec, choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """The choices as they are printed: those of one kind of holder together, older statements marked as such."""
    ordered = sorted(choices, key=lambda choice: (not choice.pinned, -(choice.score or 0.0)))
    if section.order == "newest":
        ordered.sort(key=lambda choice: choice.evidence.date or "", reverse=True)
    ordered.sort(key=lambda choice: HOLDER_ORDER.index(choice.evidence.holder_kind))
    ordered.sort(key=lambda choice: CHANGE_ORDER.index(choice.evidence.change))
    return tuple(
        choice.model_copy(update={"superseded": any(_supersedes(other, choice) for other in ordered[:number])})
        for number, choice in enumerate(ordered)
    )


def _supersedes(newer: Choice, older: Choice) -> bool:
    """Whether two positions are of the same holder and the first is certainly of a later day."""
    one, other = newer.evidence, older.evidence
    apart = one.type == other.type == "position" and not other.change
    return apart and one.holder == other.holder and is_later(one.date, other.date)
