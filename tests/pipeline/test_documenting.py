"""The documentation that is made from the program is the one in `docs`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefgen.pipeline.documenting import SCHEMAS, STORED, generated, write_documentation
from briefgen.pipeline.project import Project

from .project import Told

ROOT = Path(__file__).parents[2]
GENERATED = generated(Project(ROOT))


@pytest.mark.parametrize("path", GENERATED, ids=str)
def test_what_is_in_docs_is_fresh(path: Path) -> None:
    assert (ROOT / path).read_bytes() == GENERATED[path], "run ./invoke docs"


def test_there_is_nothing_else_among_the_schemas() -> None:
    assert {path.name for path in (ROOT / SCHEMAS).iterdir()} == {
        path.name for path in GENERATED if path.parent == SCHEMAS
    }


@pytest.mark.parametrize("name", STORED)
def test_a_schema_says_what_it_is_and_what_a_file_must_hold(name: str) -> None:
    schema = json.loads(GENERATED[SCHEMAS / f"{name}.schema.json"])
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "briefgen/" in json.dumps(schema["properties"]["schema"])
    assert schema["additionalProperties"] is False


def test_writing_it_again_changes_nothing(project: Path) -> None:
    first, second = Told("en"), Told("en")
    write_documentation(project, first)
    write_documentation(project, second)
    assert len(first.lines) == len(GENERATED)
    assert first.lines[0] == "docs/template-tags.md was brought up to date."
    assert second.lines == ["The documentation was up to date."]
