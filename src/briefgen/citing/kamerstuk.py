"""The grammar of Kamerstukken.

    papers   = head dossier number-part {pages}  |  reversed  |  within
    head     = [attachment "bij"] [keyword] [chamber] {session}
    dossier  = (5 digits | 2 digits 3 digits) [addition]
    addition = "-" 2 digits | chapter (roman numeral or letter)
    numbers  = ["," ] ("nr" | "nrs" | "-" | ",") number {("," | "en" | "t/m") number}
    reversed = "nr" number "(" dossier ")"
    within   = "stuk nr" number

What the printed forms have in common is accepted loosely; a dossier that cannot be one (`221112`, `308 21`) is read all
the same, and marked as doubtful.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from .cursor import Cursor
from .mention import Mention, MentionStatus, Paper
from .parts import HYPHENS, Reading, is_attachment, read_attachment, read_chamber, read_number_word, read_pages
from .sessions import read_session
from .vocabulary import parliament

# Words besides those of the word list with which a notation begins: Tweede Kamer, stuk nr., t.v.v., ter vervanging van.
OPENINGS = frozenset({"tweede", "eerste", "stuk", "t", "ter"})
# A chapter of the budget in roman numerals, I to XXIX.
ROMAN = re.compile(r"(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3})")
# The letter of a fund of the budget: A to J.
FUND = re.compile(r"[A-J]")
# The number of a paper of the Eerste Kamer: A, U, AO.
LETTERS = re.compile(r"[A-Z]{1,3}")
# Dossiers have five digits; those in use since 1985 lie in this range.
FIRST_DOSSIER, LAST_DOSSIER = 15000, 39999


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the number of a dossier: whether a word makes it a Kamerstuk, and the cursor behind it."""

    keyword: bool
    cursor: Cursor


@dataclass(frozen=True, slots=True)
class Dossier:
    """The number of a dossier, how sure it is, and the cursor behind it."""

    digits: str
    addition: str
    status: MentionStatus
    cursor: Cursor


@dataclass(frozen=True, slots=True)
class Item:
    """The number of a paper within its dossier, and where it is printed."""

    number: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Items:
    """The numbers after one dossier, how they were announced (`word`, `hyphen`, `comma`, `space`), and the cursor."""

    items: tuple[Item, ...]
    form: str
    cursor: Cursor


def read_papers(cursor: Cursor) -> Reading | None:
    """The Kamerstukken that are cited at the cursor: several when one dossier is followed by several numbers."""
    if cursor.token.kind == "word" and not _may_begin(cursor.token.lower):
        return None
    return _forward(cursor) or _reversed(cursor) or _within(cursor)


@lru_cache(maxsize=4096)
def _may_begin(word: str) -> bool:
    """Whether a notation can begin with this word."""
    words = parliament()
    opening = word in words.keywords or word in words.number_words or word in OPENINGS
    return opening or is_attachment(word)


def _forward(cursor: Cursor) -> Reading | None:
    head = _head(cursor)
    dossier = _dossier(head.cursor, head.keyword)
    if not dossier:
        return None
    items = _items(dossier.cursor, head.keyword)
    if not items or not (head.keyword or _stands_alone(head.cursor, dossier, items)):
        return None
    return _with_pages(_mentions(cursor.token.start, dossier, items.items, f"kamerstuk:{items.form}"), items.cursor)


def _mentions(start: int, dossier: Dossier, items: tuple[Item, ...], why: str) -> tuple[Mention, ...]:
    found: list[Mention] = []
    for item in items:
        paper = Paper(dossier.digits, dossier.addition, item.number)
        begin = item.start if found else start
        found.append(Mention("kamerstuk", begin, item.end, paper.id, dossier.status, why, paper=paper))
    return tuple(found)


def _with_pages(mentions: tuple[Mention, ...], cursor: Cursor) -> Reading:
    pages = read_pages(cursor)
    if not pages:
        return mentions, cursor
    text, behind = pages
    last = replace(mentions[-1], end=behind.read_until, pages=text)
    return (*mentions[:-1], last), behind


def _head(cursor: Cursor) -> Head:
    start = read_attachment(cursor) or cursor
    keyword = start.one_of(parliament().keywords)
    if keyword:
        keyword = read_chamber(keyword.skip(".:-")).skip(",.")
        numbered = read_number_word(keyword)
        if numbered and _dossier(numbered, keyword=True):
            keyword = numbered
    else:
        keyword = start.phrase("tweede", "kamer") or start.phrase("eerste", "kamer")
        keyword = keyword and keyword.skip(",")
        if not keyword or not (keyword.word("vergaderjaar") or read_session(keyword)):
            return Head(False, start)
    return Head(True, _sessions(keyword))


def _sessions(cursor: Cursor) -> Cursor:
    cursor = cursor.skip_word("vergaderjaar")
    while session := read_session(cursor):
        cursor = session[1].skip(",;")
    return cursor


# ---------------------------------------------------------------------------------------------- the dossier


def _dossier(cursor: Cursor, keyword: bool) -> Dossier | None:
    digits = _digits(cursor, keyword)
    if not digits:
        return None
    text, status, behind = digits
    behind = _registry_number(behind)
    number, behind = _addition(text, behind)
    allowed = parliament().additions.get(text)
    if allowed and number not in allowed:
        status = "doubtful"
    return Dossier(text, number, status, behind)


def _digits(cursor: Cursor, keyword: bool) -> tuple[str, MentionStatus, Cursor] | None:
    """The digits of a dossier: 36715, 36 715, 36.715, 36-715; with a keyword also what cannot be right."""
    first = cursor.number()
    if not first or _glued_before(cursor):
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
        or ((comma := cursor.sign(",")) is not None and _item(comma) is not None)
    )


def _hyphenated(cursor: Cursor) -> bool:
    hyphen = cursor.sign(HYPHENS)
    return hyphen is not None and _item(hyphen) is not None


# ---------------------------------------------------------------------------------------------- the numbers


def _items(cursor: Cursor, keyword: bool) -> Items | None:
    comma = cursor.sign(",")
    worded = read_number_word(comma or cursor)
    if worded:
        return _list("word", worded, plural=_is_plural(comma or cursor))
    hyphen = cursor.sign(HYPHENS)
    if hyphen:
        return _single("hyphen", hyphen)
    if keyword and comma and not _digits(comma, keyword=False) and not read_session(comma):
        return _single("comma", comma)
    if keyword and LETTERS.fullmatch(cursor.token.text) and cursor.token.kind == "word":
        return _single("space", cursor)
    return None


def _is_plural(cursor: Cursor) -> bool:
    return cursor.token.lower in {"nrs", "nummers"}


def _single(form: str, cursor: Cursor) -> Items | None:
    item = _item(cursor)
    return Items((item[0],), form, item[1]) if item else None


def _item(cursor: Cursor) -> tuple[Item, Cursor] | None:
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


def _list(form: str, cursor: Cursor, *, plural: bool) -> Items | None:
    """The numbers after `nr.` or `nrs.`: `12`, `12 en 14`, `679, nr. 684 en 685`, `12 t/m 15`."""
    first = _item(cursor)
    if not first:
        return None
    items, behind = [first[0]], first[1]
    while following := _next_item(items[-1], behind, plural=plural or len(items) > 1):
        more, behind = following
        items += more
    return Items(tuple(items), form, behind)


def _next_item(last: Item, cursor: Cursor, *, plural: bool) -> tuple[list[Item], Cursor] | None:
    through = cursor.phrase("t", "/", "m") or cursor.phrase("tot", "en", "met")
    conjunction = cursor.skip(",").word("en", "of")
    joined = through or conjunction or cursor.sign(",&")
    if not joined:
        return None
    worded = read_number_word(joined)
    item = _item(worded or joined)
    if not item or (not worded and _digits(joined, keyword=False)) or item[1].one_of(parliament().amount_words):
        return None
    closes = conjunction is not None and item[0].number[0].isdigit() and item[1].token.kind in {"sign", "end"}
    if not (plural or through or worded or closes):  # `nr. 12 en 14.`, but not `nr. 12 en 14 leden`
        return None
    return (_range(last, item[0]) if through else [item[0]]), item[1]


def _range(first: Item, last: Item) -> list[Item]:
    """The papers behind `first` up to `last`, printed as `12 t/m 15`; all stand at the last one."""
    if not (first.number.isdigit() and last.number.isdigit()) or not 0 < int(last.number) - int(first.number) <= 50:
        return [last]
    return [replace(last, number=str(number)) for number in range(int(first.number) + 1, int(last.number) + 1)]


def _stands_alone(cursor: Cursor, dossier: Dossier, items: Items) -> bool:
    """Whether a notation without the word Kamerstuk is specific enough to be one."""
    if items.form == "word":
        return dossier.status != "doubtful" or bool(dossier.addition)
    if items.form != "hyphen" or items.cursor.one_of(parliament().amount_words) or _continues(items.cursor):
        return False
    if dossier.addition:
        return True
    in_range = len(cursor.token.text) == 5 and FIRST_DOSSIER <= int(dossier.digits) <= LAST_DOSSIER
    return in_range and items.items[0].number.isdigit()


def _continues(cursor: Cursor) -> bool:
    """Whether the notation goes on without a space, so that it is no number of a paper: 12345-67-8, 12345-6/7."""
    token = cursor.token
    return not token.spaced and (token.kind in {"number", "word"} or token.text in "-–/%€_@")


# ------------------------------------------------------------------------------- number before the dossier


def _reversed(cursor: Cursor) -> Reading | None:
    """`nr. 253 (29538)`, as in debates; also `nr. 726, was nr. 719 (21501-08)`."""
    worded = read_number_word(cursor)
    item = _item(worded) if worded else None
    if not item:
        return None
    items, behind = [item[0]], item[1]
    was = behind.skip(",").word("was")
    earlier = read_number_word(was) if was else None
    older = _item(earlier) if earlier else None
    if older:
        items.append(older[0])
        behind = older[1]
    bracket = behind.sign("(")
    dossier = _dossier(bracket, keyword=False) if bracket else None
    closed = dossier.cursor.sign(")") if dossier else None
    if not dossier or not closed:
        return None
    mentions = _mentions(cursor.token.start, dossier, tuple(items), "kamerstuk:reversed")
    stop = closed.read_until
    return (*mentions[:-1], replace(mentions[-1], end=stop)), closed


def _within(cursor: Cursor) -> Reading | None:
    """`stuk nr. 253`, `t.v.v. nr. 8`: a paper of a dossier that is named elsewhere."""
    announced = (
        cursor.word("stuk") or cursor.phrase("t", ".", "v", ".", "v", ".") or cursor.phrase("ter", "vervanging", "van")
    )
    worded = read_number_word(announced) if announced else None
    item = _item(worded) if worded else None
    if not item or not item[0].number[0].isdigit():
        return None
    paper = Paper("", "", item[0].number)
    mention = Mention("kamerstuk", cursor.token.start, item[0].end, None, "unresolved", "kamerstuk:within", paper=paper)
    return (mention,), item[1]
