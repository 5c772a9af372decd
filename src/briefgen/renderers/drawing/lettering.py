"""Words in the room there is: broken into lines, and cut where they are still too long."""

from __future__ import annotations

from functools import lru_cache

from .canvas import ELLIPSIS, width_of
from .style import BODY


@lru_cache(maxsize=4096)
def lines_of(words: str, room: float, most: int, size: float = BODY, *, bold: bool = False) -> tuple[str, ...]:
    """The words on at most so many lines; an ellipsis tells that some are left out.

    Args:
        words: to be set.
        room: the width of a line in millimetres.
        most: lines, at least one.
        size: in points.
        bold: whether they stand out.

    Returns:
        The lines; none for no words.
    """
    lines: list[str] = []
    rest = words.split()
    while rest and len(lines) < most - 1:
        count = _fitting(rest, room, size, bold=bold)
        lines.append(" ".join(rest[:count]))
        rest = rest[count:]
    lines += [" ".join(rest)] if rest else []
    return tuple(shortened(line, room, size, bold=bold) for line in lines)


def shortened(words: str, room: float, size: float = BODY, *, bold: bool = False) -> str:
    """The words as far as they fit on one line, with an ellipsis where they are cut.

    Args:
        words: to be set.
        room: the width of the line in millimetres.
        size: in points.
        bold: whether they stand out.

    Returns:
        Nothing at all where not even one letter fits.
    """
    if width_of(words, size, bold=bold) <= room:
        return words
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(_cut(words, middle), size, bold=bold) <= room:
            low = middle
        else:
            high = middle - 1
    return _cut(words, low) if low else ""


def _cut(words: str, length: int) -> str:
    return words[:length].rstrip(" ,;:-–(") + ELLIPSIS


def _fitting(words: list[str], room: float, size: float, *, bold: bool) -> int:
    """How many of the words fit on one line; at least one."""
    count = 1
    while count < len(words) and width_of(" ".join(words[: count + 1]), size, bold=bold) <= room:
        count += 1
    return count
