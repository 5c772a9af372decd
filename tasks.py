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
        "raad": "code of a Council in templates/raden.toml, such as rbz",
        "date": "with --raad: day of the meeting, such as 2026-06-15",
        "agenda": "with --raad: TOML file with the items of the meeting",
        "fractie": "name of a party: its questions and interests",
        "topics": "ids of topics in templates/topics.toml, separated by commas",
        "audience": "for whom: dossierhouder, minister, kamer, coreper or spreker",
        "as_of": "date of the pack ('stand per'), such as 2026-06-01; default today",
        "formats": "what to make: docx, pdf or both",
        "keep_going": "leave out sources that cannot be read, and say so in the pack",
        "page_numbers": "page numbers in the contents of the Word file (needs LibreOffice, and some seconds)",
        "language": LANGUAGE,
        "out": OUT,
        "debug": DEBUG,
    },
)
def build_pack(
    _context: Context,
    pack: str | None = None,
    raad: str | None = None,
    date: str | None = None,
    agenda: str | None = None,
    fractie: str | None = None,
    topics: str | None = None,
    audience: str | None = None,
    as_of: str | None = None,
    formats: str = "docx,pdf",
    keep_going: bool = False,
    page_numbers: bool = False,
    language: str | None = None,
    out: str = "out",
    debug: bool = False,
) -> None:
    """Build one pack; without options the pack for the Dutch presidency of 2029."""
    with command(language, debug=debug) as console:
        from briefgen.pipeline.build import build
        from briefgen.pipeline.options import read_options

        options = read_options(
            pack=pack,
            as_of=as_of,
            formats=formats,
            language=language,
            environment=os.environ,
            keep_going=keep_going,
            page_numbers=page_numbers,
            raad=raad,
            agenda=agenda,
            day=date,
            party=fractie,
            topics=topics,
            audience=audience,
        )
        build(ROOT, options, Path(out), console)


@task(
    auto_shortflags=False,
    help={
        "packs": "which, with * and ?, such as 'raad-*'; default all packs and all Councils",
        "jobs": "how many to build at the same time",
        "as_of": "date of the packs ('stand per'), such as 2026-06-01; default today",
        "formats": "what to make: docx, pdf or both",
        "keep_going": "leave out sources that cannot be read, and say so in the packs",
        "language": LANGUAGE,
        "out": OUT,
        "debug": DEBUG,
    },
)
def build_packs(
    _context: Context,
    packs: str = "*",
    jobs: int = 1,
    as_of: str | None = None,
    formats: str = "docx,pdf",
    keep_going: bool = False,
    language: str | None = None,
    out: str = "out",
    debug: bool = False,
) -> None:
    """Build all packs and all Councils in one run, or those whose name fits."""
    with command(language, debug=debug) as console:
        from briefgen.pipeline.options import read_options
        from briefgen.pipeline.packs import build_all

        options = read_options(
            pack=None,
            as_of=as_of,
            formats=formats,
            language=language,
            environment=os.environ,
            keep_going=keep_going,
        )
        build_all(ROOT, options, packs, jobs, Path(out), console)


@task(
    auto_shortflags=False,
    positional=["name"],
    help={"name": "of the new pack", "copy": "pack to copy", "language": LANGUAGE, "debug": DEBUG},
)
def new_pack(
    _context: Context, name: str, copy: str | None = None, language: str | None = None, debug: bool = False
) -> None:
    """Write a commented definition of a pack to start from."""
    with command(language, debug=debug) as console:
        from briefgen.pipeline.drafting import draft

        draft(ROOT, name, copy, console)


@task(
    auto_shortflags=False,
    help={
        "pack": "name of a pack, also one such as raad-rbz",
        "text": "some words of a paragraph, or its key",
        "language": LANGUAGE,
        "debug": DEBUG,
    },
)
def explain(
    _context: Context, text: str, pack: str | None = None, language: str | None = None, debug: bool = False
) -> None:
    """Say why a paragraph is or is not in a pack."""
    with command(language, debug=debug) as console:
        from briefgen.pipeline import explaining
        from briefgen.pipeline.options import read_options

        options = read_options(pack=pack, as_of=None, formats="pdf", language=language, environment=os.environ)
        explaining.explain(ROOT, options, text, console)


@task(
    auto_shortflags=False,
    help={
        "source": "id of one source; default all",
        "out": OUT,
        "ledger": "show where every character of each source went",
        "review": "CSV file for all records with their sentence, source and rule, for a person to check",
        "language": LANGUAGE,
        "debug": DEBUG,
    },
)
def extract(
    _context: Context,
    source: str | None = None,
    out: str = "out/records",
    ledger: bool = False,
    review: str | None = None,
    language: str | None = None,
    debug: bool = False,
) -> None:
    """Write the structured records of the sources as JSON."""
    with command(language, debug=debug) as console:
        from briefgen.pipeline.records import write_records

        table = Path(review) if review else None
        write_records(ROOT, source, Path(out), console, with_ledger=ledger, review=table)


@task(
    auto_shortflags=False,
    positional=["path"],
    help={
        "path": "a document, or a folder with documents",
        "id": "short name that citations use; default from the title",
        "title": "title, when the document has none",
        "date": "date, when the document has none, such as 2026-06-12 or 2026-06",
        "label": "how citations name it in print; default the title with the year",
        "kind": "kamerbrief, schriftelijk-overleg, rapport, motie, kamervragen, handelingen, eu-document or overig",
        "holder": "whose words they are where the document does not say, such as kabinet",
        "ocr": "recognise the text of scanned PDF files with ocrmypdf",
        "language": LANGUAGE,
        "debug": DEBUG,
    },
)
def add_source(
    _context: Context,
    path: str,
    id: str | None = None,
    title: str | None = None,
    date: str | None = None,
    label: str | None = None,
    kind: str | None = None,
    holder: str | None = None,
    ocr: bool = False,
    language: str | None = None,
    debug: bool = False,
) -> None:
    """Copy a document, or a folder of them, into seeds/ and register what it says of itself."""
    with command(language, debug=debug) as console:
        from briefgen.pipeline.adding import add, read_given
        from briefgen.pipeline.intake import named

        given = read_given(id=id, title=title, date=date, label=label, kind=kind, holder=holder)
        add(ROOT, named(path), given, console, ocr=ocr)


@task(auto_shortflags=False, help={"language": LANGUAGE, "debug": DEBUG})
def check(_context: Context, language: str | None = None, debug: bool = False) -> None:
    """Check sources, topics, packs, labels and templates, and show everything that is wrong."""
    with command(language, debug=debug) as console:
        from briefgen.pipeline.checking import check_project

        check_project(ROOT, console)


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


def _listing(name: str, summary: str) -> Task[object]:
    """A task `list-NAME` that prints what there is, with counts."""

    def body(_context: Context, language: str | None = None, debug: bool = False) -> None:
        with command(language, debug=debug) as console:
            from briefgen.pipeline.listing import show_list

            show_list(name, ROOT, console)

    body.__name__ = f"list_{name}"
    body.__doc__ = summary
    return task(auto_shortflags=False, help={"language": LANGUAGE, "debug": DEBUG})(body)


@task(auto_shortflags=False, help={"language": LANGUAGE, "debug": DEBUG})
def template_tags(_context: Context, language: str | None = None, debug: bool = False) -> None:
    """Show the tags that a Word template can use, and write them to docs/template-tags.md."""
    with command(language, debug=debug) as console:
        from briefgen.pipeline.tags import write_tags

        write_tags(ROOT, console)


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
    build_packs,
    new_pack,
    explain,
    add_source,
    check,
    extract,
    verify,
    evaluate,
    _listing("sources", "Show the sources, with what was found in each."),
    _listing("packs", "Show the packs that can be built."),
    _listing("raden", "Show the Councils, with their topics and the number of paragraphs on them."),
    _listing("topics", "Show the topics, with the number of paragraphs on each."),
    template_tags,
    run_tests,
    lint,
    format_code,
    clean,
)
