"""What stands on a page: glyphs, their letters, and level rules."""

from __future__ import annotations

from typing import NamedTuple


class Style(NamedTuple):
    """The letters of a glyph.

    Attributes:
        size: in points.
        bold: they are heavy.
        italic: they slant.
        colour: red, green and blue in one number.
        artefact: a tag of the PDF calls them page furniture.
    """

    size: float
    bold: bool
    italic: bool
    colour: int
    artefact: bool


class Glyph(NamedTuple):
    """A character, its left and right edge and its baseline in points from the upper left corner, and its font."""

    character: str
    left: float
    right: float
    baseline: float
    style: Style


class Rule(NamedTuple):
    """A level line drawn on the page."""

    left: float
    right: float
    y: float
