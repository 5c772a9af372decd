"""The commands of those who develop briefgen; `tasks.py` offers them behind those of everyday use."""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from briefgen.commands import Command
from briefgen.console import Console
from briefgen.filesystem import explained

ROOT = Path(__file__).parent.parent


@Command
def template_tags(console: Console) -> None:
    from briefgen.pipeline.tags import write_tags

    write_tags(ROOT, console)


@Command
def docs(console: Console) -> None:
    from briefgen.pipeline.documenting import write_documentation

    write_documentation(ROOT, console)


@Command
def evaluate(
    console: Console,
    gold: str = "tests/gold",
    packs: str = "out",
    json: str | None = None,
    raise_floors: bool = False,
) -> None:
    from briefgen.pipeline.measure import measure

    figures_file = Path(json) if json else None
    measure(ROOT, Path(gold), Path(packs), figures_file, console, raise_floors=raise_floors)


@Command
def bench(console: Console, json: str | None = None) -> None:
    from briefgen.pipeline.bench import measure_speed

    measure_speed(ROOT, Path(json) if json else None, console)


@Command
def test(_console: Console, all: bool = False) -> None:
    _run("pytest", "-n", "auto", "--dist", "loadgroup", *(() if all else ("-m", "not slow")))


@Command
def lint(_console: Console) -> None:
    _run("ruff", "check", ".")
    _run("ruff", "format", "--check", ".")
    _run("mypy")
    _run("lint-imports")


@Command
def format(_console: Console) -> None:
    _run("ruff", "check", "--fix", ".")
    _run("ruff", "format", ".")


@Command
def clean(console: Console) -> None:
    cache = ROOT / ".cache"
    with explained(cache), suppress(FileNotFoundError):
        shutil.rmtree(cache)
    console.tell("cache-removed")


def _run(tool: str, *arguments: str) -> None:
    """Run a tool that is installed beside Python, in the folder of the project.

    Raises:
        SystemExit: with its exit code, when it is not 0.
    """
    command = [Path(sys.executable).with_name(tool), *arguments]
    ended = subprocess.run(command, cwd=ROOT, check=False)  # noqa: S603 - a fixed list of our own
    if ended.returncode:
        raise SystemExit(ended.returncode)


TASKS = (template_tags, docs, evaluate, bench, test, lint, format, clean)
"""In the order in which they are listed."""
