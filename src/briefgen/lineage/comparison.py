"""Two versions of a source beside each other: what happened to each paragraph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..document import Document
from .descent import Change
from .kinship import Kin, kinship


class Row(NamedTuple):
    """What happened to one paragraph.

    Attributes:
        change: what happened; a deleted one has nothing in the new version, an inserted one nothing in the old.
        moved: it does not stand between the same neighbours.
        old: the ids that it has or comes from in the old version.
        new: its id in the new version; `None` for a deleted one.
        old_text: of the old paragraphs, a space between them.
        new_text: of the new one; empty for a deleted one.
    """

    change: Change
    moved: bool
    old: tuple[str, ...]
    new: str | None
    old_text: str
    new_text: str


def compare(old: Document, new: Document) -> tuple[Row, ...]:
    """What happened to each paragraph between two versions, which need no lineage.

    Args:
        old: one version, with its own ids.
        new: the other one, with its own ids.

    Returns:
        The paragraphs of the new version in reading order, and each deleted one behind what it followed.
    """
    kin = kinship([one.text for one in old.paragraphs], [one.text for one in new.paragraphs])
    rows = {(place, 0): row for place, row in enumerate(_rows(old, new, kin))}
    last = -1
    became = {one.old: one.new for one in kin}
    for place, paragraph in enumerate(old.paragraphs):
        if place in became:
            last = became[place]
        else:
            rows[last, place + 1] = Row("deleted", False, (paragraph.id,), None, paragraph.text, "")
    return tuple(rows[place] for place in sorted(rows))


def _rows(old: Document, new: Document, kin: Sequence[Kin]) -> Iterator[Row]:
    for paragraph, (change, moved, ancestors) in zip(new.paragraphs, changes(kin, len(new.paragraphs)), strict=True):
        before = [old.paragraphs[place] for place in ancestors]
        old_text = " ".join(one.text for one in before)
        yield Row(change, moved, tuple(one.id for one in before), paragraph.id, old_text, paragraph.text)


def changes(kin: Sequence[Kin], size: int) -> Iterator[tuple[Change, bool, tuple[int, ...]]]:
    """What happened to each text of a new version: the change, whether it moved, and the places of its ancestors.

    Args:
        kin: which text comes from which.
        size: how many texts the new version has.
    """
    of_new: defaultdict[int, list[Kin]] = defaultdict(list)
    children: defaultdict[int, int] = defaultdict(int)
    for one in kin:
        of_new[one.new].append(one)
        children[one.old] += 1
    for place in range(size):
        ancestors = of_new[place]
        siblings = any(children[one.old] > 1 for one in ancestors)
        moved = any(one.moved for one in ancestors)
        yield _change(ancestors, siblings), moved, tuple(one.old for one in ancestors)


def _change(ancestors: Sequence[Kin], siblings: bool) -> Change:
    if not ancestors:
        return "inserted"
    if len(ancestors) > 1:
        return "merged"
    if siblings:
        return "split"
    if not ancestors[0].same:
        return "changed"
    return "moved" if ancestors[0].moved else "same"
