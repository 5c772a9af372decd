"""Builds one pack: gather → compose → commission → render → write.

* gather: what was asked for, what people wrote for it, and what it will have been built from;
* compose: sources → documents → records → selection → pack;
* commission: the pack with its words, templates, drawings and attachments;
* render: every format in a process of its own;
* write: all files and the manifest, whole or not at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..manifest import MANIFEST_NAME, Manifest, with_outputs
from ..outputs import write_outputs
from ..pack import PACK_NAME, RECEIPT_NAME
from ..serialization import to_json
from ..store import Store
from .ingredients import Ingredients, gather
from .isolation import workers
from .open_document import require_office
from .options import BuildOptions, rendered_formats
from .progress import Progress
from .recording import is_ready, planned_manifest
from .requests import named, requested
from .workshop import Workshop


@dataclass(frozen=True, slots=True)
class Job:
    """A build that is about to be made.

    Attributes:
        planned: its manifest; the outputs are not yet known.
    """

    workshop: Workshop
    options: BuildOptions
    ingredients: Ingredients
    planned: Manifest


def build(root: Path, options: BuildOptions, out: Path, progress: Progress) -> None:
    """Build a pack into a folder of its own, and show its files.

    When nothing has changed since the pack was built, its files are left as they are.

    Args:
        root: a folder of the project.
        options: what was asked for.
        out: where the folder of the pack goes; from the current folder.
        progress: is told and shown.

    Raises:
        InputError: something that people gave is wrong; the folder of the pack is as it was.
    """
    workshop = Workshop(root, progress, keep_going=options.keep_going)
    for one in workshop.left_out:
        progress.tell("source-left-out", source=one.label, reason=one.error.text(progress.language))
    build_in(workshop, options, out, progress)


def build_in(workshop: Workshop, options: BuildOptions, out: Path, progress: Progress) -> None:
    """Build one of several packs that share their sources.

    Args:
        workshop: the sources, read once.
        options: what was asked for.
        out: where the folder of the pack goes; from the current folder.
        progress: is told and shown.

    Raises:
        InputError: something that people gave is wrong; the folder of the pack is as it was.
    """
    job = prepare(workshop, options)
    folder = out / job.options.pack
    if is_ready(folder, job.planned):
        progress.tell("up-to-date", name=job.options.pack)
    else:
        files = make(job, progress)
        progress.step("writing")
        for code, details in write_outputs(folder, files, with_outputs(job.planned, files)).notices():
            progress.tell(code, **details)
    for name in (*planned_outputs(job.options), MANIFEST_NAME):
        progress.show(str(folder / name))


def prepare(workshop: Workshop, options: BuildOptions) -> Job:
    """A build with everything that goes into it, read and checked.

    Args:
        workshop: the sources.
        options: what was asked for.

    Raises:
        InputError: something that people gave is wrong.
    """
    require_office(options.formats)
    options = named(workshop.project, options, workshop.taxonomy, lambda: workshop.corpus.extractions)
    request = requested(workshop.project, options, workshop.taxonomy, lambda: workshop.corpus.extractions)
    ingredients = gather(workshop.project, request, workshop.taxonomy, options.language)
    return Job(workshop, options, ingredients, planned_manifest(workshop, options, ingredients))


def make(job: Job, progress: Progress) -> dict[str, bytes]:
    """The outputs of a build, by name, without the manifest.

    Args:
        job: the build.
        progress: is told.

    Raises:
        InputError: something that people gave is wrong.
    """
    from .commissioning import commission  # this and the next take as long to load as all of a build that is ready
    from .composing import compose
    from .drawings import drawings
    from .rendering import render

    options, project = job.options, job.workshop.project
    with workers(rendered_formats(options.formats), options.limits) as crew:  # they get ready while the pack is made
        made = compose(job.workshop, options, job.ingredients, progress)
        drawn = drawings(made.pack, job.ingredients.language, Store(project.cache / "drawings"), progress)
        ordered = commission(made.pack, job.ingredients, job.planned, drawn)
        rendered = render(crew, ordered, project, options, progress)
    return rendered | {PACK_NAME: to_json(made.pack), RECEIPT_NAME: to_json(made.receipt)}


def planned_outputs(options: BuildOptions) -> tuple[str, ...]:
    """The names of the files that a build makes, without the manifest."""
    return (*(f"{options.pack}.{suffix}" for suffix in options.formats), PACK_NAME, RECEIPT_NAME)
