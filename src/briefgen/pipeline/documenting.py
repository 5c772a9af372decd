"""Writes the documentation that is made from the program: the tags of templates, and the schemas of JSON files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from ..attestation import Attestation
from ..definitions import parse
from ..filesystem import replace_file
from ..labels import Labels
from ..lineage import Lineage
from ..manifest import Manifest
from ..model import Model
from ..pack import Pack
from ..receipt import Receipt
from ..renderers.word.reference import reference
from ..verification import Report
from .progress import Progress
from .project import Project, find_project, read_definition
from .tags import REFERENCE

SCHEMAS = Path("docs") / "schemas"

STORED: Mapping[str, type[Model]] = {
    "pack": Pack,
    "manifest": Manifest,
    "receipt": Receipt,
    "attestation": Attestation,
    "lineage": Lineage,
    "verification": Report,
}
"""The models of the JSON files that other programs may read, by the name of their schema."""


def write_documentation(root: Path, progress: Progress) -> None:
    """Write every document anew that is made from the program, and tell which ones changed.

    Args:
        root: a folder of the project.
        progress: is told.

    Raises:
        DefinitionError: a mistake in the fixed words.
        OutputError: a file cannot be written.
    """
    project = find_project(root)
    changed = [path for path, data in generated(project).items() if replace_file(project.root / path, data)]
    for path in changed:
        progress.tell("documentation-changed", name=path.as_posix())
    if not changed:
        progress.tell("documentation-fresh")


def generated(project: Project) -> dict[Path, bytes]:
    """The documents that are made from the program, by path from the root of the project.

    Raises:
        DefinitionError: a mistake in the fixed words.
    """
    labels = project.templates / "labels" / "nl.toml"
    words = parse(read_definition(project, labels), project.name_of(labels), Labels)
    schemas = {SCHEMAS / f"{name}.schema.json": schema(name, model) for name, model in STORED.items()}
    return {REFERENCE: reference(words).encode(), **schemas}


def schema(name: str, model: type[Model]) -> bytes:
    """The JSON Schema (draft 2020-12) of the files that hold a model.

    Args:
        name: of the schema.
        model: as it is written.
    """
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"{name}.schema.json"}
    content = model.model_json_schema(by_alias=True, mode="serialization")
    return (json.dumps(head | content, indent=2, ensure_ascii=False) + "\n").encode()
