"""How well each piece of evidence fits a section, and which words of it to quote."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ..provenance import Span
from ..spec import PackSpec, SectionSpec
from ..topics import Taxonomy
from .corpus import Corpus
from .evidence import SHOWN_AS
from .excerpt import best_question, points_back, shortened, with_context
from .outcome import Evidence
from .queries import section_query
from .ranking import Query, Ranked

PASSAGE = 0.9
"""What counts of a passage, so that a sentence that states something goes before one that does not."""

DANGLING = 0.85
"""What counts of words that point back at a sentence which is not quoted with them."""

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
    for section, query, ranked in zip(spec.sections, queries, corpus.rank(queries), strict=True):
        yield from _of_section(section, pool, corpus, ranked, query)


def _of_section(
    section: SectionSpec, pool: Sequence[Evidence], corpus: Corpus, ranked: dict[str, Ranked], query: Query
) -> Iterator[Candidate]:
    wanted = {SHOWN_AS[show] for show in section.show}
    pinned = {key for words in section.pin for key in corpus.holding(words)}
    for item in pool:
        if item.type in wanted and _is_of(item, section.holders):
            candidate = _scored(section, item, ranked, query)
            yield Candidate(section, candidate.evidence, candidate.score, candidate.terms, item.key in pinned)


def _is_of(item: Evidence, holders: Sequence[str]) -> bool:
    return not holders or item.holder_kind in holders or item.holder in holders


def _scored(section: SectionSpec, item: Evidence, ranked: dict[str, Ranked], query: Query) -> Candidate:
    if not ranked:
        return Candidate(section, _excerpt(item, lambda span: 0.0), None, ())
    if item.type == "question":
        return _scored_dialogue(section, item, ranked, query)
    own = ranked[item.key]
    quoted = _excerpt(item, _weight(own, query))
    score = round(own.score * _share(quoted, own, query), 4)
    return Candidate(section, quoted, score, _own_terms_first(quoted, own))


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
    """What part of the score of its paragraph the quoted words earn."""
    kind = PASSAGE if item.type == "passage" else 1.0
    alone = DANGLING if points_back(item.text) else 1.0
    whole = sum(query.weights[term] for term in {term for term, _ in ranked.places})
    own = _weight(ranked, query)(item.span)
    if own:
        return kind * alone * (WITHIN + (1 - WITHIN) * own / whole)
    return kind * alone * (ELSEWHERE if whole else ABOVE)


def widened(item: Evidence, paragraph: str) -> Evidence:
    """A record with the sentence before it, when its first word points back at that sentence."""
    span = with_context(paragraph, item.span)
    return item.model_copy(update={"text": paragraph[span.start : span.end], "span": span})
