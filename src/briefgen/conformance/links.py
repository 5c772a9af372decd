"""Rules of links and other annotations (ISO 14289-1, 7.18; ISO 19005-3, 6.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..tagged import Element, ObjectKid, TaggedFile
from ..tagged.content import Piece
from ..tagged.places import Annotation
from .finding import Fault, at, described, shortened

# An address that leads somewhere from any place (`https://…`, `mailto:…`).
ADDRESS = re.compile(r"(?:https?://[^\s/?#]+\.?[^\s]*|(?:mailto|tel|urn|doi):[^\s]+)", re.IGNORECASE)

HIDDEN, PRINTED, UNSHOWN = 2, 4, 1 | 2 | 32 | 256
"""Flags of an annotation: hidden; printed; and invisible, hidden, no view, toggle no view (ISO 32000-1, 12.5.3)."""

ALLOWED_KINDS = frozenset({
    "Text", "Link", "FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine", "Highlight", "Underline",
    "Squiggly", "StrikeOut", "Stamp", "Caret", "Ink", "Popup", "FileAttachment", "Widget", "PrinterMark", "Watermark",
})  # fmt: skip
"""Annotations that PDF/A-3 allows (ISO 19005-3, 6.3.1)."""


def links_without_annotation(file: TaggedFile) -> Iterator[Fault]:
    """A link that cannot be followed: its element holds no annotation of its own pages."""
    for element in file.tree.of_role("Link"):
        held = [file.annotations.get(kid.object) for kid in _objects(file, element)]
        if not any(annotation is not None and annotation.kind == "Link" for annotation in held):
            yield at(file, element)


def empty_links(file: TaggedFile) -> Iterator[Fault]:
    """A link without words and without a picture."""
    for element in file.tree.of_role("Link"):
        shows = {piece.kind for _, piece in file.pieces(element)} - {"text"}
        alternative = any((inner.alt or "").strip() for inner in file.tree.inside(element))
        if not file.text(element) and not shows and not alternative:
            yield at(file, element)


def untagged_links(file: TaggedFile) -> Iterator[Fault]:
    """A link annotation outside a link element."""
    for annotation in _shown(file):
        if annotation.kind == "Link" and _around(file, annotation) != "Link":
            yield _fault(file, annotation)


def untagged_annotations(file: TaggedFile) -> Iterator[Fault]:
    """Another annotation outside an element for annotations."""
    places = {"Widget": "Form", "PrinterMark": ""}
    for annotation in _shown(file):
        expected = places.get(annotation.kind, "Annot")
        if annotation.kind not in {"Link", "Popup"} and _around(file, annotation) != expected:
            yield _fault(file, annotation, found=annotation.kind)


def nameless_links(file: TaggedFile) -> Iterator[Fault]:
    """A link or another annotation that does not say what it is."""
    for annotation in _shown(file):
        owner = file.tree.owner_of_object.get(annotation.identity)
        alternative = owner.alt if owner is not None and annotation.kind != "Link" else None
        if annotation.kind not in {"Widget", "Popup"} and not (annotation.contents or alternative or "").strip():
            yield _fault(file, annotation)


def lost_links(file: TaggedFile) -> Iterator[Fault]:
    """A link to a place that the file does not have."""
    for annotation in _links(file):
        if annotation.target.kind in {"broken", "none"}:
            yield _fault(file, annotation, found=annotation.target.name or "–")


def wrong_addresses(file: TaggedFile) -> Iterator[Fault]:
    """A link to an address that leads nowhere by itself."""
    for annotation in _links(file):
        if annotation.target.kind == "address" and not ADDRESS.fullmatch(annotation.target.address):
            yield _fault(file, annotation, found=shortened(annotation.target.address) or "–")


def surfaces(file: TaggedFile) -> Iterator[Fault]:
    """A link without any surface to point at, or outside its page."""
    for annotation in _links(file):
        if not annotation.visible or not _touches(annotation, (0, 0), _far_corner(file, annotation)):
            yield _fault(file, annotation)


def _far_corner(file: TaggedFile, annotation: Annotation) -> tuple[float, float]:
    page = file.pages[annotation.page]
    return page.width, page.height


def _touches(annotation: Annotation, low: tuple[float, float], high: tuple[float, float]) -> bool:
    """Whether an annotation has anything in common with a rectangle."""
    left, bottom, right, top = annotation.corners
    return left < high[0] and right > low[0] and bottom < high[1] and top > low[1]


def strayed(file: TaggedFile) -> Iterator[Fault]:
    """A link whose surface is not where any of its words are."""
    for annotation in _links(file):
        owner = file.tree.owner_of_object.get(annotation.identity)
        if owner is None or not annotation.visible:
            continue
        words = [piece for page, piece in file.pieces(owner) if page == annotation.page and piece.text.strip()]
        if words and not any(_is_near(annotation, piece) for piece in words):
            yield _fault(file, annotation)


def _is_near(annotation: Annotation, piece: Piece) -> bool:
    """Whether a piece begins on the lines of an annotation; where it ends is not known."""
    _, bottom, right, top = annotation.corners
    return bottom - piece.size <= piece.y <= top + piece.size and piece.x < right + piece.size


def nameless_fields(file: TaggedFile) -> Iterator[Fault]:
    """A field of a form that does not say what belongs in it."""
    for annotation in _shown(file):
        owner = file.tree.owner_of_object.get(annotation.identity)
        if annotation.kind == "Widget" and not annotation.label.strip() and not (owner and owner.alt):
            yield _fault(file, annotation)


def parents_of_annotations(file: TaggedFile) -> Iterator[Fault]:
    """An annotation whose element is not the one that the parent tree names."""
    for page in file.pages:
        for annotation in page.annotations:
            owner = file.tree.owner_of_object.get(annotation.identity)
            key = annotation.struct_parent
            named = file.tree.parent_of_object.get(key) if key is not None else None
            if owner is not None and named != owner.identity:
                yield _fault(file, annotation)


def strange_objects(file: TaggedFile) -> Iterator[Fault]:
    """An element that holds an object which is on no page."""
    for element in file.tree.elements:
        for kid in element.kids:
            if isinstance(kid, ObjectKid) and _is_elsewhere(file, kid):
                yield at(file, element)


def _is_elsewhere(file: TaggedFile, kid: ObjectKid) -> bool:
    annotation = file.annotations.get(kid.object)
    if annotation is None:
        return kid.object not in file.form_parents
    return kid.page is not None and kid.page != annotation.page


def tab_order(file: TaggedFile) -> Iterator[Fault]:
    """A page with annotations that are not visited in the order of the structure."""
    for page in file.pages:
        if page.annotations and page.tabs != "S":
            yield Fault(page.number, details={"found": page.tabs or "–"})


def flags(file: TaggedFile) -> Iterator[Fault]:
    """An annotation that is not printed, or not shown."""
    for page in file.pages:
        for annotation in page.annotations:
            is_right = annotation.flags is not None and annotation.flags & PRINTED and not annotation.flags & UNSHOWN
            if annotation.kind != "Popup" and not is_right:
                yield _fault(file, annotation)


def kinds(file: TaggedFile) -> Iterator[Fault]:
    """An annotation of a kind that an archive cannot keep."""
    for page in file.pages:
        for annotation in page.annotations:
            if annotation.kind not in ALLOWED_KINDS:
                yield _fault(file, annotation, found=annotation.kind or "–")


def appearances(file: TaggedFile) -> Iterator[Fault]:
    """An annotation that a reader has to draw as it likes."""
    for page in file.pages:
        for annotation in page.annotations:
            if annotation.kind not in {"Link", "Popup"} and annotation.visible and not annotation.has_appearance:
                yield _fault(file, annotation)


def _shown(file: TaggedFile) -> Iterator[Annotation]:
    for page in file.pages:
        yield from (each for each in page.annotations if not (each.flags or 0) & HIDDEN)


def _links(file: TaggedFile) -> Iterator[Annotation]:
    return (annotation for page in file.pages for annotation in page.annotations if annotation.kind == "Link")


def _objects(file: TaggedFile, element: Element) -> Iterator[ObjectKid]:
    for inner in file.tree.inside(element):
        yield from (kid for kid in inner.kids if isinstance(kid, ObjectKid))


def _around(file: TaggedFile, annotation: Annotation) -> str:
    """The role of the element that holds an annotation, past one that means nothing; empty when none does."""
    owner = file.tree.owner_of_object.get(annotation.identity)
    if owner is not None and owner.role == "NonStruct":
        owner = file.tree.parent(owner)
    return owner.role if owner is not None else ""


def _fault(file: TaggedFile, annotation: Annotation, **details: str) -> Fault:
    owner = file.tree.owner_of_object.get(annotation.identity)
    place = described(file, owner) if owner else f"{annotation.kind} «{shortened(annotation.contents or '')}»"
    return Fault(annotation.page, place, details)
