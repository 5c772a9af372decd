"""Reads from the pages of WeasyPrint which element of the HTML owns which words.

WeasyPrint keeps, in each box of a page, the element that made it; all pieces of one element, on whatever page, name
the same one. This module is the only one that knows how its boxes are built (`weasyprint.formatting_structure`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

import pydyf
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from .content import Annotation, Mark, Node
from .roles import is_decoration

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element as HtmlElement

    import weasyprint
    from weasyprint.pdf.stream import Stream

PAGINATION = "Pagination"
"""The type of artifacts that pages repeat: running heads, page numbers, table heads (ISO 32000-1, 14.8.2.2)."""

OWN_NODES = frozenset({"marker", "footnote-call", "footnote-marker"})
"""Pseudo-elements that are a thing of their own in the tree; the others are part of their element."""

REPEATED = frozenset({"thead", "tfoot"})
"""Parts of a table that are repeated on each of its pages."""

POINTS = 0.75
"""Points in a CSS pixel."""


SVG_TITLE = "{http://www.w3.org/2000/svg}title"

TOLERANCE = 0.5
"""CSS pixels by which a link may stick out of the one around it."""


class Box(Protocol):
    """What is used of a box of WeasyPrint."""

    element: HtmlElement | None
    element_tag: str
    link_annotation: object | None
    children: Sequence[Box]


Link = tuple[str, str, tuple[float, float, float, float], Box]
"""A link of a page as WeasyPrint has it: its type, its target, its place, its box."""


class Recorder:
    """Gathers the tree of a document page by page.

    Attributes:
        root: the element `html`; complete when all pages are painted.
        lost: words that are painted in a group of their own (`opacity`), where no tag can reach them.
    """

    def __init__(self) -> None:
        self.root = Node("html")
        self.lost: list[str] = []
        self._nodes: dict[tuple[HtmlElement, str], Node] = {}

    def recorded(self, document: weasyprint.Document) -> weasyprint.Document:
        """The document with pages that tell this recorder what is painted."""
        return document.copy([RecordedPage(number, page, self) for number, page in enumerate(document.pages)])

    def owner(self, box: Box, parent: Node, page: int) -> Node | None:
        """The node of a box; a new one where its element begins, and `None` for what is no content here."""
        if box.element is None:
            return parent
        name, _, pseudo = box.element_tag.rpartition("}")[2].partition("::")
        kind = pseudo if pseudo in OWN_NODES else ""
        node = self._nodes.get((box.element, kind)) or self._begin(box.element, name, kind, parent, page)
        is_repeated = node.name in REPEATED and node.page < page
        return None if is_repeated or is_decoration(node.name, node.attributes) else node

    def _begin(self, element: HtmlElement, name: str, kind: str, parent: Node, page: int) -> Node:
        if name == "html":
            node = self.root
            node.attributes = dict(element.attrib)
        else:
            node = _node(element, f"::{kind}" if kind else name, page)
            parent.kids.append(node)
        self._nodes[element, kind] = node
        if kind == "footnote-call":
            self._nodes[element, ""] = note = _node(element, "::footnote-body", page)
            parent.kids.append(note)
        return node


class RecordedPage:
    """A page of WeasyPrint that marks its words when it is painted, and tells the recorder whose they are."""

    def __init__(self, number: int, page: weasyprint.Page, recorder: Recorder) -> None:
        self.links = list(_outermost(page.links))
        self._number = number
        self._page = page
        self._recorder = recorder

    def __getattr__(self, name: str) -> object:
        return getattr(self._page, name)

    def paint(self, stream: Stream, scale: float = 1) -> None:
        """Paint the page into a stream; WeasyPrint calls it, once."""
        # WeasyPrint marks words in a stream that has a place to keep their numbers.
        stream._tags = {}
        self._page.paint(stream, scale)
        reading = _Reading(self._number, self._page.height, self.links, stream, self._recorder)
        _renumber(stream.stream, reading.numbers(self._page._page_box))
        # The boxes of a page take a megabyte and are not asked for again.
        stream._tags = self._page._page_box = None
        self.links = self._page.links = []


class _Reading:
    """Reads the boxes of one painted page in reading order."""

    def __init__(self, page: int, height: float, links: Iterable[Link], stream: Stream, recorder: Recorder) -> None:
        self._page = page
        self._height = height
        self._annotations = {box: index for index, box in enumerate(_annotated(links))}
        self._tags: Mapping[Box, Mapping[str, int]] = stream._tags
        self._there = {item["MCID"] for item in stream.stream if _is_mark(item)}
        self._recorder = recorder
        self._numbers: dict[int, int] = {}

    def numbers(self, page_box: Box) -> dict[int, int]:
        """The new number of each marked sequence by its old one; those left out are artifacts."""
        self._read(page_box, self._recorder.root)
        return self._numbers

    def _read(self, box: Box, parent: Node) -> None:
        box = box._box if isinstance(box, AbsolutePlaceholder) else box
        if isinstance(box, boxes.MarginBox):
            return
        node = self._recorder.owner(box, parent, self._page)
        if node is None:
            return
        if box in self._annotations:
            node.kids.append(Annotation(self._page, self._annotations[box]))
        if isinstance(box, boxes.TextBox | boxes.ReplacedBox):
            self._leaf(box, node)
        for child in box.children:
            self._read(child, node)

    def _leaf(self, box: Box, node: Node) -> None:
        """A piece of text or a picture; one that CSS added to its element (`::before`) is a decoration."""
        is_picture = isinstance(box, boxes.ReplacedBox)
        if box not in self._tags or (is_picture and "::" in box.element_tag):
            return
        number = self._tags[box]["mcid"]
        if number not in self._there:
            self._recorder.lost.append(getattr(box, "text", box.element_tag))
            return
        if is_picture:
            node.bounds = self._bounds(box)
        self._numbers[number] = len(self._numbers)
        node.kids.append(Mark(self._page, self._numbers[number]))

    def _bounds(self, box: boxes.ReplacedBox) -> tuple[float, float, float, float]:
        left, top = box.content_box_x(), self._height - box.content_box_y()
        corners = (left, top - box.height, left + box.width, top)
        return (corners[0] * POINTS, corners[1] * POINTS, corners[2] * POINTS, corners[3] * POINTS)


def _node(element: HtmlElement, name: str, page: int) -> Node:
    attributes = dict(element.attrib)
    if name == "svg":
        attributes.setdefault("alt", attributes.get("aria-label") or element.findtext(SVG_TITLE) or "")
    words = " ".join("".join(element.itertext()).split()) if name == "a" else ""
    return Node(name, attributes, words, page)


def _outermost(links: Iterable[Link]) -> Iterator[Link]:
    """The links of a page without those of boxes inside a link: WeasyPrint gives each box in it one more."""
    last: tuple[str, tuple[float, float, float, float]] | None = None
    for link in links:
        _, target, place, _ = link
        if last is None or last[0] != target or not _is_within(place, last[1]):
            last = (target, place)
            yield link


def _is_within(inner: tuple[float, float, float, float], outer: tuple[float, float, float, float]) -> bool:
    return (
        inner[0] >= outer[0] - TOLERANCE
        and inner[1] >= outer[1] - TOLERANCE
        and inner[2] <= outer[2] + TOLERANCE
        and inner[3] <= outer[3] + TOLERANCE
    )


def _annotated(links: Iterable[Link]) -> Iterator[Box]:
    """The boxes of a page that became an annotation, in the order of the annotations."""
    return (box for *_, box in links if box.link_annotation is not None)


def _is_mark(item: object) -> bool:
    """Whether an item of a content stream is the property list of marked words."""
    return isinstance(item, pydyf.Dictionary) and "MCID" in item


def _renumber(content: list[object], numbers: Mapping[int, int]) -> None:
    """Number the marked sequences of a content stream anew; those without a number become artifacts."""
    for place, item in enumerate(content):
        if isinstance(item, pydyf.Dictionary) and "MCID" in item:
            number = numbers.get(item["MCID"])
            if number is None:
                content[place - 1 : place + 1] = ["/Artifact", pydyf.Dictionary({"Type": f"/{PAGINATION}"})]
            else:
                item["MCID"] = number
