"""Subjects by sources: a grid of counts, the darker the more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

from ...messages import Language, message
from ...pack import Chart
from ..commission import Drawing
from .canvas import Canvas
from .lettering import lines_of
from .style import BODY, INK, LINE, MILLIMETRES_A_POINT, QUIET, SMALL, WIDTH, shade

MOST_COLUMNS = 6
"""More columns go into a grid of their own underneath, so that the name of a source keeps room for its words."""

WIDEST_COLUMN = 28.0
MARGIN = 56.0
"""Millimetres for the subjects."""

TOTAL = 14.0
"""Millimetres for the sums of the rows."""

HEAD_LINES = 4
HEAD_LINE = SMALL * LINE * MILLIMETRES_A_POINT
TITLE_LINES = 3
TITLE_LINE = BODY * LINE * MILLIMETRES_A_POINT
ROW = 5.6
GAP = 0.6
BETWEEN = 4.0
"""Between two grids."""

Cells = dict[tuple[str, str], int]


def draw(chart: Chart, language: Language) -> Drawing:
    """The picture of a coverage.

    Args:
        chart: each mark with its source across, its subject down, and a count.
        language: of the word for the sums.
    """
    cells = _cells(chart)
    grids = [
        _Grid(columns, cells, language) for columns in _batches(list(dict.fromkeys(mark.x for mark in chart.marks)))
    ]
    tops = list(accumulate((grid.height + BETWEEN for grid in grids), initial=0.0))
    canvas = Canvas(WIDTH, max(tops[-1] - BETWEEN, ROW))
    for grid, top in zip(grids, tops, strict=False):
        grid.draw(canvas, top)
    return canvas.drawing()


def _cells(chart: Chart) -> Cells:
    """The counts by source and subject; marks on one place are added."""
    cells: Cells = {}
    for mark in chart.marks:
        cells[mark.x, mark.y] = cells.get((mark.x, mark.y), 0) + round(mark.value or 0)
    return cells


def _batches(columns: Sequence[str]) -> Iterable[Sequence[str]]:
    return (columns[start : start + MOST_COLUMNS] for start in range(0, len(columns), MOST_COLUMNS))


class _Grid:
    """Some columns of a coverage, with all its rows and their sums over all columns."""

    def __init__(self, columns: Sequence[str], cells: Cells, language: Language) -> None:
        self._columns, self._cells = columns, cells
        self._most = max(cells.values(), default=0)
        self._rows = tuple(dict.fromkeys(row for _, row in cells))
        self._width = min(WIDEST_COLUMN, (WIDTH - MARGIN - TOTAL) / len(columns))
        self._heads = [lines_of(column, self._width - 2 * GAP, HEAD_LINES, SMALL) for column in columns]
        self._titles = [lines_of(row, MARGIN - 3, TITLE_LINES) for row in self._rows]
        self._heights = [max(ROW, len(title) * TITLE_LINE + 1.6) for title in self._titles]
        self._head = max(1, *map(len, self._heads)) * HEAD_LINE + 2
        self._total = message("coverage-total", language)

    @property
    def height(self) -> float:
        """In millimetres."""
        return self._head + sum(self._heights)

    def draw(self, canvas: Canvas, top: float) -> None:
        """Draw the grid with its top at this height."""
        self._draw_heads(canvas, top)
        tops = accumulate(self._heights, initial=top + self._head)
        for row, title, height, y in zip(self._rows, self._titles, self._heights, tops, strict=False):
            canvas.line((0, y), (WIDTH, y))
            first = y + (height - (len(title) - 1) * TITLE_LINE) / 2
            for number, line in enumerate(title):
                canvas.text(0, first + number * TITLE_LINE, line)
            self._draw_cells(canvas, row, y, height)

    def _draw_heads(self, canvas: Canvas, top: float) -> None:
        """The names of the sources, with their last line right above the grid."""
        bottom = top + self._head - 1 - HEAD_LINE / 2
        for number, head in enumerate(self._heads):
            x = MARGIN + (number + 0.5) * self._width
            for line, words in enumerate(reversed(head)):
                canvas.text(x, bottom - line * HEAD_LINE, words, size=SMALL, colour=QUIET, align="center")
        canvas.text(WIDTH, bottom, self._total, size=SMALL, colour=QUIET, align="right")

    def _draw_cells(self, canvas: Canvas, row: str, y: float, height: float) -> None:
        for number, column in enumerate(self._columns):
            count = self._cells.get((column, row), 0)
            x = MARGIN + number * self._width
            if count:
                ground = shade(count / self._most)
                canvas.box(x + GAP, y + GAP, self._width - 2 * GAP, height - 2 * GAP, ground)
            middle = x + self._width / 2
            canvas.text(middle, y + height / 2, str(count), colour=INK if count else QUIET, align="center")
        total = sum(count for (_, subject), count in self._cells.items() if subject == row)
        canvas.text(WIDTH, y + height / 2, str(total), bold=True, align="right")
