"""Bands under one another, with days and periods on them: what a timeline and positions over time have in common.

A day is a dark dot, a month or any other period a light bar over its whole length. What would overlap is set in lanes
under one another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from ...messages import Language, message
from ..commission import Drawing
from .canvas import Canvas, width_of
from .lettering import lines_of
from .style import ACCENT, BODY, FAINT, INK, LINE, MILLIMETRES_A_POINT, QUIET, SMALL, TINT, WHITE, WIDTH

HEADER = 6.0
LEGEND = 8.0
PADDING = 1.1
SIGN = 4.4
"""The height of a sign, and the width of a dot."""

BESIDE = 0.8
"""Between a line of the scale and its label."""

EDGE = 0.3
"""Room for half an outline, so that the border of the picture does not cut it."""

LANE = SIGN + 0.8
SIDE = 0.9
"""What a sign has left and right of its label."""

TITLE_LINES = 3
TITLE_LINE = BODY * LINE * MILLIMETRES_A_POINT


@dataclass(frozen=True, slots=True)
class Sign:
    """A day or a period.

    Attributes:
        start, end: between 0 and 1, from the left end of the scale to its right end.
        label: a number.
        exact: true for a day, false for a period.
    """

    start: float
    end: float
    label: str
    exact: bool


@dataclass(frozen=True, slots=True)
class Band:
    """One band.

    Attributes:
        title: what it is about.
        signs: what happens on it.
        ruled: whether the lines of the scale run through it.
    """

    title: str
    signs: tuple[Sign, ...]
    ruled: bool = True


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the scale.

    Attributes:
        start: where it stands, between 0 and 1.
        end: where the next one stands.
        label: what begins there.
    """

    start: float
    end: float
    label: str


@dataclass(frozen=True, slots=True)
class _Placed:
    """A sign on its lane, in millimetres from the left end of the scale."""

    sign: Sign
    left: float
    width: float
    lane: int


def draw_bands(bands: Sequence[Band], ticks: Sequence[Tick], margin: float, note: str, language: Language) -> Drawing:
    """The picture of some bands.

    Args:
        bands: the first one on top.
        ticks: of the scale that they share, from left to right.
        margin: millimetres for the titles of the bands.
        note: what the numbers in the signs are.
        language: of the legend.
    """
    room = WIDTH - margin - EDGE
    placed = [_in_lanes(band.signs, room) for band in bands]
    titles = [lines_of(band.title, margin - 2, TITLE_LINES, bold=True) for band in bands]
    heights = [
        2 * PADDING + max(LANE * (1 + max((one.lane for one in signs), default=0)), len(title) * TITLE_LINE)
        for signs, title in zip(placed, titles, strict=True)
    ]
    tops = list(accumulate(heights, initial=HEADER))
    canvas = Canvas(WIDTH, tops[-1] + LEGEND)
    for band, (top, bottom) in zip(bands, pairwise(tops), strict=True):
        _draw_ground(canvas, band, ticks, (margin, top, bottom))
    _draw_scale(canvas, ticks, margin, tops[-1])
    for title, signs, top in zip(titles, placed, tops, strict=False):
        for number, line in enumerate(title):
            canvas.text(0, top + PADDING + SIGN / 2 + number * TITLE_LINE, line, bold=True)
        for one in signs:
            _draw_sign(canvas, one, margin + one.left, top + PADDING + one.lane * LANE)
    _draw_legend(canvas, bands, tops[-1] + LEGEND - SIGN, note, language)
    return canvas.drawing()


def _in_lanes(signs: Sequence[Sign], room: float) -> list[_Placed]:
    """The signs, each on the first lane where nothing is in its way."""
    ends: list[float] = []
    placed = []
    for sign in sorted(signs, key=lambda sign: (sign.start, sign.end)):
        width = max(SIGN, (sign.end - sign.start) * room, width_of(sign.label, SMALL, bold=True) + 2 * SIDE)
        middle = (sign.start + sign.end) / 2 * room
        left = max(0.0, min(middle - width / 2, room - width))
        lane = next((lane for lane, end in enumerate(ends) if end <= left), len(ends))
        ends[lane : lane + 1] = [left + width + 0.4]
        placed.append(_Placed(sign, left, width, lane))
    return placed


def _draw_ground(canvas: Canvas, band: Band, ticks: Sequence[Tick], place: tuple[float, float, float]) -> None:
    """The line above a band, and its part of the lines of the scale."""
    margin, top, bottom = place
    canvas.line((0, top), (WIDTH, top))
    for tick in ticks if band.ruled else ():
        x = margin + tick.start * (WIDTH - margin - EDGE)
        canvas.line((x, top), (x, bottom), FAINT)


def _draw_scale(canvas: Canvas, ticks: Sequence[Tick], margin: float, bottom: float) -> None:
    room = WIDTH - margin - EDGE
    for tick in ticks:
        if width_of(tick.label, SMALL) + 2 * BESIDE <= (tick.end - tick.start) * room:
            canvas.text(margin + tick.start * room + BESIDE, HEADER / 2, tick.label, size=SMALL, colour=QUIET)
    canvas.line((0, bottom), (WIDTH, bottom))


def _draw_sign(canvas: Canvas, one: _Placed, x: float, y: float) -> None:
    fill, edge, ink = (ACCENT, ACCENT, WHITE) if one.sign.exact else (TINT, ACCENT, INK)
    canvas.pill(x, y, one.width, SIGN, fill, edge)
    canvas.text(x + one.width / 2, y + SIGN / 2, one.sign.label, size=SMALL, colour=ink, bold=True, align="center")


def _draw_legend(canvas: Canvas, bands: Sequence[Band], y: float, note: str, language: Language) -> None:
    """What the two forms of a sign mean, as far as they are there, and what the numbers are."""
    x = EDGE
    for exact, code in _forms(bands):
        _draw_sign(canvas, _Placed(Sign(0, 0, "", exact), 0, SIGN * (1 if exact else 2), 0), x, y - EDGE)
        x += SIGN * (1 if exact else 2) + 1.6
        words = message(code, language)
        canvas.text(x, y + SIGN / 2, words, size=SMALL, colour=QUIET)
        x += width_of(words, SMALL) + 5
    canvas.text(x, y + SIGN / 2, note, size=SMALL, colour=QUIET)


def _forms(bands: Sequence[Band]) -> Iterator[tuple[bool, str]]:
    found = {sign.exact for band in bands for sign in band.signs}
    yield from ((exact, code) for exact, code in ((True, "picture-day"), (False, "picture-period")) if exact in found)
