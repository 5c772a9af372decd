"""The agenda of a meeting: what people write in a TOML file so that a pack follows it, item by item."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ..dates import is_date
from ..definitions import line_of, parse
from ..errors import DefinitionError
from ..matching.terms import Term
from ..messages import Wording
from ..model import Model
from ..topics import Taxonomy, TopicId


class AgendaItem(Model):
    """One item.

    Attributes:
        kind: of discussion, as the agenda calls it (`besluitvorming`, `gedachtewisseling`).
        topics: ids of `topics.toml`; terms are further words for this item alone.
        note: a remark of the person who made the agenda, printed as such.
    """

    title: Wording
    kind: Wording | None = None
    topics: tuple[TopicId, ...] = ()
    terms: tuple[Term, ...] = ()
    exclude_terms: tuple[str, ...] = ()
    note: Wording | None = None


class Agenda(Model):
    """The agenda of one meeting.

    Attributes:
        title: of the meeting, when it is not just the name of the Council.
        date: ISO day; `place` is where the meeting is.
    """

    schema_version: Literal["briefgen/agenda@1"] = Field(alias="schema")
    title: Wording | None = None
    date: str | None = None
    place: str | None = None
    items: tuple[AgendaItem, ...] = Field(min_length=1)


def parse_agenda(text: str, file: str, taxonomy: Taxonomy) -> Agenda:
    """The agenda that a TOML text holds.

    Args:
        text: the whole file, decoded.
        file: how messages name it.
        taxonomy: the topics there are.

    Raises:
        DefinitionError: the text is no TOML, a key or value is wrong, a topic is unknown, or an item names neither
            topics nor terms.
    """
    agenda = parse(text, file, Agenda)
    if agenda.date is not None and not is_date(agenda.date):
        raise DefinitionError("wrong-date", file=file, line=line_of(text, ("date",)), value=agenda.date)
    for index, item in enumerate(agenda.items):
        for topic in item.topics:
            if topic not in taxonomy.by_id:
                line = line_of(text, ("items", index, "topics"))
                raise DefinitionError("unknown-topic", file=file, line=line, name=topic, known=taxonomy.by_id)
        if not item.topics and not item.terms:
            raise DefinitionError("item-without-terms", file=file, line=line_of(text, ("items", index)))
    return agenda
