"""How alike two documents are, whatever file they came in: the same letter as PDF, Word and web page.

Two documents are compared by the words of their paragraphs in their order. That is exact but slow, so only documents
that share parts of a small sketch are compared: with hundreds of sources the work grows with their number, not with
its square.
"""

from __future__ import annotations

import heapq
import re
import unicodedata
import zlib
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from rapidfuzz.distance import Indel

from .document import Document
from .model import Model

ALIKE = 0.8
"""From here on a person should look: another version of the same text, or the same one."""

SAME = 0.95
"""From here on two documents hold the same text; what differs is what a format loses."""

SHINGLE = 4
"""Words in a row that make one shingle: few enough for a broken word to spoil little, enough to be rare."""

SKETCH = 96
"""Shingles that a sketch keeps."""

LEAST_SHARED = 0.2
"""The part of its sketch that a document shares with one worth comparing; texts that are 80 % alike share far more."""

# A word: letters and digits. Punctuation differs from format to format.
WORD = re.compile(r"\w+")


class Profile(Model):
    """What likeness needs of a document.

    Attributes:
        words: of its paragraphs, in lower case, with spaces between.
        sketch: the lowest hashes of its shingles (Broder, On the resemblance and containment of documents, 1997).
    """

    words: str
    sketch: tuple[int, ...]


class Pair(NamedTuple):
    """Two documents by name, and the share of their words that they have in the same order."""

    first: str
    second: str
    share: float


def profile(document: Document) -> Profile:
    """The profile of a document."""
    text = " ".join(paragraph.text for paragraph in document.paragraphs)
    words = WORD.findall(unicodedata.normalize("NFKC", text).casefold())
    return Profile(words=" ".join(words), sketch=_sketch(words))


def likeness(first: Profile, second: Profile, least: float = 0.0) -> float:
    """The share of the words of two documents that they have in the same order, between 0 and 1.

    Args:
        first: of one document.
        second: of the other.
        least: what interests the caller; a lower share may be given as 0, and sooner.
    """
    return float(Indel.normalized_similarity(first.words.split(), second.words.split(), score_cutoff=least))


def alike(profiles: Mapping[str, Profile], least: float) -> list[Pair]:
    """All pairs of documents that are alike, in the order of `profiles`.

    Args:
        profiles: by the name of the document; those without words are like nothing.
        least: the lowest share of words, above 0 and at most 1.
    """
    shared: Counter[tuple[str, str]] = Counter()
    earlier: defaultdict[int, list[str]] = defaultdict(list)
    for name, one in profiles.items():
        for value in one.sketch:
            shared.update((other, name) for other in earlier[value])
            earlier[value].append(name)
    compared = (
        (*names, _share(profiles[names[0]], profiles[names[1]], count, least)) for names, count in shared.items()
    )
    return [Pair(first, second, share) for first, second, share in compared if share >= least]


def most_alike(wanted: Profile, profiles: Mapping[str, Profile], least: float) -> dict[str, float]:
    """The documents that are like another one, each with its share of words, the most alike first.

    Args:
        wanted: of that other document.
        profiles: by the name of the document.
        least: the lowest share of words, above 0 and at most 1.
    """
    shares = {name: _share(wanted, one, len({*wanted.sketch} & {*one.sketch}), least) for name, one in profiles.items()}
    return dict(sorted(((name, share) for name, share in shares.items() if share >= least), key=lambda each: -each[1]))


def _share(one: Profile, other: Profile, shared: int, least: float) -> float:
    """The likeness of two documents whose sketches have `shared` shingles in common; 0 where these are too few."""
    if shared < max(1, LEAST_SHARED * min(len(one.sketch), len(other.sketch))):
        return 0.0
    return likeness(one, other, least)


def _sketch(words: list[str]) -> tuple[int, ...]:
    if not words:
        return ()
    count = max(1, len(words) - SHINGLE + 1)
    # A checksum is the same on every machine and in every run, unlike `hash`.
    hashes = {zlib.crc32(" ".join(words[start : start + SHINGLE]).encode()) for start in range(count)}
    return tuple(heapq.nsmallest(SKETCH, hashes))
