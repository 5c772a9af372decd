"""Rules of headings (ISO 14289-1, 7.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..tagged import Element, TaggedFile
from .finding import Fault, at

# A heading with its level (`H2`).
NUMBERED = re.compile(r"H(?P<level>[1-9]\d*)")

PAGES_WITHOUT_HEADING = 5
"""A file with so many pages and no heading cannot be found one's way in."""


def first_heading(file: TaggedFile) -> Iterator[Fault]:
    """A first heading that is not of the first level."""
    for element, level in list(_numbered(file))[:1]:
        if level != 1:
            yield at(file, element)


def skipped_levels(file: TaggedFile) -> Iterator[Fault]:
    """A heading more than one level below the heading before it."""
    for (_, before), (element, level) in pairwise(_numbered(file)):
        if level > before + 1:
            yield at(file, element, found=str(level), before=str(before))


def two_kinds(file: TaggedFile) -> Iterator[Fault]:
    """Headings with and without levels in one file."""
    if any(True for _ in _numbered(file)):
        for element in file.tree.of_role("H"):
            yield at(file, element)


def two_in_one(file: TaggedFile) -> Iterator[Fault]:
    """An element with two headings without level."""
    for element in file.tree.elements:
        if sum(kid.role == "H" for kid in file.tree.children(element)) > 1:
            yield at(file, element)


def no_headings(file: TaggedFile) -> Iterator[Fault]:
    """A longer file, or one with an outline, without any heading."""
    has_headings = any(element.role == "H" or NUMBERED.fullmatch(element.role) for element in file.tree.elements)
    needs_some = len(file.pages) >= PAGES_WITHOUT_HEADING or file.outline
    if needs_some and file.tree.elements and not has_headings:
        yield Fault()


def _numbered(file: TaggedFile) -> Iterator[tuple[Element, int]]:
    for element in file.tree.elements:
        found = NUMBERED.fullmatch(element.role)
        if found:
            yield element, int(found["level"])
