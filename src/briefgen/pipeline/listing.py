"""What there is: sources, packs and topics, with counts.

Counting asks for the records of all sources. The counts are kept like every other result, so that a list is there at
once as long as nothing changed; what makes them is loaded only when they have to be made.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from ..messages import in_language, message
from ..spec import PackSpec
from ..store import Store, key, program_fingerprint
from ..tailoring.raden import topics_of
from ..topics import Topic
from .progress import Progress
from .project import (
    LoadedSource,
    Project,
    find_project,
    load_source,
    pack_names,
    read_councils,
    read_register,
    read_spec,
)
from .workshop import Workshop

Rows = Iterator[Sequence[str]]

COUNTED = ("references", "positions", "commitments", "questions", "action_options")
"""The kinds of records that the list of sources counts."""


def show_list(name: str, root: Path, progress: Progress) -> None:
    """Show the list `name` of `LISTINGS`.

    Args:
        name: key of the list.
        root: a folder of the project.
        progress: is told and shown.

    Raises:
        InputError: a file that people wrote has a mistake.
    """
    heads, listing = LISTINGS[name]
    rows = listing(find_project(root), progress)
    progress.table([[message(f"head-{head}", progress.language) for head in heads], *rows])


def _sources(project: Project, progress: Progress) -> Rows:
    """All sources; of a superseded one the title tells what replaces it."""
    register = read_register(project)
    loaded = [load_source(project, entry) for entry in register.sources]
    counted = _remembered(project, "sources", loaded, b"", lambda: _count_records(project, loaded, progress))
    for source, (date, title, *counts) in zip(loaded, counted, strict=True):
        newer = register.successors.get(source.source.id)
        told = message("replaced-by", progress.language, title=title, source=newer) if newer else title
        yield source.source.id, date, told, *counts


def _count_records(project: Project, loaded: Sequence[LoadedSource], progress: Progress) -> Rows:
    from .corpus import extractions

    for extraction in extractions(project, loaded, progress):
        document = extraction.document
        title = document.metadata.title or document.source.declared.title
        counts = (len(document.paragraphs), *(len(getattr(extraction, kind)) for kind in COUNTED))
        yield document.date or "–", title or "–", *map(str, counts)


def _packs(project: Project, progress: Progress) -> Rows:
    workshop = Workshop(project.root, progress)
    for name in pack_names(project):
        spec = read_spec(project, name)
        wording = (spec.model_dump_json() + workshop.taxonomy.model_dump_json()).encode()
        count = partial(_count_for, workshop, spec)
        ((paragraphs,),) = _remembered(project, "packs", workshop.sources, wording, count)
        yield name, in_language(spec.title, progress.language), str(len(spec.sections)), paragraphs


def _count_for(workshop: Workshop, spec: PackSpec) -> Rows:
    from ..selection import paragraphs_for

    yield (str(paragraphs_for(spec, workshop.taxonomy, workshop.corpus.extractions)),)


def _raden(project: Project, progress: Progress) -> Rows:
    workshop = Workshop(project.root, progress)
    raden = read_councils(project).raden
    routes = [topics_of(raad, workshop.taxonomy)[0] for raad in raden]
    counted = _counted(workshop, "raden", routes)
    for raad, topics, (count,) in zip(raden, routes, counted, strict=True):
        names = ", ".join(topic.id for topic in topics)
        yield raad.code, in_language(raad.name, progress.language), ", ".join(raad.dossiers), count, names


def _topics(project: Project, progress: Progress) -> Rows:
    workshop = Workshop(project.root, progress)
    topics = workshop.taxonomy.topics
    counted = _counted(workshop, "topics", [(topic,) for topic in topics])
    for topic, (count,) in zip(topics, counted, strict=True):
        yield topic.id, in_language(topic.label, progress.language), count


def _counted(workshop: Workshop, name: str, subjects: Sequence[Sequence[Topic]]) -> list[list[str]]:
    """How many paragraphs bear on each subject."""
    routes = [[topic.id for topic in topics] for topics in subjects]
    wording = f"{workshop.taxonomy.model_dump_json()}{routes}".encode()
    count = partial(_count_paragraphs, workshop, subjects)
    return _remembered(workshop.project, name, workshop.sources, wording, count)


def _count_paragraphs(workshop: Workshop, subjects: Sequence[Sequence[Topic]]) -> Rows:
    from ..selection import paragraphs_on

    for count in paragraphs_on(subjects, workshop.taxonomy, workshop.corpus.extractions):
        yield (str(count),)


def _remembered(
    project: Project, name: str, loaded: Sequence[LoadedSource], definition: bytes, make: Callable[[], Rows]
) -> list[list[str]]:
    """The rows that `make` gives, made again only when a source, the definition or the program changed."""
    store = Store(project.cache / "lists")
    inputs = (
        program_fingerprint().encode(),
        name.encode(),
        definition,
        *(part for one in loaded for part in one.content),
    )
    stored = store.get(key(inputs))
    if stored is None:
        stored = json.dumps([list(row) for row in make()]).encode()
        store.put(key(inputs), stored)
    rows: list[list[str]] = json.loads(stored)
    return rows


LISTINGS: dict[str, tuple[tuple[str, ...], Callable[[Project, Progress], Rows]]] = {
    "sources": (("source", "date", "title", "paragraphs", *COUNTED), _sources),
    "packs": (("pack", "title", "sections", "paragraphs"), _packs),
    "raden": (("raad", "title", "dossiers", "paragraphs", "topics"), _raden),
    "topics": (("topic", "label", "paragraphs"), _topics),
}
"""The lists by the name of their task (`list-NAME`): the heads of the columns, and what makes the rows."""
