"""Headings of a Word file: by outline level, by how they look, or, where nothing is marked, by their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from ...provenance import concatenate
from ..blocks import Block
from ..dates import DATE_LINE
from ..headings import CAPITAL, INNER_STOP, LONGEST_QUESTION, LONGEST_STOPPED, TIME, with_headings
from ..joining import ends_unfinished
from ..levels import NUMBERING, is_division, is_part, with_levels
from ..lexicon import words
from ..patterns import EXCHANGE, PARTY

Stress = Literal["strong", "weak"]
"""How a paragraph stands out as a whole: heavy or large, or slanted or underlined."""

LONGEST = 300
"""The most characters of a paragraph that an outline level makes a heading."""

LONGEST_BY_LOOK: dict[Stress, int] = {"strong": 180, "weak": 100}
"""The most characters of a paragraph that its look makes a heading."""


def with_word_headings(
    blocks: Sequence[Block], stresses: Sequence[Stress | None], contents: frozenset[str]
) -> list[Block]:
    """The blocks, with headings and their levels.

    Args:
        blocks: in reading order; `depth` is the outline level that the file gives.
        stresses: for each block how it stands out.
        contents: the titles that the table of contents names, in lower case.
    """
    found: list[Block] = []
    marked = False
    for index, block in enumerate(blocks):
        by_look = _heads_by_look(blocks, stresses, index, found)
        marked = marked or by_look or bool(block.depth)
        is_heading = bool(block.depth) or by_look or _heads_by_words(block)
        found.append(_as_heading(block, stresses[index]) if is_heading else block)
    if marked:
        return with_levels(found, contents)
    return with_headings(blocks, contents)


def _as_heading(block: Block, stress: Stress | None) -> Block:
    """The block as a heading: its number is part of its text."""
    text = concatenate((block.label, block.text)).collapsed()
    return replace(
        block, role="heading", text=text, label=text.slice(0, 0), emphasised=not block.depth and stress == "strong"
    )


def _heads_by_words(block: Block) -> bool:
    """Whether a line is the label of a question or an answer, or names a party."""
    is_label = EXCHANGE.match(block.content) or PARTY.fullmatch(block.content)
    return block.role == "prose" and bool(is_label)


def _heads_by_look(
    blocks: Sequence[Block], stresses: Sequence[Stress | None], index: int, found: Sequence[Block]
) -> bool:
    """Whether a block stands out as headings do, and what stands around it allows one."""
    block, stress = blocks[index], stresses[index]
    if stress is None or block.role != "prose" or index + 1 == len(blocks):
        return False
    if blocks[index + 1].role in ("signature", "caption"):
        return False
    before = found[-1] if found else None
    if before is not None and before.role == "heading" and EXCHANGE.match(before.content):
        return False
    return _may_head(block, stress)


def _may_head(block: Block, stress: Stress) -> bool:
    """Whether the words of a block can be a heading."""
    text = block.content
    if block.label and (not block.is_numbered or text.endswith("?")):
        return False
    return (
        len(text) <= (LONGEST_QUESTION if text.endswith("?") else LONGEST_BY_LOOK[stress])
        and bool(CAPITAL.match(text))
        and not text.endswith((";", ","))
        and not (text.endswith(":") and not (is_part(text) or is_division(text)))
        and not (text.endswith((".", "!")) and not _is_short_title(text))
        and not ends_unfinished(text)
        and not INNER_STOP.search(NUMBERING.sub("", text, count=1))
        and not TIME.match(text)
        and not DATE_LINE.fullmatch(text)
    )


def _is_short_title(text: str) -> bool:
    """Whether a line that ends with a full stop is no sentence: it is short and has no verb."""
    return len(text) <= LONGEST_STOPPED and not words("verbs") & set(text.casefold().strip(".").split())
