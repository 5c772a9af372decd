"""The title of a document whose letterhead or cover does not name it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .blocks import Block
from .joining import ends_sentence

TOP = 20
"""The most blocks of a covering letter."""

LONGEST = 150


def with_title(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with the title of an enclosed document recognised.

    It stands directly behind the signatures of the covering letter, and a heading follows it.
    """
    signed = [index for index, block in enumerate(blocks[:TOP]) if block.role == "signature"]
    if not signed or signed[-1] + 2 >= len(blocks):
        return list(blocks)
    title, following = blocks[signed[-1] + 1], blocks[signed[-1] + 2]
    if not (_is_line(title) and not title.label and _is_line(following)):
        return list(blocks)
    return [replace(block, role="title") if block is title else block for block in blocks]


def _is_line(block: Block) -> bool:
    """Whether a block is short and no sentence, as titles and headings are."""
    return block.role == "prose" and len(block.content) <= LONGEST and not ends_sentence(block.content)
