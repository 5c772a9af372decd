"""Abbreviations with their meaning, as a text itself explains them: `Meerjarig Financieel Kader (MFK)`.

The rule is that of A. Schwartz and M. Hearst, "A simple algorithm for identifying abbreviation definitions in
biomedical text", Pacific Symposium on Biocomputing 8 (2003), pp. 451–462: every letter of the abbreviation stands, in
this order, in the words before the bracket, and its first letter begins the first of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# An abbreviation in brackets, right behind words: `(MFK)`, `(GBVB)`, `(PCA's)`; two to eight characters, two capitals.
BRACKETED = re.compile(r"(?<=\w) \((?=[^)]*[A-Z][^)]*[A-Z])(?P<short>[A-Z][A-Za-z0-9&-]{1,7})(?:['’]s)?\)")

# What parts the words of a meaning from what stands before them: the end of a sentence or clause, or another bracket.
BOUNDARY = re.compile(r"[.,;:!?()]\s|[()]")

EXTRA_WORDS = 5
"""A meaning has at most so many words more than the abbreviation has letters (Schwartz and Hearst, section 3.1)."""


class Meaning(NamedTuple):
    """An abbreviation and what it stands for."""

    short: str
    long: str


def meanings(text: str) -> Iterator[Meaning]:
    """The abbreviations that a text explains, in their order."""
    for match in BRACKETED.finditer(text):
        before = text[: match.start()]
        start = max((boundary.end() for boundary in BOUNDARY.finditer(before)), default=0)
        long = _meaning(match["short"], before[start:])
        if long is not None:
            yield Meaning(match["short"], long)


def _meaning(short: str, before: str) -> str | None:
    """The last words of `before` that the abbreviation is made from."""
    letters = [letter for letter in short.casefold() if letter.isalnum()]
    words = before.split()
    candidate = " ".join(words[-min(len(letters) + EXTRA_WORDS, len(letters) * 2) :])
    place = len(candidate)
    for number, letter in reversed(list(enumerate(letters))):
        place = _place_of(letter, candidate, place, first=number == 0)
        if place < 0:
            return None
    long = candidate[place:]
    return long if len(long) > len(short) else None


def _place_of(letter: str, text: str, end: int, *, first: bool) -> int:
    """Where a letter last stands before `end`, or -1; the first letter of an abbreviation begins a word."""
    place = text.casefold().rfind(letter, 0, end)
    while first and place > 0 and text[place - 1].isalnum():
        place = text.casefold().rfind(letter, 0, place)
    return place
