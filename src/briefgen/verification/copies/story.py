"""Reads one part of a Word file, paragraph by paragraph: what it prints, marks and leads to.

Tracked changes count as accepted; comments are no text of the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ...ooxml import COMPATIBILITY, Element, w
from .fields import Fields
from .looks import Look, look_of

# What is not printed: properties, what tracked changes took away, and the older form of a drawing.
UNPRINTED = frozenset(
    {*map(w, ("pPr", "rPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "del", "moveFrom"))}
)
FALLBACK = f"{{{COMPATIBILITY}}}Fallback"
SPACES = frozenset(map(w, ("tab", "ptab", "br", "cr")))
NOTE_REFERENCES = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}

# Words in formulas (22.1.2.116) and drawings (21.1.2.3.11), and those drawn along a line (VML, part 4, 19.1.2.23).
WORDS = frozenset(
    {
        w("t"),
        "{http://schemas.openxmlformats.org/officeDocument/2006/math}t",
        "{http://schemas.openxmlformats.org/drawingml/2006/main}t",
    }
)
TEXT_PATH = "{urn:schemas-microsoft-com:vml}textpath"

# The number of a note, as a program prints it that does not keep the field: `17`.
NOTE_NUMBER = re.compile(r"\s*(\d{1,3})\s*")

Note = tuple[str, str]
"""A note by the kind of its part (`footnotes`) and its id."""


@dataclass(slots=True)
class Passage:
    """A paragraph that is being read.

    Attributes:
        words: pieces of its text.
        anchors: the bookmarks in it.
        links: the bookmarks that it leads to.
        notes: that it calls.
        numbers: printed numbers of notes, each with the bookmark that its field leads to, or `""` without a field.
        row: of a table, counted through the file; 0 outside tables.
    """

    words: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)
    notes: list[Note] = field(default_factory=list)
    numbers: list[tuple[int, str]] = field(default_factory=list)
    row: int = 0

    @property
    def text(self) -> str:
        """Its words, each run of white space as one space."""
        return " ".join("".join(self.words).split())


@dataclass(slots=True)
class Story:
    """One part of a file, and what is open while it is read.

    Attributes:
        passages: of the part, in its order.
        marked: the notes that a bookmark stands at, by its name.
    """

    passages: list[Passage] = field(default_factory=list)
    marked: dict[str, list[Note]] = field(default_factory=dict)
    _open: list[Passage] = field(default_factory=list)
    _waiting: set[str] = field(default_factory=set)
    _near: set[str] = field(default_factory=set)
    _bookmarks: dict[str, str] = field(default_factory=dict)
    _fields: Fields = field(default_factory=Fields)
    _look: Look = "plain"
    _rows: int = 0
    _in_rows: list[int] = field(default_factory=list)

    def read(self, parent: Element) -> None:
        """Everything under an element, in the order of the file."""
        for element in parent:
            if element.tag == w("p"):
                self._paragraph(element)
            elif element.tag == w("tr"):
                self._row(element)
            elif element.tag == w("r"):
                self._run(element)
            elif element.tag not in UNPRINTED and not _is_older_form(element):
                self._mark(element)
                self.read(element)
                if element.tag == w("fldSimple"):
                    self._fields.leave()

    def _paragraph(self, element: Element) -> None:
        passage = Passage(anchors=self._waiting, row=self._in_rows[-1] if self._in_rows else 0)
        self._waiting = set()
        self.passages.append(passage)
        self._open.append(passage)
        self.read(element)
        self._near = set()
        self._open.pop()

    def _row(self, element: Element) -> None:
        self._rows += 1
        self._in_rows.append(self._rows)
        self.read(element)
        self._in_rows.pop()

    def _run(self, element: Element) -> None:
        before, self._look = self._look, look_of(element)
        self.read(element)
        self._look = before

    def _mark(self, element: Element) -> None:
        """What one element prints, marks or leads to."""
        tag = str(element.tag)
        if tag in WORDS:
            self._print(element.text or "")
        elif tag == TEXT_PATH:
            self._print(element.get("string", ""))
        elif tag in SPACES:
            self._print(" ")
        elif tag == w("noBreakHyphen"):
            self._print("-")
        elif tag in NOTE_REFERENCES:
            self._call((NOTE_REFERENCES[tag], element.get(w("id"), "")))
        elif tag == w("bookmarkStart"):
            self._begin(element.get(w("id"), ""), element.get(w("name"), ""))
        elif tag == w("bookmarkEnd"):
            self._bookmarks.pop(element.get(w("id"), ""), None)
        elif tag == w("hyperlink"):
            self._lead(element.get(w("anchor")))
        else:
            self._lead(self._fields.meet(element))

    def _print(self, text: str) -> None:
        if not self._open or self._look == "gone":
            return
        number = NOTE_NUMBER.fullmatch(text)
        if self._fields.hidden:
            if number and (target := self._fields.note) is not None:
                self._open[-1].numbers.append((int(number[1]), target))
        elif number and self._look == "raised":
            self._open[-1].numbers.append((int(number[1]), ""))
        else:
            self._open[-1].words.append(text)
            self._near = set()

    def _call(self, note: Note) -> None:
        """A note is called; LibreOffice leaves the bookmark of a note empty, right before its mark."""
        if self._open:
            self._open[-1].notes.append(note)
        for name in {*self._bookmarks.values(), *self._near}:
            self.marked.setdefault(name, []).append(note)
        self._near = set()

    def _begin(self, number: str, name: str) -> None:
        self._bookmarks[number] = name
        self._near.add(name)
        (self._open[-1].anchors if self._open else self._waiting).add(name)

    def _lead(self, target: str | None) -> None:
        if target and self._open:
            self._open[-1].links.add(target)


def read_story(part: Element) -> Story:
    """What a part of a file prints.

    Args:
        part: its root, or one note in it.
    """
    story = Story()
    story.read(part)
    return story


def _is_older_form(element: Element) -> bool:
    return not isinstance(element.tag, str) or element.tag == FALLBACK
