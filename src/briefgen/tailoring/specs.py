"""From what somebody asks for (a Council, an agenda, topics, a party) to the definition of a pack."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ..dates import long_date
from ..matching.terms import Term
from ..messages import Language, Localised, Wording, in_language, message
from ..spec import PackSpec, SectionSpec
from ..topics import Taxonomy, Topic
from .agenda import Agenda
from .raden import Raad, topics_of
from .skeleton import Audience, Part, Skeleton

SCHEMA = "briefgen/pack-definition@1"

FRONT = "hoofdlijnen"
"""Id of the page with the main lines."""

FRONT_ROOM = 7
"""Lines that fit on that page whatever their length: so many are shared out among few chapters."""

FRONT_EACH = 4
"""Lines for each chapter at most."""

FRONT_PART = "kern"
"""The part of a chapter that the front page quotes, and that stands right under the title of the chapter."""

FRONT_NEXT = "inzet"
"""The part that gives further lines of the front page where there is room for them."""

LARGEST = 2000
"""Lines that one chapter may fill at most, as definitions of packs allow."""

PARTY_TOPICS = 5
"""Of so many of the subjects that a party raised a pack shows what the cabinet wants."""

PARTY_QUESTIONS = "fractie-vragen"
"""Id of the section with the questions of a party."""

PARTY_ANSWERS = 200
"""Of one party a pack shows all questions: no more stand in any written consultation."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter of a tailored pack.

    Attributes:
        topics, terms, exclude_terms: what belongs to it.
        within: topics on which a statement must bear besides; none asks nothing more.
        aside: it has only the parts that a topic has which is not the first concern of the pack.
        nature: the kind of discussion of an agenda item.
    """

    id: str
    title: Wording
    topics: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    exclude_terms: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    intro: Wording | None = None
    note: Wording | None = None
    nature: Wording | None = None
    aside: bool = False


def pack_for_raad(
    raad: Raad,
    taxonomy: Taxonomy,
    skeleton: Skeleton,
    *,
    audience: Audience,
    agenda: Agenda | None = None,
    day: str | None = None,
) -> PackSpec:
    """The pack for a Council: a chapter an agenda item, or else a chapter a topic of that Council.

    Args:
        raad: the Council.
        taxonomy: the topics there are.
        skeleton: the parts of each chapter.
        audience: one of the skeleton.
        agenda: of the meeting.
        day: ISO date of the meeting; without it that of the agenda.
    """
    chapters = _items(agenda) if agenda else _routed(raad, taxonomy)
    day = day or (agenda.date if agenda else None)
    title = agenda.title if agenda and agenda.title else raad.name
    return _spec(title, _meeting(day, agenda.place if agenda else None), tuple(chapters), skeleton, audience)


def pack_on_topics(topics: Sequence[Topic], skeleton: Skeleton, *, audience: Audience) -> PackSpec:
    """The pack on subjects, a chapter each.

    Args:
        topics: at least one.
        skeleton: the parts of each chapter.
        audience: one of the skeleton.
    """
    chapters = tuple(Chapter(topic.id, topic.label, (topic.id,)) for topic in topics)
    title = _both(lambda language: " · ".join(in_language(topic.label, language) for topic in topics))
    return _spec(title, None, chapters, skeleton, audience)


def pack_for_party(party: str, topics: Sequence[Topic], skeleton: Skeleton, *, audience: Audience) -> PackSpec:
    """The pack around the questions and interests of one party.

    Args:
        party: as its questions name it (`D66`).
        topics: the subjects of its questions and remarks, those it raised most first.
        skeleton: the parts of the chapters on those subjects.
        audience: one of the skeleton.
    """
    title = _both(lambda language: message("title-party", language, party=party))
    chapters = tuple(Chapter(topic.id, topic.label, (topic.id,), aside=True) for topic in topics[:PARTY_TOPICS])
    spec = _spec(title, None, chapters, skeleton, audience)
    front, *rest = spec.sections
    lines = {PARTY_QUESTIONS: FRONT_ROOM - len(chapters), **{chapter.id: 1 for chapter in chapters}}
    return spec.model_copy(update={"sections": (front.model_copy(update={"lines": lines}), *_own_words(party), *rest)})


def _own_words(party: str) -> Iterator[SectionSpec]:
    """What the party asked, with the answers, and what it said besides."""
    yield SectionSpec(
        id=PARTY_QUESTIONS,
        title=_both(lambda language: message("questions-party", language, party=party)),
        layout="dialogue",
        show=("questions",),
        holders=(party,),
        limit=PARTY_ANSWERS,
    )
    yield SectionSpec(
        id="fractie-opmerkingen",
        title=_both(lambda language: message("remarks-party", language, party=party)),
        level=2,
        show=("remarks",),
        holders=(party,),
        limit=PARTY_ANSWERS,
        optional=True,
    )


def _routed(raad: Raad, taxonomy: Taxonomy) -> Iterator[Chapter]:
    """A chapter for each topic of a Council; of one that only also comes up, what bears on the Council's own field."""
    own, also = topics_of(raad, taxonomy)
    field = tuple(topic.id for topic in own)
    for topic in own:
        yield Chapter(topic.id, topic.label, (topic.id,))
    for topic in also:
        yield Chapter(topic.id, topic.label, (topic.id,), within=field, aside=True)


def _items(agenda: Agenda) -> Iterator[Chapter]:
    for number, item in enumerate(agenda.items, start=1):
        yield Chapter(
            id=f"punt-{number}",
            title=item.title,
            topics=item.topics,
            terms=item.terms,
            exclude_terms=item.exclude_terms,
            intro=item.kind,
            note=item.note,
            nature=item.kind,
        )


def _spec(
    title: Wording, subtitle: Wording | None, chapters: tuple[Chapter, ...], skeleton: Skeleton, audience: Audience
) -> PackSpec:
    sections = (
        _front(chapters, skeleton),
        *(section for chapter in chapters for section in _parts(chapter, _own(chapters), skeleton, audience)),
        *_closing(chapters, skeleton, audience),
    )
    return PackSpec.model_validate(
        {
            "schema": SCHEMA,
            "title": title,
            "subtitle": subtitle,
            "audience": audience.label,
            "marking": skeleton.marking,
            "author": skeleton.author,
            "sections": sections,
        }
    )


def _front(chapters: Sequence[Chapter], skeleton: Skeleton) -> SectionSpec:
    """The first page: a line for every chapter, and more where few chapters leave room."""
    own = _own(chapters)
    each = max(1, min(FRONT_EACH, FRONT_ROOM // max(1, len(own))))
    lines = {}
    for chapter in own:
        lines[chapter.id] = min(each, skeleton.part_by_id[FRONT_PART].limit)
        if each > lines[chapter.id]:
            lines[f"{chapter.id}-{FRONT_NEXT}"] = each - lines[chapter.id]
    front = skeleton.front
    return SectionSpec(
        id=FRONT, title=front.title, intro=front.intro, layout=front.layout, budget=front.budget, lines=lines
    )


def _own(chapters: Sequence[Chapter]) -> tuple[Chapter, ...]:
    """The chapters on the field of the pack itself."""
    return tuple(chapter for chapter in chapters if not chapter.within)


def _parts(chapter: Chapter, own: Sequence[Chapter], skeleton: Skeleton, audience: Audience) -> Iterator[SectionSpec]:
    names = audience.beside if chapter.aside else audience.parts
    budget = audience.budget and max(audience.budget, min(LARGEST, audience.whole // max(1, len(own))))
    for name in (FRONT_PART, *(part for part in names if part != FRONT_PART)):
        part = skeleton.part_by_id[name]
        limit = audience.limits.get(name, max(part.limit, part.whole // max(1, len(own))))
        yield _section(chapter, part, limit, budget)


def _section(chapter: Chapter, part: Part, limit: int, budget: int | None) -> SectionSpec:
    head = part.id == FRONT_PART
    return SectionSpec(
        id=chapter.id if head else f"{chapter.id}-{part.id}",
        title=chapter.title if head or part.title is None else part.title,
        level=1 if head else 2,
        subject=chapter.title,
        intro=chapter.intro if head else part.intro,
        note=chapter.note if head else None,
        nature=chapter.nature if head else None,
        budget=budget if head else None,
        fields=part.fields,
        layout=part.layout,
        show=part.show,
        holders=part.holders,
        topics=chapter.topics,
        terms=chapter.terms,
        exclude_terms=chapter.exclude_terms,
        within=chapter.within,
        limit=limit,
        per_paragraph=part.per_paragraph,
        least=part.least,
        assured=0 if chapter.within else part.assured,
        order=part.order,
        optional=part.optional or bool(chapter.within),
    )


def _closing(chapters: Sequence[Chapter], skeleton: Skeleton, audience: Audience) -> Iterator[SectionSpec]:
    for closing in skeleton.closing:
        own = [chapter for chapter in chapters if not chapter.aside]
        if own and closing.part in audience.parts:
            part = skeleton.part_by_id[closing.part]
            limit = audience.limits.get(part.id, part.limit)
            yield SectionSpec(
                id=f"alle-{part.id}",
                title=closing.title,
                intro=closing.intro,
                layout=closing.layout,
                lines={f"{chapter.id}-{part.id}": limit for chapter in own},
                optional=True,
            )


def _meeting(day: str | None, place: str | None) -> Wording | None:
    if day is None:
        return place
    where = f", {place}" if place else ""
    return _both(lambda language: message("meeting-of", language, day=long_date(day, language)) + where)


def _both(words: Callable[[Language], str]) -> Localised:
    """Words of the catalogue in both languages."""
    return Localised(nl=words("nl"), en=words("en"))
