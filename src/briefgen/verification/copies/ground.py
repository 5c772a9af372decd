"""The text of a copy as one, in which each statement takes the place where it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from ...provenance import Span
from ..quotations import within_word
from .folding import plain
from .model import Block, Copy


class Ground:
    """The text of a copy, and which of it is taken.

    Attributes:
        blocks: of the copy.
        text: the words of all blocks, a space between them.
    """

    def __init__(self, copy: Copy) -> None:
        """Lay out the blocks.

        Args:
            copy: whose words stand as they were written.
        """
        self.blocks: tuple[Block, ...] = copy.blocks
        texts = [plain(block.text) for block in copy.blocks]
        self.text = " ".join(texts)
        self._starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
        self._taken = bytearray(len(self.text) + 1)
        self._place = {name: number for number, block in enumerate(copy.blocks) for name in block.anchors}

    def block_of(self, anchor: str) -> int | None:
        """The number of the block that is the place `anchor`."""
        return self._place.get(anchor)

    def span_of(self, first: int, last: int) -> Span:
        """The text of the blocks from `first` to `last`, without `last`."""
        return Span(self._starts[first], max(self._starts[first], self._starts[last] - 1))

    def blocks_at(self, span: Span) -> range:
        """The numbers of the blocks in which a part of the text stands."""
        first = bisect_right(self._starts, span.start) - 1
        last = bisect_right(self._starts, max(span.start, span.end - 1)) - 1
        return range(first, last + 1)

    def places(self, words: str, within: Span) -> Iterator[Span]:
        """The places where the words stand, whole and not yet taken."""
        start = self.text.find(words, within.start, within.end) if words else -1
        while start >= 0:
            end = start + len(words)
            whole = not within_word(self.text, start) and not within_word(self.text, end)
            if whole and not any(self._taken[start:end]):
                yield Span(start, end)
            start = self.text.find(words, start + 1, within.end)

    def take(self, span: Span) -> None:
        """Give a part of the text to a statement."""
        self._taken[span.start : span.end] = b"\x01" * (span.end - span.start)

    def free(self, block: int) -> Iterator[Span]:
        """The parts of a block that nothing has taken."""
        start, stop = self.span_of(block, block + 1)
        while start < stop:
            taken = self._taken.find(1, start, stop)
            end = stop if taken < 0 else taken
            if end > start:
                yield Span(start, end)
            start = self._taken.find(0, end, stop) if end < stop else stop
            if start < 0:
                return
