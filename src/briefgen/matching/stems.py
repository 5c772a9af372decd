"""The stems of the words of a Dutch text, for comparing what two texts are about."""

from __future__ import annotations

import Stemmer

from .terms import WORD

_STEMMER = Stemmer.Stemmer("dutch")


def stems(text: str, shortest: int = 1) -> tuple[str, ...]:
    """The stems of the words of `text`, in order.

    Args:
        text: any text.
        shortest: letters; a shorter word is left out.
    """
    words = [word.casefold() for word in WORD.findall(text) if len(word) >= shortest]
    return tuple(_STEMMER.stemWords(words))
