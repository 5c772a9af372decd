"""The word lists of the text reader, from the data files."""

from __future__ import annotations

from functools import cache

from ..lexicon import word_lists


@cache
def words(name: str) -> frozenset[str]:
    """The word list `name`, in lower case.

    Raises:
        KeyError: there is no such list (a defect).
    """
    return frozenset(word_lists("reading-conventions")[name])


def starts(name: str) -> tuple[str, ...]:
    """The word list `name` as a tuple, for `str.startswith`.

    Raises:
        KeyError: there is no such list (a defect).
    """
    return word_lists("reading-conventions")[name]


@cache
def abbreviations() -> frozenset[str]:
    """Abbreviations that end no sentence (`d.d.`), from `data/abbreviations.toml`, in lower case."""
    return frozenset(word_lists("abbreviations")["inside"])
