"""The parts that several notations share: `nr.`, the sign of a Chamber, pages, `bijlage bij`."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from .cursor import Cursor
from .mention import Mention
from .vocabulary import parliament, titles

Reading = tuple[tuple[Mention, ...], Cursor]
"""What a rule read, and the cursor behind it."""

HYPHENS = "-–‑"
# Which signs close a quotation that a sign opens.
QUOTES = {"‘": "’'", "'": "'’", "“": '”"', "«": "»", '"': '"”', "„": "”“", "’": "’"}
LONGEST_TITLE = 40
# How the sign of a Chamber is printed, also with small letters L for a roman numeral.
CHAMBERS = frozenset({"I", "II", "l", "ll", "Il", "lI", "TK", "EK"})


@lru_cache(maxsize=4096)
def is_attachment(word: str) -> bool:
    """Whether a word in small letters is `bijlage`, also with one typing error."""
    if not 6 <= len(word) <= 9:
        return False
    return any(int(OSA.distance(word, listed)) <= 1 for listed in parliament().attachment_words)


def read_attachment(cursor: Cursor) -> Cursor | None:
    """Behind `bijlage bij`, also with one typing error (`bijalge bij`)."""
    if not is_attachment(cursor.token.lower):
        return None
    behind = cursor.step()
    behind = behind.number(5, 9) or behind  # the number of the attachment: `Bijlage 929506 bij`
    behind_bij = behind.word("bij")
    return behind_bij if behind_bij and behind_bij.one_of(parliament().keywords) else None


def read_chamber(cursor: Cursor) -> Cursor:
    """Behind the sign of a Chamber (`II`, also printed as two small L, `I`, `(TK)`), or here."""
    if cursor.token.text in CHAMBERS:
        return cursor.step()
    bracketed = cursor.sign("(")
    if bracketed and bracketed.token.text in CHAMBERS:
        return bracketed.step().sign(")") or cursor
    return cursor


def read_number_word(cursor: Cursor) -> Cursor | None:
    """Behind `nr.`, `nrs.` or `stuk nr.`, if it stands here."""
    behind = cursor.skip_word("stuk").one_of(parliament().number_words)
    return behind.skip(".").skip(":") if behind else None


def read_pages(cursor: Cursor) -> tuple[str, Cursor] | None:
    """The printed pages at the cursor (`, p. 3`, `(p. 5-6)`), and the cursor behind them."""
    bracket = cursor.sign("(")
    behind = (bracket or cursor.skip(",")).one_of(parliament().page_words)
    if not behind:
        return None
    first = behind.skip(".")
    last = first.number(1, 4)
    if not last:
        return None
    pages = first.token.text
    hyphen = last.sign(HYPHENS)
    if hyphen and hyphen.number(1, 4):
        pages, last = f"{pages}-{hyphen.token.text}", hyphen.step()
    closed = last.sign(")") if bracket else last
    return (pages, closed) if closed else None


def read_quotation(cursor: Cursor) -> Cursor | None:
    """Behind a quotation that begins here with a capital or a digit, if it ends soon."""
    closing = QUOTES.get(cursor.token.text)
    place = cursor.step()
    if not closing or place.token.spaced or not (place.token.capital or place.token.kind == "number"):
        return None
    for _ in range(LONGEST_TITLE):
        if place.done:
            return None
        if place.token.text in closing and not place.token.spaced:
            return place.step()
        place = place.step()
    return None


def read_date(cursor: Cursor) -> Cursor | None:
    """Behind a date (`6 december 2024`, `juni 2024`, `21 april`) or a year, if one stands here."""
    day = cursor.number(1, 2)
    second = (day.word("en") or day.sign(HYPHENS)) if day else None  # 20 en 21 maart
    day = (second.number(1, 2) if second else None) or day
    month = (day or cursor).one_of(titles().months)
    if month:
        year = month.skip(".").number(4, 4)
        return year or (month if day else None)
    year = cursor.number(4, 4)
    return year if year and 1950 <= int(cursor.token.text) <= 2100 else None
