"""The project's own code, as text and as syntax trees, for the tests that guard its rules."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "briefgen"


def modules() -> list[Path]:
    """All modules of the package, and the tasks."""
    return [*sorted(PACKAGE.rglob("*.py")), ROOT / "tasks.py", ROOT / "tools" / "development.py"]


def name_of(path: Path) -> str:
    """A module as a reader knows it: its path from the root."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(path.read_text("utf-8"), name_of(path))


Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(path: Path) -> Iterator[Function]:
    """All functions and methods of a module, nested ones too."""
    return (node for node in ast.walk(tree(path)) if isinstance(node, Function))


def code_lines(path: Path, node: Function) -> int:
    """The lines of a function that hold code: no docstring, no comments, no empty lines."""
    has_docstring = ast.get_docstring(node) is not None
    body = node.body[1:] if has_docstring else node.body
    if not body:
        return 0
    lines = path.read_text("utf-8").splitlines()
    first = body[0].lineno - 1
    stripped = (line.strip() for line in lines[first : node.end_lineno])
    return sum(bool(line) and not line.startswith("#") for line in stripped)


def calls(path: Path) -> Iterator[ast.Call]:
    """All calls in a module."""
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call))


def called(call: ast.Call) -> str:
    """The name of what is called, without what it is an attribute of."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""
