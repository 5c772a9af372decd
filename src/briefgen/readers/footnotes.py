"""Notes tied to the paragraphs that their marks stand in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from ..diagnostics import Diagnostic
from ..document import Footnote, Paragraph
from ..provenance import MappedText, Span
from .notes import Mark, Note, Notes


class Places:
    """The places of the paragraphs in the source."""

    def __init__(self, paragraphs: Sequence[Paragraph], texts: Mapping[str, MappedText]) -> None:
        """Index the spans of the paragraphs.

        Args:
            paragraphs: in reading order.
            texts: the text of each paragraph by its id.
        """
        owners = sorted((span, paragraph.id) for paragraph in paragraphs for span in paragraph.spans)
        self._starts = [span.start for span, _ in owners]
        self._owners = [owner for _, owner in owners]
        self._texts = texts

    def paragraph_at(self, offset: int) -> str | None:
        """The id of the paragraph that holds an offset of the source, or the last one before it."""
        at = bisect_right(self._starts, offset)
        return self._owners[at - 1] if at else None

    def place_of(self, offset: int) -> tuple[str, int] | tuple[None, None]:
        """The paragraph before an offset of the source, and how many characters of it stand before that."""
        paragraph = self.paragraph_at(offset)
        if paragraph is None:
            return None, None
        text = self._texts[paragraph]
        length = bisect_left(text.origins, offset)
        return paragraph, len(text.text[:length].rstrip())


def footnotes_of(notes: Notes, places: Places, source_text: str) -> tuple[tuple[Footnote, ...], list[Diagnostic]]:
    """The footnotes in the order of their texts, and what is wrong with them."""
    ordered = sorted((note for note in notes.notes if note.text), key=lambda note: note.text.origins[0])
    footnotes = tuple(_footnote(note, places, source_text) for note in ordered)
    problems = [_without_mark(note) for note in ordered if note.mark is None]
    return footnotes, problems + [_without_note(mark) for mark in notes.orphans]


def _footnote(note: Note, places: Places, source_text: str) -> Footnote:
    paragraph, offset = places.place_of(note.mark) if note.mark is not None else (None, None)
    spans = note.text.spans(source_text)
    return Footnote(label=note.label, text=note.text.text, paragraph=paragraph, offset=offset, spans=spans)


def _without_mark(note: Note) -> Diagnostic:
    span = Span(note.text.origins[0], note.text.origins[-1] + 1)
    return Diagnostic(
        severity="warning", code="note-without-mark", message=f"No mark in the text calls note {note.label}.", span=span
    )


def _without_note(mark: Mark) -> Diagnostic:
    span = Span(mark.start, mark.text.origins[-1] + 1)
    return Diagnostic(
        severity="warning", code="mark-without-note", message=f"Mark {mark.label} calls no note of the text.", span=span
    )
