"""Reads a drawing back: the words on it, and whether all of it is on the sheet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from briefgen.pack import Chart, Mark
from briefgen.renderers.commission import Drawing
from briefgen.renderers.drawing.canvas import MILLIMETRES_AN_INCH, Canvas

HALF_A_LINE = 0.15
"""Millimetres: what a line on the border of the sheet has outside of it."""


def chart(kind: str, *marks: Mark) -> Chart:
    """A chart of nothing but marks."""
    return Chart.model_validate(
        {"id": "x", "kind": kind, "title": "Titel", "alt": "Tekst", "head": (), "rows": (), "marks": marks}
    )


def words(drawing: Drawing) -> list[str]:
    """What is written on a drawing, in the order of drawing."""
    return list(drawing.words)


@contextmanager
def nothing_off_the_sheet() -> Iterator[None]:
    """Checks of every drawing that is made inside the block that all letters and lines are on its sheet."""
    drawing = Canvas.drawing

    def checked(canvas: Canvas) -> Drawing:
        box = canvas._figure.get_tightbbox()
        assert box.x0 * MILLIMETRES_AN_INCH >= -HALF_A_LINE
        assert box.y0 * MILLIMETRES_AN_INCH >= -HALF_A_LINE
        assert box.x1 * MILLIMETRES_AN_INCH <= canvas.width + HALF_A_LINE
        assert box.y1 * MILLIMETRES_AN_INCH <= canvas.height + HALF_A_LINE
        return drawing(canvas)

    with patch.object(Canvas, "drawing", checked):
        yield
