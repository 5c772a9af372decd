"""How pictures look: the colours and sizes of `templates/brief.css`, in a form that reads in grey as well."""

from __future__ import annotations

INK = "#1c2430"
QUIET = "#566172"
ACCENT = "#154273"
TINT = "#f1f4f8"
RULE = "#c9d1db"
FAINT = "#e4e9ef"
WHITE = "#ffffff"

DEEPEST_SHADE = "#97aac0"
"""The darkest ground for words in ink: a contrast of 6.6 to 1, where WCAG 2.2, 1.4.3, asks for 4.5."""

WIDTH = 165.0
"""Millimetres: with a little white around it, as wide as the running heads of an A4 page."""

BODY = 9.0
"""Points, of labels and counts."""

SMALL = 8.0
"""Points, of what stands along an axis and inside a mark."""

LINE = 1.25
"""The distance of two lines of text, in sizes of the letter."""

HAIRLINE = 0.5
"""Points."""

MILLIMETRES_A_POINT = 25.4 / 72


def shade(share: float) -> str:
    """The ground of a cell: from the lightest tint for 0 to the deepest shade for 1.

    Args:
        share: of the largest value, between 0 and 1.
    """
    light, deep = _channels(TINT), _channels(DEEPEST_SHADE)
    return "#" + "".join(f"{round(low + (high - low) * share):02x}" for low, high in zip(light, deep, strict=True))


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
