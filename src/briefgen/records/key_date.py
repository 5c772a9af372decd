"""Key dates: a calendar date with the event that falls on it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..document import Document
from ..provenance import Span
from ..sentences import Sentence, sentences
from .record import Record
from .time_expression import TimeExpression, time_expressions


class KeyDate(Record):
    """A date as printed and as an ISO date, and what happens then."""

    date_text: str
    date: str | None
    event: str


# What stands before the year of a name: `Staat van de Unie 2025`, `het Werkprogramma (CWP) voor 2027`, `Agenda 2030`
_NAME_BEFORE = re.compile(r"(?:\b[A-ZÀ-Þ][\w’'-]*|\)|[a-z]*programma)\s+$")
# A year alone, or with the `voor` of a name.
_BARE_YEAR = re.compile(r"(?:voor\s+)?\d{4}")
# A time of an event in a note; `van 1 maart 2024` is the date of a paper.
_WITH_PREPOSITION = re.compile(
    r"(?:in|op|voor|vóór|na|vanaf|sinds|per|uiterlijk|eind|begin|medio|tijdens|rond|binnen)\b", re.IGNORECASE
)
# Where a clause ends; an event is the clause of its date.
_CLAUSE = re.compile(r"[,;:]\s+|\s+[–—]\s+")
# A clause of fewer words than this says too little to be an event.
_FEWEST_WORDS = 5


def extract(document: Document) -> Iterator[KeyDate]:
    """The dates in the body and the notes of a document; vague times and years inside names are none.

    A note cites papers with their dates; only a time with its own preposition (`in de eerste helft van 2026`) dates
    an event there.
    """
    for paragraph in document.paragraphs:
        if paragraph.kind != "signature":
            for sentence, expression in _dated(paragraph.text, document.date):
                yield _key_date(paragraph.id, None, sentence, expression)
    for note in document.footnotes:
        for sentence, expression in _dated(note.text, document.date):
            if _WITH_PREPOSITION.match(expression.text):
                yield _key_date(None, note.label, sentence, expression)


def _dated(text: str, written: str | None) -> Iterator[tuple[Sentence, TimeExpression]]:
    for sentence in sentences(text):
        for expression in time_expressions(sentence.text, written):
            if expression.resolved is not None and not _in_name(sentence.text, expression):
                yield sentence, expression


def _key_date(paragraph: str | None, footnote: str | None, sentence: Sentence, expression: TimeExpression) -> KeyDate:
    return KeyDate(
        text=sentence.text,
        paragraph=paragraph,
        footnote=footnote,
        span=sentence.span,
        why="time:resolved",
        date_text=expression.text.strip(),
        date=expression.resolved,
        event=_event(sentence.text, expression.span),
    )


def _in_name(text: str, expression: TimeExpression) -> bool:
    bare = _BARE_YEAR.fullmatch(expression.text.strip())
    return bare is not None and _NAME_BEFORE.search(text, 0, expression.span.start) is not None


def _event(text: str, span: Span) -> str:
    """The clause that a date stands in, or the sentence where the clause is too short to say what happens."""
    starts = [0, *(match.end() for match in _CLAUSE.finditer(text, 0, span.start))]
    after = _CLAUSE.search(text, span.end)
    clause = text[starts[-1] : after.start() if after else len(text)].rstrip(".")
    return clause if len(clause.split()) >= _FEWEST_WORDS else text
