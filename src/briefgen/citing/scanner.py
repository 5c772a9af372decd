"""All references of one text: each rule of the grammar is tried at each token, the most specific notation first."""

from __future__ import annotations

from collections.abc import Callable

from .article import read_articles
from .bibliography import read_press
from .cursor import Cursor
from .european import read_acts, read_celex, read_commission, read_council, read_procedure
from .kamerstuk import read_papers
from .mention import Mention
from .motion import read_motion
from .naming import read_aforementioned, read_name
from .parts import Reading
from .registers import read_address, read_annex, read_case_law, read_code, read_gazette, read_proceedings
from .tokens import TokenKind, tokenize

Rule = Callable[[Cursor], Reading | None]

RULES: dict[TokenKind, tuple[Rule, ...]] = {
    "address": (read_address,),
    "ecli": (read_case_law,),
    "celex": (read_celex,),
    "code": (read_code,),
    "number": (read_papers, read_procedure, read_name),
    "word": (
        read_annex,
        read_proceedings,
        read_code,
        read_motion,
        read_papers,
        read_gazette,
        read_case_law,
        read_celex,
        read_commission,
        read_council,
        read_acts,
        read_articles,
        read_press,
        read_aforementioned,
        read_name,
    ),
}
"""The rules by the kind of token with which a notation begins, in the order in which they are tried."""


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
    for rule in RULES.get(cursor.token.kind, ()):
        reading = rule(cursor)
        if reading:
            return reading
    return None
