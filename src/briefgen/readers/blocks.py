"""Blocks: lines that belong together, before it is known what they are.

A block is a paragraph, a heading, a list item, a caption or a row of a table, or a part of one that a page break
interrupted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ..provenance import MappedText
from .joining import ends_sentence, ends_unfinished, joined_lines, starts_inside_sentence
from .lines import Layout, Line
from .patterns import EXCHANGE

Role = Literal["prose", "heading", "row", "cell", "caption", "pull_quote", "byline", "signature", "title"]

# The bullet of a list item; a dash or a letter counts only with white space behind it.
BULLET = re.compile(r"(?:[•▪●○◦‣▶►→➢➤✓■□·\ue000-\uf8ff]|[-–—*o](?=\s))\s*")

# The number of a list item: `1.`, `2)`, `(3)`, `a.`, `iv)`; a decimal or a time is none.
NUMBER = re.compile(r"(?:\d{1,2}[.)]|\((?:\d{1,2}|[a-z]|[ivx]+)\)|[a-z][.)]|[ivx]{1,4}[.)])\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class CellPlace:
    """The place of a cell that the markup of its source gives: the number of its table, row and column from 0."""

    table: int
    row: int
    column: int
    header: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together.

    Attributes:
        text: their joined text, without the label of a list item.
        label: the bullet or number of a list item.
        gap: blank lines before it.
        interrupted: a page ends or a stage took something out before it.
        open: its last line is full, so that the text may go on elsewhere.
        broken: its last word goes on elsewhere.
        depth: of a Markdown heading.
        emphasised: bold or italic as a whole.
        role: what it is.
        level: of a heading.
        repeats: of a pull-quote, the offset in the source of the block that it repeats.
        kind: of prose among questions, whether it asks or answers.
        item: an item of a list, also where its bullet or number is not printed.
        place: of a cell.
    """

    text: MappedText
    label: MappedText
    gap: int = 0
    interrupted: bool = False
    open: bool = False
    broken: bool = False
    depth: int = 0
    emphasised: bool = False
    role: Role = "prose"
    level: int = 0
    repeats: int | None = None
    kind: Literal["question", "answer"] | None = None
    item: bool = False
    place: CellPlace | None = None

    @property
    def content(self) -> str:
        """The characters of its text."""
        return self.text.text

    @property
    def start(self) -> int:
        """Offset in the source of its first character."""
        return self.text.origins[0]

    @property
    def is_numbered(self) -> bool:
        """Whether its label is a number or letter."""
        return self.label.text.strip()[-1:] in (".", ")")


def blocks_of(lines: Sequence[Line], layout: Layout, contents: frozenset[str] = frozenset()) -> list[Block]:
    """The lines in blocks.

    Args:
        lines: in reading order.
        layout: how they were made.
        contents: the titles that the table of contents names, in lower case: lines of their own.
    """
    groups: list[list[Line]] = []
    titles = _title_lines(lines, layout)
    titles |= {index for index, line in enumerate(lines) if line.text.text.casefold() in contents}
    for index, line in enumerate(lines):
        apart = index in titles or index - 1 in titles
        if groups and not apart and _continues(groups[-1][-1], line, layout):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_block(group, layout) for group in groups]


def label_width(text: str) -> int:
    """The width of the bullets and the number at the start of a text; 0 when there are none."""
    width = 0
    while bullet := BULLET.match(text, width):
        width = bullet.end()
    number = NUMBER.match(text, width)
    width = number.end() if number else width
    return width if width < len(text) else 0


def _block(group: Sequence[Line], layout: Layout) -> Block:
    first = group[0]
    text = joined_lines(group)
    is_row = "\t" in first.text.text
    text = text if is_row else text.collapsed()
    width = 0 if is_row else label_width(text.text)
    return Block(
        text=text.slice(width),
        label=text.slice(0, width),
        gap=first.gap,
        interrupted=first.interrupted or first.new_page,
        open=layout.is_full(group[-1]) or group[-1].broken,
        broken=group[-1].broken,
        depth=first.depth,
        emphasised=all(line.emphasised for line in group),
    )


def _continues(before: Line, line: Line, layout: Layout) -> bool:
    """Whether a line goes on with the paragraph of the line directly before it."""
    if not line.adjoins or _is_apart(before) or _is_apart(line):
        return False
    text, previous = line.text.text, before.text.text
    first_word = len(text.split()[0])
    if label_width(text) and not _is_dash_in_sentence(previous, text):
        return False
    if ends_sentence(previous):
        return layout.is_full(before, first_word)
    if before.broken or starts_inside_sentence(text) or ends_unfinished(previous):
        return True
    is_broken = layout.width is not None and len(previous) + 1 + first_word > HALF_FULL * layout.width
    return is_broken or (layout.width is not None and text[0].isdigit())


def _title_lines(lines: Sequence[Line], layout: Layout) -> set[int]:
    """Lines amid broken ones that end before a word that had room, without a stop: they stand apart as titles do."""
    if layout.width is None:
        return set()
    return {
        index
        for index in range(1, len(lines) - 1)
        if _is_title(lines[index - 1], lines[index], lines[index + 1], layout.width)
    }


def _is_title(before: Line, line: Line, following: Line, width: int) -> bool:
    text, after = line.text.text, following.text.text
    return (
        line.adjoins
        and following.adjoins
        and ends_sentence(before.text.text)
        and text[0].isupper()
        and after[0].isupper()
        and len(text) + 1 + len(after.split()[0]) < ROOM * width
        and not (ends_sentence(text) or ends_unfinished(text) or line.broken or label_width(text))
    )


def _is_apart(line: Line) -> bool:
    """Whether a line is a block of its own: a Markdown heading, a row of a table, the label of an answer."""
    text = line.text.text
    return bool(line.depth) or "\t" in text or bool(EXCHANGE.match(text))


ROOM = 0.8
"""The greatest share of the width that a line with room for a further word has."""

HALF_FULL = 0.6
"""The least share of the width that a line inside a sentence has, with the first word of the next line."""


def _is_dash_in_sentence(previous: str, text: str) -> bool:
    """Whether the dash at the start of a line belongs to a sentence that the line before began."""
    return text[0] in "–—" and not ends_sentence(previous)
