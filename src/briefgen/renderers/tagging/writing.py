"""Writes a tag tree into a PDF (ISO 32000-1, 14.7; ISO 14289-1, 7)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pikepdf

from .content import Annotation, Mark
from .elements import Element, Kid

PRINT = 4
"""The flag of an annotation that is printed (ISO 32000-1, table 165)."""


def write_tags(file: pikepdf.Pdf, tree: Element) -> None:
    """Give a file its tag tree; words that the tree does not own must be artifacts already.

    Annotations that the tree does not hold are taken away.

    Args:
        file: with marked content and without tags; is changed.
        tree: the element `Document`.
    """
    writer = _Writer(file)
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
        self._owners: list[dict[int, pikepdf.Object]] = [{} for _ in self._pages]
        self._links: list[dict[int, tuple[pikepdf.Object, Element]]] = [{} for _ in self._pages]
        self._link_owners: list[pikepdf.Object] = []
        self.identified: dict[str, pikepdf.Object] = {}

    @property
    def next_key(self) -> int:
        """The next free key of the parent tree: pages come first, then links."""
        return len(self._pages) + len(self._link_owners)

    def element(self, element: Element, parent: pikepdf.Object) -> pikepdf.Object:
        """A structure element with everything below it."""
        made = self._file.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name(f"/{element.role}"), P=parent)
        )
        page = next((kid.page for kid in element.kids if isinstance(kid, Mark)), None)
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
        self._owners[kid.page][kid.mcid] = made
        if kid.page == page:
            return kid.mcid
        return pikepdf.Dictionary(Type=pikepdf.Name.MCR, Pg=self._pages[kid.page], MCID=kid.mcid)

    def _describe(self, made: pikepdf.Object, element: Element) -> None:
        if element.language:
            made.Lang = pikepdf.String(element.language)
        if element.alt:
            made.Alt = pikepdf.String(element.alt)
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
                annotation.Contents = pikepdf.String(element.words or _address(annotation))
                annotation.F = PRINT
                self._link_owners.append(owner)
            kept = [annotation for index, annotation in enumerate(annotations) if index in links]
            page.Annots = pikepdf.Array(kept)
            page.Tabs = pikepdf.Name.S

    def parent_tree(self) -> pikepdf.Object:
        """From the content of each page and from each link to its element (ISO 32000-1, 14.7.4.4)."""
        numbers: list[object] = []
        for key, (page, owners) in enumerate(zip(self._pages, self._owners, strict=True)):
            page.StructParents = key
            page.Tabs = pikepdf.Name.S
            numbers += [key, pikepdf.Array([owners.get(mcid) for mcid in range(max(owners, default=-1) + 1)])]
        for key, owner in enumerate(self._link_owners, len(self._pages)):
            numbers += [key, owner]
        return self._file.make_indirect(pikepdf.Dictionary(Nums=pikepdf.Array(numbers)))


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
