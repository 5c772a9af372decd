"""Newer words beside older ones: positions said again, positions turned round, and values that changed.

Nothing is asserted: each finding quotes both passages, says what they share, and is for a person to judge.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pydantic import Field

from ..extraction import Extraction
from ..lexicon import alternatives, lexicon
from ..model import Model
from ..records.figure import Figure
from ..records.position import Position
from ..records.relation import EarlierPassage, Relation, RelationKind
from .subjects import Subject, Subjects

SAME_POSITION = 0.6
"""From this likeness on, two sentences state the same position."""

SAME_SUBJECT = 0.45
"""From this likeness on, two sentences speak of the same thing."""


class PolicyQuestion(Model):
    """The words in which one question is discussed, by what each side wants."""

    for_: tuple[str, ...] = Field(alias="for", min_length=1)
    against: tuple[str, ...] = ()


class PolicyQuestions(Model):
    """The word list of policy questions; its file explains the groups."""

    questions: tuple[PolicyQuestion, ...]
    undecided: tuple[str, ...]


@dataclass(frozen=True)
class _Stated:
    """A position or a figure with its subject."""

    record: Position | Figure
    subject: Subject


# Turning something down: `wordt niet overwogen`, `is geen voorstander van`, `ziet geen noodzaak voor`; not what is
# `niet alleen nodig`.
_DECLINES = re.compile(
    r"\b(?:niet|geen)\s+(?!(?:alleen|enkel|slechts|louter|uitsluitend|zonder)\b)(?:\w+\s+)?(?:overw\w+|voorstander|noodzaak|noodzakelijk|nodig|behoefte|aanleiding|wenselijk|gewenst"
    r"|opportuun|voornemens|van\s+plan|bereid|steun\w*|aan\s+de\s+orde|achter|akkoord|mogelijk\s+gemaakt)\b"
)


# A year of the last or of this century.
_YEAR = re.compile(r"(?<![\w.,-])(?:19|20)\d{2}(?![\w-]|[.,]\d)")
# Where what is turned down ends: `is geen voorstander van een Europees leger, maar steunt samenwerking`
_CLAUSE = re.compile(r"[;:]|,?\s+(?:maar|terwijl|hoewel|tenzij|echter|wel)\s")


def changes(extraction: Extraction, earlier: Sequence[Extraction], subjects: Subjects) -> Iterator[Relation]:
    """What a source says again, otherwise or with another value than earlier ones.

    Args:
        extraction: of the later source.
        earlier: the older sources, the oldest first.
        subjects: of the corpus.
    """
    positions = [_Stated(position, subjects.of(position.text)) for position in extraction.positions]
    figures = [_Stated(figure, subjects.of(figure.text)) for figure in extraction.figures if figure.paragraph]
    for older in earlier:
        before = _indexed([_Stated(each, subjects.of(each.text)) for each in older.positions], subjects)
        for stated in positions:
            yield from _changed_position(stated, before, older, subjects)
        measured = _indexed(
            [_Stated(each, subjects.of(each.text)) for each in older.figures if each.paragraph], subjects
        )
        for stated in figures:
            yield from _changed_value(stated, measured, older, extraction, subjects)


class _Index(defaultdict[str, list[_Stated]]):
    """What an older source states, by each rare stem and by each policy question."""

    def __init__(self) -> None:
        super().__init__(list)


def _indexed(stated: Sequence[_Stated], subjects: Subjects) -> _Index:
    index = _Index()
    for each in stated:
        for key in _keys(each, subjects):
            index[key].append(each)
    return index


def _keys(stated: _Stated, subjects: Subjects) -> Iterator[str]:
    yield from (stem for stem in stated.subject.weights if subjects.is_rare(stem))
    yield from _questions(stated.record.text)


def _related(stated: _Stated, index: _Index, subjects: Subjects) -> list[_Stated]:
    """What shares a rare stem or a policy question, each once."""
    found = {id(other): other for key in _keys(stated, subjects) for other in index.get(key, ())}
    return list(found.values())


def _changed_position(stated: _Stated, before: _Index, older: Extraction, subjects: Subjects) -> Iterator[Relation]:
    position = stated.record
    related = [
        other
        for other in _related(stated, before, subjects)
        if isinstance(position, Position) and isinstance(other.record, Position)
        if other.record.holder == position.holder
    ]
    same = [other for other in related if _declines(other.record) == _declines(position)]
    nearest = max(same, key=lambda other: stated.subject.likeness(other.subject), default=None)
    if nearest and stated.subject.likeness(nearest.subject) >= SAME_POSITION:
        yield _relation("restates", stated, nearest, older, "likeness")
    for other in related:
        if rule := _opposition(stated, other, subjects):
            yield _relation("opposes", stated, other, older, rule)


def _opposition(one: _Stated, other: _Stated, subjects: Subjects) -> str | None:
    """The rule by which two positions answer the same question otherwise; none when either may take no side."""
    sides, others = _sides(one.record), _sides(other.record)
    if any(sides[question] == -others[question] != 0 for question in sides.keys() & others.keys()):
        return "policy-question"
    turned, kept = (one, other) if _declines(one.record) else (other, one)
    if sides.keys() & others.keys() or _declines(kept.record) or not _declines(turned.record):
        return None
    declined = subjects.of(_declining_clause(turned.record.text))
    return "likeness" if kept.subject.likeness(declined) >= SAME_POSITION else None


def _sides(record: Position | Figure) -> dict[str, int]:
    """The side that a position takes on each question it speaks of: 1 for, -1 against, 0 where it may take neither."""
    sign = -1 if _declines(record) else 1
    clause = _declining_clause(record.text) if sign < 0 else record.text
    unclear = _undecided().search(record.text) or (isinstance(record, Position) and record.modality == "explores")
    sides = {}
    for name, favoured, opposed in _patterns():
        wanted = bool(favoured.search(clause)) - bool(opposed and opposed.search(clause))
        both = bool(favoured.search(clause)) and wanted == 0
        if wanted or both:
            sides[f"?{name}"] = 0 if both or unclear else sign * wanted
    return sides


def _declining_clause(text: str) -> str:
    """The clause in which something is turned down; the whole text when no word of the rule says where."""
    match = _DECLINES.search(text)
    if match is None:
        return text
    start = max((part.end() for part in _CLAUSE.finditer(text, 0, match.start())), default=0)
    end = next((part.start() for part in _CLAUSE.finditer(text, match.end())), len(text))
    return text[start:end]


def _changed_value(
    stated: _Stated, before: _Index, older: Extraction, later: Extraction, subjects: Subjects
) -> Iterator[Relation]:
    figure = stated.record
    for other in _related(stated, before, subjects):
        measured = other.record
        if not isinstance(figure, Figure) or not isinstance(measured, Figure) or figure.unit != measured.unit:
            continue
        values, earlier_values = _values(later, figure), _values(older, measured)
        if _other_time(figure.text, measured.text):
            continue
        if not values & earlier_values and stated.subject.likeness(other.subject) >= SAME_SUBJECT:
            yield _relation("other_value", stated, other, older, "likeness")


def _other_time(one: str, other: str) -> bool:
    """Whether two sentences name years and have none in common: values of other years do not contradict."""
    years, others = set(_YEAR.findall(one)), set(_YEAR.findall(other))
    return bool(years and others) and not years & others


def _values(extraction: Extraction, figure: Figure) -> set[float | None]:
    """All values with the unit of a figure in its sentence: a share may stand there beside the whole."""
    return {
        other.value
        for other in extraction.figures
        if (other.paragraph, other.text, other.unit) == (figure.paragraph, figure.text, figure.unit)
    }


def _declines(record: Position | Figure) -> bool:
    return (isinstance(record, Position) and record.modality == "opposes") or _DECLINES.search(record.text) is not None


def _relation(kind: RelationKind, later: _Stated, earlier: _Stated, older: Extraction, rule: str) -> Relation:
    shared = [*_questions_shared(later, earlier), *later.subject.shared(earlier.subject)[:5]]
    holder = later.record.holder if isinstance(later.record, Position) else None
    return Relation(
        kind=kind,
        text=later.record.text,
        paragraph=later.record.paragraph,
        footnote=later.record.footnote,
        holder=holder,
        earlier=EarlierPassage(
            source=older.document.source.id,
            paragraph=earlier.record.paragraph,
            footnote=earlier.record.footnote,
            text=earlier.record.text,
            date=older.document.date,
        ),
        why=f"{kind}:{rule}: {', '.join(shared)}",
    )


def _questions_shared(one: _Stated, other: _Stated) -> list[str]:
    both = set(_questions(one.record.text)) & set(_questions(other.record.text))
    return sorted(question.removeprefix("?") for question in both)


def _questions(text: str) -> Iterator[str]:
    """The policy questions that a text speaks of, each by its first word and a question mark."""
    for name, favoured, opposed in _patterns():
        if favoured.search(text) or (opposed and opposed.search(text)):
            yield f"?{name}"


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str] | None], ...]:
    """Of each question its name and the words of both sides."""
    return tuple(
        (question.for_[0], _any_of(question.for_), _any_of(question.against) if question.against else None)
        for question in lexicon("policy-questions", PolicyQuestions).questions
    )


@cache
def _undecided() -> re.Pattern[str]:
    return _any_of(lexicon("policy-questions", PolicyQuestions).undecided)


def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(alternatives(words), re.IGNORECASE)
