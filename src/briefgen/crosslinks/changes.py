"""Newer words beside older ones: positions said again, positions turned round, and values that changed.

Nothing is asserted: each finding quotes both passages, says what they share, and is for a person to judge.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

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

MOST_COMPARED = 100
"""Of the older statements with one stem or on one question, so many are looked at, the newest ones: no two sources say
as much of one question."""


class PolicyQuestion(Model):
    """The words in which one question is discussed, by what each side wants."""

    for_: tuple[str, ...] = Field(alias="for", min_length=1)
    against: tuple[str, ...] = ()


class PolicyQuestions(Model):
    """The word list of policy questions; its file explains the groups."""

    questions: tuple[PolicyQuestion, ...]
    undecided: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class _Stated:
    """A position or a figure with its source and its subject.

    Attributes:
        number: of the source, from 0 for the oldest.
        values: of a figure, all with its unit in its sentence: a share may stand there beside the whole.
    """

    record: Position | Figure
    source: Extraction
    number: int
    subject: Subject
    values: frozenset[float | None] = frozenset()

    @cached_property
    def declines(self) -> bool:
        """Whether it turns something down."""
        opposes = isinstance(self.record, Position) and self.record.modality == "opposes"
        return opposes or _DECLINES.search(self.record.text) is not None

    @cached_property
    def sides(self) -> dict[str, int]:
        """The side that it takes on each question it speaks of: 1 for, -1 against, 0 where it may take neither."""
        return _sides(self.record, self.declines)


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


class Statements:
    """What the sources so far state, by each rare stem and by each policy question."""

    def __init__(self, subjects: Subjects) -> None:
        """Begin without a statement."""
        self._subjects = subjects
        self._count = 0
        self._positions: defaultdict[str, list[_Stated]] = defaultdict(list)
        self._figures: defaultdict[str, list[_Stated]] = defaultdict(list)

    def add(self, extraction: Extraction) -> None:
        """Remember what a source states; sources are added the oldest first."""
        for each in self._stated_in(extraction):
            for key in self._keys(each):
                self._positions[key].append(each)
        for each in self._measured(extraction):
            for key in self._keys(each):
                self._figures[key].append(each)
        self._count += 1

    def changes(self, extraction: Extraction) -> Iterator[Relation]:
        """What a source says again, otherwise or with another value than those so far, by source, the oldest first.

        Args:
            extraction: of a later source.
        """
        found: defaultdict[tuple[int, int], list[Relation]] = defaultdict(list)
        for stated in self._stated_in(extraction):
            for number, older in self._related(stated, self._positions):
                found[number, 0] += self._changed_position(stated, older)
        for stated in self._measured(extraction):
            for number, older in self._related(stated, self._figures):
                found[number, 1] += _changed_value(stated, older)
        for place in sorted(found):
            yield from found[place]

    def _stated_in(self, extraction: Extraction) -> list[_Stated]:
        return [
            _Stated(position, extraction, self._count, self._subjects.of(position.text))
            for position in extraction.positions
        ]

    def _measured(self, extraction: Extraction) -> list[_Stated]:
        values: defaultdict[tuple[str | None, str, str | None], set[float | None]] = defaultdict(set)
        for figure in extraction.figures:
            values[figure.paragraph, figure.text, figure.unit].add(figure.value)
        return [
            _Stated(
                figure,
                extraction,
                self._count,
                self._subjects.of(figure.text),
                frozenset(values[figure.paragraph, figure.text, figure.unit]),
            )
            for figure in extraction.figures
            if figure.paragraph
        ]

    def _keys(self, stated: _Stated) -> Iterator[str]:
        yield from (stem for stem in stated.subject.weights if self._subjects.is_rare(stem))
        yield from _questions(stated.record.text)

    def _related(self, stated: _Stated, index: Mapping[str, Sequence[_Stated]]) -> Iterator[tuple[int, list[_Stated]]]:
        """What shares a rare stem or a policy question, each once, by the number of its source."""
        found = {id(other): other for key in self._keys(stated) for other in index.get(key, ())[-MOST_COMPARED:]}
        by_source: defaultdict[int, list[_Stated]] = defaultdict(list)
        for other in found.values():
            by_source[other.number].append(other)
        yield from by_source.items()

    def _changed_position(self, stated: _Stated, older: Sequence[_Stated]) -> Iterator[Relation]:
        position = stated.record
        related = [
            other
            for other in older
            if isinstance(position, Position) and isinstance(other.record, Position)
            if other.record.holder == position.holder
        ]
        same = [other for other in related if other.declines == stated.declines]
        nearest = max(same, key=lambda other: stated.subject.likeness(other.subject), default=None)
        if nearest and stated.subject.likeness(nearest.subject) >= SAME_POSITION:
            yield _relation("restates", stated, nearest, "likeness")
        for other in related:
            if rule := _opposition(stated, other, self._subjects):
                yield _relation("opposes", stated, other, rule)


def _opposition(one: _Stated, other: _Stated, subjects: Subjects) -> str | None:
    """The rule by which two positions answer the same question otherwise; none when either may take no side."""
    sides, others = one.sides, other.sides
    if any(sides[question] == -others[question] != 0 for question in sides.keys() & others.keys()):
        return "policy-question"
    turned, kept = (one, other) if one.declines else (other, one)
    if sides.keys() & others.keys() or kept.declines or not turned.declines:
        return None
    declined = subjects.of(_declining_clause(turned.record.text))
    return "likeness" if kept.subject.likeness(declined) >= SAME_POSITION else None


def _sides(record: Position | Figure, declines: bool) -> dict[str, int]:
    sign = -1 if declines else 1
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


def _changed_value(stated: _Stated, older: Iterable[_Stated]) -> Iterator[Relation]:
    figure = stated.record
    for other in older:
        measured = other.record
        if not isinstance(figure, Figure) or not isinstance(measured, Figure) or figure.unit != measured.unit:
            continue
        if _other_time(figure.text, measured.text):
            continue
        if not stated.values & other.values and stated.subject.likeness(other.subject) >= SAME_SUBJECT:
            yield _relation("other_value", stated, other, "likeness")


def _other_time(one: str, other: str) -> bool:
    """Whether two sentences name years and have none in common: values of other years do not contradict."""
    years, others = set(_YEAR.findall(one)), set(_YEAR.findall(other))
    return bool(years and others) and not years & others


def _relation(kind: RelationKind, later: _Stated, earlier: _Stated, rule: str) -> Relation:
    shared = [*_questions_shared(later, earlier), *later.subject.shared(earlier.subject)[:5]]
    holder = later.record.holder if isinstance(later.record, Position) else None
    return Relation(
        kind=kind,
        text=later.record.text,
        paragraph=later.record.paragraph,
        footnote=later.record.footnote,
        holder=holder,
        earlier=EarlierPassage(
            source=earlier.source.document.source.id,
            paragraph=earlier.record.paragraph,
            footnote=earlier.record.footnote,
            text=earlier.record.text,
            date=earlier.source.document.date,
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
