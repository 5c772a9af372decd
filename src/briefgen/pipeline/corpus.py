"""From the register to extractions: each source read once, and again only when it or the program changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pydantic import ValidationError

from ..crosslinks import link_sources
from ..errors import SourceError
from ..extraction import Extraction, extract
from ..readers import read
from ..store import Store, key, program_fingerprint
from .progress import Progress
from .project import LoadedSource, Project, load_source, read_register


def extractions(project: Project, sources: Iterable[LoadedSource], progress: Progress) -> Iterator[Extraction]:
    """What each source says, from the cache where nothing changed, with what the sources say of each other.

    Raises:
        SourceError: a file cannot be read as a document.
    """
    store, made = Store(project.cache / "extractions"), []
    for loaded in sources:
        progress.step("reading-source", name=loaded.source.label)
        made.append(_extraction(store, loaded))
    yield from link_sources(made)


class LeftOut(NamedTuple):
    """A source that cannot be read, and why."""

    id: str
    label: str
    error: SourceError


def readable_sources(project: Project, progress: Progress) -> tuple[tuple[LoadedSource, ...], tuple[LeftOut, ...]]:
    """The registered sources that can be read as documents, and those that cannot.

    Raises:
        DefinitionError: a mistake in the register.
    """
    sources: list[LoadedSource] = []
    left_out: list[LeftOut] = []
    for entry in read_register(project).sources:
        try:
            loaded = load_source(project, entry)
            list(extractions(project, (loaded,), progress))
            sources.append(loaded)
        except SourceError as error:
            left_out.append(LeftOut(entry.id, entry.label, error))
    return tuple(sources), tuple(left_out)


def _extraction(store: Store, loaded: LoadedSource) -> Extraction:
    name = key([program_fingerprint().encode(), *loaded.content])
    stored = store.get(name)
    if stored is not None:
        try:
            return Extraction.model_validate_json(stored)
        except ValidationError:
            pass  # a damaged file of the cache: make it again
    made = extract(read(loaded.data, loaded.source))
    store.put(name, made.model_dump_json(by_alias=True).encode())
    return made
