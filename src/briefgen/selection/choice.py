"""Choosing: what goes into each section of a pack, what stays out, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from ..dates import first_day, last_day
from ..extraction import Extraction
from ..pack import HolderKind
from ..spec import PackSpec, SectionSpec
from ..topics import Taxonomy
from .corpus import Corpus
from .excerpt import stands_alone
from .ledger import Ledger
from .outcome import Choice, Evidence, SectionOutcome, Selection
from .scoring import Candidate, candidates

HOLDER_ORDER: tuple[HolderKind, ...] = ("kabinet", "fractie", "expert", "overig")
"""In a section the words of these holders stand together, in this order."""

FOLLOWED_UP = 0.9
"""What counts of the score of a statement when its holder has written again since."""

REPEATED = 0.85
"""What counts of the score of a statement for each better one of the same paragraph in its section."""

HEADLINE_LENGTH = 280
"""Characters: a longer statement is hard to read as a line of a summary."""

FLAW = 0.12
"""What a headline loses, of a score between 0 and 1, for being long, and for not standing alone."""


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
    chosen = {section.id: _in_order(section, ledger.choices(section.id)) for section in spec.sections}
    return Selection(
        sections=tuple(
            SectionOutcome(
                section=section.id,
                choices=_summary(section, spec, chosen) if section.lines else chosen[section.id],
                omissions=ledger.omissions(section.id),
            )
            for section in spec.sections
        )
    )


def _by_precedence(spec: PackSpec, pool: Sequence[Evidence], considered: Iterable[Candidate]) -> list[Candidate]:
    """The candidates in the order in which they are considered: pinned ones, then the best.

    Equals stand as in the definition. Of the statements of one paragraph the best goes first and each further one
    counts less, so that a section draws on many paragraphs.
    """
    weight = _weights(spec, pool)
    ordered = sorted(considered, key=weight)
    further: Counter[tuple[str, str]] = Counter()
    places = []
    for candidate in ordered:
        place = (candidate.section.id, candidate.evidence.key)
        pinned, score, number = weight(candidate)
        places.append((pinned, score * REPEATED ** further[place], number))
        further[place] += 1
    return [candidate for _, candidate in sorted(zip(places, ordered, strict=True), key=lambda pair: pair[0])]


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


def _summary(summary: SectionSpec, spec: PackSpec, chosen: dict[str, tuple[Choice, ...]]) -> tuple[Choice, ...]:
    """The lines of a summary: from each section that it names as many as it says."""
    return tuple(
        _line(choice, section)
        for section, lines in summary.lines.items()
        for choice in _varied(_telling(spec.section_by_id[section], _headlines(chosen[section])))[:lines]
    )


def _telling(section: SectionSpec, headlines: Sequence[Choice]) -> Sequence[Choice]:
    """Those that fit well, without what a section holds only because it is assured of it; of a chapter at least one."""
    fitting = [one for one in headlines if one.pinned or one.score is None or one.score >= section.least]
    return fitting or headlines[: 1 if section.level == 1 else 0]


def _line(choice: Choice, section: str) -> Choice:
    """A choice as a line of a summary: a question without its answer."""
    return choice.model_copy(update={"origin": section, "evidence": choice.evidence.model_copy(update={"answers": ()})})


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
