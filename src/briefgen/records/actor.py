"""Actors: persons whom a document names.

Found by what stands beside a name: a title (`premier Magyar`), membership of the Chamber with a party (`het lid Dassen
(Volt)`), a motion (`motie-Van Lanschot`), a byline, or the signature. A name without any of these is not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..document import Document, Person
from ..lexicon import alternatives, lexicon
from ..model import Model
from .byline import bylines


class Actor(Model):
    """A person, with the role and the party that the text gives."""

    name: str
    role: str | None
    party: str | None
    why: str


class ActorWords(Model):
    """The word list of titles and names."""

    titles: tuple[str, ...]
    particles: tuple[str, ...]
    not_names: tuple[str, ...]


# One part of a name with a capital.
_NAME_PART = r"[A-ZÀ-Þ][a-zà-ÿ][\w’'-]*"
# A line with a person and a function has at most this many words.
_LINE_WORDS = 25
# A party behind the name of a member: `het lid Dassen (Volt, 8 dec. jl.)`
_PARTY = r"(?:\s+\((?P<party>[A-Z][\w-]+)\b)?"


def extract(document: Document) -> Iterator[Actor]:
    """The persons of a document, each once, in the order of their first mention."""
    found: list[Actor] = []
    for actor in (*_printed(document), *_introduced(document), *_mentioned(document)):
        index = next((i for i, known in enumerate(found) if _is_same(known.name, actor.name)), None)
        if index is None:
            found.append(actor)
        elif found[index].role is None and actor.role is not None:
            found[index] = actor
    yield from found


def _is_same(one: str, other: str) -> bool:
    """Whether two names can be those of one person: the same surname, and no first names that differ."""
    (*first, surname), (*second, also) = one.split(), other.split()
    given, others = ({part for part in parts if part[0].isupper()} for parts in (first, second))
    shortened = any("." in part for part in given | others)
    return surname == also and (shortened or not given or not others or bool(given & others))


def _printed(document: Document) -> Iterator[Actor]:
    """Persons whom the document itself presents: senders, signatories and authors."""
    for author in document.metadata.authors:
        yield _actor(author, "metadata:author")
    for byline in bylines(document):
        for author in byline.authors:
            yield _actor(author, "byline")


def _actor(person: Person, why: str) -> Actor:
    return Actor(name=person.name, role=person.role, party=None, why=why)


def _mentioned(document: Document) -> Iterator[Actor]:
    texts = [paragraph.text for paragraph in document.paragraphs] + [note.text for note in document.footnotes]
    for text in texts:
        for why, pattern, role in _patterns():
            for match in pattern.finditer(text):
                if match["name"].split()[0] not in _words().not_names:
                    party = match["party"] if "party" in pattern.groupindex else None
                    yield Actor(name=match["name"], role=role or match["title"], party=party, why=why)


def _introduced(document: Document) -> Iterator[Actor]:
    """Persons of a programme or a list of authors: a name with its function in a line of its own."""
    for paragraph in document.paragraphs:
        if len(paragraph.text.split()) <= _LINE_WORDS and (match := _introduction().match(paragraph.text)):
            yield Actor(name=match["name"], role=match["title"], party=None, why="line:name-and-function")


def _words() -> ActorWords:
    return lexicon("actors", ActorWords)


@cache
def _introduction() -> re.Pattern[str]:
    """`Welkomstwoord door Monika Sie Dhian Ho, Directeur Instituut Clingendael`, `IBBZ interviewt Bob Deen over …`."""
    particles = alternatives(_words().particles)
    name = rf"(?P<name>{_NAME_PART}(?:\s+(?:{particles}\s+)?{_NAME_PART}){{1,3}})"
    return re.compile(
        rf"(?:.{{0,60}}?\b(?:door|[Mm]et|interviewt|[Mm]oderator:)\s+)?{name}(?:,\s+(?P<title>[^.]+)\.?$|\s+over\s)"
    )


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str], str | None], ...]:
    """Rule, pattern, and the role that the rule gives; without one the title is the role."""
    words = _words()
    surname = rf"(?:(?:Van|De|Von|Ten|Ter)\s+(?:de[rn]?\s+)?)?{_NAME_PART}"
    name = rf"(?P<name>{surname}(?:\s+(?:{alternatives(words.particles)}\s+)?{_NAME_PART}){{0,2}})"
    office = rf"(?:\s+van\s+(?:{alternatives(words.not_names)}\s*)+)?"
    title = rf"(?<![\w-])(?P<title>{alternatives(words.titles)}{office})"
    return (
        ("name:title", re.compile(rf"{title}\s+{name}"), None),
        ("name:member", re.compile(rf"\b(?:het lid|de leden|Kamerlid)\s+{name}{_PARTY}"), "lid van de Kamer"),
        (
            "name:motion",
            re.compile(rf"\b[Mm]otie(?:-|\s+)(?P<name>{surname})(?=\s+(?:c\.?s\.?|CS|en|over|om|\()|[\s,./]|$)"),
            "indiener motie",
        ),
    )
