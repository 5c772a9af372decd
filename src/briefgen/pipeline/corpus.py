"""From the register to extractions: each source read once, and again only when it or the program changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pydantic import ValidationError

from ..crosslinks import link_sources
from ..errors import SourceError
from ..extraction import Extraction
from ..store import Store, key, program_fingerprint
from .progress import Progress
from .project import LoadedSource, Project, load_source, read_register
from .reading import read_apart


def extractions(project: Project, sources: Iterable[LoadedSource], progress: Progress) -> Iterator[Extraction]:
    """What each source says, from the cache where nothing changed, with what the sources say of each other.

    Raises:
        SourceError: a file cannot be read as a document.
    """
    store, loaded = Store(project.cache / "extractions"), tuple(sources)
    found = {_name(one): _stored(store, one) for one in loaded}
    missing = [one for one in loaded if found[_name(one)] is None]
    for one, data in zip(missing, read_apart(missing, "extraction", progress), strict=True):
        store.put(_name(one), data)
        found[_name(one)] = Extraction.model_validate_json(data)
    yield from link_sources([made for one in loaded if (made := found[_name(one)])])


class LeftOut(NamedTuple):
    """A source that cannot be read, and why."""

    id: str
    label: str
    error: SourceError


def readable_sources(
    project: Project, progress: Progress, *, superseded: bool = False
) -> tuple[tuple[LoadedSource, ...], tuple[LeftOut, ...]]:
    """The registered sources that can be read as documents, and those that cannot.

    Args:
        project: the project.
        progress: is told.
        superseded: also those that a newer version replaces.

    Raises:
        DefinitionError: a mistake in the register.
    """
    sources: list[LoadedSource] = []
    left_out: list[LeftOut] = []
    register = read_register(project)
    for entry in register.sources if superseded else register.in_force():
        try:
            loaded = load_source(project, entry)
            list(extractions(project, (loaded,), progress))
            sources.append(loaded)
        except SourceError as error:
            left_out.append(LeftOut(entry.id, entry.label, error))
    return tuple(sources), tuple(left_out)


def _name(loaded: LoadedSource) -> str:
    """The name in the cache of what a source says."""
    return key([program_fingerprint().encode(), *loaded.content])


def _stored(store: Store, loaded: LoadedSource) -> Extraction | None:
    """What a source says, from the cache; none for a damaged file, which is made again."""
    stored = store.get(_name(loaded))
    if stored is None:
        return None
    try:
        return Extraction.model_validate_json(stored)
    except ValidationError:
        return None
