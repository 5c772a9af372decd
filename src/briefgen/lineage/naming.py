"""Ids that stay: a paragraph that comes from another one keeps its id, and a new one gets one that never was another's.

A new id is the number of the paragraph that it comes from or follows, with the first letters that were never used:
`p34a`, `p34b`, … `p34z`, `p34aa`. A paragraph before the first one follows `p0`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import count, product
from string import ascii_lowercase

from .kinship import Kin

# An id: the letter of its kind, its number, and the letters of one that was inserted.
ID = re.compile(r"(?P<stem>[ph]\d+)[a-z]*")


def names(kin: Sequence[Kin], old: Sequence[str], size: int, used: Iterable[str], kind: str) -> list[str]:
    """The ids of the texts of a new version.

    Of several texts that one became, the one with most of its words keeps the id; one that came of several keeps the
    id of the one of which it has most.

    Args:
        kin: which text comes from which.
        old: the ids of the old version, in reading order.
        size: how many texts the new version has.
        used: all ids that this source and its older versions ever had.
        kind: the letter of the ids, `p` or `h`.
    """
    kept = _kept(kin)
    ancestor = {one.new: one.old for one in sorted(kin, key=lambda one: (one.shared, -one.old))}
    taken = {*used, *old}
    found: list[str] = []
    for place in range(size):
        if place in kept:
            found.append(old[kept[place]])
            continue
        before = old[ancestor[place]] if place in ancestor else next(reversed(found), f"{kind}0")
        found.append(_free(before, taken))
        taken.add(found[-1])
    return found


def _kept(kin: Iterable[Kin]) -> dict[int, int]:
    """For each new text that keeps an id, the old text of which it is: one to one, the most alike first."""
    kept: dict[int, int] = {}
    given: set[int] = set()
    for one in sorted(kin, key=lambda one: (not one.same, -one.shared, one.new, one.old)):
        if one.new not in kept and one.old not in given:
            kept[one.new] = one.old
            given.add(one.old)
    return kept


def _free(before: str, taken: set[str]) -> str:
    """The first id after another one that no text has or had.

    Raises:
        ValueError: the other one is no id (a defect).
    """
    match = ID.fullmatch(before)
    if match is None:
        raise ValueError(f"'{before}' is no id of a paragraph or heading")
    return next(name for letters in _letters() if (name := match["stem"] + letters) not in taken)


def _letters() -> Iterator[str]:
    """`a`, `b`, … `z`, `aa`, `ab`, …."""
    for length in count(1):
        yield from map("".join, product(ascii_lowercase, repeat=length))


def in_order(ids: Iterable[str]) -> list[str]:
    """Ids by kind, number and letters: `p2`, `p10`, `p10a`, `p10b`, `p10aa`."""
    return sorted(ids, key=lambda name: (name[0], int(re.sub(r"\D", "", name)), len(name), name))
