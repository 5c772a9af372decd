"""Rules of lists: items with a body, and labels tagged as labels (ISO 14289-1, 7.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..tagged import Element, TaggedFile
from .finding import Fault, at

# A sign or a number that begins an item, and what follows it (`• eerste punt`, `2. tweede`, `b) derde`, `– vierde`).
LABELLED = re.compile(r"(?:[•◦▪‣●○■–—-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s+\S")
# A label that counts (`2.`, `b)`, `iv.`).
COUNTING = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]?")

ORDERED = frozenset({"Decimal", "UpperRoman", "LowerRoman", "UpperAlpha", "LowerAlpha", "Ordered"})


def items_without_body(file: TaggedFile) -> Iterator[Fault]:
    """An item without a body."""
    for item in file.tree.of_role("LI"):
        if not any(kid.role == "LBody" for kid in file.tree.children(item)):
            yield at(file, item)


def empty_lists(file: TaggedFile) -> Iterator[Fault]:
    """A list without items."""
    for each in file.tree.of_role("L"):
        if not any(kid.role in {"LI", "L"} for kid in file.tree.children(each)):
            yield at(file, each)


def labels_in_bodies(file: TaggedFile) -> Iterator[Fault]:
    """An item whose body begins with the sign or the number that should be its label."""
    for item in file.tree.of_role("LI"):
        kids = list(file.tree.children(item))
        if any(kid.role == "Lbl" for kid in kids):
            continue
        for body in (kid for kid in kids if kid.role == "LBody"):
            if LABELLED.match(file.text(body)):
                yield at(file, item)


def missing_labels(file: TaggedFile) -> Iterator[Fault]:
    """An item without a label in a list whose other items have one."""
    for each in file.tree.of_role("L"):
        items = [kid for kid in file.tree.children(each) if kid.role == "LI"]
        labelled = [_label(file, item) is not None for item in items]
        if any(labelled):
            yield from (at(file, item) for item, has in zip(items, labelled, strict=True) if not has)


def misplaced_labels(file: TaggedFile) -> Iterator[Fault]:
    """An item whose label does not come first."""
    for item in file.tree.of_role("LI"):
        roles = [kid.role for kid in file.tree.children(item)]
        if "Lbl" in roles[1:] and roles[0] != "Lbl":
            yield at(file, item)


def uncounted_lists(file: TaggedFile) -> Iterator[Fault]:
    """A list whose labels count, and that does not say how."""
    for each in file.tree.of_role("L"):
        labels = [label for kid in file.tree.children(each) if (label := _label(file, kid)) is not None]
        counts = labels and all(COUNTING.fullmatch(file.text(label)) for label in labels)
        if counts and each.list_numbering not in ORDERED:
            yield at(file, each)


def _label(file: TaggedFile, item: Element) -> Element | None:
    return next((kid for kid in file.tree.children(item) if kid.role == "Lbl"), None)
