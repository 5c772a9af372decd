"""What is looked for: the terms of topics and of sections as queries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ..extraction import Extraction
from ..matching.terms import Term
from ..spec import LEAST, PackSpec, SectionSpec, Show
from ..topics import Taxonomy, Topic
from .corpus import Corpus
from .ranking import Query

ASIDE: frozenset[Show] = frozenset({"changes", "stances"})
"""What a section looks for in few paragraphs only, over many subjects."""


def section_query(section: SectionSpec, taxonomy: Taxonomy) -> Query:
    """The terms of a section: those of its topics and its own."""
    topics = [taxonomy.by_id[topic] for topic in section.topics]
    return _query(topics, taxonomy, section.terms, section.exclude_terms)


def field_query(section: SectionSpec, taxonomy: Taxonomy) -> Query:
    """The terms of the wider field in which a section must stay; none when it may go anywhere."""
    return _query([taxonomy.by_id[topic] for topic in section.within], taxonomy)


def paragraphs_on(
    subjects: Sequence[Sequence[Topic]], taxonomy: Taxonomy, extractions: Sequence[Extraction]
) -> Iterator[int]:
    """How many paragraphs bear on each subject: those that a section on it alone would consider.

    Args:
        subjects: to count, each of one or more topics.
        taxonomy: all topics.
        extractions: of all sources.
    """
    queries = [_query(topics, taxonomy) for topics in subjects]
    for ranked in Corpus(extractions).rank(queries):
        yield sum(one.score >= LEAST for one in ranked.values())


def paragraphs_for(spec: PackSpec, taxonomy: Taxonomy, extractions: Sequence[Extraction]) -> int:
    """How many paragraphs some section of a pack would consider, but for what changed and what others want.

    Args:
        spec: the definition of the pack.
        taxonomy: the topics that it names.
        extractions: of all sources.
    """
    asking = [section for section in spec.sections if not ASIDE.issuperset(section.show)]
    ranks = Corpus(extractions).rank([section_query(section, taxonomy) for section in asking])
    found = {
        key
        for section, ranked in zip(asking, ranks, strict=True)
        for key, one in ranked.items()
        if one.score >= section.least
    }
    return len(found)


def _query(
    topics: Sequence[Topic], taxonomy: Taxonomy, terms: Iterable[Term] = (), exclude: Iterable[str] = ()
) -> Query:
    weights: dict[str, float] = {}
    for term in (*(term for topic in topics for term in topic.terms), *terms):
        weights[term.term] = max(term.weight, weights.get(term.term, 0.0))
    masks = (*taxonomy.not_meant, *(mask for topic in topics for mask in topic.exclude), *exclude)
    return Query(weights, masks)


def parties_in(extractions: Sequence[Extraction]) -> tuple[str, ...]:
    """The parties whose questions and remarks the sources hold, by name."""
    asked = {question.fraction for one in extractions for question in one.questions}
    remarked = {remark.fraction for one in extractions for remark in one.remarks}
    return tuple(sorted(party for party in asked | remarked if party))


def topics_of_party(party: str, taxonomy: Taxonomy, extractions: Sequence[Extraction]) -> tuple[Topic, ...]:
    """The subjects that a party raised: of each of its questions and remarks the one that it fits best.

    Args:
        party: as its questions name it.
        taxonomy: the topics.
        extractions: of all sources.

    Returns:
        Topics, those raised most often first; equals as the taxonomy stands.
    """
    ranks = Corpus(extractions).rank([_query([topic], taxonomy) for topic in taxonomy.topics])
    raised: Counter[int] = Counter()
    for key in _said_by(party, extractions):
        best = max(range(len(ranks)), key=lambda number: ranks[number][key].score)
        if ranks[best][key].score >= LEAST:
            raised[best] += 1
    return tuple(taxonomy.topics[number] for number, _ in sorted(raised.items(), key=lambda pair: (-pair[1], pair[0])))


def _said_by(party: str, extractions: Sequence[Extraction]) -> Iterator[str]:
    """The keys of the paragraphs in which a party asks or remarks something."""
    for extraction in extractions:
        source = extraction.document.source.id
        for question in extraction.questions:
            if question.fraction == party:
                yield from (f"{source}:{paragraph}" for paragraph in question.question_paragraphs)
        for remark in extraction.remarks:
            if remark.fraction == party and remark.paragraph:
                yield f"{source}:{remark.paragraph}"
