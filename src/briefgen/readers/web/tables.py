"""Tables of a page: those with data, whose cells have places, and those that only lay out text."""

from __future__ import annotations

from collections.abc import Iterator

from ..blocks import CellPlace
from ..trees.layer import Layer
from ..trees.parsing import Element
from .vocabulary import HEADINGS, enclosing

WIDEST = 100
"""The greatest number of columns or rows that a cell may span: beyond it a page is wrong."""


def cell_places(root: Element, layer: Layer) -> dict[Element, CellPlace]:
    """The places of the cells of all tables with data.

    Args:
        root: of the page.
        layer: its text layer.
    """
    places: dict[Element, CellPlace] = {}
    for number, table in enumerate(root.iter("table"), start=1):
        if _has_data(table, layer):
            places.update(_places(table, number))
    return places


def _has_data(table: Element, layer: Layer) -> bool:
    """Whether a table holds data: header cells or a caption, or at least two rows of at least two filled cells."""
    if table.get("role") in ("presentation", "none") or any(True for _ in table.iter(*HEADINGS)):
        return False
    if any(enclosing(inner, ("table",)) is table and inner is not table for inner in _inner_tables(table)):
        return False
    if any(enclosing(cell, ("table",)) is table for cell in table.iter("th", "caption")):
        return True
    filled = [sum(bool(layer.content(cell)) for cell in _cells(row)) for row in _rows(table)]
    return sum(count >= 2 for count in filled) >= 2


def _inner_tables(table: Element) -> Iterator[Element]:
    """The parents of the tables inside a table."""
    for inner in table.iter("table"):
        parent = inner.getparent()
        if inner is not table and parent is not None:
            yield parent


def _rows(table: Element) -> list[Element]:
    return [row for row in table.iter("tr") if enclosing(row, ("table",)) is table]


def _cells(row: Element) -> list[Element]:
    return list(row.iterchildren("td", "th"))


def _places(table: Element, number: int) -> Iterator[tuple[Element, CellPlace]]:
    taken: set[tuple[int, int]] = set()
    for row, element in enumerate(_rows(table)):
        column = 0
        for cell in _cells(element):
            while (row, column) in taken:
                column += 1
            header = cell.tag == "th" or enclosing(cell, ("thead",)) is not None
            yield cell, CellPlace(number, row, column, header)
            columns, rows = _span(cell, "colspan"), _span(cell, "rowspan")
            taken |= {(row + down, column + right) for down in range(rows) for right in range(columns)}


def _span(cell: Element, name: str) -> int:
    text = (cell.get(name) or "1").strip()
    return min(max(int(text), 1), WIDEST) if text.isascii() and text.isdecimal() and len(text) < 6 else 1
