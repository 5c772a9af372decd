"""The grammar of dossiers, in which Kamerstukken are numbered.

    dossiers = dossier {("en" | "/") (dossier | addition)}        (one paper of several dossiers)
    dossier  = (5 digits | 2 digits 3 digits) [addition]
    addition = "-" 2 digits | chapter (roman numeral or letter)
    item     = 1 to 4 digits [letter] | 1 to 3 capitals           (the number of a paper within its dossier)

A dossier that cannot be one (`221112`, `308 21`) is read all the same, and marked as doubtful.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .cursor import Cursor
from .mention import MentionStatus
from .parts import HYPHENS, read_number_word
from .vocabulary import parliament

# A chapter of the budget in roman numerals, I to XXIX.
ROMAN = re.compile(r"(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3})")
# The letter of a fund of the budget: A to J.
FUND = re.compile(r"[A-J]")
# The number of a paper of the Eerste Kamer: A, U, AO.
LETTERS = re.compile(r"[A-Z]{1,3}")
# Dossiers have five digits; those in use since 1985 lie in this range.
FIRST_DOSSIER, LAST_DOSSIER = 15000, 39999


@dataclass(frozen=True, slots=True)
class Dossier:
    """The number of a dossier, how sure it is, where it is printed, and the cursor behind it."""

    digits: str
    addition: str
    status: MentionStatus
    start: int
    cursor: Cursor


@dataclass(frozen=True, slots=True)
class Item:
    """The number of a paper within its dossier, and where it is printed."""

    number: str
    start: int
    end: int


def read_dossiers(cursor: Cursor, keyword: bool) -> tuple[Dossier, ...]:
    """The dossier at the cursor, with those that share its paper: `36 600 XVII en V`, `31 031/29 949`."""
    first = read_dossier(cursor, keyword)
    found = [first] if first else []
    while found and (following := _shared(found[-1])):
        found.append(following)
    return tuple(found)


def _shared(before: Dossier) -> Dossier | None:
    """Another dossier of the same paper: behind a slash, or a further chapter of the same budget."""
    slash = before.cursor.sign("/")
    joined = slash or before.cursor.word("en") or before.cursor.sign("&")
    if not joined:
        return None
    again, of_budget = (
        read_dossier(joined, keyword=False, behind_slash=slash is not None),
        ROMAN.fullmatch(before.addition) is not None,
    )
    if again and again.status == "certain":
        same_budget = again.digits == before.digits and of_budget and ROMAN.fullmatch(again.addition)
        return again if same_budget or (slash and before.status == "certain") else None
    if not of_budget or not ROMAN.fullmatch(joined.token.text) or not _announced(joined.step()):
        return None
    return replace(before, addition=joined.token.text, start=joined.token.start, cursor=joined.step())


def read_dossier(cursor: Cursor, keyword: bool, *, behind_slash: bool = False) -> Dossier | None:
    """The dossier at the cursor.

    Args:
        cursor: where its number begins.
        keyword: whether a word such as `Kamerstuk` stands before it, so that misprints are read too.
        behind_slash: whether it follows another dossier of the same paper.
    """
    digits = read_digits(cursor, keyword) if behind_slash or not _glued_before(cursor) else None
    if not digits:
        return None
    text, status, behind = digits
    behind = _registry_number(behind)
    number, behind = _addition(text, behind)
    allowed = parliament().additions.get(text)
    if allowed and number not in allowed:
        status = "doubtful"
    return Dossier(text, number, status, cursor.token.start, behind)


def read_digits(cursor: Cursor, keyword: bool) -> tuple[str, MentionStatus, Cursor] | None:
    """The digits of a dossier: 36715, 36 715, 36.715, 36-715; with a keyword also what cannot be right."""
    first = cursor.number()
    if not first:
        return None
    text = cursor.token.text
    if len(text) == 5:
        return text, _range_status(text), first
    joined = _joined(text, first, keyword)
    if joined:
        return joined
    if len(text) in {4, 6} and (keyword or _chapter_and_number(first)) and not first.sign("/"):
        return text, "doubtful", first
    return None


def _joined(text: str, first: Cursor, keyword: bool) -> tuple[str, MentionStatus, Cursor] | None:
    """The digits of a dossier that is printed in two parts."""
    parted = first.sign("." + HYPHENS)
    second = parted or first
    behind = second.number(2, 3)
    if not behind or second.token.spaced == bool(parted):
        return None
    digits = text + second.token.text
    if len(digits) != 5:
        return None
    if len(text) == 3:  # the space is misplaced: 308 21
        return (digits, "doubtful", behind) if keyword and not parted else None
    hyphenated = parted is not None and first.token.text in HYPHENS
    if hyphenated and not keyword and not _chapter_and_number(behind):
        return None
    return digits, "repaired" if hyphenated else _range_status(digits), behind


def _range_status(digits: str) -> MentionStatus:
    return "certain" if 10000 <= int(digits) <= LAST_DOSSIER else "doubtful"


def _glued_before(cursor: Cursor) -> bool:
    """Whether the number at the cursor is the rest of a longer notation: 0123-45678, 1.23456, €12345."""
    previous = cursor.previous
    if previous is None or cursor.token.spaced:
        return previous is not None and previous.text in "€$"
    return previous.kind == "number" or previous.text in "€$.,/@+_"


def _chapter_and_number(cursor: Cursor) -> bool:
    """Whether a chapter of the budget and the number of a paper follow: `-V-48`, ` V nr. 32`."""
    chapter = cursor.skip(HYPHENS)
    if not ROMAN.fullmatch(chapter.token.text):
        return False
    behind = chapter.step()
    return read_number_word(behind.skip(",")) is not None or (
        (hyphen_number := behind.sign(HYPHENS)) is not None and (hyphen_number.number(1, 4) is not None)
    )


def _registry_number(cursor: Cursor) -> Cursor:
    """Behind the number of a Kingdom act, `(R2001)`, or here."""
    bracket = cursor.sign("(")
    letter = bracket.word("r") if bracket else None
    number = letter.number(3, 4) if letter else None
    return (number.sign(")") if number else None) or cursor


def _addition(digits: str, cursor: Cursor) -> tuple[str, Cursor]:
    """What distinguishes dossiers with the same digits, or nothing."""
    hyphen = cursor.sign(HYPHENS)
    if hyphen and (behind := hyphen.number(1, 2)):
        known = digits in parliament().additions
        if known or read_number_word(behind.skip(",")) or _hyphenated(behind):
            return hyphen.token.text.zfill(2), behind
    chapter = (hyphen or cursor.skip(".")).skip_word("hoofdstuk")
    if chapter.token.kind == "word" and chapter.token.text != "":
        text = chapter.token.text
        behind = chapter.step()
        if ROMAN.fullmatch(text) or (FUND.fullmatch(text) and _announced(behind)):
            return text, behind
    return "", cursor


def _announced(cursor: Cursor) -> bool:
    """Whether the number of a paper follows, so that the letter before it is a part of the dossier."""
    return (
        read_number_word(cursor.skip(",")) is not None
        or _hyphenated(cursor)
        or ((comma := cursor.sign(",")) is not None and read_item(comma) is not None)
    )


def _hyphenated(cursor: Cursor) -> bool:
    hyphen = cursor.sign(HYPHENS)
    return hyphen is not None and read_item(hyphen) is not None


def read_item(cursor: Cursor) -> tuple[Item, Cursor] | None:
    """The number of a paper: 1 to 4 digits, perhaps with a letter (188b), or capitals (AO)."""
    token = cursor.token
    if token.kind == "word" and LETTERS.fullmatch(token.text):
        return Item(token.text, token.start, token.end), cursor.step()
    behind = cursor.number(1, 4)
    if not behind or token.text.startswith("0"):
        return None
    suffix = behind.token
    if suffix.kind == "word" and not suffix.spaced and len(suffix.text) == 1 and suffix.text.islower():
        return Item(token.text + suffix.text, token.start, suffix.end), behind.step()
    return Item(token.text, token.start, token.end), behind
