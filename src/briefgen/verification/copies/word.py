"""Reads a Word file that was built, and perhaps edited and saved by other programs since (ECMA-376, part 1).

Tracked changes count as accepted; comments are no text of the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ...attestation import ATTESTATION_NAME
from ...errors import InputError
from ...ooxml import COMPATIBILITY, Element, w
from ...readers.word.package import Package, open_package
from .fields import Fields
from .model import Block, Copy, Place

# What is not printed: properties, what tracked changes took away, and the older form of a drawing.
UNPRINTED = frozenset(
    {*map(w, ("pPr", "rPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "del", "moveFrom"))}
)
FALLBACK = f"{{{COMPATIBILITY}}}Fallback"
SPACES = frozenset(map(w, ("tab", "ptab", "br", "cr")))
NOTE_REFERENCES = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}
EDGES = frozenset({"header", "footer"})

# Where custom XML stands in a Word file.
CUSTOM_XML = re.compile(r"customXml/item\d+\.xml")

ATTACHMENT = "{urn:briefgen:attachment}attachment"
"""The element that holds a file inside a Word file."""

LONGEST_TEXT = 5_000_000
"""Characters: more than fifteen hundred pages."""

Note = tuple[str, str]
"""A note by the kind of its part (`footnotes`) and its id."""


@dataclass(slots=True)
class _Open:
    """A block that is being read."""

    words: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)
    notes: list[Note] = field(default_factory=list)
    row: int = 0


@dataclass(slots=True)
class _Reading:
    """The state of reading one part: its blocks, and what is open in it."""

    blocks: list[_Open] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)
    waiting: set[str] = field(default_factory=set)
    near: set[str] = field(default_factory=set)
    bookmarks: dict[str, str] = field(default_factory=dict)
    marked: dict[str, list[Note]] = field(default_factory=dict)
    fields: Fields = field(default_factory=Fields)
    rows: int = 0
    in_rows: list[int] = field(default_factory=list)

    def read(self, parent: Element) -> None:
        """Everything under an element, in the order of the file."""
        for element in parent:
            if element.tag == w("p"):
                self._paragraph(element)
            elif element.tag == w("tr"):
                self._row(element)
            elif element.tag not in UNPRINTED and not _is_older_form(element):
                self._mark(element)
                self.read(element)
                if element.tag == w("fldSimple"):
                    self.fields.leave()

    def _paragraph(self, element: Element) -> None:
        block = _Open(anchors=self.waiting, row=self.in_rows[-1] if self.in_rows else 0)
        self.waiting = set()
        self.blocks.append(block)
        self.open.append(block)
        self.read(element)
        self.near = set()
        self.open.pop()

    def _row(self, element: Element) -> None:
        self.rows += 1
        self.in_rows.append(self.rows)
        self.read(element)
        self.in_rows.pop()

    def _mark(self, element: Element) -> None:
        """What one element prints, marks or leads to."""
        tag = str(element.tag)
        if tag == w("t"):
            self._print(element.text or "")
        elif tag in SPACES:
            self._print(" ")
        elif tag == w("noBreakHyphen"):
            self._print("-")
        elif tag in NOTE_REFERENCES:
            self._call((NOTE_REFERENCES[tag], element.get(w("id"), "")))
        elif tag == w("bookmarkStart"):
            self._begin(element.get(w("id"), ""), element.get(w("name"), ""))
        elif tag == w("bookmarkEnd"):
            self.bookmarks.pop(element.get(w("id"), ""), None)
        elif tag == w("hyperlink"):
            self._lead(element.get(w("anchor")))
        else:
            self._lead(self.fields.meet(element))

    def _print(self, text: str) -> None:
        if self.open and not self.fields.hidden:
            self.open[-1].words.append(text)
            self.near = set()

    def _call(self, note: Note) -> None:
        """A note is called; LibreOffice leaves the bookmark of a note empty, right before its mark."""
        if self.open:
            self.open[-1].notes.append(note)
        for name in {*self.bookmarks.values(), *self.near}:
            self.marked.setdefault(name, []).append(note)
        self.near = set()

    def _begin(self, number: str, name: str) -> None:
        self.bookmarks[number] = name
        self.near.add(name)
        (self.open[-1].anchors if self.open else self.waiting).add(name)

    def _lead(self, target: str | None) -> None:
        if target and self.open:
            self.open[-1].links.add(target)


def read_word(data: bytes, file: str) -> Copy:
    """What a Word file prints.

    Args:
        data: the whole file.
        file: how messages name it.

    Raises:
        InputError: it is no Word file, damaged, encrypted or far too large, or it carries macros.
    """
    package = open_package(data, file)
    root = package.root(package.main)
    if root is None:
        raise InputError("word-source-other", file=file)
    body = _read(root)
    notes = {
        (kind, element.get(w("id"), "")): _read(element)
        for kind in sorted(set(NOTE_REFERENCES.values()))
        if (part := package.related(kind)) is not None
        for element in part
        if isinstance(element.tag, str) and element.get(w("type"), "normal") == "normal"
    }
    edges = [_read(part) for part in _edges(package)]
    if sum(len(word) for block in body.blocks for word in block.words) > LONGEST_TEXT:
        raise InputError("word-source-too-long", file=file, millions=str(LONGEST_TEXT // 1_000_000))
    called = {note for block in body.blocks for note in block.notes}
    blocks = (
        *(_closed(block, "body", notes, body.marked) for block in body.blocks),
        *(_closed(block, "note", {}, {}) for note in notes if note in called for block in notes[note].blocks),
        *(_closed(block, "edge", {}, {}) for edge in edges for block in edge.blocks),
    )
    return Copy(blocks=blocks, attested=_attested(package), flowing=True)


def _read(part: Element) -> _Reading:
    reading = _Reading()
    reading.read(part)
    return reading


def _is_older_form(element: Element) -> bool:
    return not isinstance(element.tag, str) or element.tag == FALLBACK


def _edges(package: Package) -> list[Element]:
    parts = [package.root(relation.target) for relation in package.relations if relation.kind in EDGES]
    return [part for part in parts if part is not None]


def _closed(block: _Open, place: Place, notes: dict[Note, _Reading], marked: dict[str, list[Note]]) -> Block:
    """A block that was read to its end, with what its notes say and lead to."""
    called = [*block.notes, *(note for link in block.links for note in marked.get(link, ()))]
    of_notes = [inner for note in called if note in notes for inner in notes[note].blocks]
    return Block(
        text=" ".join("".join(block.words).split()),
        place=place,
        anchors=frozenset(block.anchors),
        links=frozenset(block.links).union(*(inner.links for inner in of_notes)),
        notes=tuple(" ".join("".join(inner.words).split()) for inner in of_notes),
        row=block.row,
    )


def _attested(package: Package) -> bytes | None:
    """The text of the custom XML part that holds the provenance, also when other programs saved the file."""
    parts = (package.root(name) for name in sorted(package.archive.namelist()) if CUSTOM_XML.fullmatch(name))
    roots = (root for root in parts if root is not None and root.tag == ATTACHMENT)
    return next(((root.text or "").encode() for root in roots if root.get("name") == ATTESTATION_NAME), None)
