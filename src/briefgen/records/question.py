"""Questions of parties and the answers they got, in the shapes in which a Dutch parliament prints them.

One walk over the blocks of a document, in reading order, reads all shapes:

* numbered answers behind each question (`4. Antwoord van het kabinet`), the questions without a label;
* `Vraag 4 en 5` with `Antwoord 4 en 5`, in one block or apart;
* answers without a number (`Antwoord:`) behind each question;
* all questions first (`I Vragen en opmerkingen`), all answers after (`II Antwoord / Reactie`);
* questions without answers.

What a party says without asking or without getting an answer is a remark: `remark.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from ..document import Document
from ..model import Model
from .consultation import NUMBERS, Exchange, Passage, consultation, numbers_of

QuestionState = Literal["answered", "combined", "referred", "deferred", "unanswered"]


class Question(Model):
    """One numbered question with its answer.

    Attributes:
        number: as printed; `numbers` holds all when one block answers several.
        fraction: the party as printed, without "-fractie".
        question, answer: whole texts, paragraphs joined by a space.
        state: what became of it.
        cross_references: numbers of answers that the answer refers to.
        why: the rule that found it.
    """

    number: int | None
    numbers: tuple[int, ...]
    fraction: str | None
    question: str
    answer: str | None
    state: QuestionState
    question_paragraphs: tuple[str, ...]
    answer_paragraphs: tuple[str, ...]
    cross_references: tuple[int, ...] = ()
    why: str


# `Zie de beantwoording bij vragen 1 en 2`, `zie het antwoord op vraag 19`, `in antwoord op vraag 4`, `zie antwoord 3`
_CROSS_REFERENCE = re.compile(
    r"(?:\b[Zz]ie\b|\b(?:be)?antwoord(?:ing)?\b)[^.?]{0,60}?\b(?:vra(?:ag|gen)|antwoord(?:en)?)\s+"
    rf"(?P<numbers>{NUMBERS})\b"
)
# An answer that only sends the reader to another one.
_REFERRAL_ONLY = re.compile(
    r"\s*(?:(?:Ik|Wij|Het kabinet) verwijs\w*|(?:Hiervoor|Voor)\b[^.]*\bverwe?ij\w+|Zie)\b[^.?]*\.?\s*"
)
# An answer that puts the substance off: `Uw Kamer ontvangt hierover nog voor de zomer een brief.`
_DEFERRAL = re.compile(
    r"\b(?:Kamer|u)\b[^.]*\b(?:zal|zullen|wordt|worden|ontvangt|volgt)\b"
    r"|\bkom\w* (?:ik|het kabinet|wij)\b[^.]*\bterug\b"
)
# An answer of at most this many words can be a mere deferral.
_DEFERRAL_WORDS = 45


def extract(document: Document) -> Iterator[Question]:
    """The questions of a document, in reading order, each with its answer."""
    for exchange in consultation(document).exchanges:
        if exchange.question:
            yield _question(exchange)


def _question(exchange: Exchange) -> Question:
    answer = _joined(exchange.answer) or None
    return Question(
        number=exchange.numbers[0] if exchange.numbers else None,
        numbers=exchange.numbers,
        fraction=exchange.fraction,
        question=_joined(exchange.question),
        answer=answer,
        state=_state(exchange, answer),
        question_paragraphs=_ids(exchange.question),
        answer_paragraphs=_ids(exchange.answer),
        cross_references=_cross_references(answer or "", exchange.numbers),
        why=exchange.why,
    )


def _joined(passages: list[Passage]) -> str:
    return " ".join(passage.text for passage in passages)


def _ids(passages: list[Passage]) -> tuple[str, ...]:
    return tuple(passage.paragraph.id for passage in passages)


def _state(exchange: Exchange, answer: str | None) -> QuestionState:
    if answer is None:
        return "unanswered"
    if _REFERRAL_ONLY.fullmatch(answer):
        return "referred"
    if len(answer.split()) <= _DEFERRAL_WORDS and _DEFERRAL.search(answer):
        return "deferred"
    return "combined" if len(exchange.numbers) > 1 else "answered"


def _cross_references(answer: str, own: tuple[int, ...]) -> tuple[int, ...]:
    """The numbers of other answers that an answer names, each once."""
    found = [number for match in _CROSS_REFERENCE.finditer(answer) for number in numbers_of(match["numbers"])]
    return tuple(dict.fromkeys(number for number in found if number not in own))
