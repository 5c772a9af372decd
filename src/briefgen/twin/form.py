"""What a pack says in one of its forms, read back from the bytes of the file: blocks in the order of reading.

Both forms are read into these values, and nothing else of them is compared. What differs on purpose between Word and
PDF is left out here, in `DESIGN`, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

STATEMENT, PARAGRAPH, DATA = "i_", "c_", "d_"
"""How the anchors of statements, of cited paragraphs and of the data of a picture begin, in both forms."""

DATA_CHAPTER = "picture-data"
"""The anchor of the chapter with the data of all pictures, which only the PDF has."""

DESIGN = (
    "page-furniture",  # running heads, feet and page numbers: each form has its own pages
    "contents",  # the list of contents: Word makes it of its headings, the PDF has page numbers in it
    "index",  # the index: its page numbers are those of the form
    "citations",  # a citation is a footnote in Word and a link in the PDF: what it leads to is compared, and its words
    "picture-data",  # the data of a picture stand under it in Word and in a chapter of their own in the PDF
    "cover-links",  # the cover of the Word file leads to the sources one by one, that of the PDF to their list
    "layout-tables",  # Word sets some lists as tables: their heads and repeated subjects have no place in the PDF
    "source-column",  # a table of the PDF has a column for its citations, which are footnotes in Word
    "printed-addresses",  # how a web address is printed: whole, short or in pieces; where it leads is compared
    "pictorial-signs",  # signs such as 🙂 that a font does not have are replaced in the PDF
    "order-around-statements",  # who and when stands before a statement, after it or beside it
    "signs",  # signs that only divide (`·`, `›`, brackets), white space, and the kind of hyphen
)
"""What the two forms do not have in common by design; each has its words in the catalogue (`twin-design-…`)."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link, or a note that leads to a cited paragraph.

    Attributes:
        target: anchor of a place in the file; empty for an address.
        address: on the web; empty for a place in the file.
        words: what the reader sees of it.
    """

    target: str
    address: str
    words: str


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a block stands in a table: number of the table in the file, of the row and of the column, from 0.

    Attributes:
        is_head: whether the row is the head of the table.
    """

    table: int
    row: int
    column: int
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading or an item of a list.

    Attributes:
        text: its words, without those of links to cited paragraphs.
        level: of a heading, from 1; 0 for everything else.
        anchors: places that begin here.
        links: in their order.
        cell: where it stands in a table, if it does.
        is_contents: whether it belongs to a list that a program makes: the contents, the pictures, the index.
    """

    text: str
    level: int = 0
    anchors: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    cell: Cell | None = None
    is_contents: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a pack.

    Attributes:
        pictures: what their text alternatives say, in the order of reading.
    """

    blocks: tuple[Block, ...]
    pictures: tuple[str, ...]


def with_heads_of_contents(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks, with a heading before a list of contents or an index as part of it."""
    for block, after in zip_longest(blocks, blocks[1:]):
        is_head = block.level > 1 and after is not None and after.is_contents
        yield replace(block, is_contents=True) if is_head else block


def is_printed_address(link: Link) -> bool:
    """Whether the words of a link are the address itself, or part of it."""
    words = "".join(link.words.split()).rstrip("/…")
    return bool(words) and words in link.address
