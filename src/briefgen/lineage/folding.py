"""How two versions of a text are compared: folded, as words, and as pairs of words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Indel, LCSseq

from ..provenance import without_whitespace

# Signs that printers and file formats choose freely, and the one sign that they all count as; what cannot be seen
# counts as nothing.
ONE_SIGN = str.maketrans(
    dict.fromkeys("‘’‚‛′´`", "'")
    | dict.fromkeys("“”„‟″«»", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff")
)

# A word: letters and digits.
WORD = re.compile(r"\w+")

FEW_WORDS = 8
"""A text of fewer words is compared by its characters: one other word is half of it."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text in the forms in which it is compared.

    Attributes:
        folded: texts that fold alike are the same text, whatever file they came in.
        words: in lower case.
        pairs: of neighbouring words, with how often each occurs: they tell a passage from words that merely occur in
            the same order.
    """

    folded: str
    words: tuple[str, ...]
    pairs: Counter[tuple[str, str]]


def compared(text: str) -> Text:
    """A text as it is compared."""
    words = tuple(WORD.findall(_plain(text).casefold()))
    return Text(fold(text), words, Counter(pairwise(words)))


def fold(text: str) -> str:
    """A text without white space, with one kind of quote and dash, in compatibility form (Unicode NFKC)."""
    return without_whitespace(_plain(text))


def likeness(one: Text, other: Text, least: float) -> float:
    """The share of their words, or of their characters when either is short, that two texts have in the same order.

    Args:
        one: a text.
        other: another text.
        least: what interests the caller; a lower share is given as 0.
    """
    if min(len(one.words), len(other.words)) < FEW_WORDS:
        return float(Indel.normalized_similarity(one.folded, other.folded, score_cutoff=least))
    return float(Indel.normalized_similarity(one.words, other.words, score_cutoff=least))


def shared_words(one: Text, other: Text) -> int:
    """How many words two texts have in common, in the same order."""
    return int(LCSseq.similarity(one.words, other.words))


def is_short(one: Text, other: Text) -> bool:
    """Whether two texts are compared by their characters."""
    return min(len(one.words), len(other.words)) < FEW_WORDS


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text.translate(ONE_SIGN))
