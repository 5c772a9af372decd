"""The text layer of a Word file: one string that holds what the file prints, in reading order.

The spans of a document count in this string. Beside it stands what each of its paragraphs is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from ...provenance import MappedText, Span
from ..blocks import CellPlace
from .note_numbers import NoteNumbers
from .pieces import Inline, NoteCall, NoteKind, Text
from .styles import Look, Style

NoteKey = tuple[NoteKind, str]
"""A note: its kind and the id of its body."""

Story = Literal["header", "body", "footnote", "endnote", "footer"]


@dataclass(frozen=True, slots=True)
class Mark:
    """The printed mark of a note, and which body it calls."""

    span: Span
    kind: NoteKind
    id: str


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one look, not all of them white space."""

    span: Span
    look: Look


@dataclass(frozen=True, slots=True)
class LayerParagraph:
    """One paragraph of the file in its text layer.

    Attributes:
        span: all its characters.
        label: the number or bullet that the file generates before it, with the tab behind it; empty when there is none.
        runs: its characters by their look.
        marks: of the notes that it calls.
        style: of the paragraph.
        outline: its outline level, from 1; 0 for body text.
        gap: the number of empty paragraphs before it.
        in_contents: whether it is a line of a table of contents.
        group: the number of the text box, frame or outermost table that it stands in; 0 for none.
        boxed: whether that is a text box or a frame.
        cell: where it stands in a table.
        note: of the body of a note, its id.
    """

    span: Span
    label: Span
    runs: tuple[Run, ...]
    marks: tuple[Mark, ...]
    style: Style
    outline: int
    story: Story
    gap: int = 0
    in_contents: bool = False
    group: int = 0
    boxed: bool = False
    cell: CellPlace | None = None
    note: str | None = None

    def printed(self, text: str) -> MappedText:
        """What it prints in the layer `text`, label and words, without the marks of notes."""
        return self._without_marks(text, self.span.start)

    def content(self, text: str) -> MappedText:
        """Its words in the layer `text`, without label and marks of notes."""
        return self._without_marks(text, self.label.end)

    def _without_marks(self, text: str, start: int) -> MappedText:
        whole = MappedText.of(text, start, self.span.end)
        return whole.without((mark.span.start - start, mark.span.end - start) for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Layer:
    """The text layer of a file.

    Attributes:
        text: the string.
        paragraphs: those that hold more than white space, in reading order.
        counts: insertions, deletions, moves and pieces of hidden text.
        ruled: the tables that are drawn as tables; the others only place text on the page.
    """

    text: str
    paragraphs: tuple[LayerParagraph, ...]
    counts: Mapping[str, int]
    ruled: frozenset[int]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the paragraphs that are being written stand."""

    story: Story
    group: int = 0
    boxed: bool = False
    cell: CellPlace | None = None
    note: str | None = None


@dataclass(slots=True)
class Writer:
    """Writes a text layer, paragraph after paragraph.

    Attributes:
        inline: reads the paragraphs.
        notes: the numbers of the notes by their kind.
    """

    inline: Inline
    notes: Mapping[NoteKind, NoteNumbers]
    length: int = 0
    parts: list[str] = field(default_factory=list)
    paragraphs: list[LayerParagraph] = field(default_factory=list)
    ruled: set[int] = field(default_factory=set)
    gap: int = 0

    def paragraph(
        self, pieces: Sequence[Text | NoteCall], label: str, style: Style, outline: int, place: Place
    ) -> None:
        """Write a paragraph and its end; one without characters only makes the gap larger."""
        if not any(isinstance(piece, NoteCall) or piece.text.strip() for piece in pieces):
            self.gap += 1
            return
        start = self.length
        self._write(f"{label}\t" if label else "")
        label_end = self.length
        runs, marks = self._pieces(pieces)
        span = Span(start, self.length)
        self._write("\n")
        self.paragraphs.append(
            LayerParagraph(
                span=span,
                label=Span(start, label_end),
                runs=tuple(runs),
                marks=tuple(marks),
                style=style,
                outline=outline,
                story=place.story,
                gap=self.gap,
                in_contents=any(isinstance(piece, Text) and piece.in_contents for piece in pieces),
                group=place.group,
                boxed=place.boxed,
                cell=place.cell,
                note=place.note,
            )
        )
        self.gap = 0

    def _pieces(self, pieces: Sequence[Text | NoteCall]) -> tuple[list[Run], list[Mark]]:
        runs: list[Run] = []
        marks: list[Mark] = []
        for piece in pieces:
            start = self.length
            if isinstance(piece, NoteCall):
                self._write(self.notes[piece.kind].label(piece))
                marks.append(Mark(Span(start, self.length), piece.kind, piece.id))
            else:
                self._write(piece.text)
                if piece.text.strip():
                    runs.append(Run(Span(start, self.length), piece.look))
        return runs, marks

    def _write(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def layer(self) -> Layer:
        """What was written."""
        return Layer("".join(self.parts), tuple(self.paragraphs), Counter(self.inline.counts), frozenset(self.ruled))


def trimmed(text: MappedText) -> MappedText:
    """A text without the white space at its ends."""
    kept = text.text.strip()
    start = text.text.find(kept)
    return text.slice(start, start + len(kept))
