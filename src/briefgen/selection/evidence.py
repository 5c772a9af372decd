"""What a pack can quote: the records of the sources and their paragraphs, each with whose words it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ..document import Paragraph
from ..extraction import Extraction
from ..pack import HolderKind, ItemType
from ..provenance import Span
from ..records.question import Question
from ..records.record import Record
from ..sentences import sentences
from ..sources import SourceKind
from ..spec import Show
from .excerpt import with_context
from .outcome import Evidence

CABINET = "kabinet"

OTHER_HOLDERS: dict[SourceKind, HolderKind] = {
    "rapport": "expert",
    "schriftelijk-overleg": "fractie",
    "motie": "fractie",
    "kamervragen": "fractie",
    "handelingen": "fractie",
}
"""What a holder is who is not the cabinet, by the kind of the source."""

SHOWN_AS: dict[Show, ItemType] = {
    "positions": "position",
    "questions": "question",
    "remarks": "remark",
    "options": "option",
    "commitments": "commitment",
    "figures": "figure",
    "dates": "key_date",
    "stances": "stance",
    "passages": "passage",
}
"""The type of evidence that a word of `show` asks for; `changes` asks for whatever has an older statement."""

PROSE = frozenset({"body", "list_item", "table_cell", "answer"})
"""The kinds of paragraphs whose sentences can be passages."""


# The end of a whole sentence: a stop, perhaps with a closing quotation mark or bracket behind it.
SENTENCE_END = re.compile(r"[.!?…][)\]”’»\"']*$")


class Speaker(NamedTuple):
    """Whose words something is."""

    name: str
    kind: HolderKind


@dataclass(frozen=True, slots=True)
class Voices:
    """Who speaks in each paragraph of a source.

    Attributes:
        named: those of paragraphs with a speaker of their own: a party that asks, the authors of a view.
        default: who wrote the rest.
    """

    extraction: Extraction
    named: Mapping[str, Speaker]
    default: Speaker

    @classmethod
    def of(cls, extraction: Extraction) -> Voices:
        """The voices of a source."""
        source = extraction.document.source
        kind = "kabinet" if source.holder == CABINET else OTHER_HOLDERS.get(source.kind, "overig")
        named = dict(_of_views(extraction, kind)) if source.holder != CABINET else dict(_of_parties(extraction))
        return cls(extraction, named, Speaker(source.holder, kind))

    def author(self, paragraph: str | None) -> Speaker:
        """Who wrote a paragraph."""
        return self.named.get(paragraph or "", self.default)

    def holder(self, name: str, paragraph: str | None) -> Speaker:
        """The holder of a position; everything in a report is of its authors, also what it says of the cabinet."""
        if self.default.kind != "kabinet":
            return self.author(paragraph)
        source = self.extraction.document.source
        return Speaker(name, "kabinet" if name == CABINET else OTHER_HOLDERS.get(source.kind, "overig"))


def _of_views(extraction: Extraction, kind: HolderKind) -> Iterator[tuple[str, Speaker]]:
    """The authors of a view beside the holder of the report, for each paragraph of it."""
    holder = extraction.document.source.holder
    for view in extraction.views:
        if view.authors:
            name = f"{holder}: {', '.join(author.name for author in view.authors)}"
            yield from ((paragraph, Speaker(name, kind)) for paragraph in view.paragraphs)


def _of_parties(extraction: Extraction) -> Iterator[tuple[str, Speaker]]:
    """The parties whose questions and remarks stand in a paper of the cabinet."""
    for question in extraction.questions:
        yield from ((name, Speaker(question.fraction or "", "fractie")) for name in question.question_paragraphs)
    for remark in extraction.remarks:
        if remark.paragraph is not None:
            yield remark.paragraph, Speaker(remark.fraction or "", "fractie")


def evidence(extraction: Extraction) -> Iterator[Evidence]:
    """Everything that a source offers, kind by kind.

    The text of a question is the whole paragraph; `excerpt` chooses the words to quote.
    """
    voices = Voices.of(extraction)
    for position in extraction.positions:
        yield from _quoted(voices, "position", position, voices.holder(position.holder, position.paragraph))
    for option in extraction.action_options:
        yield from _quoted(voices, "option", option, voices.author(option.paragraph))
    for remark in extraction.remarks:
        yield from _quoted(voices, "remark", remark, Speaker(remark.fraction or "", "fractie"))
    yield from _stances(voices)
    yield from _commitments(voices)
    yield from _figures_and_dates(voices)
    for question in extraction.questions:
        if question.state in ("answered", "combined", "deferred"):
            yield from _dialogue(voices, question)
    for paragraph in extraction.document.paragraphs:
        if paragraph.kind in PROSE:
            yield from _passages(voices, paragraph)


def _stances(voices: Voices) -> Iterator[Evidence]:
    """What others want, each under the name of who wants it and of who tells it."""
    for stance in voices.extraction.stances:
        teller = voices.author(stance.paragraph)
        for quoted in _quoted(voices, "stance", stance, Speaker(stance.actor or "", "overig")):
            yield quoted.model_copy(update={"teller": teller.name})


def _commitments(voices: Voices) -> Iterator[Evidence]:
    for commitment in voices.extraction.commitments:
        for quoted in _quoted(voices, "commitment", commitment, voices.author(commitment.paragraph)):
            yield quoted.model_copy(
                update={
                    "deadline": commitment.deadline,
                    "deadline_text": commitment.deadline_text,
                    "fulfilled": commitment.status == "fulfilled",
                }
            )


def _figures_and_dates(voices: Voices) -> Iterator[Evidence]:
    """Sentences with a figure or a date, each with what it is."""
    for figure in voices.extraction.figures:
        for quoted in _quoted(voices, "figure", figure, voices.author(figure.paragraph)):
            yield quoted.model_copy(update={"subject": figure.value_text})
    for key_date in voices.extraction.key_dates:
        for quoted in _quoted(voices, "key_date", key_date, voices.author(key_date.paragraph)):
            yield quoted.model_copy(update={"subject": key_date.date_text})


def _quoted(voices: Voices, kind: ItemType, record: Record, speaker: Speaker) -> Iterator[Evidence]:
    """The words of a record; nothing when they stand in a footnote only, which is no paragraph to cite."""
    if record.paragraph is not None:
        start = record.span.start if record.span else None
        yield quotation(voices, kind, record.paragraph, record.text, speaker, start)


def quotation(
    voices: Voices, kind: ItemType, paragraph: str, text: str, speaker: Speaker, start: int | None = None
) -> Evidence:
    """Words of a paragraph as evidence.

    Args:
        voices: of the source.
        kind: what the words are.
        paragraph: id of the paragraph that holds them.
        text: the words.
        speaker: whose they are.
        start: where they begin in the paragraph, when that is known.
    """
    whole = voices.extraction.document.paragraph_by_id[paragraph]
    begin = whole.text.index(text) if start is None else start
    span = Span(begin, begin + len(text))
    return _whole(voices, kind, whole, speaker).model_copy(update={"text": text, "span": span})


def _whole(voices: Voices, kind: ItemType, paragraph: Paragraph, speaker: Speaker) -> Evidence:
    document = voices.extraction.document
    return Evidence(
        type=kind,
        source=document.source.id,
        paragraph=paragraph.id,
        span=Span(0, len(paragraph.text)),
        text=paragraph.text,
        holder=speaker.name,
        holder_kind=speaker.kind,
        date=document.date,
    )


def _passages(voices: Voices, paragraph: Paragraph) -> Iterator[Evidence]:
    """The sentences of a paragraph, but for those that tell what others want: they are stances."""
    of_others = [stance.span for stance in voices.extraction.stances if stance.paragraph == paragraph.id]
    yield from (passage for passage in _sentences(voices, paragraph) if passage.span not in of_others)


def _sentences(voices: Voices, paragraph: Paragraph) -> Iterator[Evidence]:
    """The sentences of a paragraph; a line without a full stop (a programme, a title) is none."""
    whole = _whole(voices, "passage", paragraph, voices.author(paragraph.id))
    for sentence in sentences(paragraph.text):
        if SENTENCE_END.search(sentence.text):
            yield whole.model_copy(update={"text": sentence.text, "span": sentence.span})


def _answers(voices: Voices, question: Question) -> Iterator[Evidence]:
    """The sentences that answer a question, each with whether it takes a position."""
    extraction = voices.extraction
    stances = [position for position in extraction.positions if position.paragraph in question.answer_paragraphs]
    for name in question.answer_paragraphs:
        for passage in _sentences(voices, extraction.document.paragraph_by_id[name]):
            stance = any(position.paragraph == name and position.text in passage.text for position in stances)
            yield passage.model_copy(update={"type": "answer", "stance": stance})


def _dialogue(voices: Voices, question: Question) -> Iterator[Evidence]:
    """A question for each of its paragraphs, with what answers it."""
    paragraphs = voices.extraction.document.paragraph_by_id
    asked = Speaker(question.fraction or "", "fractie")
    answers = tuple(_answers(voices, question))
    number = ", ".join(str(number) for number in question.numbers) or None
    for name in question.question_paragraphs:
        yield _whole(voices, "question", paragraphs[name], asked).model_copy(
            update={"number": number, "answers": answers}
        )


def widened(item: Evidence, paragraph: str) -> Evidence:
    """A record with the sentence before it, when its first word points back at that sentence."""
    span = with_context(paragraph, item.span)
    return item.model_copy(update={"text": paragraph[span.start : span.end], "span": span})
