"""Reads the Word file of a pack back (ECMA-376, part 1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from zipfile import ZipFile

from lxml import etree

from ..archive import ArchiveError, open_archive, read_entry
from ..errors import InputError
from ..ooxml import DRAWING, PACKAGE_RELATIONS, WORD, PartError, parse, r
from .form import PARAGRAPH, Block, Cell, Form, Link, is_printed_address, with_heads_of_contents

W = f"{{{WORD}}}"
PICTURE = f"{{{DRAWING}}}docPr"
RELATIONSHIP = f"{{{PACKAGE_RELATIONS}}}Relationship"

DOCUMENT, STYLES, NOTES = "word/document.xml", "word/styles.xml", "word/footnotes.xml"
RELATIONS = "word/_rels/document.xml.rels"

REFERENCES = ("NOTEREF", "PAGEREF", "SEQ")
"""Fields whose result is a number that the program works out (17.16.5)."""

LISTS = ("toc", "index", "table of figures")
"""How the names of styles begin that belong to lists which the program makes."""


@dataclass(frozen=True, slots=True)
class _Styles:
    """What the styles of a file mean: levels of headings by their id, and the id of the style of note numbers."""

    levels: Mapping[str, int]
    contents: frozenset[str]
    note_number: str


@dataclass(frozen=True, slots=True)
class _File:
    """The parts of a Word file that are read."""

    body: etree._Element
    styles: _Styles
    notes: Mapping[str, tuple[Link, ...]]
    addresses: Mapping[str, str]


def read_word(data: bytes, file: str) -> Form:
    """The Word file of a pack as blocks.

    Args:
        data: the whole file.
        file: how messages name it.

    Raises:
        InputError: it is no Word file that can be read.
    """
    try:
        with open_archive(data) as archive:
            opened = _opened(archive)
    except (ArchiveError, PartError, KeyError) as error:
        raise InputError("twin-not-word", file=file) from error
    marked = _notes_by_mark(opened)
    blocks = tuple(_block(paragraph, opened, marked, cell) for paragraph, cell in _paragraphs(opened.body))
    pictures = tuple(picture.get("descr", "") for picture in opened.body.iter(PICTURE))
    return Form(tuple(with_heads_of_contents(blocks)), pictures)


def _opened(archive: ZipFile) -> _File:
    names = set(archive.namelist())
    relations = _parsed(archive, RELATIONS) if RELATIONS in names else etree.Element("none")
    addresses = {
        relation.get("Id", ""): relation.get("Target", "")
        for relation in relations.iter(RELATIONSHIP)
        if relation.get("TargetMode") == "External"
    }
    body = _parsed(archive, DOCUMENT).find(f"{W}body")
    if body is None:
        raise KeyError(DOCUMENT)
    return _File(
        body=body,
        styles=_styles(_parsed(archive, STYLES) if STYLES in names else etree.Element("none")),
        notes=_notes(_parsed(archive, NOTES) if NOTES in names else etree.Element("none")),
        addresses=addresses,
    )


def _parsed(archive: ZipFile, name: str) -> etree._Element:
    return parse(read_entry(archive, name))


def _styles(root: etree._Element) -> _Styles:
    names = {style.get(f"{W}styleId", ""): _value(style, "name").lower() for style in root.iter(f"{W}style")}
    bases = {style.get(f"{W}styleId", ""): _value(style, "basedOn") for style in root.iter(f"{W}style")}
    levels = {key: 1 for key, name in names.items() if name == "title"}
    for style in root.iter(f"{W}style"):
        level = _value(style, "pPr/outlineLvl")
        if level.isdigit() and int(level) < 9:
            levels[style.get(f"{W}styleId", "")] = int(level) + 2
    return _Styles(
        levels=levels,
        contents=frozenset(key for key in names if _is_of_list(key, names, bases)),
        note_number=next((key for key, name in names.items() if name == "footnote reference"), ""),
    )


def _is_of_list(key: str, names: Mapping[str, str], bases: Mapping[str, str]) -> bool:
    """Whether a style, or one that it is based on, is one of lists that the program makes."""
    met: set[str] = set()
    while key in names and key not in met:
        if names[key].startswith(LISTS):
            return True
        met.add(key)
        key = bases.get(key, "")
    return False


def _value(element: etree._Element, path: str) -> str:
    found = element.find("/".join(W + step for step in path.split("/")))
    return "" if found is None else found.get(f"{W}val", "")


def _notes(root: etree._Element) -> dict[str, tuple[Link, ...]]:
    """What each footnote leads to, by its id."""
    return {
        note.get(f"{W}id", ""): tuple(
            Link(link.get(f"{W}anchor", ""), "", _words(link)) for link in note.iter(f"{W}hyperlink")
        )
        for note in root.iter(f"{W}footnote")
    }


def _words(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def _notes_by_mark(opened: _File) -> dict[str, tuple[Link, ...]]:
    """What the note at a bookmark leads to: places that cite it again refer to the bookmark (17.16.5.42)."""
    found: dict[str, tuple[Link, ...]] = {}
    last = ""
    for element in opened.body.iter(f"{W}bookmarkStart", f"{W}footnoteReference"):
        if element.tag == f"{W}bookmarkStart":
            last = element.get(f"{W}name", "")
        else:
            found.setdefault(last, opened.notes.get(element.get(f"{W}id", ""), ()))
    return found


def _paragraphs(body: etree._Element) -> Iterator[tuple[etree._Element, Cell | None]]:
    """The paragraphs in their order, with their place in an outer table."""
    tables: dict[etree._Element, int] = {}
    for paragraph in body.iter(f"{W}p"):
        cell = next((above for above in paragraph.iterancestors(f"{W}tc")), None)
        if cell is None:
            yield paragraph, None
            continue
        row = next(cell.iterancestors(f"{W}tr"))
        table = next(cell.iterancestors(f"{W}tbl"))
        number = tables.setdefault(table, len(tables))
        is_head = row.find(f"{W}trPr/{W}tblHeader") is not None
        yield paragraph, Cell(number, table.index(row), row.findall(f"{W}tc").index(cell), is_head)


def _block(
    paragraph: etree._Element, opened: _File, marked: Mapping[str, tuple[Link, ...]], cell: Cell | None
) -> Block:
    style = _value(paragraph, "pPr/pStyle")
    reading = _Reading(opened, marked)
    reading.read(paragraph)
    return Block(
        text=" ".join("".join(reading.text).split()),
        level=opened.styles.levels.get(style, 0),
        anchors=tuple(mark.get(f"{W}name", "") for mark in paragraph.iter(f"{W}bookmarkStart")),
        links=tuple(reading.links),
        cell=cell,
        is_contents=style in opened.styles.contents,
    )


class _Reading:
    """Reads one paragraph: its words and its links, in their order."""

    def __init__(self, opened: _File, marked: Mapping[str, tuple[Link, ...]]) -> None:
        self.opened = opened
        self.marked = marked
        self.text: list[str] = []
        self.links: list[Link] = []
        self.fields: list[str] = []

    def read(self, element: etree._Element) -> None:
        for child in element:
            if child.tag == f"{W}hyperlink":
                self._link(child)
            elif child.tag == f"{W}r":
                self._run(child)
            elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}smartTag"}:
                self.read(child)

    def _link(self, element: etree._Element) -> None:
        target = element.get(f"{W}anchor", "")
        address = self.opened.addresses.get(element.get(r("id"), ""), "")
        link = Link(target, address, _words(element))
        self.links.append(link)
        if not target.startswith(PARAGRAPH) and not is_printed_address(link):
            self.read(element)

    def _run(self, run: etree._Element) -> None:
        is_number = self.opened.styles.note_number == (_value(run, "rPr/rStyle") or None)
        for child in run:
            if child.tag == f"{W}fldChar":
                self._field(child.get(f"{W}fldCharType", ""))
            elif child.tag == f"{W}instrText" and self.fields:
                self.fields[-1] += child.text or ""
            elif child.tag == f"{W}footnoteReference":
                self.links += self.opened.notes.get(child.get(f"{W}id", ""), ())
            elif child.tag == f"{W}t" and not is_number and not self._in_reference():
                self.text.append(child.text or "")
            elif child.tag in {f"{W}tab", f"{W}br", f"{W}cr"}:
                self.text.append(" ")

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append("")
        elif kind == "end" and self.fields:
            field, _, mark = self.fields.pop().strip().partition(" ")
            if field == "NOTEREF":
                self.links += self.marked.get(mark.split()[0] if mark.split() else "", ())

    def _in_reference(self) -> bool:
        return any(field.strip().startswith(REFERENCES) for field in self.fields)
