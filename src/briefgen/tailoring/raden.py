"""The Councils: the configurations of the Council of the European Union, their sub-formats, and the European Council.

They are written by people in `templates/raden.toml`; here they are read and checked. Which topics a Council treats
stands with the topics, in `topics.toml`.

Source: the list of Council configurations, Decision 2009/878/EU, OJ L 315, 2.12.2009, p. 46; the sub-formats are those
that the annotated agendas of the Dutch government name.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from ..definitions import line_of, parse
from ..errors import DefinitionError
from ..matching.terms import Term
from ..messages import Wording
from ..model import Model
from ..topics import Taxonomy, Topic, TopicId, repeated

RaadCode = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=40)]

Dossier = Annotated[str, StringConstraints(pattern=r"^\d{5}(-\d{2})?$")]
"""Number of a parliamentary dossier: `32317`, or `21501-02` with its part."""


class Raad(Model):
    """One Council.

    Attributes:
        code: short name for commands (`rbz-defensie`).
        short: how papers shorten it (`RBZ Defensie`).
        part_of: the configuration that a sub-format belongs to.
        dossiers: of the Dutch parliament, where its agendas and reports are filed.
        bodies: what prepares it.
        first: the topics that come first, in this order; the others follow as `topics.toml` stands.
        terms: what names it in a text; a paragraph that holds one belongs to all its topics a little.
    """

    code: RaadCode
    name: Wording
    short: str
    part_of: RaadCode | None = None
    dossiers: tuple[Dossier, ...] = ()
    bodies: tuple[str, ...] = ()
    first: tuple[TopicId, ...] = ()
    terms: tuple[Term, ...] = ()


class Councils(Model):
    """All Councils."""

    schema_version: Literal["briefgen/raden@1"] = Field(alias="schema")
    raden: tuple[Raad, ...] = Field(min_length=1)

    @cached_property
    def by_code(self) -> dict[str, Raad]:
        """The Councils by their code."""
        return {raad.code: raad for raad in self.raden}


def parse_councils(text: str, file: str) -> Councils:
    """The Councils that a TOML text holds.

    Args:
        text: the whole of `raden.toml`, decoded.
        file: how messages name it.

    Raises:
        DefinitionError: the text is no TOML, a key is wrong, two Councils have the same code, or one is part of a
            Council that there is not.
    """
    councils = parse(text, file, Councils)
    for index in repeated(raad.code for raad in councils.raden):
        line = line_of(text, ("raden", index, "code"))
        raise DefinitionError("repeated-id", file=file, line=line, id=councils.raden[index].code)
    for index, raad in enumerate(councils.raden):
        if raad.part_of is not None and raad.part_of not in councils.by_code:
            line = line_of(text, ("raden", index, "part_of"))
            raise DefinitionError("unknown-raad", file=file, line=line, name=raad.part_of, known=councils.by_code)
    return councils


def require_routes(councils: Councils, taxonomy: Taxonomy, text: str, file: str) -> None:
    """Check that the topics which `raden.toml` puts first exist.

    Args:
        councils: parsed from `text`.
        taxonomy: the topics there are.
        text: the whole of `raden.toml`, to find the line of a mistake.
        file: how messages name it.

    Raises:
        DefinitionError: a topic is unknown.
    """
    for index, raad in enumerate(councils.raden):
        for topic in raad.first:
            if topic not in taxonomy.by_id:
                line = line_of(text, ("raden", index, "first"))
                raise DefinitionError("unknown-topic", file=file, line=line, name=topic, known=taxonomy.by_id)


def unknown_raden(councils: Councils, taxonomy: Taxonomy, text: str, file: str) -> Iterator[DefinitionError]:
    """The Councils to which topics lead and that do not exist.

    Args:
        councils: the Councils there are.
        taxonomy: the topics, parsed from `text`.
        text: the whole of `topics.toml`, to find the lines of mistakes.
        file: how messages name it.
    """
    for index, topic in enumerate(taxonomy.topics):
        for code in (*topic.raden.primary, *topic.raden.secondary):
            if code not in councils.by_code:
                line = line_of(text, ("topics", index, "raden"))
                yield DefinitionError("unknown-raad", file=file, line=line, name=code, known=councils.by_code)


def topics_of(raad: Raad, taxonomy: Taxonomy) -> tuple[tuple[Topic, ...], tuple[Topic, ...]]:
    """The topics that belong to a Council, in the order of its chapters, and those that also come up there."""
    first = [taxonomy.by_id[name] for name in raad.first]
    own = [topic for topic in taxonomy.topics if raad.code in topic.raden.primary and topic not in first]
    also = [topic for topic in taxonomy.topics if raad.code in topic.raden.secondary and topic not in first]
    return (*first, *own), tuple(also)
