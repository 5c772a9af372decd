"""Notes that somebody typed instead of having Word make them: their marks and bodies are words of the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ...provenance import MappedText
from ..lines import Line
from ..notes import Notes, bracketed, find_notes, parenthesised
from .layer import Layer, LayerParagraph, trimmed

_SURE = (parenthesised, bracketed)
"""The conventions that are safe in a text that has notes of its own."""


@dataclass(frozen=True, slots=True)
class Worded:
    """A paragraph and its words, without label and without marks of notes."""

    paragraph: LayerParagraph
    words: MappedText


def without_typed_notes(layer: Layer, paragraphs: Sequence[LayerParagraph], made: Notes) -> tuple[list[Worded], Notes]:
    """The words of the paragraphs without typed notes, and all notes of the file.

    Args:
        layer: of the file.
        paragraphs: those of the text, in reading order.
        made: the notes that Word made.
    """
    printed = [trimmed(paragraph.printed(layer.text)) for paragraph in paragraphs]
    lines = [Line(text, gap=max(1, paragraph.gap)) for paragraph, text in zip(paragraphs, printed, strict=True) if text]
    found = _found(tuple(lines), has_notes=bool(made.notes))
    starts = [paragraph.span.start for paragraph in paragraphs]
    places = [bisect_right(starts, line.start) - 1 for line in found.lines]
    worded = [
        Worded(paragraphs[place], _behind_label(paragraphs[place], line.text))
        for place, line in zip(places, found.lines, strict=True)
    ]
    return worded, Notes((), made.notes + found.notes, made.orphans + found.orphans, made.claims + found.claims)


def _found(lines: tuple[Line, ...], *, has_notes: bool) -> Notes:
    """The typed notes: by every convention, or by the safe ones where Word made notes too."""
    if not has_notes:
        return find_notes(lines)
    notes = Notes(lines)
    for strategy in _SURE:
        if strategy.recognises(notes.lines):
            more = strategy.find(notes.lines)
            notes = Notes(
                more.lines, notes.notes + more.notes, notes.orphans + more.orphans, notes.claims + more.claims
            )
    return notes


def _behind_label(paragraph: LayerParagraph, text: MappedText) -> MappedText:
    """What stands in a paragraph behind the label that the file generates."""
    return text.slice(bisect_left(text.origins, paragraph.label.end))
