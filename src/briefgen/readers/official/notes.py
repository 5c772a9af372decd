"""Notes of the schema: `<noot>` stands where its mark is printed and holds number and text."""

from __future__ import annotations

from collections.abc import Iterator

from ..claims import Claim
from ..notes import Note, Notes
from ..trees.layer import Layer
from ..trees.parsing import Element
from .vocabulary import children, named


def notes_of(root: Element, layer: Layer) -> Notes:
    """The notes of a paper, each with the place of its mark.

    A note without a number (a star, a mark that a table draws) gets the number of its place.
    """
    notes: list[Note] = []
    claims: list[Claim] = []
    for number, element in enumerate(_outermost(root, layer), start=1):
        start, end = layer.ranges[element]
        printed = next(children(element, "noot.nr"), None)
        label = layer.content(printed) if printed is not None else ""
        text_start = layer.ranges[printed][1] if printed is not None and label else start
        if label:
            claims.append(Claim("label", layer.piece(start, text_start)))
        notes.append(Note(label.strip("()[].") or label or str(number), layer.piece(text_start, end), start))
    return Notes((), tuple(notes), (), tuple(claims))


def _outermost(root: Element, layer: Layer) -> Iterator[Element]:
    """The notes in document order, without those inside another note."""
    last = -1
    for element in named(root, {"noot"}):
        start, end = layer.ranges.get(element, (0, 0))
        if start < end and start >= last:
            yield element
            last = end
