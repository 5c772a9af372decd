"""The commands of briefgen: `./invoke TASK`, or `invoke TASK` in an environment that has the package.

Each task only reads its options and calls the pipeline; the heavy modules are loaded when a task needs them.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from invoke import Collection, Context, task
from invoke.tasks import Task

from briefgen.console import command

ROOT = Path(__file__).parent
PYTHON = f'"{sys.executable}"'
LANGUAGE = "nl or en: the language of messages, and of the fixed words of a pack"
DEBUG = "show the traceback of an error"
OUT = "folder for the results"


@task(
    auto_shortflags=False,
    help={
        "pack": "name of a definition in templates/packs",
        "as_of": "date of the pack ('stand per'), such as 2026-06-01; default today",
        "formats": "what to make: docx, pdf or both",
        "language": LANGUAGE,
        "out": OUT,
        "debug": DEBUG,
    },
)
def build_pack(
    _context: Context,
    pack: str = "presidency-2029",
    as_of: str | None = None,
    formats: str = "docx,pdf",
    language: str | None = None,
    out: str = "out",
    debug: bool = False,
) -> None:
    """Build one pack; without options the pack for the Dutch presidency of 2029."""
    with command(language, debug=debug) as console:
        from briefgen.pipeline.build import build
        from briefgen.pipeline.options import read_options

        options = read_options(pack=pack, as_of=as_of, formats=formats, language=language, environment=os.environ)
        build(ROOT, options, Path(out), console)


@task(
    auto_shortflags=False,
    help={"source": "id of one source; default all", "out": OUT, "language": LANGUAGE, "debug": DEBUG},
)
def extract(
    _context: Context,
    source: str | None = None,
    out: str = "out/records",
    language: str | None = None,
    debug: bool = False,
) -> None:
    """Write the structured records of the sources as JSON."""
    with command(language, debug=debug) as console:
        from briefgen.pipeline.records import write_records

        write_records(ROOT, source, Path(out), console)


@task(
    auto_shortflags=False,
    positional=["path"],
    help={"path": "folder of a built pack, or its pack.json", "language": LANGUAGE, "debug": DEBUG},
)
def verify(_context: Context, path: str, language: str | None = None, debug: bool = False) -> None:
    """Prove a built pack: every citation resolves, every quotation is verbatim."""
    with command(language, debug=debug) as console:
        from briefgen.pipeline.proof import prove

        prove(ROOT, Path(path), console)


@task(
    auto_shortflags=False,
    help={
        "gold": "folder with the annotations",
        "json": "file for the figures as JSON",
        "language": LANGUAGE,
        "debug": DEBUG,
    },
)
def evaluate(
    _context: Context,
    gold: str = "tests/gold",
    json: str | None = None,
    language: str | None = None,
    debug: bool = False,
) -> None:
    """Measure extraction and selection against annotations made by people."""
    with command(language, debug=debug) as console:
        from briefgen.pipeline.measure import measure

        measure(ROOT, Path(gold), Path(json) if json else None, console)


def _listing(name: str, summary: str) -> Task[object]:
    """A task `list-NAME` that prints what there is, with counts."""

    def body(_context: Context, language: str | None = None, debug: bool = False) -> None:
        with command(language, debug=debug) as console:
            from briefgen.pipeline.listing import show_list

            show_list(name, ROOT, console)

    body.__name__ = f"list_{name}"
    body.__doc__ = summary
    return task(auto_shortflags=False, help={"language": LANGUAGE, "debug": DEBUG})(body)


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


namespace = Collection(
    build_pack,
    extract,
    verify,
    evaluate,
    _listing("sources", "Show the sources, with what was found in each."),
    _listing("packs", "Show the packs that can be built."),
    _listing("topics", "Show the topics, with the number of paragraphs on each."),
    run_tests,
    lint,
    format_code,
    clean,
)
