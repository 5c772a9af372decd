"""How well each piece of evidence fits a section, and which words of it to quote."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..pack import ItemType
from ..provenance import Span
from ..spec import PackSpec, SectionSpec
from ..topics import Taxonomy
from .cohesion import names_known, points_back
from .corpus import Corpus
from .evidence import SHOWN_AS
from .excerpt import best_question, shortened, speaks_of_paper, states_nothing
from .outcome import Evidence
from .queries import field_query, section_query
from .ranking import Query, Ranked

# A year of the last or of this century: `1989`, `2026`; not within a longer number or a code (`2026D03628`).
YEAR = re.compile(r"(?<![\w.,-])(?:19|20)\d{2}(?![\w-]|[.,]\d)")

KINDS: dict[ItemType, float] = {"passage": 0.9, "figure": 0.85, "key_date": 0.85}
"""What counts of a passage, so that a sentence that states something goes before one that does not; and of a figure or
date, which stands apart only when its sentence stands nowhere else."""

HISTORY = 0.8
"""What counts of a paragraph that tells only of years long past: it explains, and no more."""

CELL = 0.8
"""What counts of a cell of a table: the heads of its row and column are not quoted with it."""

LONG_PAST = 10
"""Years before a document; what names no later year tells of the past."""

DANGLING = 0.5
"""What counts of words that point back at a sentence which is not quoted with them."""

READING_GUIDE = 0.7
"""What counts of words about the paper in which they stand."""

ANSWER = 0.9
"""What counts of an answer for the question that it belongs to."""

ANSWER_LINES = 2
"""How many sentences of an answer are quoted at most; one that says less than half of the best is left out."""

STANCE = 2.0
"""How much more a sentence of an answer counts that takes a position; one without any term counts as one term."""

ELSEWHERE, ABOVE, WITHIN = 0.55, 0.8, 0.9
"""What counts of the score of a paragraph when its terms stand in other sentences, in the heading only, or in the words
that are quoted; the words with all terms of the paragraph count in full."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Evidence with its score for one section; `score` is `None` where no terms were asked for."""

    section: SectionSpec
    evidence: Evidence
    score: float | None
    terms: tuple[str, ...]
    pinned: bool = False


def candidates(spec: PackSpec, taxonomy: Taxonomy, pool: Sequence[Evidence], corpus: Corpus) -> Iterator[Candidate]:
    """The evidence that each section may show, scored; none for a section that shows nothing.

    Args:
        spec: the definition of the pack.
        taxonomy: the topics that it names.
        pool: the evidence of all sources.
        corpus: their paragraphs.
    """
    queries = [section_query(section, taxonomy) for section in spec.sections]
    fields = [field_query(section, taxonomy) for section in spec.sections]
    ranks = corpus.rank([*queries, *fields])
    for number, (section, query) in enumerate(zip(spec.sections, queries, strict=True)):
        ranked = _within(ranks[number], ranks[len(queries) + number])
        yield from _of_section(section, pool, corpus, ranked, query)


def _within(ranked: dict[str, Ranked], field: dict[str, Ranked]) -> dict[str, Ranked]:
    """How well paragraphs fit when they must also fit a wider field: the less they fit that, the less they count."""
    if not field:
        return ranked
    return {key: replace(one, score=round(one.score * field[key].score, 4)) for key, one in ranked.items()}


def _of_section(
    section: SectionSpec, pool: Sequence[Evidence], corpus: Corpus, ranked: dict[str, Ranked], query: Query
) -> Iterator[Candidate]:
    wanted = {SHOWN_AS[show] for show in section.show if show != "changes"}
    pinned = {key for words in section.pin for key in corpus.holding(words)}
    for item in (*pool, *(corpus.changes if "changes" in section.show else ())):
        if (item.type in wanted or item.change) and _is_of(item, section.holders):
            if ranked and item.key not in pinned and not _touched(item, ranked):
                continue
            yield replace(_scored(section, item, corpus, ranked, query), pinned=item.key in pinned)


def _touched(item: Evidence, ranked: dict[str, Ranked]) -> bool:
    """Whether any term stands in the paragraph of a statement, above it, or in an answer to it."""
    return any(ranked[one.key].terms for one in (item, *item.answers))


def _is_of(item: Evidence, holders: Sequence[str]) -> bool:
    return not holders or item.holder_kind in holders or item.holder in holders


def _scored(section: SectionSpec, item: Evidence, corpus: Corpus, ranked: dict[str, Ranked], query: Query) -> Candidate:
    if not ranked:
        unasked = _excerpt(item, lambda span: 0.0)
        return Candidate(section, unasked.model_copy(update={"answers": _stances(item.answers)}), None, ())
    if item.type == "question":
        return _scored_dialogue(section, item, ranked, query)
    if item.earlier is not None:
        return _scored_change(section, item, item.earlier, corpus, ranked, query)
    own = ranked[item.key]
    quoted = _excerpt(item, _weight(own, query))
    past = HISTORY if _tells_history(corpus.text(item.key), item.date) else 1.0
    cell = CELL if corpus.is_cell(item.key) else 1.0
    score = round(own.score * past * cell * _share(quoted, own, query), 4)
    return Candidate(section, quoted, score, _own_terms_first(quoted, own))


def _scored_change(
    section: SectionSpec, item: Evidence, earlier: Evidence, corpus: Corpus, ranked: dict[str, Ranked], query: Query
) -> Candidate:
    """A change counts for the side that fits less: both must be on the subject. The older words stay as they are."""
    before = _scored(section, earlier, corpus, ranked, query)
    after = _scored(section, item.model_copy(update={"earlier": None}), corpus, ranked, query)
    score = min(after.score or 0.0, before.score or 0.0)
    return Candidate(section, after.evidence.model_copy(update={"earlier": before.evidence}), score, after.terms)


def _tells_history(text: str, written: str | None) -> bool:
    """Whether the years that a paragraph names all lie long before its document."""
    years = [int(year) for year in YEAR.findall(text)]
    return bool(years) and written is not None and max(years) <= int(written[:4]) - LONG_PAST


def _scored_dialogue(section: SectionSpec, item: Evidence, ranked: dict[str, Ranked], query: Query) -> Candidate:
    """A question counts for its own words or for its answer, whichever fits better."""
    own = ranked[item.key]
    question = _excerpt(item, _weight(own, query))
    if not item.answers:
        return Candidate(section, question, own.score, own.terms)
    answers = _best_answers(item.answers, ranked, query)
    best = max((ranked[answer.key] for answer in answers), key=lambda answer: answer.score)
    dialogue = question.model_copy(update={"answers": answers})
    if own.score >= ANSWER * best.score:
        return Candidate(section, dialogue, own.score, own.terms)
    return Candidate(section, dialogue, round(ANSWER * best.score, 4), best.terms)


def _best_answers(answers: Sequence[Evidence], ranked: dict[str, Ranked], query: Query) -> tuple[Evidence, ...]:
    """The sentences of an answer that say most on the subject, in the order of the answer."""

    def worth(place: int) -> float:
        answer = answers[place]
        weight = _weight(ranked[answer.key], query)(answer.span)
        return STANCE * (weight + 1) if answer.stance else weight

    best = sorted(range(len(answers)), key=worth, reverse=True)[:ANSWER_LINES]
    telling = [place for place in best if worth(place) >= worth(best[0]) / 2]
    return tuple(answers[place] for place in sorted(telling))


def _stances(answers: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Of an answer to a question that no terms chose: what takes a position, or else how it begins."""
    return tuple(answer for answer in answers if answer.stance)[:ANSWER_LINES] or tuple(answers[:ANSWER_LINES])


def _weight(ranked: Ranked, query: Query) -> Callable[[Span], float]:
    """How much the terms within a span of a paragraph weigh, each counted once."""
    return lambda span: sum(query.weights[term] for term in _terms_within(span, ranked))


def _terms_within(span: Span, ranked: Ranked) -> set[str]:
    return {term for term, place in ranked.places if span.start <= place.start and place.end <= span.end}


def _own_terms_first(item: Evidence, ranked: Ranked) -> tuple[str, ...]:
    """The terms that decided: those in the quoted words before those elsewhere in the paragraph or above it."""
    own = _terms_within(item.span, ranked)
    return tuple(sorted(ranked.terms, key=lambda term: term not in own))


def _excerpt(item: Evidence, weight: Callable[[Span], float]) -> Evidence:
    """The evidence with the words to quote: of a question what it asks, of anything long the best sentence."""
    if item.type == "question":
        span = best_question(item.text, weight)
    else:
        span = shortened(item.text, item.span.start, weight)
    if span == item.span:
        return item
    start, end = span.start - item.span.start, span.end - item.span.start
    return item.model_copy(update={"text": item.text[start:end], "span": span})


def _share(item: Evidence, ranked: Ranked, query: Query) -> float:
    """What part of the score of its paragraph the quoted words earn; none when they only ask or announce something."""
    if item.type != "remark" and states_nothing(item.text):
        return 0.0
    kind = KINDS.get(item.type, 1.0)
    alone = (DANGLING if _dangles(item) else 1.0) * (READING_GUIDE if speaks_of_paper(item.text) else 1.0)
    whole = sum(query.weights[term] for term in {term for term, _ in ranked.places})
    own = _weight(ranked, query)(item.span)
    if own:
        return kind * alone * (WITHIN + (1 - WITHIN) * own / whole)
    return kind * alone * (ELSEWHERE if whole else ABOVE)


def _dangles(item: Evidence) -> bool:
    """Whether words mean something that is not quoted with them; at the head of a paragraph its heading may name it."""
    return points_back(item.text) or (item.span.start > 0 and names_known(item.text))
