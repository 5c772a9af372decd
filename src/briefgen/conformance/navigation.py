"""Rules of the outline and of named places (ISO 14289-1, 7.17; ISO 32000-1, 12.3)."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from ..tagged import ObjectKid, Page, TaggedFile
from .finding import Fault, at, shortened

LONG = 20
"""A file with so many pages needs an outline, and one with headings on several pages does too."""

# The number of the page before or after a title in a table of contents (`12 Kalender`, `Kalender . . . . 12`).
PAGE_NUMBER = re.compile(r"^\s*\d+(?=\D)|[\s.…·]*\d+\s*$")

UNSEEN = frozenset({"Cc", "Cf"})
"""Unicode categories of characters that print nothing."""

LEFTWARD = frozenset({"R", "AL", "RLE", "RLO", "RLI"})
"""Unicode classes of characters that are written from right to left."""

HEADINGS = ("H", "H1", "H2", "H3", "H4", "H5", "H6")


def outline(file: TaggedFile) -> Iterator[Fault]:
    """A long file, or one with headings on several pages, without an outline."""
    pages = {file.page(heading) for heading in file.tree.of_role(*HEADINGS)}
    if not file.outline and (len(file.pages) >= LONG or len(pages) > 1):
        yield Fault(details={"count": str(len(file.pages))})


def strange_entries(file: TaggedFile) -> Iterator[Fault]:
    """An entry of the outline whose words are not on the page that it leads to, or no heading while others are."""
    words = {page.number: folded("".join(_tagged_words(page))) for page in file.pages}
    headings = set(_places_of_headings(file))
    entries = [(entry, entry.target.page) for entry in file.outline if entry.title.strip()]
    headed = [(folded(entry.title), page) in headings for entry, page in entries]
    for (entry, page), is_heading in zip(entries, headed, strict=True):
        is_there = page is None or folded(entry.title) in words.get(page, "") + words.get(page + 1, "")
        are_headings = page is not None and sum(headed) > len(headed) / 2
        if not is_heading and (are_headings or not is_there):
            yield Fault(page, f"«{shortened(entry.title)}»")


def misleading_links(file: TaggedFile) -> Iterator[Fault]:
    """A link of a table of contents that leads to another page than that of the heading that it says."""
    pages: dict[str, set[int]] = defaultdict(set)
    for words, page in _places_of_headings(file):
        pages[words].add(page)
    for link in file.tree.of_role("Link"):
        known = pages.get(folded(PAGE_NUMBER.sub("", file.text(link))), set())
        held = (file.annotations.get(kid.object) for kid in link.kids if isinstance(kid, ObjectKid))
        targets = {annotation.target.page for annotation in held if annotation} - {None}
        in_contents = any(above.role == "TOC" for above in file.tree.ancestors(link))
        if in_contents and known and targets and not targets & known:
            yield at(file, link, expected=str(min(known) + 1))


def _places_of_headings(file: TaggedFile) -> Iterator[tuple[str, int]]:
    """What the headings say, with the pages on which they begin."""
    for heading in file.tree.of_role(*HEADINGS):
        page = file.page(heading)
        if page is not None:
            yield folded(file.text(heading)), page


def _tagged_words(page: Page) -> Iterator[str]:
    return (piece.text for piece in page.content.pieces if piece.mark.artifact is None)


def unsorted_names(file: TaggedFile) -> Iterator[Fault]:
    """Named places that do not stand in their order, so that readers do not find them."""
    if not file.names_in_order:
        yield Fault()


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
    """A title for comparing: without spaces, hyphens at the end of a line and signs that print nothing.

    Letters that are written from right to left stand in the order of the page in a file, and as people write them in
    an outline: a title with such letters is compared by its letters only.
    """
    plain = unicodedata.normalize("NFKC", text.replace("\u2011", "-")).casefold()
    seen = [sign for sign in plain if not sign.isspace() and unicodedata.category(sign) not in UNSEEN]
    is_leftward = any(unicodedata.bidirectional(sign) in LEFTWARD for sign in plain)
    return "".join(sorted(seen) if is_leftward else seen)


def lost_names(file: TaggedFile) -> Iterator[Fault]:
    """A named place on a page that the file does not have."""
    for known, target in file.destinations.items():
        if target.kind == "broken":
            yield Fault(None, known)
