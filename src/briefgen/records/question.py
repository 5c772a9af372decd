"""Questions of parties, the answers they got, and what parties remarked without an answer."""

from __future__ import annotations

from typing import Literal

from ..model import Model

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
