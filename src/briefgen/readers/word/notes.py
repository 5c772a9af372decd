"""The notes of a Word file as the stages of the readers know them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ...provenance import MappedText, concatenate
from ..claims import Claim
from ..notes import Mark, Note, Notes
from .layer import Layer, LayerParagraph, NoteKey, trimmed


@dataclass(frozen=True, slots=True)
class _Call:
    """A mark in the text, the note that it calls, and the offset of the layer that tells its place in a paragraph."""

    key: NoteKey
    mark: Mark
    place: int


def notes_of(layer: Layer) -> Notes:
    """The bodies of the notes with the places of their marks, and the marks without a body."""
    calls = list(_calls(layer))
    first = {call.key: call for call in reversed(calls)}
    notes: list[Note] = []
    claims = [Claim("mark", call.mark.text) for call in calls]
    with_body: set[NoteKey] = set()
    for key, paragraphs in groupby((item for item in layer.paragraphs if item.note is not None), key=_key):
        body = list(paragraphs)
        with_body.add(key)
        call = first.get(key)
        notes.append(Note(call.mark.label if call else "", _text(layer, body), call.place if call else None))
        claims.append(Claim("label", MappedText.of(layer.text, *body[0].label)))
        claims += [Claim("mark", MappedText.of(layer.text, *mark.span)) for item in body for mark in item.marks]
    orphans = tuple(call.mark for call in calls if call.key not in with_body)
    return Notes((), tuple(notes), orphans, tuple(claims))


def _key(paragraph: LayerParagraph) -> NoteKey:
    return ("footnote" if paragraph.story == "footnote" else "endnote", paragraph.note or "")


def _calls(layer: Layer) -> Iterator[_Call]:
    """The marks in the text; one inside the body of a note is none."""
    for paragraph in layer.paragraphs:
        if paragraph.note is None and paragraph.marks:
            words = trimmed(paragraph.content(layer.text))
            first = words.origins[0] if words else paragraph.span.start
            for mark in paragraph.marks:
                text = MappedText.of(layer.text, *mark.span)
                # Before the first word it would seem to stand behind the paragraph above.
                yield _Call((mark.kind, mark.id), Mark(text.text, text), max(first, mark.span.start))


def _text(layer: Layer, body: Sequence[LayerParagraph]) -> MappedText:
    """The paragraphs of a note as one text."""
    return concatenate(_lines(layer, body)).collapsed()


def _lines(layer: Layer, body: Sequence[LayerParagraph]) -> Iterable[MappedText]:
    for paragraph in body:
        yield paragraph.content(layer.text)
        yield MappedText("\n", (paragraph.span.end,))
