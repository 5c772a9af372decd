"""Rows: the segments of a region line by line, with tables and labels recognised."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..front import LABELLED, is_lone_label
from .model import Rule
from .segments import Segment, merged

LEVEL = 0.2
"""How far the baselines of one line may differ, in ems."""

VALUE_LEADING = 1.5
"""The greatest distance of the lines of a labelled value, in ems."""

ALIGNED = 3.0
"""Points by which the left edges of the lines of a value differ at most."""

NEAR = 2.4
"""The greatest distance of the lines of a table, in ems."""

# The label of what stands behind it: `1.`, `2.26`, `(a)`, `a)`, `•`, `–`, raised or plain figures of a note.
LABEL = re.compile(
    r"(?:\(?\d{1,3}(?:\.\d{1,3}){0,4}[.)]?|\(?[a-zA-Z][.)]|\(?[ivxIVX]{1,5}[.)]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\*{1,3}|\[\d{1,3}\]|[^\w\s(“‘\"'«]{1,2}|o|Ø)$"
)

Row = list[Segment]


def rows_of(segments: Sequence[Segment], rules: Sequence[Rule]) -> list[Segment]:
    """The lines of a region, from above to below; a row of a table is one line with tabs between its cells."""
    rows = [_labelled(row) for row in _rows(segments)]
    lines: list[Segment] = []
    index = 0
    while index < len(rows):
        end = _table_end(rows, index)
        value = _value_end(rows, index)
        if value > index and (end == index or value >= end):
            lines.append(merged([segment for row in rows[index:value] for segment in row]))
            index = value
        elif end > index:
            lines += _table(rows[index:end], rules)
            index = end
        else:
            lines.append(merged(rows[index]))
            index += 1
    return lines


def _rows(segments: Sequence[Segment]) -> list[Row]:
    rows: list[Row] = []
    for segment in segments:
        if rows and segment.baseline - rows[-1][0].baseline <= LEVEL * min(segment.size, rows[-1][0].size):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [sorted(row, key=lambda segment: segment.left) for row in rows]


def _labelled(row: Row) -> Row:
    """A row whose label, if it begins with one, belongs to the segment behind it."""
    if len(row) > 1 and LABEL.match(row[0].text):
        return [merged(row[:2]), *row[2:]]
    return row


def _table_end(rows: Sequence[Row], start: int) -> int:
    """Behind the last row of the table that begins with a row; `start` when none does."""
    if len(rows[start]) < 2:
        return start
    columns = [(segment.left, segment.right) for segment in rows[start]]
    several, end = 1, start + 1
    while end < len(rows) and _is_near(rows[end - 1], rows[end]):
        fits = _fitted(columns, rows[end])
        if fits is None:
            break
        columns, several = fits, several + (len(rows[end]) > 1)
        end += 1
    named = all(row[0].text.endswith(":") for row in rows[start:end] if len(row) > 1)
    least = 2 if len(columns) > 2 or named else 3
    return end if several >= least and len(columns) > 1 else start


def _is_near(before: Row, row: Row) -> bool:
    return row[0].baseline - before[0].baseline <= NEAR * max(row[0].size, before[0].size)


def _value_end(rows: Sequence[Row], start: int) -> int:
    """Behind the last line of the value of a labelled line of a letterhead; `start` when a row is none."""
    row = rows[start]
    if not _is_labelled_value(row):
        return start
    end = start + 1
    while end < len(rows) and len(rows[end]) == 1 and _is_directly_below(rows[end - 1][-1], rows[end][0]):
        below, above = rows[end][0], rows[end - 1][-1]
        hangs = below.left > row[0].left + 2 * row[0].size
        aligned = abs(below.left - above.left) <= ALIGNED or (end == start + 1 and len(row) == 1)
        if not hangs or not aligned:
            break
        end += 1
    return end


def _is_labelled_value(row: Row) -> bool:
    """Whether a row is a label and its value: two segments, or one when only a word space parts them."""
    if len(row) == 2:
        return is_lone_label(row[0].text)
    match = LABELLED.match(row[0].text)
    return match is not None and bool(match["value"]) and match["label"] in ("Betreft", "Onderwerp")


def _is_directly_below(above: Segment, below: Segment) -> bool:
    return below.size == above.size and below.baseline - above.baseline <= VALUE_LEADING * below.size


Columns = list[tuple[float, float]]


def _fitted(columns: Columns, row: Row) -> Columns | None:
    """The columns with a further row in them; `None` where one of its segments would join two of them."""
    result = list(columns)
    for segment in row:
        touched = [column for column in result if segment.left < column[1] and column[0] < segment.right]
        if len(touched) > 1:
            return None
        if touched:
            result.remove(touched[0])
            result.append((min(touched[0][0], segment.left), max(touched[0][1], segment.right)))
        elif len(row) > 1:
            result.append((segment.left, segment.right))
        else:
            return None
    return sorted(result)


def _table(rows: Sequence[Row], rules: Sequence[Rule]) -> list[Segment]:
    """The rows of a table as lines: cells of several lines made whole."""
    columns: Columns = []
    for row in rows:
        columns = _fitted(columns, row) or columns if columns else [(s.left, s.right) for s in row]
    lines: list[Segment] = []
    for group in _grouped(rows, columns, rules):
        cells: list[list[Segment]] = [[] for _ in columns]
        for segment in (segment for row in group for segment in row):
            at = next((i for i, c in enumerate(columns) if segment.left < c[1] and c[0] < segment.right), 0)
            cells[at].append(segment)
        lines.append(merged([merged(cell) for cell in cells if cell], separator="\t"))
    return lines


def _grouped(rows: Sequence[Row], columns: Columns, rules: Sequence[Rule]) -> list[list[Row]]:
    """The printed lines of a table in its rows: by the rules between them, else by what begins in the first column."""
    levels = [rule.y for rule in rules if rule.left < columns[-1][1] and rule.right > columns[0][0]]
    ruled = [_rule_between(before, row, levels) for before, row in pairwise(rows)]
    groups = [[rows[0]]]
    for (before, row), is_ruled in zip(pairwise(rows), ruled, strict=True):
        if is_ruled if sum(ruled) >= 2 else _starts_row(before, row, columns):
            groups.append([row])
        else:
            groups[-1].append(row)
    return groups


def _starts_row(before: Row, row: Row, columns: Columns) -> bool:
    """Whether a printed line begins a row: it has a first cell, or several and the line before was not full."""
    if row[0].left < columns[0][1]:
        return len(row) > 1 or not _is_full(before, row[0], columns)
    return len(row) > 1 and not any(_is_full(before, segment, columns) for segment in row)


def _is_full(before: Row, segment: Segment, columns: Columns) -> bool:
    """Whether the first word of a segment had no room on the line before, in its column."""
    left, right = next((c for c in columns if segment.left < c[1] and c[0] < segment.right), (0.0, 0.0))
    above = [other for other in before if left <= other.left < right]
    return any(right - other.right < segment.first_word + 0.3 * segment.size for other in above)


def _rule_between(before: Row, row: Row, levels: Sequence[float]) -> bool:
    return any(before[0].baseline - 1 < level < row[0].baseline - 0.5 * row[0].size for level in levels)
