"""The ledger of a written consultation: every sentence in which a party asks something, and what became of it.

Each ends in exactly one state, so that the totals of a party add up to what it asked:

    answered    its question has an answer of its own
    combined    one answer takes several numbered questions together
    referred    the answer sends the reader to another one
    deferred    the answer puts the substance off, where possible with a date
    unanswered  nobody takes it up
"""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..provenance import Span
from ..sentences import Sentence, sentences
from .consultation import Passage, asks, consultation
from .question import Question, QuestionState
from .question import extract as extract_questions
from .record import Record
from .time_expression import time_expressions


class QuestionSentence(Record):
    """One sentence that asks.

    Attributes:
        number: of the question that it is a part of; `None` where none is printed.
        fraction: the party as printed, without "-fractie".
        deferred_until: ISO date to which a deferred question is put off, where the answer names one.
        answer_paragraphs: where it is answered.
    """

    number: int | None
    fraction: str | None
    state: QuestionState
    deferred_until: str | None = None
    answer_paragraphs: tuple[str, ...] = ()


def extract(document: Document) -> Iterator[QuestionSentence]:
    """The sentences with which parties ask, those of numbered questions first."""
    found = consultation(document)
    asked = [exchange for exchange in found.exchanges if exchange.question]
    for exchange, question in zip(asked, extract_questions(document), strict=True):
        for passage, sentence in _asked(exchange.question):
            yield _of_question(passage, sentence, question, document.date)
    for comment in found.comments:
        passage = Passage(comment.paragraph, comment.paragraph.text)
        for sentence in _asking(passage):
            yield QuestionSentence(
                text=sentence.text,
                paragraph=passage.paragraph.id,
                span=_span(passage, sentence),
                why="remark:asks",
                number=None,
                fraction=comment.fraction,
                state="unanswered",
            )


def _of_question(passage: Passage, sentence: Sentence, question: Question, written: str | None) -> QuestionSentence:
    deferred = question.state == "deferred"
    return QuestionSentence(
        text=sentence.text,
        paragraph=passage.paragraph.id,
        span=_span(passage, sentence),
        why=f"question:{question.why}",
        number=question.number,
        fraction=question.fraction,
        state=question.state,
        deferred_until=_deadline(question.answer or "", written) if deferred else None,
        answer_paragraphs=question.answer_paragraphs,
    )


def _asked(question: list[Passage]) -> list[tuple[Passage, Sentence]]:
    """The sentences of a question that ask; a question that only suggests (`Deze leden zien graag …`) has its last."""
    found = [(passage, sentence) for passage in question for sentence in _asking(passage)]
    return found or [(question[-1], sentence) for sentence in sentences(question[-1].text)[-1:]]


def _asking(passage: Passage) -> Iterator[Sentence]:
    return (sentence for sentence in sentences(passage.text) if asks(sentence.text))


def _span(passage: Passage, sentence: Sentence) -> Span:
    """Where a sentence stands in its paragraph, whose printed label the passage leaves out."""
    label = len(passage.paragraph.text) - len(passage.text)
    return Span(label + sentence.span.start, label + sentence.span.end)


def _deadline(answer: str, written: str | None) -> str | None:
    """The first date ahead that an answer names."""
    ahead = (expression for expression in time_expressions(answer, written, ahead=True) if not expression.past)
    return next((expression.resolved for expression in ahead if expression.resolved), None)
