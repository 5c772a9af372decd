"""The grammar of papers that are named without a number: letters, reports, acts, agreements.

    name       = fixed | [modifiers] head {complement}
    modifiers  = capital words, `28e`, `EU-`, `Draghi- en Letta-`
    head       = a word for a kind of paper, alone or as the last part of a compound
    complement = quotation | abbreviation in brackets | capitals | connective (date | body | quotation | name)

A kind of paper alone ("het rapport") names nothing: a title, a date, a body or a proper name must come with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from .cursor import Cursor
from .european import COMMISSION_SERIES
from .mention import Mention, MentionType
from .parts import HYPHENS, Reading, read_date, read_quotation
from .subject import read_subject
from .vocabulary import fixed_names, fixed_words, parliament, phrase_heads, titles

LONGEST_PREFIX = 8
LONGEST_NAME = 60
MOST_COMPLEMENTS = 6
MOST_CAPITALS = 12
LONGEST_HEAD = 40
"""Characters of the last part of a compound."""


@dataclass(frozen=True, slots=True)
class Head:
    """The word for a kind of paper: its type, whether it is the end of a compound, and the cursor behind it."""

    type: MentionType
    word: str
    compound: bool
    capital: bool
    cursor: Cursor


@dataclass(frozen=True, slots=True)
class Prefix:
    """What stands before the head: whether it names something, and whether a hyphen ties it to the head."""

    proper: bool
    tied: bool
    cursor: Cursor


@dataclass(frozen=True, slots=True)
class Modifier:
    """One word before the head: whether it names something, whether a hyphen ties it, and the cursor behind it."""

    proper: bool
    tied: bool
    cursor: Cursor


@dataclass(frozen=True, slots=True)
class Complement:
    """A part behind the head: what it is (`title`, `date`, `proper`, `abbreviation`), and the cursor behind it."""

    kind: str
    cursor: Cursor


@lru_cache(maxsize=4096)
def may_begin_name(word: str) -> bool:
    """Whether a word, as printed, may begin the name of a paper."""
    lower, words = word.lower(), titles()
    opens = word[0].isupper() or lower in words.english_modifiers or lower in fixed_words()
    return opens or lower in words.heads or phrase_heads().may_begin(lower) or _compound(lower) is not None


def read_name(cursor: Cursor) -> Reading | None:
    """A paper that is named at the cursor."""
    if cursor.token.kind not in {"word", "number"}:
        return None
    named = _titled(cursor)
    fixed = fixed_names().read(cursor)
    if fixed and (named is None or named[1].position <= fixed[1].position):
        kind, end = titles().fixed[fixed[0]], fixed[1]
        if _is_whole(cursor, end) and not (len(fixed[0]) <= 3 and not cursor.token.text.isupper()):
            return (_mention(kind, cursor, end, "name:fixed"),), end
    return ((_mention(named[0], cursor, named[1], f"name:{named[2]}"),), named[1]) if named else None


def _mention(kind: MentionType, start: Cursor, end: Cursor, why: str) -> Mention:
    stop = end.read_until
    words = " ".join(token.text for token in start.tokens[start.position : end.position])
    return Mention(kind, start.token.start, stop, None, "unresolved", why, name=words)


def _is_whole(start: Cursor, end: Cursor) -> bool:
    """Whether what was read is no part of a longer compound."""
    before = start.previous
    hyphen = end.sign(HYPHENS)
    return not (before and before.text in HYPHENS and not start.token.spaced) and not (
        hyphen is not None and not end.token.spaced and hyphen.token.lower in titles().heads
    )


def _titled(cursor: Cursor) -> tuple[MentionType, Cursor, str] | None:
    prefix = _prefix(cursor)
    head = _head(prefix.cursor, prefix) if prefix else None
    if not prefix or not head:
        return None
    complements = _complements(head.cursor, head)
    end = complements[-1].cursor if complements else head.cursor
    if end.position - cursor.position > LONGEST_NAME or _is_this_document(cursor, head):
        return None
    kinds = {part.kind for part in complements}
    if head.word in titles().only_with_subject and not prefix.tied and not kinds & {"subject", "title"}:
        return None
    rule = _rule(cursor, prefix, head, kinds)
    kind: MentionType = "eu-doc" if head.type == "overig" and _is_european(cursor, head) else head.type
    return (kind, end, rule) if rule else None


def _is_this_document(start: Cursor, head: Head) -> bool:
    """Whether the words speak of the document in which they stand: `met deze Kamerbrief`."""
    return head.type == "kamerstuk" and start.previous is not None and start.previous.lower in {"deze", "dit"}


def _is_european(start: Cursor, head: Head) -> bool:
    """Whether the words before the head say that the paper is one of the Union."""
    before = start.tokens[start.position : head.cursor.position]
    return any(token.lower in {"eu", "europese", "europees", "european", "commissie"} for token in before)


def _rule(start: Cursor, prefix: Prefix, head: Head, kinds: set[str]) -> str | None:
    """Why the words name one paper; nothing when they only name a kind of paper."""
    for kind in ("title", "date", "subject"):
        if kind in kinds:
            return kind
    if prefix.proper:
        return "modified"
    if "proper" in kinds:
        return "proper"
    if head.compound and head.capital and not _begins_sentence(start):
        return "compound"
    if head.compound and _is_definite(start) and _is_specific(head.word):
        return "definite"
    return None


def read_aforementioned(cursor: Cursor) -> Reading | None:
    """A paper that was named before: `voornoemde brief`, `die motie`."""
    word = cursor.one_of(titles().aforementioned)
    if not word:
        return None
    kind = titles().heads.get(word.token.lower)
    if word.token.lower in parliament().motion_words:
        kind = "motie"
    if kind not in {"kamerstuk", "rapport", "motie"}:
        return None
    mention = Mention(kind, cursor.token.start, word.token.end, None, "unresolved", "aforementioned")
    return (mention,), word.step()


def _begins_sentence(cursor: Cursor) -> bool:
    return cursor.previous is None or cursor.previous.text in ".?!:;“‘«\"'–•"


def _is_definite(cursor: Cursor) -> bool:
    return cursor.previous is not None and cursor.previous.lower in {"de", "het"}


@lru_cache(maxsize=4096)
def _is_specific(word: str) -> bool:
    compounds = titles().compounds
    return word not in compounds.common and any(
        word.endswith(ending) and len(word) >= len(ending) + 4 for ending in compounds.words
    )


# ----------------------------------------------------------------------------------------- before the head


def _prefix(cursor: Cursor) -> Prefix | None:
    proper = tied = False
    place = cursor
    for _ in range(LONGEST_PREFIX):
        if _head(place, Prefix(proper, tied, place)):
            return Prefix(proper, tied, place)
        word = _modifier(place)
        if not word:
            return None
        tied = word.tied
        proper = proper or (word.proper and (tied or not _only_begins_sentence(cursor, place)))
        place = word.cursor
    return None


def _only_begins_sentence(start: Cursor, place: Cursor) -> bool:
    """Whether a word may have its capital from the begin of the sentence alone."""
    return place.position == start.position and _begins_sentence(start) and place.token.text[1:].islower()


def _modifier(cursor: Cursor) -> Modifier | None:
    """One word before the head."""
    if cursor.token.kind == "number":
        return _numbered(cursor)
    if cursor.token.kind != "word":
        return None
    hyphen = cursor.step().sign(HYPHENS)
    coordinated = hyphen.word("en") if hyphen and not cursor.step().token.spaced else None
    if coordinated:  # Draghi- en Letta-rapporten
        return Modifier(True, True, coordinated)
    if cursor.token.lower in titles().english_modifiers:
        return Modifier(True, False, cursor.step())
    return _capital(cursor)


def _numbered(cursor: Cursor) -> Modifier | None:
    """`28e`, `3%-`, or the year of an English title: `2026 National …`."""
    ordinal = cursor.step().word("e", "ste", "de")
    if ordinal and not cursor.step().token.spaced:
        return Modifier(False, False, ordinal)
    percentage = cursor.step().sign("%")
    tied = percentage.sign(HYPHENS) if percentage else None
    if tied:
        return Modifier(True, True, tied)
    is_year = len(cursor.token.text) == 4 and cursor.step().token.capital
    return Modifier(False, False, cursor.step()) if is_year else None


def _capital(cursor: Cursor) -> Modifier | None:
    """A word with a capital: `Clean`, `UN80`, `EU-`. A word such as `Europese` names nothing by itself."""
    word, words = cursor.token.lower, titles()
    if not cursor.token.capital or (word in words.function_words and word not in words.european):
        return None
    behind = cursor.step()
    if behind.token.kind == "number" and not behind.token.spaced:
        behind = behind.step()
    hyphen = behind.sign(HYPHENS)
    if hyphen and not behind.token.spaced and not hyphen.token.spaced:
        return Modifier(word not in words.european, True, hyphen)
    return Modifier(word not in words.european | words.roles, False, behind)


def _head(cursor: Cursor, prefix: Prefix) -> Head | None:
    token, words = cursor.token, titles()
    if token.kind != "word":
        return None
    phrase = phrase_heads().read(cursor)
    if phrase:
        return Head(words.phrases[phrase[0]], phrase[0], False, token.capital, phrase[1])
    behind = cursor.step()
    if behind.sign(HYPHENS) and not behind.token.spaced and not behind.step().token.spaced:
        return None
    kind = words.heads.get(token.lower) or (words.endings.get(token.lower) if prefix.tied else None)
    if kind:
        return Head(kind, token.lower, prefix.tied, token.capital, behind)
    english = words.english.get(token.lower)
    if english and prefix.proper:
        return Head(english, token.lower, False, token.capital, behind)
    compound = _compound(token.lower)
    return Head(compound, token.lower, True, token.capital, behind) if compound else None


@lru_cache(maxsize=4096)
def _compound(word: str) -> MentionType | None:
    """The type of a compound by its last part: `terugkeerverordening` is a `verordening`."""
    for length in range(min(len(word) - 3, LONGEST_HEAD), 2, -1):
        kind = titles().heads.get(word[-length:]) or titles().endings.get(word[-length:])
        if kind:
            return kind
    return None


# ----------------------------------------------------------------------------------------- behind the head


def _complements(cursor: Cursor, head: Head, depth: int = 0) -> list[Complement]:
    found: list[Complement] = []
    subject = read_subject(cursor, head.word)
    if subject:
        found.append(Complement("subject", subject))
        cursor = subject
    while len(found) < MOST_COMPLEMENTS and (part := _complement(cursor, depth)):
        if head.word in titles().english and part.kind == "proper":
            break
        found.append(part)
        cursor = part.cursor
    return found


def _complement(cursor: Cursor, depth: int) -> Complement | None:
    quoted = read_quotation(cursor)
    if quoted:
        return Complement("title", quoted)
    bracket = cursor.sign("(")
    if (
        bracket
        and bracket.token.kind == "word"
        and bracket.token.text.isupper()
        and (closed := bracket.step().sign(")"))
    ):
        return Complement("abbreviation", closed)
    capitals = _capitals(cursor)
    if capitals:
        return Complement("proper", capitals)
    year = cursor.number(4, 4)
    if year and year == read_date(cursor) and not year.sign("/-"):  # Miljoenennota 2026, Staat van de Unie 2025
        return Complement("date", year)
    return _connected(cursor, depth)


def _connected(cursor: Cursor, depth: int) -> Complement | None:
    """A part that a connective ties to the name: `van 6 december 2024`, `van de WRR`, `op het WRR-rapport ‘…’`."""
    connective = cursor.one_of(titles().connectives) or cursor.phrase("d", ".", "d", ".")
    if not connective:
        return None
    dated = read_date(connective)
    if dated:
        return Complement("date", dated)
    place = connective.skip_word("de", "het", "een", "zijn", "haar")
    quoted = read_quotation(place)
    if quoted:
        return Complement("title", quoted)
    nested = _nested(place, depth)
    if nested:
        return Complement("proper", nested)
    signed = place.one_of(titles().roles)
    office = (signed.word("van", "voor") if signed else None) or place
    capitals = _capitals(office.skip_word("de", "het") if signed else place, listed=signed is not None)
    return Complement("proper", capitals) if capitals else None


def _nested(cursor: Cursor, depth: int) -> Cursor | None:
    """Behind a paper that is named within the name of another: a reaction to a report."""
    prefix = _prefix(cursor) if depth == 0 else None
    head = _head(prefix.cursor, prefix) if prefix else None
    if not prefix or not head or not (prefix.proper or head.compound):
        return None
    complements = _complements(head.cursor, head, depth + 1)
    return complements[-1].cursor if complements else head.cursor


def _capitals(cursor: Cursor, *, listed: bool = False) -> Cursor | None:
    """Behind a run of words with capitals, joined by small words: `Raad voor het Regeringsbeleid`.

    Args:
        cursor: where the run begins.
        listed: whether commas may join it, as in `Onderwijs, Cultuur en Wetenschap`.
    """
    place, end = cursor, None
    for _ in range(MOST_CAPITALS):
        if not place.token.capital or _begins_something_else(place):
            break
        end = place = place.step()
        hyphen = place.sign(HYPHENS)
        if hyphen and not place.token.spaced and not hyphen.token.spaced and hyphen.token.kind == "word":
            end = place = hyphen.step()
        joined = place.word("van", "voor", "der", "in", "tot")
        place = joined.skip_word("de", "het", "een") if joined else _another_capital(place, listed) or place
    return end


def _another_capital(cursor: Cursor, listed: bool) -> Cursor | None:
    """Behind `en`, or a comma in a list, if a word with a capital follows that names no other paper."""
    joined = cursor.word("en") or (cursor.sign(",") if listed else None)
    if not joined or not joined.token.capital or _head(joined, Prefix(False, False, joined)):
        return None
    return joined


def _begins_something_else(cursor: Cursor) -> bool:
    """Whether a word with a capital is no part of a name: `Kamerstuk`, or an adjective (`Oekraïense ontheemden`)."""
    word, following = cursor.token.lower, cursor.ahead(1)
    if word in titles().function_words or word in parliament().keywords or cursor.token.text in COMMISSION_SERIES:
        return True
    adjective = word.endswith("se") and following.kind == "word" and following.text.islower()
    return adjective and following.lower not in {"van", "voor", "der", "en"}
