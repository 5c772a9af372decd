"""A sheet to draw on, measured in millimetres from its top left corner.

The only place that knows matplotlib. Its import takes about a second, so that this module is loaded when there is
something to draw and not before. What comes out depends on nothing but what was drawn: not on the settings, fonts,
clock or language of the machine.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Literal

import matplotlib
from matplotlib.figure import Figure
from matplotlib.font_manager import FontEntry, FontProperties, fontManager
from matplotlib.patches import PathPatch
from matplotlib.path import Path as Shape
from matplotlib.textpath import text_to_path
from matplotlib.transforms import Affine2D

from ..commission import Drawing
from ..fonts import printable
from .style import BODY, HAIRLINE, INK, MILLIMETRES_A_POINT, RULE

FAMILIES = ("Brief Sans", "Brief Signs")
"""Names of our own, so that no other version of a font on somebody's machine is taken in its place."""

WEIGHTS = {False: 400, True: 600}
"""Regular and semibold."""

HALF_CIRCLE = (Shape.CURVE4,) * 6
PILL = (Shape.MOVETO, Shape.LINETO, *HALF_CIRCLE, Shape.LINETO, *HALF_CIRCLE, Shape.CLOSEPOLY)
"""The outline of a bar with round ends: two lines, and two half circles of two curves each."""

KAPPA = 0.5523
"""How far the handles of a Bézier curve are from its ends, in radiuses, for a quarter of a circle."""

MILLIMETRES_AN_INCH = 25.4
AROUND = 0.5
"""Millimetres of white around what is drawn, so that no program cuts a letter at the edge of the sheet."""

OUTLINE = 0.75
"""Points."""

DOTS_AN_INCH = 300
TALLEST = 20_000
"""Dots: a picture that is taller than any page gets fewer to an inch."""

ALIGNMENTS = {"left": 0.0, "center": 0.5, "right": 1.0}
"""Which part of a line stands to the left of the place that is given for it."""

ELLIPSIS = "…"
HALF_CAPITAL = 0.33
"""Half the height of a capital of Source Sans 3, in sizes: from the middle of a line down to its baseline."""

# A coordinate that is finer than a hundredth of a point, which no printer shows: `12.345678`.
TOO_FINE = re.compile(rb"\d+\.\d{3,}")

NO_METADATA = dict.fromkeys(("Creator", "Date", "Format", "Type"))


class Canvas:
    """A white sheet.

    Args:
        width: in millimetres, of what is drawn.
        height: in millimetres.
    """

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width + 2 * AROUND, height + 2 * AROUND
        with _settings():
            self._figure = Figure(figsize=(self.width / MILLIMETRES_AN_INCH, self.height / MILLIMETRES_AN_INCH))
            self._sheet = self._figure.add_axes((0, 0, 1, 1), frameon=False)
        self._words: list[str] = []
        self._sheet.set_axis_off()
        self._sheet.set_xlim(-AROUND, width + AROUND)
        self._sheet.set_ylim(height + AROUND, -AROUND)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float = BODY,
        colour: str = INK,
        bold: bool = False,
        align: Literal["left", "center", "right"] = "left",
    ) -> None:
        """Write one line. It becomes one shape: programs that draw an SVG take long over many small ones.

        Args:
            x: where it begins, has its middle or ends.
            y: of the middle of its capitals.
            words: what is written; a sign that no font has is replaced by a sign for that.
            size: in points.
            colour: `#rrggbb`.
            bold: whether it stands out.
            align: what `x` says.
        """
        self._words.append(known(words))
        points, codes = text_to_path.get_text_path(_font(size, bold=bold), self._words[-1])
        scale = size * MILLIMETRES_A_POINT / text_to_path.FONT_SCALE
        left = x - ALIGNMENTS[align] * width_of(words, size, bold=bold)
        baseline = y + HALF_CAPITAL * size * MILLIMETRES_A_POINT
        if len(points):  # nothing but spaces has no outline
            place = Affine2D().scale(scale, -scale).translate(left, baseline)
            self._add(Shape(points, codes).transformed(place), colour, "none", 0)

    def line(self, start: tuple[float, float], end: tuple[float, float], colour: str = RULE) -> None:
        """Draw a thin straight line between two points."""
        self._add(Shape((start, end), (Shape.MOVETO, Shape.LINETO)), "none", colour, HAIRLINE)

    def box(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        """Draw a rectangle without an outline.

        Args:
            x: of its left side.
            y: of its top.
            width: in millimetres.
            height: in millimetres.
            fill: its colour.
        """
        corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y))
        self._add(Shape(corners, closed=True), fill, "none", 0)

    def pill(self, x: float, y: float, width: float, height: float, fill: str, edge: str) -> None:
        """Draw a bar with round ends; a dot when it is as wide as high.

        Args:
            x: of its left end.
            y: of its top.
            width: in millimetres, not less than `height`.
            height: in millimetres.
            fill: its colour.
            edge: the colour of its outline.
        """
        radius, right, bottom, middle = height / 2, x + width, y + height, y + height / 2
        near, far = radius * (1 - KAPPA), radius * (1 + KAPPA)
        around = (
            (x + radius, y), (right - radius, y),
            (right - near, y), (right, y + near), (right, middle),
            (right, y + far), (right - near, bottom), (right - radius, bottom),
            (x + radius, bottom),
            (x + near, bottom), (x, y + far), (x, middle),
            (x, y + near), (x + near, y), (x + radius, y),
            (x + radius, y),
        )  # fmt: skip
        self._add(Shape(around, PILL), fill, edge, OUTLINE)

    def _add(self, shape: Shape, fill: str, edge: str, width: float) -> None:
        patch = PathPatch(shape, facecolor=fill, edgecolor=edge, linewidth=width, clip_on=False, capstyle="butt")
        self._sheet.add_artist(patch)

    def drawing(self) -> Drawing:
        """What was drawn, in both formats."""
        dots = min(DOTS_AN_INCH, TALLEST / self.height * MILLIMETRES_AN_INCH)
        with _settings():
            svg, png = io.BytesIO(), io.BytesIO()
            self._figure.savefig(svg, format="svg", metadata=NO_METADATA)
            self._figure.savefig(png, format="png", dpi=dots, metadata={"Software": None})
        lines = _short(_without_doctype(svg.getvalue()))
        return Drawing(lines, png.getvalue(), self.width, self.height, tuple(self._words))


def width_of(words: str, size: float = BODY, *, bold: bool = False) -> float:
    """The width of one line in millimetres.

    Args:
        words: of the line.
        size: in points.
        bold: whether it stands out.
    """
    _register_fonts()
    points, _, _ = text_to_path.get_text_width_height_descent(known(words), _font(size, bold=bold), ismath=False)
    return float(points * MILLIMETRES_A_POINT)


def known(words: str) -> str:
    """The words on one line, with a sign in place of what no font has."""
    return printable(" ".join(words.split()), _font_files())[0]


@contextmanager
def _settings() -> Iterator[None]:
    """The settings of a picture in place of those of the machine."""
    _register_fonts()
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rc("text", hinting="none")  # letters as they are, in both formats
        matplotlib.rc("path", snap=False)
        matplotlib.rc("svg", fonttype="path", hashsalt="briefgen")  # prints without the font; no names by chance
        yield


@cache
def _register_fonts() -> None:
    for (family, weight), file in _fonts().items():
        fontManager.ttflist.append(
            FontEntry(
                fname=str(file), name=family, style="normal", variant="normal", weight=weight, stretch="normal",
                size="scalable",
            )
        )  # fmt: skip


@cache
def _fonts() -> Mapping[tuple[str, int], Path]:
    """The font files by family and weight."""
    ours = Path(str(resources.files(__package__))) / "fonts"
    signs = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    return {
        (FAMILIES[0], WEIGHTS[False]): ours / "SourceSans3-Regular.ttf",
        (FAMILIES[0], WEIGHTS[True]): ours / "SourceSans3-Semibold.ttf",
        (FAMILIES[1], WEIGHTS[False]): signs / "DejaVuSans.ttf",
        (FAMILIES[1], WEIGHTS[True]): signs / "DejaVuSans-Bold.ttf",
    }


@cache
def _font_files() -> Mapping[str, bytes]:
    """The fonts that together tell which signs can be printed, whatever the weight."""
    return {file.name: file.read_bytes() for (_, weight), file in _fonts().items() if weight == WEIGHTS[False]}


def _font(size: float, *, bold: bool) -> FontProperties:
    return FontProperties(family=FAMILIES, size=size, weight=WEIGHTS[bold])


def _without_doctype(svg: bytes) -> bytes:
    """An SVG without the address of a DTD, which no program needs and some would load (SVG 2, 1.3)."""
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + svg[svg.index(b"<svg") :]


def _short(svg: bytes) -> bytes:
    """An SVG with coordinates of two decimals: half as long, and drawn sooner."""
    return TOO_FINE.sub(lambda number: b"%.2f" % float(number[0]), svg)
