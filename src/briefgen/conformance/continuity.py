"""Rules of what runs over pages: one paragraph, list, row and table is one element (ISO 32000-1, 14.8.4.3).

A layout engine that breaks a paragraph over two pages may write two elements for it. Nothing in the file says so; it
shows in the text: the first part ends within a sentence, or the second table repeats the head of the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..tagged import Content, Element, TaggedFile
from ..tagged.blocks import Block, blocks_of
from .finding import Fault, at
from .tables import cells_of, rows_of

# The end of a text that goes on: a letter, a figure, a comma or a hyphen, without a sign that ends a sentence.
OPEN_END = re.compile(r"[\w,–-]$")
# The end of a text that can only go on (`de lidstaten,` and `inter-`).
OPEN_FOR_SURE = re.compile(r"[,–-]$")
# The number that a label begins with (`12.`).
LABEL_NUMBER = re.compile(r"\(?(\d{1,4})")

TIGHT = 1.7
"""In sizes of the letters: lines that are nearer to each other have no white between them."""

SAME = 0.6
"""In points: distances between lines that differ less are the same."""

CELLS = frozenset({"TD", "TH"})


def split_paragraphs(file: TaggedFile) -> Iterator[Fault]:
    """A paragraph that ends within a sentence, before one on the next page, the next line or its own that goes on."""
    for before, block in pairwise(blocks_of(file)):
        same = before.element.type == block.element.type and block.element.role not in CELLS
        follows = before.last[0] < block.first[0] or _is_next_line(before, block) or _is_on_line(file, before, block)
        if same and follows and _goes_on(file, before, block):
            yield at(file, before.element, words=_start(file, block.element))


def _goes_on(file: TaggedFile, before: Block, block: Block) -> bool:
    ending, start = file.text(before.element), file.text(block.element)
    last, first = before.last[1], block.first[1]
    if not OPEN_END.search(ending) or last.size != first.size:
        return False
    if start[:1].islower() or OPEN_FOR_SURE.search(ending):
        return True
    return last.font == first.font and before.lines > 1 and abs(before.first[1].x - first.x) < 1


def _is_next_line(before: Block, block: Block) -> bool:
    """Whether a block begins on the line after another one, at the distance that the lines of one of them have."""
    if before.last[0] != block.first[0]:
        return False
    distance = before.last[1].y - block.first[1].y
    return any(abs(distance - leading) < SAME for leading in (before.leading, block.leading) if leading)


def _is_on_line(file: TaggedFile, before: Block, block: Block) -> bool:
    """Whether a block begins where another one ends, on the same line."""
    (page, last), (same, first) = before.last, block.first
    font = file.fonts.get(last.font)
    if page != same or abs(last.y - first.y) > SAME or font is None:
        return False
    end = last.x + sum(map(font.said_width, font.codes(last.data))) * last.size / 1000
    return -first.size < first.x - end < first.size / 2


def split_tables(file: TaggedFile) -> Iterator[Fault]:
    """A table right after another one with the same head, or one that goes on without a head."""
    for before, table in _neighbours(file, "Table"):
        rows, more = (_texts(file, each) for each in (before, table))
        headless = not any(cell.role == "TH" for row in rows_of(file, table) for cell in cells_of(file, row))
        as_wide = bool(rows and more) and len(rows[0]) == len(more[0])
        if as_wide and (rows[0] == more[0] or headless):
            yield at(file, table)


def split_lists(file: TaggedFile) -> Iterator[Fault]:
    """A list that goes on with the list right before it, on the page before or on the line before."""
    for before, each in _neighbours(file, "L"):
        follows = _page_break(file, before, each) or _touch(file, before, each)
        if follows and _counts_on(_labels(file, before), _labels(file, each)):
            yield at(file, each)


def _touch(file: TaggedFile, before: Element, each: Element) -> bool:
    """Whether an element begins on the line right below another one, without white between them."""
    above, below = list(file.pieces(before)), list(file.pieces(each))
    if not above or not below or above[-1][0] != below[0][0]:
        return False
    last, first = above[-1][1], below[0][1]
    return 0 < last.y - first.y < TIGHT * first.size


def _counts_on(labels: list[str], more: list[str]) -> bool:
    """Whether the labels of a list go on with those of another: the same sign, or the next number."""
    if not labels or not more:
        return False
    numbers = [LABEL_NUMBER.match(label) for label in (labels[-1], more[0])]
    if numbers[0] and numbers[1]:
        return int(numbers[1][1]) == int(numbers[0][1]) + 1
    return not more[0] or labels[0] == more[0]


def _labels(file: TaggedFile, each: Element) -> list[str]:
    """The labels of the items of a list; empty for an item without one."""
    items = [kid for kid in file.tree.children(each) if kid.role == "LI"]
    return ["".join(file.text(kid) for kid in file.tree.children(item) if kid.role == "Lbl") for item in items]


def split_rows(file: TaggedFile) -> Iterator[Fault]:
    """A row at the end of a page that goes on in the row at the start of the next one."""
    for table in file.tree.of_role("Table"):
        for before, row in pairwise(rows_of(file, table)):
            if _page_break(file, before, row) and _row_goes_on(file, before, row):
                yield at(file, row)


def _row_goes_on(file: TaggedFile, before: Element, row: Element) -> bool:
    """Whether some cell goes on in the cell below it, and no cell begins anew."""
    cells, more = ([file.text(cell) for cell in cells_of(file, each)] for each in (before, row))
    if len(cells) != len(more) or not any(more):
        return False
    begun = [(ending, start) for ending, start in zip(cells, more, strict=True) if start]
    goes_on = all(
        OPEN_END.search(ending) and (start[0].islower() or len(begun) < len(cells)) for ending, start in begun
    )
    return goes_on and any(start[0].islower() or OPEN_FOR_SURE.search(ending) for ending, start in begun)


def repeated_heads(file: TaggedFile) -> Iterator[Fault]:
    """A head that is repeated on each page and is tagged each time."""
    for table in file.tree.of_role("Table"):
        rows = rows_of(file, table)
        texts = _texts(file, table)
        is_head = bool(rows) and any(cell.role == "TH" for cell in cells_of(file, rows[0])) and any(texts[0])
        for row, text in zip(rows[1:], texts[1:], strict=True):
            if is_head and text == texts[0]:
                yield at(file, row)


def unordered_blocks(file: TaggedFile) -> Iterator[Fault]:
    """Text that stands above the text before it in the structure, in the same column of the same page."""
    for before, block in pairwise(blocks_of(file)):
        (page, last), (same_page, first) = before.first, block.first
        if page == same_page and abs(first.x - last.x) < 1 and first.y > last.y + first.size:
            yield at(file, block.element)


def unordered_pages(file: TaggedFile) -> Iterator[Fault]:
    """Text that stands on a page before that of the text above it in the structure."""
    for before, block in pairwise(blocks_of(file)):
        if block.first[0] < before.first[0]:
            yield at(file, block.element, before=str(before.first[0] + 1))


def _neighbours(file: TaggedFile, role: str) -> Iterator[tuple[Element, Element]]:
    """Pairs of elements of a role with no content between them, without those inside another one of the role."""
    outer = [
        element
        for element in file.tree.of_role(role)
        if not any(above.role == role for above in file.tree.ancestors(element))
    ]
    for before, element in pairwise(outer):
        between = file.tree.elements[file.tree.end(before) : element.index]
        if not any(isinstance(kid, Content) for each in between for kid in each.kids):
            yield before, element


def _page_break(file: TaggedFile, before: Element, element: Element) -> bool:
    last, first = file.last_page(before), file.page(element)
    return last is not None and first is not None and last < first


def _texts(file: TaggedFile, table: Element) -> list[list[str]]:
    return [[file.text(cell) for cell in cells_of(file, row)] for row in rows_of(file, table)]


def _start(file: TaggedFile, element: Element) -> str:
    return " ".join(file.text(element).split()[:6])
