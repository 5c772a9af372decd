"""The text layer of a PDF: its text in reading order, a form feed between pages, and the typography of each line."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ...errors import SourceError
from ...provenance import MappedText
from ..lines import Line
from ..typography import Typography, Zone
from .columns import regions_of
from .edges import edge_segments, margin_segments
from .model import Rule
from .note_area import note_start
from .opening import opened
from .pages import Measure, PrintedPage, body_size, measure_of, printed_pages
from .rows import rows_of
from .segments import Segment

APART = 1.18
"""How much further than usual two lines stand apart with a blank line between them."""

USUAL = 1.25
"""The usual distance of two lines, in ems, in a text of few lines."""

SENTENCE_ENDS = (".", "!", "?", "”", "»", ")")


@dataclass(frozen=True, slots=True)
class TextLayer:
    """The text of a PDF and its lines.

    Attributes:
        text: what the spans of the document count in.
        lines: each with its typography.
        size: of most letters, in points.
        pictures: the numbers of the pages that are pictures without text.
    """

    text: str
    lines: tuple[Line, ...]
    size: float
    pictures: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line with its place on the page."""

    segment: Segment
    page: int
    region: int
    zone: Zone
    column: tuple[float, float]
    underlined: bool


def text_layer(data: bytes, file: str) -> TextLayer:
    """The text layer of a PDF.

    Args:
        data: the bytes of the file.
        file: its name, for the message.

    Raises:
        SourceError: as `opened`, and where pages hold no text.
    """
    with opened(data, file) as document:
        pages = list(printed_pages(document, file))
    pictures = _pictures(pages, file)
    pages = _with_telling_weight(pages)
    size = body_size(pages)
    return replace(_written(list(_placed(pages, size)), size), pictures=pictures)


MOST_PICTURES = 0.5
"""The greatest share of pages without text in a PDF that is no scan."""


def _pictures(pages: Sequence[PrintedPage], file: str) -> tuple[int, ...]:
    """The numbers of the pages that are pictures without text.

    Raises:
        SourceError: most pages are, or no page holds text.
    """
    pictures = tuple(page.number for page in pages if page.is_picture)
    if len(pictures) > MOST_PICTURES * len(pages) or not any(page.segments for page in pages):
        raise SourceError("pdf-without-text", file=file, pages=_ranges(pictures or [page.number for page in pages]))
    return pictures


def _with_telling_weight(pages: list[PrintedPage]) -> list[PrintedPage]:
    """The pages; where most letters are said to be heavy, that tells nothing, and none are."""
    heavy = sum(len(segment.text) * (1 if segment.bold else -1) for page in pages for segment in page.segments)
    if heavy <= 0:
        return pages
    return [replace(page, segments=tuple(replace(segment, bold=False) for segment in page.segments)) for page in pages]


def _ranges(numbers: Sequence[int]) -> str:
    """Page numbers in short: `1-3, 7`."""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and number == parts[-1][-1] + 1:
            parts[-1][1:] = [number]
        else:
            parts.append([number])
    return ", ".join("-".join(map(str, part)) for part in parts)


def _placed(pages: Sequence[PrintedPage], size: float) -> Iterator[_Placed]:
    """The lines of all pages in reading order."""
    measures = _measures(pages, size)
    edges: defaultdict[int, set[int]] = defaultdict(set)
    for number, index in edge_segments(pages, Measure(size, 0, 0)):
        edges[number].add(index)
    open_note = False
    for number, page in enumerate(pages):
        lines = list(_page_lines(page, edges[number], measures[round(page.width)], open_note=open_note))
        notes = [line for line in lines if line.zone == "notes"]
        open_note = bool(notes) and not notes[-1].segment.text.endswith(SENTENCE_ENDS)
        yield from lines


def _measures(pages: Sequence[PrintedPage], size: float) -> dict[int, Measure]:
    """For pages of each width where their text stands."""
    groups: defaultdict[int, list[PrintedPage]] = defaultdict(list)
    for page in pages:
        groups[round(page.width)].append(page)
    return {width: measure_of(group, size) for width, group in groups.items()}


def _page_lines(page: PrintedPage, edges: set[int], measure: Measure, *, open_note: bool) -> Iterator[_Placed]:
    """The lines of a page: its text with its notes, then what stands beside it, then its edges."""
    margin = margin_segments(page, edges, measure)
    text = [segment for index, segment in enumerate(page.segments) if index not in edges | margin]
    region = 0
    for region, segments in enumerate(regions_of(text, measure.left, measure.right)):
        yield from _region_lines(page, region, segments, measure, open_note=open_note)
    beside: list[tuple[Zone, set[int]]] = [("margin", margin), ("edge", edges)]
    for zone, indices in beside:
        region += 1
        group = [page.segments[index] for index in sorted(indices)]
        for segment in rows_of(group, ()):
            yield _Placed(segment, page.number, region, zone, _column(group, measure), underlined=False)


def _region_lines(
    page: PrintedPage, region: int, segments: Sequence[Segment], measure: Measure, *, open_note: bool
) -> Iterator[_Placed]:
    lines = rows_of(segments, page.rules)
    column = _column(lines, measure)
    first = note_start(lines, page.rules, measure.size, column[1] - column[0], open_note=open_note)
    for index, segment in enumerate(lines):
        zone: Zone = "notes" if index >= first else "body"
        yield _Placed(segment, page.number, region, zone, column, _is_underlined(segment, page.rules))


def _column(lines: Sequence[Segment], measure: Measure) -> tuple[float, float]:
    """The left and right edge of a region: of the text of the document, or of its own narrower column."""
    if not lines:
        return measure.left, measure.right
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    middle = (measure.left + measure.right) / 2
    if len(lines) >= COLUMN_LINES and (right <= middle + OVERHANG or left >= middle - OVERHANG):
        return left, right
    return min(left, measure.left), max(right, measure.right)


COLUMN_LINES = 6
"""The fewest lines of a column."""

OVERHANG = 10.0
"""Points by which a column may reach over the middle of the text."""


def _is_underlined(segment: Segment, rules: Sequence[Rule]) -> bool:
    return any(
        0 <= rule.y - segment.baseline <= 0.35 * segment.size
        and abs(rule.left - segment.left) <= 3
        and abs(rule.right - segment.right) <= 3
        for rule in rules
    )


def _leading(placed: Sequence[_Placed]) -> float:
    """The usual distance of two lines of text, in ems."""
    distances = Counter[float]()
    for before, line in pairwise(placed):
        if line.zone == before.zone == "body" and line.region == before.region and line.page == before.page:
            distances[round((line.segment.baseline - before.segment.baseline) / line.segment.size, 1)] += 1
    usual = {distance: count for distance, count in distances.items() if 0.9 <= distance <= 2.6}
    return max(usual, key=lambda distance: usual[distance], default=USUAL)


def _written(placed: Sequence[_Placed], size: float) -> TextLayer:
    """The lines as one text."""
    leading = _leading(placed)
    pieces: list[str] = []
    found: list[tuple[int, int, bool, _Placed]] = []
    length, before = 0, None
    for line in placed:
        separator = _separator(before, line, leading)
        length += len(separator)
        pieces += (separator, line.segment.text)
        found.append((length, int(separator.count("\n") > 1), "\f" in separator, line))
        length += len(line.segment.text)
        before = line
    text = "".join(pieces)
    lines = tuple(
        Line(
            MappedText.of(text, start, start + len(line.segment.text)),
            gap,
            new_page=new_page,
            typography=_typography(line),
        )
        for start, gap, new_page, line in found
    )
    return TextLayer(text, lines, size)


def _separator(before: _Placed | None, line: _Placed, leading: float) -> str:
    if before is None:
        return "\f" * (line.page - 1)
    if before.page != line.page:
        return "\n" + "\f" * (line.page - before.page)
    distance = line.segment.baseline - before.segment.baseline
    same = before.region == line.region and before.zone == line.zone
    usual = leading if line.zone == "body" else USUAL
    return "\n" if same and 0 <= distance <= (APART * usual + 0.05) * line.segment.size else "\n\n"


def _typography(line: _Placed) -> Typography:
    segment = line.segment
    return Typography(
        page=line.page,
        region=line.region,
        zone=line.zone,
        left=segment.left,
        right=segment.right,
        baseline=segment.baseline,
        size=segment.size,
        bold=segment.bold,
        italic=segment.italic,
        underlined=line.underlined,
        colour=segment.colour,
        column=line.column,
        width_of_first_word=segment.first_word,
    )


__all__ = ["TextLayer", "text_layer"]
