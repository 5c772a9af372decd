"""Tables whose cells a loop made: their columns share the width that the table has in the template.

The grid of a table (ECMA-376, part 1, 17.4.48) stands there once; a loop over cells makes more columns than it has.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from ...ooxml import w
from .ooxml import element, paragraph_text, value

# How many letters a column is at least and at most taken to need, so that none is squeezed out by a long one.
NARROWEST, WIDEST = 6, 50

# Letters for the space beside the words of a cell, and lines that the words of a head may take.
BESIDE, LINES = 4, 3


def fit_columns(root: etree._Element) -> None:
    """Gives every table as many columns as its widest row has, by what stands in them.

    Args:
        root: a part of the file, with its tags carried out.
    """
    for table in root.iter(w("tbl")):
        grid, rows = table.find(w("tblGrid")), [row.findall(w("tc")) for row in table.iterchildren(w("tr"))]
        columns = max((sum(map(_span, row)) for row in rows), default=0)
        if grid is not None and len(grid) and columns != len(grid):
            _share(grid, [row for row in rows if len(row) == columns], columns)


def _share(grid: etree._Element, rows: Sequence[Sequence[etree._Element]], columns: int) -> None:
    """Shares the width of the table among its columns.

    Args:
        grid: of the table.
        rows: those that have a cell for each column.
        columns: how many there are.
    """
    needs = [max((_need(row[number]) for row in rows), default=NARROWEST) for number in range(columns)]
    room = sum(int(column.get(w("w"), "0")) for column in grid)
    widths = [str(room * need // sum(needs)) for need in needs]
    grid[:] = [element("gridCol", w=width) for width in widths]
    for row in rows:
        for cell, width in zip(row, widths, strict=True):
            _set_width(cell, width)


def _need(cell: etree._Element) -> int:
    """How many letters wide a cell wants to be: its words on one line, those of a head on some lines."""
    words = " ".join(paragraph_text(paragraph) for paragraph in cell.iter(w("p"))).split()
    whole, longest = len(" ".join(words)), max(map(len, words), default=0)
    return BESIDE + max(NARROWEST, min(WIDEST, max(longest, whole // LINES) if _is_head(cell) else whole))


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
