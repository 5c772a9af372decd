"""How well paragraphs fit a set of terms: BM25 over the occurrences of the terms, with headings above body."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..matching.index import Occurrence, TermIndex

NEAREST_HEADING, HIGHER_HEADING = 2, 1
"""How often a term counts that stands in the heading right above a paragraph, or in one further up."""

LEAST_RARITY = 0.8
"""What part of a medium rarity every term has at least, however many texts hold it."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: terms with their weights, and words within which a term does not count."""

    weights: Mapping[str, float]
    masks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranked:
    """How well one paragraph fits a query.

    Attributes:
        score: between 0 (no term) and 1.
        terms: the terms that stand in it or above it, those that decided first.
        places: the occurrences in the paragraph itself.
    """

    score: float
    terms: tuple[str, ...]
    places: tuple[tuple[str, Occurrence], ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A text to rank: its number in the index, and the numbers of the headings above it, the highest first."""

    body: int
    headings: tuple[int, ...]


def rank(index: TermIndex, fields: Sequence[Field], queries: Sequence[Query]) -> tuple[tuple[Ranked, ...], ...]:
    """How well each text fits each query: one row a query, in the order of `fields`.

    Args:
        index: of all bodies and headings.
        fields: the texts, each with its headings.
        queries: what is looked for; one index of BM25 serves all.
    """
    if not fields:
        return tuple(() for _ in queries)
    places = [_places(index, query) for query in queries]
    counts = [_counts(field, places) for field in fields]
    lengths = [index.words_in(field.body) for field in fields]
    parts = _bm25(counts, lengths)
    half = half_score(len(fields))
    return tuple(
        tuple(
            _ranked(query, places[number].get(field.body, ()), part.get(number, {}), half)
            for field, part in zip(fields, parts, strict=True)
        )
        for number, query in enumerate(queries)
    )


def half_score(texts: int) -> float:
    """The BM25 sum that scores one half: what one ordinary term of medium rarity earns among so many texts."""
    return math.log1p(texts) / 2


Places = Mapping[int, tuple[tuple[str, Occurrence], ...]]
"""The terms that stand in each text, by the number of the text, with their places."""

Sought = tuple[int, str]
"""A term of a query: the number of the query, and the term."""

FILLER = ""
"""Stands for the words of a text that no query looks for, so that the length of texts counts."""


def _places(index: TermIndex, query: Query) -> Places:
    """The occurrences of the terms in each text: none that a mask covers, each word for its weightiest term."""
    taken: dict[int, list[Occurrence]] = {}
    for mask in query.masks:
        for occurrence in index.find(mask):
            taken.setdefault(occurrence.text, []).append(occurrence)
    found: dict[int, list[tuple[str, Occurrence]]] = {}
    for term in sorted(query.weights, key=lambda term: (-query.weights[term], -len(term), term)):
        for occurrence in index.find(term):
            if not any(occurrence.overlaps(other) for other in taken.get(occurrence.text, ())):
                taken.setdefault(occurrence.text, []).append(occurrence)
                found.setdefault(occurrence.text, []).append((term, occurrence))
    return {text: tuple(sorted(pairs, key=lambda pair: pair[1])) for text, pairs in found.items()}


def _counts(field: Field, places: Sequence[Places]) -> Counter[Sought]:
    """How often each term of each query counts for a text, its headings included."""
    counts: Counter[Sought] = Counter()
    for number, found in enumerate(places):
        counts.update((number, term) for term, _ in found.get(field.body, ()))
        for depth, heading in enumerate(reversed(field.headings)):
            for term, _ in found.get(heading, ()):
                counts[number, term] += NEAREST_HEADING if depth == 0 else HIGHER_HEADING
    return counts


def _bm25(counts: Sequence[Counter[Sought]], lengths: Sequence[int]) -> list[dict[int, dict[str, float]]]:
    """What each term adds to the score of each text, by the number of its query."""
    import bm25s  # loads numpy, which takes 0.1 s: only for ranking

    documents = [
        [*(_token(sought) for sought in count.elements()), *([FILLER] * max(1, length - count.total()))]
        for count, length in zip(counts, lengths, strict=True)
    ]
    ranker = bm25s.BM25(k1=1.2, b=0.3)
    ranker.index(documents, show_progress=False)
    holders: dict[Sought, list[int]] = defaultdict(list)
    for number, count in enumerate(counts):
        for sought in count:
            holders[sought].append(number)
    parts: list[dict[int, dict[str, float]]] = [defaultdict(dict) for _ in documents]
    for sought, numbers in holders.items():
        scores = ranker.get_scores([_token(sought)])
        lift = _lift(len(numbers), len(documents))
        for number in numbers:
            parts[number][sought[0]][sought[1]] = lift * float(scores[number])
    return parts


def _lift(holders: int, texts: int) -> float:
    """What makes up for a term that stands in very many texts: people chose it, so that it tells the subject even so.

    The rarity is that of BM25 as Lucene has it, the logarithm of 1 + (N - n + 0.5) / (n + 0.5).
    """
    rarity = math.log1p((texts - holders + 0.5) / (holders + 0.5))
    return max(1.0, LEAST_RARITY * half_score(texts) / rarity)


def _token(sought: Sought) -> str:
    return f"{sought[0]}:{sought[1]}"


def _ranked(
    query: Query, places: tuple[tuple[str, Occurrence], ...], scores: Mapping[str, float], half: float
) -> Ranked:
    parts = {term: score * query.weights[term] for term, score in scores.items()}
    total = sum(parts.values())
    terms = sorted(parts, key=lambda term: (-parts[term], term))
    return Ranked(score=round(total / (total + half), 4), terms=tuple(terms), places=places)
