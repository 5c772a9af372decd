"""Countries and international organisations that a document speaks of; adjectives count (`Hongaarse`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from ..document import Document
from ..lexicon import alternatives, lexicon
from ..model import Model

PlaceKind = Literal["country", "organisation"]


class Place(Model):
    """A country or an organisation, with all its mentions.

    Attributes:
        name: as the word list has it.
        forms: as printed, in the order of their first mention.
        count: of the mentions in paragraphs and notes.
        paragraphs: the ids of the paragraphs that mention it.
    """

    name: str
    kind: PlaceKind
    forms: tuple[str, ...]
    count: int
    paragraphs: tuple[str, ...]
    why: str


class PlaceNames(Model):
    """The word list: names with their other forms."""

    countries: dict[str, tuple[str, ...]]
    organisations: dict[str, tuple[str, ...]]


def extract(document: Document) -> Iterator[Place]:
    """The countries and organisations in the order of their first mention."""
    mentions: dict[str, list[tuple[str, str | None]]] = {}
    texts = [(paragraph.text, paragraph.id) for paragraph in document.paragraphs if paragraph.kind != "signature"]
    for text, paragraph in (*texts, *((note.text, None) for note in document.footnotes)):
        for match in _pattern().finditer(text):
            mentions.setdefault(_names()[match[0]][0], []).append((match[0], paragraph))
    for name, found in mentions.items():
        yield Place(
            name=name,
            kind=_names()[found[0][0]][1],
            forms=tuple(dict.fromkeys(form for form, _ in found)),
            count=len(found),
            paragraphs=tuple(dict.fromkeys(paragraph for _, paragraph in found if paragraph)),
            why="name:listed",
        )


@cache
def _names() -> dict[str, tuple[str, PlaceKind]]:
    """Name and kind by each form."""
    words = lexicon("places", PlaceNames)
    kinds: tuple[tuple[PlaceKind, dict[str, tuple[str, ...]]], ...] = (
        ("country", words.countries),
        ("organisation", words.organisations),
    )
    return {form: (name, kind) for kind, names in kinds for name, forms in names.items() for form in (name, *forms)}


@cache
def _pattern() -> re.Pattern[str]:
    """A listed form that is a whole word, or the part of a compound before its hyphen (`EU-lidstaten`)."""
    return re.compile(rf"(?<![\w-]){alternatives(tuple(_names()))}(?!\w)")
