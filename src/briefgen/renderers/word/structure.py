"""What a loop or condition in a template can leave behind, mended so that Word opens the file without a question."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from .ooxml import DRAWING, element, w


def fill_cells(root: etree._Element) -> None:
    """Gives a cell that a condition left without a last paragraph the one that Word requires (17.4.65)."""
    for cell in root.iter(w("tc")):
        if len(cell) == 0 or cell[-1].tag != w("p"):
            cell.append(element("p"))


def number_pictures(roots: Iterable[etree._Element]) -> None:
    """Gives every picture of a file its own number (20.4.2.5); a loop repeats the number of its picture."""
    pictures = (picture for root in roots for picture in root.iter(f"{{{DRAWING}}}docPr"))
    for number, picture in enumerate(pictures, 1):
        picture.set("id", str(number))
