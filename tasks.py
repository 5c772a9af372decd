"""The commands of briefgen: `./invoke TASK`, or `invoke TASK` in an environment that has the package.

Each task only reads its options and calls the pipeline; the heavy modules are loaded when a task needs them.
"""

from __future__ import annotations

import os
from pathlib import Path

from invoke import Collection, Context, task
from invoke.tasks import Task

from briefgen.console import command
from tools import development

ROOT = Path(__file__).parent
LANGUAGE = "nl or en: the language of messages, and of the fixed words of a pack"
DEBUG = "show the traceback of an error"
OUT = "folder for the results"
LOG = "file to append a record of the run to, one JSON object a line"


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
        "formats": "what to make: docx, pdf, html, odt, with commas between them (odt needs LibreOffice)",
        "keep_going": "leave out sources that cannot be read, and say so in the pack",
        "page_numbers": "page numbers in the contents of the Word file, where LibreOffice is installed",
        "language": LANGUAGE,
        "out": OUT,
        "log": LOG,
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
    page_numbers: bool = True,
    language: str | None = None,
    out: str = "out",
    log: str | None = None,
    debug: bool = False,
) -> None:
    """Build one pack; without options the pack for the Dutch presidency of 2029."""
    with command(language, debug=debug, log=log, job="build-pack") as console:
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
        "formats": "what to make: docx, pdf, html, odt, with commas between them (odt needs LibreOffice)",
        "keep_going": "leave out sources that cannot be read, and say so in the packs",
        "page_numbers": "page numbers in the contents of the Word files, where LibreOffice is installed",
        "language": LANGUAGE,
        "out": OUT,
        "log": LOG,
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
    page_numbers: bool = True,
    language: str | None = None,
    out: str = "out",
    log: str | None = None,
    debug: bool = False,
) -> None:
    """Build all packs and all Councils in one run, or those whose name fits."""
    with command(language, debug=debug, log=log, job="build-packs") as console:
        from briefgen.pipeline.options import read_options
        from briefgen.pipeline.packs import build_all

        options = read_options(
            pack=None,
            as_of=as_of,
            formats=formats,
            language=language,
            environment=os.environ,
            keep_going=keep_going,
            page_numbers=page_numbers,
        )
        build_all(ROOT, options, packs, jobs, Path(out), console)


@task(
    auto_shortflags=False,
    help={
        "manifest": "manifest.json of a built pack, or its folder",
        "out": "folder to keep the new pack in; default nowhere",
        "log": LOG,
        "language": LANGUAGE,
        "debug": DEBUG,
    },
)
def rebuild(
    _context: Context,
    manifest: str,
    out: str | None = None,
    log: str | None = None,
    language: str | None = None,
    debug: bool = False,
) -> None:
    """Build a pack again from its manifest, and tell what came out otherwise."""
    with command(language, debug=debug, log=log, job="rebuild") as console:
        from briefgen.pipeline import rebuilding

        rebuilding.rebuild(ROOT, Path(manifest), Path(out) if out else None, console)


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
        "log": LOG,
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
    log: str | None = None,
    debug: bool = False,
) -> None:
    """Write the structured records of the sources as JSON."""
    with command(language, debug=debug, log=log, job="extract") as console:
        from briefgen.pipeline.records import write_records

        table = Path(review) if review else None
        write_records(ROOT, source, Path(out), console, with_ledger=ledger, review=table)


@task(
    auto_shortflags=False,
    positional=["path"],
    help={
        "path": "a document, or a folder with documents",
        "id": "short name that citations use; default from the title",
        "title": "title, when the document has none or it is read wrongly",
        "date": "date, when the document has none or it is read wrongly, such as 2026-06-12 or 2026-06",
        "label": "how citations name it in print; default the title with the year",
        "kind": "kamerbrief, schriftelijk-overleg, rapport, motie, kamervragen, handelingen, eu-document or overig",
        "holder": "whose words they are where the document does not say, such as kabinet",
        "replaces": "id of the source of which this is a new version",
        "ocr": "recognise the text of scanned PDF files with ocrmypdf",
        "language": LANGUAGE,
        "log": LOG,
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
    replaces: str | None = None,
    ocr: bool = False,
    language: str | None = None,
    log: str | None = None,
    debug: bool = False,
) -> None:
    """Copy a document, or a folder of them, into seeds/ and register what it says of itself."""
    with command(language, debug=debug, log=log, job="add-source") as console:
        from briefgen.pipeline.adding import add, read_given
        from briefgen.pipeline.intake import named

        given = read_given(id=id, title=title, date=date, label=label, kind=kind, holder=holder, replaces=replaces)
        add(ROOT, named(path), given, console, ocr=ocr)


@task(
    auto_shortflags=False,
    help={
        "out": "folder with built packs, to tell which cite an older version of a source",
        "language": LANGUAGE,
        "log": LOG,
        "debug": DEBUG,
    },
)
def check(
    _context: Context, out: str = "out", language: str | None = None, log: str | None = None, debug: bool = False
) -> None:
    """Check sources, topics, packs, labels and templates, and show everything that is wrong."""
    with command(language, debug=debug, log=log, job="check") as console:
        from briefgen.pipeline.checking import check_project

        check_project(ROOT, console, Path(out))


@task(
    auto_shortflags=False,
    help={
        "old": "id of the older version",
        "new": "id of the newer version",
        "language": LANGUAGE,
        "debug": DEBUG,
    },
)
def diff_sources(_context: Context, old: str, new: str, language: str | None = None, debug: bool = False) -> None:
    """Show what happened to each paragraph between two versions of a source."""
    with command(language, debug=debug) as console:
        from briefgen.pipeline.differing import show_difference

        show_difference(ROOT, old, new, console)


@task(
    auto_shortflags=False,
    positional=["path"],
    help={
        "path": "folder of a built pack, or a .docx, .pdf or pack.json of it, perhaps edited since",
        "report": "file for a report of each statement: .html, .docx or .json",
        "language": LANGUAGE,
        "log": LOG,
        "debug": DEBUG,
    },
)
def verify(
    _context: Context,
    path: str,
    report: str | None = None,
    language: str | None = None,
    log: str | None = None,
    debug: bool = False,
) -> None:
    """Prove a built pack, or a copy that people edited: every citation resolves, every quotation is verbatim."""
    with command(language, debug=debug, log=log, job="verify") as console:
        from briefgen.pipeline.proof import prove

        prove(ROOT, Path(path), console, Path(report) if report else None)


@task(
    auto_shortflags=False,
    positional=["path"],
    help={"path": "a PDF file", "json": "file for the findings as JSON", "language": LANGUAGE, "debug": DEBUG},
)
def check_pdf(
    _context: Context, path: str, json: str | None = None, language: str | None = None, debug: bool = False
) -> None:
    """Check a PDF file for accessibility (PDF/UA-1) and for archives (PDF/A-3), as far as a machine can."""
    with command(language, debug=debug) as console:
        from briefgen.pipeline import conformance

        conformance.check_pdf(Path(path), Path(json) if json else None, console)


@task(
    auto_shortflags=False,
    positional=["pack"],
    help={
        "pack": "name of a built pack, or its folder",
        "out": "folder with built packs",
        "language": LANGUAGE,
        "debug": DEBUG,
    },
)
def twin(_context: Context, pack: str, out: str = "out", language: str | None = None, debug: bool = False) -> None:
    """Prove that the Word file and the PDF of a built pack say the same."""
    with command(language, debug=debug) as console:
        from briefgen.pipeline.twin import prove_twins

        prove_twins(pack, Path(out), console)


def _listing(name: str, summary: str) -> Task[object]:
    """A task `list-NAME` that prints what there is, with counts."""

    def body(_context: Context, language: str | None = None, debug: bool = False) -> None:
        with command(language, debug=debug) as console:
            from briefgen.pipeline.listing import show_list

            show_list(name, ROOT, console)

    body.__name__ = f"list_{name}"
    body.__doc__ = summary
    return task(auto_shortflags=False, help={"language": LANGUAGE, "debug": DEBUG})(body)


namespace = Collection(
    build_pack,
    build_packs,
    rebuild,
    new_pack,
    explain,
    add_source,
    check,
    extract,
    diff_sources,
    verify,
    check_pdf,
    twin,
    _listing("sources", "Show the sources, with what was found in each."),
    _listing("packs", "Show the packs that can be built."),
    _listing("raden", "Show the Councils, with their topics and the number of paragraphs on them."),
    _listing("topics", "Show the topics, with the number of paragraphs on each."),
    *development.TASKS,
)
