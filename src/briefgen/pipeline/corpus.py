"""From the register to extractions: each source read once, and again only when it or the program changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from typing import NamedTuple

from pydantic import ValidationError

from ..crosslinks import link_sources
from ..errors import SourceError
from ..extraction import Extraction
from ..store import Store, key, program_fingerprint
from .progress import Progress
from .project import LoadedSource, Project, load_each, read_register
from .reading import read_apart, read_each


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
        OptionError: a limit in the environment is none.
    """
    register = read_register(project)
    entries = register.sources if superseded else register.in_force()
    loaded = load_each(project, entries)
    failures = _failures(project, [one for one in loaded if isinstance(one, LoadedSource)], progress)
    outcomes = [failures.get(one.source.id, one) if isinstance(one, LoadedSource) else one for one in loaded]
    left_out = (
        LeftOut(entry.id, entry.label, one)
        for entry, one in zip(entries, outcomes, strict=True)
        if isinstance(one, SourceError)
    )
    return tuple(one for one in outcomes if isinstance(one, LoadedSource)), tuple(left_out)


def _failures(project: Project, sources: Sequence[LoadedSource], progress: Progress) -> dict[str, SourceError]:
    """Why sources cannot be read, by id; what the others say is in the cache then."""
    store = Store(project.cache / "extractions")
    missing = [one for one in sources if _stored(store, one) is None]
    failures: dict[str, SourceError] = {}
    with closing(read_each(missing, "extraction", progress)) as outcomes:
        for one, made in zip(missing, outcomes, strict=True):
            if isinstance(made, SourceError):
                failures[one.source.id] = made
            else:
                store.put(_name(one), made)
    return failures


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
