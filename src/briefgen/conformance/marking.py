"""Rules of what the pages show: all is tagged or an artifact, and the tags know it (ISO 14289-1, 7.1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from ..tagged import Content, Page, TaggedFile
from ..tagged.content import MarkingFault, Piece
from ..tagged.objects import DIRECT, Identity
from .finding import Fault, at, shortened

Find = Callable[[TaggedFile], Iterator[Fault]]


def untagged_content(file: TaggedFile) -> Iterator[Fault]:
    """Something on a page that is neither tagged nor an artifact."""
    yield from _pages_with(file, lambda _page, piece: piece.mark.mcid is None)


def unowned_content(file: TaggedFile) -> Iterator[Fault]:
    """Something on a page that says it is tagged, and no element holds it."""
    owners = file.tree.owner_of_content
    yield from _pages_with(
        file,
        lambda page, piece: (
            piece.mark.mcid is not None and (page.number, piece.mark.stream, piece.mark.mcid) not in owners
        ),
    )


def _pages_with(file: TaggedFile, wrong: Callable[[Page, Piece], bool]) -> Iterator[Fault]:
    """One fault a page that shows something wrong, with how much and the first words."""
    for page in file.pages:
        found = [piece for piece in page.content.pieces if piece.mark.artifact is None and wrong(page, piece)]
        if found:
            words = next((piece.text for piece in found if piece.text.strip()), "")
            place = f"«{shortened(words.strip())}»" if words else found[0].kind
            yield Fault(page.number, place, {"count": str(len(found))})


def marks(kind: MarkingFault) -> Find:
    """The rule that finds one kind of fault in the marks of the pages."""

    def find(file: TaggedFile) -> Iterator[Fault]:
        for page in file.pages:
            for found, mcid in page.content.faults:
                if found == kind:
                    yield Fault(page.number, f"MCID {mcid}" if mcid else "")

    return find


def missing_content(file: TaggedFile) -> Iterator[Fault]:
    """An element that holds content which its page does not have."""
    known = {(page.number, *sequence) for page in file.pages for sequence in page.content.sequences}
    for element in file.tree.elements:
        for kid in element.kids:
            if isinstance(kid, Content) and (kid.page, kid.stream, kid.mcid) not in known:
                yield at(file, element, mcid=str(kid.mcid))


def shared_content(file: TaggedFile) -> Iterator[Fault]:
    """Content that two elements hold."""
    holders = Counter(
        (kid.page, kid.stream, kid.mcid)
        for element in file.tree.elements
        for kid in element.kids
        if isinstance(kid, Content)
    )
    for (page, _, mcid), count in holders.items():
        if count > 1:
            yield Fault(page, f"MCID {mcid}", {"count": str(count)})


def parents_of_content(file: TaggedFile) -> Iterator[Fault]:
    """Content whose element is not the one that the parent tree names."""
    for (page, stream, mcid), element in file.tree.owner_of_content.items():
        key = _key(file, page, stream)
        known = file.tree.parent_tree.get(key, ()) if key is not None else ()
        if mcid >= len(known) or known[mcid] != element.identity:
            yield at(file, element, mcid=str(mcid))


def _key(file: TaggedFile, page: int | None, stream: Identity) -> int | None:
    """Key in the parent tree of the content of a page or a form."""
    if stream != DIRECT:
        return file.form_parents.get(stream)
    return file.pages[page].struct_parents if page is not None else None


def stale_parents(file: TaggedFile) -> Iterator[Fault]:
    """An entry of the parent tree for content or an object that is not there."""
    tree = file.tree
    pages = {page.struct_parents: page for page in file.pages}
    forms = set(file.form_parents.values())
    links = {annotation.struct_parent for page in file.pages for annotation in page.annotations}
    for key, elements in tree.parent_tree.items():
        page = pages.get(key)
        known = {mcid for stream, mcid in page.content.sequences if stream == DIRECT} if page else set()
        stale = [mcid for mcid, element in enumerate(elements) if element != DIRECT and mcid not in known]
        if key not in forms and stale:
            yield Fault(page.number if page else None, details={"key": str(key), "count": str(len(stale))})
    for key, element in tree.parent_of_object.items():
        if element != DIRECT and key not in links and key not in forms:
            yield Fault(details={"key": str(key), "count": "1"})


def shared_keys(file: TaggedFile) -> Iterator[Fault]:
    """A key of the parent tree that two pages or annotations use."""
    used = Counter(
        key
        for page in file.pages
        for key in (page.struct_parents, *(annotation.struct_parent for annotation in page.annotations))
        if key is not None
    )
    for key, count in used.items():
        if count > 1:
            yield Fault(details={"key": str(key), "count": str(count)})


def unsorted_keys(file: TaggedFile) -> Iterator[Fault]:
    """A parent tree whose keys do not stand in their order, or that says that a used one is free."""
    tree = file.tree
    last = max([*tree.parent_tree, *tree.parent_of_object], default=-1)
    if not tree.in_order or (tree.next_key is not None and tree.next_key <= last):
        yield Fault()
