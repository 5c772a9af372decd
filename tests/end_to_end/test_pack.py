"""The default pack, from the sources to the files, read back by other programs."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import docx
import pikepdf
import pypdfium2
import pytest
from lxml import etree

from briefgen.pack import Pack
from briefgen.pipeline.build import build
from briefgen.provenance import covered_text, without_whitespace
from briefgen.renderers.vocabulary import anchor

from .conftest import NAME, OPTIONS, ROOT, Told

pytestmark = pytest.mark.xdist_group("end-to-end")

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def word_text(built: Path) -> str:
    """All text of the Word file in reading order, tables included, without white space."""
    body = docx.Document(str(built / f"{NAME}.docx")).element.body
    return without_whitespace("".join(node.text or "" for node in body.iter(f"{W}t")))


HYPHENS = str.maketrans("", "", "-\u2011\x02\ufffe")  # pdfium marks a hyphen at the end of a line by a sign of its own


def plain(text: str) -> str:
    """Text without white space and hyphens."""
    return without_whitespace(text).translate(HYPHENS)


def word_notes(built: Path) -> etree._Element:
    """The footnotes of the Word file."""
    with zipfile.ZipFile(built / f"{NAME}.docx") as package:
        return etree.fromstring(package.read("word/footnotes.xml"))


def pdf_text(built: Path) -> str:
    """All text of the PDF in reading order, plain."""
    document = pypdfium2.PdfDocument(built / f"{NAME}.pdf")
    return plain("".join(page.get_textpage().get_text_bounded() for page in document))


def test_a_build_makes_word_pdf_json_and_manifest(built: Path) -> None:
    assert {path.name for path in built.iterdir()} == {
        f"{NAME}.docx",
        f"{NAME}.pdf",
        "pack.json",
        "receipt.json",
        "manifest.json",
    }


def test_every_statement_is_cited_and_verbatim_in_its_source(pack: Pack) -> None:
    texts = {source.id: (ROOT / source.file).read_text("utf-8-sig") for source in pack.sources}
    for section in pack.sections:
        for item in section.items:
            assert item.citations or not item.quoted
            if item.quoted:
                assert any(item.text in pack.citation_by_key[key].text for key in item.citations)
    for citation in pack.citations:
        covered = covered_text(texts[citation.source], citation.spans)
        assert without_whitespace(covered) == without_whitespace(citation.text)


def test_every_statement_names_its_holder_and_date(pack: Pack) -> None:
    for section in pack.sections:
        for item in section.items:
            if item.quoted:
                assert item.holder
                assert item.holder_kind
                assert item.date


def test_words_of_experts_and_parties_never_stand_as_those_of_the_cabinet(pack: Pack) -> None:
    holders = {source.id: source.holder for source in pack.sources}
    for section in pack.sections:
        for item in section.items:
            for key in item.citations:
                if holders[pack.citation_by_key[key].source] != "kabinet":
                    assert item.holder_kind != "kabinet"
            if item.type in ("question", "remark"):
                assert item.holder_kind == "fractie"


def test_the_pack_is_the_one_the_definition_asks_for(pack: Pack) -> None:
    ids = [section.id for section in pack.sections]
    assert pack.sections[0].layout == "summary"
    assert len(set(ids)) == len(ids)
    assert {"position", "question", "answer", "option", "commitment"} <= {
        item.type for section in pack.sections for item in section.items
    }
    assert 40 <= len(pack.citations) <= 120


def test_the_presidency_stands_first_and_is_not_that_of_the_council_of_europe(pack: Pack) -> None:
    first = [key for section in pack.sections for item in section.items for key in item.citations][:3]
    assert all("2029" in pack.citation_by_key[key].text for key in first)
    for section in pack.sections:
        for item in section.items:
            assert "Raad van Europa" not in item.text


def test_the_word_file_holds_every_statement_in_order(built: Path, pack: Pack) -> None:
    text, position = word_text(built), 0
    for section in pack.sections:
        for item in section.items:
            position = text.find(without_whitespace(item.text), position)
            assert position >= 0, item.id


def test_every_link_in_the_word_file_leads_to_a_bookmark(built: Path, pack: Pack) -> None:
    body = docx.Document(str(built / f"{NAME}.docx")).element.body
    notes = word_notes(built)
    bookmarks = [node.get(f"{W}name") for node in body.iter(f"{W}bookmarkStart")]
    targets = {node.get(f"{W}anchor") for part in (body, notes) for node in part.iter(f"{W}hyperlink")} - {None}
    assert len(set(bookmarks)) == len(bookmarks)
    assert targets <= set(bookmarks)
    assert {anchor("c", citation.key) for citation in pack.citations} <= targets
    assert {anchor("i", item.id) for section in pack.sections for item in section.items if item.quoted} <= targets


def test_the_word_file_has_one_note_for_each_cited_paragraph(built: Path, pack: Pack) -> None:
    notes = [note for note in word_notes(built) if note.get(f"{W}type") is None]
    linked = [link.get(f"{W}anchor") for note in notes for link in note.iter(f"{W}hyperlink")]
    assert sorted(linked) == sorted(anchor("c", citation.key) for citation in pack.citations)


def test_the_pdf_holds_every_statement_in_order(built: Path, pack: Pack) -> None:
    text, position = pdf_text(built), 0
    for section in pack.sections:
        for item in section.items:
            place = text.find(plain(item.text)[:30], position)
            assert place >= 0, item.id
            position = place


def test_the_pdf_holds_every_cited_paragraph(built: Path, pack: Pack) -> None:
    # A paragraph may be broken by the foot of a page: its beginning and its end are there.
    text = pdf_text(built)
    for citation in pack.citations:
        whole = plain(citation.text)
        assert whole[:30] in text
        assert whole[-30:] in text


def test_the_pdf_has_language_title_outline_and_links_that_resolve(built: Path, pack: Pack) -> None:
    with pikepdf.open(built / f"{NAME}.pdf") as pdf:
        assert str(pdf.Root.Lang) == "nl-NL"
        assert str(pdf.docinfo["/Title"]).startswith(pack.title)
        names = _destinations(pdf)
        wanted = [str(link.Dest) for page in pdf.pages for link in page.get("/Annots", []) if "/Dest" in link]
        assert wanted
        assert set(wanted) <= names
        with pdf.open_outline() as outline:
            titles = [entry.title for entry in outline.root]
        assert [section.title for section in pack.sections if section.level == 1] == [
            title for title in titles if title in {section.title for section in pack.sections}
        ]


def _destinations(pdf: pikepdf.Pdf) -> set[str]:
    found: set[str] = set()
    nodes = [pdf.Root.Names.Dests]
    while nodes:
        node = nodes.pop()
        nodes.extend(node.get("/Kids", []))
        names = list(node.get("/Names", []))
        found.update(str(name) for name in names[::2])
    return found


def test_the_same_inputs_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    build(ROOT, OPTIONS, tmp_path, Told())
    for path in built.iterdir():
        assert (tmp_path / NAME / path.name).read_bytes() == path.read_bytes(), path.name


def test_json_holds_no_path_of_the_machine_and_no_time(built: Path) -> None:
    for name in ("pack.json", "manifest.json"):
        text = (built / name).read_text("utf-8")
        assert str(ROOT) not in text
        assert not re.search(r"\d\d:\d\d:\d\d", text)
        json.loads(text)
