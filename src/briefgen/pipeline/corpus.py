"""From the register to extractions: each source read once, and again only when it or the program changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import ValidationError

from ..extraction import Extraction, extract
from ..readers import read
from ..store import Store, key, program_fingerprint
from .progress import Progress
from .project import LoadedSource, Project


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
