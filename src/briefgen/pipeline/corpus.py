"""From the register to extractions: each source read once, and again only when it or the program changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import ValidationError

from ..errors import SourceError
from ..extraction import Extraction, extract
from ..readers import read
from ..sources import Source, identify
from ..store import Store, key, program_fingerprint, sha256
from .progress import Progress
from .project import Project, read_register, read_source


@dataclass(frozen=True, slots=True)
class LoadedSource:
    """A source with its bytes."""

    source: Source
    data: bytes


def load_sources(project: Project, only: str | None = None) -> tuple[LoadedSource, ...]:
    """The registered sources with their bytes, in the order of the register.

    Args:
        project: the project.
        only: the id of one source, when only that one is wanted.

    Raises:
        DefinitionError: a mistake in the register.
        SourceError: a file is missing, or there is no source with that id.
    """
    register = read_register(project)
    if only is not None and only not in {entry.id for entry in register.sources}:
        raise SourceError("unknown-source", name=only, known=[entry.id for entry in register.sources])
    loaded = []
    for entry in register.sources:
        if only in (None, entry.id):
            data = read_source(project, entry.file)
            source = identify(entry, project.name_of(project.seeds), sha256(data))
            loaded.append(LoadedSource(source=source, data=data))
    return tuple(loaded)


def extractions(project: Project, sources: Iterable[LoadedSource], progress: Progress) -> Iterator[Extraction]:
    """What each source says, from the cache where nothing changed.

    Raises:
        SourceError: a file cannot be read as a document.
    """
    store = Store(project.cache / "extractions")
    for loaded in sources:
        progress.step("reading-source", name=loaded.source.label)
        yield _extraction(store, loaded)


def _extraction(store: Store, loaded: LoadedSource) -> Extraction:
    identity = loaded.source.model_dump_json().encode()
    name = key([program_fingerprint().encode(), identity, loaded.data])
    stored = store.get(name)
    if stored is not None:
        try:
            return Extraction.model_validate_json(stored)
        except ValidationError:
            pass  # a damaged file of the cache: make it again
    made = extract(read(loaded.data, loaded.source))
    store.put(name, made.model_dump_json(by_alias=True).encode())
    return made
