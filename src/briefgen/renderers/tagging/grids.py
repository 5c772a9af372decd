"""Tables of which every row has the same columns (ISO 14289-1, 7.2; HTML Living Standard, 4.9.12).

HTML lets rows be of any length, and cells run over the edge of their table or over each other; a browser makes the best
of it. Here the same table is made regular: spans end where the table or another cell begins, and rows that are too
short get empty cells.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from .elements import Element, Kid

CELLS = frozenset({"TH", "TD"})
GROUPS = frozenset({"THead", "TBody", "TFoot"})
TABLE_ORDER = {"Caption": 0, "THead": 1, "TBody": 2, "TR": 2, "TFoot": 3}
MOST_COLUMNS = 1000
"""No cell runs over more columns (HTML Living Standard, 4.9.11)."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A cell in its place: columns and rows are counted from 0, `right` and `below` are the first ones after it."""

    cell: Element
    row: int
    left: int
    right: int
    below: int


def row(kids: Iterable[Kid]) -> tuple[Kid, ...]:
    """The cells of a row; what stands loose in it (`tr::before`) is a cell, as it is on the page."""
    return tuple(kid if _is(kid, CELLS) else Element("TD", (kid,)) for kid in kids)


def group(kids: Iterable[Kid]) -> tuple[Kid, ...]:
    """The rows of a head, a body or a foot; what stands loose in it is a row."""
    return tuple(kid if _is(kid, {"TR"}) else Element("TR", row((kid,))) for kid in kids)


def table(kids: Iterable[Kid]) -> tuple[Kid, ...]:
    """One caption, one head, the bodies and one foot, in that order (ISO 32000-1, table 337), with regular rows.

    Returns:
        The kids of a table; only a caption when the table has no rows.
    """
    parts = [kid if isinstance(kid, Element) and kid.role in TABLE_ORDER else _loose(kid) for kid in kids]
    ordered = sorted(_once(parts), key=lambda part: TABLE_ORDER[part.role])
    return _with_known_headers(_regular(ordered))


def _is(kid: Kid, roles: Iterable[str]) -> bool:
    return isinstance(kid, Element) and kid.role in roles


def _loose(kid: Kid) -> Element:
    return Element("TBody", group((kid,)))


def _once(parts: Sequence[Element]) -> list[Element]:
    """Captions as one; a second head or foot, or one without a body, is a body."""
    captions = [part for part in parts if part.role == "Caption"]
    caption = [Element("Caption", tuple(kid for each in captions for kid in each.kids))] if captions else []
    has_body = any(part.role in {"TBody", "TR"} for part in parts)
    met: set[str] = set()
    rest = []
    for part in parts:
        if part.role in {"THead", "TFoot"} and (part.role in met or not has_body):
            rest.append(replace(part, role="TBody"))
        elif part.role != "Caption":
            rest.append(part)
        met.add(part.role)
    return [*(captions if len(captions) == 1 else caption), *rest]


def _regular(parts: Sequence[Element]) -> list[Element]:
    """The parts of a table with rows of one length."""
    placed = {id(part): _places(_rows(part)) for part in parts if part.role != "Caption"}
    width = max((cell.left + 1 for places in placed.values() for cell in places), default=0)
    regular: list[Element] = []
    for part in parts:
        if part.role == "Caption":
            regular.append(part)
            continue
        rows = _filled(_rows(part), placed[id(part)], width)
        if part.role == "TR":
            regular += rows
        elif rows:
            regular.append(replace(part, kids=tuple(rows)))
    return regular


def _rows(part: Element) -> list[Element]:
    return [part] if part.role == "TR" else [kid for kid in part.kids if isinstance(kid, Element)]


def _cells(row: Element) -> list[Element]:
    return [kid for kid in row.kids if isinstance(kid, Element)]


def _places(rows: Sequence[Element]) -> list[_Placed]:
    """Each cell of a group of rows in its place: in the first column that no cell from above takes."""
    taken: dict[int, int] = {}
    placed = []
    for number, each in enumerate(rows):
        left = 0
        for cell in _cells(each):
            while taken.get(left, 0) > number:
                left += 1
            right = left + 1
            while right < left + min(cell.columns, MOST_COLUMNS) and taken.get(right, 0) <= number:
                right += 1
            below = len(rows) if cell.rows == 0 else min(number + cell.rows, len(rows))
            taken |= dict.fromkeys(range(left, right), below)
            placed.append(_Placed(cell, number, left, right, below))
            left = right
    return placed


def _filled(rows: Sequence[Element], placed: Sequence[_Placed], width: int) -> list[Element]:
    """The rows that have cells, with spans within the table and an empty cell for each place that is free."""
    kept = dict.fromkeys(number for number, each in enumerate(rows) if _cells(each))
    by_row: dict[int, list[_Placed]] = {number: [] for number in kept}
    free: dict[int, int] = dict.fromkeys(kept, width)
    for one in placed:
        by_row[one.row].append(one)
        for number in range(one.row, one.below):
            free[number] = free.get(number, 0) - (min(one.right, width) - one.left)
    return [
        replace(
            rows[number],
            kids=(
                *(_within(one, kept, width) for one in by_row[number]),
                *(Element("TD") for _ in range(free[number])),
            ),
        )
        for number in kept
    ]


def _within(one: _Placed, kept: Collection[int], width: int) -> Element:
    over = sum(number in kept for number in range(one.row, one.below))
    return replace(one.cell, columns=min(one.right, width) - one.left, rows=over)


def _with_known_headers(parts: Sequence[Element]) -> tuple[Kid, ...]:
    """The parts of a table whose cells name only headers that the table has."""
    known = {cell.identifier for part in parts for row in _rows(part) for cell in _cells(row) if cell.role == "TH"} - {
        None
    }
    return tuple(part if part.role == "Caption" else _each_cell(part, known) for part in parts)


def _each_cell(element: Element, known: Iterable[str | None]) -> Element:
    if element.role in CELLS:
        return replace(element, headers=tuple(header for header in element.headers if header in known))
    return replace(element, kids=tuple(_each_cell(kid, known) for kid in element.kids if isinstance(kid, Element)))
