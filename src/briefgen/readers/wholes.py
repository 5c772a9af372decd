"""Paragraphs that a page break, a note, a picture or a pull-quote interrupted, made whole again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .blocks import Block
from .joining import ends_sentence, ends_unfinished, joined, starts_inside_sentence

# The number of a section or a paragraph, printed in the margin: `2`, `2.14`.
MARGIN_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?")

LONGEST_NUMBERED_TITLE = 100
"""The most characters of a title behind a number in the margin; a number with a dot also stands before a paragraph."""

SHORTEST = 60
"""The fewest characters of a block that goes on in the next only because that begins inside a sentence."""


LONGEST_INTERRUPTED = 5_000
"""Characters of a paragraph that may still go on; each further part is joined at the cost of the whole."""


def whole_blocks(blocks: Sequence[Block], contents: frozenset[str] = frozenset()) -> list[Block]:
    """The blocks with interrupted ones joined; what interrupted one stands behind it.

    Args:
        blocks: in reading order.
        contents: the titles that the table of contents names, in lower case: they are whole.
    """
    result: list[Block] = []
    last: int | None = None
    for block in blocks:
        is_title = block.content.casefold() in contents
        if last is not None and block.role == "prose" and not is_title and _goes_on(result[last], block):
            result[last] = _joined(result[last], block)
            continue
        result.append(block)
        if block.role in ("row", "signature") or is_title:
            last = None
        elif block.role in ("prose", "byline"):
            last = len(result) - 1
    return result


def with_margin_numbers(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, a number that stands alone in the margin joined with the title or paragraph that it counts."""
    result: list[Block] = []
    for block in blocks:
        if result and _is_counted_by(result[-1], block):
            result[-1] = replace(block, text=joined((result[-1].text, block.text)).collapsed(), gap=result[-1].gap)
        else:
            result.append(block)
    return result


def _is_counted_by(number: Block, block: Block) -> bool:
    if not (number.role == block.role == "prose" and MARGIN_NUMBER.fullmatch(number.content)) or block.label:
        return False
    if not block.content[0].isupper() or number.label:
        return False
    is_title = len(block.content) <= LONGEST_NUMBERED_TITLE and not ends_sentence(block.content)
    return is_title or "." in number.content.rstrip(".")


def _goes_on(before: Block, block: Block) -> bool:
    """Whether a block goes on with the sentence of a block before it."""
    if block.label or block.depth or before.depth or len(before.content) > LONGEST_INTERRUPTED:
        return False
    if ends_sentence(before.content):
        return before.open and block.interrupted and before.content[-1] in ".!?" and len(block.content) >= SHORTEST
    if ends_unfinished(before.content) or before.open:
        return True
    long = len(before.content) >= SHORTEST or bool(before.label)
    return long and starts_inside_sentence(block.content)


def _joined(before: Block, block: Block) -> Block:
    return replace(
        before,
        text=joined((before.text, block.text), (before.broken, False)).collapsed(),
        open=block.open,
        broken=block.broken,
    )
