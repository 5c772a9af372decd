"""Pictures that say nothing to who does not see them: without alternative text, and not marked as decoration.

The text stands in the properties of a drawing (ECMA-376, part 1, 20.4.2.5), or in `alt` of a drawing as Word 97 to
2007 wrote it (part 4, 19.1.2.19). A drawing that only holds words, such as a text box, needs none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from ...ooxml import COMPATIBILITY, DRAWING, w

# What a drawing shows when it shows more than words: a picture, a chart or a diagram.
SHOWN = tuple(
    f"{{http://schemas.openxmlformats.org/drawingml/2006/{name}"
    for name in ("picture}pic", "chart}chart", "diagram}relIds")
)
# A picture as Word 97 to 2007 wrote it; Word keeps one for those versions beside a drawing, in `FALLBACK`.
OLD = "{urn:schemas-microsoft-com:vml}imagedata"
FALLBACK = f"{{{COMPATIBILITY}}}Fallback"

DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"

ALTERNATIVES = ("descr", "title")


class Silent(NamedTuple):
    """A picture without alternative text: the paragraph in which it stands, and its name in the file."""

    paragraph: etree._Element
    name: str


def silent_pictures(root: etree._Element) -> Iterator[Silent]:
    """The pictures of a part that say nothing to who does not see them, drawings first.

    Args:
        root: the body, a header, a footer or notes.
    """
    for drawing in root.iter(w("drawing")):
        about = next(drawing.iter(f"{{{DRAWING}}}docPr"), drawing)
        shows = next(drawing.iter(*SHOWN), None) is not None
        if shows and not _says_something(about, *ALTERNATIVES) and not _is_decoration(about):
            yield Silent(_paragraph(drawing), about.get("name", ""))
    for image in root.iter(OLD):
        shape = image.getparent()
        if (
            shape is not None
            and next(image.iterancestors(FALLBACK), None) is None
            and not _says_something(shape, "alt")
        ):
            yield Silent(_paragraph(shape), shape.get("id", ""))


def _says_something(node: etree._Element, *attributes: str) -> bool:
    return any(node.get(name, "").strip() for name in attributes)


def _is_decoration(about: etree._Element) -> bool:
    return any(mark.get("val") in {"1", "true"} for mark in about.iter(DECORATIVE))


def _paragraph(node: etree._Element) -> etree._Element:
    return next(node.iterancestors(w("p")), node)
