"""New versions of sources: what the one that they replace hands down, and what became of what was cited from it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ..document import Document
from ..errors import OptionError, SourceError
from ..lineage import Lineage, fate
from ..provenance import sha256
from ..sources import Register, RegisterEntry, identify
from ..spec import PackSpec
from .progress import Progress
from .project import Project, load_source, read_lineage, read_source
from .reading import read_apart


class Predecessor(NamedTuple):
    """A version that a new one replaces.

    Attributes:
        entry: in the register.
        oldest: the id of the first version of the text.
        document: what it says, with its own ids.
        retired: ids that older versions had and it has not.
    """

    entry: RegisterEntry
    oldest: str
    document: Document
    retired: tuple[str, ...]


def predecessor(project: Project, register: Register, name: str, progress: Progress) -> Predecessor:
    """The version that a new one replaces.

    Args:
        project: the project.
        register: of its sources.
        name: the id of that version.
        progress: is told.

    Raises:
        OptionError: there is no such source, or another one replaces it already.
        SourceError: it cannot be read.
    """
    by_id = {entry.id: entry for entry in register.sources}
    if name not in by_id:
        raise OptionError("replaces-no-source", name=name, known=by_id)
    versions = register.versions(name)
    if versions[-1] != name:
        raise OptionError("replaced-already", name=name, newest=versions[-1])
    loaded = load_source(project, by_id[name])
    retired = loaded.lineage.retired if loaded.lineage else ()
    (data,) = read_apart([loaded], "document", progress)
    return Predecessor(by_id[name], versions[0], Document.model_validate_json(data), retired)


def lineages(project: Project, register: Register) -> dict[str, Lineage]:
    """The lineages of the sources that replace another one, by the id of that one.

    One that cannot be read is left out: what is wrong with a source is told where the source is read.

    Args:
        project: the project.
        register: of its sources.
    """
    found: dict[str, Lineage] = {}
    for entry in register.sources:
        if entry.replaces is not None:
            with contextlib.suppress(SourceError):
                digest = sha256(read_source(project, entry.file))
                source = identify(entry, project.name_of(project.seeds), digest)
                found[entry.replaces] = read_lineage(project, source, entry.replaces)
    return found


def followed(spec: PackSpec, replaced: Mapping[str, Lineage]) -> PackSpec:
    """A definition whose pinned and excluded paragraphs are those that the newest versions have for them.

    Args:
        spec: as it was written, perhaps before a source was replaced.
        replaced: lineages by the id of the version that was replaced.
    """
    sections = (
        section.model_copy(
            update={"pin": _followed(section.pin, replaced), "exclude": _followed(section.exclude, replaced)}
        )
        for section in spec.sections
    )
    return spec.model_copy(update={"sections": tuple(sections)}) if replaced else spec


def _followed(paragraphs: Iterable[str], replaced: Mapping[str, Lineage]) -> tuple[str, ...]:
    """Keys as they are now; one whose paragraph is gone, and words, stay as they were written."""
    return tuple(now for written in paragraphs for now in _keys_of(written, replaced) or (written,))


def _keys_of(written: str, replaced: Mapping[str, Lineage]) -> tuple[str, ...]:
    """The keys of today for the key of a replaced version; none for words or when the paragraph is gone."""
    source, _, _paragraph = written.partition(":")
    became = fate(written, replaced) if source in replaced else None
    return became.keys if became else ()
