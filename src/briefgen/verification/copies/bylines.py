"""Whose words a statement is and of when: whether a copy still says so where its template printed it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from ...attestation import Attestation, AttestedStatement
from ...provenance import Span
from .folding import plain
from .ground import Ground
from .survey import Misattributed

MOST = 0.9
"""The share of statements that have a name at the same place, from which on their template prints it there."""

BESIDE = 9
"""So many blocks on each side of a statement can be in its row of a table."""


def misattributed(
    attestation: Attestation, spans: Mapping[str, Span | None], ground: Ground
) -> Iterator[Misattributed]:
    """The statements at which their holder or date is not said where it is said of the others.

    A template prints it in the paragraph before, in the statement's own, in the one behind, or in its row of a table.
    One that prints it nowhere, or once for several statements, says nothing about a single statement.

    Args:
        attestation: what the copy says of itself.
        spans: where each statement stands, by its id.
        ground: the text of the copy.
    """
    quoted = [(one, span) for one in attestation.statements if one.quoted and (span := spans[one.id]) is not None]
    placed = [(one, _surroundings(span, ground)) for one, span in quoted]
    for _, group in groupby(sorted(placed, key=_is_in_table), key=_is_in_table):
        statements = list(group)
        for names in (
            [plain(one.holder) for one, _ in statements],
            [plain(one.date) for one, _ in statements],
        ):
            yield from _silent(statements, names)


Surroundings = tuple[str, str, str, str]
"""What stands before a statement, with it, behind it, and in its row of a table."""


def _surroundings(span: Span, ground: Ground) -> Surroundings:
    blocks, inside = ground.blocks, ground.blocks_at(span)
    first, last = inside[0], inside[-1]
    row = blocks[first].row
    near = range(max(0, first - BESIDE), min(len(blocks), last + BESIDE))
    return (
        plain(blocks[first - 1].text) if first else "",
        plain(" ".join(blocks[number].text for number in inside)),
        plain(blocks[last + 1].text) if last + 1 < len(blocks) else "",
        plain(" ".join(blocks[number].text for number in near if row and blocks[number].row == row)),
    )


def _is_in_table(placed: tuple[AttestedStatement, Surroundings]) -> bool:
    return bool(placed[1][-1])


def _silent(
    statements: Sequence[tuple[AttestedStatement, Surroundings]], names: Sequence[str]
) -> Iterator[Misattributed]:
    """The statements without their name at the place where most have theirs."""
    named = [(one, around, name) for (one, around), name in zip(statements, names, strict=True) if name]
    places = range(4)
    counts = [sum(name in around[place] for _, around, name in named) for place in places]
    place = max(places, key=counts.__getitem__)
    if named and counts[place] >= MOST * len(named):
        yield from (Misattributed(one, name) for one, around, name in named if name not in around[place])
