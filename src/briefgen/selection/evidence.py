"""What a pack can quote: the records of the sources and their paragraphs, each with whose words it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
    "passages": "passage",
}
"""The type of evidence that each word of `show` asks for."""

PROSE = frozenset({"body", "list_item", "table_cell", "answer"})
"""The kinds of paragraphs whose sentences can be passages."""


# The end of a whole sentence: a stop, perhaps with a closing quotation mark or bracket behind it.
SENTENCE_END = re.compile(r"[.!?…][)\]”’»\"']*$")


class Speaker(NamedTuple):
    """Whose words something is."""

    name: str
    kind: HolderKind


def evidence(extraction: Extraction) -> Iterator[Evidence]:
    """Everything that a source offers, kind by kind.

    The text of a question is the whole paragraph; `excerpt` chooses the words to quote.
    """
    for position in extraction.positions:
        yield from _quoted(extraction, "position", position, _speaker(extraction, position.holder, position.paragraph))
    for option in extraction.action_options:
        yield from _quoted(extraction, "option", option, _author(extraction, option.paragraph))
    for remark in extraction.remarks:
        yield from _quoted(extraction, "remark", remark, Speaker(remark.fraction or "", "fractie"))
    yield from _commitments(extraction)
    yield from _figures_and_dates(extraction)
    for question in extraction.questions:
        if question.state in ("answered", "combined", "deferred"):
            yield from _dialogue(extraction, question)
    for paragraph in extraction.document.paragraphs:
        if paragraph.kind in PROSE:
            yield from _passages(extraction, paragraph)


def _commitments(extraction: Extraction) -> Iterator[Evidence]:
    for commitment in extraction.commitments:
        for quoted in _quoted(extraction, "commitment", commitment, _author(extraction, commitment.paragraph)):
            yield quoted.model_copy(
                update={
                    "deadline": commitment.deadline,
                    "deadline_text": commitment.deadline_text,
                    "fulfilled": commitment.status == "fulfilled",
                }
            )


def _figures_and_dates(extraction: Extraction) -> Iterator[Evidence]:
    """Sentences with a figure or a date, each with what it is."""
    for figure in extraction.figures:
        for quoted in _quoted(extraction, "figure", figure, _author(extraction, figure.paragraph)):
            yield quoted.model_copy(update={"subject": figure.value_text})
    for key_date in extraction.key_dates:
        for quoted in _quoted(extraction, "key_date", key_date, _author(extraction, key_date.paragraph)):
            yield quoted.model_copy(update={"subject": key_date.date_text})


def _quoted(extraction: Extraction, kind: ItemType, record: Record, speaker: Speaker) -> Iterator[Evidence]:
    """The words of a record; nothing when they stand in a footnote only, which is no paragraph to cite."""
    if record.paragraph is not None:
        paragraph = extraction.document.paragraph_by_id[record.paragraph]
        start = record.span.start if record.span else paragraph.text.index(record.text)
        span = Span(start, start + len(record.text))
        yield _whole(extraction, kind, paragraph, speaker).model_copy(update={"text": record.text, "span": span})


def _whole(extraction: Extraction, kind: ItemType, paragraph: Paragraph, speaker: Speaker) -> Evidence:
    return Evidence(
        type=kind,
        source=extraction.document.source.id,
        paragraph=paragraph.id,
        span=Span(0, len(paragraph.text)),
        text=paragraph.text,
        holder=speaker.name,
        holder_kind=speaker.kind,
        date=extraction.document.date,
    )


def _passages(extraction: Extraction, paragraph: Paragraph) -> Iterator[Evidence]:
    """The sentences of a paragraph; a line without a full stop (a programme, a title) is none."""
    whole = _whole(extraction, "passage", paragraph, _author(extraction, paragraph.id))
    for sentence in sentences(paragraph.text):
        if SENTENCE_END.search(sentence.text):
            yield whole.model_copy(update={"text": sentence.text, "span": sentence.span})


def _answers(extraction: Extraction, question: Question) -> Iterator[Evidence]:
    """The sentences that answer a question, each with whether it takes a position."""
    stances = [position for position in extraction.positions if position.paragraph in question.answer_paragraphs]
    for name in question.answer_paragraphs:
        for passage in _passages(extraction, extraction.document.paragraph_by_id[name]):
            stance = any(position.paragraph == name and position.text in passage.text for position in stances)
            yield passage.model_copy(update={"type": "answer", "stance": stance})


def _dialogue(extraction: Extraction, question: Question) -> Iterator[Evidence]:
    """A question for each of its paragraphs, with what answers it."""
    paragraphs = extraction.document.paragraph_by_id
    asked = Speaker(question.fraction or "", "fractie")
    answers = tuple(_answers(extraction, question))
    number = ", ".join(str(number) for number in question.numbers) or None
    for name in question.question_paragraphs:
        yield _whole(extraction, "question", paragraphs[name], asked).model_copy(
            update={"number": number, "answers": answers}
        )


def _speaker(extraction: Extraction, holder: str, paragraph: str | None) -> Speaker:
    """The holder of a position; everything in a report is of its authors, also what it says of the cabinet."""
    source = extraction.document.source
    if source.holder != CABINET:
        return _author(extraction, paragraph)
    return Speaker(holder, "kabinet" if holder == CABINET else OTHER_HOLDERS.get(source.kind, "overig"))


def _author(extraction: Extraction, paragraph: str | None) -> Speaker:
    """Who wrote a paragraph: the holder of the source, with the authors of that part where they are named."""
    source = extraction.document.source
    if source.holder == CABINET:
        return Speaker(CABINET, "kabinet")
    kind = OTHER_HOLDERS.get(source.kind, "overig")
    for view in extraction.views:
        if paragraph in view.paragraphs and view.authors:
            return Speaker(f"{source.holder}: {', '.join(author.name for author in view.authors)}", kind)
    return Speaker(source.holder, kind)


def widened(item: Evidence, paragraph: str) -> Evidence:
    """A record with the sentence before it, when its first word points back at that sentence."""
    span = with_context(paragraph, item.span)
    return item.model_copy(update={"text": paragraph[span.start : span.end], "span": span})
