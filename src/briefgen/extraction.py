"""Everything that was extracted from one source: the document and its records, as `extract` writes them.

The JSON form is public (`briefgen/source@1`): fields may be added, never renamed or given another meaning.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .document import Document
from .model import Model
from .records import RECORD_KINDS
from .records.action_option import ActionOption
from .records.actor import Actor
from .records.commitment import Commitment
from .records.figure import Figure
from .records.key_date import KeyDate
from .records.open_question import OpenQuestion
from .records.place import Place
from .records.position import Position
from .records.programme_entry import ProgrammeEntry
from .records.question import Question
from .records.question_sentence import QuestionSentence
from .records.reference import Reference
from .records.relation import Relation
from .records.remark import Remark
from .records.scenario import Scenario
from .records.stance import Stance
from .records.view import View


class Extraction(Model):
    """One document with all its records, each kind in reading order."""

    schema_version: Literal["briefgen/extraction@1"] = Field(default="briefgen/extraction@1", alias="schema")
    document: Document
    references: tuple[Reference, ...] = ()
    positions: tuple[Position, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    key_dates: tuple[KeyDate, ...] = ()
    figures: tuple[Figure, ...] = ()
    questions: tuple[Question, ...] = ()
    remarks: tuple[Remark, ...] = ()
    stances: tuple[Stance, ...] = ()
    views: tuple[View, ...] = ()
    action_options: tuple[ActionOption, ...] = ()
    open_questions: tuple[OpenQuestion, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    programme: tuple[ProgrammeEntry, ...] = ()
    question_sentences: tuple[QuestionSentence, ...] = ()
    relations: tuple[Relation, ...] = ()
    """Filled in by `crosslinks`, which sees all sources."""


def extract(document: Document) -> Extraction:
    """Everything that the rules of `RECORD_KINDS` find in a document."""
    records = {kind: tuple(find(document)) for kind, find in RECORD_KINDS.items()}
    return Extraction.model_validate({"document": document, **records})
