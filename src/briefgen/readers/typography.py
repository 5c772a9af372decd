"""What typography tells of a line: where it stands on its page, how large and how heavy it is printed.

Formats that are set on pages give their lines a `Typography`; in plain text lines have none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Zone = Literal["body", "notes", "margin", "edge"]
"""Where a line stands: in the text, in the notes at the bottom of a page, beside the text, or above or below it."""


@dataclass(frozen=True, slots=True)
class Typography:
    """How and where a line is printed. Lengths are points; the origin is the upper left corner of the page.

    Attributes:
        page: number of the page, from 1.
        region: number of the column or band of the page, in reading order.
        zone: what the line belongs to.
        left: where its first character begins.
        right: where its last character ends.
        baseline: how far its letters stand below the upper edge.
        size: of the font.
        bold: all its letters are heavy.
        italic: all its letters slant.
        underlined: a rule is drawn below the whole line.
        colour: of its first letter, as red, green and blue.
        column: left and right edge of the text that it belongs to.
        width_of_first_word: the room that its first word takes.
    """

    page: int
    region: int
    zone: Zone
    left: float
    right: float
    baseline: float
    size: float
    bold: bool
    italic: bool
    underlined: bool
    colour: int
    column: tuple[float, float]
    width_of_first_word: float

    @property
    def room(self) -> float:
        """The room that is left behind it in its column."""
        return self.column[1] - self.right

    @property
    def indent(self) -> float:
        """How far it begins behind the left edge of its column."""
        return self.left - self.column[0]
