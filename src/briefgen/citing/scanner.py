"""All references of one text: each rule of the grammar is tried where it may begin, the most specific notation first.

Most words of a text begin no notation. Which rules a word can begin is decided once for each word (`_rules_for`), so
that the grammar is only entered where it has something to read.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from .article import read_articles
from .bibliography import read_press
from .cursor import Cursor
from .eponym import may_begin_with_eponym, read_eponymous
from .european import (
    COMMISSION_SERIES,
    COUNCIL_WORDS,
    read_acts,
    read_celex,
    read_commission,
    read_council,
    read_procedure,
)
from .journal import JOURNALS, read_journal
from .kamerstuk import may_begin_paper, read_papers
from .mention import Mention
from .motion import read_motion
from .naming import may_begin_name, read_aforementioned, read_name
from .parts import HYPHENS, Reading
from .registers import CASE_LETTERS, read_address, read_annex, read_case_law, read_code, read_gazette, read_proceedings
from .tokens import TokenKind, tokenize
from .vocabulary import gazettes, law, newspaper_words, parliament, titles

Rule = Callable[[Cursor], Reading | None]
Opener = Callable[[str], bool]

RULES: dict[TokenKind, tuple[Rule, ...]] = {
    "address": (read_address,),
    "ecli": (read_case_law,),
    "celex": (read_celex,),
    "code": (read_code,),
    "number": (read_papers, read_procedure, read_name),
}
"""The rules by the kind of token with which a notation begins, in the order in which they are tried."""

WORD_RULES: tuple[tuple[Opener, Rule], ...] = (
    (lambda word: word.lower() in parliament().keywords or word.lower() == "aanhangsel", read_annex),
    (lambda word: word.lower() == "handelingen", read_proceedings),
    (lambda word: word.lower() in parliament().keywords, read_code),
    (lambda word: word.lower() in parliament().motion_words, read_motion),
    (lambda word: may_begin_paper(word.lower()), read_papers),
    (lambda word: word.lower() in gazettes(), read_gazette),
    (lambda word: word.lower() in JOURNALS, read_journal),
    (lambda word: word in CASE_LETTERS, read_case_law),
    (lambda word: word.lower() == "celex", read_celex),
    (lambda word: word in COMMISSION_SERIES, read_commission),
    (lambda word: word.lower() in COUNCIL_WORDS, read_council),
    (lambda word: word.lower() in law().acts, read_acts),
    (lambda word: word.lower() in law().words.article, read_articles),
    (lambda word: word[0].isupper() and word.lower() in newspaper_words(), read_press),
    (lambda word: word.lower() in titles().aforementioned, read_aforementioned),
    (may_begin_name, read_name),
    (may_begin_with_eponym, read_eponymous),
)
"""The rules that begin with a word: whether a word, as printed, may begin one, and the rule."""


def scan(text: str) -> tuple[Mention, ...]:
    """The references of a clean text, in order and without overlap.

    Args:
        text: a paragraph or a note.

    Returns:
        Mentions; those that need the rest of the document to be resolved have the status `unresolved`.
    """
    found: list[Mention] = []
    cursor = Cursor(tokenize(text))
    while not cursor.done:
        reading = _read(cursor)
        if reading:
            found += reading[0]
            cursor = reading[1]
        else:
            cursor = cursor.step()
    return tuple(found)


def _read(cursor: Cursor) -> Reading | None:
    kind = cursor.token.kind
    for rule in _rules_at(cursor) if kind == "word" else RULES.get(kind, ()):
        reading = rule(cursor)
        if reading:
            return reading
    return None


def _rules_at(cursor: Cursor) -> tuple[Rule, ...]:
    following = cursor.ahead(1)
    return _rules_for(cursor.token.text, following.text in HYPHENS and following.kind == "sign")


@lru_cache(maxsize=16384)
def _rules_for(word: str, hyphenated: bool) -> tuple[Rule, ...]:
    """The rules that a word may begin; one with a hyphen (`Draghi- en …`) may begin a name whatever it is."""
    return tuple(rule for opens, rule in WORD_RULES if opens(word) or (hyphenated and rule is read_name))
