"""Page numbers of a finished Word file: read from its layout as PDF, written as the results of its fields.

Only a program that lays out pages knows on which page a heading stands. The numbers are therefore taken from the PDF
that such a program makes of the file itself, and stand in the file as what Word last calculated (17.16.4.3 of
ECMA-376, part 1): Word shows them without a question.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from .contents import entries
from .ooxml import element, parse, serialise, text_element, w
from .package import main_part, pack, story_parts, unpack

# The instruction of a field that shows how many pages the file has.
PAGE_COUNT = re.compile(r"\s*NUMPAGES\b")


@dataclass(frozen=True, slots=True)
class Pages:
    """On which pages the bookmarks of a file stand, and how many pages it has.

    Attributes:
        of_destination: the names of destinations in a PDF to their pages, counted from 1.
        count: of all pages.
    """

    of_destination: Mapping[str, int]
    count: int

    def of_bookmark(self, name: str) -> int | None:
        """The page of a bookmark; LibreOffice writes the code of a `_` in the name of a destination."""
        return self.of_destination.get(name) or self.of_destination.get(name.replace("_", "5F"))


def with_page_numbers(docx: bytes, pages: Pages) -> bytes:
    """The file with a page number behind every entry of its contents, and the number of pages in its footers.

    Numbers that are there already are replaced.

    Args:
        docx: a finished pack.
        pages: of its layout.
    """
    parts = unpack(docx, "docx")
    main = main_part(parts)
    for name in story_parts(parts):
        root = parse(parts[name])
        if name == main:
            for entry, anchor in entries(root):
                _number_entry(entry, anchor, pages)
        _count_pages(root, pages.count)
        parts[name] = serialise(root)
    return pack(parts)


def _number_entry(entry: etree._Element, anchor: str, pages: Pages) -> None:
    """Puts a tab and the page number at the end of the link of an entry (`PAGEREF`, 17.16.5.43)."""
    page = pages.of_bookmark(anchor)
    if page is None:
        return
    for old in list(entry)[1:]:
        entry.remove(old)
    contents = (
        element("tab"),
        element("fldChar", fldCharType="begin"),
        text_element(rf" PAGEREF {anchor} \h ", "instrText"),
        element("fldChar", fldCharType="separate"),
        text_element(str(page)),
        element("fldChar", fldCharType="end"),
    )
    for content in contents:
        run = element("r")
        run.append(content)
        entry.append(run)


def _count_pages(root: etree._Element, count: int) -> None:
    """Writes the number of pages as the result of the fields that show it."""
    for instruction in root.iter(w("instrText")):
        run = instruction.getparent()
        if PAGE_COUNT.match(instruction.text or "") and run is not None:
            result = next((text for later in run.itersiblings(w("r")) for text in later.iter(w("t"))), None)
            if result is not None:
                result.text = str(count)
