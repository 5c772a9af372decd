"""Measures the speed and the memory of each stage on the sources of a project, and how rendering grows with the pack.

Each figure comes from a process of its own, so that nothing that was read or loaded before makes the next one faster or
larger. The figures say how this machine does; they are no tests and have no thresholds.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import cycle, islice
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter, process_time
from typing import NamedTuple

from ..extraction import extract
from ..filesystem import replace_file
from ..messages import message
from ..pack import Citation, Item, Pack, Section
from ..renderers import RENDERERS, Commission
from .build import Job, prepare
from .commissioning import commission
from .composing import compose
from .extracting import document_of
from .options import DEFAULT_PACK, BuildOptions
from .packs import Recorded
from .progress import Progress
from .project import load_sources
from .workshop import Workshop

SIZES = (300, 750, 3_000)
"""Citations of the packs whose rendering is compared; the largest one fills hundreds of pages."""

FORMATS = ("docx", "pdf", "html")

STATEMENTS_A_CHAPTER = 40

AS_OF = "2026-06-30"
"""The date of the measured pack: the same on every day, so that figures can be compared."""

HEADS = ("stage", "subject", "size", "seconds", "processor", "milliseconds-each", "megabytes")


class Figure(NamedTuple):
    """What one stage took.

    Attributes:
        stage: `reading`, `records`, `selection`, or a format, whose library is loaded in it too.
        subject: the id of a source, or the name of a pack.
        size: kilobytes of a source, citations of a pack.
        seconds: of time, which other work on the machine makes longer.
        processor: seconds of processor time, which it hardly does.
        megabytes: the most memory that its process held, its libraries included; `None` where the system does not say.
    """

    stage: str
    subject: str
    size: int
    seconds: float
    processor: float
    megabytes: float | None


class _Clock:
    """Gives the figures of stages that follow each other in one process."""

    def __init__(self) -> None:
        self._seconds, self._processor = perf_counter(), process_time()

    def figure(self, stage: str, subject: str, size: int) -> Figure:
        """What a stage took since the stage before it."""
        seconds, processor = perf_counter() - self._seconds, process_time() - self._processor
        figure = Figure(stage, subject, size, seconds, processor, _megabytes())
        self._seconds, self._processor = perf_counter(), process_time()
        return figure


def measure_speed(root: Path, json_file: Path | None, progress: Progress) -> None:
    """Show what each stage takes.

    Args:
        root: a folder of the project.
        json_file: where the figures go as JSON too, if anywhere.
        progress: is told and shown.

    Raises:
        InputError: something that people gave is wrong.
        OutputError: the JSON cannot be written.
    """
    figures = []
    for stage, arguments in _plan(root, progress):
        progress.step("measuring", name=" ".join(map(str, arguments)))
        figures += _apart(stage, root, *arguments)
    heads = [message(f"head-{name}", progress.language) for name in HEADS]
    progress.table([heads, *map(_row, figures)])
    if json_file is not None:
        content = {"schema": "briefgen/bench@1", "figures": [figure._asdict() for figure in figures]}
        replace_file(json_file, (json.dumps(content, indent=1) + "\n").encode())


def grown(pack: Pack, count: int) -> Pack:
    """A pack with so many statements, each with a citation of its own, from the statements of another pack.

    Args:
        pack: with at least one quotation.
        count: of citations.
    """
    quoted = [item for section in pack.sections for item in section.items if item.quoted]
    by_source = sorted(islice(cycle(quoted), count), key=lambda item: pack.citation_by_key[item.citations[0]].source)
    copies = [_copy(item, pack.citation_by_key[item.citations[0]], number) for number, item in enumerate(by_source, 1)]
    items = [item for item, _ in copies]
    chapters = tuple(
        Section(id=f"deel-{start}", title=f"Deel {start}", items=tuple(items[start : start + STATEMENTS_A_CHAPTER]))
        for start in range(0, count, STATEMENTS_A_CHAPTER)
    )
    citations = tuple(citation for _, citation in copies)
    changed = {"sections": chapters, "citations": citations, "index": (), "gaps": ()}
    # Not `model_copy`: it would keep what was looked up in the old citations.
    return Pack.model_validate({name: getattr(pack, name) for name in Pack.model_fields} | changed)


def _plan(root: Path, progress: Progress) -> Iterator[tuple[Callable[..., list[Figure]], tuple[str | int, ...]]]:
    """The stages with what they are about."""
    workshop = Workshop(root, progress)
    for loaded in workshop.sources:
        yield _source_figures, (loaded.source.id,)
    workshop.corpus.extractions  # noqa: B018 - fills the cache, so that the next stages measure only themselves
    yield _selection_figures, ()
    for suffix in FORMATS:
        for count in (0, *SIZES):
            yield _rendering_figures, (suffix, count)


def _apart(stage: Callable[..., list[Figure]], *arguments: object) -> list[Figure]:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(stage, *arguments).result()


def _source_figures(root: Path, name: str) -> list[Figure]:
    loaded = next(one for one in load_sources(Workshop(root, Recorded("en")).project) if one.source.id == name)
    size = len(loaded.data) // 1_000
    clock = _Clock()
    document = document_of(loaded)
    reading = clock.figure("reading", name, size)
    extract(document)
    return [reading, clock.figure("records", name, size)]


def _selection_figures(root: Path) -> list[Figure]:
    job = _job(root)
    job.workshop.corpus.extractions  # noqa: B018 - read from the cache, which is no part of the stage
    clock = _Clock()
    pack = _composed(job)
    return [clock.figure("selection", pack.pack, len(pack.citations))]


def _rendering_figures(root: Path, suffix: str, count: int) -> list[Figure]:
    """As in a build, the process that renders knows the pack and has not made it."""
    job = _job(root)
    pack = grown(_composed(job), count) if count else _composed(job)
    return _apart(_rendered, commission(pack, job.ingredients, job.planned, {}), suffix)


def _rendered(ordered: Commission, suffix: str) -> list[Figure]:
    clock = _Clock()
    RENDERERS[suffix](ordered)
    return [clock.figure(suffix, ordered.pack.pack, len(ordered.pack.citations))]


def _job(root: Path) -> Job:
    options = BuildOptions(pack=DEFAULT_PACK, as_of=AS_OF, formats=("docx",))
    return prepare(Workshop(root, Recorded("en")), options)


def _composed(job: Job) -> Pack:
    """The default pack without its charts, whose drawings are made before rendering."""
    pack = compose(job.workshop, job.options, job.ingredients, Recorded("en")).pack
    plain = tuple(section.model_copy(update={"charts": ()}) for section in pack.sections)
    return pack.model_copy(update={"sections": plain})


def _copy(item: Item, citation: Citation, number: int) -> tuple[Item, Citation]:
    name, key = f"uitspraak-{number}", f"{citation.key}-{number}"
    copied = item.model_copy(update={"id": name, "citations": (key,)})
    return copied, citation.model_copy(update={"key": key, "number": number, "cited_by": (name,)})


def _megabytes() -> float | None:
    """The most memory that this process has held (`ru_maxrss`: kilobytes, on macOS bytes)."""
    try:
        import resource
    except ImportError:
        return None
    unit = 1_000_000 if sys.platform == "darwin" else 1_000
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def _row(figure: Figure) -> list[str]:
    memory = "–" if figure.megabytes is None else f"{figure.megabytes:.0f}"
    each = f"{1_000 * figure.processor / max(1, figure.size):.1f}"
    taken = (f"{figure.seconds:.2f}", f"{figure.processor:.2f}")
    return [figure.stage, figure.subject, str(figure.size), *taken, each, memory]
