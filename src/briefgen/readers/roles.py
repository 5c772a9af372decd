"""What each block is: heading, list item, caption, pull-quote, byline, signature, row of a table, or prose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .blocks import Block
from .captions import is_caption
from .exchange import with_exchange
from .front import Front
from .headings import with_headings
from .pull_quotes import with_pull_quotes
from .signatures import is_byline, with_signatures
from .titles import with_title
from .wholes import whole_blocks, with_margin_numbers


def with_roles(blocks: Sequence[Block], front: Front) -> list[Block]:
    """The blocks, each whole and with its role; headings also with their level.

    Args:
        blocks: in reading order.
        front: the letterhead, cover and contents that stood before them.
    """
    contents = front.contents
    marked = with_signatures(with_margin_numbers([_by_itself(block) for block in blocks]))
    marked = whole_blocks(with_pull_quotes(marked, contents), contents)
    titled = with_title(marked) if front.is_letter else marked
    return with_exchange(with_headings(titled, contents))


def _by_itself(block: Block) -> Block:
    """A block with the role that its own text shows."""
    if "\t" in block.content:
        return replace(block, role="row")
    if is_caption(block.content):
        return replace(block, role="caption")
    if not block.label and is_byline(block.content):
        return replace(block, role="byline")
    return block
