"""Links that the markup of a source makes: to papers by their number, to addresses of the web."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ...citing.links import PAPER_ID, PUBLICATIONS, PUBLISHED_ID
from ...document import Document, Footnote, Link, Paragraph
from ...provenance import Span, Spans
from .layer import Range

# The id of an official publication at the end of an address: `kst-21501-02-2790`, `/tkconv/op/ah-tk-20232024-99.html`.
PUBLICATION = re.compile(
    r"(?:^|/)(?P<id>(?:kst|ah-(?:tk|ek)|h-(?:tk|ek)|stcrt|stb|trb)-[\w-]+)(?:\.(?:html?|xml|pdf))?(?:[?#].*)?$"
)

# The document that an address of the Chamber names: `detail?id=2025Z13886&did=2025D31484`, `/get/2023D03535`.
CHAMBER_DOCUMENT = re.compile(r"(?:[?&](?:did|nummer|id)=|/get/)(?P<id>20\d\d[DZ]\d{5})\b")

# An address of the web.
ADDRESS = re.compile(r"https?://\S+$", re.I)


class Target(NamedTuple):
    """A link in the text layer: its range, and what it leads to."""

    range: Range
    target: str


def target_of(address: str) -> str | None:
    """What an address leads to: the normal form of a paper (`21501-02-2790`), else the address.

    Args:
        address: of the web, or the id of an official publication (`kst-21501-02-2790`, `dossier/36600-XXIII`).

    Returns:
        `None` for an address inside the page or site, or of another kind (`mailto:`).
    """
    publication = PUBLICATION.search(address)
    if publication:
        return _normal_form(publication["id"])
    numbers: list[str] = CHAMBER_DOCUMENT.findall(address)
    if numbers:
        return max(numbers, key=lambda number: number[4] == "D")
    if address.startswith("dossier/"):
        return f"{PUBLICATIONS}/{address}"
    return address if ADDRESS.match(address) else None


def _normal_form(publication: str) -> str:
    paper = publication.removeprefix("kst-")
    if PAPER_ID.fullmatch(paper):
        return paper
    return publication if PUBLISHED_ID.fullmatch(publication) else f"{PUBLICATIONS}/{publication}.html"


def with_links(document: Document, layer: str, targets: Iterable[Target]) -> Document:
    """The document with the links that stand in its paragraphs and notes.

    Args:
        document: read from the text layer.
        layer: that text.
        targets: the links of the layer.
    """
    parts: list[Paragraph | Footnote] = [*document.paragraphs, *document.footnotes]
    owners = sorted(((span, part) for part in parts for span in part.spans), key=lambda owner: owner[0])
    starts = [span.start for span, _ in owners]
    notes = {id(note): index for index, note in enumerate(document.footnotes)}
    links = []
    for (start, end), target in targets:
        first, last = _trimmed(layer, start, end)
        at = bisect_right(starts, first) - 1
        if first == last or at < 0 or not first < owners[at][0].end:
            continue
        part = owners[at][1]
        span = clean_span(part.text, part.spans, layer, first, last)
        if isinstance(part, Paragraph):
            links.append(Link(paragraph=part.id, span=span, target=target))
        else:
            links.append(Link(footnote=notes[id(part)], span=span, target=target))
    return document.model_copy(update={"links": tuple(links)})


def clean_span(text: str, spans: Spans, layer: str, start: int, end: int) -> Span:
    """Where a range of the source stands in a clean text.

    Args:
        text: clean; the source at `spans`, without white space, is the same.
        spans: of the source.
        layer: the source.
        start: of the range in the source; no white space.
        end: behind it.
    """
    positions = [index for index, character in enumerate(text) if not character.isspace()]
    before = _solid(layer, spans, start)
    inside = _solid(layer, spans, end)
    return Span(positions[before], positions[max(before, inside - 1)] + 1)


def _solid(layer: str, spans: Sequence[Span], offset: int) -> int:
    """How many characters of the spans that are no white space stand before an offset."""
    whole = bisect_left([span.end for span in spans], offset)
    ranges = [*spans[:whole], *(Span(span.start, offset) for span in spans[whole : whole + 1] if span.start < offset)]
    return sum(not character.isspace() for first, last in ranges for character in layer[first:last])


def _trimmed(layer: str, start: int, end: int) -> Range:
    """A range without the white space at its ends."""
    piece = layer[start:end]
    stripped = piece.strip()
    first = start + piece.index(stripped)
    return first, first + len(stripped)
