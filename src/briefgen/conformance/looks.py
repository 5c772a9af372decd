"""Rules of what looks like a list, a table or several paragraphs and is not tagged as such (ISO 14289-1, 7.1).

The tags must say what the page shows. A machine sees it in a few cases: paragraphs that begin with a bullet, paragraphs
that stand beside each other in columns row by row, a paragraph that holds headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..tagged import TaggedFile
from ..tagged.blocks import Block, blocks_of
from .finding import Fault, at

# A paragraph that is a bullet, or begins with one (`•`, `▪ een punt`).
BULLET = re.compile(r"[•◦▪‣●○■](?:\s|$)")

ROWS = 3
"""So many rows with the same columns are a table."""

SAME_LINE, SAME_COLUMN = 1.0, 1.0
"""In points: what differs less stands on one line, or in one column."""

BLOCK_TYPES = frozenset({"P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Sect", "Part", "Art", "Document"})
TEXT_TYPES = frozenset({"P", "H", "H1", "H2", "H3", "H4", "H5", "H6"})


def lists(file: TaggedFile) -> Iterator[Fault]:
    """Two or more paragraphs that begin with a bullet."""
    before: Block | None = None
    told = False
    for block in _paragraphs(file):
        is_point = BULLET.match(file.text(block.element)) is not None
        if is_point and before is not None and not told:
            yield at(file, before.element)
            told = True
        if is_point:
            before = block
        elif before is not None and not _on_one_line(before, block):
            before, told = None, False


def tables(file: TaggedFile) -> Iterator[Fault]:
    """Paragraphs beside each other, in the same columns on several lines after another."""
    run: list[Sequence[Block]] = []
    for line in _lines(file):
        if not run or not _same_columns(run[-1], line):
            run = []
        run += [line] if len(line) > 1 else []
        if len(run) == ROWS:
            yield at(file, run[0][0].element)


def _lines(file: TaggedFile) -> Iterator[Sequence[Block]]:
    """The paragraphs that begin on one line, line by line."""
    line: list[Block] = []
    for block in _paragraphs(file):
        if line and not _on_one_line(line[-1], block):
            yield tuple(line)
            line = []
        line.append(block)
    yield from [tuple(line)] if line else []


def blocks_in_paragraphs(file: TaggedFile) -> Iterator[Fault]:
    """A paragraph or a heading that holds paragraphs, headings or whole sections."""
    for element in file.tree.elements:
        above = file.tree.parent(element)
        if above is not None and above.role in TEXT_TYPES and element.role in BLOCK_TYPES:
            yield at(file, above, found=element.type)


def _paragraphs(file: TaggedFile) -> Iterator[Block]:
    return (block for block in blocks_of(file) if block.element.role == "P" and not _in_table(file, block))


def _in_table(file: TaggedFile, block: Block) -> bool:
    return any(above.role in {"TD", "TH", "LBody", "Note"} for above in file.tree.ancestors(block.element))


def _on_one_line(before: Block, block: Block) -> bool:
    (page, last), (same, first) = before.last, block.first
    return page == same and abs(last.y - first.y) < SAME_LINE and first.x > last.x


def _same_columns(above: Sequence[Block], below: Sequence[Block]) -> bool:
    return len(above) == len(below) and all(
        abs(one.first[1].x - other.first[1].x) < SAME_COLUMN for one, other in zip(above, below, strict=True)
    )
