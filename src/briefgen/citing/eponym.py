"""The grammar of reports that go by the name of their author.

behind = authors ["-"] paper                                  (Draghi en Letta aanbevelingen)
before = paper ["zoals" ("die" | "dat")] "van" authors        (de rapporten van Draghi en Letta)
author = a name of the word list, with `Mario` or another first name before it
"""

from __future__ import annotations

from functools import lru_cache

from .cursor import Cursor
from .mention import Mention
from .parts import HYPHENS, Reading, read_date
from .vocabulary import titles


@lru_cache(maxsize=4096)
def may_begin_with_eponym(word: str) -> bool:
    """Whether a word, as printed, begins the name of such a report."""
    eponyms = titles().eponyms
    return word.lower() in eponyms.papers or (word[0].isupper() and word.lower() in eponyms.authors)


def read_eponymous(cursor: Cursor) -> Reading | None:
    """A report, or what it recommends, by the name of its author."""
    end = _behind(cursor) or _before(cursor)
    if not end:
        return None
    stop = end.read_until
    words = " ".join(token.text for token in cursor.tokens[cursor.position : end.position])
    return (Mention("rapport", cursor.token.start, stop, None, "unresolved", "name:eponym", name=words),), end


def _behind(cursor: Cursor) -> Cursor | None:
    authors = _authors(cursor)
    return authors.skip(HYPHENS).one_of(titles().eponyms.papers) if authors else None


def _before(cursor: Cursor) -> Cursor | None:
    paper = cursor.one_of(titles().eponyms.papers)
    compared = paper.word("zoals") if paper else None
    by = ((compared.word("die", "dat") if compared else None) or paper or cursor).word("van")
    authors = _authors(by) if paper and by else None
    origin = authors.word("uit", "van") if authors else None
    return (read_date(origin) if origin else None) or authors


def _authors(cursor: Cursor) -> Cursor | None:
    """Behind one author or several: `Draghi- en Letta`, `Mario Draghi en Enrico Letta`."""
    end = _author(cursor)
    while end and (joined := end.skip(HYPHENS).word("en") or end.sign(",/")) and (following := _author(joined)):
        end = following
    return end


def _author(cursor: Cursor) -> Cursor | None:
    listed = titles().eponyms.authors
    first_name = cursor.step() if cursor.token.capital and cursor.step().token.capital else cursor
    return (cursor.token.capital or None) and (cursor.one_of(listed) or first_name.one_of(listed))
