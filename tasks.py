"""The commands of briefgen: `./invoke COMMAND`, or `invoke COMMAND` in an environment that has the package.

Each only reads its options and calls the pipeline; the heavy modules are loaded when a command needs them. What a
command does and what its options mean is told by `src/briefgen/catalogue/commands.toml`.
"""

from __future__ import annotations

import os
from pathlib import Path

from invoke.collection import Collection

from briefgen.commands import Command, logged
from briefgen.console import Console
from tools import development

ROOT = Path(__file__).parent


@logged
def build_pack(
    console: Console,
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
    out: str = "out",
    language: str | None = None,
) -> None:
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


@logged
def build_packs(
    console: Console,
    packs: str = "*",
    jobs: str = "1",
    as_of: str | None = None,
    formats: str = "docx,pdf",
    keep_going: bool = False,
    page_numbers: bool = True,
    out: str = "out",
    language: str | None = None,
) -> None:
    from briefgen.pipeline.options import read_jobs, read_options
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
    build_all(ROOT, options, packs, read_jobs(jobs), Path(out), console)


@Command
def new_pack(console: Console, name: str, copy: str | None = None) -> None:
    from briefgen.pipeline.drafting import draft

    draft(ROOT, name, copy, console)


@Command
def explain(console: Console, text: str, pack: str | None = None, language: str | None = None) -> None:
    from briefgen.pipeline import explaining
    from briefgen.pipeline.options import read_options

    options = read_options(pack=pack, as_of=None, formats="pdf", language=language, environment=os.environ)
    explaining.explain(ROOT, options, text, console)


@logged
def add_source(
    console: Console,
    path: str,
    id: str | None = None,
    title: str | None = None,
    date: str | None = None,
    label: str | None = None,
    kind: str | None = None,
    holder: str | None = None,
    replaces: str | None = None,
    ocr: bool = False,
) -> None:
    from briefgen.pipeline.adding import add, read_given
    from briefgen.pipeline.intake import named

    given = read_given(id=id, title=title, date=date, label=label, kind=kind, holder=holder, replaces=replaces)
    add(ROOT, named(path), given, console, ocr=ocr)


@Command
def diff_sources(console: Console, old: str, new: str) -> None:
    from briefgen.pipeline.differing import show_difference

    show_difference(ROOT, old, new, console)


@logged
def extract(
    console: Console,
    source: str | None = None,
    out: str = "out/records",
    ledger: bool = False,
    review: str | None = None,
) -> None:
    from briefgen.pipeline.records import write_records

    table = Path(review) if review else None
    write_records(ROOT, source, Path(out), console, with_ledger=ledger, review=table)


@logged
def check(console: Console, out: str = "out") -> None:
    from briefgen.pipeline.checking import check_project

    check_project(ROOT, console, Path(out))


@logged
def verify(console: Console, path: str, report: str | None = None, original: str | None = None) -> None:
    from briefgen.pipeline.proof import prove

    prove(ROOT, Path(path), console, Path(report) if report else None, Path(original) if original else None)


@Command
def twin(console: Console, pack: str, out: str = "out") -> None:
    from briefgen.pipeline.twin import prove_twins

    prove_twins(pack, Path(out), console)


@Command
def check_pdf(console: Console, path: str, json: str | None = None) -> None:
    from briefgen.pipeline import conformance

    conformance.check_pdf(Path(path), Path(json) if json else None, console)


@logged
def rebuild(console: Console, manifest: str, out: str | None = None) -> None:
    from briefgen.pipeline import rebuilding

    rebuilding.rebuild(ROOT, Path(manifest), Path(out) if out else None, console)


@Command
def list_sources(console: Console) -> None:
    _show_list("sources", console)


@Command
def list_packs(console: Console) -> None:
    _show_list("packs", console)


@Command
def list_raden(console: Console) -> None:
    _show_list("raden", console)


@Command
def list_topics(console: Console) -> None:
    _show_list("topics", console)


def _show_list(name: str, console: Console) -> None:
    from briefgen.pipeline.listing import show_list

    show_list(name, ROOT, console)


namespace = Collection(
    build_pack,
    build_packs,
    new_pack,
    explain,
    list_packs,
    list_raden,
    list_topics,
    list_sources,
    add_source,
    diff_sources,
    extract,
    check,
    verify,
    twin,
    check_pdf,
    rebuild,
    *development.TASKS,
)
"""In the order in which they are listed."""
