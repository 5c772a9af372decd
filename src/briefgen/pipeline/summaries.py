"""What is known of each source without its records: title, date and likeness, read once and kept."""

from __future__ import annotations

from pydantic import ValidationError

from ..document import Document
from ..likeness import Profile, profile
from ..model import Model
from ..store import Store, key, program_fingerprint
from .project import LoadedSource, Project


class Summary(Model):
    """A source in short.

    Attributes:
        title: its own, or the one that the register declares.
        date: ISO date, its own or declared.
        profile: to compare it with others.
    """

    title: str | None
    date: str | None
    profile: Profile


def summary_of(project: Project, loaded: LoadedSource) -> Summary:
    """A source in short, from the cache where nothing changed.

    Args:
        project: the project, for its cache.
        loaded: the source with its bytes.

    Raises:
        SourceError: the file cannot be read as a document.
    """
    store = Store(project.cache / "summaries")
    name = key([program_fingerprint().encode(), *loaded.content])
    stored = store.get(name)
    if stored is not None:
        try:
            return Summary.model_validate_json(stored)
        except ValidationError:
            pass  # a damaged file of the cache: make it again
    from ..readers import read  # half a second to load: only for what is not yet known

    made = summarise(read(loaded.data, loaded.source))
    store.put(name, made.model_dump_json().encode())
    return made


def summarise(document: Document) -> Summary:
    """A document in short."""
    return Summary(
        title=document.metadata.title or document.source.declared.title,
        date=document.date,
        profile=profile(document),
    )
