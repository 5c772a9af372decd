"""Which texts of two versions are worth comparing: few for each, however long the versions are."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, product
from operator import itemgetter
from typing import NamedTuple

from .folding import FEW_WORDS, Text

RARE = 12
"""A word pair that stands in more old texts than this says little of where a new text comes from."""

MOST = 8
"""So many old texts a new one is compared with, the ones with which it shares most."""

SMALL_GAP = 100
"""So many comparisons at most are made of everything between two texts that stayed the same."""

Feature = str | tuple[str, str]
Place = tuple[int, int]
"""The place of an old text and that of a new one, from 0."""


class Candidate(NamedTuple):
    """An old and a new text that may belong together.

    Attributes:
        in_place: they stand between the same neighbours.
    """

    old: int
    new: int
    in_place: bool


def candidates(
    old: Sequence[Text], new: Sequence[Text], in_order: Sequence[Place], elsewhere: Sequence[Place]
) -> list[Candidate]:
    """The texts that may belong together, of those that have no equal.

    Args:
        old: the texts of the old version.
        new: those of the new version.
        in_order: the places of texts that are equal and in the same order.
        elsewhere: the places of the other texts that are equal.
    """
    equal = (*in_order, *elsewhere)
    left_old = sorted({*range(len(old))} - {i for i, _ in equal})
    left_new = sorted({*range(len(new))} - {j for _, j in equal})
    gaps_old = _gaps(left_old, [i for i, _ in in_order])
    gaps_new = _gaps(left_new, [j for _, j in in_order])
    found = {*_neighbours(gaps_old, gaps_new), *_sharing({i: old[i] for i in left_old}, {j: new[j] for j in left_new})}
    return [Candidate(i, j, gaps_old[i] == gaps_new[j]) for i, j in sorted(found)]


def in_place(place: Place, in_order: Sequence[Place]) -> bool:
    """Whether two texts stand between the same neighbours: behind as many equal texts each.

    Args:
        place: of the old text and of the new one.
        in_order: the places of texts that are equal and in the same order.
    """
    old, new = place
    return bisect_left(in_order, old, key=itemgetter(0)) == bisect_left(in_order, new, key=itemgetter(1))


def _gaps(places: Iterable[int], anchors: Sequence[int]) -> dict[int, int]:
    """For each place the number of anchors before it: places with the same number have the same neighbours."""
    ordered = sorted(anchors)
    return {place: bisect_left(ordered, place) for place in places}


def _neighbours(gaps_old: dict[int, int], gaps_new: dict[int, int]) -> Iterator[Place]:
    """Everything that stands in the same small gap."""
    before, after = _by_gap(gaps_old), _by_gap(gaps_new)
    for gap in before.keys() & after.keys():
        if len(before[gap]) * len(after[gap]) <= SMALL_GAP:
            yield from product(before[gap], after[gap])


def _by_gap(gaps: dict[int, int]) -> dict[int, list[int]]:
    places: defaultdict[int, list[int]] = defaultdict(list)
    for place, gap in gaps.items():
        places[gap].append(place)
    return places


def _sharing(old: Mapping[int, Text], new: Mapping[int, Text]) -> Iterator[Place]:
    """Texts that share rare words, by their place."""
    index: defaultdict[Feature, list[int]] = defaultdict(list)
    for i, text in old.items():
        for feature in _features(text):
            index[feature].append(i)
    for j, text in new.items():
        holders = (index[feature] for feature in _features(text) if feature in index)
        counts = Counter(chain.from_iterable(places for places in holders if len(places) <= RARE))
        yield from ((i, j) for i, _ in sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:MOST])


def _features(text: Text) -> Iterable[Feature]:
    """What an index knows a text by: its pairs of words, and the words themselves where it has few."""
    return {*text.pairs, *text.words} if len(text.words) < FEW_WORDS else text.pairs
