"""Columns: where the text of a page stands in two or more columns, and in which order its parts are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from statistics import median

from .segments import Segment

GUTTER = 6.0
"""The least width of the gap between two columns, in points."""

STEP = 2.0
"""Points between the places where a gap is looked for."""

LEAST_LINES = 6
"""The fewest lines of a column."""

LEAST_LETTERS = 18
"""The fewest characters of most lines of a column: shorter ones are the cells of a table."""

CROSSING = 0.34
"""The greatest share of the lines of a page that run over the gap."""

BIN = 3.0
"""Points; edges that differ less are one edge."""

FULL = 0.6
"""How much of its column most lines fill; cells of a table fill less."""

ALIGNED = 0.5
"""The least share of the lines of a column that begin at its left edge."""

Region = list[Segment]


def regions_of(segments: Sequence[Segment], left: float, right: float) -> list[Region]:
    """The segments of a page in regions: what is read before the next one begins.

    Args:
        segments: from above to below.
        left: the left edge of the text.
        right: its right edge.
    """
    gutter = _gutter(segments, left, right)
    if gutter is None:
        return [list(segments)] if segments else []
    regions: list[Region] = []
    for crosses, group in groupby(segments, key=lambda segment: _crosses(segment, gutter)):
        band = list(group)
        if crosses:
            regions.append(band)
            continue
        regions += regions_of([segment for segment in band if segment.right <= gutter], left, gutter)
        regions += regions_of([segment for segment in band if segment.left >= gutter], gutter, right)
    return regions


def _crosses(segment: Segment, gutter: float) -> bool:
    return segment.left < gutter < segment.right


def _gutter(segments: Sequence[Segment], left: float, right: float) -> float | None:
    """The middle of the gap between two columns; `None` where there is one column."""
    width = right - left
    best: tuple[int, float] | None = None
    place = left + 0.2 * width
    while place <= right - 0.2 * width:
        crossing = sum(_crosses(segment, place) for segment in segments)
        if crossing <= CROSSING * len(segments) and _parts_columns(segments, place):
            room = min(_room(segments, place), 2 * GUTTER)
            key = (crossing, -room)
            if best is None or key < (best[0], -min(_room(segments, best[1]), 2 * GUTTER)):
                best = crossing, place
        place += STEP
    return best[1] if best else None


def _room(segments: Sequence[Segment], place: float) -> float:
    """The width of the gap at a place."""
    before = max((segment.right for segment in segments if segment.right <= place), default=place)
    after = min((segment.left for segment in segments if segment.left >= place), default=place)
    return after - before


def _parts_columns(segments: Sequence[Segment], place: float) -> bool:
    """Whether columns of running text stand at both sides of a place."""
    before = [segment for segment in segments if segment.right <= place]
    after = [segment for segment in segments if segment.left >= place]
    return (
        _room(segments, place) >= GUTTER and _is_column(before) and _is_column(after) and _stand_beside(before, after)
    )


def _is_column(segments: Sequence[Segment]) -> bool:
    """Whether segments look like the lines of running text in a column, or in several side by side."""
    if len(segments) < LEAST_LINES:
        return False
    beside = _count_beside(segments)
    width = max(segment.right for segment in segments) - min(segment.left for segment in segments)
    long = median(len(segment.text) for segment in segments) >= LEAST_LETTERS
    full = median(segment.right - segment.left for segment in segments) >= FULL * width / beside
    edges = Counter(round(segment.left / BIN) for segment in segments)
    aligned = sum(count for _, count in edges.most_common(beside)) >= ALIGNED * len(segments)
    return long and full and aligned


def _count_beside(segments: Sequence[Segment]) -> int:
    """How many segments mostly stand on one line."""
    levels = Counter(round(segment.baseline) for segment in segments)
    return Counter(levels.values()).most_common(1)[0][0]


def _stand_beside(before: Sequence[Segment], after: Sequence[Segment]) -> bool:
    """Whether two columns share a good part of the height of the page."""
    top = max(before[0].baseline, after[0].baseline)
    bottom = min(before[-1].baseline, after[-1].baseline)
    return bottom - top >= LEAST_LINES / 2 * before[0].size
