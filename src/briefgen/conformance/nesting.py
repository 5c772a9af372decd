"""Rules of what may stand in what: tables, lists and contents (ISO 32000-1, tables 333, 336 and 337)."""

from __future__ import annotations

from collections.abc import Iterator

from ..tagged import Content, TaggedFile
from .finding import Fault, at

PARENTS = {
    "TR": frozenset({"Table", "THead", "TBody", "TFoot"}),
    "THead": frozenset({"Table"}),
    "TBody": frozenset({"Table"}),
    "TFoot": frozenset({"Table"}),
    "TH": frozenset({"TR"}),
    "TD": frozenset({"TR"}),
    "LI": frozenset({"L"}),
    "LBody": frozenset({"LI"}),
    "TOCI": frozenset({"TOC"}),
}
"""What an element may stand in; types that are not here may stand anywhere."""

KIDS = {
    "Table": frozenset({"TR", "THead", "TBody", "TFoot", "Caption"}),
    "THead": frozenset({"TR"}),
    "TBody": frozenset({"TR"}),
    "TFoot": frozenset({"TR"}),
    "TR": frozenset({"TH", "TD"}),
    "L": frozenset({"L", "LI", "Caption"}),
    "LI": frozenset({"Lbl", "LBody"}),
    "TOC": frozenset({"TOC", "TOCI", "Caption"}),
}
"""What an element may hold; types that are not here may hold anything."""

AT_MOST_ONE = {"Table": ("THead", "TFoot", "Caption"), "L": ("Caption",), "TOC": ("Caption",), "LI": ("Lbl", "LBody")}
"""What an element may hold only once."""

CAPTION_PLACES = {"Table": (0, -1), "L": (0,), "TOC": (0,)}
"""Where among its kids the caption of an element may stand."""


def wrong_parents(file: TaggedFile) -> Iterator[Fault]:
    """An element in another one than it belongs in, such as a row outside a table."""
    for element in file.tree.elements:
        allowed = PARENTS.get(element.role)
        above = file.tree.parent(element)
        if allowed and (above is None or above.role not in allowed):
            yield at(file, element, found=above.type if above else "–", expected=", ".join(sorted(allowed)))


def wrong_kids(file: TaggedFile) -> Iterator[Fault]:
    """An element that holds something which does not belong in it, such as loose text in a row."""
    for element in file.tree.elements:
        allowed = KIDS.get(element.role)
        if allowed is None:
            continue
        wrong = [kid.type for kid in file.tree.children(element) if kid.role not in allowed]
        wrong += ["MCID" for kid in element.kids if isinstance(kid, Content)]
        if wrong:
            yield at(file, element, found=", ".join(dict.fromkeys(wrong)), expected=", ".join(sorted(allowed)))


def repeated_parts(file: TaggedFile) -> Iterator[Fault]:
    """A table, a list or an item with two parts of which it may have one."""
    for element in file.tree.elements:
        roles = [kid.role for kid in file.tree.children(element)]
        for part in AT_MOST_ONE.get(element.role, ()):
            if roles.count(part) > 1:
                yield at(file, element, part=part)


def caption_places(file: TaggedFile) -> Iterator[Fault]:
    """A caption in the middle of what it names."""
    for element in file.tree.elements:
        roles = [kid.role for kid in file.tree.children(element)]
        for place, role in enumerate(roles):
            allowed = {each % len(roles) for each in CAPTION_PLACES.get(element.role, ())}
            if role == "Caption" and allowed and place not in allowed:
                yield at(file, element)


def bodiless_tables(file: TaggedFile) -> Iterator[Fault]:
    """A table with a head or a foot and no body, or without any row."""
    for table in file.tree.of_role("Table"):
        roles = {kid.role for kid in file.tree.children(table)}
        has_rows = any(element.role == "TR" for element in file.tree.inside(table))
        if not has_rows or (roles & {"THead", "TFoot"} and "TBody" not in roles):
            yield at(file, table)
