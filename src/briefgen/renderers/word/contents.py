"""The table of contents, filled in: entries that are links to their headings, finished at the first opening.

The template holds an ordinary table of contents of Word. Its field stays, so that Word can refresh it on request; its
entries are written here from the headings of the filled document. They carry no page numbers: only a layout engine
knows those, and a field that is marked for updating makes Word ask the reader a question
(17.16.5.68 of ECMA-376, part 1).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from .ooxml import element, paragraph_style, paragraph_text, remove, start_of, text_element, text_run, w

# The instruction of a table of contents with its range of heading levels: `TOC \o "1-2" \h`.
INSTRUCTION = re.compile(r'\s*TOC\b(?:.*?\\o\s*"(?P<first>\d)-(?P<last>\d)")?', re.DOTALL)

DEFAULT_LEVELS = (1, 3)

# Bookmarks that Word makes by itself: targets of a table of contents, the place of the last change.
WORDS_OWN_BOOKMARK = re.compile(r"_Toc|_GoBack")


class Heading(NamedTuple):
    """A heading of the filled document: its paragraph, its level from 1, and the name of its bookmark."""

    paragraph: etree._Element
    level: int
    anchor: str


class _Field(NamedTuple):
    """The field of a table of contents: its first and last paragraph, and its instruction."""

    first: etree._Element
    last: etree._Element
    instruction: str


def fill_contents(body: etree._Element, styles: Mapping[str, str]) -> None:
    """Writes the entries of every table of contents in the body.

    Args:
        body: the root of the main part; headings without a bookmark are given one.
        styles: names of styles in lower case to their ids.
    """
    for field in _fields(body):
        match = INSTRUCTION.match(field.instruction)
        levels = DEFAULT_LEVELS if not match or not match["first"] else (int(match["first"]), int(match["last"]))
        headings = [heading for heading in _headings(body, styles) if levels[0] <= heading.level <= levels[1]]
        if headings:
            _replace(field, [_entry(heading, styles) for heading in headings])


def clear_contents(root: etree._Element) -> None:
    """Forgets what Word once wrote into the tables of contents of a template: tags stand in it, outside their loops.

    The bookmarks that Word put on the headings go too: a loop would give all its headings the same one.
    """
    for field in _fields(root):
        empty = element("p")
        style = field.first.find(w("pPr"))
        if style is not None:
            empty.append(style)
        _replace(field, [empty])
    for mark in list(root.iter(w("bookmarkStart"))):
        if WORDS_OWN_BOOKMARK.match(mark.get(w("name"), "")):
            remove(mark)


def _headings(body: etree._Element, styles: Mapping[str, str]) -> list[Heading]:
    level_of = {styles[f"heading {level}"]: level for level in range(1, 10) if f"heading {level}" in styles}
    found: list[Heading] = []
    for paragraph in body.iter(w("p")):
        level = level_of.get(paragraph_style(paragraph) or "")
        if level and paragraph_text(paragraph).strip():
            found.append(Heading(paragraph, level, _anchor(paragraph, len(found) + 1)))
    return found


def _anchor(paragraph: etree._Element, number: int) -> str:
    """The name of the bookmark of a heading, made when it has none."""
    start = paragraph.find(w("bookmarkStart"))
    if start is not None:
        return start.get(w("name"), "")
    name = f"_Toc{number:06d}"
    paragraph.insert(start_of(paragraph), element("bookmarkStart", id=name, name=name))
    paragraph.append(element("bookmarkEnd", id=name))
    return name


def _fields(body: etree._Element) -> list[_Field]:
    """The tables of contents of the body: fields may be nested, so their marks are counted."""
    found: list[_Field] = []
    opened: list[tuple[etree._Element, list[str]]] = []
    for node in body.iter(w("fldChar"), w("instrText")):
        if node.tag == w("instrText"):
            if opened:
                opened[-1][1].append(node.text or "")
            continue
        kind = node.get(w("fldCharType"))
        paragraph = next(node.iterancestors(w("p")))
        if kind == "begin":
            opened.append((paragraph, []))
        elif kind == "end" and opened:
            first, instruction = opened.pop()
            text = "".join(instruction)
            if INSTRUCTION.match(text) and first.getparent() is paragraph.getparent():
                found.append(_Field(first, paragraph, text))
    return found


def _replace(field: _Field, entries: list[etree._Element]) -> None:
    """Puts the entries in the place of the paragraphs of a field, and the marks of the field into the entries."""
    parent = field.first.getparent()
    if parent is None:
        return
    begin = start_of(entries[0])
    entries[0][begin:begin] = [
        _run(element("fldChar", fldCharType="begin")),
        _run(text_element(field.instruction, "instrText")),
        _run(element("fldChar", fldCharType="separate")),
    ]
    entries[-1].append(_run(element("fldChar", fldCharType="end")))
    first, last = parent.index(field.first), parent.index(field.last)
    parent[first : last + 1] = entries


def _entry(heading: Heading, styles: Mapping[str, str]) -> etree._Element:
    made = element("p")
    style = styles.get(f"toc {heading.level}")
    if style:
        properties = element("pPr")
        properties.append(element("pStyle", val=style))
        made.append(properties)
    hyperlink = element("hyperlink", anchor=heading.anchor, history="1")
    hyperlink.append(text_run(" ".join(paragraph_text(heading.paragraph).split())))
    made.append(hyperlink)
    return made


def _run(content: etree._Element) -> etree._Element:
    made = element("r")
    made.append(content)
    return made


def entries(body: etree._Element) -> list[tuple[etree._Element, str]]:
    """The entries of the tables of contents: the link of each, and the bookmark it goes to."""
    found = []
    for field in _fields(body):
        parent = field.first.getparent()
        paragraphs = [] if parent is None else list(parent)[parent.index(field.first) : parent.index(field.last) + 1]
        links = (paragraph.find(w("hyperlink")) for paragraph in paragraphs)
        found += [(link, link.get(w("anchor"), "")) for link in links if link is not None]
    return found
