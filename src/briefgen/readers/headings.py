"""Headings in text without markup: short lines that stand apart, number their part or announce what follows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..provenance import MappedText, concatenate
from .blocks import Block
from .dates import DATE_LINE
from .joining import ends_unfinished
from .levels import NUMBERING, is_division, is_part, with_levels
from .lexicon import words
from .patterns import EXCHANGE, PARTY

# The start of a line that is a time: `10.00 – 10.30`.
TIME = re.compile(r"\d{1,2}[.:]\d{2}\b")

# The end of a sentence inside a line; an abbreviation or an initial before a name is none.
INNER_STOP = re.compile(r"[^\W\d_]{3,}[.!?]\s+[A-Z]")

# The first characters of a heading: a capital or a figure, perhaps behind a quotation mark; also `’s-Gravenhage`.
CAPITAL = re.compile(r"[\"'“‘«(]?(?:[A-ZÀ-Þ0-9]|[’'][a-z]-?\s?[A-Z]|[a-z]{1,2}-?[A-Z])")

LONGEST = 180
LONGEST_QUESTION = 220
LONGEST_STOPPED = 90
"""The most characters of a heading; of one that is a question; of one that ends with a full stop."""

LEAST_PROSE = 80
"""The fewest characters of a paragraph that shows a line above it to be its heading."""


def with_headings(blocks: Sequence[Block], contents: frozenset[str]) -> list[Block]:
    """The blocks, with headings and their levels recognised.

    Args:
        blocks: in reading order.
        contents: the titles that the table of contents names, in lower case.
    """
    found = [
        _as_heading(block) if _is_heading(blocks, index, contents) else block for index, block in enumerate(blocks)
    ]
    return with_levels(found, contents)


def _as_heading(block: Block) -> Block:
    """The block as a heading: its number is part of its text."""
    return replace(block, role="heading", text=_printed(block), label=block.text.slice(0, 0))


def _printed(block: Block) -> MappedText:
    return concatenate((block.label, block.text)).collapsed() if block.label else block.text


def _is_heading(blocks: Sequence[Block], index: int, contents: frozenset[str]) -> bool:
    block = blocks[index]
    text = _printed(block).text
    if block.role != "prose" or block.depth:
        return block.role == "prose"
    if index + 1 == len(blocks) or not _may_be_heading(block, text):
        return False
    following = blocks[index + 1]
    if _names_a_part(text, contents):
        return True
    if is_part(text) or is_division(text):
        return not (following.label and following.gap == 0)
    if block.label:
        return _numbers_a_part(blocks, index)
    return not text.endswith(":") and _announces(blocks, index)


def _names_a_part(text: str, contents: frozenset[str]) -> bool:
    """Whether a line is a heading by its words alone."""
    listed = text.casefold() in contents or text.casefold() in words("contents")
    return listed or bool(EXCHANGE.match(text) or PARTY.fullmatch(text))


def _may_be_heading(block: Block, text: str) -> bool:
    """Whether a block looks like a heading, whatever stands around it."""
    return (
        len(text) <= (LONGEST_QUESTION if text.endswith("?") else LONGEST)
        and bool(CAPITAL.match(text))
        and (not block.label or block.is_numbered)
        and not text.endswith((";", ","))
        and not ends_unfinished(text)
        and not INNER_STOP.search(NUMBERING.sub("", text, count=1))
        and not TIME.match(text)
        and not DATE_LINE.fullmatch(text)
    )


def _numbers_a_part(blocks: Sequence[Block], index: int) -> bool:
    """Whether a numbered line is a heading and no item of a list: what stands beside it is not numbered."""
    block, following = blocks[index], blocks[index + 1]
    if following.label or (index and blocks[index - 1].label and not block.gap) or block.content.endswith((".", ":")):
        return False
    return _heads_prose(block, following) or (following.gap > 0 and following.role == "prose")


def _announces(blocks: Sequence[Block], index: int) -> bool:
    """Whether a line without number stands apart and what follows can stand under it."""
    block, following = blocks[index], blocks[index + 1]
    text = block.content
    before = blocks[index - 1].content if index else ""
    if following.role in ("byline", "row", "signature") or EXCHANGE.match(before):
        return False
    if text.endswith("."):
        return block.gap > 0 and not following.gap and _is_short_title(text) and _heads_prose(block, following)
    if text.endswith("?"):
        return following.role == "prose" and not following.label and len(following.content) >= LEAST_PROSE
    if block.gap or following.gap or index == 0 or block.emphasised:
        return True
    return _heads_prose(block, following) and before.endswith((".", "!", "?"))


def _is_short_title(text: str) -> bool:
    """Whether a line that ends with a full stop is no sentence: it is short and has no verb."""
    return len(text) <= LONGEST_STOPPED and not words("verbs") & set(text.casefold().strip(".").split())


def _heads_prose(block: Block, following: Block) -> bool:
    """Whether a paragraph of some length follows."""
    least = max(LEAST_PROSE, int(1.2 * len(block.content)))
    return following.role == "prose" and not following.label and len(following.content) > least
