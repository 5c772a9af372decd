"""What briefgen says to people, in Dutch and English, from one catalogue.

The catalogue is the folder `catalogue/`: one TOML file a room, one table a message, both languages side by side.
`{count}` is filled in; `{count:finding|findings}` gives the word that agrees with a number.
"""

from __future__ import annotations

import string
import tomllib
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache
from importlib import resources
from typing import Annotated, Literal, get_args

from pydantic import StringConstraints

from .model import Model

Language = Literal["nl", "en"]
LISTED_NAMES = 12
"""So many names a message lists before it counts the rest."""

LANGUAGES: tuple[Language, ...] = get_args(Language)


LONGEST_WORDING = 5_000
"""Characters: more than a page."""

Words = Annotated[str, StringConstraints(max_length=LONGEST_WORDING)]


class Localised(Model):
    """Words that a person gave in both languages."""

    nl: Words
    en: Words


Wording = Words | Localised
"""Words in a definition: once for all languages, or once for each."""


def in_language(wording: Wording, language: Language) -> str:
    """The words in one language."""
    if isinstance(wording, str):
        return wording
    return wording.nl if language == "nl" else wording.en


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """All messages: code to wording by language, with `{names}` to fill in (see `message`).

    Raises:
        ValueError: two files of the catalogue have the same code (a defect).
    """
    messages: dict[str, dict[str, str]] = {}
    folder = resources.files(__package__).joinpath("catalogue")
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            more = tomllib.loads(file.read_text("utf-8"))
            if messages.keys() & more.keys():
                raise ValueError(f"{file.name} repeats {messages.keys() & more.keys()}")
            messages |= more
    return messages


class _Wording(string.Formatter):
    """How details are filled in: the words behind a colon are for one and for any other number."""

    def format_field(self, value: str, format_spec: str) -> str:
        if "|" not in format_spec:
            return value
        one, other = format_spec.split("|")
        return one if value == "1" else other


_WORDING = _Wording()


def message(code: str, language: Language, **details: str) -> str:
    """The message `code` with its details filled in.

    Raises:
        KeyError: the catalogue has no such code, or the message names a detail that was not given (a defect).
    """
    return _WORDING.vformat(catalogue()[code][language], (), details)


def suggestion(name: str, known: Iterable[str], language: Language) -> str:
    """A closing sentence with the known names nearest to `name`, or with those that there are when none is near.

    Capitals do not matter; of many names only the first ones are listed.
    """
    names = sorted(known)
    printed = {known_name.casefold(): known_name for known_name in names}
    near = [printed[match] for match in get_close_matches(name.casefold(), printed, n=3, cutoff=0.6)]
    if near:
        return message("did-you-mean", language, names=", ".join(near))
    listed = ", ".join(names[:LISTED_NAMES])
    if len(names) > LISTED_NAMES:
        return message("known-names-and-more", language, names=listed, more=str(len(names) - LISTED_NAMES))
    return message("known-names", language, names=listed)
