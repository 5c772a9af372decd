"""Paragraphs of printed text: which lines belong together, by their distance, indent, ends and letters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ...provenance import MappedText
from ..blocks import Block, label_width
from ..captions import is_caption
from ..joining import ends_sentence, ends_unfinished, joined, joined_lines, starts_inside_sentence
from ..lines import Line
from ..patterns import EXCHANGE
from ..typography import Typography

INDENT = 0.7
"""The least indent of the first line of a paragraph, in ems."""

OTHER_SIZE = 0.08
"""From which difference letters have another size."""

STRAIGHT = 1.5
"""Points by which the ends of justified lines differ at most."""

JUSTIFIED = 0.6
"""The least share of straight line ends in justified text."""

ENOUGH_LINES = 4
"""The fewest lines that show by themselves where their right edge is."""

# The number of a paragraph in a numbered text: `2.26`, `1.1.`.
PARAGRAPH_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,3})+\.?\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class PrintedBlock:
    """A block with the typography of its first and last line and of each kind of letter in it.

    Attributes:
        block: its text and label.
        first: the typography of its first line.
        last: of its last line.
        count: the number of its lines.
        room: the room behind its last line.
    """

    block: Block
    first: Typography
    last: Typography
    count: int
    room: float


Printed = tuple[Line, Typography]
"""A line, and its typography."""


def printed_blocks(lines: Sequence[Line]) -> list[PrintedBlock]:
    """The lines of a text in blocks.

    Args:
        lines: of the text alone, in reading order, each with its typography.
    """
    printed = [(line, line.typography) for line in lines if line.typography is not None]
    chunks: list[list[Printed]] = []
    for item in printed:
        if chunks and _adjoins(chunks[-1][-1], item):
            chunks[-1].append(item)
        else:
            chunks.append([item])
    blocks = [_block(group, right) for chunk in chunks for group, right in _groups(chunk)]
    return whole_paragraphs(_with_tops(blocks))


def _with_tops(blocks: Sequence[PrintedBlock]) -> list[PrintedBlock]:
    """The blocks, the first of each page and column marked as interrupted."""
    places = [(printed.first.page, printed.first.region) for printed in blocks]
    return [
        replace(printed, block=replace(printed.block, interrupted=index == 0 or places[index] != places[index - 1]))
        for index, printed in enumerate(blocks)
    ]


def with_whole_titles(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of a title in heavy letters on the first page made one."""
    result: list[Line] = []
    for line in lines:
        above, below = result[-1].typography if result else None, line.typography
        if above and below and below.page == 1 and above.bold and below.bold and _is_directly_below(above, below, line):
            whole = joined_lines((result[-1], line)).collapsed()
            result[-1] = replace(result[-1], text=whole, broken=line.broken)
        else:
            result.append(line)
    return result


def _is_directly_below(above: Typography, below: Typography, line: Line) -> bool:
    same_letters = above.size == below.size and above.region == below.region
    return same_letters and line.adjoins and 0 < below.baseline - above.baseline <= MOST_TITLE_LINES * below.size


MOST_TITLE_LINES = 8
"""The most ems between the first and the last line of a title."""


def _adjoins(before: Printed, item: Printed) -> bool:
    """Whether a line stands directly below another, in letters of the same size."""
    (line_before, above), (line, below) = before, item
    if not line.adjoins or "\t" in line_before.text.text or "\t" in line.text.text:
        return False
    if EXCHANGE.match(line.text.text) or (EXCHANGE.match(line_before.text.text) and not _runs_over(before, item)):
        return False
    same_place = above.page == below.page and above.region == below.region
    return same_place and abs(above.size - below.size) <= OTHER_SIZE * below.size


def _runs_over(before: Printed, item: Printed) -> bool:
    """Whether a line that looks like the label of an answer is the first of a longer title."""
    (_, above), (line, below) = before, item
    same_letters = (above.bold, above.italic) == (below.bold, below.italic)
    is_full = above.room < below.width_of_first_word + 0.3 * below.size
    return same_letters and is_full and starts_inside_sentence(line.text.text)


def _groups(chunk: Sequence[Printed]) -> list[tuple[list[Printed], float]]:
    """The lines of a chunk in paragraphs, and the right edge of the chunk."""
    rights = sorted(typography.right for _, typography in chunk)
    column = chunk[0][1].column[1]
    right = rights[-1] if len(chunk) >= ENOUGH_LINES else max(column, rights[-1])
    straight = sum(right - edge <= STRAIGHT for edge in rights)
    justified = len(chunk) >= ENOUGH_LINES and straight >= JUSTIFIED * (len(chunk) - 1)
    groups: list[list[Printed]] = []
    for item in chunk:
        if groups and _continues(groups[-1], item, right, justified=justified):
            groups[-1].append(item)
        else:
            groups.append([item])
    return [(group, right) for group in groups]


def _continues(group: Sequence[Printed], item: Printed, right: float, *, justified: bool) -> bool:
    """Whether a line goes on with the paragraph of the lines before it."""
    (line_before, above), (line, below) = group[-1], item
    previous, text = line_before.text.text, line.text.text
    stopped = ends_sentence(previous)
    room = right - above.right
    is_full = room < below.width_of_first_word + 0.3 * below.size
    if label_width(text) and not _is_inside(group, item, is_full=is_full, stopped=stopped):
        return False
    goes_on = starts_inside_sentence(text) or ends_unfinished(previous)
    if (above.bold, above.italic) != (below.bold, below.italic) and not (goes_on and is_full and not stopped):
        return False
    if line_before.broken:
        return True
    if _is_set_off(group, below, stopped=stopped, is_full=is_full):
        return False
    if stopped:
        return is_full and not (justified and room > below.size)
    return is_full or goes_on or previous.endswith(".")


def _is_set_off(group: Sequence[Printed], below: Typography, *, stopped: bool, is_full: bool) -> bool:
    """Whether the left edge of a line shows that a paragraph begins with it."""
    if _is_indented(group, below):
        return stopped or group[-1][0].text.text.endswith(":")
    return _is_outdented(group, below) and (stopped or not is_full)


def _is_inside(group: Sequence[Printed], item: Printed, *, is_full: bool, stopped: bool) -> bool:
    """Whether what looks like the label of a list is a part of the sentence before it."""
    above, below = group[-1][1], item[1]
    level = abs(above.left - below.left) <= 2 and not label_width(group[0][0].text.text)
    return is_full and not stopped and level and not group[-1][0].text.text.endswith((":", ";"))


def _is_indented(group: Sequence[Printed], below: Typography) -> bool:
    """Whether a line begins behind the edge of its paragraph; the second line of a labelled one always does."""
    if len(group) == 1 and (label_width(group[0][0].text.text) or PARAGRAPH_NUMBER.match(group[0][0].text.text)):
        return False
    return below.left > group[-1][1].left + INDENT * below.size


def _is_outdented(group: Sequence[Printed], below: Typography) -> bool:
    """Whether a line begins before the edge of its paragraph; the second line of an indented one may."""
    labelled = bool(label_width(group[0][0].text.text))
    return (labelled or len(group) > 1) and below.left < group[-1][1].left - INDENT * below.size


def _block(group: Sequence[Printed], right: float) -> PrintedBlock:
    lines = [line for line, _ in group]
    first, last = group[0][1], group[-1][1]
    text = joined_lines(lines)
    is_row = "\t" in lines[0].text.text
    text = text if is_row else text.collapsed()
    width = 0 if is_row else label_width(text.text) or _number_width(group, text)
    block = Block(
        text=text.slice(width),
        label=text.slice(0, width),
        gap=lines[0].gap,
        broken=lines[-1].broken,
        emphasised=all(typography.bold or typography.italic for _, typography in group),
        role="row" if is_row else "prose",
    )
    summary = replace(
        first,
        bold=all(typography.bold for _, typography in group),
        italic=all(typography.italic for _, typography in group),
        underlined=all(typography.underlined for _, typography in group),
    )
    return PrintedBlock(block, summary, last, len(group), right - last.right)


def _number_width(group: Sequence[Printed], text: MappedText) -> int:
    """The width of the number of a paragraph whose further lines hang; 0 when it has none."""
    match = PARAGRAPH_NUMBER.match(text.text)
    hangs = any(below.left > above.left + 2 * INDENT * below.size for (_, above), (_, below) in pairwise(group[:2]))
    return match.end() if match and hangs else 0


def whole_paragraphs(blocks: Sequence[PrintedBlock]) -> list[PrintedBlock]:
    """The blocks, those that a page, a column, a table or a picture interrupted in one piece."""
    result: list[PrintedBlock] = []
    last: int | None = None
    for printed in blocks:
        if printed.block.role == "row" or is_caption(printed.block.content):
            result.append(printed)
            continue
        if last is not None and _goes_on(result[last], printed):
            result[last] = _joined(result[last], printed)
            continue
        last = len(result)
        result.append(printed)
    return result


def _goes_on(before: PrintedBlock, printed: PrintedBlock) -> bool:
    """Whether a block at the top of a page or a column goes on with one before it."""
    block, text = printed.block, before.block.content
    if not block.interrupted or block.label or EXCHANGE.match(text) or EXCHANGE.match(block.content):
        return False
    if abs(before.last.size - printed.first.size) > OTHER_SIZE * before.last.size:
        return False
    if before.block.broken:
        return True
    is_full = before.room < printed.first.width_of_first_word + 0.3 * printed.first.size
    if ends_sentence(text):
        may_go_on = is_full and before.count > 1 and text[-1] in ".!?" and len(block.content) >= SHORTEST
        return may_go_on and _same_letters(before, printed) and not _begins_indented(printed)
    if starts_inside_sentence(block.content):
        return len(text) >= SHORTEST / 2 or is_full
    return _same_letters(before, printed) and (is_full or ends_unfinished(text))


SHORTEST = 60
"""The fewest characters of a block that goes on with a sentence that may have ended."""


def _begins_indented(printed: PrintedBlock) -> bool:
    """Whether the first line of a block is indented, as only that of a paragraph is."""
    first, last = printed.first, printed.last
    return printed.count > 1 and first.left > last.left + INDENT * first.size


def _same_letters(before: PrintedBlock, printed: PrintedBlock) -> bool:
    return (before.first.bold, before.first.italic) == (printed.first.bold, printed.first.italic)


def _joined(before: PrintedBlock, printed: PrintedBlock) -> PrintedBlock:
    texts = (before.block.text, printed.block.text)
    whole = joined(texts, (before.block.broken, False)).collapsed()
    block = replace(before.block, text=whole, broken=printed.block.broken)
    return replace(before, block=block, last=printed.last, count=before.count + printed.count, room=printed.room)
