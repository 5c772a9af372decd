"""Rules of pictures and formulas (ISO 14289-1, 7.3 and 7.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..tagged import Content, Element, TaggedFile
from .finding import Fault, at

# A text that names a file, says that it is a picture, or has no words (`grafiek.png`, `Figuur 1`, `untitled`, `-`).
SAYS_NOTHING = re.compile(
    r"[\w ./\\:-]+\.(?:png|jpe?g|gif|svg|tiff?|webp)"
    r"|(?:afbeelding|figuur|figure|grafiek|image|picture|foto|untitled)\W*\d*\W*"
    r"|[\W_]+",
    re.IGNORECASE,
)


def without_text(file: TaggedFile) -> Iterator[Fault]:
    """A picture or a formula that nobody can hear."""
    for element in file.tree.of_role("Figure", "Formula"):
        if not (element.alt or "").strip() and not (element.actual_text or "").strip():
            yield at(file, element)


def empty_text(file: TaggedFile) -> Iterator[Fault]:
    """A text alternative that does not say what is in the picture."""
    for element in file.tree.of_role("Figure", "Formula"):
        if SAYS_NOTHING.fullmatch((element.alt or "").strip()):
            yield at(file, element, found=(element.alt or "").strip())


def without_box(file: TaggedFile) -> Iterator[Fault]:
    """A picture on one page whose place on that page is not known."""
    for element in file.tree.of_role("Figure"):
        if file.page(element) == file.last_page(element) and not _has_surface(element):
            yield at(file, element)


def _has_surface(element: Element) -> bool:
    if len(element.box) != 4:
        return False
    left, bottom, right, top = element.box
    return left != right and bottom != top


def loose_drawings(file: TaggedFile) -> Iterator[Fault]:
    """An element in which something is drawn and nothing is written, and that is no picture."""
    for element in file.tree.of_role("P", "Span", "Div", "Sect", "Caption"):
        own = [piece for kid in element.kids if isinstance(kid, Content) for piece in file.pieces_in(kid)]
        around = {above.role for above in file.tree.ancestors(element)}
        is_drawn = any(piece.kind in {"path", "shading"} for piece in own)
        if is_drawn and not around & {"Figure", "Formula"} and not any(piece.kind == "text" for piece in own):
            yield at(file, element)


def loose_images(file: TaggedFile) -> Iterator[Fault]:
    """An image that is tagged, and not as a picture."""
    for (page, stream, mcid), owner in file.tree.owner_of_content.items():
        pieces = file.pieces_of.get((page if page is not None else -1, stream, mcid), ())
        around = {owner.role, *(above.role for above in file.tree.ancestors(owner))}
        if any(piece.kind == "image" for piece in pieces) and not around & {"Figure", "Formula"}:
            yield at(file, owner)
