"""Writes a commented definition of a pack to start from."""

from __future__ import annotations

import re
from pathlib import Path

from ..errors import OptionError
from ..filesystem import replace_file
from ..spec import parse_spec
from .options import slug
from .progress import Progress
from .project import find_project, pack_names, read_definition

TEMPLATE = "new-pack.toml"
"""The file in `templates/` that a new definition is made from."""

# The title of a pack, up to the end of its line: `title = { nl = "…", en = "…" }`; the first one is of the pack itself.
TITLE = re.compile(r"^title = .*$", re.MULTILINE)


def draft(root: Path, name: str, copy: str | None, progress: Progress) -> None:
    """Write `templates/packs/NAME.toml` and show its path and how to build it.

    Args:
        root: a folder of the project.
        name: of the new pack: small letters, digits and hyphens.
        copy: the pack whose definition is copied; none for the commented example.
        progress: is told and shown.

    Raises:
        OptionError: the name cannot be one, or is taken, or there is no pack to copy.
        DefinitionError: the definition to start from has a mistake.
    """
    project = find_project(root)
    if not name or slug(name) != name:
        raise OptionError("wrong-pack-name", value=name, proposal=slug(name) or "mijn-pakket")
    names = pack_names(project)
    path = project.packs / f"{name}.toml"
    if name in names:
        raise OptionError("pack-exists", file=project.name_of(path))
    if copy is not None and copy not in names:
        raise OptionError("unknown-pack", name=copy, known=names)
    start = project.packs / f"{copy}.toml" if copy else project.templates / TEMPLATE
    text = read_definition(project, start)
    parse_spec(text, project.name_of(start))
    title = name.replace("-", " ").capitalize()
    replace_file(path, TITLE.sub(f'title = "{title}"', text, count=1).encode())
    progress.show(project.name_of(path))
    progress.tell("pack-drafted", name=name)
