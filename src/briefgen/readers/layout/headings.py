"""Headings of printed text: lines in larger, heavier, slanting or coloured letters, or numbered and apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from ...provenance import concatenate
from ..blocks import Block
from ..dates import DATE_LINE
from ..joining import ends_sentence, ends_unfinished
from ..levels import NUMBERING, ROMAN, is_division, is_part
from ..patterns import EXCHANGE, PARTY
from .paragraphs import PrintedBlock

# The number of a heading: `1.`, `2.3`, `a.`, `(e)`, `IV.`.
NUMBER = re.compile(r"(?P<figures>\d{1,2}(?:\.\d{1,2})*)[.)]?\s|\(?(?:[a-zA-Z]|[IVX]{1,5})[.)]\s")

# A remark in brackets, as stands below a title: `(Voor de EER relevante tekst)`, `{SWD(2021) 631 final}`.
IN_BRACKETS = re.compile(r"\(.*\)|\{.*|\[.*\]")

LARGER = 1.08
"""How much larger than the text the letters of a heading are."""

LONGEST_STRONG = 250
LONGEST_WEAK = 130
"""The most characters of a heading in larger or heavier letters, and of another."""

LONGEST_QUESTION = 110
"""The most characters of a heading that asks: longer ones are questions that somebody asks."""

MOST_LINES = 5

Rank = tuple[float, ...]
"""What orders the levels of headings: the smallest is the highest."""


def with_printed_headings(
    blocks: Sequence[PrintedBlock], size: float, contents: frozenset[str], others: Collection[int]
) -> list[Block]:
    """The blocks, headings recognised and with their level.

    Args:
        blocks: in reading order.
        size: of the text of the document, in points.
        contents: the titles that the table of contents names, in lower case.
        others: the offsets of blocks that are known to be something else.
    """
    colour = _usual_colour(blocks)
    found = {
        index
        for index in range(len(blocks))
        if blocks[index].block.start not in others and _is_heading(blocks, index, size, colour, contents)
    }
    numbered = _ranks_of_numbers([blocks[index] for index in sorted(found)], size, colour)
    result: list[Block] = []
    ranks: list[Rank] = []
    for index, printed in enumerate(blocks):
        if index not in found:
            result.append(printed.block)
            continue
        rank = numbered.get(_numbering(_text(printed)), _rank(printed, size, colour))
        while ranks and ranks[-1] >= rank:
            ranks.pop()
        ranks.append(rank)
        result.append(_as_heading(printed.block, len(ranks)))
    return result


def _usual_colour(blocks: Sequence[PrintedBlock]) -> int:
    colours = Counter[int]()
    for printed in blocks:
        colours[printed.first.colour] += len(printed.block.content)
    return colours.most_common(1)[0][0] if colours else 0


def _text(printed: PrintedBlock) -> str:
    """The words of a block as printed, its number among them."""
    return printed.block.label.text + printed.block.content


def _numbering(text: str) -> str:
    """The kind of number that a heading begins with: `1`, `1.1`, `a`, `A`, `I`; empty where it has none."""
    match = NUMBER.match(text)
    if not match:
        return ""
    return (
        re.sub(r"\d+", "1", match[0].strip(" .()"))
        if match["figures"]
        else ("A" if match[0].strip("( ")[0].isupper() else "a")
    )


def _ranks_of_numbers(headings: Sequence[PrintedBlock], size: float, colour: int) -> dict[str, Rank]:
    """For each kind of number the highest rank of its headings: they are of one level, whatever their letters."""
    ranks: dict[str, Rank] = {}
    for printed in headings:
        kind, rank = _numbering(_text(printed)), _rank(printed, size, colour)
        if kind:
            ranks[kind] = min(rank, ranks.get(kind, rank))
    return ranks


def _as_heading(block: Block, level: int) -> Block:
    text = concatenate((block.label, block.text)).collapsed() if block.label else block.text
    return replace(block, role="heading", level=level, text=text, label=block.text.slice(0, 0))


def _is_heading(blocks: Sequence[PrintedBlock], index: int, size: float, colour: int, contents: frozenset[str]) -> bool:
    printed = blocks[index]
    text = _text(printed)
    if printed.block.role != "prose" or not _may_be_heading(printed, text) or index + 1 == len(blocks):
        return False
    if EXCHANGE.match(text) or PARTY.fullmatch(text) or text.casefold() in contents:
        return True
    if _is_bullet(printed.block) or (_follows_label(blocks, index) and len(text) > LONGEST_QUESTION / 2):
        return False
    if text.endswith("?") and len(text) > LONGEST_QUESTION and printed.first.size < LARGER * size:
        return False
    if _is_strong(printed, size, colour):
        return len(text) <= LONGEST_STRONG and not _runs_on(blocks, index)
    return len(text) <= LONGEST_WEAK and not ends_sentence(text) and _is_weak(blocks, index)


def _may_be_heading(printed: PrintedBlock, text: str) -> bool:
    """Whether a block looks like a heading, whatever letters it is printed in."""
    return (
        printed.count <= MOST_LINES
        and any(character.isalpha() for character in text)
        and not IN_BRACKETS.fullmatch(text)
        and (bool(printed.block.label) or not text[0].islower())
        and not text.endswith((";", ","))
        and not DATE_LINE.fullmatch(text)
        and (not ends_unfinished(text) or text.isupper())
    )


def _is_bullet(block: Block) -> bool:
    """Whether a block is an item of a list with a sign, not a number."""
    return bool(block.label) and not block.is_numbered and not block.label.text.strip()[-1:].isdigit()


def _follows_label(blocks: Sequence[PrintedBlock], index: int) -> bool:
    """Whether the label of a question or an answer stands directly above."""
    return index > 0 and bool(EXCHANGE.match(blocks[index - 1].block.content))


def _is_strong(printed: PrintedBlock, size: float, colour: int) -> bool:
    first = printed.first
    return first.bold or first.size >= LARGER * size or (first.colour != colour and first.size >= 0.95 * size)


def _runs_on(blocks: Sequence[PrintedBlock], index: int) -> bool:
    """Whether a block of heavy letters is a sentence amid others like it, and no heading."""
    text = blocks[index].block.content
    if text.endswith(":"):
        return len(text) > LONGEST_QUESTION / 2 or bool(blocks[index + 1].block.label)
    return text.endswith(".") and len(text) > LONGEST_QUESTION


def _is_weak(blocks: Sequence[PrintedBlock], index: int) -> bool:
    """Whether slanting or underlined letters, capitals or a number make a line that stands apart a heading."""
    printed, following = blocks[index], blocks[index + 1]
    first, block = printed.first, printed.block
    text = block.label.text + block.content
    below_title = index > 0 and _is_centred(printed) and _is_centred(blocks[index - 1])
    apart = index == 0 or block.gap > 0 or block.interrupted or below_title
    if printed.count > 2 or not apart or following.block.role == "row" or (text.endswith(":") and not first.underlined):
        return False
    if first.underlined or (first.italic and not following.first.italic):
        return not block.label or block.is_numbered
    if _is_centred(printed):
        return not block.label
    if text.isupper():
        return len(text) > 3 and following.block.gap > 0
    if block.is_numbered or NUMBERING.match(text) or ROMAN.match(text) or is_part(text) or is_division(text):
        return _heads_prose(blocks, index)
    return False


def _heads_prose(blocks: Sequence[PrintedBlock], index: int) -> bool:
    """Whether a numbered line stands above a paragraph, and not among others that are numbered alike."""
    kind, following = _numbering(_text(blocks[index])), blocks[index + 1]
    beside = [blocks[other] for other in (index - 1, index + 1) if 0 <= other < len(blocks)]
    if any(_numbering(_text(other)) == kind and not other.first.bold for other in beside):
        return False
    if following.block.label:
        return following.block.gap > 0 and following.count <= 2
    return len(following.block.content) > len(blocks[index].block.content)


CENTRED = 6.0
"""Points by which the middle of a centred line may differ from that of its column."""


def _is_centred(printed: PrintedBlock) -> bool:
    """Whether a line stands in the middle of its column, away from both edges."""
    first = printed.first
    left, right = first.column
    middle = abs((first.left + first.right) / 2 - (left + right) / 2) <= CENTRED
    return middle and printed.count == 1 and first.left - left >= 3 * first.size


def _rank(printed: PrintedBlock, size: float, colour: int) -> Rank:
    """The rank of a heading: labels of questions last, else by size, weight, colour and the depth of its number."""
    text = _text(printed)
    first = printed.first
    depth = _numbering(text).count(".") + (_numbering(text) in ("a", "A"))
    larger = first.size if abs(first.size - size) > (LARGER - 1) * size else size
    is_label = bool(EXCHANGE.match(text)) and not first.bold
    looks = (
        float(not first.bold),
        float(not text.isupper()),
        float(first.colour == colour),
        float(not first.underlined),
    )
    return (float(is_label), -round(larger, 1), *looks, float(depth))
