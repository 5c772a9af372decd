"""Whether words can be read without the sentence before them: anaphora and conjunctions at their begin.

The distinction is that of M. A. K. Halliday and R. Hasan, "Cohesion in English" (1976): a word that refers needs what
it refers to, a word that conjoins only tells how two sentences hang together.
"""

from __future__ import annotations

import re
from functools import cache

from ..lexicon import alternatives, lexicon
from ..model import Model
from ..sentences import sentences

BEGIN = 14
"""Words at the begin of a sentence that show what it continues."""

NEAR = 7
"""Words at the begin of a sentence among which nothing was named yet that `deze inzet` could mean."""

# The first words of a sentence, behind any quotation mark or bracket.
FIRST_WORDS = re.compile(r"\w+(?: \w+){0,2}")


class Cohesion(Model):
    """The words of `cohesion.toml`."""

    anaphors: tuple[str, ...]
    references: tuple[str, ...]
    demonstratives: tuple[str, ...]
    deictic_nouns: tuple[str, ...]
    pronominal_adverbs: tuple[str, ...]
    conclusions: tuple[str, ...]
    additions: tuple[str, ...]
    connectives: tuple[str, ...]


def points_back(text: str) -> bool:
    """Whether a quotation means nothing without the sentence before it: `Dit stelt ons in staat`, `We doen dat via`."""
    return _begins_with(text, _words().anaphors) or _holds(_references(), text, BEGIN)


def names_known(text: str) -> bool:
    """Whether a quotation soon names what was said before it: `Het kabinet deelt deze oplossingsrichting niet`."""
    return _holds(_known(), text, NEAR)


def refers_back(text: str) -> bool:
    """Whether a reader of a quotation alone misses what it speaks of, be it little: `Het kabinet zet hierbij in op`."""
    return points_back(text) or names_known(text) or _holds(_pronominal(), text, NEAR)


def concludes(text: str) -> bool:
    """Whether a quotation concludes from the sentence before it, or limits it: `Nederland zet daarom in op`."""
    return _begins_with(text, _words().conclusions) or _holds(_conclusion(), text, BEGIN)


def conjoins(text: str) -> bool:
    """Whether a quotation concludes from the sentence before it, or only adds to that: `Het kabinet steunt tevens`."""
    return concludes(text) or _holds(_addition(), text, BEGIN)


def stands_alone(text: str) -> bool:
    """Whether a quotation can be a headline: it does not refer back, and its first words continue nothing."""
    words = _words()
    return not refers_back(text) and not _begins_with(text, (*words.connectives, *words.conclusions, *words.additions))


def _words() -> Cohesion:
    words: Cohesion = lexicon("cohesion", Cohesion)
    return words


@cache
def _references() -> re.Pattern[str]:
    return _any_of(_words().references)


@cache
def _known() -> re.Pattern[str]:
    """A demonstrative with its noun: `deze inzet`; not `dit jaar`, `deze onrustige tijd`."""
    words = _words()
    deictic = rf"(?:\w+e\s+)?{alternatives(words.deictic_nouns)}\b"
    return re.compile(rf"(?i)\b{alternatives(words.demonstratives)}\s+(?!{deictic})[\w-]+")


@cache
def _pronominal() -> re.Pattern[str]:
    return _any_of(_words().pronominal_adverbs)


@cache
def _conclusion() -> re.Pattern[str]:
    return _conjunction(_words().conclusions)


@cache
def _addition() -> re.Pattern[str]:
    return _conjunction(_words().additions)


def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?i)\b{alternatives(words)}\b")


def _conjunction(adverbs: tuple[str, ...]) -> re.Pattern[str]:
    """An adverb that does not conjoin two parts of its own sentence: `zet daarom in op`; not `…, en daarom op`."""
    return re.compile(rf"(?i)(?<!,\s)(?<!\ben\s)(?<!\bmaar\s)(?<!\band\s)\b{alternatives(adverbs)}\b")


def _holds(pattern: re.Pattern[str], text: str, within: int) -> bool:
    """Whether a pattern is found in so many words of the first sentence of a text."""
    first = sentences(text)[0].text
    return pattern.search(" ".join(first.split()[:within])) is not None


def _begins_with(text: str, openers: tuple[str, ...]) -> bool:
    match = FIRST_WORDS.search(text)
    words = match[0].casefold().split() if match else []
    return any(" ".join(words[:length]) in openers for length in (1, 2, 3))
