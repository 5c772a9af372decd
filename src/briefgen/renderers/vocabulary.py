"""The vocabulary of the templates: a pack in ready-made words, the same for Word and for HTML.

Templates print these fields and decide nothing: dates are written out, holders and kinds have their label, every
link has its anchor. `presenting` makes the vocabulary from a `Pack`.
"""

from __future__ import annotations

import re

from ..labels import Labels
from ..model import Model
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
        cabinet: the name of the cabinet whose words they are (`kabinet-Schoof`); empty when it is not certain.
        change: how it differs from the older statement behind it (`standpunt gewijzigd?`); empty when it does not.
        nature: the kind of discussion of an agenda item (`beleidsdebat`); empty when it is not known.
        sensitivity: what makes the subject sensitive, in counts (`vragen van D66 en PVV`); empty when nothing does.
        language: the language of the words where it is not that of the pack (`en`); empty otherwise.
        url: where the paper that it names is published; empty when it names none. `link` uses it.
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
    cabinet: str
    change: str
    nature: str
    sensitivity: str
    language: str
    url: str
    sources: tuple[SourceLink, ...]


class Cell(Model):
    """One cell of the data behind a picture.

    Attributes:
        text: its words or its number.
    """

    text: str


class TableRow(Model):
    """One row of the data behind a picture.

    Attributes:
        cells: its cells, the first one being what the row is about.
    """

    cells: tuple[Cell, ...]


class Picture(Model):
    """A picture of counts or days.

    Attributes:
        anchor: name of the place in the file; `link` and `bookmark` use it.
        title: its caption (`Belangrijke data`).
        alt: what it shows, for who does not see it.
        file: the drawing, as a page loads it (`pictures/tijdlijn.svg`).
        head: the heads of the columns of its data.
        rows: its data.
    """

    anchor: str
    title: str
    alt: str
    file: str
    head: tuple[Cell, ...]
    rows: tuple[TableRow, ...]


class Chapter(Model):
    """A section of the pack.

    Attributes:
        anchor: name of the place in the file; `link` and `bookmark` use it.
        title: the heading (`Uitbreiding`).
        level: the level of the heading, 1 or 2.
        layout: the form that the definition of the pack asks for (`statements`, `dialogue`, `commitments`, `summary`,
            `overview`, `calendar`, `fields`).
        opening: true for a summary that opens the pack; it stands before the contents.
        intro: the sentence under the heading; empty when there is none.
        statements: what it says.
        pictures: what it shows.
        gap: empty unless the sources say nothing.
    """

    anchor: str
    title: str
    level: int
    layout: str
    opening: bool
    intro: str
    statements: tuple[Statement, ...]
    pictures: tuple[Picture, ...]
    gap: str


class AnnexParagraph(Model):
    """One cited paragraph in full.

    Attributes:
        number: its number in the annex (`12`).
        anchor: name of the place in the file; `link`, `bookmark` and `footnote` use it.
        label: source and paragraph (`Staat van de Unie 2026, ¶ 46`).
        path: the headings above it (`Deel 1 › Uitbreiding`); empty when there is none.
        text: the whole paragraph, as its source has it.
        language: its language where it is not that of the pack (`en`); empty otherwise.
        cited_in: the statements that cite it.
    """

    number: int
    anchor: str
    label: str
    path: str
    text: str
    language: str
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


class IndexRow(Model):
    """One line of the index.

    Attributes:
        term: the subject or the parliamentary paper.
        places: the statements on it.
    """

    term: str
    places: tuple[BackLink, ...]


class IndexPart(Model):
    """One part of the index: the subjects, or the parliamentary papers.

    Attributes:
        title: its heading (`Onderwerpen`).
        rows: its lines, in the order of the alphabet.
    """

    title: str
    rows: tuple[IndexRow, ...]


class PackView(Model):
    """A whole pack in the words of the templates.

    Attributes:
        name: the name of its definition (`presidency-2029`).
        title: its title.
        subtitle: its second title; empty when there is none.
        audience: for whom; empty when there is none.
        author: who answers for it; empty when nobody is named.
        keywords: its subjects, with commas between them.
        language: the language of the fixed words (`nl-NL`).
        as_of: the day that the pack describes, written out (`1 juni 2026`).
        marking: the classification (`Concept – openbare bronnen`).
        labels: the fixed words in the language of the pack.
        chapters: the sections of the pack, with their statements.
        annex: every cited paragraph in full, by source.
        sources: the list of sources.
        gaps: what the sources do not say.
        index: where to find a subject or a paper.
    """

    name: str
    title: str
    subtitle: str
    audience: str
    author: str
    keywords: str
    language: str
    as_of: str
    marking: str
    labels: Labels
    chapters: tuple[Chapter, ...]
    annex: tuple[AnnexSource, ...]
    sources: tuple[SourceRow, ...]
    gaps: tuple[GapRow, ...]
    index: tuple[IndexPart, ...]
