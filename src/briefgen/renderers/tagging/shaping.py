"""From the elements of a page to a tag tree that keeps the rules of its structure types.

The rules: ISO 32000-1, 14.8.4; ISO 14289-1, 7.2 to 7.9. What HTML writes loosely is made strict here: words beside
blocks become paragraphs, items of a list get a label and a body, headings skip no rank, and what is empty goes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from .content import Node
from .elements import Element, Kid, has_marks
from .roles import (
    CONTENTS,
    GROUPS,
    INLINE_TYPES,
    NUMBERINGS,
    SCOPES,
    WITHIN_LINES,
    heading_rank,
    structure_type,
)

Kids = tuple[Kid, ...]

CELLS = frozenset({"TH", "TD"})
TABLE_ORDER = {"Caption": 0, "THead": 1, "TBody": 2, "TR": 2, "TFoot": 3}


@dataclass(frozen=True, slots=True)
class _Around:
    """What surrounds an element.

    Attributes:
        language: of the words.
        contents: whether this is a table of contents.
        head: whether this is the head of a table.
    """

    language: str
    contents: bool = False
    head: bool = False


def shape(root: Node) -> Element:
    """The tag tree of a page.

    Args:
        root: the element `html`.

    Returns:
        The element `Document`; every element below it holds words or a picture, but for empty cells of a table.
    """
    language = root.attributes.get("lang", "")
    document = Element("Document", _paragraphs(_Shaper().kids(root, _Around(language))), language=language or None)
    return _without_empty(document)


class _Shaper:
    """Walks the elements in reading order, and knows the headings passed."""

    def __init__(self) -> None:
        self._open_ranks: list[int] = []
        self._notes = 0

    def kids(self, node: Node, around: _Around) -> Kids:
        """What an element holds, with all of it shaped."""
        return tuple(shaped for kid in node.kids for shaped in self._shaped(kid, around))

    def _shaped(self, kid: Node | Kid, around: _Around) -> Iterator[Kid]:
        if not isinstance(kid, Node):
            yield kid
            return
        own = _inside(kid, around)
        role = self._heading(kid) or structure_type(kid)
        kids = self.kids(kid, own)
        language = own.language if own.language != around.language else None
        if role is not None:
            yield self._element(kid, role, kids, replace(own, head=around.head), language)
        elif kid.name in WITHIN_LINES:
            yield from [Element("Span", kids, language=language)] if language else kids
        else:
            yield from _in_language(_paragraphs(kids), language)

    def _heading(self, node: Node) -> str | None:
        """A heading is one rank below the heading that it stands under, whatever number the page gives it."""
        rank = heading_rank(node)
        if rank is None:
            return None
        while self._open_ranks and self._open_ranks[-1] >= rank:
            self._open_ranks.pop()
        self._open_ranks.append(rank)
        return f"H{len(self._open_ranks)}"

    def _element(self, node: Node, role: str, kids: Kids, around: _Around, language: str | None) -> Kid:
        shaper = CONTENT.get(role)
        kids = _paragraphs(kids) if node.name in GROUPS else kids
        kids = shaper(kids) if shaper else kids
        element = Element(role, kids, language=language, words=node.words, bounds=node.bounds)
        if role in CELLS:
            return _cell(element, node, around)
        if role == "L":
            return _contents(element) if around.contents else _numbered(element, node)
        if role == "Figure":
            return replace(element, alt=node.attributes.get("alt") or node.attributes.get("title"))
        if role == "Note":
            self._notes += 1
            return replace(element, identifier=f"note-{self._notes}")
        return element


def _inside(node: Node, around: _Around) -> _Around:
    return _Around(
        language=node.attributes.get("lang") or around.language,
        contents=around.contents or node.attributes.get("role") == CONTENTS,
        head=around.head or node.name == "thead",
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


def _items(kids: Kids) -> Kids:
    """The items of a list: labels and bodies that stand loose (`dt`, `dd`) are put together."""
    items: list[Element] = []
    for kid in kids:
        if isinstance(kid, Element) and kid.role in ("LI", "L", "Caption"):
            items.append(kid)
        elif isinstance(kid, Element) and kid.role == "Lbl":
            items.append(Element("LI", (kid,)))
        else:
            body = kid if isinstance(kid, Element) and kid.role == "LBody" else Element("LBody", (kid,))
            is_open = bool(items) and items[-1].role == "LI" and not _has(items[-1], "LBody")
            last = items.pop() if is_open else Element("LI")
            items.append(replace(last, kids=(*last.kids, body)))
    return tuple(items)


def _item(kids: Kids) -> Kids:
    """The label and the body of an item."""
    labels = tuple(kid for kid in kids if isinstance(kid, Element) and kid.role == "Lbl")
    body = tuple(kid for kid in kids if not (isinstance(kid, Element) and kid.role == "Lbl"))
    return (*labels, Element("LBody", body))


def _table(kids: Kids) -> Kids:
    """The caption, the head, the body and the foot, in that order (ISO 32000-1, table 337); a head alone is a body."""
    parts = [kid for kid in kids if isinstance(kid, Element) and kid.role in TABLE_ORDER]
    if not any(part.role in ("TBody", "TR") for part in parts):
        parts = [replace(part, role="TBody") if part.role == "THead" else part for part in parts]
    return tuple(sorted(parts, key=lambda part: TABLE_ORDER[part.role]))


def _row(kids: Kids) -> Kids:
    return tuple(kid for kid in kids if isinstance(kid, Element) and kid.role in CELLS)


def _group(kids: Kids) -> Kids:
    return tuple(kid for kid in kids if isinstance(kid, Element) and kid.role == "TR")


CONTENT: Mapping[str, Callable[[Kids], Kids]] = {
    "L": _items,
    "LI": _item,
    "Table": _table,
    "THead": _group,
    "TBody": _group,
    "TFoot": _group,
    "TR": _row,
    "Index": _paragraphs,
}
"""How the children of a structure type are put in order."""


def _cell(element: Element, node: Node, around: _Around) -> Element:
    """A cell with what a reader needs to find its headers (ISO 14289-1, 7.5)."""
    attributes = node.attributes
    scope = SCOPES.get(attributes.get("scope", ""), "Column" if around.head else "Row")
    return replace(
        element,
        scope=scope if element.role == "TH" else None,
        identifier=attributes.get("id") if element.role == "TH" else None,
        headers=tuple(attributes.get("headers", "").split()),
        columns=_span(attributes.get("colspan")),
        rows=_span(attributes.get("rowspan")),
    )


def _span(written: str | None) -> int:
    return int(written) if written and written.isdecimal() and int(written) else 1


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
    kids = (_without_empty(kid) if isinstance(kid, Element) else kid for kid in element.kids if _says_something(kid))
    return replace(element, kids=tuple(kids))


def _says_something(kid: Kid) -> bool:
    """Whether an element holds words; a cell and a row keep their place in a table that does."""
    return not isinstance(kid, Element) or kid.role in CELLS or kid.role == "TR" or has_marks(kid)
