"""Reads from the pages of WeasyPrint which element of the HTML owns which words.

WeasyPrint keeps, in each box of a page, the element that made it; all pieces of one element, on whatever page, name
the same one. This module is the only one that knows how its boxes are built (`weasyprint.formatting_structure`).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

import pydyf
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.pdf.stream import Stream

from .content import Annotation, Mark, Node
from .roles import is_decoration

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element as HtmlElement

    import weasyprint

PAGINATION = "Pagination"
"""The type of artifacts that pages repeat: running heads, page numbers, table heads (ISO 32000-1, 14.8.2.2)."""

OWN_NODES = frozenset({"marker", "footnote-call", "footnote-marker"})
"""Pseudo-elements that are a thing of their own in the tree; the others are part of their element."""

REPEATED = frozenset({"thead", "tfoot"})
"""Parts of a table that are repeated on each of its pages."""

PRIVATE_USE = "Co"
"""The Unicode category of characters whose meaning only their font knows."""

UNSEEN = frozenset({"Cc", "Cf"})
"""Unicode categories of characters that print nothing."""

POINTS = 0.75
"""Points in a CSS pixel."""

# What a name in a PDF cannot hold as it is: delimiters, and what is no letter of ASCII (ISO 32000-1, 7.3.5).
NOT_IN_NAMES = re.compile(rb"[^!-~]|[()<>\[\]{}/%#]")
LONGEST_NAME = 100
"""In bytes; a name has at most 127 (ISO 19005-3, 6.1.13)."""

SVG_TITLE = "{http://www.w3.org/2000/svg}title"

TOLERANCE = 0.5
"""CSS pixels by which a link may stick out of the one around it."""


class Box(Protocol):
    """What is used of a box of WeasyPrint."""

    element: HtmlElement | None
    element_tag: str
    style: Mapping[str, object]
    link_annotation: object | None
    children: Sequence[Box]


Link = tuple[str, str, tuple[float, float, float, float], Box]
"""A link of a page as WeasyPrint has it: its type, its target, its place, its box."""


class Recorder:
    """Gathers the tree of a document page by page.

    Attributes:
        root: the element `html`; complete when all pages are painted.
    """

    def __init__(self) -> None:
        self.root = Node("html")
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
        is_repeated = node.page < page and (node.name in REPEATED or box.style["position"] == "fixed")
        return None if is_repeated or is_decoration(node.name, node.attributes) else node

    def _begin(self, element: HtmlElement, name: str, kind: str, parent: Node, page: int) -> Node:
        if name == "html":
            node = self.root
            node.attributes = dict(element.attrib)
        else:
            node = Node(f"::{kind}", page=page) if kind else _node(element, name, page)
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
        before = frozenset(stream._resources["XObject"])
        self._page.paint(stream, scale)
        streams = dict([((), stream), *_groups(stream, before)])
        reading = _Reading(self._number, self._page.height, self.links, streams, self._recorder)
        numbers = reading.numbers(self._page._page_box)
        private = {tag["mcid"]: words for box, tag in stream._tags.items() if (words := _without_private(box))}
        for painted in streams.values():
            _renumber(painted.stream, numbers, private)
        for font in stream._fonts.values():
            font.name = b"/" + NOT_IN_NAMES.sub(b"-", font.name[1:])[:LONGEST_NAME]
        # The boxes of a page take a megabyte and are not asked for again.
        stream._tags = self._page._page_box = None
        self.links = self._page.links = []


class _Reading:
    """Reads the boxes of one painted page in reading order."""

    def __init__(
        self,
        page: int,
        height: float,
        links: Iterable[Link],
        streams: Mapping[tuple[str, ...], Stream],
        recorder: Recorder,
    ) -> None:
        self._page = page
        self._height = height
        self._annotations = {box: index for index, box in enumerate(_annotated(links))}
        self._tags: Mapping[Box, Mapping[str, int]] = streams[()]._tags
        self._forms = {
            item["MCID"]: form for form, painted in streams.items() for item in painted.stream if _is_mark(item)
        }
        self._recorder = recorder
        self._numbers: dict[int, int] = {}
        self._counted: Counter[tuple[str, ...]] = Counter()

    def numbers(self, page_box: Box) -> dict[int, int]:
        """The new number of each marked sequence by its old one; those left out are artifacts."""
        self._read(page_box, self._recorder.root, None)
        return self._numbers

    def _read(self, box: Box, parent: Node, link: Node | None) -> None:
        box = _laid(box)
        if isinstance(box, boxes.MarginBox):
            return
        node = self._recorder.owner(box, parent, self._page)
        if node is None:
            return
        link = node if node.name == "a" else link
        if box in self._annotations:
            (link or node).kids.append(Annotation(self._page, self._annotations[box]))
        if isinstance(box, boxes.TextBox | boxes.ReplacedBox):
            self._leaf(box, node)
        for child in box.children:
            self._read(child, node, link)

    def _leaf(self, box: Box, node: Node) -> None:
        """A piece of text or a picture; one that CSS added to its element (`::before`) is a decoration."""
        is_picture = isinstance(box, boxes.ReplacedBox)
        if box not in self._tags or (is_picture and "::" in box.element_tag):
            return
        number = self._tags[box]["mcid"]
        if number not in self._forms:
            return
        if is_picture:
            node.bounds = self._bounds(box)
        form = self._forms[number]
        self._numbers[number] = self._counted[form]
        node.kids.append(Mark(self._page, self._counted[form], form, _is_blank(box)))
        self._counted[form] += 1

    def _bounds(self, box: boxes.ReplacedBox) -> tuple[float, float, float, float]:
        left, top = box.content_box_x(), self._height - box.content_box_y()
        corners = (left, top - box.height, left + box.width, top)
        return (corners[0] * POINTS, corners[1] * POINTS, corners[2] * POINTS, corners[3] * POINTS)


def _node(element: HtmlElement, name: str, page: int) -> Node:
    attributes = dict(element.attrib)
    if name == "svg":
        attributes.setdefault("alt", attributes.get("aria-label") or element.findtext(SVG_TITLE) or "")
    if name == "object":
        attributes.setdefault("alt", _words(element))
    return Node(name, attributes, _words(element) if name == "a" else "", page)


def _words(element: HtmlElement) -> str:
    """What an element says: its text, or else the descriptions of the pictures in it."""
    words = "".join(element.itertext()).split()
    return " ".join(words or (each.get("alt", "") for each in element.iter())).strip()


def _is_blank(box: Box) -> bool:
    """Whether a box of text or a picture shows nothing."""
    if box.style["visibility"] != "visible":
        return True
    text = box.text if isinstance(box, boxes.TextBox) else "\N{OBJECT REPLACEMENT CHARACTER}"
    return all(character.isspace() or unicodedata.category(character) in UNSEEN for character in text)


def _groups(stream: Stream, known: Iterable[str] = ()) -> Iterator[tuple[tuple[str, ...], Stream]]:
    """The groups that CSS paints apart (`opacity`), with the names of the form XObjects that lead to them.

    Args:
        stream: in which they are painted.
        known: names of form XObjects that other pages painted; pages share their resources.
    """
    for name, painted in stream._resources["XObject"].items():
        if name not in known and isinstance(painted, Stream):
            yield (name,), painted
            for names, inner in _groups(painted):
                yield (name, *names), inner


def _outermost(links: Iterable[Link]) -> Iterator[Link]:
    """The links of a page without those of boxes inside a link: WeasyPrint gives each box in it one more."""
    last: Link | None = None
    for link in links:
        if last is None or not _is_part(link, last):
            last = link
            yield link


def _is_part(link: Link, outer: Link) -> bool:
    """Whether a link is one more of another one: of a box in it, to the same target, on the same place."""
    (_, target, place, box), (_, same, around, holder) = link, outer
    if target != same or not _is_within(place, around) or holder.element is None:
        return False
    return any(element is box.element for element in holder.element.iter())


def _is_within(inner: tuple[float, float, float, float], outer: tuple[float, float, float, float]) -> bool:
    return (
        inner[0] >= outer[0] - TOLERANCE
        and inner[1] >= outer[1] - TOLERANCE
        and inner[2] <= outer[2] + TOLERANCE
        and inner[3] <= outer[3] + TOLERANCE
    )


def _annotated(links: Iterable[Link]) -> Iterator[Box]:
    """The boxes of a page that became an annotation, in the order of the annotations."""
    return (_laid(box) for *_, box in links if box.link_annotation is not None)


def _laid(box: Box) -> Box:
    """The box itself, where WeasyPrint keeps its place (`position: absolute`)."""
    return box._box if isinstance(box, AbsolutePlaceholder) else box


def _is_mark(item: object) -> bool:
    """Whether an item of a content stream is the property list of marked words."""
    return isinstance(item, pydyf.Dictionary) and "MCID" in item


def _without_private(box: Box) -> str | None:
    """What a piece of text says without the signs whose meaning only its font knows; none for any other piece.

    Such signs come from icon fonts, by an escape in a stylesheet. PDF/A asks for a text that says what they say
    (ISO 19005-3, 6.2.11.7.3); that is not known, and a space says nothing.
    """
    text = box.text if isinstance(box, boxes.TextBox) else ""
    if not any(unicodedata.category(character) == PRIVATE_USE for character in text):
        return None
    return "".join(character for character in text if unicodedata.category(character) != PRIVATE_USE) or " "


def _renumber(content: list[object], numbers: Mapping[int, int], private: Mapping[int, str]) -> None:
    """Number the marked sequences of a content stream anew; those without a number become artifacts.

    Args:
        content: the items of the stream; is changed.
        numbers: the new numbers by the old ones.
        private: by the old number, what is said instead of the words.
    """
    for place, item in enumerate(content):
        if isinstance(item, pydyf.Dictionary) and "MCID" in item:
            said = private.get(item["MCID"])
            number = numbers.get(item["MCID"])
            new = {"Type": f"/{PAGINATION}"} if number is None else {"MCID": number}
            properties = pydyf.Dictionary({**new, **({"ActualText": pydyf.String(said)} if said else {})})
            content[place - 1 : place + 1] = ["/Artifact" if number is None else content[place - 1], properties]
