"""Paragraphs that a page break, a note, a picture or a pull-quote interrupted, made whole again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .blocks import Block
from .joining import ends_sentence, ends_unfinished, joined, starts_inside_sentence

SHORTEST = 60
"""The fewest characters of a block that goes on in the next only because that begins inside a sentence."""


def whole_blocks(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with interrupted ones joined; what interrupted one stands behind it."""
    result: list[Block] = []
    last: int | None = None
    for block in blocks:
        if last is not None and block.role == "prose" and _goes_on(result[last], block):
            result[last] = _joined(result[last], block)
            continue
        result.append(block)
        if block.role in ("prose", "byline"):
            last = len(result) - 1
        elif block.role in ("row", "signature"):
            last = None
    return result


def _goes_on(before: Block, block: Block) -> bool:
    """Whether a block goes on with the sentence of a block before it."""
    if block.label or block.depth or before.depth:
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
