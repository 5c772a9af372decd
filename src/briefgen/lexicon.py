"""The word lists of the language: TOML files in `data/` that people extend without touching code."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import TypeVar, cast

from .model import Model

_Lexicon = TypeVar("_Lexicon", bound=Model)


def lexicon(name: str, model: type[_Lexicon]) -> _Lexicon:
    """The word list `data/<name>.toml`, checked against its model; read once.

    Raises:
        FileNotFoundError: briefgen has no such list (a defect).
        pydantic.ValidationError: the list does not have the keys that its model asks for (a defect).
    """
    return cast(_Lexicon, _read(name, model))


@cache
def word_lists(name: str) -> dict[str, tuple[str, ...]]:
    """The lists of words of `data/<name>.toml` by their key, as written; for a file that holds nothing but such lists.

    Raises:
        FileNotFoundError: briefgen has no such file (a defect).
    """
    file = resources.files(__package__).joinpath("data", f"{name}.toml")
    return {key: tuple(words) for key, words in tomllib.loads(file.read_text("utf-8")).items()}


@cache
def _read(name: str, model: type[Model]) -> Model:
    file = resources.files(__package__).joinpath("data", f"{name}.toml")
    return model.model_validate(tomllib.loads(file.read_text("utf-8")))


def alternatives(words: tuple[str, ...]) -> str:
    """A regular expression for one of `words`; a space stands for any white space, the longest word wins."""
    ordered = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")"
