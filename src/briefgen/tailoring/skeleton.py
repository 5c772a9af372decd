"""The skeleton of packs that are made from a Council, an agenda, topics or a party: the parts that each chapter has.

People write it in `templates/skeleton.toml`; `tailoring` makes the definition of a pack from it.
"""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from ..definitions import line_of, parse
from ..errors import DefinitionError
from ..messages import Wording
from ..model import Model
from ..pack import SectionLayout
from ..spec import LEAST, FieldSpec, Order, Show
from ..topics import repeated

PartId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*$", max_length=20)]

Limit = Annotated[int, Field(ge=1, le=200)]


class Front(Model):
    """The page with the main lines.

    Attributes:
        layout: `overview` for a table of subject, kind of discussion, position and sensitivity.
        budget: the lines of that table that fit on its page.
    """

    title: Wording
    intro: Wording | None = None
    layout: SectionLayout = "summary"
    budget: Annotated[int, Field(ge=10, le=2000)] | None = None


class Part(Model):
    """One part of every chapter; its fields mean what they mean in the definition of a pack.

    Attributes:
        title: none for the part that stands right under the title of the chapter.
        limit: how many statements it holds in one chapter.
        whole: how many it holds in all chapters together; where they are few, each may hold more than `limit`.
        fields: the rows of a table that people complete; such a part shows nothing else.
    """

    id: PartId
    title: Wording | None = None
    intro: Wording | None = None
    layout: SectionLayout = "statements"
    show: tuple[Show, ...] = ()
    holders: tuple[str, ...] = ()
    limit: Limit = 8
    whole: Limit = 1
    per_paragraph: Annotated[int, Field(ge=1, le=20)] = 2
    least: float = Field(default=LEAST, ge=0, le=1)
    assured: Annotated[int, Field(ge=0, le=20)] = 0
    order: Order = "newest"
    optional: bool = False
    fields: tuple[FieldSpec, ...] = ()


class Closing(Model):
    """A table over all chapters: what one of the parts holds in each."""

    part: PartId
    title: Wording
    intro: Wording | None = None
    layout: SectionLayout = "statements"


class Audience(Model):
    """For whom a pack is.

    Attributes:
        parts: ids of the parts, in the order in which a chapter shows them.
        beside: those of them that a chapter has on a topic which only also comes up in a Council.
        limits: how many statements a part holds for this reader, where that differs.
        budget: the lines of print that a chapter may fill for this reader; two pages have about 90.
        whole: the lines that all chapters may fill together; where they are few, each may fill more than `budget`.
    """

    id: PartId
    label: Wording
    parts: tuple[PartId, ...] = Field(min_length=1)
    beside: tuple[PartId, ...] = ()
    limits: dict[PartId, Limit] = Field(default_factory=dict)
    budget: Annotated[int, Field(ge=10, le=2000)] | None = None
    whole: Annotated[int, Field(ge=0, le=20000)] = 0


class Skeleton(Model):
    """The whole skeleton; the first of the audiences is the default."""

    schema_version: Literal["briefgen/skeleton@1"] = Field(alias="schema")
    marking: Wording
    author: Wording | None = None
    front: Front
    parts: tuple[Part, ...] = Field(min_length=1)
    closing: tuple[Closing, ...] = ()
    audiences: tuple[Audience, ...] = Field(min_length=1)

    @cached_property
    def part_by_id(self) -> dict[str, Part]:
        """The parts by their id."""
        return {part.id: part for part in self.parts}

    @cached_property
    def audience_by_id(self) -> dict[str, Audience]:
        """The audiences by their id."""
        return {audience.id: audience for audience in self.audiences}


def parse_skeleton(text: str, file: str) -> Skeleton:
    """The skeleton that a TOML text holds.

    Args:
        text: the whole of `skeleton.toml`, decoded.
        file: how messages name it.

    Raises:
        DefinitionError: the text is no TOML, a key or value is wrong, an id stands there twice, a part has nothing to
            show, or an audience or a closing table names a part that there is not.
    """
    skeleton = parse(text, file, Skeleton)
    for index in repeated(part.id for part in skeleton.parts):
        line = line_of(text, ("parts", index, "id"))
        raise DefinitionError("repeated-id", file=file, line=line, id=skeleton.parts[index].id)
    for index, part in enumerate(skeleton.parts):
        if not part.show and not part.fields:
            raise DefinitionError("empty-part", file=file, line=line_of(text, ("parts", index)), id=part.id)
    for index, audience in enumerate(skeleton.audiences):
        for key, names in (("parts", audience.parts), ("beside", audience.beside), ("limits", tuple(audience.limits))):
            _require_parts(names, skeleton, line_of(text, ("audiences", index, key)), file)
    for index, closing in enumerate(skeleton.closing):
        _require_parts((closing.part,), skeleton, line_of(text, ("closing", index, "part")), file)
    return skeleton


def _require_parts(names: tuple[str, ...], skeleton: Skeleton, line: int, file: str) -> None:
    for name in names:
        if name not in skeleton.part_by_id:
            raise DefinitionError("unknown-part", file=file, line=line, name=name, known=skeleton.part_by_id)
