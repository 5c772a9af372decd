"""The page around a document that was copied from a site: navigation above and below, and the metadata it shows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .claims import Claim
from .front import DOSSIER, SALUTATION
from .joining import ends_sentence
from .lexicon import starts, words
from .lines import Line, Lines, without_lines

# Several links of a menu on one line: `[overzicht] [activiteiten] [besluiten]`.
MENU = re.compile(r"(?:\[[^\[\]]+\]\s*){3,}")

# A menu with signs between its links: `Home | Kamerstukken | Brieven regering`, `Home > Kamerstukken`.
TRAIL = re.compile(r"[^|›»>/]{2,30}(?:\s[|›»>/]\s[^|›»>]{2,60}){2,}")

# The heading of a page: the kind of the document and its title: `Brief regering : Actualisatie Staat van de Unie`.
PAGE_HEADING = re.compile(r"[A-Z][^:.]{3,60} : (?=\S)")

# The facts of a paper in one row, run together: `Tweede Kamer der Staten-Generaal2016-201734700 nr. 19`.
FACTS_ROW = re.compile(r"(?:Tweede|Eerste) Kamer der Staten-Generaal\s?\d{4}-\d{4}")

# The kind and the day of a document, on its page: `Kamerstuk: Kamerbrief | 03-02-2026`.
KIND_AND_DAY = re.compile(r"[A-Z][\w: ]{3,40}\s\|\s*\d\d-\d\d-\d{4}$")

# The facts that a page shows of a document: `Nummer: 2026D03628, datum: 2026-01-27`.
FACTS = re.compile(
    r"(?:nummer|documentnummer|publicatiedatum|datum|gepubliceerd|bijgewerkt|versie|zaaknummer)\s*:?\s*\S*\d", re.I
)

ABOVE = 60
"""The most lines of a page above its document."""

BELOW = 60
"""The most lines of a page below its document."""

LEAST = 2
"""The fewest lines that show that a text was copied from a page."""

SUMMARY = 8
"""The most lines of the summary of a document on its page."""

SENTENCE_WORDS = 10
"""The fewest words of a line with a full stop that belongs to a document."""


def without_page(lines: Sequence[Line]) -> tuple[Lines, tuple[Claim, ...]]:
    """The lines of the document alone, and the lines of the page around it."""
    top = _top(lines)
    bottom = _bottom(lines, top)
    around = set(range(top)) | set(range(bottom, len(lines)))
    title = _title(lines[:top])
    claims = [Claim("navigation", lines[index].text, is_title=index == title) for index in sorted(around)]
    if heading := PAGE_HEADING.match(lines[0].text.text) if lines else None:
        text = lines[0].text
        claims[:1] = [
            Claim("navigation", text.slice(0, heading.end())),
            Claim("navigation", text.slice(heading.end()), is_title=_may_be_title(text.text[heading.end() :])),
        ]
    return without_lines(lines, around), tuple(claims)


def _title(lines: Sequence[Line]) -> int | None:
    """The line above the document that names it: the one at which the trail of the page ends, or else the first."""
    texts = [line.text.text for line in lines]
    trails = [text for text in texts if TRAIL.fullmatch(text)]
    named = (index for index, text in enumerate(texts) if any(trail.endswith((f" {text}",)) for trail in trails))
    first = (index for index, text in enumerate(texts) if _may_be_title(text))
    return next(named, None) or next(first, None)


def _top(lines: Sequence[Line]) -> int:
    """The number of lines above the document: up to the last line of the page before its first words."""
    first = next((index for index, line in enumerate(lines[:ABOVE]) if _is_document(line.text.text)), ABOVE)
    first = max([first, *(index for index in range(first, first + SUMMARY) if _closes_summary(lines, index))])
    chrome = [index for index, line in enumerate(lines[: first + 1]) if _is_chrome(line.text.text)]
    if len(chrome) >= LEAST:
        return chrome[-1] + 1
    return 1 if lines and PAGE_HEADING.match(lines[0].text.text) else 0


def _closes_summary(lines: Sequence[Line], index: int) -> bool:
    """Whether a line below the summary of a document still tells its kind and day."""
    return index < len(lines) and bool(KIND_AND_DAY.fullmatch(lines[index].text.text))


def _is_document(text: str) -> bool:
    """Whether a line is surely of the document itself: a sentence, or a line of a letterhead."""
    is_sentence = len(text.split()) >= SENTENCE_WORDS and ends_sentence(text)
    return not _is_chrome(text) and (is_sentence or bool(DOSSIER.match(text) or SALUTATION.match(text)))


def _bottom(lines: Sequence[Line], top: int) -> int:
    """The index of the first line below the document: a heading of the page, or adjoining lines of it at the end."""
    if not top:
        return len(lines)
    ends = (index for index in range(max(top, len(lines) - BELOW), len(lines)) if _begins_end(lines[index].text.text))
    bottom = next(ends, len(lines))
    while top and bottom > top and _is_chrome(lines[bottom - 1].text.text):
        bottom -= 1
    return bottom


def _begins_end(text: str) -> bool:
    """Whether a line is a heading of what a page shows below its document."""
    return text.casefold().strip(" :") in words("page_ends")


def _is_chrome(text: str) -> bool:
    folded = text.casefold()
    patterns = (
        MENU.match(text), TRAIL.fullmatch(text), FACTS.match(text), FACTS_ROW.match(text), KIND_AND_DAY.match(text),
    )  # fmt: skip
    return any(patterns) or folded.startswith(starts("page_starts"))


def _may_be_title(text: str) -> bool:
    """Whether a line above the document can name it: neither a line of the page nor a kind of document."""
    return not _is_chrome(text) and text.casefold() not in words("page_labels")
