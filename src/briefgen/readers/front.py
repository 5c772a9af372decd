"""What stands before the text: the letterhead of a letter, the cover and the contents of a report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .claims import Claim
from .dates import DATE, DATE_LINE
from .joining import ends_sentence, ends_unfinished
from .levels import NUMBERING, ROMAN, is_numbered
from .lexicon import words
from .lines import Lines, without_lines

# The line of a dossier: number, chapter of the budget, title: `36 800 V Vaststelling van …`, `21 501-02 Raad …`; in
# older papers the title stands on the next line.
DOSSIER = re.compile(
    r"(?P<dossier>\d{2}\s?\d{3})(?:[\s-]+(?:\()?(?P<chapter>[IVXLC]+|[A-J]|\d{2})\)?)?(?:\s+(?=[A-Z(‘'“])|$)"
)

# The number of a dossier alone.
LONE_DOSSIER = re.compile(r"\d{2}\s?\d{3}(?:[\s-]+(?:[IVXLC]+|\d{2}))?")

# The line of a paper in its dossier: `Nr. 32 Brief van de minister van …`, `Nr. 103`, in older papers `nr. 3`.
PAPER = re.compile(r"(?:N[rR]|nr)\.?\s?(?P<number>\d+|[A-Z]{1,2})\b(?:\s+(?P<title>[A-Z].+))?$")

# The line of a paper of the Senate, which letters count: `B VOORLOPIG VERSLAG VAN DE VASTE COMMISSIE VOOR …`.
SENATE_PAPER = re.compile(
    r"(?P<number>[A-Z]{1,2})\s+(?=(?:(?:NADER|VOORLOPIG|GEWIJZIGD|NADERE|TWEEDE|DERDE)E?\s+)*"
    r"(?:BRIEF|VERSLAG|MEMORIE|NOTA|MOTIE|VOORSTEL|EINDVERSLAG|LIJST)\b)"
)

# The line that says when a committee adopted its report: `Vastgesteld 21 juni 2022`; in a draft
# `Vastgesteld, .. xxxx 2025`.
ADOPTED = re.compile(r"(?:Vastgesteld|Voorgesteld|Ontvangen)(?:\s+op)?,?\s+[\d.…x]{1,3}\s+\w{3,}\.?\s+(?:19|20)\d\d$")

# The line of the addressee: `Aan de Voorzitter van de Tweede Kamer der Staten-Generaal`.
ADDRESSEE = re.compile(
    r"Aan\s+(?:de\s+|het\s+)?(?:\w+\s+)?(?:[Vv]oorzitter|Tweede|Eerste|[Ll]eden|[Gg]riffier)\b.{0,120}$"
)

# A labelled line of a letterhead: `Datum 27 januari 2026`, `Betreft: …`.
LABELLED = re.compile(
    r"(?P<label>Datum|Betreft|Onderwerp|Ons kenmerk|Uw kenmerk|Onze referentie|Uw referentie|Uw brief|Kenmerk"
    r"|Contactpersoon)\b\s*:?\s*(?P<value>.*)$"
)

# The label of the date of a letter or a report, with the date on its line or on the next one: `Datum 3 februari 2026`,
# `Datum: 12 maart 2024`, `Datum`.
LABELLED_DATE = re.compile(rf"Datum(?:\s*:?\s+{DATE.pattern}|\s*:?$)")

# Lines of the printed series of parliament and of the stationery of a ministry.
SERIES = re.compile(
    r"(?:Tweede|Eerste) Kamer der Staten-Generaal\b.{0,12}$|Vergaderjaar \d{4}.\d{2,4}|kst-\d|ISSN\b"
    r"|Aanhangsel van de Handelingen$|Vragen gesteld door de leden der Kamer\b.{0,80}$"
    r"|['’]s-Gravenhage \d{4}|>?\s*Retouradres|Postbus \d|www\.rijksoverheid\.nl$",
    re.I,
)

# The words that open a letter.
SALUTATION = re.compile(r"(?:Hoogg|G)eachte\s.{0,60},?$")

# A line of a table of contents: title, leader or tab, page: `Inleiding ..... 3`.
CONTENTS_LINE = re.compile(r"(?P<title>\S.*?)(?:\s*\t\s*|\s*\.{3,}\s*|\s{3,}|(?:\s\.){3,}\s*)(?P<page>\d{1,4})$")

# A line of the page with the rights in a report: `© Instituut Voorbeeld`, `ISBN 978-…`, `Cover photo: …`.
IMPRINT = re.compile(
    r"©|ISBN\b|Copyright\b|Cover (?:photo|image)\b|Omslag(?:foto)?\b|Foto (?:omslag|cover)\b|All rights reserved"
    r"|Alle rechten voorbehouden|Unauthori[sz]ed use|Disclaimer\b",
    re.I,
)

# A number of a section or a page on a line of its own, and what stands above the numbers of pages.
BARE_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5})\.?|(?:blz|pag|p)\.?|pagina", re.I)

IMPRINT_LINES = 8
"""The most lines of the page with the rights."""

LONGEST_CONTENTS = 300
"""The most lines of a table of contents."""

REPEATED = 0.5
"""The least share of the entries of contents that the text repeats."""

TOP = 40
"""The most lines of a letterhead or cover."""

SENTENCE_WORDS = 8
"""The fewest words of a sentence; a shorter line with a full stop is an abbreviation or an address."""

LONGEST_COVER_LINE = 100
LONGEST_TITLE = 150


@dataclass(frozen=True, slots=True)
class Front:
    """What stood before the text.

    Attributes:
        claims: letterhead, cover and contents.
        contents: the titles that the contents name, in lower case.
    """

    claims: tuple[Claim, ...] = ()
    contents: frozenset[str] = frozenset()

    @property
    def is_letter(self) -> bool:
        """Whether a letterhead was found."""
        return any(claim.kind == "letterhead" for claim in self.claims)


def without_front(lines: Lines) -> tuple[Lines, Front]:
    """The lines without letterhead, cover and contents, and those."""
    contents, titles = _contents(lines)
    head = _letterhead(lines) - contents
    cover = set() if head else _cover(lines)
    claims = [Claim("contents", lines[index].text) for index in sorted(contents)]
    claims += [Claim("letterhead", lines[index].text) for index in sorted(head)]
    claims += [Claim("cover", lines[index].text) for index in sorted(cover - contents)]
    return without_lines(lines, contents | head | cover), Front(tuple(claims), titles)


def _contents(lines: Lines) -> tuple[set[int], frozenset[str]]:
    """The lines of the table of contents, and the titles in lower case as the text prints them."""
    for start, line in enumerate(lines):
        if line.text.text.strip(":").casefold() in words("contents"):
            found, titles = _paged_contents(lines, start + 1) or _repeated_contents(lines, start + 1)
            if found:
                return found, titles
    return set(), frozenset()


def _paged_contents(lines: Lines, first: int) -> tuple[set[int], frozenset[str]] | None:
    """Contents whose lines end with the numbers of pages."""
    titles: list[str] = []
    while first + len(titles) < len(lines):
        match = CONTENTS_LINE.fullmatch(lines[first + len(titles)].text.text)
        if match is None:
            break
        titles.append(" ".join(match["title"].casefold().split()))
    return (set(range(first, first + len(titles))), frozenset(titles)) if titles else None


def _repeated_contents(lines: Lines, first: int) -> tuple[set[int], frozenset[str]]:
    """Contents without page numbers, or with numbers on lines of their own: the text repeats their titles.

    They end where the title of their first entry stands for the second time.
    """
    stop = min(len(lines), first + LONGEST_CONTENTS)
    bare = [_bare(line.text.text) for line in lines[first:]]
    opening = next((title for title in bare[: stop - first] if title), None)
    places = [index for index, title in enumerate(bare) if title == opening]
    if opening is None or len(places) < 2:
        return set(), frozenset()
    entries = [title for title in bare[: places[1]] if title]
    printed = {
        title: lines[first + index].text.text.casefold() for index, title in enumerate(bare[places[1] :], places[1])
    }
    repeated = {printed[title] for title in entries if title in printed}
    if len(entries) < 2 or len(repeated) < REPEATED * len(entries):
        return set(), frozenset()
    return set(range(first, first + places[1])), frozenset(repeated)


def _bare(text: str) -> str:
    """A line without the number of a section before it and that of a page behind it, in lower case."""
    match = CONTENTS_LINE.fullmatch(text)
    title = match["title"] if match else text
    number = NUMBERING.match(title) or ROMAN.match(title)
    title = title[number.end() :] if number else title
    return "" if BARE_NUMBER.fullmatch(title) else title.casefold().strip()


def _letterhead(lines: Lines) -> set[int]:
    """The lines of a letterhead at the top.

    It names the paper, the series or the addressee, or greets; or it labels its date and something else.
    """
    patterns = (PAPER, SENATE_PAPER, ADDRESSEE, SERIES, SALUTATION, ADOPTED, LABELLED, DATE_LINE)
    found = {
        index for index, line in enumerate(lines[:TOP]) if any(pattern.match(line.text.text) for pattern in patterns)
    }
    if not _is_letterhead([lines[index].text.text for index in sorted(found)]):
        return set()
    found |= {index for index in range(max(found)) if DOSSIER.match(lines[index].text.text)}
    found |= {
        index + 1
        for index in found
        if index + 1 < len(lines) and lines[index + 1].adjoins and _continues_below(lines[index].text.text)
    }
    greetings = [index for index in found if SALUTATION.match(lines[index].text.text)]
    if greetings and all(_may_be_stationery(line.text.text) for line in lines[: greetings[0]]):
        found |= set(range(greetings[0]))
    return found | _between(lines, sorted(found))


def _is_letterhead(texts: Sequence[str]) -> bool:
    """Whether lines that may stand in a letterhead are one: a single date or label may stand elsewhere, too."""
    sure = (PAPER, SENATE_PAPER, ADDRESSEE, SERIES, SALUTATION)
    labels = {match["label"] for text in texts if (match := LABELLED.match(text))}
    is_labelled = len(labels) > 1 and any(LABELLED_DATE.match(text) for text in texts)
    return is_labelled or any(pattern.match(text) for text in texts for pattern in sure)


def _may_be_stationery(text: str) -> bool:
    """Whether a line above the words that open a letter can belong to its letterhead: it is no sentence."""
    return len(text) <= LONGEST_TITLE and not (ends_sentence(text) and len(text.split()) >= SENTENCE_WORDS)


def _continues_below(text: str) -> bool:
    """Whether a line of a letterhead is a label or a number whose value or title stands on the next line."""
    paper = PAPER.match(text)
    is_number = bool(LONE_DOSSIER.fullmatch(text)) or bool(paper and not paper["title"])
    goes_on = ends_unfinished(text) and bool(SERIES.match(text) or ADDRESSEE.match(text))
    return is_lone_label(text) or is_number or goes_on


def is_lone_label(text: str) -> bool:
    """Whether a line of a letterhead is a label whose value stands on the next line."""
    match = LABELLED.match(text)
    return match is not None and not match["value"]


def _between(lines: Lines, found: Sequence[int]) -> set[int]:
    """The further lines of a long title: they adjoin the line of a letterhead before and after them."""
    between: set[int] = set()
    for first, last in pairwise(found):
        if all(line.adjoins for line in lines[first + 1 : last + 1]):
            between |= set(range(first + 1, last))
    return between


def _cover(lines: Lines) -> set[int]:
    """The lines of a cover: short lines at the top down to the last one in capitals or with a date, or one title."""
    last = 0
    for index, line in enumerate(lines[:TOP]):
        text = line.text.text
        if len(text) > LONGEST_COVER_LINE or text.endswith((".", "?", ":")) or text.casefold() in words("contents"):
            break
        if line.depth:
            break
        if text.isupper() or any(pattern.match(text) for pattern in (DATE_LINE, ADOPTED, LABELLED_DATE)):
            last = index + 1
    if not last:
        return _title(lines)
    return set(range(last)) | _imprint(lines, last)


def _imprint(lines: Lines, first: int) -> set[int]:
    """The lines of the page with the rights, directly behind the cover."""
    last = first
    for index, line in enumerate(lines[first : first + IMPRINT_LINES], first):
        if IMPRINT.match(line.text.text):
            last = index + 1
    return set(range(first, last))


def _title(lines: Lines) -> set[int]:
    """The first line, when it is a title: it stands apart and another short line follows it."""
    if len(lines) < 3 or lines[0].depth or lines[0].text.text.casefold() in words("contents"):
        return set()
    first, second = lines[0].text.text, lines[1].text.text
    is_title = len(first) <= LONGEST_TITLE and first[0].isupper() and not (ends_sentence(first) or is_numbered(first))
    is_heading = len(second) <= LONGEST_COVER_LINE and not ends_sentence(second) and second[0].isupper()
    return {0} if is_title and is_heading and lines[1].gap else set()
