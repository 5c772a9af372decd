"""Rules of single elements: known types, whole links to their parents, nothing empty (ISO 14289-1, 7.1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..tagged import Content, Element, ObjectKid, TaggedFile
from ..tagged.structure import STANDARD_TYPES
from .finding import Fault, at

MAY_BE_EMPTY = frozenset({"TD", "TH"})
"""A cell may hold nothing: the place of its column is what it says."""

MUST_SAY_SOMETHING = frozenset(
    {"P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "LBody", "Caption", "TOCI", "Note", "Lbl"}
)


def unknown_types(file: TaggedFile) -> Iterator[Fault]:
    """An element whose type is no standard one and stands for none."""
    for element in _first_of_types(file):
        if element.role not in STANDARD_TYPES and not _is_circular(element.type, file):
            yield at(file, element, type=element.type)


def circular_types(file: TaggedFile) -> Iterator[Fault]:
    """A type that stands for itself, by way of others."""
    for kind in file.tree.role_map:
        if _is_circular(kind, file):
            yield Fault(details={"type": kind})


def remapped_types(file: TaggedFile) -> Iterator[Fault]:
    """A standard type that is said to stand for another."""
    for kind, role in file.tree.role_map.items():
        if kind in STANDARD_TYPES and kind != role:
            yield Fault(details={"type": kind, "role": role})


def _first_of_types(file: TaggedFile) -> Iterator[Element]:
    met: set[str] = set()
    for element in file.tree.elements:
        if element.type not in met:
            met.add(element.type)
            yield element


def _is_circular(kind: str, file: TaggedFile) -> bool:
    met = {kind}
    while kind in file.tree.role_map:
        kind = file.tree.role_map[kind]
        if kind in met:
            return True
        met.add(kind)
    return False


def parents(file: TaggedFile) -> Iterator[Fault]:
    """An element that does not name the element that holds it."""
    for element in file.tree.elements:
        if not element.parent_named:
            yield at(file, element)


def shared_elements(file: TaggedFile) -> Iterator[Fault]:
    """Elements that stand at two places of the tree."""
    if file.tree.shared:
        yield Fault(details={"count": str(file.tree.shared)})


def unknown_kids(file: TaggedFile) -> Iterator[Fault]:
    """An element that holds something that is neither an element nor content."""
    for element in file.tree.elements:
        if element.unknown_kids:
            yield at(file, element)


def empty_elements(file: TaggedFile) -> Iterator[Fault]:
    """An element with nothing in it, and none around it that is empty too; cells keep their row."""
    filled = _filled(file)
    for element in file.tree.elements:
        is_outermost = element.parent is None or filled[element.parent]
        above = file.tree.parent(element)
        in_cell = above is not None and above.role in MAY_BE_EMPTY
        has_cells = element.role == "TR" and any(kid.role in MAY_BE_EMPTY for kid in file.tree.children(element))
        may_be_empty = element.role in MAY_BE_EMPTY or has_cells
        if not filled[element.index] and not may_be_empty and (is_outermost or in_cell):
            yield at(file, element)


def _filled(file: TaggedFile) -> list[bool]:
    """By index, whether an element holds content or an object; a text about nothing does not fill it."""
    filled = [any(isinstance(kid, Content | ObjectKid) for kid in element.kids) for element in file.tree.elements]
    for element in reversed(file.tree.elements):
        if filled[element.index] and element.parent is not None:
            filled[element.parent] = True
    return filled


def blank_elements(file: TaggedFile) -> Iterator[Fault]:
    """A paragraph, a heading or another text element in which there is only white space."""
    for element in file.tree.of_role(*MUST_SAY_SOMETHING):
        kinds = {piece.kind for _, piece in file.pieces(element)}
        if kinds == {"text"} and not file.text(element) and not _has_alternative(element, file):
            yield at(file, element)


def _has_alternative(element: Element, file: TaggedFile) -> bool:
    return any(inner.alt for inner in file.tree.inside(element))


def repeated_ids(file: TaggedFile) -> Iterator[Fault]:
    """A name that two elements have."""
    for known, count in Counter(element.id for element in file.tree.elements if element.id).items():
        if count > 1:
            yield Fault(details={"id": known, "count": str(count)})


def notes_without_id(file: TaggedFile) -> Iterator[Fault]:
    """A note that nothing can refer to."""
    for element in file.tree.of_role("Note"):
        if not element.id:
            yield at(file, element)
