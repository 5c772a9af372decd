"""Page numbers of a finished Word file: read from its layout as PDF, written as the results of its fields.

Only a program that lays out pages knows on which page a heading stands. The numbers are therefore taken from the PDF
that such a program makes of the file itself, and stand in the file as what Word last calculated (17.16.4.3 of
ECMA-376, part 1): Word shows them without a question.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from ...ooxml import parse, w
from .contents import entries, styled
from .fields import fields
from .ooxml import clone, element, serialise, text_element
from .package import main_part, pack, related_part, story_parts, unpack
from .styles import style_ids

# What stands between a link of an index and its page number, so that they stay on one line.
NO_BREAK = "\N{NO-BREAK SPACE}"

# The styles of the lines of an index, as every language version of Word names them.
INDEX_STYLES = tuple(f"index {level}" for level in range(1, 10))


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
    """The file with page numbers in its contents, its tables of figures and its index, and their count in its footers.

    Numbers that are there already are replaced.

    Args:
        docx: a finished pack.
        pages: of its layout.
    """
    parts = unpack(docx, "docx")
    main = main_part(parts)
    styles = related_part(parts, main, "styles")
    ids = style_ids(parse(parts[styles])) if styles in parts else {}
    for name in story_parts(parts):
        root = parse(parts[name])
        if name == main:
            _number(root, ids, pages)
        _refresh(root, pages)
        parts[name] = serialise(root)
    return pack(parts)


def _number(body: etree._Element, styles: Mapping[str, str], pages: Pages) -> None:
    """Puts page numbers behind the entries of contents, and behind the links of an index."""
    for link, anchor in entries(body):
        _number_link(link, anchor, element("tab"), pages)
    for paragraph in styled(body, {styles[name] for name in INDEX_STYLES if name in styles}):
        for link in paragraph.iterchildren(w("hyperlink")):
            _number_link(link, link.get(w("anchor"), ""), text_element(NO_BREAK), pages)


def _number_link(link: etree._Element, anchor: str, before: etree._Element, pages: Pages) -> None:
    """Puts the page number at the end of a link (`PAGEREF`, 17.16.5.43).

    Args:
        link: with its words in the first run.
        anchor: where it goes.
        before: what stands between the words and the number.
        pages: of the file.
    """
    page = pages.of_bookmark(anchor)
    if page is None:
        return
    for old in list(link)[1:]:
        link.remove(old)
    contents = (
        before,
        element("fldChar", fldCharType="begin"),
        text_element(rf" PAGEREF {anchor} \h ", "instrText"),
        element("fldChar", fldCharType="separate"),
        text_element(str(page)),
        element("fldChar", fldCharType="end"),
    )
    look = link.find(f"{w('r')}/{w('rPr')}")
    for content in contents:
        run = element("r")
        if look is not None:
            run.append(clone(look))
        run.append(content)
        link.append(run)


def _refresh(root: etree._Element, pages: Pages) -> None:
    """Writes the results of the fields that show a page or the number of pages."""
    for field in fields(root):
        page = pages.of_bookmark(field.arguments[0]) if field.name == "PAGEREF" and field.arguments else None
        if field.name == "NUMPAGES":
            field.show(str(pages.count))
        elif page is not None:
            field.show(str(page))
