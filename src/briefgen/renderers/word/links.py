"""Marks become bookmarks and hyperlinks of Word (ECMA-376, part 1, 17.13.6 and 17.16.22)."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from urllib.parse import urlsplit

from lxml import etree

from .marks import BOOKMARK, END, LINK, TEXT
from .ooxml import bookmark_ends, element, r, remove, run_like, start_of, style_run, text_element, w

BOOKMARK_MARK = re.compile(f"{BOOKMARK}([^{END}]*){END}")
LINK_MARK = re.compile(f"{LINK}(?P<address>[^{TEXT}]*){TEXT}(?P<words>[^{END}]*){END}")

# A text is cut where a link stands and where a line ends inside a value.
CUT = re.compile(f"({LINK}[^{END}]*{END}|\n)")

# The only kinds of address that a briefing pack links to; `file:` and `javascript:` have no business in it.
WEB_SCHEMES = frozenset({"http", "https", "mailto"})


def place_bookmarks(root: etree._Element) -> None:
    """Puts a bookmark around the words of each paragraph in which a `bookmark` tag stands."""
    for text in root.iter(w("t")):
        if BOOKMARK in (text.text or ""):
            paragraph = next(text.iterancestors(w("p")))
            for name in BOOKMARK_MARK.findall(text.text or ""):
                start, end = bookmark_ends(name)
                paragraph.insert(start_of(paragraph), start)
                paragraph.append(end)
            text.text = BOOKMARK_MARK.sub("", text.text or "")


def number_bookmarks(roots: Iterable[etree._Element]) -> frozenset[str]:
    """Gives every bookmark of a file its own number and drops those whose name came before.

    A loop repeats the bookmarks that Word itself left in a paragraph of the template.

    Returns:
        The names of the bookmarks.
    """
    names: set[str] = set()
    numbers = count(1)
    for root in roots:
        opened: dict[str | None, str | None] = {}
        for mark in list(root.iter(w("bookmarkStart"), w("bookmarkEnd"))):
            old = mark.get(w("id"))
            if mark.tag == w("bookmarkStart"):
                name = mark.get(w("name"), "")
                opened[old] = None if name in names else str(next(numbers))
                names.add(name)
            number = opened.get(old)
            if number is None:
                remove(mark)
            else:
                mark.set(w("id"), number)
    return frozenset(names)


def web_addresses(root: etree._Element) -> tuple[str, ...]:
    """The addresses outside the file to which the marks of a part link, each once, in order."""
    marked = (LINK_MARK.finditer(text.text or "") for text in root.iter(w("t")) if LINK in (text.text or ""))
    addresses = (match["address"] for matches in marked for match in matches)
    return tuple(dict.fromkeys(address for address in addresses if _is_web(address)))


def place_links(
    root: etree._Element, bookmarks: frozenset[str], relations: Mapping[str, str], link_style: str | None
) -> None:
    """Cuts the runs of a part so that every link mark becomes a hyperlink; links to nowhere become plain words.

    Args:
        root: the part.
        bookmarks: names of the bookmarks in the file.
        relations: web address to the id of its relationship.
        link_style: id of the character style of links, if the template has one.
    """
    for run in [run for run in root.iter(w("r")) if _needs_cutting(run)]:
        pieces = [_linked(piece, bookmarks, relations, link_style, inside=run.getparent()) for piece in _cut_run(run)]
        parent = run.getparent()
        if parent is not None:
            place = parent.index(run)
            parent[place : place + 1] = pieces


def _needs_cutting(run: etree._Element) -> bool:
    return any(CUT.search(text.text or "") for text in run.iterchildren(w("t")))


def _cut_run(run: etree._Element) -> Iterator[etree._Element]:
    """The run as several with the same look: one for each link, one for what stands between them."""
    for child in run:
        if child.tag == w("rPr"):
            continue
        if child.tag != w("t"):
            yield run_like(run, copy.deepcopy(child))
            continue
        for piece in CUT.split(child.text or ""):
            if piece:
                yield run_like(run, element("br") if piece == "\n" else text_element(piece))


def _linked(
    run: etree._Element,
    bookmarks: frozenset[str],
    relations: Mapping[str, str],
    link_style: str | None,
    inside: etree._Element | None,
) -> etree._Element:
    """A run whose text is a link mark as a hyperlink, any other run as it is."""
    text = run.find(w("t"))
    match = None if text is None else LINK_MARK.fullmatch(text.text or "")
    if text is None or match is None:
        return run
    text.text = match["words"]
    hyperlink = _hyperlink(match["address"], bookmarks, relations)
    # A link inside a link that the template itself has would not open in Word.
    if hyperlink is None or (inside is not None and inside.tag == w("hyperlink")):
        return run
    if link_style:
        style_run(run, link_style)
    hyperlink.append(run)
    return hyperlink


def _hyperlink(address: str, bookmarks: frozenset[str], relations: Mapping[str, str]) -> etree._Element | None:
    if address.startswith("#"):
        return element("hyperlink", anchor=address[1:], history="1") if address[1:] in bookmarks else None
    if address not in relations:
        return None
    made = element("hyperlink", history="1")
    made.set(r("id"), relations[address])
    return made


def _is_web(address: str) -> bool:
    try:
        return urlsplit(address).scheme in WEB_SCHEMES
    except ValueError:
        return False
