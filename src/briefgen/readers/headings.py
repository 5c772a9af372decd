"""Headings in text without markup: short lines that stand apart, number their part or announce what follows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..provenance import MappedText, concatenate
from .blocks import Block
from .dates import DATE_LINE
from .joining import ends_sentence, ends_unfinished
from .levels import NUMBERING, ROMAN, is_division, is_part, with_levels
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
LONGEST_CHAPTER = 120
"""The most characters of a heading; of one that is a question, that ends with a full stop, that has a Roman number."""

LONGEST_TITLE = 60
"""The most characters of a title that stands without blank lines above a short text."""

LEAST_PROSE = 80
"""The fewest characters of a paragraph that shows a line above it to be its heading."""


def with_headings(blocks: Sequence[Block], contents: frozenset[str]) -> list[Block]:
    """The blocks, with headings and their levels recognised.

    Args:
        blocks: in reading order.
        contents: the titles that the table of contents names, in lower case.
    """
    found = list(blocks)
    for index, block in enumerate(blocks):
        if _is_heading(found, index, contents):
            found[index] = _as_heading(block)
    return with_levels(found, contents)


def _as_heading(block: Block) -> Block:
    """The block as a heading: its number is part of its text."""
    return replace(block, role="heading", text=_printed(block), label=block.text.slice(0, 0))


def _printed(block: Block) -> MappedText:
    return concatenate((block.label, block.text)).collapsed() if block.label else block.text


def _is_heading(blocks: Sequence[Block], index: int, contents: frozenset[str]) -> bool:
    """Whether the block at `index` is a heading; which of those before it are is known."""
    block = blocks[index]
    text = _printed(block).text
    if block.role != "prose" or block.depth:
        return block.role == "prose"
    if not _may_be_heading(block, text):
        return False
    if index + 1 == len(blocks):
        return text.casefold() in contents
    return _names_a_part(text, contents) or _heads(blocks, index, text)


def _heads(blocks: Sequence[Block], index: int, text: str) -> bool:
    """Whether a line is a heading by its number or its place."""
    block, following = blocks[index], blocks[index + 1]
    if is_part(text) or is_division(text) or _numbers_a_chapter(text):
        return not (following.label and following.gap == 0)
    if block.label:
        return _numbers_a_part(blocks, index)
    return not text.endswith(":") and _announces(blocks, index)


def _names_a_part(text: str, contents: frozenset[str]) -> bool:
    """Whether a line is a heading by its words alone."""
    listed = text.casefold() in contents or text.casefold() in words("contents")
    return listed or bool(EXCHANGE.match(text) or PARTY.fullmatch(text))


def _numbers_a_chapter(text: str) -> bool:
    """Whether a line is a title behind a Roman number: `II Antwoord van de minister`."""
    return len(text) <= LONGEST_CHAPTER and bool(ROMAN.match(text)) and not text.endswith((".", ":", "?"))


def _may_be_heading(block: Block, text: str) -> bool:
    """Whether a block looks like a heading, whatever stands around it."""
    return (
        len(text) <= (LONGEST_QUESTION if text.endswith("?") else LONGEST)
        and bool(CAPITAL.match(text))
        and any(character.isalpha() for character in text)
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
        is_lead_in = following.content.endswith(":")
        return (
            following.role == "prose" and not following.label and (is_lead_in or len(following.content) >= LEAST_PROSE)
        )
    if block.gap or following.gap or index == 0 or block.emphasised:
        return True
    stands_below = blocks[index - 1].role in ("heading", "row", "cell", "caption") or before.endswith((".", "!", "?"))
    return stands_below and (_heads_prose(block, following) or _is_title_of(block, following))


def _is_short_title(text: str) -> bool:
    """Whether a line that ends with a full stop is no sentence: it is short and has no verb."""
    return len(text) <= LONGEST_STOPPED and not words("verbs") & set(text.casefold().strip(".").split())


def _is_title_of(block: Block, following: Block) -> bool:
    """Whether a line without blank lines around it is the short title of a sentence or a list."""
    is_followed = bool(following.label) or (following.role == "prose" and ends_sentence(following.content))
    return is_followed and len(block.content) <= LONGEST_TITLE and _is_short_title(block.content)


def _heads_prose(block: Block, following: Block) -> bool:
    """Whether a paragraph of some length follows."""
    least = max(LEAST_PROSE, int(1.2 * len(block.content)))
    return following.role == "prose" and not following.label and len(following.content) > least
