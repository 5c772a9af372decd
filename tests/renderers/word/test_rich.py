"""Everything that a Word file can show beside statements: pictures, tables, placeholders, languages, an index."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator

from briefgen.ooxml import DRAWING, PACKAGE_RELATIONS, parse, r, w
from briefgen.renderers.docx import render
from briefgen.renderers.vocabulary import PackView
from briefgen.renderers.word.attachments import NOT_IN_XML
from briefgen.renderers.word.contents import entries
from briefgen.renderers.word.fields import fields
from briefgen.renderers.word.marks import Foreign, LinkError, picture, placeholder
from briefgen.renderers.word.ooxml import paragraph_style, paragraph_text, value
from briefgen.renderers.word.package import pack, related_part, relations_part, unpack
from briefgen.renderers.word.pagination import Pages, with_page_numbers
from briefgen.renderers.word.pictures import PER_MILLIMETRE, PER_TWIP
from briefgen.renderers.word.placeholders import bracketed, unfilled
from briefgen.verification import read_word

from ..sample import ROOT
from .rich import ATTACHED, CHARTS, DRAWINGS, rich_file, rich_view

NAMES = ("brief", "onepage", "questions")
BODY = re.compile(rb"<w:body>.*(?=<w:sectPr)", re.DOTALL)


def _part(docx: bytes, name: str = "document") -> etree._Element:
    return parse(unpack(docx, "x")[f"word/{name}.xml"])


def _texts(root: etree._Element, style: str = "") -> list[str]:
    return [paragraph_text(one) for one in root.iter(w("p")) if not style or paragraph_style(one) == style]


def _made(*texts: str, view: PackView | None = None) -> bytes:
    """The rich pack in a template with these paragraphs."""
    parts = unpack((ROOT / "templates/brief.docx").read_bytes(), "x")
    body = "".join(
        text if text.startswith("<") else f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
        for text in texts
    )
    parts["word/document.xml"] = BODY.sub(lambda _: b"<w:body>" + body.encode(), parts["word/document.xml"])
    return render(view or rich_view(), pack(parts), "x", drawings=DRAWINGS)


@pytest.mark.parametrize("name", NAMES)
def test_a_validator_of_the_format_finds_nothing(name: str, tmp_path: Path) -> None:
    file = tmp_path / "pack.docx"
    file.write_bytes(rich_file(name))
    errors = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(str(file)).errors
    assert [str(error) for error in errors] == []


@pytest.mark.parametrize("name", ["brief", "questions"])
def test_every_layout_prints_its_statements_in_order(name: str) -> None:
    paragraphs = iter(_texts(_part(rich_file(name))))
    said = [one.text for chapter in rich_view().chapters for one in chapter.statements if one.text]
    assert [text for text in said if not any(text in words for words in paragraphs)] == []


@pytest.mark.parametrize("name", ["brief", "questions"])
def test_every_table_repeats_its_head_and_leaves_no_tag(name: str) -> None:
    body = _part(rich_file(name))
    assert all(table.find(f"{w('tr')}/{w('trPr')}/{w('tblHeader')}") is not None for table in body.iter(w("tbl")))
    assert not [text for text in _texts(body) if "{%" in text and "7 * 7" not in text]


# --- the front page, changes -------------------------------------------------------------------------------------


def test_a_subject_of_the_front_page_has_a_row_with_its_name_and_below_it_one_with_all_that_is_said() -> None:
    table = next(_part(rich_file()).iter(w("tbl")))
    rows = [[_texts(cell) for cell in row.iter(w("tc"))] for row in table.iter(w("tr"))]
    assert rows[1] == [["Uitbreiding · Gedachtewisseling"], ["Vragen van D66 en PVV"]]
    assert rows[3] == [["Midden-Oosten"], ["–"]]
    first, second = rich_view().chapters[0].statements[:2]
    assert [line for line in rows[2][0] if line in {first.byline, second.byline}] == [first.byline, second.byline]
    assert len(rows[2]) == 1


def test_a_changed_position_says_so_and_names_the_cabinets() -> None:
    bylines = _texts(_part(rich_file()), "Byline")
    assert [line for line in bylines if "kabinet-Jetten" in line and line.endswith(rich_view().labels.reversed)]
    assert [line for line in bylines if line.startswith("Eerder · ") and "kabinet-Schoof" in line]


def test_words_of_others_look_otherwise_than_those_of_the_cabinet() -> None:
    assert _texts(_part(rich_file()), "QuoteStance")


def test_a_paper_that_is_named_leads_to_where_it_is_published() -> None:
    parts = unpack(rich_file(), "x")
    rows = {row.get("Id"): row.get("Target") for row in parse(parts["word/_rels/document.xml.rels"])}
    body = parse(parts["word/document.xml"])
    words = {rows.get(link.get(r("id"))): "".join(map(str, link.itertext())) for link in body.iter(w("hyperlink"))}
    assert words["https://a.nl/k"] == "Kamerstukken II 2025/26, 36 715, nr. 32"


# --- pictures ----------------------------------------------------------------------------------------------------


def test_a_picture_has_lines_dots_and_words_for_who_does_not_see_it() -> None:
    parts = unpack(rich_file(), "x")
    rows = {row.get("Id"): row.get("Target") for row in parse(parts["word/_rels/document.xml.rels"])}
    drawings = list(parse(parts["word/document.xml"]).iter(w("drawing")))
    assert len(drawings) == 2
    for drawing in drawings:
        about = next(drawing.iter(f"{{{DRAWING}}}docPr"))
        chart = next(one for one in CHARTS if about.get("name") == f"f_{one.id}")
        assert (about.get("descr"), about.get("title")) == (chart.alt, chart.title)
        files = [rows[node.get(r("embed"))] or "" for node in drawing.iter() if node.get(r("embed"))]
        data = [parts[posixpath.join("word", name)] for name in files]
        assert data == [DRAWINGS[chart.id].png, DRAWINGS[chart.id].svg]
    assert len({next(one.iter(f"{{{DRAWING}}}docPr")).get("id") for one in drawings}) == 2
    types = parts["[Content_Types].xml"].decode()
    assert 'Extension="svg"' in types
    assert 'Extension="png"' in types


def test_a_picture_is_never_wider_than_the_text() -> None:
    body = _part(rich_file())
    section = next(body.iter(w("sectPr")))
    page, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    assert page is not None
    assert margins is not None
    room = int(page.get(w("w"), "")) - sum(int(margins.get(w(side), "")) for side in ("left", "right"))
    sizes = {
        next(one.iter(f"{{{DRAWING}}}docPr")).get("name"): next(one.iter(f"{{{DRAWING}}}extent"))
        for one in body.iter(w("drawing"))
    }
    assert sizes["f_dekking"].get("cx") == str(100 * PER_MILLIMETRE)
    assert int(sizes["f_standpunten"].get("cx", "")) == room * PER_TWIP
    assert int(sizes["f_standpunten"].get("cy", "")) == round(room * PER_TWIP * 0.4)


def test_a_picture_that_nobody_drew_is_its_description() -> None:
    made = render(rich_view(), (ROOT / "templates/brief.docx").read_bytes(), "x")
    assert _texts(_part(made), "Picture") == [chart.alt for chart in (CHARTS[1], CHARTS[0])]


def test_a_picture_stands_in_the_run_of_its_tag_in_any_template() -> None:
    number = next(number for number, chapter in enumerate(rich_view().chapters) if chapter.pictures)
    body = _part(_made(f"Kijk: {{{{ chapters[{number}].pictures[0] | picture }}}}!"))
    paragraph = next(body.iter(w("p")))
    assert [child.tag for run in paragraph.iter(w("r")) for child in run] == [w("t"), w("drawing"), w("t")]
    with pytest.raises(LinkError):
        picture(rich_view().chapters[0])


def test_a_picture_can_stand_in_a_header(tmp_path: Path) -> None:
    number = next(number for number, chapter in enumerate(rich_view().chapters) if chapter.pictures)
    parts = unpack((ROOT / "templates/brief.docx").read_bytes(), "x")
    tag = f"{{{{ chapters[{number}].pictures[0] | picture }}}}".encode()
    parts["word/header1.xml"] = parts["word/header1.xml"].replace(b"{{ title }}", tag)
    docx = render(rich_view(), pack(parts), "x", drawings=DRAWINGS)
    made = unpack(docx, "x")
    assert b"media/f_standpunten.svg" in made["word/_rels/header1.xml.rels"]
    assert len(list(parse(made["word/header1.xml"]).iter(w("drawing")))) == 1
    file = tmp_path / "header.docx"
    file.write_bytes(docx)
    errors = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(str(file)).errors
    assert [str(error) for error in errors] == []


def test_captions_are_counted_and_listed() -> None:
    body = _part(rich_file())
    captions = [f"Figuur {number}. {chart.title}" for number, chart in enumerate((CHARTS[1], CHARTS[0]), 1)]
    assert _texts(body, "Caption") == captions
    assert _texts(body, "TableofFigures") == captions
    bookmarks = {
        mark.get(w("name")): paragraph_text(next(mark.iterancestors(w("p")))) for mark in body.iter(w("bookmarkStart"))
    }
    figures = [(link, anchor) for link, anchor in entries(body) if paragraph_style(_above(link)) == "TableofFigures"]
    assert [bookmarks[anchor] for _, anchor in figures] == captions


def _above(node: etree._Element) -> etree._Element:
    return next(node.iterancestors(w("p")))


def test_the_data_behind_a_picture_is_a_table_as_wide_as_the_text() -> None:
    tables = {tuple(_texts(next(table.iter(w("tr"))))): table for table in _part(rich_file()).iter(w("tbl"))}
    table = tables[CHARTS[1].head]
    rows = [tuple(_texts(row)) for row in table.iter(w("tr"))]
    assert tuple(rows[1:]) == CHARTS[1].rows
    widths = [int(column.get(w("w"), "")) for column in table.iter(w("gridCol"))]
    assert len(widths) == 5
    assert max(widths) == widths[0], "the column with the longest words is the widest"
    for row in table.iter(w("tr")):
        assert [int(cell.get(w("w"), "")) for cell in row.iter(w("tcW"))] == widths


# --- what people are to write ------------------------------------------------------------------------------------


def test_what_is_to_be_written_is_seen_and_found() -> None:
    docx = rich_file()
    assert unfilled(docx) == ("todo_vrij", "todo_uitbreiding_invulling_1", "todo_uitbreiding_invulling_2")
    body = _part(docx)
    controls = list(body.iter(w("sdt")))[1:]
    assert [value(control.find(w("sdtPr")), "alias") for control in controls] == [
        "Inleiding",
        "Spreekpunten",
        "Gevoeligheden",
    ]
    words = ["".join(text.text or "" for text in control.iter(w("t"))) for control in controls]
    assert words == ["[In te vullen]", "[In te vullen: drie zinnen]", "[wat beter niet gezegd wordt]"]
    assert all(style.get(w("val")) == "PlaceholderText" for one in controls for style in one.iter(w("rStyle")))


def test_what_somebody_wrote_is_filled() -> None:
    parts = unpack(rich_file(), "x")
    body = parse(parts["word/document.xml"])
    first, second, third = (one for one in body.iter(w("sdt")) if value(one.find(w("sdtPr")), "tag"))
    next(first.iter(w("t"))).text = "Voorzitter, dank u wel."
    for gone in (second, third):  # Word takes the control away with its words
        parent = gone.getparent()
        assert parent is not None
        parent.remove(gone)
    assert second is not third
    paragraph = next(
        mark for mark in body.iter(w("bookmarkStart")) if mark.get(w("name")) == "todo_uitbreiding_invulling_2"
    ).getparent()
    assert paragraph is not None
    run = etree.SubElement(paragraph, w("r"))
    etree.SubElement(run, w("t")).text = "Niet over beginnen."
    parts["word/document.xml"] = etree.tostring(body)
    assert unfilled(pack(parts)) == ("todo_uitbreiding_invulling_1",)


def test_brackets_stand_once_around_a_placeholder() -> None:
    assert [bracketed(words) for words in ("[x]", "x", "[a] en b")] == ["[x]", "[x]", "[[a] en b]"]
    with pytest.raises(LinkError):
        placeholder(rich_view().chapters[0])


# --- languages ---------------------------------------------------------------------------------------------------


def _languages(root: etree._Element) -> dict[str, set[str]]:
    """The words of runs by the language that they name."""
    found: dict[str, set[str]] = {}
    for run in root.iter(w("r")):
        language = value(run.find(w("rPr")), "lang") or ""
        found.setdefault(language, set()).update(text.text or "" for text in run.iter(w("t")))
    return found


@pytest.mark.parametrize("name", ["brief", "questions"])
def test_words_in_another_language_say_so_and_no_others(name: str) -> None:
    docx = rich_file(name)
    said = _languages(_part(docx))["en"]
    statements = {one.text for chapter in rich_view().chapters for one in chapter.statements if one.language}
    annex = [one for source in rich_view().annex for one in source.paragraphs if one.language]
    assert statements
    assert annex
    expected = statements | {one.text for one in annex} | {one.path for one in annex}
    assert {line for text in expected for line in text.split("\n")} == said
    notes = _languages(_part(docx, "footnotes"))["en"]
    assert notes == {one.path for one in annex}


def test_the_language_goes_with_the_words_into_any_run_and_link() -> None:
    number = next(
        number for number, chapter in enumerate(rich_view().chapters) if any(one.language for one in chapter.statements)
    )
    words = f"chapters[{number}].statements[0]"
    made = _made(f"x {{{{ {words}.text }}}} y", f"{{{{ {words}.text | link('https://a.nl') }}}}", "<w:p/>")
    runs = [(value(run.find(w("rPr")), "lang"), run.findtext(w("t"))) for run in _part(made).iter(w("r"))]
    text = rich_view().chapters[number].statements[0].text
    assert runs[:4] == [(None, "x "), ("en", text), (None, " y"), ("en", text)]


def test_foreign_words_are_words() -> None:
    words = Foreign("here", "en")
    assert (words, words.language, words.upper()) == ("here", "en", "HERE")


# --- what the file says of itself --------------------------------------------------------------------------------


def test_the_properties_name_author_keywords_and_marking() -> None:
    core = unpack(rich_file(), "x")["docProps/core.xml"].decode()
    assert "<dc:creator>Directie Integratie Europa</dc:creator>" in core
    assert "<cp:keywords>Uitbreiding, Rechtsstaat</cp:keywords>" in core
    assert f"<cp:category>{rich_view().marking}</cp:category>" in core


def test_a_template_without_properties_gets_them() -> None:
    parts = unpack((ROOT / "templates/brief.docx").read_bytes(), "x")
    for name in ("docProps/core.xml", "docProps/app.xml"):
        del parts[name]
    parts["_rels/.rels"] = re.sub(rb'<Relationship Id="(core|app)"[^>]*/>', b"", parts["_rels/.rels"])
    made = unpack(render(rich_view(), pack(parts), "x"), "x")
    assert related_part(made, "", "core-properties") == "docProps/core.xml"
    assert b"briefgen" in made["docProps/app.xml"]


def test_an_attached_file_comes_out_as_it_went_in() -> None:
    assert read_word(rich_file(), "x").attested == ATTACHED.data
    assert read_word(_made("{{ title }}"), "x").attested is None


def test_an_attached_file_is_declared_and_has_the_properties_of_custom_xml() -> None:
    parts = unpack(rich_file(), "x")
    assert related_part(parts, "word/document.xml", "customXml") == "customXml/item1.xml"
    assert related_part(parts, "customXml/item1.xml", "customXmlProps") == "customXml/itemProps1.xml"
    assert b"urn:briefgen:attachment" in parts["customXml/itemProps1.xml"]
    rows = parts[relations_part("customXml/item1.xml")]
    assert f'<Relationships xmlns="{PACKAGE_RELATIONS}">'.encode() in rows, "LibreOffice reads no prefix here"


def test_characters_that_xml_forbids_are_written_as_json_can() -> None:
    assert NOT_IN_XML.sub("", '{"a":\n\t"é"}') == '{"a":\n\t"é"}'
    assert NOT_IN_XML.sub("", "\x00\x0b\r\uffff") == ""


# --- the index ---------------------------------------------------------------------------------------------------


def test_the_index_leads_to_the_statements_and_gets_their_pages() -> None:
    docx = rich_file()
    lines = [one for one in _part(docx).iter(w("p")) if paragraph_style(one) == "Index1"]
    assert [paragraph_text(one) for one in lines] == [
        "Uitbreiding, Hoofdlijnen, Wat veranderde",
        "36 715, nr. 32, Wat veranderde",
    ]
    pages = Pages({"i_hoofdlijn_1": 2, "i_nieuw": 9, "i_stuk": 10}, 12)
    numbered = with_page_numbers(docx, pages)
    shown = _texts(_part(numbered), "Index1")
    assert shown == ["Uitbreiding, Hoofdlijnen\xa02, Wat veranderde\xa09", "36 715, nr. 32, Wat veranderde\xa010"]
    assert with_page_numbers(numbered, pages) == numbered


def test_a_reference_to_a_page_in_a_template_shows_the_page() -> None:
    simple = '<w:p><w:fldSimple w:instr=" PAGEREF s_kern \\h "><w:r><w:t>?</w:t></w:r></w:fldSimple></w:p>'
    numbered = with_page_numbers(_made("{{ chapters[1] | bookmark }}Kern", simple), Pages({"s_kern": 7}, 9))
    assert _texts(_part(numbered))[:2] == ["Kern", "7"]


def test_fields_within_fields_are_told_apart() -> None:
    run = "<w:r>{}</w:r>"
    pieces = (
        *('<w:fldChar w:fldCharType="begin"/>', "<w:instrText> IF </w:instrText>"),
        *('<w:fldChar w:fldCharType="begin"/>', "<w:instrText> PAGE </w:instrText>"),
        *('<w:fldChar w:fldCharType="end"/>', '<w:fldChar w:fldCharType="separate"/>', "<w:t>a</w:t>", "<w:t>b</w:t>"),
        *('<w:fldChar w:fldCharType="end"/>', '<w:fldChar w:fldCharType="end"/>'),
    )
    root = _part(_made(f"<w:p>{''.join(map(run.format, pieces))}</w:p>"))
    inner, outer = fields(root)[:2]
    assert (inner.name, outer.name) == ("PAGE", "IF")
    outer.show("c")
    assert [text.text for text in outer.results()] == ["c", ""]
