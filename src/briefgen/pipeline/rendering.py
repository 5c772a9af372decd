"""From a finished pack to its files, with what a person should know of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial

from ..errors import TemplateError
from ..renderers import Commission, Rendered
from .finishing import finished, numbered
from .isolation import LimitError, Worker
from .options import BuildOptions
from .progress import Progress
from .project import Project

Numbering = Callable[[bytes], bytes]


def render(
    crew: Mapping[str, Worker], commission: Commission, project: Project, options: BuildOptions, progress: Progress
) -> dict[str, bytes]:
    """The files of a pack, by name.

    Args:
        crew: a worker for each format that was asked for.
        commission: the pack.
        project: whose cache keeps the layout of pages.
        options: what was asked for.
        progress: is told.

    Raises:
        TemplateError: a template is wrong, or asks for more time or memory than there may be.
    """
    progress.step("rendering", format=", ".join(crew))
    files = {}
    number = partial(numbered, project=project, options=options, progress=progress)
    for suffix, rendered in _rendered(crew, commission, number).items():
        for diagnostic in rendered.diagnostics:
            progress.tell("render-notice", format=suffix, problem=diagnostic.message)
        files[f"{options.pack}.{suffix}"] = rendered.content
    return finished(files, commission, project, options, progress)


def _rendered(crew: Mapping[str, Worker], commission: Commission, number: Numbering) -> dict[str, Rendered]:
    """The files of all workers, rendered at the same time; the Word file gets its numbers while others are rendered."""
    if not crew:
        return {}
    with ThreadPoolExecutor(len(crew)) as pool:
        waiting = {suffix: pool.submit(_render, worker, suffix, commission, number) for suffix, worker in crew.items()}
        try:
            return {suffix: future.result() for suffix, future in waiting.items()}
        except BaseException:
            for worker in crew.values():
                worker.end()
            raise


def _render(worker: Worker, suffix: str, commission: Commission, number: Numbering) -> Rendered:
    try:
        rendered = worker.do(commission)
    except LimitError as error:
        templates = commission.templates
        file = templates.word.file if suffix == "docx" else templates.web.file
        raise TemplateError(
            f"rendering-{error.reason}", file=file, line=None, format=suffix, **error.details
        ) from error
    if not isinstance(rendered, Rendered):
        raise TypeError(f"a worker gave a {type(rendered).__name__} for a file")
    return replace(rendered, content=number(rendered.content)) if suffix == "docx" else rendered
