"""Puts a pack into the words of the templates: `Pack` and labels in, `PackView` out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from ..dates import long_date
from ..labels import Labels
from ..messages import Language
from ..pack import Chart, Citation, Item, Pack, SourceNote
from .vocabulary import (
    AnnexParagraph,
    AnnexSource,
    BackLink,
    Cell,
    Chapter,
    GapRow,
    IndexPart,
    IndexRow,
    PackView,
    Picture,
    SourceLink,
    SourceRow,
    Statement,
    TableRow,
    anchor,
)

OPENINGS = frozenset({"summary", "overview"})
"""The layouts of a section that stands before the contents when it is the first one."""


def picture_file(chart_id: str) -> str:
    """The address under which a page loads the drawing of a chart."""
    return f"pictures/{chart_id}.svg"


def present(pack: Pack, labels: Labels) -> PackView:
    """The vocabulary of a pack.

    Args:
        pack: complete; every key that an item cites is among its citations.
        labels: in the language that the pack is printed in.

    Raises:
        KeyError: an item cites a paragraph that the pack does not hold (a defect).
    """
    language: Language = "en" if labels.language.startswith("en") else "nl"
    return PackView(
        name=pack.pack,
        title=pack.title,
        subtitle=pack.subtitle or "",
        audience=pack.audience or "",
        author=pack.author or "",
        keywords=", ".join(pack.keywords),
        language=labels.language,
        as_of=long_date(pack.as_of, language),
        marking=pack.marking,
        labels=labels,
        chapters=tuple(_chapter(number, pack, labels, language) for number in range(len(pack.sections))),
        annex=_annex(pack),
        sources=tuple(_source_row(note, labels, language) for note in pack.sources),
        gaps=_gap_rows(pack, labels),
        index=_index(pack, labels),
    )


def _chapter(number: int, pack: Pack, labels: Labels, language: Language) -> Chapter:
    section = pack.sections[number]
    return Chapter(
        anchor=anchor("s", section.id),
        title=section.title,
        level=section.level,
        layout=section.layout,
        opening=number == 0 and section.layout in OPENINGS,
        intro=section.intro or "",
        statements=tuple(_statement(item, pack, labels, language) for item in section.items),
        pictures=tuple(_picture(chart) for chart in section.charts),
        gap=section.gap or "",
    )


def _statement(item: Item, pack: Pack, labels: Labels, language: Language) -> Statement:
    holder = _holder(item, labels)
    when = long_date(item.date, language) if item.date else ("" if not item.quoted else labels.no_date)
    deadline = long_date(item.deadline, language) if item.deadline else (item.deadline_text or "")
    return Statement(
        anchor=anchor("i", item.id),
        kind=item.type,
        name=_kind_name(item, labels),
        text=item.text if item.quoted else _unbroken(item.text),
        quoted=item.quoted,
        byline=" · ".join(part for part in (holder, when) if part),
        holder=holder,
        date=when,
        subject=item.topic or "",
        number=item.number or "",
        deadline=deadline,
        status=_status(item, labels),
        superseded=item.superseded,
        cabinet=item.cabinet or "",
        change=_change(item, labels),
        nature=item.nature or "",
        sensitivity=item.sensitivity or "",
        language=item.language or "",
        url=item.url or "",
        sources=tuple(_source_link(pack.citation_by_key[key]) for key in item.citations),
    )


def _kind_name(item: Item, labels: Labels) -> str:
    names = {
        "position": labels.position,
        "question": labels.question,
        "answer": labels.answer,
        "remark": labels.remark,
        "option": labels.option,
        "commitment": labels.commitment,
        "figure": labels.figure,
        "key_date": labels.key_date,
        "stance": labels.stance,
        "passage": labels.passage,
        "note": labels.note,
        "placeholder": labels.placeholder,
    }
    return names[item.type]


def _change(item: Item, labels: Labels) -> str:
    if item.change is None:
        return ""
    names = {"restated": labels.restated, "reversed": labels.reversed, "other_value": labels.other_value}
    return names[item.change]


def _picture(chart: Chart) -> Picture:
    return Picture(
        anchor=anchor("f", chart.id),
        title=chart.title,
        alt=chart.alt,
        file=picture_file(chart.id),
        head=_cells(chart.head),
        rows=tuple(TableRow(cells=_cells(row)) for row in chart.rows),
    )


def _status(item: Item, labels: Labels) -> str:
    if item.status is None:
        return ""
    names = {"open": labels.status_open, "overdue": labels.status_overdue, "fulfilled": labels.status_fulfilled}
    return names[item.status]


def _holder(item: Item, labels: Labels) -> str:
    """The holder with the word that tells what he is (`D66 (fractie)`), so that nobody's words pass for another's."""
    if not item.holder:
        return ""
    if item.holder_kind == "kabinet":
        return labels.holder_kabinet
    kinds = {"fractie": labels.holder_fractie, "expert": labels.holder_expert}
    kind = kinds.get(item.holder_kind or "overig")
    return f"{item.holder} ({kind})" if kind else item.holder


def _source_link(citation: Citation) -> SourceLink:
    return SourceLink(number=citation.number, label=_unbroken(citation.label), anchor=anchor("c", citation.key))


def _unbroken(text: str) -> str:
    """A text whose numbers of paragraphs stay on one line with the word before them."""
    return text.replace(" ¶ ", "\u00a0¶\u00a0")


def _annex(pack: Pack) -> tuple[AnnexSource, ...]:
    chapter_of = _chapters_of_items(pack)
    by_source: dict[str, list[Citation]] = {}
    for citation in pack.citations:
        by_source.setdefault(citation.source, []).append(citation)
    labels = {note.id: note.label for note in pack.sources}
    return tuple(
        AnnexSource(
            label=labels[source],
            anchor=anchor("a", source),
            paragraphs=tuple(
                AnnexParagraph(
                    number=citation.number,
                    anchor=anchor("c", citation.key),
                    label=_unbroken(citation.label),
                    path=" › ".join(citation.heading_path),
                    text=citation.text,
                    language=citation.language or "",
                    cited_in=_places(citation.cited_by, chapter_of),
                )
                for citation in citations
            ),
        )
        for source, citations in by_source.items()
    )


def _chapters_of_items(pack: Pack) -> dict[str, str]:
    """What to call the place of each item, by its id.

    It is the title of its section or, where several sections have that title, that of the chapter they are part of.
    """
    titles = Counter(section.title for section in pack.sections)
    chapter, chapter_of = "", dict[str, str]()
    for section in pack.sections:
        chapter = section.title if section.level == 1 else chapter
        name = section.title if titles[section.title] == 1 else chapter
        chapter_of |= {item.id: name for item in section.items}
    return chapter_of


def _places(items: Sequence[str], chapter_of: Mapping[str, str]) -> tuple[BackLink, ...]:
    """Links to statements by the title of their chapter, numbered where a chapter has several."""
    chapters = [chapter_of[item] for item in items]
    return tuple(
        BackLink(
            label=f"{chapter} ({chapters[: place + 1].count(chapter)})" if chapters.count(chapter) > 1 else chapter,
            anchor=anchor("i", item),
        )
        for place, (item, chapter) in enumerate(zip(items, chapters, strict=True))
    )


def _source_row(note: SourceNote, labels: Labels, language: Language) -> SourceRow:
    when = long_date(note.date, language) if note.date else labels.no_date
    if note.date_note:
        when = f"{when} ({note.date_note})"
    return SourceRow(
        label=note.label,
        title=note.title,
        holder=labels.holder_kabinet if note.holder == "kabinet" else note.holder,
        date=when,
        reference=note.reference or "",
        url=note.url or "",
        file=note.file,
        cited=note.cited,
        anchor=anchor("a", note.id),
    )


def _gap_rows(pack: Pack, labels: Labels) -> tuple[GapRow, ...]:
    titles = {"": labels.sources} | {section.id: section.title for section in pack.sections}
    return tuple(
        GapRow(
            section=gap.title or titles.get(gap.section, gap.section),
            subject=gap.topic or "",
            reason=gap.reason[:1].upper() + gap.reason[1:],
        )
        for gap in pack.gaps
    )


def _cells(texts: Sequence[str]) -> tuple[Cell, ...]:
    return tuple(Cell(text=text) for text in texts)


def _index(pack: Pack, labels: Labels) -> tuple[IndexPart, ...]:
    chapter_of = _chapters_of_items(pack)
    titles = {"topic": labels.index_topics, "paper": labels.index_papers}
    return tuple(
        IndexPart(
            title=title,
            rows=tuple(
                IndexRow(term=entry.term, places=_places(_first_in_chapter(entry.items, chapter_of), chapter_of))
                for entry in pack.index
                if entry.kind == kind
            ),
        )
        for kind, title in titles.items()
        if any(entry.kind == kind for entry in pack.index)
    )


def _first_in_chapter(items: Sequence[str], chapter_of: Mapping[str, str]) -> tuple[str, ...]:
    """The first statement in each chapter: the index sends a reader to a place in the pack once."""
    first: dict[str, str] = {}
    for item in items:
        first.setdefault(chapter_of[item], item)
    return tuple(first.values())
