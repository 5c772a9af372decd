"""Tables written as lines of cells between tabs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..provenance import MappedText
from .blocks import Block

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
    column of such a row spans several. The first row is a header, and so is a first column of short labels.
    """
    split = [_split(row.text) for row in rows]
    width = max(len(cells) for cells in split)
    placed = [
        (row, column if column == 0 else width - len(cells) + column, text)
        for row, cells in enumerate(split)
        for column, text in enumerate(cells)
        if text
    ]
    labelled = _has_labels(placed)
    return [CellText(row, column, row == 0 or (labelled and column == 0), text) for row, column, text in placed]


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
