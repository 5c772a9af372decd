"""Modules say what they are and offer what they promise."""

import ast
import importlib
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

from .source_code import PACKAGE, ROOT, modules, name_of, tree

# Words that end up naming a room for everything.
ROOMS_FOR_EVERYTHING = {"utils", "util", "helpers", "helper", "common", "misc", "base", "core"}


def module_names() -> list[str]:
    parts = (path.relative_to(PACKAGE.parent).with_suffix("").parts for path in sorted(PACKAGE.rglob("*.py")))
    return [".".join(names[:-1] if names[-1] == "__init__" else names) for names in parts]


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_a_module_begins_with_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(tree(path))


@pytest.mark.parametrize("name", module_names())
def test_a_module_offers_what_its_all_promises(name: str) -> None:
    module = importlib.import_module(name)
    offered = getattr(module, "__all__", [])
    assert not [each for each in offered if not hasattr(module, each)]
    assert len(offered) == len(set(offered))


def test_no_module_is_a_room_for_everything() -> None:
    assert not [name_of(path) for path in modules() if path.stem in ROOMS_FOR_EVERYTHING]


def foreign_imports() -> set[str]:
    """The top-level names of all libraries that the code imports."""
    found = set()
    for path in modules():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Import):
                found |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
                found.add(node.module.split(".")[0])
    return found - sys.stdlib_module_names - {"briefgen", "tools"}


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    names = {requirement.split(">")[0].lower() for requirement in declared}
    distributions = metadata.packages_distributions()
    imported = {distributions[name][0].lower() for name in foreign_imports()}
    assert imported == names
