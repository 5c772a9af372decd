"""Writes the structured records of the sources, one JSON file each."""

from __future__ import annotations

from pathlib import Path

from ..export import to_contract_json
from ..filesystem import replace_file
from .corpus import extractions
from .progress import Progress
from .project import find_project, load_sources


def write_records(root: Path, only: str | None, out: Path, progress: Progress) -> None:
    """Write `OUT/ID.json` for each source, and show the paths.

    Args:
        root: a folder of the project.
        only: id of one source; `None` for all.
        out: the folder for the files.
        progress: is told and shown.

    Raises:
        InputError: the register or a source is wrong, or nothing can be written there.
    """
    project = find_project(root)
    for extraction in extractions(project, load_sources(project, only), progress):
        path = out / f"{extraction.document.source.id}.json"
        replace_file(path, to_contract_json(extraction))
        progress.show(str(path))
