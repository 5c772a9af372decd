"""Where links and the outline lead: destinations, actions and addresses (ISO 32000-1, 12.3 and 12.6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import pikepdf

from .objects import DIRECT, Identity, entry, identity, integer, items, leaves, name, number, text

MOST_OUTLINE_ENTRIES = 100_000


@dataclass(frozen=True, slots=True)
class Target:
    """Where something leads.

    Attributes:
        kind: `place` in the file, `address` on the web, another `action`, `broken` for a place that there is not,
            `none` when nothing says where it leads.
        page: number of the page of a place, from 0.
        x, y: its upper left corner, in points; `None` where the destination leaves that open.
        name: of a named destination.
        address: on the web, or the kind of the other action.
    """

    kind: Literal["place", "address", "action", "broken", "none"]
    page: int | None = None
    x: float | None = None
    y: float | None = None
    name: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Annotation:
    """An annotation of a page.

    Attributes:
        page: its number, from 0.
        kind: its subtype (`Link`).
        contents: what it says that it is.
        struct_parent: its key in the parent tree.
        flags: bits of ISO 32000-1, 12.5.3.
        corners: its rectangle, in points: left, bottom, right, top; empty when it has none.
        has_appearance: whether it brings its own looks.
        label: of a field of a form, for people (`/TU`).
    """

    page: int
    identity: Identity
    kind: str
    contents: str | None
    struct_parent: int | None
    flags: int | None
    corners: tuple[float, ...]
    has_appearance: bool
    target: Target
    label: str = ""

    @property
    def visible(self) -> bool:
        """Whether its rectangle has any surface."""
        return len(self.corners) == 4 and self.corners[0] != self.corners[2] and self.corners[1] != self.corners[3]


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """An entry of the outline, at `level` from 1."""

    title: str
    level: int
    target: Target


class Places:
    """Resolves what a file says about places in itself.

    Attributes:
        destinations: the names that links may use, with the places that they stand for.
        in_order: whether these names stand in their order, in which readers look for them (7.9.6).
    """

    def __init__(self, catalog: object, page_of: Mapping[Identity, int]) -> None:
        self._page_of = page_of
        named = list(leaves(entry(entry(catalog, "/Names"), "/Dests"), "/Names"))
        written = [bytes(key) for key, _ in named if isinstance(key, pikepdf.String)]
        self.in_order = written == sorted(written)
        old = entry(catalog, "/Dests")
        if isinstance(old, pikepdf.Dictionary):
            named += [(key[1:], value) for key, value in old.items()]
        self.destinations: dict[str, Target] = {}
        for key, value in named:
            known = text(key) or str(key)
            self.destinations[known] = self._explicit(value, known)

    def target(self, holder: object) -> Target:
        """Where an annotation or an entry of the outline leads."""
        action = entry(holder, "/A")
        kind = name(entry(action, "/S"))
        if kind == "URI":
            return Target("address", address=text(entry(action, "/URI")) or "")
        if kind not in {"", "GoTo"}:
            return Target("action", address=kind)
        destination = entry(action, "/D") if kind else entry(holder, "/Dest")
        if destination is None:
            return Target("none")
        known = text(destination) or name(destination)
        if known or not isinstance(destination, pikepdf.Array):
            return self.destinations.get(known, Target("broken", name=known))
        return self._explicit(destination, "")

    def _explicit(self, value: object, known: str) -> Target:
        """A destination that names its page (12.3.2.2); the page may be missing from the file."""
        array = items(entry(value, "/D") if isinstance(value, pikepdf.Dictionary) else value)
        if not array:
            return Target("broken", name=known)
        page = self._page_of.get(identity(array[0]))
        fit = name(array[1]) if len(array) > 1 else ""
        if page is None or not fit:
            return Target("broken", name=known)
        left, top = (array[2:4] if fit == "XYZ" else [None, *array[2:3]])[:2] if len(array) > 3 else (None, None)
        return Target("place", page, number(left), number(top), known)


def read_annotations(page: pikepdf.Object, page_number: int, places: Places) -> Iterator[Annotation]:
    """The annotations of a page, in their order."""
    for annotation in items(entry(page, "/Annots")):
        corners = [number(value) or 0 for value in items(entry(annotation, "/Rect"))]
        yield Annotation(
            page=page_number,
            identity=identity(annotation),
            kind=name(entry(annotation, "/Subtype")),
            contents=text(entry(annotation, "/Contents")),
            struct_parent=integer(entry(annotation, "/StructParent")),
            flags=integer(entry(annotation, "/F")),
            corners=_upright(corners),
            has_appearance=entry(annotation, "/AP") is not None,
            target=places.target(annotation),
            label=text(entry(annotation, "/TU")) or text(entry(entry(annotation, "/Parent"), "/TU")) or "",
        )


def _upright(corners: list[float]) -> tuple[float, ...]:
    """A rectangle from its lower left corner (7.9.5)."""
    if len(corners) != 4:
        return ()
    (left, right), (bottom, top) = sorted(corners[::2]), sorted(corners[1::2])
    return left, bottom, right, top


def read_outline(catalog: object, places: Places) -> tuple[OutlineEntry, ...]:
    """The outline, in its order; an entry that was met before ends its branch (12.3.3)."""
    found: list[OutlineEntry] = []
    met = {DIRECT}
    waiting = [(entry(entry(catalog, "/Outlines"), "/First"), 1)]
    while waiting and len(found) < MOST_OUTLINE_ENTRIES:
        node, level = waiting.pop()
        if node is None or identity(node) in met:
            continue
        met.add(identity(node))
        found.append(OutlineEntry(text(entry(node, "/Title")) or "", level, places.target(node)))
        waiting.append((entry(node, "/Next"), level))
        waiting.append((entry(node, "/First"), level + 1))
    return tuple(found)
