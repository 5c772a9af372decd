"""Shows what happened to each paragraph between two versions of a source."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from ..document import Document
from ..errors import OptionError, SourceError
from .comparing import difference_of
from .progress import Progress
from .project import LoadedSource, Project, find_project, load_each, read_register, registered
from .reading import read_each
from .worker import Difference


def show_difference(root: Path, old: str, new: str, progress: Progress) -> None:
    """Show what happened to each paragraph between two sources: versions of one text, or any two.

    Args:
        root: a folder of the project.
        old: id of the older version.
        new: id of the newer version.
        progress: is told and shown.

    Raises:
        OptionError: the two are one and the same.
        InputError: there is no such source, or one cannot be read, or they ask for too much to be compared.
    """
    if old == new:
        raise OptionError("diff-same-source", name=old)
    before, after = _documents(find_project(root), (old, new), progress)
    for line in difference_of(Difference(before, after, progress.language)):
        progress.show(line)


def _documents(project: Project, names: Sequence[str], progress: Progress) -> list[Document]:
    """What sources say, with their own ids.

    Raises:
        SourceError: there is no such source, or one cannot be read; of several, the others are shown.
    """
    register = read_register(project)
    loaded = load_each(project, [registered(register, name) for name in names])
    with closing(read_each([one for one in loaded if isinstance(one, LoadedSource)], "document", progress)) as read:
        made = [next(read) if isinstance(one, LoadedSource) else one for one in loaded]
    failures = [one for one in made if isinstance(one, SourceError)]
    for failure in failures[:-1]:
        progress.show(failure.text(progress.language))
    if failures:
        raise failures[-1]
    return [Document.model_validate_json(one) for one in made if isinstance(one, bytes)]
