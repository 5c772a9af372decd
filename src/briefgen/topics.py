"""The taxonomy: the subjects of European and foreign policy, the terms that name them, the Councils that treat them.

It is written by people in `templates/topics.toml`; here it is read and checked. Finding its terms in a text is the
work of `matching`, choosing paragraphs that of `selection`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .definitions import line_of, parse
from .errors import DefinitionError
from .matching.terms import Term
from .messages import Wording
from .model import Model

TopicId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=60)]


class Raden(Model):
    """The Councils that treat a topic: where it belongs, and where it also comes up."""

    primary: tuple[str, ...] = ()
    secondary: tuple[str, ...] = ()


class Topic(Model):
    """One subject.

    Attributes:
        id: short name that packs and records use.
        terms: what names the subject in a text.
        exclude: words that hold a term and mean something else; terms within them do not count for this topic.
    """

    id: TopicId
    label: Wording
    terms: tuple[Term, ...] = Field(min_length=1)
    exclude: tuple[str, ...] = ()
    raden: Raden = Raden()


class Taxonomy(Model):
    """All topics.

    Attributes:
        not_meant: names that hold a term and mean something else for every topic (`Raad van Europa`).
    """

    schema_version: Literal["briefgen/topics@1"] = Field(alias="schema")
    not_meant: tuple[str, ...] = ()
    topics: tuple[Topic, ...]

    @cached_property
    def by_id(self) -> dict[str, Topic]:
        """The topics by their id."""
        return {topic.id: topic for topic in self.topics}


def parse_topics(text: str, file: str) -> Taxonomy:
    """The taxonomy that a TOML text holds.

    Args:
        text: the whole of `topics.toml`, decoded.
        file: how messages name it.

    Raises:
        DefinitionError: the text is no TOML, a key is wrong, or two topics have the same id.
    """
    taxonomy = parse(text, file, Taxonomy)
    for mistake in repeated_topics(taxonomy, text, file):
        raise mistake
    return taxonomy


def repeated_topics(taxonomy: Taxonomy, text: str, file: str) -> Iterator[DefinitionError]:
    """The topics whose id stood before.

    Args:
        taxonomy: the topics, parsed from `text`.
        text: the whole file, to find the lines of mistakes.
        file: how messages name it.
    """
    for index in repeated(topic.id for topic in taxonomy.topics):
        line = line_of(text, ("topics", index, "id"))
        yield DefinitionError("repeated-id", file=file, line=line, id=taxonomy.topics[index].id)


def repeated(ids: Iterable[str]) -> list[int]:
    """The places, from 0, of ids that stood before."""
    seen: set[str] = set()
    places = []
    for index, name in enumerate(ids):
        if name in seen:
            places.append(index)
        seen.add(name)
    return places
