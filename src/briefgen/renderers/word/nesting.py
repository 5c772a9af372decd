"""Which tags of a part begin, divide and end the same loop or condition, also when some are missing.

A block begins and ends in the same text, table or row. Of the ways to read what people wrote, the one with the
fewest mistakes is taken: the shortest repair of a bracket language by deletions, found with dynamic programming
(A. Aho and T. Peterson, A minimum distance error-correcting parser for context-free languages, 1972).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

BRANCHES: Mapping[str, tuple[str, ...]] = {"elif": ("if",), "else": ("if", "for")}
ENDS: Mapping[str, str] = {"endfor": "for", "endif": "if"}
OPENERS = ("for", "if")

# So many tags in one text are repaired in the best way; in longer ones the nearest beginning is taken.
LONGEST_REPAIR = 120


class Nesting(NamedTuple):
    """What belongs together in one text.

    Attributes:
        ends: the number of each beginning to that of its end.
        unclosed: numbers of beginnings without an end.
        stray: numbers of ends and branches without a beginning.
    """

    ends: dict[int, int]
    unclosed: tuple[int, ...]
    stray: tuple[int, ...]


def nest(keywords: Sequence[str]) -> Nesting:
    """What belongs together in a text.

    Args:
        keywords: `for`, `if`, `elif`, `else`, `endfor`, `endif`, in the order of the text.
    """
    nearest = _nearest(keywords)
    if len(nearest.unclosed) + len(nearest.stray) == 0 or len(keywords) > LONGEST_REPAIR:
        return nearest
    return _repaired(keywords)


def _nearest(keywords: Sequence[str]) -> Nesting:
    """Every end belongs to the nearest beginning of its kind that is still open."""
    opened: list[int] = []
    ends: dict[int, int] = {}
    stray: list[int] = []
    for number, keyword in enumerate(keywords):
        if keyword in OPENERS:
            opened.append(number)
        elif keyword in BRANCHES:
            if not opened or keywords[opened[-1]] not in BRANCHES[keyword]:
                stray.append(number)
        elif opened and keywords[opened[-1]] == ENDS[keyword]:
            ends[opened.pop()] = number
        else:
            stray.append(number)
    return Nesting(ends, tuple(opened), tuple(stray))


class _Repair(NamedTuple):
    """How many tags a reading leaves out, which these are, and which pairs it makes."""

    cost: int
    left_out: tuple[int, ...] = ()
    pairs: tuple[tuple[int, int], ...] = ()


def _repaired(keywords: Sequence[str]) -> Nesting:
    """The reading that leaves out the fewest tags."""

    @cache
    def best(start: int, stop: int, inside: str) -> _Repair:
        """The best reading of the tags from `start` to `stop`, in a block `inside` (`if`, `for`, `else` or none)."""
        if start == stop:
            return _Repair(0)
        keyword = keywords[start]
        if keyword in BRANCHES and inside in BRANCHES[keyword]:
            return best(start + 1, stop, "else" if keyword == "else" else inside)
        readings = [_joined(_Repair(1, (start,)), best(start + 1, stop, inside))]
        if keyword in OPENERS:
            ends = (place for place in range(start + 1, stop) if ENDS.get(keywords[place]) == keyword)
            readings += [
                _joined(best(start + 1, end, keyword), best(end + 1, stop, inside), ((start, end),)) for end in ends
            ]
        return min(readings, key=lambda reading: reading.cost)

    for start in range(len(keywords), 0, -1):  # from the end, so that the recursion stays shallow
        best(start, len(keywords), "")
    found = best(0, len(keywords), "")
    unclosed = tuple(number for number in sorted(found.left_out) if keywords[number] in OPENERS)
    stray = tuple(number for number in sorted(found.left_out) if keywords[number] not in OPENERS)
    return Nesting(dict(found.pairs), unclosed, stray)


def _joined(one: _Repair, other: _Repair, pairs: Iterable[tuple[int, int]] = ()) -> _Repair:
    return _Repair(one.cost + other.cost, one.left_out + other.left_out, (*pairs, *one.pairs, *other.pairs))
