"""Writes the reference of the tags of Word templates."""

from __future__ import annotations

from pathlib import Path

from ..definitions import parse
from ..filesystem import replace_file
from ..labels import Labels
from ..renderers.word.reference import reference
from .progress import Progress
from .project import find_project, read_definition

REFERENCE = Path("docs") / "template-tags.md"


def write_tags(root: Path, progress: Progress) -> None:
    """Show the tags that a Word template can use, and write them to `docs/template-tags.md`.

    Args:
        root: a folder of the project.
        progress: is shown the tags.

    Raises:
        DefinitionError: a mistake in the fixed words.
        OutputError: the file cannot be written.
    """
    project = find_project(root)
    path = project.templates / "labels" / "nl.toml"
    labels = parse(read_definition(project, path), project.name_of(path), Labels)
    text = reference(labels)
    replace_file(project.root / REFERENCE, text.encode())
    progress.show(text)
