"""A document with the ids of its lineage: everything in it that names a paragraph or a heading follows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from ..diagnostics import Diagnostic
from ..document import Document
from ..model import Model
from .descent import Descent, Lineage
from .kinship import Kin, equals
from .naming import names
from .tracing import fingerprint

Part = TypeVar("Part", bound=Model)

Ids = Mapping[str, str]
"""New ids by the present ones."""


def with_lineage(document: Document, lineage: Lineage) -> Document:
    """A document with the ids that its lineage gives its paragraphs and headings.

    Where the reader sees other paragraphs than when the lineage was made (another version of the program), those that
    are still there keep their id, the others get new ones, and a diagnostic says how many.

    Args:
        document: as its reader sees it.
        lineage: of the same source.
    """
    paragraphs = _ids([one.text for one in document.paragraphs], lineage.paragraphs, lineage.retired, "p")
    headings = _ids([one.text for one in document.headings], lineage.headings, lineage.retired, "h")
    present = (*(one.id for one in document.paragraphs), *(one.id for one in document.headings))
    renamed = with_ids(document, dict(zip(present, (*paragraphs, *headings), strict=True)))
    strangers = {*paragraphs, *headings} - {one.id for one in (*lineage.paragraphs, *lineage.headings)}
    if not strangers:
        return renamed
    return renamed.model_copy(update={"diagnostics": (*renamed.diagnostics, _out_of_step(len(strangers)))})


def with_ids(document: Document, ids: Ids) -> Document:
    """A document whose paragraphs and headings have other ids.

    Args:
        document: with its present ids.
        ids: the new id of every paragraph and heading, by the present one.
    """
    tables = (
        table.model_copy(update={"cells": _renamed(table.cells, ids, "paragraph")})
        for table in _renamed(document.tables, ids, "heading")
    )
    turns = (
        turn.model_copy(update={"paragraphs": tuple(ids[name] for name in turn.paragraphs)}) for turn in document.turns
    )
    return document.model_copy(
        update={
            "paragraphs": _renamed(document.paragraphs, ids, "id", "heading", "lead_in"),
            "headings": _renamed(document.headings, ids, "id", "parent"),
            "footnotes": _renamed(document.footnotes, ids, "paragraph"),
            "captions": _renamed(document.captions, ids, "after"),
            "pull_quotes": _renamed(document.pull_quotes, ids, "repeats"),
            "links": _renamed(document.links, ids, "paragraph"),
            "tables": tuple(tables),
            "turns": tuple(turns),
        }
    )


def _renamed(parts: Iterable[Part], ids: Ids, *fields: str) -> tuple[Part, ...]:
    """Parts of a document whose fields of these names hold an id, or nothing."""
    return tuple(
        part.model_copy(update={name: ids[value] for name, value in part if name in fields and value is not None})
        for part in parts
    )


def _ids(texts: Sequence[str], descents: Sequence[Descent], retired: Iterable[str], kind: str) -> list[str]:
    """The ids of texts in a version that has a lineage."""
    recorded, found = [one.text for one in descents], [fingerprint(text) for text in texts]
    known = [one.id for one in descents]
    if recorded == found:
        return known
    kin = [Kin(i, j, 1, same=True, moved=False) for places in equals(recorded, found) for i, j in places]
    return names(kin, known, len(texts), retired, kind)


def _out_of_step(count: int) -> Diagnostic:
    told = f"{count} paragraphs or headings are read otherwise than when this version was added"
    return Diagnostic(severity="warning", code="lineage-out-of-step", message=told)
