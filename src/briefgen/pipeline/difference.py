"""What happened to each paragraph between two versions of a source, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from textwrap import shorten
from typing import get_args

from ..document import Document
from ..lineage import Change, Edit, Row, compare, edits
from ..messages import Language, message

LONGEST_TEXT = 160
"""Characters that are shown of a paragraph that is new, deleted or moved."""


def lines_of(old: Document, new: Document, language: Language) -> tuple[str, ...]:
    """How many paragraphs had which fate, and what happened to each, in lines.

    Args:
        old: one version, with its own ids.
        new: the other one, with its own ids.
        language: of the words.
    """
    rows = compare(old, new)
    counts: Counter[Change] = Counter(row.change for row in rows)
    return (
        message("diff-counts", language, what=counted(counts, language) or "0"),
        *difference_lines(rows, language),
    )


def counted(counts: Mapping[Change, int], language: Language) -> str:
    """How many paragraphs had which fate, in words: `41 the same, 2 changed`.

    Args:
        counts: by what happened.
        language: of the words.
    """
    told = (change for change in get_args(Change) if counts.get(change))
    return ", ".join(f"{counts[change]} {message(f'lineage-{change}', language)}" for change in told)


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
