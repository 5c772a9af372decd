"""What LibreOffice does to packs and templates: people open, change and save them in it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator

from briefgen.ooxml import DRAWING, parse, w
from briefgen.pipeline.convert import WORD
from briefgen.pipeline.office import office, office_program
from briefgen.renderers.docx import render
from briefgen.renderers.word.checking import check
from briefgen.renderers.word.ooxml import paragraph_text
from briefgen.renderers.word.package import unpack
from briefgen.renderers.word.placeholders import unfilled
from briefgen.verification import read_word

from ..sample import ROOT
from .rich import ATTACHED, DRAWINGS, rich_file, rich_view

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(office_program() is None, reason="LibreOffice is not installed"),
]

NAMES = ("brief", "onepage", "questions")

# LibreOffice keeps no theme when a file was an OpenDocument text on its way; Word does without.
NO_THEME = "relationships/theme' is missing"


@cache
def _saved(docx: bytes, by_way_of: str = "docx") -> bytes:
    """A Word file as LibreOffice saves it again, perhaps with an OpenDocument text in between."""
    with office(str(office_program())) as at_work:
        if by_way_of != "docx":
            return at_work.convert(at_work.convert(docx, "docx", by_way_of, by_way_of), by_way_of, "docx", WORD)
        return at_work.convert(docx, "docx", "docx", WORD)


def _part(docx: bytes, name: str = "document") -> etree._Element:
    return parse(unpack(docx, "x")[f"word/{name}.xml"])


def _words(root: etree._Element) -> list[str]:
    folded = (" ".join(paragraph_text(paragraph).split()) for paragraph in root.iter(w("p")))
    return [words for words in folded if words]


def _links(root: etree._Element) -> list[str]:
    return [link.get(w("anchor"), "web") for link in root.iter(w("hyperlink"))]


def _bookmarks(root: etree._Element) -> set[str]:
    return {mark.get(w("name"), "") for mark in root.iter(w("bookmarkStart"))}


@pytest.mark.parametrize("name", NAMES)
def test_saving_again_keeps_words_notes_links_bookmarks_and_pictures(name: str) -> None:
    made, saved = rich_file(name), _saved(rich_file(name))
    before, after = _part(made), _part(saved)
    assert _words(after) == _words(before)
    assert _links(after) == _links(before)
    assert _bookmarks(before) <= _bookmarks(after)
    notes = [[words for words in _words(_part(docx, "footnotes")) if words] for docx in (made, saved)]
    assert notes[0] == notes[1]
    alternatives = [[one.get("descr") for one in root.iter(f"{{{DRAWING}}}docPr")] for root in (before, after)]
    assert alternatives[0] == alternatives[1]


def test_saving_again_keeps_what_is_to_be_written_and_what_is_attached() -> None:
    saved = _saved(rich_file())
    assert unfilled(saved) == unfilled(rich_file())
    assert read_word(saved, "x").attested == ATTACHED.data


@pytest.mark.parametrize("by_way_of", ["docx", "odt"])
@pytest.mark.parametrize("name", NAMES)
def test_a_template_that_libreoffice_saved_makes_the_same_pack(name: str, by_way_of: str, tmp_path: Path) -> None:
    template = _saved((ROOT / f"templates/{name}.docx").read_bytes(), by_way_of)
    assert check(template, name, rich_view()) == ()
    made = render(rich_view(), template, name, drawings=DRAWINGS)
    assert _words(_part(made)) == _words(_part(rich_file(name)))
    assert _links(_part(made)) == _links(_part(rich_file(name)))
    file = tmp_path / "made.docx"
    file.write_bytes(made)
    errors = [str(error) for error in OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(str(file)).errors]
    assert [error for error in errors if NO_THEME not in error] == []
