"""Rules of the outline and of named places (ISO 14289-1, 7.17; ISO 32000-1, 12.3)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..tagged import TaggedFile
from .finding import Fault, at, shortened

LONG = 20
"""A file with so many pages needs an outline."""


def outline(file: TaggedFile) -> Iterator[Fault]:
    """A long file without an outline."""
    if len(file.pages) >= LONG and not file.outline:
        yield Fault(details={"count": str(len(file.pages))})


def lost_entries(file: TaggedFile) -> Iterator[Fault]:
    """An entry of the outline that leads nowhere."""
    for entry in file.outline:
        if entry.target.kind in {"broken", "none"}:
            yield Fault(None, f"«{shortened(entry.title)}»")


def blank_entries(file: TaggedFile) -> Iterator[Fault]:
    """An entry of the outline without words."""
    for number, entry in enumerate(file.outline, start=1):
        if not entry.title.strip():
            yield Fault(entry.target.page, details={"number": str(number)})


def unordered_entries(file: TaggedFile) -> Iterator[Fault]:
    """An entry of the outline that leads to a page before that of the entry above it."""
    for before, entry in pairwise(each for each in file.outline if each.target.page is not None):
        if (entry.target.page or 0) < (before.target.page or 0):
            yield Fault(entry.target.page, f"«{shortened(entry.title)}»")


def unlisted_headings(file: TaggedFile) -> Iterator[Fault]:
    """A heading of the first levels that the outline does not have, in a file whose outline has others."""
    titles = {folded(entry.title) for entry in file.outline}
    headings = [(element, folded(file.text(element))) for element in file.tree.of_role("H1", "H2", "H3")]
    levels = {element.role for element, words in headings if words in titles}
    for element, words in headings:
        if element.role in levels and words and words not in titles:
            yield at(file, element)


def folded(text: str) -> str:
    """A title for comparing: a heading that is broken over lines, or at a hyphen, is the same title."""
    return "".join(text.replace("\u2011", "-").replace("\u00ad", "").split()).casefold()


def lost_names(file: TaggedFile) -> Iterator[Fault]:
    """A named place on a page that the file does not have."""
    for known, target in file.destinations.items():
        if target.kind == "broken":
            yield Fault(None, known)
