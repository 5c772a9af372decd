"""What a printer puts on every page: its number and a running head."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence

from ..document import FurnitureKind
from .claims import Claim
from .lines import Line, Lines, without_lines
from .patterns import EXCHANGE

# A line with nothing but the number of a page: `14`, `- 14 -`.
BARE_NUMBER = re.compile(r"[-–|]?\s*\d{1,4}\s*[-–|]?")

# A line that says that it is the number of a page: `Pagina 3 van 12`, `blz. 4`, `3/12`.
PAGE_NUMBER = re.compile(
    r"(?:pagina|page|blz\.?|p\.)\s*\d{1,4}(?:\s*(?:van|of|/)\s*\d{1,4})?|\d{1,3}\s?/\s?\d{1,3}", re.I
)

# The number of a page at either end of a running head.
HEAD_NUMBER = re.compile(r"^\d{1,4}\s+|\s+\d{1,4}$|\bpagina\s+\d+(?:\s+van\s+\d+)?", re.I)

# The marks that the printer of parliament puts below a page: `kst-35538-4`, `ISSN 0921 - 7371`.
PRINTED_SERIES = re.compile(
    r"(?:kst|ah|h|kv|nds)-(?:tk-|ek-)?\d[\w-]+$|ISSN\s\d{4}\s?-\s?\d{4}$|[’']s-Gravenhage\s\d{4}\b.{0,80}$"
)

# The running head of the printed papers of parliament: `Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 2`.
SERIES_HEAD = re.compile(r"(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}[-–]\d{4}, .{3,60}$")

REPEATS = 3
"""How often a line stands in a text before it is a running head."""

SHORTEST_HEAD = 4
LONGEST_HEAD = 120
"""The number of characters of a running head without its page number."""

SHORTEST_PAGE = 1000
"""The fewest characters of a source between two page numbers; numbers closer together are labels of notes."""


def without_page_furniture(lines: Sequence[Line]) -> tuple[Lines, tuple[Claim, ...]]:
    """The lines without page numbers and running heads, and those."""
    numbers = _page_numbers(lines)
    series = (index for index, line in enumerate(lines) if _is_series(lines, index, line.text.text))
    kinds: dict[int, FurnitureKind] = dict.fromkeys(series, "running_head")
    kinds |= dict.fromkeys(_running_heads(lines, numbers), "running_head")
    kinds |= dict.fromkeys(numbers, "page_number")
    claims = tuple(Claim(kinds[index], lines[index].text) for index in sorted(kinds))
    return without_lines(lines, kinds.keys()), claims


def _is_series(lines: Sequence[Line], index: int, text: str) -> bool:
    """Whether a line is a mark of the printer of parliament, or its running head at the end of a page."""
    return bool(PRINTED_SERIES.match(text) or (SERIES_HEAD.match(text) and _ends_page(lines, index)))


def _page_numbers(lines: Sequence[Line]) -> set[int]:
    """The lines that number a page."""
    said = {index for index, line in enumerate(lines) if PAGE_NUMBER.fullmatch(line.text.text)}
    bare = [index for index, line in enumerate(lines) if BARE_NUMBER.fullmatch(line.text.text)]
    alone = [index for index in bare if _starts_apart(lines, index) and _ends_apart(lines, index)]
    at_edge = {index for index in alone if lines[index].new_page or _ends_page(lines, index)}
    rest = [index for index in alone if index not in at_edge]
    return said | at_edge | {index for index in rest if _is_far(lines, rest, index)}


def _is_far(lines: Sequence[Line], numbers: Sequence[int], index: int) -> bool:
    """Whether a page lies between a number and the start of the text, and those before and after it."""
    if lines[index].start < SHORTEST_PAGE:
        return False
    at = bisect_left(numbers, index)
    beside = [numbers[other] for other in (at - 1, at + 1) if 0 <= other < len(numbers)]
    return all(abs(lines[other].start - lines[index].start) >= SHORTEST_PAGE for other in beside)


def _running_heads(lines: Sequence[Line], numbers: Collection[int]) -> set[int]:
    """Short lines at the edge of a page that return, but for a page number, at least three times."""
    places: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        text = line.text.text
        apart = _starts_apart(lines, index) or _ends_page(lines, index)
        if len(text) <= LONGEST_HEAD and apart and "\t" not in text and not EXCHANGE.match(text):
            head = HEAD_NUMBER.sub("", text).strip()
            if len(head) >= SHORTEST_HEAD:
                places.setdefault(head, []).append(index)
    return {
        index
        for found in places.values()
        if len(found) >= REPEATS and _are_at_edges(lines, found, numbers)
        for index in found
    }


def _are_at_edges(lines: Sequence[Line], found: Sequence[int], numbers: Collection[int]) -> bool:
    """Whether lines differ in a page number, or stand beside one or at the edge of a page."""
    texts = {lines[index].text.text for index in found}
    if len(texts) > 1:
        return True
    edges = [
        lines[index].new_page or _ends_page(lines, index) or index + 1 in numbers or index - 1 in numbers
        for index in found[1:]
    ]
    return all(edges)


def _starts_apart(lines: Sequence[Line], index: int) -> bool:
    """Whether a blank line or a page end stands before a line."""
    return index == 0 or lines[index].gap > 0 or lines[index].new_page


def _ends_apart(lines: Sequence[Line], index: int) -> bool:
    """Whether a blank line or a page end stands behind a line."""
    return index + 1 == len(lines) or not lines[index + 1].adjoins


def _ends_page(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is the last of a page."""
    return index + 1 == len(lines) or lines[index + 1].new_page
