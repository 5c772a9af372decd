"""The lineage of a source that replaces an older version: which of its paragraphs come from which, and their ids.

It is kept beside the register as `ID.lineage.json`, so that the ids of a version never change again.
"""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, ValidationError

from ..errors import SourceError
from ..manifest import Sha256
from ..model import Model
from ..serialization import json_path
from ..sources import Source, SourceId

Change = Literal[
    "same",  # equal when folded, between the same neighbours
    "changed",  # alike
    "moved",  # equal, at another place
    "split",  # one of several that one became
    "merged",  # of several that became one
    "inserted",  # comes from nothing
    "deleted",  # became nothing
]

PartId = Annotated[str, StringConstraints(pattern=r"^[ph]\d+[a-z]*$")]
"""The id of a paragraph (`p34`, `p34a`) or of a heading (`h3`)."""


class Descent(Model):
    """Where one paragraph or heading of the new version comes from.

    Attributes:
        id: its own; kept from an ancestor, or new.
        text: the first sixteen digits of the SHA-256 of its folded text.
        change: what happened to it; never `deleted`.
        moved: it does not stand between the same neighbours.
        ancestors: ids in the old version, in reading order.
    """

    id: PartId
    text: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
    change: Change
    moved: bool = False
    ancestors: tuple[PartId, ...] = ()


class Deleted(Model):
    """A paragraph or heading of the old version that became nothing, with the beginning of its text."""

    id: PartId
    text: str


class Version(Model):
    """One version of a source: its id in the register and the SHA-256 of its bytes."""

    id: SourceId
    sha256: Sha256


class Lineage(Model):
    """What became of every paragraph and heading of a source in the version that replaces it.

    Attributes:
        paragraphs: of the new version, in reading order.
        headings: likewise.
        deleted: what of the old version became nothing.
        retired: ids that this version does not have and older ones had: they are never given again.
    """

    schema_version: Literal["briefgen/lineage@1"] = Field(default="briefgen/lineage@1", alias="schema")
    old: Version
    new: Version
    paragraphs: tuple[Descent, ...]
    headings: tuple[Descent, ...] = ()
    deleted: tuple[Deleted, ...] = ()
    retired: tuple[PartId, ...] = ()

    @cached_property
    def descendants(self) -> dict[str, tuple[Descent, ...]]:
        """What each paragraph and heading of the old version became, by its id; nothing for a deleted one."""
        found: dict[str, tuple[Descent, ...]] = {one.id: () for one in self.deleted}
        for descent in (*self.paragraphs, *self.headings):
            for ancestor in descent.ancestors:
                found[ancestor] = (*found.get(ancestor, ()), descent)
        return found


def parse_lineage(data: bytes, file: str, source: Source, replaces: str) -> Lineage:
    """The lineage that the bytes of a lineage file hold.

    Args:
        data: the whole file.
        file: how messages name it.
        source: the new version, as it is now.
        replaces: the id of the version that it replaces, as the register says.

    Raises:
        SourceError: it is no lineage, or that of another source, or the source has changed since it was made.
    """
    try:
        lineage = Lineage.model_validate_json(data, strict=True)
    except ValidationError as error:
        mistake = error.errors()[0]
        problem = f"{json_path(mistake['loc'])}: {mistake['msg']}".removeprefix(": ")
        raise SourceError("lineage-broken", file=file, problem=problem, source=source.id, old=replaces) from error
    if (lineage.new.id, lineage.old.id) != (source.id, replaces):
        found = f"{lineage.old.id} → {lineage.new.id}"
        raise SourceError("lineage-of-another", file=file, found=found, expected=f"{replaces} → {source.id}")
    if lineage.new.sha256 != source.sha256:
        raise SourceError("lineage-of-other-bytes", file=file, source=source.file, id=source.id)
    return lineage
