"""Pages as they are printed: segments and rules, and what the pages of a document have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2

from ...errors import SourceError
from .glyphs import glyphs_of, has_picture, rules_of
from .model import Rule
from .segments import Segment, segments_of

PROSE = 25
"""The fewest characters of a segment that shows how wide the text is."""

BIN = 4.0
"""Points; edges that differ less are one edge."""

LEAST_SHARE = 0.03
"""The least share of the lines of prose that begin at the left edge of the text."""

OUTLIERS = 0.02
"""The share of the lines that reach over the right edge of the text."""


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page: its number from 1, its size in points, what stands on it, and whether it is a picture without text."""

    number: int
    width: float
    height: float
    segments: tuple[Segment, ...]
    rules: tuple[Rule, ...]
    is_picture: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """What the text of the pages of one size has in common.

    Attributes:
        size: of most letters.
        left: the left edge of the text.
        right: its right edge.
    """

    size: float
    left: float
    right: float


def printed_pages(document: pypdfium2.PdfDocument, file: str) -> Iterator[PrintedPage]:
    """The pages of a PDF, one after another; each is released before the next.

    Args:
        document: the PDF.
        file: its name, for the message.

    Raises:
        SourceError: a page cannot be read, or holds more than any page that people read.
    """
    for index in range(len(document)):
        try:
            yield _printed_page(document, index)
        except pypdfium2.PdfiumError as error:
            raise SourceError("pdf-damaged-page", file=file, page=str(index + 1)) from error
        except OverflowError as error:
            raise SourceError("pdf-overfull-page", file=file, page=str(index + 1)) from error


def _printed_page(document: pypdfium2.PdfDocument, index: int) -> PrintedPage:
    page = document[index]
    try:
        width, height = page.get_size()
        segments = tuple(segments_of(glyphs_of(page)))
        is_picture = not segments and has_picture(page)
        return PrintedPage(index + 1, width, height, segments, tuple(rules_of(page)), is_picture)
    finally:
        page.close()


def body_size(pages: Sequence[PrintedPage]) -> float:
    """The size that most letters of a document are printed in."""
    sizes = Counter[float]()
    for page in pages:
        for segment in page.segments:
            sizes[segment.size] += len(segment.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def measure_of(pages: Sequence[PrintedPage], size: float) -> Measure:
    """The edges of the text on some pages, by the lines of prose in the size of the document."""
    lines = [
        segment
        for page in pages
        for segment in page.segments
        if len(segment.text) >= PROSE and abs(segment.size - size) <= 0.1 * size
    ]
    if not lines:
        return Measure(size, 0.0, max(page.width for page in pages))
    lefts = Counter(round(line.left / BIN) for line in lines)
    least = max(2, LEAST_SHARE * len(lines))
    edge = min((edge for edge, count in lefts.items() if count >= least), default=min(lefts))
    left = min(line.left for line in lines if round(line.left / BIN) == edge)
    rights = sorted(line.right for line in lines)
    return Measure(size, left, rights[min(int((1 - OUTLIERS) * len(rights)), len(rights) - 1)])
