"""The templates that ship: every pack made from them is a file that Word and LibreOffice open without a question."""

import shutil
import subprocess
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator

from briefgen.ooxml import parse, w
from briefgen.renderers.docx import render
from briefgen.renderers.word.ooxml import paragraph_style, paragraph_text, value
from briefgen.renderers.word.package import unpack

from ..sample import ROOT, view

NAMES = ("brief", "onepage", "questions")


@cache
def _made(name: str) -> bytes:
    return render(view(), (ROOT / f"templates/{name}.docx").read_bytes(), f"templates/{name}.docx")


def _part(docx: bytes, part: str) -> etree._Element:
    return parse(unpack(docx, "x")[f"word/{part}.xml"])


def _printed(name: str) -> list[str]:
    """The texts of the statements that a template prints, in order."""
    chapters = [chapter for chapter in view().chapters if chapter.opening or name != "onepage"]
    return [statement.text for chapter in chapters for statement in chapter.statements]


@pytest.mark.parametrize("name", NAMES)
def test_a_validator_of_the_format_finds_nothing(name: str, tmp_path: Path) -> None:
    file = tmp_path / "pack.docx"
    file.write_bytes(_made(name))
    errors = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(str(file)).errors
    assert [str(error) for error in errors] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_statement_stands_in_the_file_in_order(name: str) -> None:
    paragraphs = iter([paragraph_text(paragraph) for paragraph in _part(_made(name), "document").iter(w("p"))])
    assert _printed(name)
    assert [text for text in _printed(name) if not any(text in words for words in paragraphs)] == []


@pytest.mark.parametrize("name", NAMES)
def test_there_is_one_note_for_each_paragraph_that_is_cited(name: str) -> None:
    chapters = [chapter for chapter in view().chapters if chapter.opening or name != "onepage"]
    cited = {source.label for chapter in chapters for one in chapter.statements for source in one.sources}
    notes = [paragraph_text(next(one.iter(w("p")))) for one in _part(_made(name), "footnotes")][2:]
    assert len(notes) == len(cited)
    assert {label for label in cited if any(label in note for note in notes)} == cited


@pytest.mark.parametrize("name", NAMES)
def test_every_link_and_every_reference_to_a_note_arrives(name: str) -> None:
    body, notes = _part(_made(name), "document"), _part(_made(name), "footnotes")
    bookmarks = {mark.get(w("name")) for mark in body.iter(w("bookmarkStart"))}
    links = {link.get(w("anchor")) for root in (body, notes) for link in root.iter(w("hyperlink"))} - {None}
    fields = {(one.text or "").split()[1] for one in body.iter(w("instrText")) if "NOTEREF" in (one.text or "")}
    assert links | fields <= bookmarks


@pytest.mark.parametrize("name", NAMES)
def test_every_statement_has_its_bookmark(name: str) -> None:
    bookmarks = {mark.get(w("name")) for mark in _part(_made(name), "document").iter(w("bookmarkStart"))}
    chapters = [chapter for chapter in view().chapters if chapter.opening or name != "onepage"]
    assert {one.anchor for chapter in chapters for one in chapter.statements} <= bookmarks


@pytest.mark.parametrize("name", NAMES)
def test_pages_are_accessible(name: str) -> None:
    body, styles = _part(_made(name), "document"), _part(_made(name), "styles")
    assert [one for one in body.iter(w("p")) if not paragraph_text(one).strip()] == []
    assert all(table.find(f"{w('tr')}/{w('trPr')}/{w('tblHeader')}") is not None for table in body.iter(w("tbl")))
    levels = [
        int(style[-1]) for style in map(paragraph_style, body.iter(w("p"))) if style and style.startswith("Heading")
    ]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert {node.get(w("val")) for node in styles.iter(w("lang"))} == {"nl-NL"}


@pytest.mark.parametrize("name", NAMES)
def test_words_of_a_source_are_set_in_another_letter_than_own_words(name: str) -> None:
    body, styles = _part(_made(name), "document"), _part(_made(name), "styles")
    fonts = {
        style.get(w("styleId")): font.get(w("ascii"))
        for style in styles.iter(w("style"))
        for font in style.iter(w("rFonts"))
    }
    quoted = {
        one.text for chapter in view().chapters for one in chapter.statements if one.quoted and "\n" not in one.text
    }
    for paragraph in body.iter(w("p")):
        for run in paragraph.iter(w("r")):
            if run.findtext(w("t")) in quoted:
                style = value(run.find(w("rPr")), "rStyle") or paragraph_style(paragraph)
                assert fonts.get(style) == "Cambria" or style == "QuoteEarlier"


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("name", NAMES)
def test_libreoffice_keeps_text_notes_links_and_bookmarks(name: str, tmp_path: Path) -> None:
    (tmp_path / "file.docx").write_bytes(_made(name))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", "docx", "--outdir", "saved", "file.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    saved = (tmp_path / "saved/file.docx").read_bytes()
    before, after = _part(_made(name), "document"), _part(saved, "document")
    assert _words(after) == _words(before)
    assert _links(after) == _links(before)
    names = [{mark.get(w("name"), "") for mark in root.iter(w("bookmarkStart"))} for root in (before, after)]
    assert {one for one in names[0] if not one.startswith("_Toc")} <= names[1]
    notes = [[words for words in _words(_part(docx, "footnotes")) if words] for docx in (_made(name), saved)]
    assert notes[0] == notes[1]


def _words(root: etree._Element) -> list[str]:
    folded = (" ".join(paragraph_text(paragraph).split()) for paragraph in root.iter(w("p")))
    return [words for words in folded if words]


def _links(root: etree._Element) -> list[str]:
    return [link.get(w("anchor"), "") for link in root.iter(w("hyperlink")) if link.get(w("anchor"))]
