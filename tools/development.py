"""The commands of those who develop briefgen; `tasks.py` offers them beside those of everyday use."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from invoke import Context, task

from briefgen.console import command

ROOT = Path(__file__).parent.parent
PYTHON = f'"{sys.executable}"'
LANGUAGE = "nl or en: the language of messages"
DEBUG = "show the traceback of an error"


@task(
    auto_shortflags=False,
    help={
        "gold": "folder with the annotations",
        "packs": "folder with built packs, to measure them against the judgements",
        "json": "file for the figures as JSON",
        "raise_floors": "write better figures into floors.toml as the new floors",
        "language": LANGUAGE,
        "debug": DEBUG,
    },
)
def evaluate(
    _context: Context,
    gold: str = "tests/gold",
    packs: str = "out",
    json: str | None = None,
    raise_floors: bool = False,
    language: str | None = None,
    debug: bool = False,
) -> None:
    """Measure extraction and selection against annotations made by people."""
    with command(language, debug=debug) as console:
        from briefgen.pipeline.measure import measure

        figures_file = Path(json) if json else None
        measure(ROOT, Path(gold), Path(packs), figures_file, console, raise_floors=raise_floors)


@task(auto_shortflags=False, help={"language": LANGUAGE, "debug": DEBUG})
def template_tags(_context: Context, language: str | None = None, debug: bool = False) -> None:
    """Show the tags that a Word template can use, and write them to docs/template-tags.md."""
    with command(language, debug=debug) as console:
        from briefgen.pipeline.tags import write_tags

        write_tags(ROOT, console)


@task(auto_shortflags=False, help={"language": LANGUAGE, "debug": DEBUG})
def docs(_context: Context, language: str | None = None, debug: bool = False) -> None:
    """Write the documentation anew that is made from the program: tags of templates, schemas of JSON files."""
    with command(language, debug=debug) as console:
        from briefgen.pipeline.documenting import write_documentation

        write_documentation(ROOT, console)


@task(
    auto_shortflags=False,
    help={"json": "file for the figures as JSON", "language": LANGUAGE, "debug": DEBUG},
)
def bench(_context: Context, json: str | None = None, language: str | None = None, debug: bool = False) -> None:
    """Measure speed and memory of each stage on the sources, and how rendering grows with the pack."""
    with command(language, debug=debug) as console:
        from briefgen.pipeline.bench import measure_speed

        measure_speed(ROOT, Path(json) if json else None, console)


@task(name="test", auto_shortflags=False, help={"all": "the long checks too"})
def run_tests(context: Context, all: bool = False) -> None:
    """Run the tests."""
    with context.cd(ROOT):
        context.run(f"{PYTHON} -m pytest -n auto --dist loadgroup" + ("" if all else ' -m "not slow"'))


@task
def lint(context: Context) -> None:
    """Check style, types and the layers of the architecture."""
    with context.cd(ROOT):
        for check in ("ruff check .", "ruff format --check .", "mypy"):
            context.run(f"{PYTHON} -m {check}")
        context.run(f'{PYTHON} -c "from importlinter.cli import lint_imports_command; lint_imports_command()"')


@task(name="format")
def format_code(context: Context) -> None:
    """Format the code and mend what can be mended by machine."""
    with context.cd(ROOT):
        context.run(f"{PYTHON} -m ruff check --fix .")
        context.run(f"{PYTHON} -m ruff format .")


@task
def clean(_context: Context) -> None:
    """Remove the cache; the next build reads every source again."""
    shutil.rmtree(ROOT / ".cache", ignore_errors=True)


TASKS = (evaluate, template_tags, docs, bench, run_tests, lint, format_code, clean)
"""In the order in which they are listed."""
