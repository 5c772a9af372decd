"""Hyperlinks of Word, inside the file and to the web (ECMA-376, part 1, 17.16.22)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml import etree

from ...ooxml import r, w
from .ooxml import clone, fragment, style_run
from .relations import Relations

HYPERLINK = fragment('<w:hyperlink w:history="1"/>')

# The only kinds of address that a briefing pack links to; `file:` and `javascript:` have no business in it.
WEB_SCHEMES = frozenset({"http", "https", "mailto"})


@dataclass(frozen=True, slots=True)
class Links:
    """Makes the links of one part.

    Attributes:
        bookmarks: names of all bookmarks of the file, also of those that are still to come.
        style: id of the character style of links, if the template has one.
        relations: of the part; those to addresses of the web are added to them.
    """

    bookmarks: frozenset[str]
    style: str | None
    relations: Relations

    def to(self, address: str) -> etree._Element | None:
        """An empty link to `#bookmark` or to a page of the web; `None` when nobody can follow it."""
        if address.startswith("#"):
            return inner_link(address[1:]) if address[1:] in self.bookmarks else None
        if not _is_web(address):
            return None
        made = clone(HYPERLINK)
        made.set(r("id"), self.relations.to("hyperlink", address, external=True))
        return made

    def styled(self, runs: Iterable[etree._Element]) -> Iterator[etree._Element]:
        """Runs in the style of links, unless they have a style of their own."""
        for run in runs:
            if self.style:
                style_run(run, self.style)
            yield run


def inner_link(anchor: str) -> etree._Element:
    """An empty link to a bookmark."""
    made = clone(HYPERLINK)
    made.set(w("anchor"), anchor)
    return made


def _is_web(address: str) -> bool:
    try:
        return urlsplit(address).scheme in WEB_SCHEMES
    except ValueError:
        return False
