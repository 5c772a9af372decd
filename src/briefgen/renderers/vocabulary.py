"""The vocabulary of the templates: a pack in ready-made words, the same for Word and for HTML.

Templates print these fields and decide nothing: dates are written out, holders and kinds have their label, every
link has its anchor. `present` makes the vocabulary from a `Pack` and the labels of its language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..dates import long_date
from ..labels import Labels
from ..messages import Language
from ..model import Model
from ..pack import Citation, Item, Pack, SourceNote
from ..provenance import sha256

# What a bookmark of Word and an id of HTML may both hold: letters, digits and `_` (ECMA-376, part 1, 17.13.6.2).
NOT_IN_ANCHOR = re.compile(r"[^A-Za-z0-9]+")
LONGEST_ANCHOR = 40


def anchor(kind: str, name: str) -> str:
    """A bookmark name for `name`: letters, digits and `_`, at most 40 characters, different for different names."""
    plain = f"{kind}_{NOT_IN_ANCHOR.sub('_', name)}"
    if len(plain) <= LONGEST_ANCHOR:
        return plain
    digest = sha256(name.encode())[:8]
    return f"{plain[: LONGEST_ANCHOR - 9]}_{digest}"


class SourceLink(Model):
    """From a statement to a paragraph in the annex.

    Attributes:
        number: its number in the annex (`12`).
        label: source and paragraph, as a reader finds them (`Staat van de Unie 2026, ¶ 46`).
        anchor: name of the place in the file; `link` and `footnote` use it.
    """

    number: int
    label: str
    anchor: str


class BackLink(Model):
    """From the annex back to a statement.

    A chapter that cites the paragraph more than once has its links numbered.

    Attributes:
        label: the title of the chapter (`Uitbreiding`).
        anchor: name of the place in the file; `link` uses it.
    """

    label: str
    anchor: str


class Statement(Model):
    """One statement, ready to print.

    Attributes:
        anchor: name of the place in the file; `link` and `bookmark` use it.
        kind: type of the item in the pack, to choose a form by (`position`, `question`, `answer`, `remark`, `option`,
            `commitment`, `passage`, `note`).
        name: the label of the kind (`Standpunt`, `Vraag`).
        text: the words themselves.
        quoted: true for words of a source, false for words of the person who made the pack.
        byline: who and when (`Kabinet · 24 april 2026`).
        holder: who (`D66 (fractie)`).
        date: when, written out (`24 april 2026`).
        subject: the topic (`Uitbreiding`); empty when there is none.
        number: the number of a question and its answer (`3`); empty when there is none.
        deadline: when a commitment is due, written out (`1 juli 2026`); empty when there is none.
        status: how a commitment stands (`open`, `termijn verstreken`, `gestand gedaan`); empty when it is not known.
        superseded: true when a newer position of the same holder stands above it.
        sources: the paragraphs it cites.
    """

    anchor: str
    kind: str
    name: str
    text: str
    quoted: bool
    byline: str
    holder: str
    date: str
    subject: str
    number: str
    deadline: str
    status: str
    superseded: bool
    sources: tuple[SourceLink, ...]


class Chapter(Model):
    """A section of the pack.

    Attributes:
        anchor: name of the place in the file; `link` and `bookmark` use it.
        title: the heading (`Uitbreiding`).
        level: the level of the heading, 1 or 2.
        layout: the form that the definition of the pack asks for (`statements`, `dialogue`, `commitments`, `summary`).
        opening: true for a summary that opens the pack; it stands before the contents.
        intro: the sentence under the heading; empty when there is none.
        statements: what it says.
        gap: empty unless the sources say nothing.
    """

    anchor: str
    title: str
    level: int
    layout: str
    opening: bool
    intro: str
    statements: tuple[Statement, ...]
    gap: str


class AnnexParagraph(Model):
    """One cited paragraph in full.

    Attributes:
        number: its number in the annex (`12`).
        anchor: name of the place in the file; `link`, `bookmark` and `footnote` use it.
        label: source and paragraph (`Staat van de Unie 2026, ¶ 46`).
        path: the headings above it (`Deel 1 › Uitbreiding`); empty when there is none.
        text: the whole paragraph, as its source has it.
        cited_in: the statements that cite it.
    """

    number: int
    anchor: str
    label: str
    path: str
    text: str
    cited_in: tuple[BackLink, ...]


class AnnexSource(Model):
    """The cited paragraphs of one source.

    Attributes:
        label: the source, short (`Staat van de Unie 2026`).
        anchor: name of the place in the file; `link` and `bookmark` use it.
        paragraphs: those that the pack cites, in the order of the source.
    """

    label: str
    anchor: str
    paragraphs: tuple[AnnexParagraph, ...]


class SourceRow(Model):
    """One source in the list of sources; empty texts for what is not known.

    Attributes:
        label: the source, short (`Staat van de Unie 2026`).
        title: its title.
        holder: whose words it holds (`Kabinet`).
        date: its date, written out (`12 juni 2026`).
        reference: its official number (`Kamerstuk 22 112, nr. 3980`).
        url: where it was published.
        file: its file in this project (`seeds/000.txt`).
        cited: how many of its paragraphs the pack cites.
        anchor: name of its place in the annex; `link` uses it.
    """

    label: str
    title: str
    holder: str
    date: str
    reference: str
    url: str
    file: str
    cited: int
    anchor: str


class GapRow(Model):
    """One thing that no source gives.

    Attributes:
        section: the title of the chapter (`Uitbreiding`).
        subject: the topic; empty when it is the whole chapter.
        reason: what is missing, in a sentence.
    """

    section: str
    subject: str
    reason: str


class PackView(Model):
    """A whole pack in the words of the templates.

    Attributes:
        name: the name of its definition (`presidency-2029`).
        title: its title.
        subtitle: its second title; empty when there is none.
        audience: for whom; empty when there is none.
        language: the language of the fixed words (`nl-NL`).
        as_of: the day that the pack describes, written out (`1 juni 2026`).
        marking: the classification (`Concept – openbare bronnen`).
        labels: the fixed words in the language of the pack.
        chapters: the sections of the pack, with their statements.
        annex: every cited paragraph in full, by source.
        sources: the list of sources.
        gaps: what the sources do not say.
    """

    name: str
    title: str
    subtitle: str
    audience: str
    language: str
    as_of: str
    marking: str
    labels: Labels
    chapters: tuple[Chapter, ...]
    annex: tuple[AnnexSource, ...]
    sources: tuple[SourceRow, ...]
    gaps: tuple[GapRow, ...]


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
        language=labels.language,
        as_of=long_date(pack.as_of, language),
        marking=pack.marking,
        labels=labels,
        chapters=tuple(_chapter(number, pack, labels, language) for number in range(len(pack.sections))),
        annex=_annex(pack),
        sources=tuple(_source_row(note, labels, language) for note in pack.sources),
        gaps=_gap_rows(pack, labels),
    )


def _chapter(number: int, pack: Pack, labels: Labels, language: Language) -> Chapter:
    section = pack.sections[number]
    return Chapter(
        anchor=anchor("s", section.id),
        title=section.title,
        level=section.level,
        layout=section.layout,
        opening=number == 0 and section.layout == "summary",
        intro=section.intro or "",
        statements=tuple(_statement(item, pack, labels, language) for item in section.items),
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
        text=item.text,
        quoted=item.quoted,
        byline=" · ".join(part for part in (holder, when) if part),
        holder=holder,
        date=when,
        subject=item.topic or "",
        number=item.number or "",
        deadline=deadline,
        status=_status(item, labels),
        superseded=item.superseded,
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
        "passage": labels.passage,
        "note": labels.note,
    }
    return names[item.type]


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


def _unbroken(label: str) -> str:
    """A label whose paragraph sign and number stay on one line."""
    return label.replace("¶ ", "¶\u00a0")


def _annex(pack: Pack) -> tuple[AnnexSource, ...]:
    chapter_of = {item.id: section.title for section in pack.sections for item in section.items}
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
                    cited_in=_back_links(citation, chapter_of),
                )
                for citation in citations
            ),
        )
        for source, citations in by_source.items()
    )


def _back_links(citation: Citation, chapter_of: Mapping[str, str]) -> tuple[BackLink, ...]:
    chapters = [chapter_of[item] for item in citation.cited_by]
    return tuple(
        BackLink(
            label=f"{chapter} ({chapters[: place + 1].count(chapter)})" if chapters.count(chapter) > 1 else chapter,
            anchor=anchor("i", item),
        )
        for place, (item, chapter) in enumerate(zip(citation.cited_by, chapters, strict=True))
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
        GapRow(section=gap.title or titles.get(gap.section, gap.section), subject=gap.topic or "", reason=gap.reason)
        for gap in pack.gaps
    )
