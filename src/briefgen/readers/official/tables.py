"""Tables of the schema, which are CALS tables: `tgroup`, `row`, `entry`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..blocks import CellPlace
from ..trees.parsing import Element, local_name
from .vocabulary import children, named

# Every `tgroup` has columns of its own, so it counts as a table.


def cell_places(root: Element) -> dict[Element, CellPlace]:
    """The place of each `entry` of a tree."""
    places: dict[Element, CellPlace] = {}
    for number, group in enumerate(named(root, {"tgroup"}), start=1):
        columns = {column.get("colname", ""): index for index, column in enumerate(children(group, "colspec"))}
        taken: set[tuple[int, int]] = set()
        for row, element in enumerate(_rows(group)):
            header = local_name(_parent(element)) == "thead"
            for entry, column in _entries(element, row, columns, taken):
                places[entry] = CellPlace(number, row, column, header)
    return places


def _rows(group: Element) -> Iterator[Element]:
    """The rows of a table, without those of tables in its cells."""
    for part in group:
        if isinstance(part.tag, str) and local_name(part) in ("thead", "tbody", "tfoot"):
            yield from children(part, "row")


def _parent(element: Element) -> Element:
    parent = element.getparent()
    return element if parent is None else parent


def _entries(
    row: Element, number: int, columns: Mapping[str, int], taken: set[tuple[int, int]]
) -> Iterator[tuple[Element, int]]:
    """The cells of a row with their columns; `taken` collects the places that cells of rows before reach down to."""
    position = 0
    for entry in children(row, "entry"):
        while (number, position) in taken:
            position += 1
        first = entry.get("namest") or entry.get("colname") or ""
        column = columns.get(first, position)
        last = columns.get(entry.get("nameend") or first, column)
        rows = int(entry.get("morerows", "0")) if entry.get("morerows", "0").isdecimal() else 0
        taken |= {(number + down, at) for down in range(min(rows, MOST_ROWS) + 1) for at in range(column, last + 1)}
        yield entry, column
        position = last + 1


MOST_ROWS = 1000
"""The most rows that a cell may reach down: beyond it the file is wrong."""
