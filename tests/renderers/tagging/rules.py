"""What a tagged PDF must keep, checked by other code than that which makes it (ISO 14289-1, 7; ISO 32000-1, 14.7)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

PAINTING = frozenset({"Tj", "TJ", "'", '"', "f", "f*", "F", "S", "s", "B", "B*", "b", "b*", "Do", "sh", "INLINE IMAGE"})

ALLOWED = {
    "Table": {"Caption", "THead", "TBody", "TFoot", "TR"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
    "TOC": {"TOCI", "TOC", "Caption"},
    "TOCI": {"Lbl", "Reference", "NonStruct", "P", "TOC"},
}
"""What elements may hold (ISO 32000-1, 14.8.4.3)."""

PARENTS = {
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "LI": {"L"},
    "LBody": {"LI"},
    "TOCI": {"TOC"},
}
"""Where elements may stand."""


@dataclass(frozen=True)
class Owned:
    """What an element of the tree owns: its words by page and number, its links."""

    element: pikepdf.Object
    marks: tuple[tuple[int, int], ...]
    links: tuple[pikepdf.Object, ...]


def faults(content: bytes) -> list[str]:
    """Every rule that a file breaks, in words."""
    with pikepdf.open(io.BytesIO(content)) as file:
        owned = list(_owned(file))
        return [*_of_content(file, owned), *_of_tree(file), *_of_links(file, owned), *_of_headings(file)]


def elements(file: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """The elements of the tree in reading order."""
    root = file.Root.StructTreeRoot
    yield from _below(root)


def kids(element: pikepdf.Object) -> list[pikepdf.Object | int]:
    """What an element holds, as a list."""
    held = element.get("/K")
    if held is None:
        return []
    return list(held) if isinstance(held, pikepdf.Array) else [held]


def role(element: pikepdf.Object) -> str:
    """The structure type of an element; that of the root is empty."""
    return str(element.get("/S", "/"))[1:]


def _is_element(kid: object) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and "/S" in kid


def _below(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for kid in kids(element):
        if _is_element(kid):
            yield kid
            yield from _below(kid)


def _owned(file: pikepdf.Pdf) -> Iterator[Owned]:
    page_of = {page.objgen: number for number, page in enumerate(file.pages)}
    for element in elements(file):
        marks, links = [], []
        for kid in kids(element):
            if isinstance(kid, int):
                marks.append((page_of[element.Pg.objgen], kid))
            elif kid.get("/Type") == "/MCR":
                marks.append((page_of[kid.Pg.objgen], int(kid.MCID)))
            elif kid.get("/Type") == "/OBJR":
                links.append(kid.Obj)
        yield Owned(element, tuple(marks), tuple(links))


def _of_content(file: pikepdf.Pdf, owned: list[Owned]) -> Iterator[str]:
    """Each painted thing is an artifact or owned by one element, which the parent tree names."""
    owners: dict[tuple[int, int], pikepdf.Object] = {}
    for one in owned:
        for mark in one.marks:
            if mark in owners:
                yield f"{mark} has two owners"
            owners[mark] = one.element
    parents = dict(_parent_tree(file))
    for number, page in enumerate(file.pages):
        found = list(_marked(page))
        yield from (str(one) for one in found if isinstance(one, str))
        numbers = [one for one in found if isinstance(one, int)]
        if set(numbers) != {mcid for at, mcid in owners if at == number}:
            yield f"page {number}: words without owner, or owners without words"
        entries = parents[int(page.StructParents)]
        for mcid in numbers:
            if entries[mcid].objgen != owners[number, mcid].objgen:
                yield f"page {number}, {mcid}: the parent tree names another owner"


def _parent_tree(file: pikepdf.Pdf) -> Iterator[tuple[int, pikepdf.Object]]:
    numbers = file.Root.StructTreeRoot.ParentTree.Nums
    for place in range(0, len(numbers), 2):
        yield int(numbers[place]), numbers[place + 1]


def _marked(page: pikepdf.Page) -> Iterator[int | str]:
    """The numbers of the marked sequences of a page, and what is wrong with its content."""
    open_sequences: list[str] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BDC", "BMC"):
            tag = str(operands[0])
            if open_sequences:
                yield f"{tag} inside {open_sequences[-1]}"
            open_sequences.append(tag)
            if name == "BDC" and "/MCID" in operands[1]:
                yield int(operands[1].MCID)
        elif name == "EMC":
            open_sequences.pop()
        elif name in PAINTING and not open_sequences:
            yield f"{name} paints something without a mark"


def _of_tree(file: pikepdf.Pdf) -> Iterator[str]:
    """Elements know their parent, stand where they may, and hold something."""
    for parent in [file.Root.StructTreeRoot, *elements(file)]:
        for kid in filter(_is_element, kids(parent)):
            if kid.P.objgen != parent.objgen:
                yield f"{role(kid)} does not know its parent"
            if role(parent) in ALLOWED and role(kid) not in ALLOWED[role(parent)]:
                yield f"{role(kid)} in {role(parent)}"
            if role(kid) in PARENTS and role(parent) not in PARENTS[role(kid)]:
                yield f"{role(kid)} in {role(parent)}"
            if not kids(kid) and role(kid) not in ("TD", "TH"):
                yield f"{role(kid)} is empty"
            if role(kid) == "TH" and "/Scope" not in kid.A:
                yield "TH without scope"
            if role(kid) == "Note" and "/ID" not in kid:
                yield "Note without an identifier"


def _of_links(file: pikepdf.Pdf, owned: list[Owned]) -> Iterator[str]:
    parents = dict(_parent_tree(file))
    for one in owned:
        for link in one.links:
            if parents[int(link.StructParent)].objgen != one.element.objgen or role(one.element) != "Link":
                yield "a link is not that of its element"
    held = {link.objgen for one in owned for link in one.links}
    for page in file.pages:
        for link in page.get("/Annots", []):
            if link.objgen not in held:
                yield "a link is not in the tree"
            if not str(link.get("/Contents", "")):
                yield "a link is not described"


def _of_headings(file: pikepdf.Pdf) -> Iterator[str]:
    before = 0
    for name in map(role, elements(file)):
        if len(name) == 2 and name[0] == "H":
            if int(name[1]) > before + 1:
                yield f"{name} after H{before}"
            before = int(name[1])
