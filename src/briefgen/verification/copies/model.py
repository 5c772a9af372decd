"""A file of a pack as it came back from people: what it prints, block by block, in no format's terms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Place = Literal["body", "note", "edge"]
"""Where a block is printed: in the text, in a note, or at the edge of every page."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or cell as it is printed.

    Attributes:
        text: its words, each run of white space as one space, without the numbers of notes and pages.
        place: where it is printed.
        anchors: names of the places that it is in the file.
        links: names of the places that it leads to itself.
        notes: the texts of the notes that it calls.
        row: the number of the row of a table that it stands in, counted through the file; 0 outside tables.
    """

    text: str
    place: Place = "body"
    anchors: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()
    row: int = 0


@dataclass(frozen=True, slots=True)
class Copy:
    """A file of a pack.

    Attributes:
        blocks: in reading order: the text, then the notes, then the edges of pages.
        attested: `provenance.json` as it stands in the file; `None` when the file has none.
        flowing: whether words stand as they were written. Pages of a PDF divide words and put edges and notes between
            them, so that less can be said of those.
    """

    blocks: tuple[Block, ...]
    attested: bytes | None
    flowing: bool
