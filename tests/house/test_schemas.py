"""What is stored and exchanged as JSON changes only on purpose.

`schemas/` holds the outline of every stored model: its classes, their keys, and the form of each. After a change, look
at the difference. A key that was added keeps the schema version; one that was renamed, removed or given another meaning
needs a new one. Then rewrite the outlines with `python -m tests.house.test_schemas`.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from briefgen.attestation import Attestation
from briefgen.conformance import ConformanceReport
from briefgen.extraction import Extraction
from briefgen.lineage import Lineage
from briefgen.manifest import Manifest
from briefgen.pack import Pack
from briefgen.receipt import Receipt
from briefgen.sources import Register
from briefgen.spec import PackSpec
from briefgen.tailoring.agenda import Agenda
from briefgen.tailoring.raden import Councils
from briefgen.tailoring.skeleton import Skeleton
from briefgen.topics import Taxonomy
from briefgen.verification import Report

OUTLINES = Path(__file__).parent / "schemas"
STORED: dict[str, type[BaseModel]] = {
    model.__name__: model
    for model in (
        Agenda,
        Attestation,
        ConformanceReport,
        Councils,
        Extraction,
        Lineage,
        Manifest,
        Pack,
        PackSpec,
        Receipt,
        Register,
        Report,
        Skeleton,
        Taxonomy,
    )
}

Schema = dict[str, Any]
"""A JSON schema, as pydantic makes it."""


def outline(model: type[BaseModel]) -> dict[str, dict[str, str]]:
    """The classes of a stored model, by name, with the form of each of their keys."""
    schema = model.model_json_schema(by_alias=True)
    classes = {model.__name__: schema, **schema.get("$defs", {})}
    return {
        name: {key: form(part) for key, part in classes[name]["properties"].items()}
        for name in sorted(classes)
        if "properties" in classes[name]
    }


def form(schema: Schema) -> str:
    """A key in short: `string | null, optional`, `[Span]`, `'nl' | 'en'`; the value of a default is free."""
    return kind(schema) + (", optional" if "default" in schema else "")


def kind(schema: Schema) -> str:
    """What the value of a key can be."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return " | ".join(kind(part) for part in schema["anyOf"])
    if "const" in schema or "enum" in schema:
        return " | ".join(repr(value) for value in schema.get("enum", [schema.get("const")]))
    if schema.get("type") == "array":
        return f"[{', '.join(kind(part) for part in schema.get('prefixItems', [schema.get('items', {})]))}]"
    if schema.get("type") == "object":
        return f"{{string: {kind(schema.get('additionalProperties', {}))}}}"
    return " ".join(str(schema[word]) for word in ("type", "pattern", "minLength", "minimum") if word in schema)


@pytest.mark.parametrize("name", STORED)
def test_a_stored_model_changes_only_together_with_its_outline(name: str) -> None:
    assert outline(STORED[name]) == json.loads((OUTLINES / f"{name}.json").read_text("utf-8"))


@pytest.mark.parametrize("name", STORED)
def test_a_stored_model_names_its_version(name: str) -> None:
    assert "briefgen/" in json.dumps(STORED[name].model_json_schema(by_alias=True)["properties"]["schema"])


def test_an_added_key_shows_in_the_outline() -> None:
    class Longer(Pack):
        added: int = 0

    assert "added" in str(outline(Longer)) and "added" not in str(outline(Pack))


if __name__ == "__main__":
    OUTLINES.mkdir(exist_ok=True)
    for stored, stored_model in STORED.items():
        text = json.dumps(outline(stored_model), ensure_ascii=False, indent=1) + "\n"
        (OUTLINES / f"{stored}.json").write_text(text, "utf-8")
