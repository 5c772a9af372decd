"""The grammar of the Official Journal of the European Union.

journal = ("PB" | "PbEU" | "PbEG" | "OJ") ["EU" | "EG"] [year ","] series [","] number [["van" | ","] date] {pages}
series  = "L" | "C" | "CE" | "CI"
number  = 1 to 4 digits | year "/" number           (since October 2023 each act has a number of its own)
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .cursor import Cursor
from .mention import Mention
from .parts import Reading, read_date, read_pages

# What the journal is called, in small letters.
JOURNALS = frozenset({"pb", "pbeu", "pbeg", "oj", "publicatieblad"})
# The parts of the journal: legislation, information, and their annexes.
SERIES = re.compile(r"[LC][EI]?")
BODIES = ("eu", "eg", "ue", "van", "de", "europese", "unie")
# The journal exists since 1958; the numbering of single acts since 2023.
FIRST_YEAR, LAST_YEAR = 1958, 2100


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue, or since 2023 an act: its number, its year where the number tells it, and the cursor behind it."""

    number: str
    year: str | None
    cursor: Cursor


def read_journal(cursor: Cursor) -> Reading | None:
    """A paper of the Official Journal: `PB L 119 van 4.5.2016, p. 1`, `PbEU 2016, L 119`, `PB L, 2024/1689`."""
    if cursor.token.lower not in JOURNALS:
        return None
    named = cursor.step()
    while behind := named.word(*BODIES):
        named = behind
    before = _year(named)
    series = (before or named).skip(",")
    if not SERIES.fullmatch(series.token.text):
        return None
    issue = _issue(series.step().skip(",").skip_word("nr").skip("."))
    if not issue:
        return None
    dated = _dated(issue.cursor)
    year = issue.year or (named.token.text if before else dated[0] if dated else None)
    identifier = f"OJ:{series.token.text}:{year}:{issue.number}" if year else None
    end = dated[1] if dated else issue.cursor
    pages = read_pages(end)
    stop = pages[1] if pages else end
    mention = Mention(
        "eu-doc", cursor.token.start, stop.read_until, identifier, "certain" if year else "unresolved", "journal",
        pages=pages[0] if pages else None,
    )  # fmt: skip
    return (mention,), stop


def _year(cursor: Cursor) -> Cursor | None:
    behind = cursor.number(4, 4)
    return behind if behind and FIRST_YEAR <= int(cursor.token.text) <= LAST_YEAR else None


def _issue(cursor: Cursor) -> Issue | None:
    year = _year(cursor)
    slash = year.sign("/") if year else None
    act = slash.number(1, 5) if slash else None
    if slash and act:
        return Issue(slash.token.text, cursor.token.text, act)
    behind = cursor.number(1, 4)
    return Issue(cursor.token.text, None, behind) if behind else None


def _dated(cursor: Cursor) -> tuple[str, Cursor] | None:
    """The year of a date behind the number, and the cursor behind it: `van 4.5.2016`, `, 12 juli 2024`."""
    place = cursor.skip_word("van").skip(",")
    end = _in_digits(place) or read_date(place)
    year = end.tokens[end.position - 1].text if end else ""
    return (year, end) if end and len(year) == 4 else None


def _in_digits(cursor: Cursor) -> Cursor | None:
    """Behind `4.5.2016` or `4-5-2016`."""
    day = cursor.number(1, 2)
    month = day.sign(".-/") if day else None
    parted = month.number(1, 2) if month else None
    year = parted.sign(".-/") if parted else None
    return _year(year) if year else None
