"""Bylines: the line that says who wrote the part of a report that follows.

A reader sets bylines apart as furniture; where it left one in a paragraph it is found by its opening words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..document import Document, Person

# How a byline opens: `Expert View door`, `Door`, `By`.
_OPENING = re.compile(r"(?:(?:Expert\s+View|Essay|Bijdrage|Column|Opinie)\s+(?:door|van|by)|Door|By)\s+(?=\W*[A-ZÀ-Þ])")
# A person with a function: `Ben Crum (hoogleraar politicologie VU)`, also behind `&`, `en`, `in samenwerking met`.
_PERSON = re.compile(
    r"(?:^|[&,]|\ben\b|\bmet\b|\band\b)\s*(?P<name>[A-ZÀ-Þ][\w.'’-]*(?:\s+[\w.'’-]+){0,5}?)\s*\((?P<role>[^()]*(?:\([^()]*\)[^()]*)*)\)"
)
# A person without a function.
_NAME = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?:\s+[\w.'’-]+){1,5}")
# What separates persons without functions.
_BETWEEN = re.compile(r"\s*(?:&|,|\ben\b|\band\b)\s*")
# Signs of emphasis that a byline of a text file may still carry.
_EMPHASIS = re.compile(r"[*_]+")


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote what follows `position`, an offset of the decoded source."""

    position: int
    authors: tuple[Person, ...]


def bylines(document: Document) -> Iterator[Byline]:
    """The bylines of a document, in reading order."""
    apart = [(item.spans[0].start, item.text) for item in document.furniture if item.kind == "byline"]
    inside = [(p.spans[0].start, p.text) for p in document.paragraphs if _OPENING.match(p.text)]
    for position, text in sorted([*apart, *inside]):
        authors = tuple(_authors(_OPENING.sub("", _EMPHASIS.sub("", text), count=1)))
        if authors:
            yield Byline(position, authors)


def _authors(text: str) -> list[Person]:
    with_function = [Person(name=match["name"], role=match["role"]) for match in _PERSON.finditer(text)]
    return with_function or [Person(name=part) for part in _BETWEEN.split(text) if _NAME.fullmatch(part)]
