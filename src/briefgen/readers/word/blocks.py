"""The blocks of a Word file: its passages put together, each with its role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from ...provenance import MappedText, concatenate
from ..blocks import Block
from ..exchange import with_exchange
from ..front import Front
from ..joining import ends_sentence, starts_inside_sentence
from ..pull_quotes import with_pull_quotes
from ..signatures import with_signatures
from ..titles import with_title
from .headings import Stress, with_word_headings
from .layer import Layer
from .passages import passages_of, usual_look
from .typed_notes import Worded

MOSTLY = 0.8
"""The least share of the questions that stand out where a plain paragraph below one is its answer."""

SHORTEST = 60
"""The fewest characters of a paragraph that somebody broke off inside a sentence."""


def blocks_of(layer: Layer, text: Sequence[Worded], front: Front) -> list[Block]:
    """The blocks of the text, each with its role; headings also with their level.

    Args:
        layer: of the file.
        text: its paragraphs in reading order.
        front: what stands before it.
    """
    usual = usual_look(item.paragraph for item in text)
    passages = [part for item in text for part in passages_of(layer, item, usual)]
    single = [passage.block for passage in passages]
    boxed = {passage.block.start for passage in passages if passage.boxed}
    stresses = {passage.block.start: passage.stress for passage in passages}
    blocks = _whole(_with_pull_quotes(_signed(single), front.contents, boxed))
    titled = with_title(blocks) if front.is_letter else blocks
    looks = [stresses.get(block.start) for block in titled]
    exchanged = with_exchange(with_word_headings(titled, looks, front.contents))
    return _with_title_kept(_cells_joined(_with_answers(exchanged, stresses)))


def _with_title_kept(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without their outline levels, but for the one highest heading that all others stand under.

    That one names the document.
    """
    depths = Counter(block.depth for block in blocks if block.depth)
    titled = depths[1] == 1 and len(depths) > 1
    return [block if titled and block.depth == 1 else replace(block, depth=0) for block in blocks]


def _with_answers(blocks: Sequence[Block], stresses: Mapping[int, Stress | None]) -> list[Block]:
    """The blocks, with the plain ones below stressed questions as answers where no label says it.

    Args:
        blocks: in reading order.
        stresses: how blocks stand out, by their start.
    """
    first = [below for block, below in pairwise(blocks) if block.role == "heading" and below.kind == "question"]
    stressed = sum(stresses.get(block.start) == "strong" for block in first)
    if len(first) < 2 or stressed < MOSTLY * len(first):
        return list(blocks)
    result: list[Block] = []
    answering = False
    for block in blocks:
        if block.role == "heading":
            answering = False
        elif block.kind == "question" and stresses.get(block.start) == "strong":
            answering = True
        elif answering and block.role == "prose":
            result.append(replace(block, kind="answer"))
            continue
        result.append(block)
    return result


def _cells_joined(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the paragraphs of each cell as one."""
    result: list[Block] = []
    for place, group in groupby(blocks, key=lambda block: block.place):
        same = list(group)
        result += same if place is None else [replace(same[0], text=_lines_joined(same))]
    return result


def _lines_joined(blocks: Sequence[Block]) -> MappedText:
    """The texts of blocks with a space between them."""
    parts: list[MappedText] = []
    for block in blocks:
        if parts:
            parts.append(MappedText(" ", (block.start - 1,)))
        parts.append(block.text)
    return concatenate(parts)


def _signed(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with their signatures; a heading or a cell is never part of one."""
    result: list[Block] = []
    for is_open, group in groupby(blocks, key=lambda block: not block.depth and block.place is None):
        stretch = list(group)
        result += with_signatures(stretch) if is_open else stretch
    return result


def _whole(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with those joined that somebody broke off inside a sentence."""
    result: list[Block] = []
    for block in blocks:
        if result and _goes_on(result[-1], block):
            joined = _lines_joined((result[-1], block))
            result[-1] = replace(result[-1], text=joined)
        else:
            result.append(block)
    return result


def _goes_on(before: Block, block: Block) -> bool:
    """Whether a paragraph directly below another goes on with its sentence; after a comma it may be one of a list."""
    return (
        before.role == block.role == "prose"
        and not (block.label or block.gap or block.depth or before.depth)
        and len(before.content) >= SHORTEST
        and starts_inside_sentence(block.content)
        and not before.content.endswith(",")
        and not ends_sentence(before.content)
    )


def _with_pull_quotes(blocks: Sequence[Block], contents: frozenset[str], boxed: set[int]) -> list[Block]:
    """The blocks, with those in boxes that repeat a sentence of the text as pull-quotes."""
    if not boxed:
        return list(blocks)
    marked = with_pull_quotes(blocks, contents)
    return [new if old.start in boxed else old for old, new in zip(blocks, marked, strict=True)]
