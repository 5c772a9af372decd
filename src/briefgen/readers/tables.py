"""Tables written as lines of cells between tabs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..provenance import MappedText
from .blocks import Block
from .joining import ends_sentence, joined, starts_inside_sentence

LABEL_SHARE = 0.6
"""How much shorter than the other cells those of a column of labels are, on average."""


@dataclass(frozen=True, slots=True)
class CellText:
    """The text of a cell and its place in the table."""

    row: int
    column: int
    header: bool
    text: MappedText


def cells_of(rows: Sequence[Block]) -> list[CellText]:
    """The cells of a table that are not empty.

    Rows with fewer cells than others keep their first cell in the first column and the others to the right: the first
    column of such a row spans several. The first row is a header, also where the next page repeats it, and so are the
    columns of short labels at the left. A row that the end of a page cut is one row again.
    """
    split = _whole_rows(rows)
    width = max(len(cells) for cells in split)
    if _lacks_corner(split, width):
        split[0].insert(0, rows[0].text.slice(0, 0))
    placed = [
        (row, column if column == 0 else width - len(cells) + column, text)
        for row, cells in enumerate(split)
        for column, text in enumerate(cells)
        if text
    ]
    labels = min((column for row, column, _ in placed if row == 0 and column), default=1) if _has_labels(placed) else 0
    heads = {
        row for row, cells in enumerate(split) if [text.text for text in cells] == [text.text for text in split[0]]
    }
    return [CellText(row, column, row in heads or column < labels, text) for row, column, text in placed]


def placed_cells(blocks: Sequence[Block]) -> list[CellText]:
    """The cells of a table whose places the markup of the source gives."""
    places = ((block.place, block.text) for block in blocks)
    return [CellText(place.row, place.column, place.header, text) for place, text in places if place]


def _lacks_corner(rows: Sequence[Sequence[MappedText]], width: int) -> bool:
    """Whether the first row has heads only above the columns of figures, and no cell above the labels."""
    return len(rows) > 1 and len(rows[0]) == width - 1 and all(len(cells) == width for cells in rows[1:])


def _whole_rows(rows: Sequence[Block]) -> list[list[MappedText]]:
    """The cells of each row, those of a row that goes on behind the end of a page joined."""
    whole: list[list[MappedText]] = []
    for row in rows:
        cells = _split(row.text)
        if whole and row.interrupted and len(cells) == len(whole[-1]) and _go_on(whole[-1], cells):
            whole[-1] = [joined(pair).collapsed() for pair in zip(whole[-1], cells, strict=True)]
        else:
            whole.append(cells)
    return whole


def _go_on(before: Sequence[MappedText], cells: Sequence[MappedText]) -> bool:
    """Whether every cell that is not empty goes on with a sentence that the cell above began."""
    pairs = [(above.text, cell.text) for above, cell in zip(before, cells, strict=True) if cell]
    return all(above and not ends_sentence(above) and starts_inside_sentence(cell) for above, cell in pairs)


def _split(text: MappedText) -> list[MappedText]:
    cells = []
    start = 0
    for cell in text.text.split("\t"):
        cells.append(text.slice(start, start + len(cell)).collapsed())
        start += len(cell) + 1
    return cells


def _has_labels(placed: Sequence[tuple[int, int, MappedText]]) -> bool:
    """Whether the first column is much shorter than the others."""
    first = [len(text) for row, column, text in placed if row and column == 0]
    others = [len(text) for row, column, text in placed if row and column]
    if not first or not others:
        return False
    return sum(first) / len(first) < LABEL_SHARE * sum(others) / len(others)
