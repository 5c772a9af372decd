"""Lines that are emphasised as a whole: the headings of texts whose markup has none."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from .layer import Layer, Range
from .parsing import Element

LONGEST = 160
"""The most characters of an emphasised line that is a heading."""

UNMARKED = " \n.:"
"""Signs between emphasised words that need no emphasis of their own."""


class Emphasis:
    """The emphasised ranges of a text layer."""

    def __init__(self, layer: Layer, elements: Iterable[Element]) -> None:
        """Index the ranges of the elements that emphasise.

        Args:
            layer: the text layer.
            elements: of bold, italic and the like.
        """
        self._text = layer.text
        self._ranges: list[Range] = []
        for start, end in sorted(layer.ranges[element] for element in elements if element in layer.ranges):
            if self._ranges and start <= self._ranges[-1][1]:
                self._ranges[-1] = (self._ranges[-1][0], max(end, self._ranges[-1][1]))
            else:
                self._ranges.append((start, end))
        self._ends = [end for _, end in self._ranges]

    def covers(self, start: int, end: int) -> bool:
        """Whether all words between two offsets of the layer are emphasised."""
        pieces, position = [], start
        for first, last in self._ranges[bisect_right(self._ends, start) :]:
            if first >= end:
                break
            pieces.append(self._text[position : max(position, first)])
            position = min(last, end)
        pieces.append(self._text[position:end])
        return position > start and not "".join(pieces).strip(UNMARKED)
