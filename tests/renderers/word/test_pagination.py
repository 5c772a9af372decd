"""Page numbers from a layout, as the results of fields."""

import pytest
from lxml import etree

from briefgen.ooxml import parse, w
from briefgen.renderers.docx import render
from briefgen.renderers.word.contents import entries
from briefgen.renderers.word.ooxml import paragraph_text
from briefgen.renderers.word.package import unpack
from briefgen.renderers.word.pagination import Pages, with_page_numbers

from ..sample import ROOT, view


@pytest.fixture(scope="module")
def pack() -> bytes:
    return render(view(), (ROOT / "templates/brief.docx").read_bytes(), "brief.docx")


def _body(docx: bytes) -> etree._Element:
    return parse(unpack(docx, "x")["word/document.xml"])


def _pages(docx: bytes) -> Pages:
    """A layout in which every heading stands three pages after the one before it."""
    names = [anchor for _, anchor in entries(_body(docx))]
    return Pages({name.replace("_", "5F"): 3 * number for number, name in enumerate(names, 1)}, 99)


def test_every_entry_of_the_contents_gets_its_page_as_the_result_of_a_field(pack: bytes) -> None:
    numbered = with_page_numbers(pack, _pages(pack))
    found = entries(_body(numbered))
    assert len(found) >= 10
    for number, (entry, anchor) in enumerate(found, 1):
        assert paragraph_text(next(entry.iterancestors(w("p")))).endswith(f"\t{3 * number}")
        assert entry.findtext(f".//{w('instrText')}") == rf" PAGEREF {anchor} \h "
    assert not [node for node in _body(numbered).iter(w("fldChar")) if node.get(w("dirty"))]


def test_the_number_of_pages_stands_in_the_footers(pack: bytes) -> None:
    parts = unpack(with_page_numbers(pack, _pages(pack)), "x")
    for name in ("word/footer1.xml", "word/footer2.xml"):
        words = paragraph_text(next(parse(parts[name]).iter(w("p"))))
        assert words.endswith("Pagina 1 van 99")


def test_numbering_twice_gives_the_same_bytes(pack: bytes) -> None:
    once = with_page_numbers(pack, _pages(pack))
    assert with_page_numbers(once, _pages(pack)) == once


def test_an_entry_whose_page_is_not_known_gets_no_number(pack: bytes) -> None:
    body = _body(with_page_numbers(pack, Pages({}, 1)))
    assert not [node for node in body.iter(w("instrText")) if "PAGEREF" in (node.text or "")]
