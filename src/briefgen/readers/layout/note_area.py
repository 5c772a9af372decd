"""The notes at the bottom of a page or column: small print, or what stands below a short rule."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..front import CONTENTS_LINE
from .contents import LED
from .model import Rule
from .segments import Segment

SMALLER = 0.93
"""How large the letters of notes are at most, as a share of the text."""

SHORT = 0.6
"""How much of the width of the text the rule above notes spans at most."""

NEAR = 15.0
"""Points between the left edge of the text and that of the rule above notes, at most."""

UNDERLINE = 0.35
"""How far below the letters a rule that underlines them stands at most, in ems."""

# The label that a note begins with: raised or plain figures, stars, figures in brackets.
NOTE_LABEL = re.compile(
    r"(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)\s*|(?P<plain>\d{1,3})[.)]?\s+(?=\S)|\[(?P<bracketed>\d{1,3})\]\s*|(?P<stars>\*{1,3})\s*(?=\S)"
)


def note_start(lines: Sequence[Segment], rules: Sequence[Rule], size: float, width: float, *, open_note: bool) -> int:
    """The index of the first line of the notes that a region ends with; the number of lines when there are none.

    Args:
        lines: of the region.
        rules: of the page.
        size: of the text of the document.
        width: of the text.
        open_note: whether a note of the page before may go on here.
    """
    ruled = _below_rule(lines, rules, width)
    small = len(lines)
    while small and lines[small - 1].size <= SMALLER * size:
        small -= 1
    first = next((index for index in range(small, len(lines)) if _begins_note(lines, index)), len(lines))
    if ruled < first and (NOTE_LABEL.match(lines[ruled].text) or ruled >= small):
        return ruled
    return small if open_note and first > small and small > 0 and _stands_apart(lines, small) else first


def _begins_note(lines: Sequence[Segment], index: int) -> bool:
    """Whether a line of small print begins a note: a plain number must stand apart below the text."""
    match = NOTE_LABEL.match(lines[index].text)
    if match is None or CONTENTS_LINE.fullmatch(lines[index].text) or LED.match(lines[index].text):
        return False
    return not match["plain"] or (index > 0 and _stands_apart(lines, index))


def _below_rule(lines: Sequence[Segment], rules: Sequence[Rule], width: float) -> int:
    """The index of the first line below the lowest short rule with text below it."""
    if not lines:
        return 0
    left = min(line.left for line in lines)
    levels = [
        rule.y
        for rule in rules
        if rule.right - rule.left <= SHORT * width
        and abs(rule.left - left) <= NEAR
        and rule.y < lines[-1].baseline
        and not any(0 <= rule.y - line.baseline <= UNDERLINE * line.size for line in lines)
    ]
    if not levels:
        return len(lines)
    lowest = max(levels)
    return next((index for index, line in enumerate(lines) if line.top > lowest - 2), len(lines))


def _stands_apart(lines: Sequence[Segment], index: int) -> bool:
    """Whether a wide gap stands above a line."""
    return lines[index].baseline - lines[index - 1].baseline > 1.8 * lines[index].size
