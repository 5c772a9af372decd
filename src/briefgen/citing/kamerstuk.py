"""The grammar of Kamerstukken.

    papers   = head dossiers number-part {pages}  |  reversed  |  within
    head     = [attachment "bij"] [keyword] [chamber] {session}
    numbers  = ["," ] ("nr" | "nrs" | "-" | ",") number {("," | "en" | "t/m") number}
    reversed = "nr" number "(" dossier ")"
    within   = "stuk nr" number

What the printed forms have in common is accepted loosely; a dossier that cannot be one (`221112`, `308 21`) is read all
the same, and marked as doubtful.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from .cursor import Cursor
from .dossier import (
    FIRST_DOSSIER,
    LAST_DOSSIER,
    LETTERS,
    Dossier,
    Item,
    read_digits,
    read_dossier,
    read_dossiers,
    read_item,
)
from .mention import Mention, Paper
from .parts import HYPHENS, Reading, is_attachment, read_attachment, read_chamber, read_number_word, read_pages
from .sessions import read_session
from .vocabulary import parliament

# Words besides those of the word list with which a notation begins: Tweede Kamer, stuk nr., t.v.v., ter vervanging van.
OPENINGS = frozenset({"tweede", "eerste", "stuk", "t", "ter"})


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the number of a dossier: whether a word makes it a Kamerstuk, and the cursor behind it."""

    keyword: bool
    cursor: Cursor


@dataclass(frozen=True, slots=True)
class Items:
    """The numbers after one dossier, how they were announced (`word`, `hyphen`, `comma`, `space`), and the cursor."""

    items: tuple[Item, ...]
    form: str
    cursor: Cursor


def read_papers(cursor: Cursor) -> Reading | None:
    """The Kamerstukken that are cited at the cursor: several when one dossier is followed by several numbers."""
    if cursor.token.kind == "word" and not may_begin_paper(cursor.token.lower):
        return None
    return _forward(cursor) or _reversed(cursor) or _within(cursor)


@lru_cache(maxsize=4096)
def may_begin_paper(word: str) -> bool:
    """Whether a notation of a Kamerstuk can begin with this word in small letters."""
    words = parliament()
    opening = word in words.keywords or word in words.number_words or word in OPENINGS
    return opening or is_attachment(word)


def _forward(cursor: Cursor) -> Reading | None:
    head = _head(cursor)
    dossiers = read_dossiers(head.cursor, head.keyword)
    if not dossiers:
        return None
    items = _items(dossiers[-1].cursor, head.keyword)
    if not items or not (head.keyword or _stands_alone(head.cursor, dossiers[-1], items)):
        return None
    return _with_pages(_mentions(cursor.token.start, dossiers, items.items, f"kamerstuk:{items.form}"), items.cursor)


def _mentions(start: int, dossiers: tuple[Dossier, ...], items: tuple[Item, ...], why: str) -> tuple[Mention, ...]:
    """A mention for each number in each dossier; dossiers before the last one end where they are printed."""
    found: list[Mention] = []
    for index, item in enumerate(items):
        for dossier in dossiers:
            paper = Paper(dossier.digits, dossier.addition, item.number)
            begin = item.start if index else dossier.start if found else start
            end = item.end if index or dossier is dossiers[-1] else dossier.cursor.read_until
            found.append(Mention("kamerstuk", begin, end, paper.id, dossier.status, why, paper=paper))
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
        if numbered and read_dossier(numbered, keyword=True):
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


# ---------------------------------------------------------------------------------------------- the numbers


def _items(cursor: Cursor, keyword: bool) -> Items | None:
    comma = cursor.sign(",")
    worded = read_number_word(comma or cursor)
    if worded:
        return _list("word", worded, plural=_is_plural(comma or cursor))
    hyphen = cursor.sign(HYPHENS)
    if hyphen:
        return _single("hyphen", hyphen)
    if keyword and comma and not read_digits(comma, keyword=False) and not read_session(comma):
        return _single("comma", comma)
    if keyword and LETTERS.fullmatch(cursor.token.text) and cursor.token.kind == "word":
        return _single("space", cursor)
    return None


def _is_plural(cursor: Cursor) -> bool:
    return cursor.token.lower in {"nrs", "nummers"}


def _single(form: str, cursor: Cursor) -> Items | None:
    item = read_item(cursor)
    return Items((item[0],), form, item[1]) if item else None


def _list(form: str, cursor: Cursor, *, plural: bool) -> Items | None:
    """The numbers after `nr.` or `nrs.`: `12`, `12 en 14`, `679, nr. 684 en 685`, `12 t/m 15`."""
    first = read_item(cursor)
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
    item = read_item(worded or joined)
    if not item or (not worded and read_digits(joined, keyword=False)) or item[1].one_of(parliament().amount_words):
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
    item = read_item(worded) if worded else None
    if not item:
        return None
    items, behind = [item[0]], item[1]
    was = behind.skip(",").word("was")
    earlier = read_number_word(was) if was else None
    older = read_item(earlier) if earlier else None
    if older:
        items.append(older[0])
        behind = older[1]
    bracket = behind.sign("(")
    dossier = read_dossier(bracket, keyword=False) if bracket else None
    closed = dossier.cursor.sign(")") if dossier else None
    if not dossier or not closed:
        return None
    mentions = _mentions(cursor.token.start, (dossier,), tuple(items), "kamerstuk:reversed")
    stop = closed.read_until
    return (*mentions[:-1], replace(mentions[-1], end=stop)), closed


def _within(cursor: Cursor) -> Reading | None:
    """`stuk nr. 253`, `t.v.v. nr. 8`: a paper of a dossier that is named elsewhere."""
    announced = (
        cursor.word("stuk") or cursor.phrase("t", ".", "v", ".", "v", ".") or cursor.phrase("ter", "vervanging", "van")
    )
    worded = read_number_word(announced) if announced else None
    item = read_item(worded) if worded else None
    if not item or not item[0].number[0].isdigit():
        return None
    paper = Paper("", "", item[0].number)
    mention = Mention("kamerstuk", cursor.token.start, item[0].end, None, "unresolved", "kamerstuk:within", paper=paper)
    return (mention,), item[1]
