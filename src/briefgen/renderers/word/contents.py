"""Tables of contents and of figures, filled in: entries that are links, finished at the first opening.

The template holds an ordinary table of contents of Word, or a table of figures. Its field stays, so that Word can
refresh it on request; its entries are written here from the headings and captions of the filled document. They carry
no page numbers: only a layout engine knows those (see `pagination`), and a field that is marked for updating makes
Word ask the reader a question (17.16.5.68 of ECMA-376, part 1).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from ...ooxml import w
from .bookmarks import Bookmarks
from .fields import Field, fields
from .links import inner_link
from .ooxml import element, paragraph_style, paragraph_text, remove, start_of, text_element, text_run

# The range of heading levels in the instruction of a table of contents: `TOC \o "1-2" \h`.
LEVELS = re.compile(r'\\o\s*"(?P<first>\d)-(?P<last>\d)"')

# The name of the captions in the instruction of a table of figures: `TOC \h \c "Figuur"`.
SEQUENCE = re.compile(r'\\c\s*"?(?P<name>[^"\\\s]+)')

DEFAULT_LEVELS = (1, 3)

# Bookmarks that Word makes by itself: targets of a table of contents, the place of the last change.
WORDS_OWN_BOOKMARK = re.compile(r"_Toc|_GoBack")


class Entry(NamedTuple):
    """What an entry tells of: a paragraph, the level of the heading, 0 for a caption."""

    paragraph: etree._Element
    level: int


def fill_contents(body: etree._Element, styles: Mapping[str, str], bookmarks: Bookmarks) -> None:
    """Writes the entries of every table of contents and of figures in the body.

    Args:
        body: the root of the main part; its fields for captions are numbered.
        styles: names of styles in lower case to their ids.
        bookmarks: of the file; headings and captions without one are given one.
    """
    for field in contents_fields(body):
        told = list(_told(field, body, styles))
        if told:
            _replace(field, [_made(one, styles, bookmarks) for one in told])


def clear_contents(root: etree._Element) -> None:
    """Forgets what Word once wrote into the tables of contents of a template: tags stand in it, outside their loops.

    The bookmarks that Word put on the headings go too: a loop would give all its headings the same one.
    """
    for field in contents_fields(root):
        empty = element("p")
        style = field.first.find(w("pPr"))
        if style is not None:
            empty.append(style)
        _replace(field, [empty])
    for mark in list(root.iter(w("bookmarkStart"))):
        if WORDS_OWN_BOOKMARK.match(mark.get(w("name"), "")):
            remove(mark)


def contents_fields(body: etree._Element) -> list[Field]:
    """The fields of tables of contents and of figures whose paragraphs can be replaced."""
    return [one for one in fields(body) if one.name == "TOC" and one.first.getparent() is one.last.getparent()]


def entries(body: etree._Element) -> list[tuple[etree._Element, str]]:
    """The entries of the tables of contents: the link of each, and the bookmark it goes to."""
    told = []
    for field in contents_fields(body):
        parent = field.first.getparent()
        paragraphs = [] if parent is None else list(parent)[parent.index(field.first) : parent.index(field.last) + 1]
        links = (paragraph.find(w("hyperlink")) for paragraph in paragraphs)
        told += [(link, link.get(w("anchor"), "")) for link in links if link is not None]
    return told


def styled(root: etree._Element, ids: Container[str]) -> list[etree._Element]:
    """The paragraphs of a part that have one of some styles."""
    return [next(mark.iterancestors(w("p"))) for mark in root.iter(w("pStyle")) if mark.get(w("val"), "") in ids]


def _told(field: Field, body: etree._Element, styles: Mapping[str, str]) -> Iterator[Entry]:
    """What a table tells of: the captions that its instruction names, or the headings of its levels."""
    captions = SEQUENCE.search(field.instruction)
    if captions:
        named = (one for one in fields(body) if one.name == "SEQ" and one.arguments[:1] == [captions["name"]])
        yield from (Entry(one.first, 0) for one in named)
        return
    match = LEVELS.search(field.instruction)
    first, last = (int(match["first"]), int(match["last"])) if match else DEFAULT_LEVELS
    levels = range(first, last + 1)
    level_of = {styles[f"heading {level}"]: level for level in levels if f"heading {level}" in styles}
    for paragraph in styled(body, level_of):
        if paragraph_text(paragraph).strip():
            yield Entry(paragraph, level_of[paragraph_style(paragraph) or ""])


def _made(entry: Entry, styles: Mapping[str, str], bookmarks: Bookmarks) -> etree._Element:
    made = element("p")
    style = styles.get(f"toc {entry.level}" if entry.level else "table of figures")
    if style:
        properties = element("pPr")
        properties.append(element("pStyle", val=style))
        made.append(properties)
    link = inner_link(_anchor(entry.paragraph, bookmarks))
    link.append(text_run(" ".join(paragraph_text(entry.paragraph).split())))
    made.append(link)
    return made


def _anchor(paragraph: etree._Element, bookmarks: Bookmarks) -> str:
    """The name of the bookmark of a heading or caption, made when it has none."""
    start = paragraph.find(w("bookmarkStart"))
    if start is not None:
        return start.get(w("name"), "")
    name = f"_Toc{len(bookmarks.names) + 1:06d}"
    bookmarks.around(paragraph, name)
    return name


def _replace(field: Field, entries: list[etree._Element]) -> None:
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


def _run(content: etree._Element) -> etree._Element:
    made = element("r")
    made.append(content)
    return made
