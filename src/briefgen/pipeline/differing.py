"""Shows what happened to each paragraph between two versions of a source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from textwrap import shorten

from ..document import Document
from ..errors import OptionError
from ..lineage import Change, Edit, Row, compare, edits
from ..messages import Language, message
from .progress import Progress
from .project import Project, find_project, load_source, read_register, registered
from .reading import read_apart
from .replacing import counted

LONGEST_TEXT = 160
"""Characters that are shown of a paragraph that is new, deleted or moved."""


def show_difference(root: Path, old: str, new: str, progress: Progress) -> None:
    """Show what happened to each paragraph between two sources: versions of one text, or any two.

    Args:
        root: a folder of the project.
        old: id of the older version.
        new: id of the newer version.
        progress: is told and shown.

    Raises:
        OptionError: the two are one and the same.
        InputError: there is no such source, or it cannot be read.
    """
    if old == new:
        raise OptionError("diff-same-source", name=old)
    project = find_project(root)
    rows = compare(_document(project, old, progress), _document(project, new, progress))
    counts: Counter[Change] = Counter(row.change for row in rows)
    progress.show(message("diff-counts", progress.language, what=counted(counts, progress.language) or "0"))
    for line in difference_lines(rows, progress.language):
        progress.show(line)


def _document(project: Project, name: str, progress: Progress) -> Document:
    loaded = load_source(project, registered(read_register(project), name))
    (data,) = read_apart([loaded], "document", progress)
    return Document.model_validate_json(data)


def difference_lines(rows: Sequence[Row], language: Language) -> Iterator[str]:
    """What happened, in lines: one for each paragraph, with its changes below it; one for a run that is the same.

    Args:
        rows: of a comparison.
        language: of the words.
    """
    for is_same, group in groupby(rows, key=lambda row: row.change == "same"):
        if is_same:
            yield _run(tuple(group), language)
            continue
        for row in group:
            yield f"{_ids(row)}: {_what(row, language)}"
            yield from (f"    {line}" for line in _texts(row))


def _run(rows: Sequence[Row], language: Language) -> str:
    """Neighbours that stayed the same: `p4–p9: the same`, or `p4–p9 → p5–p10: the same`."""
    old, new = _range([row.old[0] for row in rows]), _range([row.new or "" for row in rows])
    return f"{new if old == new else f'{old} → {new}'}: {message('lineage-same', language)}"


def _range(ids: Sequence[str]) -> str:
    return ids[0] if len(ids) == 1 else f"{ids[0]}–{ids[-1]}"


def _ids(row: Row) -> str:
    """`p34`, `p33, p34 → p33`, `p34a` or `p35`: what it was and what it is."""
    old, new = ", ".join(row.old), row.new or ""
    return new or old if not old or not new or old == new else f"{old} → {new}"


def _what(row: Row, language: Language) -> str:
    what = message(f"lineage-{row.change}", language)
    return message("and-moved", language, what=what) if row.moved and row.change != "moved" else what


def _texts(row: Row) -> Iterator[str]:
    """The words that changed, each with its neighbours; of a paragraph that is new, gone or moved, its beginning."""
    if row.change in ("changed", "merged"):
        yield from map(_edit, edits(row.old_text, row.new_text))
    else:
        yield shorten(row.new_text or row.old_text, LONGEST_TEXT, placeholder="…")


def _edit(edit: Edit) -> str:
    """`… of the [old → new] words …`, `[+ new]` or `[− old]`."""
    if edit.old and edit.new:
        change = f"[{edit.old} → {edit.new}]"
    else:
        change = f"[+ {edit.new}]" if edit.new else f"[− {edit.old}]"
    return " ".join(part for part in (edit.before, change, edit.after) if part)
