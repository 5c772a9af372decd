"""How much two passages are about the same: their stems, weighted by how rare each is in the corpus.

The measure is the cosine of tf-idf vectors (Manning, Raghavan and Schütze, Introduction to Information Retrieval,
chapter 6), with each stem counted once: a sentence rarely repeats its words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import log, sqrt

from ..matching.stems import stems

SHORTEST_WORD = 4
"""Letters; shorter words tell little of a subject."""

RARE = 0.01
"""A stem is rare when at most this share of all sentences holds it."""

MOST_RARE = 200
"""And so many sentences at most: in a large corpus a hundredth of all is a subject of its own."""


@dataclass(frozen=True)
class Subject:
    """What a passage is about: the weight of each of its stems."""

    weights: dict[str, float]

    @cached_property
    def length(self) -> float:
        """The Euclidean length of the weights."""
        return sqrt(sum(weight * weight for weight in self.weights.values()))

    def shared(self, other: Subject) -> list[str]:
        """The stems of both, the rarest first."""
        common = self.weights.keys() & other.weights.keys()
        return sorted(common, key=lambda stem: (-self.weights[stem], stem))

    def likeness(self, other: Subject) -> float:
        """The cosine of both, from 0 to 1."""
        product = sum(self.weights[stem] ** 2 for stem in self.weights.keys() & other.weights.keys())
        return product / (self.length * other.length) if product else 0.0

    def covered_by(self, other: Subject) -> float:
        """The share of this subject, by weight, that another passage names."""
        whole = sum(self.weights.values())
        return sum(self.weights[stem] for stem in self.weights.keys() & other.weights.keys()) / whole if whole else 0.0


class Subjects:
    """The subjects of a corpus."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Count in how many of `texts` each stem occurs."""
        self._count = 0
        self._frequency: Counter[str] = Counter()
        for text in texts:
            self._count += 1
            self._frequency.update(set(stems(text, SHORTEST_WORD)))

    def of(self, text: str, without: frozenset[str] = frozenset()) -> Subject:
        """The subject of a passage.

        Args:
            text: the passage.
            without: stems that do not count.
        """
        return Subject({stem: self._weight(stem) for stem in stems(text, SHORTEST_WORD) if stem not in without})

    def is_rare(self, stem: str) -> bool:
        """Whether a stem tells one subject from another."""
        return self._frequency[stem] <= min(MOST_RARE, max(2, RARE * self._count))

    def _weight(self, stem: str) -> float:
        return log((1 + self._count) / (1 + self._frequency[stem]))
