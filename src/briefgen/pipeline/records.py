"""Writes the structured records of the sources, one JSON file each, and shows where their characters went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ..document import Document
from ..export import to_contract_json
from ..filesystem import replace_file
from ..ledger import ledger
from ..messages import Language, message
from ..review import to_review_csv
from .corpus import extractions
from .progress import Progress
from .project import find_project, load_sources
from .reading import read_apart


def write_records(
    root: Path,
    only: str | None,
    out: Path,
    progress: Progress,
    *,
    with_ledger: bool = False,
    review: Path | None = None,
) -> None:
    """Write `OUT/ID.json` for each source, and show the paths.

    All sources are read, also for one of them: what they say of each other is a part of its records. Of a text with
    several versions only the newest is read, or the one that is asked for.

    Args:
        root: a folder of the project.
        only: id of one source; `None` for all.
        out: the folder for the files.
        progress: is told and shown.
        with_ledger: show for each source where its characters went, too.
        review: where all records go as one table for a person to check, if anywhere.

    Raises:
        InputError: the register or a source is wrong, or nothing can be written there.
    """
    project = find_project(root)
    sources = load_sources(project, only)
    chosen = {loaded.source.id for loaded in sources} if only is None else {only}
    linked = zip(sources, extractions(project, sources, progress), strict=True)
    wanted = [(loaded, extraction) for loaded, extraction in linked if loaded.source.id in chosen]
    for loaded, extraction in wanted:
        path = out / f"{extraction.document.source.id}.json"
        replace_file(path, to_contract_json(extraction))
        progress.show(str(path))
        if with_ledger:
            (text,) = read_apart([loaded], "text", progress)
            progress.table(list(ledger_rows(extraction.document, text.decode(), progress.language)))
    if review is not None:
        replace_file(review, to_review_csv(extraction for _, extraction in wanted))
        progress.show(str(review))


def ledger_rows(document: Document, source_text: str, language: Language) -> Iterator[Sequence[str]]:
    """The loss ledger of a source as a table: heads, each destination with its characters, the sum and the whole.

    Args:
        document: what a reader made of the source.
        source_text: the text that its spans count in.
        language: of the heads.
    """
    counts = ledger(document, source_text)
    yield message("head-destination", language), message("head-characters", language)
    for name, count in counts.items():
        yield message(f"ledger-{name.replace('_', '-')}", language), str(count)
    yield message("ledger-sum", language), str(sum(counts.values()))
    yield message("ledger-whole", language), str(len(source_text))
