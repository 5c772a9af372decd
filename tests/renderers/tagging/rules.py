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


Stream = tuple[int, int]
"""The object of a page or of a form that is drawn on one."""


@dataclass(frozen=True)
class Owned:
    """What an element of the tree owns: its words by content stream and number, its links."""

    element: pikepdf.Object
    marks: tuple[tuple[Stream, int], ...]
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
    for element in elements(file):
        marks, links = [], []
        for kid in kids(element):
            if isinstance(kid, int):
                marks.append((element.Pg.objgen, kid))
            elif kid.get("/Type") == "/MCR":
                marks.append((kid.get("/Stm", kid.Pg).objgen, int(kid.MCID)))
            elif kid.get("/Type") == "/OBJR":
                links.append(kid.Obj)
        yield Owned(element, tuple(marks), tuple(links))


def _of_content(file: pikepdf.Pdf, owned: list[Owned]) -> Iterator[str]:
    """Each painted thing is an artifact or owned by one element, which the parent tree names."""
    owners: dict[tuple[Stream, int], pikepdf.Object] = {}
    for one in owned:
        for mark in one.marks:
            if mark in owners:
                yield f"{mark} has two owners"
            owners[mark] = one.element
    parents = dict(_parent_tree(file))
    for stream in [each for page in file.pages for each in (page.obj, *_forms(page.obj))]:
        found = list(_marked(stream))
        yield from (str(one) for one in found if isinstance(one, str))
        numbers = [one for one in found if isinstance(one, int)]
        if set(numbers) != {mcid for at, mcid in owners if at == stream.objgen}:
            yield f"{stream.objgen}: words without owner, or owners without words"
        for mcid in numbers:
            if parents[int(stream.StructParents)][mcid].objgen != owners[stream.objgen, mcid].objgen:
                yield f"{stream.objgen}, {mcid}: the parent tree names another owner"


def _forms(holder: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The forms with tags that a page draws, and those inside them."""
    drawn = [str(operands[0]) for operands, operator in pikepdf.parse_content_stream(holder) if str(operator) == "Do"]
    for name in drawn:
        form = holder.Resources.XObject[name]
        if form.Subtype == pikepdf.Name.Form and "/StructParents" in form:
            yield form
            yield from _forms(form)


def _parent_tree(file: pikepdf.Pdf) -> Iterator[tuple[int, pikepdf.Object]]:
    numbers = file.Root.StructTreeRoot.ParentTree.Nums
    for place in range(0, len(numbers), 2):
        yield int(numbers[place]), numbers[place + 1]


def _marked(stream: pikepdf.Object) -> Iterator[int | str]:
    """The numbers of the marked sequences of a page or a form, and what is wrong with its content."""
    open_sequences: list[str] = []
    for operands, operator in pikepdf.parse_content_stream(stream):
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
        elif name in PAINTING and not open_sequences and not _draws_tags(stream, name, operands):
            yield f"{name} paints something without a mark"


def _draws_tags(stream: pikepdf.Object, operator: str, operands: object) -> bool:
    """Whether a form is drawn whose own content is marked."""
    return operator == "Do" and "/StructParents" in stream.Resources.XObject[str(operands[0])]


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
