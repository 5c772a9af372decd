"""What can be seen of a pack: when things happen, which source speaks on what, and how positions follow one another.

A chart is made of counts and days only, and says in words what it shows. There is none where there is too little to
see.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from ..dates import first_day, last_day, long_date
from ..messages import Language, in_language, message
from ..pack import REPEATING, Chart, Item, Mark, Pack, Section, SectionLayout, SourceNote
from ..spec import PackSpec

FEWEST_DATES = 3
FEWEST_SOURCES = 2
FEWEST_SUBJECTS = 3
FEWEST_MOMENTS = 2
"""Without two dates nothing follows anything."""

MOST_SUBJECTS = 20
MOST_SOURCES = 6
"""More of them would not fit on a page; the last row or column holds the rest together."""

MOST_BANDS = 16
"""Subjects whose positions fit on a page."""

TIMELINE_HEAD = ("timeline-head-number", "timeline-head-date", "timeline-head-places")
POSITIONS_HEAD = ("coverage-head-topic", "positions-head-dates", "coverage-total")

TELLING: frozenset[SectionLayout] = frozenset({"statements", "dialogue", "commitments"})
"""Layouts of sections that bring statements."""


class Subject(NamedTuple):
    """A subject of a pack with everything that is said on it."""

    name: str
    items: tuple[Item, ...]


def illustrated(pack: Pack, spec: PackSpec, language: Language) -> Pack:
    """The pack with its charts: the timeline in the calendar, the others in the account that closes the pack.

    Args:
        pack: complete but for its charts; its last section is its account.
        spec: the definition of the pack, which tells its subjects.
        language: of the words in the charts.
    """
    *body, account = (_with(section, timeline(section.items, pack, language)) for section in pack.sections)
    subjects, others = _subjects(pack.sections, _names(pack.sections, spec, language))
    last = _with(account, coverage(subjects, others, pack, language), positions(subjects, language))
    return pack.model_copy(update={"sections": (*body, last)})


def timeline(items: Sequence[Item], pack: Pack, language: Language) -> Chart | None:
    """The days that statements name, one row a day.

    Args:
        items: those with a `day` count.
        pack: tells how their paragraphs are cited.
        language: of the words.

    Returns:
        Nothing for less than three days, or when all but one are only known to the year.
    """
    places: dict[str, list[str]] = {}
    for item in items:
        if item.day is not None:
            places.setdefault(item.day, []).extend(item.citations)
    days = sorted(places, key=lambda day: (first_day(day), last_day(day)))
    if len(days) < FEWEST_DATES or sum(not day.isdecimal() for day in days) < FEWEST_MOMENTS:
        return None
    cited = {day: tuple(dict.fromkeys(places[day])) for day in days}
    year, most = Counter(first_day(day).year for day in days).most_common(1)[0]
    return Chart(
        id="tijdlijn",
        kind="timeline",
        title=message("timeline-title", language),
        alt=message(
            "timeline-alt",
            language,
            dates=str(len(days)),
            places=str(len({key for keys in cited.values() for key in keys})),
            year=str(year),
            most=str(most),
            **_ends(days, language),
        ),
        head=tuple(message(code, language) for code in TIMELINE_HEAD),
        rows=tuple(
            (str(number), long_date(day, language), _places(cited[day], pack))
            for number, day in enumerate(days, start=1)
        ),
        marks=tuple(
            Mark(x=day, label=str(number), value=len(cited[day]), key=next(iter(cited[day]), None))
            for number, day in enumerate(days, start=1)
        ),
    )


def coverage(subjects: Sequence[Subject], others: Sequence[Item], pack: Pack, language: Language) -> Chart | None:
    """How many paragraphs of each source the pack cites on each subject.

    Args:
        subjects: of the pack.
        others: what the pack says elsewhere; it is counted in one row.
        pack: tells the source of each paragraph.
        language: of the words.

    Returns:
        Nothing for less than two sources that are cited or three subjects.
    """
    together = (*others, *chain.from_iterable(subject.items for subject in subjects[MOST_SUBJECTS:]))
    counts = {subject.name: _by_source(subject.items, pack) for subject in subjects[:MOST_SUBJECTS]}
    rest = {message("coverage-rest", language): _by_source(together, pack)} if together else {}
    cited = sum((*counts.values(), *rest.values()), Counter[str]())
    if len(cited) < FEWEST_SOURCES or len(counts) < FEWEST_SUBJECTS:
        return None
    columns = _columns(pack.sources, cited, language)
    cells = {row: _cells(count, columns) for row, count in (counts | rest).items()}
    return Chart(
        id="dekking",
        kind="coverage",
        title=message("coverage-title", language),
        alt=_coverage_alt({row: cells[row] for row in counts}, columns, language),
        head=(message("coverage-head-topic", language), *columns, message("coverage-total", language)),
        rows=tuple((row, *map(str, line.values()), str(sum(line.values()))) for row, line in cells.items()),
        marks=tuple(
            Mark(x=column, y=row, value=count, label=str(count))
            for row, line in cells.items()
            for column, count in line.items()
        ),
    )


def positions(subjects: Sequence[Subject], language: Language) -> Chart | None:
    """How many positions of the cabinet each source takes on each subject, by the date of the source.

    Args:
        subjects: of the pack.
        language: of the words.

    Returns:
        Nothing for less than three subjects with dated positions, or when all of them are of one date.
    """
    taken = {subject.name: _positions(subject) for subject in subjects}
    found = dict([(name, dates) for name, dates in taken.items() if dates][:MOST_BANDS])
    days = sorted({day for dates in found.values() for day in dates})
    if len(found) < FEWEST_SUBJECTS or len(days) < FEWEST_MOMENTS:
        return None
    totals = {name: sum(dates.values()) for name, dates in found.items()}
    topic = max(totals, key=lambda name: totals[name])
    return Chart(
        id="standpunten",
        kind="positions",
        title=message("positions-title", language),
        alt=message(
            "positions-alt",
            language,
            count=str(sum(totals.values())),
            topics=str(len(totals)),
            topic=topic,
            most=str(totals[topic]),
            **_ends(days, language),
        ),
        head=tuple(message(code, language) for code in POSITIONS_HEAD),
        rows=tuple((name, _by_date(dates, language), str(totals[name])) for name, dates in found.items()),
        marks=tuple(
            Mark(x=day, y=name, value=count, label=str(count))
            for name, dates in found.items()
            for day, count in dates.items()
        ),
    )


def _with(section: Section, *charts: Chart | None) -> Section:
    drawn = tuple(chart for chart in charts if chart is not None)
    return section.model_copy(update={"charts": (*section.charts, *drawn)}) if drawn else section


def _names(sections: Sequence[Section], spec: PackSpec, language: Language) -> dict[str, str]:
    """The subjects of a pack by the id of their section: those whose lines a summary takes, by the name it gives them.

    Without a summary every chapter is a subject.
    """
    lines = [name for section in spec.sections if section.layout in REPEATING for name in section.lines]
    if not lines:
        return {section.id: section.title for section in sections if section.level == 1}
    named = {name: spec.section_by_id[name] for name in lines}
    return {name: in_language(section.subject or section.title, language) for name, section in named.items()}


def _subjects(sections: Sequence[Section], names: Mapping[str, str]) -> tuple[list[Subject], list[Item]]:
    """What a pack says on each subject, with the parts of its chapter that are no subject themselves; and the rest."""
    found: dict[str, list[Item]] = {}
    others: list[Item] = []
    chapter: str | None = None
    for section in sections:
        chapter = names.get(section.id) if section.level == 1 else chapter
        name = names.get(section.id, chapter)
        items = [item for item in section.items if item.citations] if section.layout in TELLING else []
        if name is None:
            others += items
        elif items:
            found.setdefault(name, []).extend(items)
    return [Subject(name, tuple(items)) for name, items in found.items()], others


def _places(keys: Sequence[str], pack: Pack) -> str:
    """Cited paragraphs, source by source: `Staat van de Unie 2026, ¶ 1, ¶ 26`."""
    labels = {note.id: f"{note.label}, " for note in pack.sources}
    by_source: dict[str, list[str]] = {}
    for citation in (pack.citation_by_key[key] for key in keys):
        label = labels[citation.source]
        by_source.setdefault(label, []).append(citation.label.removeprefix(label).replace("¶ ", "¶\u00a0"))
    return "; ".join(label + ", ".join(paragraphs) for label, paragraphs in by_source.items())


def _ends(days: Sequence[str], language: Language) -> dict[str, str]:
    """The first and the last of some dates, in words; of an interval the end that counts."""
    first = min(days, key=first_day).partition("/")[0]
    last = max(days, key=last_day).rpartition("/")[2]
    return {"first": long_date(first, language), "last": long_date(last, language)}


def _by_source(items: Iterable[Item], pack: Pack) -> Counter[str]:
    """How many paragraphs of each source are cited."""
    return Counter(pack.citation_by_key[key].source for key in {key for item in items for key in item.citations})


def _cells(count: Counter[str], columns: Mapping[str, Sequence[str]]) -> dict[str, int]:
    return {column: sum(count[source] for source in sources) for column, sources in columns.items()}


def _columns(sources: Sequence[SourceNote], cited: Counter[str], language: Language) -> dict[str, tuple[str, ...]]:
    """The sources behind each column: all of them when there is room, otherwise the most cited and all others."""
    ranked = [note.id for note in sorted(sources, key=lambda note: -cited[note.id])]
    alone = ranked if len(ranked) <= MOST_SOURCES else ranked[: MOST_SOURCES - 1]
    columns: dict[str, tuple[str, ...]] = {}
    for note in sources:
        if note.id in alone:
            columns[note.label] = (*columns.get(note.label, ()), note.id)
    rest = tuple(ranked[len(alone) :])
    return columns | ({message("coverage-others", language, count=str(len(rest))): rest} if rest else {})


def _coverage_alt(
    cells: Mapping[str, Mapping[str, int]], columns: Mapping[str, Sequence[str]], language: Language
) -> str:
    counts = {(row, column): count for row, line in cells.items() for column, count in line.items()}
    topic, source = max(counts, key=lambda place: counts[place])
    return message(
        "coverage-alt",
        language,
        topics=str(len(cells)),
        sources=str(sum(map(len, columns.values()))),
        source=source,
        topic=topic,
        most=str(counts[topic, source]),
        empty=str(sum(not count for count in counts.values())),
        cells=str(len(counts)),
    )


def _positions(subject: Subject) -> dict[str, int]:
    """How many positions of the cabinet there are by date, the oldest first."""
    said = {
        (item.date, item.text)
        for item in subject.items
        if item.type == "position" and item.holder_kind == "kabinet" and item.date
    }
    return dict(sorted(Counter(day for day, _ in said if day).items()))


def _by_date(dates: Mapping[str, int], language: Language) -> str:
    return "; ".join(
        message("positions-at", language, date=long_date(day, language), count=str(count))
        for day, count in dates.items()
    )
