"""Tables whose cells a loop made: their columns share the width that the table has in the template.

The grid of a table (ECMA-376, part 1, 17.4.48) stands there once; a loop over cells makes more columns than it has.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from ...ooxml import w
from .ooxml import element, paragraph_text, value

# How many letters a column is at least and at most taken to need, so that none is squeezed out by a long one.
NARROWEST, WIDEST = 8, 50

# Letters for the space beside the words of a cell, and lines that the words of a head may take.
BESIDE, LINES = 3, 3

# The width of a letter of 8.5 points in bold type, in twentieths of a point: more than the average of Calibri.
LETTER = 88


def fit_columns(root: etree._Element) -> None:
    """Gives every table as many columns as its widest row has, by what stands in them.

    Args:
        root: a part of the file, with its tags carried out.
    """
    for table in root.iter(w("tbl")):
        grid, rows = table.find(w("tblGrid")), [row.findall(w("tc")) for row in table.iterchildren(w("tr"))]
        columns = max((sum(map(_span, row)) for row in rows), default=0)
        if grid is not None and len(grid) and columns != len(grid):
            whole = [row for row in rows if len(row) == columns]
            _share(grid, whole, columns)
            for number in range(1, columns):
                _align([row[number] for row in whole])


def _share(grid: etree._Element, rows: Sequence[Sequence[etree._Element]], columns: int) -> None:
    """Shares the width of the table among its columns.

    Args:
        grid: of the table.
        rows: those that have a cell for each column.
        columns: how many there are.
    """
    room = sum(int(column.get(w("w"), "0")) for column in grid)
    least = [max((_longest(row[number]) for row in rows), default=NARROWEST) for number in range(columns)]
    needs = [max((_need(row[number]) for row in rows), default=NARROWEST) for number in range(columns)]
    spare = max(0, room // LETTER - sum(least))
    wanted = [need - low for need, low in zip(needs, least, strict=True)]
    letters = [low + spare * want / max(1, sum(wanted)) for low, want in zip(least, wanted, strict=True)]
    widths = [str(int(room * share / sum(letters))) for share in letters]
    grid[:] = [element("gridCol", w=width) for width in widths]
    for row in rows:
        for cell, width in zip(row, widths, strict=True):
            _set_width(cell, width)


def _need(cell: etree._Element) -> int:
    """How many letters wide a cell wants to be: its words on one line, those of a head on some lines."""
    whole = len(" ".join(_words(cell)))
    return max(_longest(cell), BESIDE + min(WIDEST, whole // LINES if _is_head(cell) else whole))


def _longest(cell: etree._Element) -> int:
    """How many letters wide a cell is at least, so that none of its words is broken."""
    return BESIDE + min(WIDEST, max(NARROWEST, *map(len, _words(cell)), 0))


def _words(cell: etree._Element) -> list[str]:
    return " ".join(paragraph_text(paragraph) for paragraph in cell.iter(w("p"))).split()


def _align(column: Sequence[etree._Element]) -> None:
    """Sets a column of numbers flush right, with its head (`jc`, 17.3.1.13)."""
    values = ["".join(_words(cell)) for cell in column if not _is_head(cell)]
    if not values or not all(map(str.isdecimal, values)):
        return
    for paragraph in (paragraph for cell in column for paragraph in cell.iter(w("p"))):
        properties = paragraph.find(w("pPr"))
        if properties is not None and properties.find(w("jc")) is None:
            _in_order(properties, element("jc", val="right"))


def _in_order(properties: etree._Element, alignment: etree._Element) -> None:
    """Puts an alignment among the properties of a paragraph, before those that the schema wants after it."""
    after = [properties.find(w(name)) for name in ("outlineLvl", "rPr", "sectPr", "pPrChange")]
    place = next((node for node in after if node is not None), None)
    if place is None:
        properties.append(alignment)
    else:
        place.addprevious(alignment)


def _is_head(cell: etree._Element) -> bool:
    row = cell.getparent()
    return row is not None and row.find(f"{w('trPr')}/{w('tblHeader')}") is not None


def _span(cell: etree._Element) -> int:
    return int(value(cell.find(w("tcPr")), "gridSpan") or "1")


def _set_width(cell: etree._Element, width: str) -> None:
    properties = cell.find(w("tcPr"))
    size = None if properties is None else properties.find(w("tcW"))
    if size is not None:
        size.set(w("w"), width)
        size.set(w("type"), "dxa")
