"""Sentences of a clean Dutch paragraph, each with its exact place.

The library `sentencex` proposes the boundaries. Two corrections follow, both from `data/abbreviations.toml`: a proposal
after an abbreviation is dropped (`o.a. | de koppeling`), and a full stop that the library takes for one of an
abbreviation is a boundary after all (`de VS. | We gaan door`). A colon or a semicolon ends nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import sentencex

from .lexicon import lexicon
from .model import Model
from .provenance import Span


class Abbreviations(Model):
    """The word list of abbreviations; its file explains the three groups."""

    inside: tuple[str, ...]
    final: tuple[str, ...]
    continuing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a paragraph, without white space at its ends, and its span in the text of the paragraph."""

    text: str
    span: Span


# A full stop, perhaps with a closing quote, before a word with a capital: a boundary that the library may have missed.
# No word is longer than this; without a bound, a long text without a space would be looked through for each character.
# Groups: the word with its stop, and the word behind it.
_STOP_BEFORE_CAPITAL = re.compile(
    r"(?P<word>[^\s(“‘«]{0,80}[^\s.]\.)[’”\"»]?\s+(?P<next>[“‘«\"'(]?[A-ZÀ-Þ][\w.-]*|['’][a-z]\s)"
)
# The last word before a proposed boundary, with its stop.
_LAST_WORD = re.compile(r"(?P<word>[^\s(“‘«]+)\s*$")
# Initials of a name or a single letter: `T.B.W.`, `J.`, `Th.`
_INITIALS = re.compile(r"(?:(?:[A-Z]|Th|Ch|Ph|IJ)\.)+")
# A proposal before a small letter or a sign that continues the sentence is none: `… | en`, `(nr. 3) | .`
_CONTINUATION = re.compile(r"\s*(?:[a-zà-ÿ](?!\.\s)|[,;:)\]])")
# The number of a list item at the head of a paragraph: `2.`
_LIST_NUMBER = re.compile(r"\s*\(?\d{1,2}[.)]\s*")
# Brackets and quotation marks that differ at both ends.
_OPENERS, _CLOSERS = "(“«„", ")”»”"
# White space, and the first character behind it.
_NEXT_CHARACTER = re.compile(r"\s*(?P<next>\S)")
# Characters before a boundary among which its last word is: no abbreviation is as long.
_REACH = 80

LONGEST_SENTENCE = 4_000
"""Characters; what has no boundary for so long is no prose, and what is looked for in each sentence would take long."""


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a clean paragraph, in order.

    Args:
        text: a paragraph without line breaks, marks or notes.

    Returns:
        The sentences; only white space of `text` lies between them. What is longer than `LONGEST_SENTENCE` is
        given in parts, whole words as far as there are any.
    """
    found, start = [], 0
    for end in _bounded([*_boundaries(text), len(text)], text):
        piece = text[start:end]
        stripped = piece.strip()
        if stripped:
            left = start + len(piece) - len(piece.lstrip())
            found.append(Sentence(stripped, Span(left, left + len(stripped))))
        start = end
    return tuple(found)


def _bounded(ends: Iterable[int], text: str) -> Iterator[int]:
    """The ends of sentences, with further ones inside those that are too long."""
    start = 0
    for end in ends:
        while end - start > LONGEST_SENTENCE:
            space = text.rfind(" ", start + 1, start + LONGEST_SENTENCE)
            start = space if space > 0 else start + LONGEST_SENTENCE
            yield start
        start = end
        yield end


def _boundaries(text: str) -> list[int]:
    proposed = {end for end in _proposals(text) if _is_boundary(text, end)}
    return sorted(proposed | set(_missed(text)))


def _proposals(text: str) -> Iterator[int]:
    """Where the library ends a sentence, as offsets in `text`."""
    position = 0
    for piece in sentencex.segment("nl", text):
        position += len(piece)
        if position < len(text):
            yield position


def _is_boundary(text: str, end: int) -> bool:
    last = _LAST_WORD.search(text[max(0, end - _REACH) : end])
    if last is None or _CONTINUATION.match(text, end) or _LIST_NUMBER.fullmatch(text, 0, end):
        return False
    word = last["word"]
    following = _NEXT_CHARACTER.match(text, end)
    goes_on = following is None or not following["next"].isupper()
    return not (_never_ends(word) or (_may_end(word) and goes_on))


def _missed(text: str) -> Iterator[int]:
    """Ends of sentences that the library does not see; inside brackets and quotations it is trusted."""
    position, balance = 0, [0] * len(_OPENERS)
    for match in _STOP_BEFORE_CAPITAL.finditer(text):
        end = match.start("next")
        balance = [before + more for before, more in zip(balance, _opened(text, position, end), strict=True)]
        position = end
        if any(count > 0 for count in balance) or _never_ends(match["word"]) or _LIST_NUMBER.fullmatch(text, 0, end):
            continue
        if match["next"] not in _abbreviations().continuing:
            yield end


def _opened(text: str, start: int, end: int) -> Iterator[int]:
    """How many more brackets and quotations of each kind open than close in a part of the text."""
    for opener, closer in zip(_OPENERS, _CLOSERS, strict=True):
        yield text.count(opener, start, end) - text.count(closer, start, end)


def _never_ends(word: str) -> bool:
    return word.lower() in _inside() or _INITIALS.fullmatch(word) is not None


def _may_end(word: str) -> bool:
    return word.lower() in _abbreviations().final


def _abbreviations() -> Abbreviations:
    return lexicon("abbreviations", Abbreviations)


@cache
def _inside() -> frozenset[str]:
    return frozenset(_abbreviations().inside)
