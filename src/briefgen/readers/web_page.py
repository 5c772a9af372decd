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
TRAIL = re.compile(r"[^|›»>]{2,30}(?:\s[|›»>]\s[^|›»>]{2,60}){2,}")

# The facts that a page shows of a document: `Nummer: 2026D03628, datum: 2026-01-27`.
FACTS = re.compile(
    r"(?:nummer|documentnummer|publicatiedatum|datum|gepubliceerd|bijgewerkt|versie|zaaknummer)\s*:?\s*\S*\d", re.I
)

ABOVE = 60
"""The most lines of a page above its document."""

LEAST = 2
"""The fewest lines that show that a text was copied from a page."""

SENTENCE_WORDS = 10
"""The fewest words of a line with a full stop that belongs to a document."""


def without_page(lines: Sequence[Line]) -> tuple[Lines, tuple[Claim, ...]]:
    """The lines of the document alone, and the lines of the page around it."""
    top = _top(lines)
    bottom = _bottom(lines, top)
    around = set(range(top)) | set(range(bottom, len(lines)))
    title = next((index for index in range(top) if _may_be_title(lines[index].text.text)), None)
    claims = tuple(Claim("navigation", lines[index].text, is_title=index == title) for index in sorted(around))
    return without_lines(lines, around), claims


def _top(lines: Sequence[Line]) -> int:
    """The number of lines above the document: up to the last line of the page before its first words."""
    first = next((index for index, line in enumerate(lines[:ABOVE]) if _is_document(line.text.text)), ABOVE)
    chrome = [index for index, line in enumerate(lines[:first]) if _is_chrome(line.text.text)]
    return chrome[-1] + 1 if len(chrome) >= LEAST else 0


def _is_document(text: str) -> bool:
    """Whether a line is surely of the document itself: a sentence, or a line of a letterhead."""
    is_sentence = len(text.split()) >= SENTENCE_WORDS and ends_sentence(text)
    return not _is_chrome(text) and (is_sentence or bool(DOSSIER.match(text) or SALUTATION.match(text)))


def _bottom(lines: Sequence[Line], top: int) -> int:
    """The index of the first line below the document; only directly adjoining lines of the page count."""
    bottom = len(lines)
    while top and bottom > top and _is_chrome(lines[bottom - 1].text.text):
        bottom -= 1
    return bottom


def _is_chrome(text: str) -> bool:
    folded = text.casefold()
    return bool(MENU.match(text) or TRAIL.fullmatch(text) or FACTS.match(text)) or folded.startswith(
        starts("page_starts")
    )


def _may_be_title(text: str) -> bool:
    """Whether a line above the document can name it: neither a line of the page nor a kind of document."""
    return not _is_chrome(text) and text.casefold() not in words("page_labels")
