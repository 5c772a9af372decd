"""An index of many texts in which terms are found with their places."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import Stemmer

from ..lexicon import lexicon
from ..model import Model
from .terms import WORD, Reach, WordPattern, word_patterns


class Occurrence(NamedTuple):
    """A place where a term stands: the number of the text, and the characters of it."""

    text: int
    start: int
    end: int

    def overlaps(self, other: Occurrence) -> bool:
        """Whether both share a character of the same text."""
        return self.text == other.text and self.start < other.end and other.start < self.end


class _Posting(NamedTuple):
    """Where a form stands: text, number of its first word, and how many words it spans (two or more with hyphens)."""

    text: int
    position: int
    width: int


class Compounding(Model):
    """How words are glued together: the data of `compounds.toml`."""

    derivations: tuple[str, ...]
    shortest_term: int
    shortest_rest: int


def compounding() -> Compounding:
    """The rules of compounding for Dutch."""
    rules: Compounding = lexicon("compounds", Compounding)
    return rules


class TermIndex:
    """The words of many texts.

    Building it reads every text once; finding a term then costs a look-up for each of its words.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        """Index `texts`; occurrences name them by their place in this sequence."""
        self._stemmer = Stemmer.Stemmer("dutch")
        self._forms: list[list[str]] = []
        self._spans: list[list[tuple[int, int]]] = []
        self._postings: dict[str, list[_Posting]] = defaultdict(list)
        self._found: dict[str, tuple[Occurrence, ...]] = {}
        for number, text in enumerate(texts):
            self._read(number, text)
        self._printed: dict[str, set[str]] = defaultdict(set)
        for form in self._postings:
            self._printed[form.casefold()].add(form)
        self._sorted = sorted(self._printed)
        self._stems = dict(zip(self._sorted, self._stemmer.stemWords(self._sorted), strict=True))
        self._by_stem: dict[str, list[str]] = defaultdict(list)
        for word, stem in self._stems.items():
            self._by_stem[stem].append(word)
        self._stems_from_end = sorted((stem[::-1], stem) for stem in self._by_stem)

    def words_in(self, text: int) -> int:
        """The number of words of a text."""
        return len(self._forms[text])

    def find(self, term: str) -> tuple[Occurrence, ...]:
        """Every place where `term` stands, in the order of the texts, without overlaps."""
        if term not in self._found:
            self._found[term] = tuple(_without_overlaps(sorted(self._search(term))))
        return self._found[term]

    def _read(self, number: int, text: str) -> None:
        matches = list(WORD.finditer(text))
        self._forms.append([match[0] for match in matches])
        self._spans.append([match.span() for match in matches])
        for position, match in enumerate(matches):
            self._postings[match[0]].append(_Posting(number, position, 1))
            joined = match[0]
            for width, following in enumerate(matches[position + 1 : position + 3], start=2):
                if text[matches[position + width - 2].end() : following.start()] not in ("-", "\u2011"):
                    break
                joined += following[0]
                self._postings[joined].append(_Posting(number, position, width))

    def _search(self, term: str) -> Iterator[Occurrence]:
        patterns = word_patterns(term)
        allowed = [self._matching_forms(pattern) for pattern in patterns]
        for form in allowed[0]:
            for posting in self._postings[form]:
                end = posting.position + posting.width
                following = self._forms[posting.text][end : end + len(allowed) - 1]
                if len(following) == len(allowed) - 1 and all(
                    word in forms for word, forms in zip(following, allowed[1:], strict=True)
                ):
                    spans = self._spans[posting.text]
                    last = end + len(following) - 1
                    yield Occurrence(posting.text, spans[posting.position][0], spans[last][1])

    def _matching_forms(self, pattern: WordPattern) -> frozenset[str]:
        """The printed forms that one word of a term finds."""
        if pattern.reach == "exact":
            return frozenset({pattern.word} & self._postings.keys())
        word = pattern.word.casefold()
        return frozenset(form for found in self._matching_words(word, pattern.reach) for form in self._printed[found])

    def _matching_words(self, word: str, reach: Reach) -> Iterator[str]:
        if reach == "form":
            yield from {word} & self._stems.keys()
        if reach in ("stem", "compound"):
            for stem in dict.fromkeys(self._stemmer.stemWord(form) for form in _inflected(word)):
                yield from self._by_stem.get(stem, ())
        if reach == "begins" or (reach == "compound" and len(word) >= compounding().shortest_term):
            yield from self._beginning_with(word, derived=reach == "begins")
        if reach == "ends" or (reach == "compound" and len(word) >= compounding().shortest_term):
            yield from self._ending_with(self._stemmer.stemWord(word))

    def _beginning_with(self, word: str, *, derived: bool) -> Iterator[str]:
        for index in range(bisect_left(self._sorted, word), len(self._sorted)):
            candidate = self._sorted[index]
            if not candidate.startswith(word):
                break
            if _goes_on_as_compound(candidate[len(word) :], derived=derived):
                yield candidate

    def _ending_with(self, stem: str) -> Iterator[str]:
        backwards = stem[::-1]
        for index in range(bisect_left(self._stems_from_end, (backwards, "")), len(self._stems_from_end)):
            reverse, candidate = self._stems_from_end[index]
            if not reverse.startswith(backwards):
                break
            if len(candidate) - len(stem) >= compounding().shortest_rest:
                yield from self._by_stem[candidate]


def _inflected(word: str) -> tuple[str, ...]:
    """A word, and for an adjective in `-s` the form that the stemmer parts from it: `Amerikaans`, `Amerikaanse`."""
    for plain, inflected in (("ees", "ese"), ("s", "se")):
        if word.endswith(plain):
            return (word, f"{word.removesuffix(plain)}{inflected}")
        if word.endswith(inflected):
            return (word, f"{word.removesuffix(inflected)}{plain}")
    return (word,)


def _goes_on_as_compound(rest: str, *, derived: bool) -> bool:
    """Whether the letters behind a word make a compound, and no inflection or derivation."""
    rules = compounding()
    if len(rest) < rules.shortest_rest:
        return False
    return derived or not rest.startswith(rules.derivations)


def _without_overlaps(occurrences: list[Occurrence]) -> Iterator[Occurrence]:
    previous: Occurrence | None = None
    for occurrence in occurrences:
        if previous is None or not occurrence.overlaps(previous):
            yield occurrence
            previous = occurrence
