"""Whose words a sentence is: the cabinet, a party in a consultation, or the authors of a report.

Nobody's words may pass for another's, so every kind of record that states something asks here first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from ..document import Document, Paragraph
from ..sentences import Sentence, sentences
from .consultation import Consultation, consultation
from .view import extract as extract_views

CABINET = "kabinet"
"""The holder of what ministers write, also when they write `Nederland`, `wij` or `ik`."""

SpeakerKind = Literal["cabinet", "party", "author"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: `name` is the holder of a position that is stated."""

    kind: SpeakerKind
    name: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence in its paragraph or note, with its speaker.

    Attributes:
        paragraph: the paragraph it stands in, `None` for a sentence of a note.
        footnote: the label of the note it stands in.
        index: place in the paragraph, from 0.
        before: the sentence before it in the same paragraph.
    """

    speaker: Speaker
    paragraph: Paragraph | None
    sentence: Sentence
    index: int
    before: str | None
    footnote: str | None = None

    @property
    def paragraph_id(self) -> str | None:
        """The id of the paragraph."""
        return self.paragraph.id if self.paragraph else None

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.sentence.text


def statements(document: Document) -> Iterator[Statement]:
    """All sentences of the body of a document whose speaker is known, in reading order."""
    speaker_of = _speakers(document)
    for paragraph in document.paragraphs:
        speaker = speaker_of(paragraph.id)
        if speaker is None or paragraph.kind in ("signature", "table_cell"):
            continue
        before = None
        for index, sentence in enumerate(sentences(paragraph.text)):
            yield Statement(speaker, paragraph, sentence, index, before)
            before = sentence.text


def footnote_statements(document: Document) -> Iterator[Statement]:
    """All sentences of the notes of a document, spoken by who speaks in the paragraph that calls the note."""
    speaker_of = _speakers(document)
    for note in document.footnotes:
        speaker = speaker_of(note.paragraph or "")
        if speaker is not None:
            for index, sentence in enumerate(sentences(note.text)):
                yield Statement(speaker, None, sentence, index, None, note.label)


def _speakers(document: Document) -> Callable[[str], Speaker | None]:
    """Who speaks in the paragraph with a given id.

    In a consultation what stands outside questions and answers has no speaker. In a report a view speaks for its
    authors and the rest for the publisher; everything else speaks for the holder that the register names.
    """
    if consulted := _speakers_of_consultation(consultation(document)):
        return consulted.get
    holder = document.source.holder
    default = Speaker("cabinet" if holder == CABINET else "author", holder)
    authors = {
        paragraph: Speaker("author", " en ".join(author.name for author in view.authors))
        for view in extract_views(document)
        for paragraph in view.paragraphs
    }
    return lambda paragraph: authors.get(paragraph, default)


def _speakers_of_consultation(found: Consultation) -> dict[str, Speaker]:
    """The speaker of each question, answer and remark."""
    speakers: dict[str, Speaker] = {}
    for exchange in found.exchanges:
        asker = Speaker("party", exchange.fraction or "Kamer")
        speakers |= {passage.paragraph.id: asker for passage in exchange.question}
        speakers |= {passage.paragraph.id: Speaker("cabinet", CABINET) for passage in exchange.answer}
    for comment in found.comments:
        speakers[comment.paragraph.id] = Speaker("party", comment.fraction or "Kamer")
    return speakers
