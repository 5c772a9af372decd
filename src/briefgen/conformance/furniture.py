"""Rules of running heads and page numbers: artifacts, and nothing else is one (ISO 14289-1, 7.8)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import partial

from ..tagged import Page, TaggedFile
from ..tagged.content import Piece
from .finding import Fault, shortened

MARGIN = 0.1
"""Running heads and page numbers stand in the outer tenth of the height of a page."""

PAGES_THAT_REPEAT = 3
SHARE_THAT_REPEATS = 0.6
"""What stands at the same place on so many pages, and on this share of all, is a running head."""

# A word, not only signs, figures or an initial (`Inhoud`, `Raad`).
WORD = re.compile(r"[^\W\d_]{4,}")

NUMBERS = re.compile(r"\d+")
_masked = partial(NUMBERS.sub, "#")
"""A text with its numbers made equal: page numbers differ from page to page."""

Place = tuple[int, int, str]
"""Where a piece stands, in whole points, and what it says but for its numbers."""


def tagged_furniture(file: TaggedFile) -> Iterator[Fault]:
    """A running head or a page number inside the tags."""
    artifacts = _pages_of(file, tagged=False)
    tagged = _pages_of(file, tagged=True)
    for place, pages in tagged.items():
        as_artifact = artifacts.get(place, set()) - pages
        if as_artifact or (
            len(pages) >= PAGES_THAT_REPEAT and len(pages) >= SHARE_THAT_REPEATS * len(file.pages) and place[2]
        ):
            yield Fault(min(pages), f"«{shortened(place[2])}»", {"count": str(len(pages))})


def _pages_of(file: TaggedFile, *, tagged: bool) -> dict[Place, set[int]]:
    """The pages on which each text stands at its place in the margin, inside the tags or as an artifact."""
    found: dict[Place, set[int]] = defaultdict(set)
    for page in file.pages:
        for piece in page.content.pieces:
            is_tagged = piece.mark.artifact is None and piece.mark.mcid is not None
            is_meant = is_tagged if tagged else piece.mark.artifact is not None
            if piece.text.strip() and is_meant and _in_margin(page, piece):
                found[_place(piece)].add(page.number)
    return found


def _place(piece: Piece) -> Place:
    return round(piece.x), round(piece.y), _masked(piece.text.strip())


def _in_margin(page: Page, piece: Piece) -> bool:
    return not MARGIN * page.height < piece.y < (1 - MARGIN) * page.height


def untyped_furniture(file: TaggedFile) -> Iterator[Fault]:
    """A running head or a page number that is an artifact and does not say that it belongs to the page."""
    for page in file.pages:
        found = [piece for piece in page.content.pieces if piece.mark.artifact is not None and _in_margin(page, piece)]
        words = [piece.text.strip() for piece in found if piece.text.strip() and piece.mark.artifact != "Pagination"]
        if words:
            yield Fault(page.number, f"«{shortened(words[0])}»")


def hidden_content(file: TaggedFile) -> Iterator[Fault]:
    """A text in the body of a page that is an artifact, that no element says, and that other pages do not repeat."""
    tagged = "".join(
        "".join(piece.text.split())
        for page in file.pages
        for piece in page.content.pieces
        if piece.mark.artifact is None
    )
    hidden = [
        (page.number, piece)
        for page in file.pages
        for piece in page.content.pieces
        if piece.mark.artifact is not None and WORD.search(piece.text) and not _in_margin(page, piece)
    ]
    repeated = Counter(_place(piece) for _, piece in hidden)
    for number, piece in hidden:
        if repeated[_place(piece)] < PAGES_THAT_REPEAT and "".join(piece.text.split()) not in tagged:
            yield Fault(number, f"«{shortened(piece.text.strip())}»")
