"""Choosing: what goes into each section of a pack, what stays out, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from ..dates import first_day, last_day
from ..extraction import Extraction
from ..pack import HolderKind
from ..spec import PackSpec, SectionSpec
from ..topics import Taxonomy
from .corpus import Corpus
from .evidence import evidence
from .excerpt import stands_alone
from .ledger import Ledger
from .outcome import Choice, Evidence, SectionOutcome, Selection
from .scoring import Candidate, candidates, widened

HOLDER_ORDER: tuple[HolderKind, ...] = ("kabinet", "fractie", "expert", "overig")
"""In a section the words of these holders stand together, in this order."""

FOLLOWED_UP = 0.9
"""What counts of the score of a statement when its holder has written again since."""

HEADLINE_LENGTH = 280
"""Characters: a longer statement is hard to read as a line of a summary."""

FLAW = 0.12
"""What a headline loses, of a score between 0 and 1, for being long, and for not standing alone."""


def select(extractions: Sequence[Extraction], spec: PackSpec, taxonomy: Taxonomy) -> Selection:
    """What a pack holds, and why.

    Args:
        extractions: of all sources.
        spec: the definition; the topics that it names are in the taxonomy.
        taxonomy: the topics.

    Returns:
        One outcome for each section, in the order of the definition.
    """
    corpus = Corpus(extractions)
    pool = [widened(item, corpus.text(item.key)) for extraction in extractions for item in evidence(extraction)]
    ledger = Ledger(corpus)
    for candidate in sorted(candidates(spec, taxonomy, pool, corpus), key=_precedence(spec, pool)):
        ledger.consider(candidate)
    chosen = {section.id: _in_order(section, ledger.choices(section.id)) for section in spec.sections}
    return Selection(
        sections=tuple(
            SectionOutcome(
                section=section.id,
                choices=_summary(section, chosen) if section.lines else chosen[section.id],
                omissions=ledger.omissions(section.id),
            )
            for section in spec.sections
        )
    )


def _precedence(spec: PackSpec, pool: Sequence[Evidence]) -> Callable[[Candidate], tuple[bool, float, int]]:
    """The order in which candidates are considered: pinned ones, then the best; equals as the definition stands.

    Where the newest stand on top, words that their holder has followed up with a later document count less.
    """
    places = {section.id: number for number, section in enumerate(spec.sections)}
    newest: dict[str, str] = {}
    for item in pool:
        newest[item.holder] = max(newest.get(item.holder, ""), item.date or "")

    def key(candidate: Candidate) -> tuple[bool, float, int]:
        score = 1.0 if candidate.score is None else candidate.score
        item = candidate.evidence
        if candidate.section.order == "newest" and _is_later(newest[item.holder], item.date):
            score *= FOLLOWED_UP
        return (not candidate.pinned, -score, places[candidate.section.id])

    return key


def _in_order(section: SectionSpec, choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """The choices as they are printed: those of one kind of holder together, older statements marked as such."""
    ordered = sorted(choices, key=lambda choice: (not choice.pinned, -(choice.score or 0.0)))
    if section.order == "newest":
        ordered.sort(key=lambda choice: choice.evidence.date or "", reverse=True)
    ordered.sort(key=lambda choice: HOLDER_ORDER.index(choice.evidence.holder_kind))
    return tuple(
        choice.model_copy(update={"superseded": any(_supersedes(other, choice) for other in ordered[:number])})
        for number, choice in enumerate(ordered)
    )


def _supersedes(newer: Choice, older: Choice) -> bool:
    """Whether two positions are of the same holder and the first is certainly of a later day."""
    one, other = newer.evidence, older.evidence
    return one.type == other.type == "position" and one.holder == other.holder and _is_later(one.date, other.date)


def _is_later(one: str | None, other: str | None) -> bool:
    """Whether `one` is certainly a later day; an unknown date is not later than any."""
    if not one or not other:
        return False
    return first_day(one) > last_day(other)


def _summary(summary: SectionSpec, chosen: dict[str, tuple[Choice, ...]]) -> tuple[Choice, ...]:
    """The lines of a summary: from each section that it names as many as it says."""
    return tuple(
        choice.model_copy(update={"origin": section})
        for section, lines in summary.lines.items()
        for choice in _varied(_headlines(chosen[section]))[:lines]
    )


def _headlines(choices: Sequence[Choice]) -> list[Choice]:
    """The statements of a section, those first that say it best in one line.

    Pinned ones lead; then what no newer letter of the cabinet overtook, its own words before those of others, positions
    before other sentences; then the best, where a line that is long or does not stand alone counts less.
    """
    dates = [choice.evidence.date for choice in choices if choice.evidence.holder_kind == "kabinet"]

    def precedence(choice: Choice) -> tuple[bool, bool, bool, bool, float]:
        item = choice.evidence
        flaws = (len(item.text) > HEADLINE_LENGTH) + (not stands_alone(item.text))
        return (
            not choice.pinned,
            any(_is_later(date, item.date) for date in dates),
            item.holder_kind != "kabinet",
            item.type != "position",
            flaws * FLAW - (choice.score or 0.0),
        )

    return sorted(choices, key=precedence)


def _varied(choices: Sequence[Choice]) -> list[Choice]:
    """The choices with those behind the others whose leading term an earlier one has: they say much the same."""
    seen: set[str] = set()
    first: list[Choice] = []
    later: list[Choice] = []
    for choice in choices:
        leading = choice.terms[0] if choice.terms else choice.evidence.key
        (later if leading in seen else first).append(choice)
        seen.add(leading)
    return first + later
