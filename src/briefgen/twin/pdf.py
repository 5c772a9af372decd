"""Reads the PDF of a pack back, from its tag tree."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from ..tagged import Element, ObjectKid, TaggedFile, read_tagged
from ..tagged.blocks import Block as TextBlock
from ..tagged.blocks import blocks_of
from ..tagged.file import joined
from .form import PARAGRAPH, Block, Cell, Form, Link, is_printed_address, with_heads_of_contents

# A heading with its level (`H2`).
HEADING = re.compile(r"H([1-6])")

NEAR = 2.0
"""In points: a line that begins this little above the place of an anchor still belongs to it."""


def read_pdf(data: bytes, file: str) -> Form:
    """The PDF of a pack as blocks.

    Args:
        data: the whole file.
        file: how messages name it.

    Raises:
        InputError: it is no PDF that can be read.
    """
    tagged = read_tagged(data, file)
    found = blocks_of(tagged)
    anchors = _anchors(tagged, found)
    cells = _cells(tagged)
    blocks = tuple(_block(tagged, block, anchors.get(index, ()), cells) for index, block in enumerate(found))
    return Form(
        tuple(with_heads_of_contents(blocks)), tuple(figure.alt or "" for figure in tagged.tree.of_role("Figure"))
    )


def _anchors(file: TaggedFile, blocks: tuple[TextBlock, ...]) -> dict[int, tuple[str, ...]]:
    """The anchors that begin at each block, by its index: the first block at or below the place of the anchor."""
    on_page: dict[int, list[int]] = defaultdict(list)
    for index, block in enumerate(blocks):
        on_page[block.first[0]].append(index)
    found: dict[int, list[str]] = defaultdict(list)
    for name, target in file.destinations.items():
        if target.kind == "place" and target.page is not None:
            first = _first_below(blocks, on_page, target.page, target.y)
            if first is not None:
                found[first].append(name)
    return {index: tuple(names) for index, names in found.items()}


def _first_below(
    blocks: tuple[TextBlock, ...], on_page: Mapping[int, list[int]], page: int, top: float | None
) -> int | None:
    below = (index for index in on_page.get(page, ()) if top is None or blocks[index].first[1].y <= top + NEAR)
    first = next(below, None)
    return first if first is not None else next(iter(on_page.get(page + 1, ())), None)


def _cells(file: TaggedFile) -> dict[int, Cell]:
    """The place in its table of each cell, by the index of its element."""
    found: dict[int, Cell] = {}
    for number, table in enumerate(file.tree.of_role("Table")):
        rows = [row for row in file.tree.inside(table) if row.role == "TR"]
        for row_number, row in enumerate(rows):
            above = file.tree.parent(row)
            is_head = above is not None and above.role == "THead"
            for column, cell in enumerate(file.tree.children(row)):
                found[cell.index] = Cell(number, row_number, column, is_head)
    return found


def _block(file: TaggedFile, block: TextBlock, anchors: tuple[str, ...], cells: Mapping[int, Cell]) -> Block:
    element = block.element
    around = (element, *file.tree.ancestors(element))
    level = HEADING.fullmatch(element.role)
    links = tuple(_links(file, element))
    left_out = [inner for link, inner in links if link.target.startswith(PARAGRAPH) or is_printed_address(link)]
    pieces = {id(piece) for inner in left_out for _, piece in file.pieces(inner)}
    own = joined(((page, piece.y), piece.text) for page, piece in block.words if id(piece) not in pieces)
    return Block(
        text=own,
        level=int(level[1]) if level else 0,
        anchors=anchors,
        links=tuple(link for link, _ in links),
        cell=next((cells[above.index] for above in around if above.index in cells), None),
        is_contents=any(above.role in {"TOC", "Index"} for above in around),
    )


def _links(file: TaggedFile, element: Element) -> Iterator[tuple[Link, Element]]:
    """The links in an element, with the element of each."""
    for link in file.tree.inside(element):
        if link.role != "Link":
            continue
        annotations = [file.annotations.get(kid.object) for kid in link.kids if isinstance(kid, ObjectKid)]
        target = next((annotation.target for annotation in annotations if annotation is not None), None)
        if target is not None:
            yield Link(target.name, target.address, file.text(link)), link
