"""The sources in short, each read once and kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing

from pydantic import ValidationError

from ..errors import SourceError
from ..store import Store, key, program_fingerprint
from .progress import Progress
from .project import LoadedSource, Project
from .reading import Made, read_each
from .summary import Summary


def summaries(project: Project, sources: Sequence[LoadedSource], progress: Progress) -> Iterator[Summary | SourceError]:
    """Each source in short, from the cache where nothing changed; of one that cannot be read, the reason.

    Args:
        project: the project, for its cache.
        sources: with their bytes.
        progress: is told of each that is read.

    Raises:
        OptionError: a limit in the environment is none.
    """
    store = Store(project.cache / "summaries")
    found = [_stored(store, loaded) for loaded in sources]
    missing = [loaded for loaded, known in zip(sources, found, strict=True) if known is None]
    with closing(read_each(missing, "summary", progress)) as outcomes:
        for loaded, known in zip(sources, found, strict=True):
            yield known or _kept(store, loaded, next(outcomes))


def _name(loaded: LoadedSource) -> str:
    """The name in the cache of a source in short."""
    return key([program_fingerprint().encode(), *loaded.content])


def _stored(store: Store, loaded: LoadedSource) -> Summary | None:
    """A source in short, from the cache; none for a damaged file, which is made again."""
    stored = store.get(_name(loaded))
    if stored is None:
        return None
    try:
        return Summary.model_validate_json(stored)
    except ValidationError:
        return None


def _kept(store: Store, loaded: LoadedSource, made: Made) -> Summary | SourceError:
    if isinstance(made, SourceError):
        return made
    store.put(_name(loaded), made)
    return Summary.model_validate_json(made)
