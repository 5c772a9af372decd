"""Texts that were cut or joined and not changed otherwise: neighbours that say together what one text said.

This is certain, where likeness is a guess: what was cut off the end of one text can be more like another text than
like the whole that it comes from.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from .candidates import Place


def cut(wholes: Sequence[str], parts: Sequence[str], free: Collection[int], possible: Iterable[Place]) -> list[Place]:
    """The texts of which neighbouring texts are the parts, each with each of its parts.

    Args:
        wholes: the folded texts of one version.
        parts: the folded texts of the other version.
        free: the places of the parts that have no equal.
        possible: the places of texts that may belong together, a whole and a part.
    """
    found: list[Place] = []
    left = set(free)
    seen: set[int] = set()
    for whole, first in sorted(possible):
        run = _run(wholes[whole], parts, first)
        if whole not in seen and len(run) > 1 and left.issuperset(run):
            seen.add(whole)
            left -= set(run)
            found += [(whole, part) for part in run]
    return found


def _run(whole: str, parts: Sequence[str], first: int) -> range:
    """The places from this one on of the parts that make up a whole; empty when they do not."""
    length = 0
    for place in range(first, len(parts)):
        if length == len(whole) or not parts[place] or not whole.startswith(parts[place], length):
            break
        length += len(parts[place])
    else:
        place = len(parts)
    return range(first, place) if length == len(whole) else range(0)
