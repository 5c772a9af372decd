"""Records: what a document states, one module a kind, each with `extract(document)`.

`RECORD_KINDS` says which kinds there are; a new kind is a new module and one line here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..document import Document
from ..model import Model
from . import (
    action_option,
    actor,
    commitment,
    figure,
    key_date,
    open_question,
    place,
    position,
    programme_entry,
    question,
    question_sentence,
    reference,
    remark,
    scenario,
    stance,
    view,
)

__all__ = ["RECORD_KINDS"]

RECORD_KINDS: dict[str, Callable[[Document], Iterator[Model]]] = {
    "references": reference.extract,
    "positions": position.extract,
    "commitments": commitment.extract,
    "key_dates": key_date.extract,
    "figures": figure.extract,
    "questions": question.extract,
    "remarks": remark.extract,
    "stances": stance.extract,
    "views": view.extract,
    "action_options": action_option.extract,
    "open_questions": open_question.extract,
    "scenarios": scenario.extract,
    "actors": actor.extract,
    "places": place.extract,
    "programme": programme_entry.extract,
    "question_sentences": question_sentence.extract,
}
"""Name of the list of an `Extraction` to the function that fills it."""
