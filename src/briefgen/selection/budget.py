"""How many lines of print statements fill, and which go when a chapter has more than its budget.

A line is somewhat less than the templates print across the page, which is about 80 characters, so that room is left
for what breaks early; a page has about 45 lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import ceil

from ..spec import PackSpec, SectionSpec
from .outcome import Choice, Evidence

LINE = 68
"""Characters in a line."""

ROW_LINE = 80
"""Characters in a line of the table of the front page, where a statement stands over the whole width."""

ROW = 3
"""Lines that a row of the front page takes besides its statement: its subject, who and when, and the space around."""

AROUND = 2
"""Lines that a statement takes besides its words: its source, and the space behind it."""

HEADING = 3
"""Lines that the title of a section takes, with the space around it."""

REPEATED = 0.7
"""What counts of the score of a statement when a better one of the same paragraph is in the pack."""

FIELD = 2
"""Lines that a row of a table takes which people complete."""


def lines_of(choice: Choice) -> int:
    """The lines that a statement fills, with its answers or with the older statement behind it."""
    return sum(_lines(one) for one in choice.evidence.told)


def row_lines(choice: Choice) -> int:
    """The lines that a statement fills in the table of the front page, under the name of its subject."""
    return ceil(len(choice.evidence.text) / ROW_LINE) + ROW


def surplus(spec: PackSpec, chosen: Mapping[str, Sequence[Choice]]) -> Iterator[tuple[str, Choice]]:
    """The statements that go so that each chapter stays within its budget, each with its section.

    What fits least goes first. A chapter keeps its best statement, a section what it is assured of, and at least one
    statement; what a person pinned and what was turned round stay.

    Args:
        spec: the definition of the pack.
        chosen: the statements of each section, by its id.
    """
    for chapter in spec.chapters:
        budget = chapter[0].budget
        if budget is not None:
            yield from _surplus_of(chapter, budget, chosen)


def _surplus_of(
    chapter: Sequence[SectionSpec], budget: int, chosen: Mapping[str, Sequence[Choice]]
) -> Iterator[tuple[str, Choice]]:
    left = {section.id: len(chosen[section.id]) for section in chapter}
    filled = sum(_filled(section, chosen[section.id]) for section in chapter)
    for section, choice in sorted(_dispensable(chapter, chosen), key=_worth(chosen)):
        if filled <= budget:
            return
        if left[section.id] > max(section.assured, 1):
            left[section.id] -= 1
            filled -= lines_of(choice)
            yield section.id, choice


def _worth(chosen: Mapping[str, Sequence[Choice]]) -> Callable[[tuple[SectionSpec, Choice]], float]:
    """What a statement is worth to its chapter: its score, less when a better one of its paragraph is in the pack."""
    best: dict[str, float] = {}
    for choice in (choice for choices in chosen.values() for choice in choices):
        best[choice.evidence.key] = max(_score(choice), best.get(choice.evidence.key, 0.0))

    def worth(pair: tuple[SectionSpec, Choice]) -> float:
        score = _score(pair[1])
        return score * REPEATED if score < best[pair[1].evidence.key] else score

    return worth


def _dispensable(
    chapter: Sequence[SectionSpec], chosen: Mapping[str, Sequence[Choice]]
) -> Iterator[tuple[SectionSpec, Choice]]:
    """The statements of a chapter that may go, each with its section."""
    best = max((one for section in chapter for one in chosen[section.id]), key=_score, default=None)
    for section in chapter:
        for choice in chosen[section.id]:
            if choice is not best and not choice.pinned and choice.evidence.change != "reversed":
                yield section, choice


def _filled(section: SectionSpec, choices: Sequence[Choice]) -> int:
    if section.optional and not choices and not section.fields:
        return 0
    return HEADING + FIELD * len(section.fields) + sum(map(lines_of, choices))


def _lines(item: Evidence) -> int:
    return ceil(len(item.text) / LINE) + AROUND


def _score(choice: Choice) -> float:
    return choice.score or 0.0
