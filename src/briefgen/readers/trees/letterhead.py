"""The lines of a letterhead among the blocks of a tree: dossier, number, addressee, place and date, greeting."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..blocks import Block
from ..claims import Claim
from ..dates import DATE, DATE_LINE
from ..front import ADDRESSEE, DOSSIER, LABELLED, PAPER, SALUTATION, SERIES, Front, is_lone_label
from ..joining import ends_sentence
from ..lexicon import words

# The line that says when a paper was put forward: `Voorgesteld 2 juli 2025`, `Vastgesteld 14 mei 2019`.
PUT_FORWARD = re.compile(
    rf"(?:Gewijzigd\s+)?(?:voorgesteld|ontvangen|vastgesteld|verzonden|opgesteld|samengesteld)\s+(?:op\s+)?{DATE.pattern}\.?$",
    re.I,
)

TOP = 40
"""The most blocks that a letterhead stands among."""

LONG = 200
"""The fewest characters of a block that surely is text."""

_LINES = (PAPER, ADDRESSEE, SERIES, SALUTATION, LABELLED, DATE_LINE, PUT_FORWARD, DOSSIER)

_SURE = (PAPER, ADDRESSEE, SERIES, SALUTATION, PUT_FORWARD)
"""What shows that the lines above a text are a letterhead."""


def without_letterhead(blocks: Sequence[Block]) -> tuple[list[Block], Front]:
    """The blocks without the lines of a letterhead at their top, and those.

    What a page shows of a paper above it (a table with its date and number, the word `Kamerstuk`) belongs to it.
    """
    found = {index for index in _top(blocks) if _is_line(blocks, index)}
    sure = [index for index in found if any(pattern.match(blocks[index].content) for pattern in _SURE)]
    if not sure:
        return list(blocks), Front()
    found |= {index for index in range(min(sure)) if _is_fact(blocks[index])}
    claims = tuple(Claim("letterhead", blocks[index].text) for index in sorted(found))
    return [block for index, block in enumerate(blocks) if index not in found], Front(claims)


def _top(blocks: Sequence[Block]) -> range:
    """The blocks above the first one that surely is text."""
    for index, block in enumerate(blocks[:TOP]):
        is_text = len(block.content) >= LONG and ends_sentence(block.content)
        if block.item or (is_text and not _is_line(blocks, index)):
            return range(index)
    return range(min(TOP, len(blocks)))


def _is_fact(block: Block) -> bool:
    """Whether a block above the number of a paper is what a page says of it."""
    return block.place is not None or block.content.casefold() in words("page_labels")


def _is_line(blocks: Sequence[Block], index: int) -> bool:
    text = blocks[index].content
    if blocks[index].place is not None:
        return False
    if any(pattern.match(text) for pattern in _LINES):
        return True
    return index > 0 and is_lone_label(blocks[index - 1].content)
