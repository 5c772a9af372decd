"""Rules of tables: regular rows, and header cells that tell what they are the head of (ISO 14289-1, 7.5)."""

from __future__ import annotations

from collections.abc import Iterator

from ..tagged import Element, TaggedFile
from .finding import Fault, at

SCOPES = frozenset({"Row", "Column", "Both"})
MOST_SPANNED = 1000
"""A cell that spans more rows or columns than this is not followed further."""


def rows_of(file: TaggedFile, table: Element) -> list[Element]:
    """The rows of a table, without those of tables inside its cells."""
    rows = []
    for kid in file.tree.children(table):
        if kid.role == "TR":
            rows.append(kid)
        elif kid.role in {"THead", "TBody", "TFoot"}:
            rows += [row for row in file.tree.children(kid) if row.role == "TR"]
    return rows


def cells_of(file: TaggedFile, row: Element) -> list[Element]:
    """The cells of a row."""
    return [cell for cell in file.tree.children(row) if cell.role in {"TH", "TD"}]


def irregular_rows(file: TaggedFile) -> Iterator[Fault]:
    """A row with more or fewer columns than the first, with the spans of cells taken into account."""
    for table in file.tree.of_role("Table"):
        rows = rows_of(file, table)
        lengths = _lengths([cells_of(file, row) for row in rows])
        for number, (row, length) in enumerate(zip(rows, lengths, strict=True), start=1):
            if length != lengths[0]:
                yield at(file, row, row=str(number), found=str(length), expected=str(lengths[0]))


def spans_beyond_the_end(file: TaggedFile) -> Iterator[Fault]:
    """A cell that spans more rows than there are left."""
    for table in file.tree.of_role("Table"):
        rows = rows_of(file, table)
        for number, row in enumerate(rows):
            for cell in cells_of(file, row):
                if number + cell.row_span > len(rows):
                    yield at(file, cell, found=str(cell.row_span))


def overlapping_cells(file: TaggedFile) -> Iterator[Fault]:
    """A cell that runs over columns into which a cell from above reaches."""
    for table in file.tree.of_role("Table"):
        taken: dict[int, int] = {}
        for number, row in enumerate(rows_of(file, table)):
            column = 0
            for cell in cells_of(file, row):
                while taken.get(column, 0) > number:
                    column += 1
                over = range(column, column + min(cell.column_span, MOST_SPANNED))
                if any(taken.get(each, 0) > number for each in over):
                    yield at(file, cell)
                taken |= dict.fromkeys(over, number + min(cell.row_span, MOST_SPANNED))
                column = over.stop


def _lengths(rows: list[list[Element]]) -> list[int]:
    """How many columns each row takes: its own cells, and those that reach down from rows above."""
    reaching: list[int] = [0] * (len(rows) + 1)
    lengths = []
    for number, cells in enumerate(rows):
        width = 0
        for cell in cells:
            columns = min(cell.column_span, MOST_SPANNED)
            width += columns
            for below in range(number + 1, min(number + min(cell.row_span, MOST_SPANNED), len(rows))):
                reaching[below] += columns
        lengths.append(width + reaching[number])
    return lengths


def without_headers(file: TaggedFile) -> Iterator[Fault]:
    """A table without any header cell."""
    for table in file.tree.of_role("Table"):
        rows = rows_of(file, table)
        if rows and not any(cell.role == "TH" for row in rows for cell in cells_of(file, row)):
            yield at(file, table)


def headless_heads(file: TaggedFile) -> Iterator[Fault]:
    """A cell in the head of a table that is not a header cell."""
    for head in file.tree.of_role("THead"):
        for row in file.tree.children(head):
            for cell in cells_of(file, row):
                if cell.role == "TD" and file.text(cell):
                    yield at(file, cell)


def unscoped_headers(file: TaggedFile) -> Iterator[Fault]:
    """A header cell that does not say what it heads, in a table whose cells do not name their heads."""
    for table in file.tree.of_role("Table"):
        cells = [cell for row in rows_of(file, table) for cell in cells_of(file, row)]
        heads = {cell.id for cell in cells if cell.role == "TH" and cell.id}
        named = all(set(cell.header_ids) & heads for cell in cells if cell.role == "TD" and file.text(cell))
        for cell in cells:
            if cell.role == "TH" and not named and cell.scope not in SCOPES:
                yield at(file, cell)


def wrong_scopes(file: TaggedFile) -> Iterator[Fault]:
    """A cell in the head of a table that is said to be the head of its row, beside others that head a column."""
    for head in file.tree.of_role("THead"):
        for row in file.tree.children(head):
            cells = [cell for cell in cells_of(file, row) if cell.role == "TH"]
            of_columns = any(cell.scope == "Column" for cell in cells)
            yield from (at(file, cell) for cell in cells[1:] if of_columns and cell.scope == "Row")


def only_headers(file: TaggedFile) -> Iterator[Fault]:
    """A table of several rows and columns in which every cell is a header cell."""
    for table in file.tree.of_role("Table"):
        rows = [cells_of(file, row) for row in rows_of(file, table)]
        is_grid = len(rows) > 1 and all(len(cells) > 1 for cells in rows)
        if is_grid and all(cell.role == "TH" for cells in rows for cell in cells):
            yield at(file, table)


def unknown_headers(file: TaggedFile) -> Iterator[Fault]:
    """A cell that names a head which its table does not have."""
    for table in file.tree.of_role("Table"):
        cells = [cell for row in rows_of(file, table) for cell in cells_of(file, row)]
        heads = {cell.id for cell in cells if cell.role == "TH" and cell.id}
        for cell in cells:
            unknown = set(cell.header_ids) - heads
            if unknown:
                yield at(file, cell, found=", ".join(sorted(unknown)))


def blank_headers(file: TaggedFile) -> Iterator[Fault]:
    """A column whose header cell says nothing, while its cells do."""
    for table in file.tree.of_role("Table"):
        rows = [cells_of(file, row) for row in rows_of(file, table)]
        for column, cell in enumerate(rows[0] if rows else []):
            below = (row[column] for row in rows[1:] if len(row) == len(rows[0]))
            if column and cell.role == "TH" and not file.text(cell) and any(file.text(each) for each in below):
                yield at(file, table, column=str(column + 1))
