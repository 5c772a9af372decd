"""Terms: what a person writes in a definition to say which words bear on a subject.

| written                 | finds                                                                             |
|-------------------------|-----------------------------------------------------------------------------------|
| `sanctie`               | the word, inflected, and its compounds: `sancties`, `sanctiebeleid`, `EU-sancties` |
| `vrije doorvaart`       | these words in this order, inflected; the outer ones also within a compound       |
| `MFK`                   | the abbreviation, in these capitals                                               |
| `=handel`               | these very letters, not inflected, in no compound; also of several words          |
| `handels-`              | compounds that begin so: `handelsakkoord`                                         |
| `-sanctie`              | compounds that end so: `Ruslandsancties`                                          |
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from pydantic import Field, field_validator, model_validator

from ..model import Model

# A word: letters and digits, with an apostrophe inside (`risico's`); a hyphen parts two words.
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

# An abbreviation: capitals and digits, at least two, of which one capital: `NAVO` or `G7`.
ABBREVIATION = re.compile(r"(?=.*[A-Z])[A-Z0-9]{2,}")

Reach = Literal["exact", "form", "stem", "begins", "ends", "compound"]
"""Which words one word of a term finds: the same letters; the same in any case; its inflections; compounds that begin
or end so; inflections and compounds."""


class Term(Model):
    """A term and how much it tells.

    Attributes:
        term: as written in the definition; see the table above.
        weight: 1 for an ordinary term, more for one that names the subject, less for one that also means other things.
    """

    term: str
    weight: float = Field(default=1.0, gt=0, le=10)

    @model_validator(mode="before")
    @classmethod
    def _accept_bare_words(cls, value: object) -> object:
        return {"term": value} if isinstance(value, str) else value

    @field_validator("term")
    @classmethod
    def _must_hold_a_word(cls, value: str) -> str:
        if not WORD.search(value):
            raise ValueError("needs-a-word")
        return value


@dataclass(frozen=True, slots=True)
class WordPattern:
    """One word of a term and which words of a text it finds."""

    word: str
    reach: Reach


def word_patterns(term: str) -> tuple[WordPattern, ...]:
    """The words of a term in their order, each with its reach."""
    words = WORD.findall(term)
    if len(words) == 1:
        return (WordPattern(words[0], _single_reach(term, words[0])),)
    last = len(words) - 1
    if term.startswith("="):
        return tuple(WordPattern(word, "exact" if _is_fixed(word) else "form") for word in words)
    return tuple(WordPattern(word, _phrase_reach(word, index, last)) for index, word in enumerate(words))


def _single_reach(term: str, word: str) -> Reach:
    if _is_fixed(word):
        return "exact"
    if term.startswith("="):
        return "form"
    if term.endswith("-"):
        return "begins"
    return "ends" if term.startswith("-") else "compound"


def _phrase_reach(word: str, index: int, last: int) -> Reach:
    if _is_fixed(word):
        return "exact"
    return "compound" if index in (0, last) else "stem"


def _is_fixed(word: str) -> bool:
    return word.isdigit() or ABBREVIATION.fullmatch(word) is not None
