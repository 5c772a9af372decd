"""From the elements of a page to a tag tree that keeps the rules of its structure types.

The rules: ISO 32000-1, 14.8.4; ISO 14289-1, 7.2 to 7.9. What HTML writes loosely is made strict here: words beside
blocks become paragraphs, items of a list get a label and a body, headings skip no rank, and what is empty goes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from . import grids
from .content import Annotation, Mark, Node
from .elements import Element, Kid, has_marks
from .grids import CELLS
from .roles import (
    CONTENTS,
    DECORATION,
    GROUPS,
    INLINE_TYPES,
    INSIDE_LINKS,
    NUMBERINGS,
    SCOPES,
    TABLE_PARTS,
    WITHIN_LINES,
    heading_rank,
    language_of,
    special_type,
    structure_type,
)

Kids = tuple[Kid, ...]

LIST_PARTS = frozenset({"LI", "Lbl", "LBody"})
LISTS = frozenset({"L", "LI"})
"""Where parts of a list may stand; elsewhere they make a list of their own."""


@dataclass(frozen=True, slots=True)
class _Around:
    """What surrounds an element.

    Attributes:
        language: of the words.
        contents: whether this is a table of contents.
        head: whether this is the head of a table.
        arranged: whether this is a table that only sets things beside each other.
    """

    language: str
    contents: bool = False
    head: bool = False
    arranged: bool = False


def shape(root: Node, language: str = "") -> Element:
    """The tag tree of a page.

    Args:
        root: the element `html`.
        language: of the words where the page does not say it; a BCP 47 tag.

    Returns:
        The element `Document`; every element below it holds words or a picture, but for empty cells of a table.
    """
    own = language_of(root) or language
    document = Element("Document", _blocks(_Shaper().kids(root, _Around(own))), language=own or None)
    return _without_empty(document)


def left_out(root: Node, tree: Element) -> frozenset[Mark]:
    """What is marked on the pages and not in the tree: labels of empty items, white space.

    Args:
        root: the element `html`.
        tree: what was made of it.
    """
    owned = {kid for element in tree.descendants() for kid in element.kids if isinstance(kid, Mark)}
    return frozenset(_marks(root)) - owned


def _marks(node: Node) -> Iterator[Mark]:
    for kid in node.kids:
        if isinstance(kid, Node):
            yield from _marks(kid)
        elif isinstance(kid, Mark):
            yield kid


class _Shaper:
    """Walks the elements in reading order, and knows the headings passed."""

    def __init__(self) -> None:
        self._open_ranks: list[int] = []
        self._notes = 0
        self._identifiers: set[str] = set()

    def kids(self, node: Node, around: _Around) -> Kids:
        """What an element holds, with all of it shaped."""
        return tuple(shaped for kid in node.kids for shaped in self._shaped(kid, around))

    def _shaped(self, kid: Node | Kid, around: _Around) -> Iterator[Kid]:
        if not isinstance(kid, Node):
            yield kid
            return
        own = _inside(kid, around)
        role = self._heading(kid) or (None if own.arranged and kid.name in TABLE_PARTS else structure_type(kid))
        kids = self.kids(kid, own)
        language = own.language if own.language != around.language else None
        if role == "Link" and not any(isinstance(each, Annotation) for each in kids):
            role = None
        if role is not None:
            yield self._element(kid, role, kids, replace(own, head=around.head), language)
        elif kid.name in WITHIN_LINES or kid.name == "a":
            yield from [Element("Span", kids, language=language)] if language else kids
        else:
            yield from _in_language(_paragraphs(kids), language)

    def _heading(self, node: Node) -> str | None:
        """A heading is one rank below the heading that it stands under, whatever number the page gives it."""
        rank = heading_rank(node)
        if rank is None or all(mark.blank for mark in _marks(node)):
            return None
        while self._open_ranks and self._open_ranks[-1] >= rank:
            self._open_ranks.pop()
        self._open_ranks.append(rank)
        return f"H{len(self._open_ranks)}"

    def _element(self, node: Node, role: str, kids: Kids, around: _Around, language: str | None) -> Kid:
        kids = kids if role in LISTS else _listed(kids)
        kids = kids if role == "Link" else _followed(role, kids, node.words)
        shaper = CONTENT.get(role)
        kids = _paragraphs(kids) if node.name in GROUPS else kids
        kids = shaper(kids) if shaper else kids
        element = Element(role, kids, language=language, words=node.words, bounds=node.bounds)
        if role in CELLS:
            return _cell(element, node, around, self._new(node.attributes.get("id")))
        if role == "L":
            return _contents(element) if around.contents else _numbered(element, node)
        if role == "LI":
            return self._special_item(element, node)
        if role == "Table":
            return _table(element)
        if role == "Figure":
            return _figure(element, node)
        return self._identified(element)

    def _special_item(self, item: Element, node: Node) -> Element:
        """An item that is a note (`doc-endnote`) or an entry of a bibliography holds one in its body."""
        special = special_type(node)
        if special is None:
            return item
        *labels, body = item.kids
        inner = body.kids if isinstance(body, Element) else (body,)
        return replace(item, kids=(*labels, Element("LBody", (self._identified(Element(special, inner)),))))

    def _identified(self, element: Element) -> Element:
        if element.role != "Note":
            return element
        self._notes += 1
        return replace(element, identifier=self._new(f"note-{self._notes}"))

    def _new(self, identifier: str | None) -> str | None:
        """An identifier that no element has so far; none for one that is taken."""
        if not identifier or identifier in self._identifiers:
            return None
        self._identifiers.add(identifier)
        return identifier


def _inside(node: Node, around: _Around) -> _Around:
    return _Around(
        language=language_of(node) or around.language,
        contents=around.contents or node.attributes.get("role") == CONTENTS,
        head=node.name == "thead" or (around.head and node.name != "table"),
        arranged=node.attributes.get("role") in DECORATION if node.name == "table" else around.arranged,
    )


def _in_language(kids: Kids, language: str | None) -> Kids:
    """What an element without a tag of its own holds, in the language of that element."""
    if language is None:
        return kids
    return tuple(replace(kid, language=kid.language or language) if isinstance(kid, Element) else kid for kid in kids)


def _is_inline(kid: Kid) -> bool:
    return not isinstance(kid, Element) or kid.role in INLINE_TYPES


def _paragraphs(kids: Iterable[Kid]) -> Kids:
    """Blocks, with each run of words between them as a paragraph."""
    shaped: list[Kid] = []
    for inline, run in groupby(kids, _is_inline):
        members = tuple(run)
        shaped += [Element("P", members)] if inline and any(map(has_marks, members)) else () if inline else members
    return tuple(shaped)


def _blocks(kids: Kids) -> Kids:
    """Blocks, with words and items of lists that stand loose as paragraphs and lists."""
    return _paragraphs(_listed(kids))


def _listed(kids: Kids) -> Kids:
    """What an element holds, with items that stand outside any list (`li`, `dd`) in one of their own."""
    shaped: list[Kid] = []
    for loose, run in groupby(kids, lambda kid: isinstance(kid, Element) and kid.role in LIST_PARTS):
        members = tuple(run)
        is_list = loose and any(isinstance(kid, Element) and kid.role != "Lbl" for kid in members)
        shaped += [Element("L", _items(members))] if is_list else members
    return tuple(shaped)


def _followed(role: str, kids: Kids, words: str) -> Kids:
    """What an element holds, with a link annotation that CSS gave it (`link`) in a link of its own."""
    if role in INSIDE_LINKS and any(isinstance(kid, Annotation) for kid in kids):
        return (Element("Link", kids, words=words),)
    return tuple(kid for kid in kids if not isinstance(kid, Annotation))


def _items(kids: Kids) -> Kids:
    """The items of a list: labels and bodies that stand loose (`dt`, `dd`) are put together."""
    items: list[Element] = []
    loose: list[Element] = []
    for kid in kids:
        if isinstance(kid, Element) and kid.role in ("LI", "L"):
            items += [*_loose_item(loose), kid]
            loose = []
            continue
        part = kid if isinstance(kid, Element) and kid.role in ("Lbl", "LBody") else Element("LBody", (kid,))
        if part.role == "Lbl" and any(each.role == "LBody" for each in loose):
            items += _loose_item(loose)
            loose = []
        loose.append(part)
    return (*items, *_loose_item(loose))


def _loose_item(parts: Iterable[Element]) -> list[Element]:
    """An item of one label (`dt`) and one body (`dd`); terms without a definition are a body."""
    labels = tuple(kid for part in parts if part.role == "Lbl" for kid in part.kids)
    bodies = [part for part in parts if part.role == "LBody"]
    if not bodies:
        return [Element("LI", (Element("LBody", labels),))] if labels else []
    blocks = tuple(kid for body in bodies for kid in _paragraphs(body.kids))
    body = bodies[0] if len(bodies) == 1 else Element("LBody", blocks)
    return [Element("LI", (Element("Lbl", labels), body) if labels else (body,))]


def _item(kids: Kids) -> Kids:
    """The label and the body of an item."""
    labels = tuple(kid for kid in kids if isinstance(kid, Element) and kid.role == "Lbl")
    body = tuple(kid for kid in kids if not (isinstance(kid, Element) and kid.role == "Lbl"))
    return (*labels, Element("LBody", _listed(body)))


CONTENT: Mapping[str, Callable[[Kids], Kids]] = {
    "L": _items,
    "LI": _item,
    "Table": grids.table,
    "THead": grids.group,
    "TBody": grids.group,
    "TFoot": grids.group,
    "TR": grids.row,
    "Index": _paragraphs,
}
"""How the children of a structure type are put in order."""


def _cell(element: Element, node: Node, around: _Around, identifier: str | None) -> Element:
    """A cell with what a reader needs to find its headers (ISO 14289-1, 7.5)."""
    attributes = node.attributes
    scope = SCOPES.get(attributes.get("scope", ""), "Column" if around.head else "Row")
    return replace(
        element,
        scope=scope if element.role == "TH" else None,
        identifier=identifier if element.role == "TH" else None,
        headers=tuple(attributes.get("headers", "").split()),
        columns=_span(attributes.get("colspan"), least=1),
        rows=_span(attributes.get("rowspan"), least=0),
    )


def _span(written: str | None, least: int) -> int:
    return max(int(written), least) if written and written.isdecimal() else 1


def _table(element: Element) -> Element:
    """A table; the caption of one without rows is text like any other."""
    if any(isinstance(kid, Element) and kid.role != "Caption" for kid in element.kids):
        return element
    words = (kid for caption in element.kids if isinstance(caption, Element) for kid in caption.kids)
    return Element("Div", _blocks(tuple(words)), language=element.language)


def _figure(element: Element, node: Node) -> Element:
    return replace(element, alt=node.attributes.get("alt") or node.attributes.get("title"))


def _numbered(element: Element, node: Node) -> Element:
    """A list says how it counts when its items have labels (ISO 14289-1, 7.6)."""
    has_labels = any(isinstance(item, Element) and _has(item, "Lbl") for item in element.kids)
    return replace(element, numbering=NUMBERINGS.get(node.name) if has_labels else None)


def _has(element: Element, role: str) -> bool:
    return any(isinstance(kid, Element) and kid.role == role for kid in element.kids)


def _contents(element: Element) -> Element:
    """A list of a table of contents as `TOC`, its items as `TOCI`."""
    return replace(element, role="TOC", kids=tuple(_contents_item(kid) for kid in element.kids))


def _contents_item(item: Kid) -> Kid:
    """Holds only labels, references, paragraphs and further contents."""
    if not isinstance(item, Element) or item.role != "LI":
        return item
    inner = (kid for part in item.kids for kid in _unwrapped(part))
    return replace(item, role="TOCI", kids=tuple(map(_reference, inner)))


def _unwrapped(part: Kid) -> Kids:
    return part.kids if isinstance(part, Element) and part.role == "LBody" else (part,)


def _reference(kid: Kid) -> Element:
    if isinstance(kid, Element) and not _is_inline(kid):
        return kid
    return Element("Reference" if isinstance(kid, Element) and kid.role == "Link" else "P", (kid,))


def _without_empty(element: Element) -> Element:
    """An element without the elements in it that hold nothing."""
    kids = (_without_empty(kid) if isinstance(kid, Element) else kid for kid in element.kids)
    return replace(element, kids=tuple(kid for kid in kids if _says_something(kid)))


def _says_something(kid: Kid) -> bool:
    """Whether an element holds words, an item more than its label; cells and rows keep their place in a table."""
    if not isinstance(kid, Element) or kid.role in CELLS or kid.role == "TR":
        return True
    return any(has_marks(each) for each in kid.kids if kid.role != "LI" or not _is_label(each))


def _is_label(kid: Kid) -> bool:
    return isinstance(kid, Element) and kid.role == "Lbl"
