"""Which paragraphs of a text come from which of an older version: first what is the same, then what is alike.

    same, in order ─▶ same, elsewhere ─▶ cut or joined ─▶ alike, one to one ─▶ part of what an ─▶ part of what a
                      (moved)            word for word    (changed)            old one lost       new one gained
                                         (split, merged)                       (split)            (merged)

Only texts without an equal are compared by likeness, each with a few others.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from .candidates import Candidate, Place, candidates, in_place
from .cutting import cut
from .folding import Text, compared, is_short, likeness, shared_words

LEAST_IN_PLACE = 0.5
"""The likeness from which a text between the same neighbours is a changed one. Paragraphs of one document that have
nothing to do with each other reach 0.35."""

LEAST_ELSEWHERE = 0.7
"""The same for a text at another place."""

STRICTER_FOR_SHORT = 0.2
"""By so much more a short text must be alike: characters are more easily shared than words."""

PIECE = 0.8
"""The share of its word pairs that another text must have lost or gained, for a text to be a part of that one."""

SHORTEST_PIECE = 3
"""Word pairs. A shorter text is a part only where it was cut off the beginning or the end."""


class Kin(NamedTuple):
    """A text of the old version and one of the new version that comes from it.

    Attributes:
        old: place of the one, from 0.
        new: place of the other, from 0.
        shared: how many words they have in common, in the same order.
        same: they are the same text.
        moved: the new one does not stand between the same neighbours.
    """

    old: int
    new: int
    shared: int
    same: bool
    moved: bool


def kinship(old: Sequence[str], new: Sequence[str]) -> tuple[Kin, ...]:
    """Which texts of a new version come from which of the old one.

    Args:
        old: the texts of the old version, in reading order.
        new: those of the new version.

    Returns:
        Every relation, in the order of the new version. A text that was split is in several, and so is one that came
        of several.
    """
    before, after = [compared(text) for text in old], [compared(text) for text in new]
    in_order, elsewhere = equals([text.folded for text in before], [text.folded for text in after])
    possible = candidates(before, after, in_order, elsewhere)
    certain = _cut_and_joined(before, after, possible, (*in_order, *elsewhere))
    possible = _without(possible, certain)
    changed = _changed(before, after, possible)
    related = (*certain, *changed, *_split_and_merged(before, after, possible, changed))
    relations = (
        *((place, True, False) for place in in_order),
        *((place, True, True) for place in elsewhere),
        *((place, False, not in_place(place, in_order)) for place in related),
    )
    found = (Kin(i, j, shared_words(before[i], after[j]), same, moved) for (i, j), same, moved in relations)
    return tuple(sorted(found, key=lambda kin: (kin.new, kin.old)))


def equals(old: Sequence[str], new: Sequence[str]) -> tuple[list[Place], list[Place]]:
    """The places of equal texts: first those in the same order (the longest such row), then those that stand elsewhere.

    Args:
        old: the texts of the old version, or what identifies them.
        new: those of the new version.
    """
    numbers: defaultdict[str, int] = defaultdict(lambda: len(numbers))
    before, after = [numbers[text] for text in old], [numbers[text] for text in new]
    in_order = [
        place
        for block in LCSseq.opcodes(before, after)
        if block.tag == "equal"
        for place in zip(range(block.src_start, block.src_end), range(block.dest_start, block.dest_end), strict=True)
    ]
    taken_old, taken_new = {i for i, _ in in_order}, {j for _, j in in_order}
    waiting: defaultdict[int, deque[int]] = defaultdict(deque)
    for i, number in enumerate(before):
        if i not in taken_old:
            waiting[number].append(i)
    left = (j for j, number in enumerate(after) if j not in taken_new and waiting[number])
    return in_order, [(waiting[after[j]].popleft(), j) for j in left if waiting[after[j]]]


def _cut_and_joined(
    old: Sequence[Text], new: Sequence[Text], possible: Sequence[Candidate], equal: Sequence[Place]
) -> list[Place]:
    """Old texts of which new ones are the parts, word for word, and new texts of which old ones are."""
    before, after = [text.folded for text in old], [text.folded for text in new]
    split = cut(before, after, {*range(len(new))} - {j for _, j in equal}, [(one.old, one.new) for one in possible])
    rest = _without(possible, split)
    free = {*range(len(old))} - {i for i, _ in (*equal, *split)}
    return [*split, *((i, j) for j, i in cut(after, before, free, [(one.new, one.old) for one in rest]))]


def _without(possible: Iterable[Candidate], explained: Iterable[Place]) -> list[Candidate]:
    """The candidates of which neither text is explained yet."""
    known = [*explained]
    old, new = {i for i, _ in known}, {j for _, j in known}
    return [one for one in possible if one.old not in old and one.new not in new]


def _changed(old: Sequence[Text], new: Sequence[Text], possible: Iterable[Candidate]) -> list[Place]:
    """Old and new texts that are alike, one to one, the most alike first."""
    scored = sorted(
        (-likeness(old[one.old], new[one.new], _least(old[one.old], new[one.new], one.in_place)), not one.in_place, one)
        for one in possible
    )
    found: list[Place] = []
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for score, _, one in scored:
        if score and one.old not in taken_old and one.new not in taken_new:
            taken_old.add(one.old)
            taken_new.add(one.new)
            found.append((one.old, one.new))
    return found


def _least(old: Text, new: Text, in_place: bool) -> float:
    least = LEAST_IN_PLACE if in_place else LEAST_ELSEWHERE
    return least + STRICTER_FOR_SHORT if is_short(old, new) else least


def _split_and_merged(
    old: Sequence[Text], new: Sequence[Text], possible: Iterable[Candidate], changed: Sequence[Place]
) -> list[Place]:
    """New texts that are a part of what old ones lost, and old texts that are a part of what new ones gained."""
    split = _parts(new, old, [(one.new, one.old) for one in possible], [(j, i) for i, j in changed])
    known = [*changed, *((i, j) for j, i in split)]
    merged = _parts(old, new, [(one.old, one.new) for one in possible], known)
    return [*known[len(changed) :], *merged]


def _parts(
    parts: Sequence[Text], wholes: Sequence[Text], possible: Iterable[Place], known: Iterable[Place]
) -> list[Place]:
    """Texts that nothing explains yet and that are a part of another one, without what is known to come of that one.

    Args:
        parts: texts of one version.
        wholes: those of the other.
        possible: the places of a part and a whole.
        known: the places of parts and wholes that belong together.
    """
    rest = {whole: wholes[whole].pairs.copy() for _, whole in possible}
    belong: dict[int, int] = {}
    for part, whole in known:
        rest[whole] -= parts[part].pairs
        belong[part] = whole
    found: list[Place] = []
    for part, whole in sorted(possible, key=lambda place: (-_overlap(parts[place[0]], rest[place[1]]), place)):
        at_end = belong.get(part - 1) == whole
        at_start = belong.get(part + 1) == whole
        if part not in belong and _is_part(parts[part], wholes[whole], rest[whole], at_start, at_end):
            rest[whole] -= parts[part].pairs
            belong[part] = whole
            found.append((part, whole))
    return found


def _is_part(part: Text, whole: Text, rest: Counter[tuple[str, str]], at_start: bool, at_end: bool) -> bool:
    """Whether a text stands in what is left of another one; a short one, whether it is its very beginning or end.

    Args:
        part: the text.
        whole: the other one.
        rest: the word pairs that are left of that one.
        at_start: another part of it stands behind the text.
        at_end: another part of it stands before the text.
    """
    size = part.pairs.total()
    if size >= SHORTEST_PIECE:
        return _overlap(part, rest) >= PIECE * size
    begins = at_start and whole.folded.startswith(part.folded)
    return bool(part.folded) and (begins or (at_end and whole.folded.endswith(part.folded)))


def _overlap(text: Text, rest: Counter[tuple[str, str]]) -> int:
    """How many of its word pairs a text shares with what is left of another one."""
    return (text.pairs & rest).total()
