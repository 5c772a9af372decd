"""The tables name everything that they should: what is written and not listed would never run."""

from pathlib import Path
from typing import get_args

from briefgen.extraction import Extraction
from briefgen.pack import Chart
from briefgen.readers import READERS
from briefgen.readers.notes import STRATEGIES
from briefgen.records import RECORD_KINDS
from briefgen.renderers import RENDERERS
from briefgen.renderers.drawing import DRAWERS

from .source_code import PACKAGE, functions, tree

# HTML is a step on the way to PDF, and no output of its own.
STEPS: set[str] = set()


def modules_with(function: str, room: str) -> set[str]:
    """The modules of a room that have a function of this name at their top level."""
    paths = (path for path in (PACKAGE / room).glob("*.py") if path.stem != "__init__")
    return {path.stem for path in paths if has_function(path, function)}


def has_function(path: Path, name: str) -> bool:
    return any(node.name == name and node in tree(path).body for node in functions(path))


def test_every_reader_is_listed() -> None:
    assert {entry.read.__module__.rpartition(".")[2] for entry in READERS.values()} == modules_with("read", "readers")


def test_every_convention_of_notes_is_listed() -> None:
    listed = {strategy.recognises.__module__.rpartition(".")[2] for strategy in STRATEGIES}
    assert listed == modules_with("recognises", "readers/notes")


def test_every_record_kind_is_listed() -> None:
    listed = {extract.__module__.rpartition(".")[2] for extract in RECORD_KINDS.values()}
    assert listed == modules_with("extract", "records")


def test_every_list_of_an_extraction_has_its_record_kind() -> None:
    assert Extraction.model_fields.keys() - {"schema_version", "document", "relations"} == RECORD_KINDS.keys()


def test_every_renderer_is_listed() -> None:
    assert set(RENDERERS) == modules_with("render", "renderers") - STEPS


def test_every_kind_of_chart_is_drawn() -> None:
    assert set(DRAWERS) == modules_with("draw", "renderers/drawing")
    assert set(DRAWERS) == set(get_args(Chart.model_fields["kind"].annotation))
