"""What stands above, below and beside the text of a page: running heads, page numbers, the colophon of a letter."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from ..page_furniture import BARE_NUMBER, PAGE_NUMBER, PRINTED_SERIES
from .pages import Measure, PrintedPage
from .rows import LABEL
from .segments import Segment

EDGE = 0.13
"""The share of the height of a page, above and below, in which running heads stand."""

TAGGED_EDGE = 0.2
"""The same for what the tags of the PDF call page furniture."""

FEW_PAGES = 5
"""The most pages of a document in which a line that stands on two of them is a running head."""

LARGER = 1.08
"""How much larger than the text the letters of a heading are."""

LEVEL = 4.0
"""Points by which the places of a running head may differ."""

TINY = 0.7
"""How large the small print of a letterhead is at most, as a share of the text."""

CLEAR = 3.0
"""Points between the text and what stands beside it."""

# The raised figure that a note begins with.
RAISED_LABEL = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]")

# Figures, which differ from page to page.
FIGURES = re.compile(r"\d+|\b[ivxl]{1,6}\b")

Place = tuple[int, int]
"""Page and segment, by their indices."""


def edge_segments(pages: Sequence[PrintedPage], measure: Measure) -> set[Place]:
    """The segments that belong to the edge of the paper: running heads, page numbers, tagged furniture."""
    certain = _certain(pages, measure)
    return certain | _outermost(pages, _whole_rows(pages, certain | _numbers(pages) | _repeated(pages, measure.size)))


def _whole_rows(pages: Sequence[PrintedPage], found: set[Place]) -> set[Place]:
    """Those of the segments found beside which no other stands on the same line."""
    kept: set[Place] = set()
    for number, page in enumerate(pages):
        others = [segment.baseline for index, segment in enumerate(page.segments) if (number, index) not in found]
        kept |= {
            (number, index)
            for index, segment in enumerate(page.segments)
            if (number, index) in found and not any(abs(level - segment.baseline) <= 1 for level in others)
        }
    return kept


def _outermost(pages: Sequence[PrintedPage], found: set[Place]) -> set[Place]:
    """Those of the segments found with nothing but others of them between themselves and the edge of the paper."""
    kept: set[Place] = set()
    for number, page in enumerate(pages):
        levels = [segment.baseline for index, segment in enumerate(page.segments) if (number, index) not in found]
        first, last = min(levels, default=page.height), max(levels, default=0.0)
        for index, segment in enumerate(page.segments):
            outside = segment.baseline <= first + 1 or segment.baseline >= last - 1
            if outside and (number, index) in found:
                kept.add((number, index))
    return kept


def _outer(pages: Sequence[PrintedPage], share: float) -> list[tuple[Place, PrintedPage, Segment]]:
    """The segments in the upper and lower strip of each page."""
    return [
        ((number, index), page, segment)
        for number, page in enumerate(pages)
        for index, segment in enumerate(page.segments)
        if segment.baseline < share * page.height or segment.baseline > (1 - share) * page.height
    ]


def _repeated(pages: Sequence[PrintedPage], size: float) -> set[Place]:
    """Segments that return, but for the number of the page, at the same height of several pages."""
    groups: defaultdict[tuple[str, bool], list[_Outer]] = defaultdict(list)
    for place, page, segment in _outer(pages, EDGE):
        below = segment.baseline > page.height / 2
        height = page.height - segment.baseline if below else segment.baseline
        large = segment.size > LARGER * size
        groups[FIGURES.sub("#", segment.text), below].append(_Outer(place, height, segment.text, large))
    least = 2 if len(pages) <= FEW_PAGES else 3
    return {
        one.place
        for group in groups.values()
        for one in group
        if len({other.place[0] for other in group if _returns(one, other)}) >= least
    }


class _Outer(NamedTuple):
    """A segment at the edge: its place, its distance from the edge, its text, and whether its letters are large."""

    place: Place
    height: float
    text: str
    large: bool


def _returns(one: _Outer, other: _Outer) -> bool:
    """Whether two segments are the same running head; one in large letters holds no page number."""
    if abs(one.height - other.height) > LEVEL:
        return False
    same_but_page = not one.large and _differs_in_page(one.text, other.text, one.place[0] - other.place[0])
    return one.text == other.text or same_but_page


def _differs_in_page(text: str, other: str, pages: int) -> bool:
    """Whether two lines are the same but for one number that counts the pages between them."""
    pairs = zip(FIGURES.findall(text), FIGURES.findall(other), strict=True)
    steps = [(one, two) for one, two in pairs if one != two]
    return len(steps) == 1 and all(part.isdigit() for part in steps[0]) and int(steps[0][0]) - int(steps[0][1]) == pages


def _numbers(pages: Sequence[PrintedPage]) -> set[Place]:
    """Segments with nothing but a page number that counts up with the pages."""
    offsets: defaultdict[int, set[Place]] = defaultdict(set)
    said: set[Place] = set()
    for place, _, segment in _outer(pages, EDGE):
        if BARE_NUMBER.fullmatch(segment.text):
            offsets[int(re.sub(r"\D", "", segment.text)) - place[0]].add(place)
        elif PAGE_NUMBER.fullmatch(segment.text):
            said.add(place)
    counted = (places for places in offsets.values() if len({page for page, _ in places}) > 1)
    return said.union(*counted)


def _certain(pages: Sequence[PrintedPage], measure: Measure) -> set[Place]:
    """Segments at the edge that a tag, the series of parliament or their tiny letters show to be furniture."""
    tagged = {
        place
        for place, _, segment in _outer(pages, TAGGED_EDGE)
        if segment.artefact or PRINTED_SERIES.match(segment.text)
    }
    return tagged | _imprint(pages[0], measure)


def _imprint(page: PrintedPage, measure: Measure) -> set[Place]:
    """The tiny letters of stationery at the bottom of the first page; notes have labels and are none."""
    found = {
        (0, index): segment
        for index, segment in enumerate(page.segments)
        if segment.baseline > (1 - EDGE) * page.height and segment.size < TINY * measure.size
    }
    if any(RAISED_LABEL.match(segment.text) for segment in found.values()):
        return set()
    return set(found)


def margin_segments(page: PrintedPage, edges: set[int], measure: Measure) -> set[int]:
    """The segments beside the text of a page, but for labels that stand before a line of it.

    Args:
        page: the page.
        edges: the indices of the segments at its upper and lower edge.
        measure: where the text stands.
    """
    rest = [index for index in range(len(page.segments)) if index not in edges]
    right = {index for index in rest if page.segments[index].left >= measure.right + CLEAR}
    left = {index for index in rest if page.segments[index].right <= measure.left - CLEAR}
    inside = [page.segments[index] for index in rest if index not in right | left]
    return right | {index for index in left if not _is_label(page.segments[index], inside, measure)}


def _is_label(segment: Segment, lines: Sequence[Segment], measure: Measure) -> bool:
    """Whether a segment left of the text numbers or names the line beside it."""
    beside = [line for line in lines if abs(line.baseline - segment.baseline) <= 0.12 * measure.size]
    return any(LABEL.match(segment.text) or abs(line.size - segment.size) <= 0.25 * line.size for line in beside)
