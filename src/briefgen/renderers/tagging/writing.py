"""Writes a tag tree into a PDF (ISO 32000-1, 14.7; ISO 14289-1, 7)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TypeAlias

import pikepdf

from .content import Annotation, Mark
from .elements import Element, Kid

BEGIN = pikepdf.Operator("BDC")
APART = [pikepdf.Name.Artifact, pikepdf.Dictionary(Type=pikepdf.Name.Layout)]
"""What begins an artifact (ISO 32000-1, 14.8.2.2.2)."""

LONGEST_TEXT = 10_000
"""In characters; a string of a PDF has at most 32,767 bytes (ISO 19005-3, 6.1.13)."""

PRINT = 4
"""The flag of an annotation that is printed (ISO 32000-1, table 165)."""


Place: TypeAlias = tuple[int, tuple[str, ...]]
"""A content stream: the number of its page, and the names of the forms that lead to it."""


def write_tags(file: pikepdf.Pdf, tree: Element, left_out: Collection[Mark] = ()) -> None:
    """Give a file its tag tree.

    Annotations that the tree does not hold are taken away.

    Args:
        file: with marked content and without tags; is changed.
        tree: the element `Document`.
        left_out: marked content that the tree does not own; becomes an artifact.
    """
    writer = _Writer(file)
    for place, marks in _by_place(left_out).items():
        _set_apart(file, writer.stream(place), {mark.mcid for mark in marks})
    root = file.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))
    root.K = pikepdf.Array([writer.element(tree, root)])
    writer.place_annotations()
    root.ParentTree = writer.parent_tree()
    root.ParentTreeNextKey = writer.next_key
    if writer.identified:
        root.IDTree = _name_tree(writer.identified)
    file.Root.StructTreeRoot = root
    file.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
    file.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    if tree.language:
        file.Root.Lang = pikepdf.String(tree.language)


class _Writer:
    """Makes structure elements, and keeps which of them owns what on each page."""

    def __init__(self, file: pikepdf.Pdf) -> None:
        self._file = file
        self._pages = [page.obj for page in file.pages]
        self._owners: dict[Place, dict[int, pikepdf.Object]] = {(number, ()): {} for number in range(len(self._pages))}
        self._links: list[dict[int, tuple[pikepdf.Object, Element]]] = [{} for _ in self._pages]
        self._link_owners: list[pikepdf.Object] = []
        self.identified: dict[str, pikepdf.Object] = {}

    @property
    def next_key(self) -> int:
        """The next free key of the parent tree: pages come first, then forms, then links."""
        return len(self._owners) + len(self._link_owners)

    def stream(self, place: Place) -> pikepdf.Object:
        """A page or a form."""
        page, form = place
        found: pikepdf.Object = self._pages[page]
        for name in form:
            found = found.Resources.XObject[f"/{name}"]
        return found

    def element(self, element: Element, parent: pikepdf.Object) -> pikepdf.Object:
        """A structure element with everything below it."""
        made = self._file.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name(f"/{element.role}"), P=parent)
        )
        page = next((kid.page for kid in element.kids if isinstance(kid, Mark) and not kid.form), None)
        if page is not None:
            made.Pg = self._pages[page]
        kids = [self._kid(kid, page, made, element) for kid in element.kids]
        if kids:
            made.K = kids[0] if len(kids) == 1 else pikepdf.Array(kids)
        self._describe(made, element)
        return made

    def _kid(self, kid: Kid, page: int | None, made: pikepdf.Object, element: Element) -> pikepdf.Object | int:
        if isinstance(kid, Element):
            return self.element(kid, made)
        if isinstance(kid, Annotation):
            self._links[kid.page][kid.index] = (made, element)
            annotation = self._pages[kid.page].Annots[kid.index]
            return pikepdf.Dictionary(Type=pikepdf.Name.OBJR, Obj=annotation, Pg=self._pages[kid.page])
        self._owners.setdefault((kid.page, kid.form), {})[kid.mcid] = made
        if kid.page == page and not kid.form:
            return kid.mcid
        reference = pikepdf.Dictionary(Type=pikepdf.Name.MCR, Pg=self._pages[kid.page], MCID=kid.mcid)
        if kid.form:
            reference.Stm = self.stream((kid.page, kid.form))
        return reference

    def _describe(self, made: pikepdf.Object, element: Element) -> None:
        if element.language:
            made.Lang = pikepdf.String(element.language)
        if element.alt:
            made.Alt = _string(element.alt)
        if element.identifier:
            made.ID = pikepdf.String(element.identifier)
            self.identified[element.identifier] = made
        attributes = _attributes(element)
        if attributes is not None:
            made.A = attributes

    def place_annotations(self) -> None:
        """Tie each link to its element and describe it; links without words are taken away."""
        for page, links in zip(self._pages, self._links, strict=True):
            if "/Annots" not in page:
                continue
            annotations = list(page.Annots)
            for index, (owner, element) in sorted(links.items()):
                annotation = annotations[index]
                annotation.StructParent = self.next_key
                annotation.Contents = _string(element.words or _address(annotation))
                annotation.F = PRINT
                annotation.Rect = _upright(annotation.Rect)
                self._link_owners.append(owner)
            kept = [annotation for index, annotation in enumerate(annotations) if index in links]
            page.Annots = pikepdf.Array(kept)
            page.Tabs = pikepdf.Name.S

    def parent_tree(self) -> pikepdf.Object:
        """From the content of each page and form and from each link to its element (ISO 32000-1, 14.7.4.4)."""
        numbers: list[object] = []
        for key, (place, owners) in enumerate(self._owners.items()):
            self.stream(place).StructParents = key
            numbers += [key, pikepdf.Array([owners.get(mcid) for mcid in range(max(owners, default=-1) + 1)])]
        for key, owner in enumerate(self._link_owners, len(self._owners)):
            numbers += [key, owner]
        return self._file.make_indirect(pikepdf.Dictionary(Nums=pikepdf.Array(numbers)))


def _by_place(marks: Iterable[Mark]) -> Mapping[Place, list[Mark]]:
    found: dict[Place, list[Mark]] = {}
    for mark in marks:
        found.setdefault((mark.page, mark.form), []).append(mark)
    return found


def _set_apart(file: pikepdf.Pdf, stream: pikepdf.Object, mcids: Collection[int]) -> None:
    """Make artifacts of marked sequences of a content stream."""
    instructions = []
    for instruction in pikepdf.parse_content_stream(stream):
        operands = instruction.operands
        properties = operands[1] if instruction.operator == BEGIN and len(operands) > 1 else None
        is_left_out = isinstance(properties, pikepdf.Dictionary) and properties.get("/MCID") in mcids
        instructions.append(pikepdf.ContentStreamInstruction(APART, BEGIN) if is_left_out else instruction)
    content = pikepdf.unparse_content_stream(instructions)
    if isinstance(stream, pikepdf.Stream):
        stream.write(content)
    else:
        stream.Contents = file.make_stream(content)


def _string(text: str) -> pikepdf.String:
    shown = "".join(character for character in text if character.isprintable() or character.isspace())
    return pikepdf.String(shown if len(shown) <= LONGEST_TEXT else shown[: LONGEST_TEXT - 1] + "…")


def _upright(corners: pikepdf.Object) -> pikepdf.Array:
    """A rectangle from its lower left to its upper right corner (ISO 32000-1, 7.9.5)."""
    left, bottom, right, top = corners
    return pikepdf.Array([min(left, right), min(bottom, top), max(left, right), max(bottom, top)])


def _address(annotation: pikepdf.Object) -> str:
    """Where a link without words goes."""
    return str(annotation.A.URI) if "/A" in annotation else str(annotation.get("/Dest", ""))


def _attributes(element: Element) -> pikepdf.Object | None:
    """The attributes of a table cell, of a list or of a picture (ISO 32000-1, 14.8.5)."""
    if element.bounds and element.role == "Figure":
        return pikepdf.Dictionary(O=pikepdf.Name.Layout, BBox=pikepdf.Array(element.bounds))
    if element.numbering:
        return pikepdf.Dictionary(O=pikepdf.Name.List, ListNumbering=pikepdf.Name(f"/{element.numbering}"))
    table: dict[str, object] = {}
    if element.scope:
        table["/Scope"] = pikepdf.Name(f"/{element.scope}")
    if element.headers:
        table["/Headers"] = pikepdf.Array(pikepdf.String(header) for header in element.headers)
    if element.columns > 1:
        table["/ColSpan"] = element.columns
    if element.rows > 1:
        table["/RowSpan"] = element.rows
    return pikepdf.Dictionary({"/O": pikepdf.Name.Table, **table}) if table else None


def _name_tree(values: Mapping[str, pikepdf.Object]) -> pikepdf.Object:
    names: Iterable[object] = (part for name in sorted(values) for part in (pikepdf.String(name), values[name]))
    return pikepdf.Dictionary(Names=pikepdf.Array(names))
