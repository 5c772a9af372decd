"""What a pack does not know: subjects without a source, positions of an earlier cabinet, commitments overdue."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from ..dates import last_day, long_date
from ..messages import Language, in_language, message
from ..pack import Gap, Section
from ..spec import PackSpec
from .cabinets import Cabinet, cabinet_on


def gaps(sections: Sequence[Section], spec: PackSpec, as_of: datetime.date, language: Language) -> Iterator[Gap]:
    """What the pack does not know, chapter by chapter.

    Args:
        sections: all that were written, also those that are not printed because they are empty.
        spec: the definition of the pack.
        as_of: the day of the pack: it tells the present cabinet.
        language: of the words.
    """
    printed = {section.id for section in sections if section.items or not spec.section_by_id[section.id].optional}
    cabinet = cabinet_on(as_of)
    for chapter in _chapters(sections):
        where = chapter[0].id if chapter[0].id in printed else ""
        name = _name(chapter[0], spec, language)
        yield from _without_source(chapter, spec, where, name)
        if cabinet:
            yield from _of_earlier_cabinet(chapter, cabinet, where, name, language)
        yield from _overdue(chapter, where, name, language)


def _chapters(sections: Sequence[Section]) -> list[list[Section]]:
    """The sections by chapter: each of level 1 with the parts behind it."""
    chapters: list[list[Section]] = []
    for section in sections:
        if section.level == 1 or not chapters:
            chapters.append([])
        chapters[-1].append(section)
    return chapters


def _name(section: Section, spec: PackSpec, language: Language) -> str:
    subject = spec.section_by_id[section.id].subject
    return section.title if subject is None else in_language(subject, language)


def _without_source(chapter: Sequence[Section], spec: PackSpec, where: str, name: str) -> Iterator[Gap]:
    """One gap a chapter: the parts on which no source says anything; not for a subject that only also comes up."""
    empty = [section for section in chapter if section.gap and not _is_extra(section, spec)]
    parts = [section.title for section in empty if section.title != name]
    if empty and empty[0].gap:
        yield Gap(section=where, title=name, topic="; ".join(parts) or None, reason=empty[0].gap)


def _is_extra(section: Section, spec: PackSpec) -> bool:
    """Whether a section is no question that the pack asks: a table over parts, a subject on the side, a change."""
    asked = spec.section_by_id[section.id]
    return bool(asked.within) or asked.show == ("changes",) or (asked.optional and bool(asked.lines))


def _of_earlier_cabinet(
    chapter: Sequence[Section], cabinet: Cabinet, where: str, name: str, language: Language
) -> Iterator[Gap]:
    """A gap where the newest position of the cabinet is certainly of an earlier one."""
    dates = [
        item.date
        for section in chapter
        if section.layout != "summary"
        for item in section.items
        if item.type == "position" and item.holder_kind == "kabinet" and item.date
    ]
    newest = max(dates, key=last_day, default=None)
    if newest is not None and last_day(newest) < cabinet.since:
        reason = message(
            "earlier-cabinet",
            language,
            date=long_date(newest, language),
            cabinet=cabinet.name,
            since=long_date(cabinet.since.isoformat(), language),
        )
        yield Gap(section=where, title=name, reason=reason)


def _overdue(chapter: Sequence[Section], where: str, name: str, language: Language) -> Iterator[Gap]:
    """A gap for each commitment whose date has passed while nothing shows that it was kept."""
    for section in chapter:
        for item in section.items:
            if item.status == "overdue" and item.deadline and item.topic is None:
                deadline = long_date(item.deadline, language)
                yield Gap(
                    section=where,
                    title=name,
                    reason=message("commitment-overdue", language, deadline=deadline, text=item.text),
                )
