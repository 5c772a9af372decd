"""What became of a cited paragraph in the version of its source that is in force."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..model import Model
from .descent import Change, Descent, Lineage

GRAVITY: tuple[Change, ...] = ("same", "moved", "changed", "merged", "split", "deleted")
"""The lightest first: over several versions the gravest thing that happened counts."""


class Fate(Model):
    """What became of a cited paragraph.

    Attributes:
        key: that was cited (`geo-2026:p34`).
        change: what happened to it since: `same`, `moved`, `changed`, `merged`, `split` or `deleted`.
        keys: of what it is now, in reading order; several when it was split, none when it was deleted.
        source: the id of the version that is in force.
    """

    key: str
    change: Change
    keys: tuple[str, ...]
    source: str


def fate(key: str, lineages: Mapping[str, Lineage]) -> Fate | None:
    """What became of a cited paragraph, followed through all later versions of its source.

    Args:
        key: of the citation, `SOURCE:PARAGRAPH`.
        lineages: by the id of the version that was replaced.

    Returns:
        `same` with its own key when its source is in force; `None` when a version that was replaced never had such a
        paragraph.
    """
    source, _, paragraph = key.partition(":")
    change: Change = "same"
    present: tuple[str, ...] = (paragraph,)
    for lineage in _later(source, lineages):
        if any(name not in lineage.descendants for name in present):
            return None
        became = [(name, lineage.descendants[name]) for name in present]
        change = max((change, *(_change(descents) for _, descents in became)), key=GRAVITY.index)
        heirs = {descent.id for _, descents in became for descent in descents}
        present = tuple(descent.id for descent in lineage.paragraphs if descent.id in heirs)
        source = lineage.new.id
    return Fate(
        key=key,
        change=change if present else "deleted",
        keys=tuple(f"{source}:{name}" for name in present),
        source=source,
    )


def _later(source: str, lineages: Mapping[str, Lineage]) -> Iterator[Lineage]:
    """The lineages from one version to the one in force; a circle, which the register refuses, ends."""
    seen: set[str] = set()
    while source in lineages and source not in seen:
        seen.add(source)
        yield lineages[source]
        source = lineages[source].new.id


def _change(descents: tuple[Descent, ...]) -> Change:
    """What happened to one paragraph, of which these are the descendants."""
    if not descents:
        return "same"  # a part of one that was split and whose other parts are left: what is left decides
    return "split" if len(descents) > 1 else descents[0].change
