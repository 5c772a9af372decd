"""From the parts of a Word file to its text layer: headers, body with its boxes and tables, notes, footers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count

from ...errors import SourceError
from ...ooxml import COMPATIBILITY, RELATION, Element, w
from ..blocks import CellPlace
from .layer import Layer, Place, Story, Writer
from .note_numbers import NoteNumbers
from .numbering import Numbering
from .ooxml import child, children, number, value
from .package import Package
from .pieces import Box, Inline, NoteCall, NoteKind, Text
from .styles import Style, Styles, has_lines, outline_of

_PARAGRAPH, _TABLE, _CONTROL = w("p"), w("tbl"), w("sdt")

# Elements that only enclose paragraphs and tables.
_WRAPPERS = frozenset({*map(w, ("customXml", "smartTag", "ins", "moveTo")), f"{{{COMPATIBILITY}}}Choice"})
_ALTERNATIVES = f"{{{COMPATIBILITY}}}AlternateContent"


LONGEST_TEXT = 5_000_000
"""Characters: more than fifteen hundred pages."""

LEAST_COLUMNS = 2
"""The fewest columns of a table."""

ALL_SIDES = 4
"""The sides of a cell: borders that say less leave the rest to the row or the table."""


def layer_of(package: Package) -> Layer:
    """The text layer of a Word file.

    Raises:
        SourceError: one of its parts is damaged, or it is far too long.
    """
    body = child(package.root(package.main), "body")
    layer = _Reading.of(package).layer(body)
    if len(layer.text) > LONGEST_TEXT:
        raise SourceError("word-source-too-long", file=package.file, millions=str(LONGEST_TEXT // 1_000_000))
    return layer


@dataclass(slots=True)
class _Reading:
    """The state of reading one file."""

    package: Package
    styles: Styles
    numbering: Numbering
    notes: dict[NoteKind, NoteNumbers]
    writer: Writer
    groups: Iterator[int] = field(default_factory=lambda: count(1))
    tables: Iterator[int] = field(default_factory=lambda: count(1))
    sections: Iterator[Element] = field(default_factory=lambda: iter(()))
    unended: list[Text | NoteCall] = field(default_factory=list)

    @classmethod
    def of(cls, package: Package) -> _Reading:
        styles = Styles(package.related("styles"))
        settings = package.related("settings")
        notes: dict[NoteKind, NoteNumbers] = {
            "footnote": NoteNumbers("footnote", package.related("footnotes"), settings),
            "endnote": NoteNumbers("endnote", package.related("endnotes"), settings),
        }
        numbering = Numbering(package.related("numbering"))
        return cls(package, styles, numbering, notes, Writer(Inline(styles), notes))

    def layer(self, body: Element | None) -> Layer:
        sections = _sections(body)
        self._edges(sections, "header")
        if body is not None:
            self.sections = iter(sections)
            self._begin_section()
            self._content(body, Place("body"))
        for kind, numbers in self.notes.items():
            self._note_bodies(kind, numbers)
        self._edges(sections, "footer")
        return self.writer.layer()

    def _begin_section(self) -> None:
        """Notes may count anew in each section."""
        section = next(self.sections, None)
        for numbers in self.notes.values():
            numbers.section(section)

    def _edges(self, sections: Iterable[Element], kind: Story) -> None:
        """Headers or footers, each once, in the order of the sections."""
        targets = {relation.id: relation.target for relation in self.package.relations if relation.kind == kind}
        seen: set[str] = set()
        for section in sections:
            for reference in children(section, f"{kind}Reference"):
                target = targets.get(reference.get(f"{{{RELATION}}}id", ""))
                if target is not None and target not in seen:
                    seen.add(target)
                    root = self.package.root(target)
                    if root is not None:
                        self._content(root, Place(kind))

    def _note_bodies(self, kind: NoteKind, numbers: NoteNumbers) -> None:
        """The bodies of the notes that the text calls, in the order of their marks."""
        written: set[str] = set()
        while waiting := [identifier for identifier in numbers.called if identifier not in written]:
            for identifier in waiting:
                written.add(identifier)
                body = numbers.body(identifier)
                if body is not None:
                    self._content(body, Place(kind, note=identifier))

    def _content(self, parent: Element, place: Place) -> None:
        """The paragraphs and tables of a part, a cell, a box or a note."""
        for element in parent:
            if element.tag == _PARAGRAPH:
                self._paragraph(element, place)
            elif element.tag == _TABLE:
                self._end_paragraph(place)
                self._table(element, place)
            elif element.tag == _CONTROL:
                content = child(element, "sdtContent")
                if content is not None and child(element, "sdtPr", "showingPlcHdr") is None:
                    self._content(content, place)
            elif element.tag in _WRAPPERS:
                self._content(element, place)
            elif element.tag == _ALTERNATIVES:
                self._content(next(iter(element), element), place)
        self._end_paragraph(place)

    def _end_paragraph(self, place: Place) -> None:
        """End a paragraph whose own end was deleted, where none follows that it could go on in."""
        if self.unended:
            self.writer.paragraph(self.unended, "", self.styles.paragraph(None), 0, place)
            self.unended = []

    def _paragraph(self, element: Element, place: Place) -> None:
        properties = child(element, "pPr")
        style = self.styles.paragraph(value(properties, "pStyle"))
        pieces = self.writer.inline.pieces(element, style.look)
        boxes = [piece for piece in pieces if isinstance(piece, Box)]
        words = self.unended + [piece for piece in pieces if not isinstance(piece, Box)]
        if self._end_is_deleted(properties):
            self.unended = words
        else:
            self.unended = []
            own = outline_of(properties)
            outline = (style.outline or 0) if own is None else own
            label = self._label(properties, style.id, place)
            framed = child(properties, "framePr") is not None and not place.group
            self.writer.paragraph(words, label, style, outline, self._framed(place) if framed else place)
        for box in boxes:
            self._content(box.content, replace(self._framed(place), cell=None))
        if child(properties, "sectPr") is not None:
            self._begin_section()

    def _framed(self, place: Place) -> Place:
        return replace(place, group=next(self.groups), boxed=True)

    def _end_is_deleted(self, properties: Element | None) -> bool:
        """Whether a paragraph goes on in the next because its end was deleted or moved away."""
        mark = child(properties, "rPr")
        return child(mark, "del") is not None or child(mark, "moveFrom") is not None

    def _label(self, properties: Element | None, style_id: str, place: Place) -> str:
        """The number or bullet of a paragraph that a list numbers, or of the body of a note."""
        if place.note is not None and place.story in ("footnote", "endnote"):
            return self._note_label(place)
        style = self.styles.get(style_id)
        own_id, own_level = number(properties, "numPr", "numId"), number(properties, "numPr", "ilvl")
        list_id = style.list_id if own_id is None else own_id
        if not list_id:
            return ""
        if own_level is None:
            own_level = style.list_level
        if own_level is None or (own_id is None and not own_level):
            own_level = self.numbering.level_of_style(list_id, style_id) or own_level or 0
        return self.numbering.next_label(list_id, own_level)

    def _note_label(self, place: Place) -> str:
        """The label of a note before its first paragraph."""
        before = self.writer.paragraphs[-1] if self.writer.paragraphs else None
        is_first = before is None or (before.story, before.note) != (place.story, place.note)
        kind: NoteKind = "footnote" if place.story == "footnote" else "endnote"
        return self.notes[kind].called[place.note or ""] if is_first else ""

    def _table(self, element: Element, place: Place) -> None:
        """A table; one inside a cell belongs to that cell."""
        if place.cell is not None and place.cell.table in self.writer.ruled:
            for cell in element.iter(w("tc")):
                self._content_of_cell(cell, place)
            return
        table = next(self.tables)
        if _is_ruled(element, self.styles):
            self.writer.ruled.add(table)
        inside = replace(place, group=place.group or next(self.groups))
        for row, entry in enumerate(_rows(element)):
            header = child(entry, "trPr", "tblHeader") is not None
            column = number(entry, "trPr", "gridBefore") or 0
            for cell in _cells(entry):
                if not _goes_on_above(cell):
                    self._content(cell, replace(inside, cell=CellPlace(table, row, column, header)))
                column += max(1, number(cell, "tcPr", "gridSpan") or 1)

    def _content_of_cell(self, cell: Element, place: Place) -> None:
        """The paragraphs of a cell of an inner table, without those of tables inside it: they have their turn."""
        for paragraph in children(cell, "p"):
            self._paragraph(paragraph, place)


def _sections(body: Element | None) -> list[Element]:
    """The properties of the sections, without those that a tracked change keeps of before."""
    found = [] if body is None else body.iter(w("sectPr"))
    return [section for section in found if (parent := section.getparent()) is not None and parent.tag in _SECTIONED]


_SECTIONED = (w("body"), w("pPr"))


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table that were not deleted, also those in content controls."""
    for element in table:
        if element.tag == w("tr"):
            if child(element, "trPr", "del") is None:
                yield element
        elif element.tag in (_CONTROL, w("customXml")):
            yield from _rows(element if element.tag != _CONTROL else _inner(element))


def _cells(row: Element) -> Iterator[Element]:
    for element in row:
        if element.tag == w("tc"):
            if child(element, "tcPr", "cellDel") is None:
                yield element
        elif element.tag in (_CONTROL, w("customXml")):
            yield from _cells(element if element.tag != _CONTROL else _inner(element))


def _inner(control: Element) -> Element:
    content = child(control, "sdtContent")
    return control if content is None else content


def _goes_on_above(cell: Element) -> bool:
    """Whether a cell is a further part of one that begins in a row above."""
    merge = child(cell, "tcPr", "vMerge")
    return merge is not None and merge.get(w("val"), "continue") == "continue"


def _is_ruled(table: Element, styles: Styles) -> bool:
    """Whether a table is drawn as one, or has rows that are declared to be headers.

    Lines around a few cells only part what stands on the page, and those around a single column frame a text.
    """
    properties = child(table, "tblPr")
    rows = list(_rows(table))
    if all(len(list(_cells(row))) < LEAST_COLUMNS for row in rows):
        return False
    if any(child(row, "trPr", "tblHeader") is not None for row in rows):
        return True
    style = styles.get(value(properties, "tblStyle"))
    lined = [
        _is_lined(cell, child(row, "tblPrEx", "tblBorders"), child(properties, "tblBorders"), style)
        for row in rows
        for cell in _cells(row)
    ]
    return 2 * sum(lined) > len(lined)


def _is_lined(cell: Element, row: Element | None, table: Element | None, style: Style) -> bool:
    """Whether a line stands beside a cell: its own, else that of its row, of its table, or of the style of that."""
    for borders in (child(cell, "tcPr", "tcBorders"), row, table):
        if borders is not None and len(borders) >= ALL_SIDES:
            return has_lines(borders)
    given = [borders for borders in (row, table) if borders is not None]
    return has_lines(child(cell, "tcPr", "tcBorders")) or (has_lines(given[0]) if given else style.has_borders)
