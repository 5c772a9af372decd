"""What is looked for: the terms of topics and of sections as queries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..extraction import Extraction
from ..matching.terms import Term
from ..spec import LEAST, SectionSpec
from ..topics import Taxonomy, Topic
from .corpus import Corpus
from .ranking import Query


def section_query(section: SectionSpec, taxonomy: Taxonomy) -> Query:
    """The terms of a section: those of its topics and its own."""
    topics = [taxonomy.by_id[topic] for topic in section.topics]
    return _query(topics, taxonomy, section.terms, section.exclude_terms)


def paragraphs_on(topics: Sequence[Topic], taxonomy: Taxonomy, extractions: Sequence[Extraction]) -> Iterator[int]:
    """How many paragraphs bear on each topic: those that a section on it alone would consider.

    Args:
        topics: to count, all of the taxonomy.
        taxonomy: the topics.
        extractions: of all sources.
    """
    queries = [_query([topic], taxonomy) for topic in topics]
    for ranked in Corpus(extractions).rank(queries):
        yield sum(one.score >= LEAST for one in ranked.values())


def _query(
    topics: Sequence[Topic], taxonomy: Taxonomy, terms: Iterable[Term] = (), exclude: Iterable[str] = ()
) -> Query:
    weights: dict[str, float] = {}
    for term in (*(term for topic in topics for term in topic.terms), *terms):
        weights[term.term] = max(term.weight, weights.get(term.term, 0.0))
    masks = (*taxonomy.not_meant, *(mask for topic in topics for mask in topic.exclude), *exclude)
    return Query(weights, masks)
