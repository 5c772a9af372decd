"""Writes what was selected as sections and items, in one language and for one day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

from ..dates import last_day
from ..messages import Language, Wording, in_language, message
from ..pack import Item, Section
from ..selection import Choice, Evidence, SectionOutcome, Selection
from ..selection.evidence import CABINET
from ..spec import PackSpec, SectionSpec
from .cabinets import cabinet_of
from .sensitivity import sensitivity


class Writer:
    """Writes the sections of one pack."""

    def __init__(self, selection: Selection, spec: PackSpec, as_of: date, language: Language) -> None:
        """Take what was selected from `spec`, for the day `as_of`."""
        self._spec = spec
        self._chapters = _chapters(selection, spec)
        self.as_of = as_of
        self._language = language

    def section(self, outcome: SectionOutcome) -> Section:
        """One section, with what it says when the sources say nothing."""
        spec = self._spec.section_by_id[outcome.section]
        items = (*self._notes(spec), *self._fields(spec), *self._items(outcome))
        if spec.layout == "overview":
            items = (*items, *self._unanswered(spec, outcome))
        empty = (spec.show or spec.lines) and not outcome.choices
        return Section(
            id=spec.id,
            title=in_language(spec.title, self._language),
            level=spec.level,
            layout=spec.layout,
            intro=self._optional(spec.intro),
            items=items,
            gap=message("no-source", self._language) if empty else None,
        )

    def _optional(self, wording: Wording | None) -> str | None:
        return None if wording is None else in_language(wording, self._language)

    def _notes(self, spec: SectionSpec) -> Iterator[Item]:
        if spec.note is not None:
            yield Item(id=f"{spec.id}-note", type="note", text=in_language(spec.note, self._language), quoted=False)

    def _fields(self, spec: SectionSpec) -> Iterator[Item]:
        """The rows of a table that people complete."""
        for number, field in enumerate(spec.fields, start=1):
            yield Item(
                id=f"{spec.id}-{number}",
                type="placeholder",
                text=in_language(field.hint, self._language),
                quoted=False,
                topic=in_language(field.name, self._language),
            )

    def _items(self, outcome: SectionOutcome) -> Iterator[Item]:
        for number, choice in enumerate(outcome.choices, start=1):
            name, said = f"{outcome.section}-{number}", choice.evidence
            yield self._item(name, said, choice)
            for place, answer in enumerate(said.answers, start=1):
                yield self._item(f"{name}-a{place}", answer, choice)
            if said.earlier is not None:
                yield self._item(f"{name}-e", said.earlier, choice).model_copy(update={"superseded": True})

    def _unanswered(self, spec: SectionSpec, outcome: SectionOutcome) -> Iterator[Item]:
        """A row for each chapter on which no source gives a line, so that the table has them all."""
        answered = {self._chapters[choice.origin][0].section for choice in outcome.choices if choice.origin}
        for name in spec.lines:
            if self._chapters[name][0].section == name and name not in answered:
                yield Item(
                    id=f"{spec.id}-{name}",
                    type="note",
                    text=message("no-source", self._language),
                    quoted=False,
                    topic=self._subject(name),
                    nature=self._optional(self._spec.section_by_id[name].nature),
                    sensitivity=self._sensitivity(name),
                )

    def _item(self, name: str, item: Evidence, choice: Choice) -> Item:
        """An item for the evidence of a choice, for an answer to it, or for what was said earlier."""
        also = choice.also if item is choice.evidence else ()
        chapter = self._chapters[choice.origin][0].section if choice.origin else None
        return Item(
            id=name,
            type=item.type,
            text=item.text,
            quoted=True,
            citations=(item.key, *also),
            score=choice.score,
            holder=self._holder(item),
            holder_kind=item.holder_kind,
            date=item.date,
            topic=self._subject(choice.origin) if choice.origin else item.subject,
            number=item.number,
            deadline=item.deadline,
            deadline_text=item.deadline_text,
            status=self._status(item),
            superseded=choice.superseded,
            cabinet=cabinet_of(item.date) if item.holder_kind == "kabinet" else None,
            change=item.change,
            nature=self._optional(self._spec.section_by_id[chapter].nature) if chapter else None,
            sensitivity=self._sensitivity(chapter) if chapter else None,
        )

    def _holder(self, item: Evidence) -> str:
        """Whose words they are; of a stance who wants it, and who tells so."""
        if item.teller is None:
            return item.holder
        teller = message("the-cabinet", self._language) if item.teller == CABINET else item.teller
        if not item.holder:
            return message("stance-told", self._language, teller=teller)
        actor = item.holder[:1].upper() + item.holder[1:]
        return message("stance-of", self._language, actor=actor, teller=teller)

    def _subject(self, section: str) -> str:
        spec = self._spec.section_by_id[section]
        return in_language(spec.subject or spec.title, self._language)

    def _sensitivity(self, chapter: str) -> str | None:
        return sensitivity(self._chapters[chapter], self.as_of, self._language)

    def _status(self, item: Evidence) -> Literal["open", "overdue", "fulfilled"] | None:
        if item.type != "commitment":
            return None
        if item.fulfilled:
            return "fulfilled"
        overdue = item.deadline is not None and last_day(item.deadline) < self.as_of
        return "overdue" if overdue else "open"


def _chapters(selection: Selection, spec: PackSpec) -> Mapping[str, list[SectionOutcome]]:
    """The chapter of each section: its outcomes, that of the section of level 1 first."""
    outcomes = [[selection.by_section[section.id] for section in chapter] for chapter in spec.chapters]
    return {outcome.section: chapter for chapter in outcomes for outcome in chapter}
