"""The structure tree: what the content of a file is, in its logical order (ISO 32000-1, 14.7).

The tree is read into a flat list in its order. Elements know their parent and their kids by their place in the list.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import pikepdf

from .objects import DIRECT, Identity, entry, identity, integer, items, keys, leaves, name, number, text

STANDARD_TYPES = frozenset({
    # grouping (14.8.4.2)
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private",
    # blocks (14.8.4.3)
    "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody",
    "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot",
    # inline (14.8.4.4) and illustrations (14.8.4.5)
    "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot",
    "Ruby", "Warichu", "RB", "RT", "RP", "WT", "WP", "Figure", "Formula", "Form",
})  # fmt: skip
"""The structure types that every reader knows."""

MOST_ELEMENTS = 2_000_000
"""A tree with more elements is not read further; a pack of 600 pages has some 90,000."""


@dataclass(frozen=True, slots=True)
class Content:
    """A marked-content sequence that an element holds: the page, the form (or `DIRECT`), and its identifier."""

    page: int | None
    stream: Identity
    mcid: int


@dataclass(frozen=True, slots=True)
class ObjectKid:
    """An object that an element holds, such as the annotation of a link."""

    page: int | None
    object: Identity


@dataclass(frozen=True, slots=True)
class Element:
    """One structure element.

    Attributes:
        index: its place in the order of the tree.
        identity: its object in the file.
        parent: index of its parent; `None` at the top.
        parent_named: whether it names an object as its parent, and that is the one that holds it.
        type: as the file names it; `role` is the standard type that it stands for.
        kids: elements by their index, content and objects, in their order.
        page: number of the page it begins on as it says itself, from 0.
        header_ids: of the header cells of a table cell.
        unknown_kids: kids that are nothing that a tree can hold.
    """

    index: int
    identity: Identity
    parent: int | None
    parent_named: bool
    type: str
    role: str
    kids: tuple[int | Content | ObjectKid, ...]
    page: int | None = None
    alt: str | None = None
    actual_text: str | None = None
    language: str | None = None
    id: str | None = None
    box: tuple[float, ...] = ()
    scope: str = ""
    header_ids: tuple[str, ...] = ()
    row_span: int = 1
    column_span: int = 1
    list_numbering: str = ""
    unknown_kids: int = 0


@dataclass(frozen=True)
class StructureTree:
    """The structure of a file.

    Attributes:
        elements: in the order of the tree, parents before their kids.
        role_map: types of the file and what it says that they stand for.
        parent_tree: by key, the elements of the sequences of a page in the order of their identifiers.
        parent_of_object: by key, the element that holds an annotation or a form.
        shared: how many kids were found at a second place in the tree.
        in_order: whether the keys of the parent tree stand in their order, in which readers look for them (7.9.7).
        next_key: the first key of it that is said to be free; `None` when that is not said.
    """

    elements: tuple[Element, ...]
    role_map: Mapping[str, str]
    parent_tree: Mapping[int, tuple[Identity, ...]]
    parent_of_object: Mapping[int, Identity]
    shared: int = 0
    in_order: bool = True
    next_key: int | None = None

    def children(self, element: Element) -> Iterator[Element]:
        """The elements that an element holds, in their order.

        A `NonStruct` means nothing itself (14.8.4.2): what it holds counts as held by the element around it.
        """
        for kid in element.kids:
            if isinstance(kid, int) and self.elements[kid].role == "NonStruct":
                yield from self.children(self.elements[kid])
            elif isinstance(kid, int):
                yield self.elements[kid]

    def parent(self, element: Element) -> Element | None:
        """The element that holds an element, past those that mean nothing; none at the top."""
        above = element.parent
        while above is not None and self.elements[above].role == "NonStruct":
            above = self.elements[above].parent
        return None if above is None else self.elements[above]

    def ancestors(self, element: Element) -> Iterator[Element]:
        """The elements around an element, from the inside out."""
        above = self.parent(element)
        while above is not None:
            yield above
            above = self.parent(above)

    def end(self, element: Element) -> int:
        """The index after the last element inside an element."""
        return self._ends[element.index]

    def inside(self, element: Element) -> tuple[Element, ...]:
        """The element and all elements in it, in the order of the tree."""
        return self.elements[element.index : self.end(element)]

    def of_role(self, *roles: str) -> Iterator[Element]:
        """The elements of some roles, in the order of the tree."""
        return (element for element in self.elements if element.role in roles)

    def contents(self, element: Element) -> Iterator[Content]:
        """The marked content in an element and in the elements in it, in the logical order."""
        waiting: list[int | Content | ObjectKid] = [element.index]
        while waiting:
            kid = waiting.pop()
            if isinstance(kid, int):
                waiting.extend(reversed(self.elements[kid].kids))
            elif isinstance(kid, Content):
                yield kid

    @cached_property
    def owner_of_content(self) -> Mapping[tuple[int | None, Identity, int], Element]:
        """The element that holds a sequence, by page, form and identifier."""
        return {
            (kid.page, kid.stream, kid.mcid): element
            for element in self.elements
            for kid in element.kids
            if isinstance(kid, Content)
        }

    @cached_property
    def owner_of_object(self) -> Mapping[Identity, Element]:
        """The element that holds an object such as an annotation."""
        return {kid.object: element for element in self.elements for kid in element.kids if isinstance(kid, ObjectKid)}

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        """By index, the index after the last element inside; kids follow their parents, so it is found backwards."""
        ends = [element.index + 1 for element in self.elements]
        for element in reversed(self.elements):
            if element.parent is not None:
                ends[element.parent] = max(ends[element.parent], ends[element.index])
        return tuple(ends)


EMPTY_TREE = StructureTree((), {}, {}, {})


def read_structure(root: object, page_of: Mapping[Identity, int]) -> StructureTree:
    """The structure tree of a file; one without elements when it has none.

    Args:
        root: the `/StructTreeRoot` of the catalog.
        page_of: the numbers of the pages, from 0, by their object.
    """
    if not isinstance(root, pikepdf.Dictionary):
        return EMPTY_TREE
    role_map = {key[1:]: name(entry(entry(root, "/RoleMap"), key)) for key in sorted(keys(entry(root, "/RoleMap")))}
    elements, shared = _Reader(page_of, role_map).read(root)
    pages, objects = _parent_tree(entry(root, "/ParentTree"))
    numbers = [integer(key) or 0 for key, _ in leaves(entry(root, "/ParentTree"), "/Nums")]
    return StructureTree(
        elements=elements,
        role_map=role_map,
        parent_tree=pages,
        parent_of_object=objects,
        shared=shared,
        in_order=numbers == sorted(set(numbers)),
        next_key=integer(entry(root, "/ParentTreeNextKey")),
    )


def standard_role(kind: str, role_map: Mapping[str, str]) -> str:
    """The standard type that a type stands for; the type itself when it leads to none (14.7.3)."""
    met, role = {kind}, kind
    while role not in STANDARD_TYPES and role in role_map:
        role = role_map[role]
        if role in met:
            return kind
        met.add(role)
    return role


def _parent_tree(root: object) -> tuple[dict[int, tuple[Identity, ...]], dict[int, Identity]]:
    """The two kinds of entries of a parent tree (14.7.4.4): of the content of pages and forms, and of objects."""
    pages: dict[int, tuple[Identity, ...]] = {}
    objects: dict[int, Identity] = {}
    for key, value in leaves(root, "/Nums"):
        number_ = integer(key)
        if number_ is None:
            continue
        if isinstance(value, pikepdf.Array):
            pages[number_] = tuple(identity(each) for each in value)
        else:
            objects[number_] = identity(value)
    return pages, objects


@dataclass
class _Draft:
    """An element that is still being read."""

    source: pikepdf.Object
    parent: int | None
    page: int | None
    named: bool
    kids: list[int | Content | ObjectKid]
    unknown: int = 0


class _Reader:
    """Reads a tree without recursion: one that is deep or turns back on itself ends all the same."""

    def __init__(self, page_of: Mapping[Identity, int], role_map: Mapping[str, str]) -> None:
        self.page_of = page_of
        self.role_map = role_map
        self.roles: dict[str, str] = {}
        self.drafts: list[_Draft] = []
        self.met: set[Identity] = {DIRECT}
        self.shared = 0

    def read(self, root: pikepdf.Object) -> tuple[tuple[Element, ...], int]:
        waiting: list[tuple[object, int | None]] = [(kid, None) for kid in reversed(items(entry(root, "/K")))]
        while waiting and len(self.drafts) < MOST_ELEMENTS:
            kid, parent = waiting.pop()
            index = self._place(kid, parent, root)
            if index is not None:
                waiting.extend((each, index) for each in reversed(items(entry(kid, "/K"))))
        return tuple(self._element(index, draft) for index, draft in enumerate(self.drafts)), self.shared

    def _place(self, kid: object, parent: int | None, root: pikepdf.Object) -> int | None:
        """Put a kid into its parent; the index that it has when it is an element."""
        above = None if parent is None else self.drafts[parent]
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            return self._draft(kid, parent, root)
        content = self._content(kid, above.page if above else None)
        if above is not None and content is not None:
            above.kids.append(content)
        elif above is not None:
            above.unknown += 1
        return None

    def _draft(self, kid: pikepdf.Dictionary, parent: int | None, root: pikepdf.Object) -> int | None:
        if identity(kid) in self.met:
            self.shared += identity(kid) != DIRECT
            if identity(kid) != DIRECT:
                return None
        self.met.add(identity(kid))
        above = None if parent is None else self.drafts[parent]
        page = self.page_of.get(identity(entry(kid, "/Pg")), above.page if above and "/Pg" not in kid else None)
        holder = above.source if above else root
        named = identity(entry(kid, "/P")) == identity(holder) != DIRECT
        index = len(self.drafts)
        self.drafts.append(_Draft(kid, parent, page, named, []))
        if above is not None:
            above.kids.append(index)
        return index

    def _content(self, kid: object, page: int | None) -> Content | ObjectKid | None:
        """A kid that is content: an identifier, or a reference to content or to an object (14.7.4)."""
        mcid = integer(kid)
        if mcid is not None:
            return Content(page, DIRECT, mcid)
        page = self.page_of.get(identity(entry(kid, "/Pg")), page)
        mcid = integer(entry(kid, "/MCID"))
        if mcid is not None:
            return Content(page, identity(entry(kid, "/Stm")), mcid)
        if isinstance(entry(kid, "/Obj"), pikepdf.Object):
            return ObjectKid(page, identity(entry(kid, "/Obj")))
        return None

    def _element(self, index: int, draft: _Draft) -> Element:
        source = dict(draft.source.items())
        kind = name(source["/S"])
        if kind not in self.roles:
            self.roles[kind] = standard_role(kind, self.role_map)
        attributes = _attributes(source.get("/A"))
        return Element(
            index=index,
            identity=identity(draft.source),
            parent=draft.parent,
            parent_named=draft.named,
            type=kind,
            role=self.roles[kind],
            kids=tuple(draft.kids),
            page=draft.page,
            alt=text(source.get("/Alt")),
            actual_text=text(source.get("/ActualText")),
            language=text(source.get("/Lang")),
            id=text(source.get("/ID")),
            box=tuple(number(value) or 0 for value in items(attributes.get("/BBox"))),
            scope=name(attributes.get("/Scope")),
            header_ids=tuple(text(value) or "" for value in items(attributes.get("/Headers"))),
            row_span=_span(attributes.get("/RowSpan")),
            column_span=_span(attributes.get("/ColSpan")),
            list_numbering=name(attributes.get("/ListNumbering")),
            unknown_kids=draft.unknown,
        )


def _span(value: object) -> int:
    """Over how many rows or columns a cell runs, as the file says it; one when it does not."""
    written = integer(value)
    return 1 if written is None else written


def _attributes(value: object) -> dict[str, object]:
    """The attributes of an element, of all owners together (14.7.5)."""
    found: dict[str, object] = {}
    for each in items(value):
        if isinstance(each, pikepdf.Dictionary):
            found |= dict(each.items())
    return found
