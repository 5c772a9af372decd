"""The paragraphs, headings, items and cells of a file one after another, with where each begins and ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .content import Piece
from .file import TaggedFile
from .structure import Content, Element

TEXT_BLOCKS = frozenset({
    "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "BlockQuote", "LBody", "Lbl", "Caption", "TD", "TH", "TOCI", "Note",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text in one element that is no part of a smaller block.

    Attributes:
        words: its pieces in their order, with the page of each; only those with text.
    """

    element: Element
    words: tuple[tuple[int, Piece], ...]

    @property
    def first(self) -> tuple[int, Piece]:
        """The page and the piece that it begins with."""
        return self.words[0]

    @property
    def last(self) -> tuple[int, Piece]:
        """The page and the piece that it ends with."""
        return self.words[-1]

    @property
    def leading(self) -> float:
        """The distance of its first two lines, in points; 0 when it has only one."""
        page, piece = self.first
        second = next((next_.y for at, next_ in self.words if at == page and next_.y < piece.y - piece.size / 2), None)
        return 0 if second is None else piece.y - second

    @property
    def lines(self) -> int:
        """How many lines it takes."""
        return len({(page, piece.y) for page, piece in self.words})


def blocks_of(file: TaggedFile) -> tuple[Block, ...]:
    """The blocks of a file in its logical order, without notes, which stand out of the order of the text."""
    found: list[tuple[Element, list[tuple[int, Piece]]]] = []
    for content, block in _contents(file):
        words = [(content.page or 0, piece) for piece in file.pieces_in(content) if piece.text.strip()]
        if not words or block is None or block.role == "Note":
            continue
        if found and found[-1][0] is block:
            found[-1][1].extend(words)
        else:
            found.append((block, words))
    return tuple(Block(element, tuple(words)) for element, words in found)


def _contents(file: TaggedFile) -> Iterator[tuple[Content, Element | None]]:
    """All content in its logical order, with the block that each is part of."""
    owners = file.tree.owner_of_content
    for root in file.tree.elements:
        if root.parent is None:
            for content in file.tree.contents(root):
                owner = owners.get((content.page, content.stream, content.mcid))
                yield content, _block(file, owner) if owner is not None else None


def _block(file: TaggedFile, element: Element) -> Element | None:
    around = [each for each in (element, *file.tree.ancestors(element)) if each.role in TEXT_BLOCKS]
    return next((each for each in around if each.role == "Note"), around[0] if around else None)
