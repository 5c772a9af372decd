"""What stands before the text: the letterhead of a letter, the cover and the contents of a report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .claims import Claim
from .dates import DATE_LINE
from .joining import ends_sentence
from .levels import is_numbered
from .lexicon import words
from .lines import Lines, without_lines

# The line of a dossier: number, chapter of the budget, title: `36 800 V Vaststelling van …`, `21 501-02 Raad …`.
DOSSIER = re.compile(
    r"(?P<dossier>\d{2}\s?\d{3})(?:[\s-]+(?:\()?(?P<chapter>[IVXLC]+|[A-J]|\d{2})\)?)?\s+(?=[A-Z(‘'“])"
)

# The line of a paper in its dossier: `Nr. 32 Brief van de minister van …`, `Nr. 103`.
PAPER = re.compile(r"N[rR]\.?\s?(?P<number>\d+|[A-Z]{1,2})\b(?:\s+(?P<title>[A-Z].+))?$")

# The line of the addressee: `Aan de Voorzitter van de Tweede Kamer der Staten-Generaal`.
ADDRESSEE = re.compile(
    r"Aan\s+(?:de\s+|het\s+)?(?:\w+\s+)?(?:[Vv]oorzitter|Tweede|Eerste|[Ll]eden|[Gg]riffier)\b.{0,120}$"
)

# A labelled line of a letterhead: `Datum 27 januari 2026`, `Betreft: …`.
LABELLED = re.compile(
    r"(?P<label>Datum|Betreft|Onderwerp|Ons kenmerk|Uw kenmerk|Onze referentie|Uw referentie|Uw brief|Kenmerk"
    r"|Contactpersoon)\b\s*:?\s*(?P<value>.*)$"
)

# Lines of the printed series of parliament and of the stationery of a ministry.
SERIES = re.compile(
    r"(?:Tweede|Eerste) Kamer der Staten-Generaal\b.{0,12}$|Vergaderjaar \d{4}.\d{2,4}|kst-\d|ISSN\b"
    r"|['’]s-Gravenhage \d{4}|> Retouradres|Postbus \d|www\.rijksoverheid\.nl$",
    re.I,
)

# The words that open a letter.
SALUTATION = re.compile(r"(?:Hoogg|G)eachte\s.{0,60},?$")

# A line of a table of contents: title, leader or tab, page: `Inleiding ..... 3`.
CONTENTS_LINE = re.compile(r"(?P<title>\S.*?)(?:\s*\t\s*|\s*\.{3,}\s*|\s{3,}|(?:\s\.){3,}\s*)(?P<page>\d{1,4})$")

# A number and a title that the contents print without the sign between them: `Thema 1 Geopolitiek`.
_SIGNS = re.compile(r"\s*[|:–-]\s+|\s+")

TOP = 40
"""The most lines of a letterhead or cover."""

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
    head = _letterhead(lines)
    cover = set() if head else _cover(lines)
    claims = [Claim("contents", lines[index].text) for index in sorted(contents)]
    claims += [Claim("letterhead", lines[index].text) for index in sorted(head)]
    claims += [Claim("cover", lines[index].text) for index in sorted(cover - contents)]
    return without_lines(lines, contents | head | cover), Front(tuple(claims), titles)


def _contents(lines: Lines) -> tuple[set[int], frozenset[str]]:
    """The lines of the table of contents, and their titles in lower case."""
    for start, line in enumerate(lines):
        if line.text.text.strip(":").casefold() in words("contents"):
            matches = {}
            index = start + 1
            while index < len(lines) and (match := CONTENTS_LINE.fullmatch(lines[index].text.text)):
                matches[index] = match["title"].strip().casefold()
                index += 1
            if matches:
                return set(matches), frozenset(matches.values())
    return set(), frozenset()


def _letterhead(lines: Lines) -> set[int]:
    """The lines of a letterhead at the top; it names the paper, the series or the addressee, or greets."""
    patterns = (PAPER, ADDRESSEE, SERIES, SALUTATION, LABELLED, DATE_LINE)
    found = {
        index for index, line in enumerate(lines[:TOP]) if any(pattern.match(line.text.text) for pattern in patterns)
    }
    sure = (PAPER, ADDRESSEE, SERIES, SALUTATION)
    if not any(pattern.match(lines[index].text.text) for index in found for pattern in sure):
        return set()
    found |= {index for index in range(max(found)) if DOSSIER.match(lines[index].text.text)}
    found |= {index + 1 for index in found if is_lone_label(lines[index].text.text) and index + 1 < len(lines)}
    return found | _between(lines, sorted(found))


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
        if text.isupper() or DATE_LINE.match(text):
            last = index + 1
    return set(range(last)) or _title(lines)


def _title(lines: Lines) -> set[int]:
    """The first line, when it is a title: it stands apart and another short line follows it."""
    if len(lines) < 3 or lines[0].depth:
        return set()
    first, second = lines[0].text.text, lines[1].text.text
    is_title = len(first) <= LONGEST_TITLE and first[0].isupper() and not (ends_sentence(first) or is_numbered(first))
    is_heading = len(second) <= LONGEST_COVER_LINE and not ends_sentence(second) and second[0].isupper()
    return {0} if is_title and is_heading and lines[1].gap else set()
