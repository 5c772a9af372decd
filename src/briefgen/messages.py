"""What briefgen says to people, in Dutch and English, from one catalogue.

The catalogue is the folder `catalogue/`: one TOML file a room, one table a message, both languages side by side.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache
from importlib import resources
from typing import Literal, get_args

from .model import Model

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


class Localised(Model):
    """Words that a person gave in both languages."""

    nl: str
    en: str


Wording = str | Localised
"""Words in a definition: once for all languages, or once for each."""


def in_language(wording: Wording, language: Language) -> str:
    """The words in one language."""
    if isinstance(wording, str):
        return wording
    return wording.nl if language == "nl" else wording.en


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """All messages: code to wording by language, with `{names}` to fill in."""
    messages: dict[str, dict[str, str]] = {}
    folder = resources.files(__package__).joinpath("catalogue")
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            messages |= tomllib.loads(file.read_text("utf-8"))
    return messages


def message(code: str, language: Language, **details: str) -> str:
    """The message `code` with its details filled in.

    Raises:
        KeyError: the catalogue has no such code, or the message names a detail that was not given (a defect).
    """
    return catalogue()[code][language].format(**details)


def suggestion(name: str, known: Iterable[str], language: Language) -> str:
    """A closing sentence with the known names nearest to `name`, or with all of them when none is near."""
    names = sorted(known)
    near = get_close_matches(name, names, n=3, cutoff=0.6)
    code = "did-you-mean" if near else "known-names"
    return message(code, language, names=", ".join(near or names))
