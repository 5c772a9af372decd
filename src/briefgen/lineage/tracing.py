"""The lineage of a version that replaces another one, traced from the two documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import shorten

from ..document import Document
from ..provenance import sha256
from .comparison import changes
from .descent import Deleted, Descent, Lineage, Version
from .folding import fold
from .kinship import kinship
from .naming import in_order, names

LONGEST_DELETED = 200
"""Characters of a deleted paragraph that a lineage keeps."""

FINGERPRINT = 16
"""Hexadecimal digits of a fingerprint: enough to tell the texts of one document apart."""

Part = tuple[str, str]
"""The id and the text of a paragraph or heading."""


def trace(old: Document, new: Document, retired: Iterable[str] = ()) -> Lineage:
    """The lineage of a version that replaces another one.

    Args:
        old: the version that is replaced, with its own ids.
        new: the version that replaces it, as its reader sees it.
        retired: ids that older versions had and the replaced one has not.
    """
    gone = tuple(retired)
    old_paragraphs: list[Part] = [(one.id, one.text) for one in old.paragraphs]
    old_headings: list[Part] = [(one.id, one.text) for one in old.headings]
    paragraphs = _descents(old_paragraphs, [one.text for one in new.paragraphs], gone, "p")
    headings = _descents(old_headings, [one.text for one in new.headings], gone, "h")
    parts, descents = (*old_paragraphs, *old_headings), (*paragraphs, *headings)
    ancestors = {name for one in descents for name in one.ancestors}
    return Lineage(
        old=Version(id=old.source.id, sha256=old.source.sha256),
        new=Version(id=new.source.id, sha256=new.source.sha256),
        paragraphs=paragraphs,
        headings=headings,
        deleted=tuple(Deleted(id=name, text=_beginning(text)) for name, text in parts if name not in ancestors),
        retired=tuple(in_order({*gone, *(name for name, _ in parts)} - {one.id for one in descents})),
    )


def fingerprint(text: str) -> str:
    """What a lineage knows a text by: the beginning of the SHA-256 of the folded text, hexadecimal."""
    return sha256(fold(text).encode())[:FINGERPRINT]


def _descents(old: Sequence[Part], new: Sequence[str], retired: Iterable[str], kind: str) -> tuple[Descent, ...]:
    kin = kinship([text for _, text in old], new)
    ids = names(kin, [name for name, _ in old], len(new), retired, kind)
    return tuple(
        Descent(
            id=name,
            text=fingerprint(text),
            change=change,
            moved=moved,
            ancestors=tuple(old[place][0] for place in ancestors),
        )
        for name, text, (change, moved, ancestors) in zip(ids, new, changes(kin, len(new)), strict=True)
    )


def _beginning(text: str) -> str:
    return shorten(text, LONGEST_DELETED, placeholder="…")
