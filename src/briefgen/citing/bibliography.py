"""The grammar of notes: press articles, titles without a number, and "the same as before".

press = newspaper {[","] (date | quotation)}
same  = "idem" | "ibid." [pages]
title = a note, or a part of it behind "Bron:", that is a title and no sentence
"""

from __future__ import annotations

import re

from .cursor import Cursor
from .mention import Mention, MentionType
from .parts import Reading, read_date, read_pages, read_quotation
from .tokens import Token, tokenize
from .vocabulary import newspaper_names, titles

# What introduces a source in a note: all behind it are titles, parted by semicolons.
SOURCE_LABEL = re.compile(r"\b[Bb]ron(?:nen)?: ?")
# Words at the begin of a note that belong to no title.
NOTE_OPENING = re.compile(r"^(?:[Zz]ie(?: ook| o\.a\.| bijvoorbeeld| hierover)?|[Ll]ink)\b:? ?")
# The signs that end a note or part it from an address.
NOTE_END = re.compile(r"[\s.,;:(–-]+$")
# From the first quotation mark to the last: a title may hold quotations of its own.
QUOTATION = re.compile(r"(?:(?<=\s)|^)[‘“«'\"„].*[’”»'\"“](?=[\s.,;)]|$)", re.DOTALL)
LONGEST_TITLE = 40


def read_press(cursor: Cursor) -> Reading | None:
    """An article of a newspaper: `De Volkskrant, 18 maart 2025, 'Opinie: …'`."""
    newspaper = newspaper_names().read(cursor)
    if not newspaper or not cursor.token.capital:
        return None
    end, found = newspaper[1], False
    while following := read_date(end.skip(",")) or read_quotation(end.skip(",(")):
        end, found = following.skip(")"), True
    if not found:
        return None
    stop = end.read_until
    return (Mention("artikel", cursor.token.start, stop, None, "unresolved", "press"),), end


def read_same(text: str) -> Mention | None:
    """A note that begins with "Idem" or "ibid.": the paper of the note before it."""
    cursor = Cursor(tokenize(text))
    end = cursor.one_of(titles().same_as_before)
    if not end:
        return None
    pages = read_pages(end.skip("."))
    if pages:
        stop = pages[1].read_until
        return Mention("overig", cursor.token.start, stop, None, "unresolved", "same", pages=pages[0])
    return Mention("overig", cursor.token.start, cursor.token.end, None, "unresolved", "same")


def read_titles(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The publications that a note consists of; none when the note is prose or cites a number.

    Args:
        text: of the note.
        mentions: what the other rules found in it.
    """
    labelled = SOURCE_LABEL.search(text)
    if labelled:
        parts = _segments(text, labelled.end())
        return tuple(_title(text, *part) for part in parts if not any(_holds(part, mention) for mention in mentions))
    if any(mention.id and mention.type != "url" for mention in mentions):
        return ()
    before_address = text[: min((mention.start for mention in mentions if mention.id), default=len(text))]
    opening = NOTE_OPENING.match(text)
    start = opening.end() if opening else 0
    parts = _segments(before_address, start)
    if parts and all(_is_citation(text[begin:end]) for begin, end in parts):
        return tuple(_title(text, *part) for part in parts)
    end = len(NOTE_END.sub("", before_address))
    return (_title(text, start, end),) if _is_title(text[start:end]) else ()


def _holds(part: tuple[int, int], mention: Mention) -> bool:
    return mention.id is not None and part[0] < mention.end and mention.start < part[1]


def _segments(text: str, start: int) -> list[tuple[int, int]]:
    """The parts of a text between semicolons, without white space and the closing full stop."""
    found = []
    for part in text[start:].split(";"):
        inner = NOTE_END.sub("", part)
        begin = start + len(part) - len(part.lstrip())
        if inner.strip():
            found.append((begin, start + len(inner)))
        start += len(part) + 1
    return found


def _title(text: str, start: int, end: int) -> Mention:
    printed = text[start:end]
    outside = {token.lower for token in tokenize(_outside_quotation(printed))}
    newspaper = any(set(name.split()) <= outside for name in titles().newspapers)
    kind: MentionType = "artikel" if newspaper else "rapport" if outside & titles().report_words else "overig"
    return Mention(kind, start, end, None, "unresolved", "note-title", name=printed)


def _outside_quotation(text: str) -> str:
    """What stands before the first and behind the last quotation mark; everything when there are no two."""
    quotation = QUOTATION.search(text)
    return f"{text[: quotation.start()]} {text[quotation.end() :]}" if quotation else text


def _is_citation(text: str) -> bool:
    """Whether a text is author, title in quotation marks, publisher and date: names and dates around a quotation."""
    outside = _outside_quotation(text)
    if outside == text:
        return False
    words = [token for token in tokenize(outside) if token.kind == "word"]
    small = [word for word in words if not word.capital and not _is_small_word_of_citation(word.lower)]
    return len(small) <= 0.2 * len(words)


def _is_small_word_of_citation(word: str) -> bool:
    listed = titles()
    return word in listed.months or word in listed.report_words or word in listed.citation_words


def _is_title(text: str) -> bool:
    """Whether a text is a title: English, parted by pipes, or in capitals, and short."""
    words = [token for token in tokenize(text) if token.kind == "word"]
    if not 3 <= len(words) <= LONGEST_TITLE:
        return False
    english = _count(words, titles().english_words)
    dutch = _count(words, titles().dutch_words)
    capitals = sum(word.capital for word in words)
    return "|" in text or english > dutch or (dutch == 0 and capitals >= 0.6 * len(words))


def _count(words: list[Token], listed: frozenset[str]) -> int:
    return sum(word.lower in listed for word in words)
