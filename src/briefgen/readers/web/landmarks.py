"""Where the text of a page is: the landmarks of HTML where a page has them, else what jusText takes for text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import accumulate

from lxml import etree

from ..front import ADDRESSEE, PAPER
from ..trees.layer import Layer
from ..trees.parsing import Element
from .vocabulary import GRAMMAR

LANDMARKS = "//main | //article | //*[@role='main' or @role='article' or @role='document' or @itemprop='articleBody']"

# A path whose names are names: a broken page has elements such as `a<p`, which no path can name.
PLAIN_PATH = re.compile(r"(?:/[A-Za-z][\w.-]*\[\d+\])+")

MOST = 0.6
"""The least share of the text of a page that an article holds that is the whole of it."""

GOOD = 0.9
"""The least share of the good paragraphs that the element holds that is taken for the text of a page."""


def main_element(root: Element, layer: Layer, language: str) -> Element:
    """The element that holds the text of a page.

    A parliamentary paper is where its number or its addressee stands, also in a dialog. Else it is the `main` of the
    page or the article that fills it, and without landmarks the element with the paragraphs that jusText calls good.

    Args:
        root: of the page.
        layer: its text layer.
        language: `nl` or `en`, for jusText.
    """
    landmarks = [element for element in _found(root, LANDMARKS) if layer.content(element)]
    paper = _around_paper(landmarks, layer)
    if paper is not None:
        return paper
    mains = [element for element in landmarks if element.tag == "main" or element.get("role") == "main"]
    around = mains[0] if mains else root
    inside = [element for element in landmarks if element is not around and _holds(layer, around, element)]
    filling = [element for element in inside if _size(layer, element) >= MOST * _size(layer, around)]
    if filling:
        return min(filling, key=lambda element: _size(layer, element))
    return around if mains else _by_likeness(root, layer, language)


def _found(root: Element, path: str) -> list[Element]:
    found = root.xpath(path)
    return [element for element in found if isinstance(element, etree._Element)] if isinstance(found, list) else []


def _size(layer: Layer, element: Element) -> int:
    start, end = layer.ranges.get(element, (0, 0))
    return end - start


def _holds(layer: Layer, outer: Element, inner: Element) -> bool:
    start, end = layer.ranges[outer]
    return start <= layer.ranges[inner][0] and layer.ranges[inner][1] <= end


def _around_paper(landmarks: Sequence[Element], layer: Layer) -> Element | None:
    """The innermost landmark around the line with the number or the addressee of a paper."""
    for run in layer.runs:
        text = " ".join(layer.text[run.start : run.end].split())
        if PAPER.match(text) or ADDRESSEE.match(text):
            holding = [
                element for element in landmarks if layer.ranges[element][0] <= run.start < layer.ranges[element][1]
            ]
            if holding:
                return min(holding, key=lambda element: _size(layer, element))
    return None


def _by_likeness(root: Element, layer: Layer, language: str) -> Element:
    """The innermost element with nearly all paragraphs that jusText calls good; the whole page when there are none."""
    good = sorted(layer.ranges[element] for element in _good(root, language) if element in layer.ranges)
    starts = [start for start, _ in good]
    sums = [0, *accumulate(end - start for start, end in good)]
    best = root
    for candidate in root.iter(*CONTAINERS):
        if candidate in layer.ranges and _holds(layer, best, candidate):
            start, end = layer.ranges[candidate]
            held = sums[bisect_left(starts, end)] - sums[bisect_left(starts, start)]
            best = candidate if good and held >= GOOD * sums[-1] else best
    return best


CONTAINERS = ("body", "div", "section", "td", "table", "center")
"""Elements that may hold the text of a page without landmarks."""


def _good(root: Element, language: str) -> Iterator[Element]:
    """The elements of the paragraphs that jusText calls good."""
    from justext.core import ParagraphMaker, classify_paragraphs, revise_paragraph_classification
    from justext.utils import get_stoplist

    copy = deepcopy(root)
    etree.strip_elements(copy, *GRAMMAR.skipped, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    paragraphs = ParagraphMaker.make_paragraphs(copy)
    classify_paragraphs(paragraphs, get_stoplist("English" if language == "en" else "Dutch"))
    revise_paragraph_classification(paragraphs)
    for paragraph in paragraphs:
        if not paragraph.is_boilerplate and PLAIN_PATH.fullmatch(paragraph.xpath):
            yield from _found(root, paragraph.xpath)
