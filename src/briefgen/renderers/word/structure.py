"""What loops, conditions and other programs leave behind, mended so that Word opens the file without a question."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from ...ooxml import DRAWING, w
from .ooxml import element

SWITCHES = (w("tblHeader"), w("cantSplit"))
SIDES = {"start": "left", "end": "right"}


def fill_cells(root: etree._Element) -> None:
    """Gives a cell that a condition left without a last paragraph the one that Word requires (17.4.65)."""
    for cell in root.iter(w("tc")):
        if len(cell) == 0 or cell[-1].tag != w("p"):
            cell.append(element("p"))


def use_transitional_values(root: etree._Element) -> None:
    """Writes values that LibreOffice takes from the strict form of the format as the usual form has them.

    ISO/IEC 29500-1 against 29500-4: `true` is a switch without a value, `start` and `end` are `left` and `right`, and
    the name of a character set does not exist.
    """
    for switch in root.iter(*SWITCHES):
        if switch.get(w("val")) in {"true", "1"}:
            del switch.attrib[w("val")]
    for side in root.iter(w("lvlJc")):
        side.set(w("val"), SIDES.get(side.get(w("val"), ""), side.get(w("val"), "")))
    for letters in root.iter(w("charset")):
        if w("characterSet") in letters.attrib:
            del letters.attrib[w("characterSet")]


def number_pictures(roots: Iterable[etree._Element]) -> None:
    """Gives every picture of a file its own number (20.4.2.5); a loop repeats the number of its picture."""
    pictures = (picture for root in roots for picture in root.iter(f"{{{DRAWING}}}docPr"))
    for number, picture in enumerate(pictures, 1):
        picture.set("id", str(number))
