"""The difference between two versions of a text, word by word, as people read it."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import Match, SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

CONTEXT = 4
"""Words that are shown before and behind a difference."""


LONGEST_BETWEEN = 2
"""So few words between two differences belong to them: `[alleen met hulp van → zonder steun van]`."""


class Edit(NamedTuple):
    """Words that became other words; either may be empty.

    Attributes:
        before: the words before them that stayed the same, shortened.
        old: as it was.
        new: as it is.
        after: the words behind them that stayed the same, shortened.
    """

    before: str
    old: str
    new: str
    after: str


def edits(old: str, new: str) -> tuple[Edit, ...]:
    """What changed between two versions of a text, in reading order.

    Args:
        old: the text as it was.
        new: the text as it is.
    """
    was, became = old.split(), new.split()
    kept = [Match(0, 0, 0), *_kept(was, became)]
    gaps = [(before.a + before.size, after.a, before.b + before.size, after.b) for before, after in pairwise(kept)]
    return tuple(
        Edit(
            before=_last(was[:start]),
            old=" ".join(was[start:end]),
            new=" ".join(became[first:last]),
            after=_first(was[end:]),
        )
        for start, end, first, last in gaps
        if start < end or first < last
    )


def _kept(was: list[str], became: list[str]) -> Iterator[Match]:
    """The runs of words that stayed the same, but for short ones between two differences; an empty one at the end."""
    for run in SequenceMatcher(None, was, became, autojunk=False).get_matching_blocks():
        at_start = run.a == run.b == 0
        at_end = (run.a + run.size, run.b + run.size) == (len(was), len(became))
        if run.size > LONGEST_BETWEEN or at_start or at_end:
            yield run


def _last(words: list[str]) -> str:
    return " ".join(["…", *words[-CONTEXT:]] if len(words) > CONTEXT else words)


def _first(words: list[str]) -> str:
    return " ".join([*words[:CONTEXT], "…"] if len(words) > CONTEXT else words)
