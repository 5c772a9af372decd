"""The word lists of the text reader, from the data files."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources


@cache
def words(name: str) -> frozenset[str]:
    """The word list `name`, in lower case.

    Raises:
        KeyError: there is no such list (a defect).
    """
    return frozenset(_lists()[name])


@cache
def _lists() -> dict[str, list[str]]:
    file = resources.files("briefgen").joinpath("data", "reading-conventions.toml")
    return tomllib.loads(file.read_text("utf-8"))


@cache
def starts(name: str) -> tuple[str, ...]:
    """The word list `name` as a tuple, for `str.startswith`.

    Raises:
        KeyError: there is no such list (a defect).
    """
    return tuple(_lists()[name])


@cache
def abbreviations() -> frozenset[str]:
    """Abbreviations that end no sentence (`d.d.`), from `data/abbreviations.toml`, in lower case."""
    file = resources.files("briefgen").joinpath("data", "abbreviations.toml")
    return frozenset(tomllib.loads(file.read_text("utf-8"))["inside"])
