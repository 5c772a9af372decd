import io
import posixpath
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator

from briefgen.ooxml import PACKAGE_RELATIONS, r, w
from briefgen.renderers.docx import render
from briefgen.renderers.page import page_of
from briefgen.renderers.word.ooxml import paragraph_style, paragraph_text

from .sample import AWKWARD, ROOT, view, web_template

TEMPLATE = (ROOT / "templates/brief.docx").read_bytes()
CORE = "{http://purl.org/dc/elements/1.1/}"


@pytest.fixture(scope="module")
def pack() -> bytes:
    return render(view(), TEMPLATE, "templates/brief.docx")


@pytest.fixture(scope="module")
def body(pack: bytes) -> etree._Element:
    return _part(pack, "word/document.xml")


def _part(docx: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return etree.fromstring(archive.read(name))


def _paragraphs(root: etree._Element, style: str) -> list[str]:
    return [paragraph_text(paragraph) for paragraph in root.iter(w("p")) if paragraph_style(paragraph) == style]


def _bookmarks(root: etree._Element) -> dict[str, etree._Element]:
    """Each bookmark with its paragraph."""
    return {
        mark.get(w("name"), ""): next(mark.iterancestors(w("p")))
        for mark in root.iter(w("bookmarkStart"))
    }  # fmt: skip


def _links(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Each link inside the file: the words of its paragraph and the bookmark it goes to."""
    for link in root.iter(w("hyperlink")):
        if link.get(w("anchor")):
            yield paragraph_text(next(link.iterancestors(w("p")))), link.get(w("anchor"), "")


def test_a_validator_of_the_format_finds_nothing(pack: bytes, tmp_path: Path) -> None:
    file = tmp_path / "pack.docx"
    file.write_bytes(pack)
    result = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(str(file))
    assert [str(error) for error in result.errors] == []


def test_a_cover_with_many_sources_says_how_many_in_word_as_on_the_page() -> None:
    many = view().model_copy(update={"sources": view().sources[:1] * 12})
    body = _part(render(many, TEMPLATE, "templates/brief.docx"), "word/document.xml")
    assert _paragraphs(body, "CoverSource") == ["12"]
    assert '<p class="cover-count">12</p>' in page_of(many, web_template())


def test_every_statement_stands_in_the_file_in_the_order_of_the_pack(body: etree._Element) -> None:
    printed = iter([paragraph_text(paragraph) for paragraph in body.iter(w("p"))])
    expected = [statement.text for chapter in view().chapters for statement in chapter.statements]
    assert len(expected) >= 40
    assert [text for text in expected if not any(text in words for words in printed)] == []


def test_a_quotation_full_of_signs_of_xml_and_templates_is_printed_verbatim(body: etree._Element) -> None:
    assert [words for words in _paragraphs(body, "Quote") if words.startswith(AWKWARD)]


def test_quotations_have_another_style_than_own_words(body: etree._Element) -> None:
    own = [item.text for chapter in view().chapters for item in chapter.statements if not item.quoted]
    assert own
    assert all(any(text in words for words in _paragraphs(body, "OwnWords")) for text in own)
    assert not set(own) & set(_paragraphs(body, "Quote"))


def test_every_link_inside_the_file_arrives(body: etree._Element) -> None:
    targets = {target for _, target in _links(body)}
    assert targets <= _bookmarks(body).keys()


def test_bookmarks_are_unique_closed_and_named_as_word_allows(body: etree._Element) -> None:
    starts = list(body.iter(w("bookmarkStart")))
    ids = [mark.get(w("id")) for mark in starts]
    names = [mark.get(w("name"), "") for mark in starts]
    assert len(set(ids)) == len(ids) == len(set(names))
    assert sorted(ids) == sorted(mark.get(w("id")) for mark in body.iter(w("bookmarkEnd")))
    assert all(len(name) <= 40 and name.replace("_", "a").isalnum() for name in names)


def test_the_bookmark_of_a_statement_stands_around_its_words(body: etree._Element) -> None:
    bookmarks = _bookmarks(body)
    statements = [statement for chapter in view().chapters for statement in chapter.statements]
    assert all(item.text in paragraph_text(bookmarks[item.anchor]) for item in statements)


def _notes(pack: bytes) -> dict[str, etree._Element]:
    """The footnotes by number, without the marks between text and notes."""
    notes = _part(pack, "word/footnotes.xml").iter(w("footnote"))
    return {note.get(w("id"), ""): note for note in notes if note.get(w("type")) is None}


def _cited(paragraph: etree._Element, notes: dict[str, etree._Element], body: etree._Element) -> list[str]:
    """The bookmarks in the annex to which the notes of a paragraph lead, whether new or repeated."""
    found = []
    for node in paragraph.iter(w("footnoteReference"), w("instrText")):
        reference = node
        if node.tag == w("instrText"):
            mark = next(
                one for one in body.iter(w("bookmarkStart")) if one.get(w("name")) == (node.text or "").split()[1]
            )
            after = mark.getnext()
            assert after is not None
            reference = next(after.iter(w("footnoteReference")))
        link = next(notes[reference.get(w("id"), "")].iter(w("hyperlink")))
        found.append(link.get(w("anchor"), ""))
    return found


def test_every_statement_has_notes_on_the_paragraphs_it_cites(pack: bytes, body: etree._Element) -> None:
    bookmarks, notes = _bookmarks(body), _notes(pack)
    for chapter in view().chapters:
        for statement in chapter.statements:
            cited = _cited(bookmarks[statement.anchor], notes, body)
            assert cited == [source.anchor for source in statement.sources]


def test_the_notes_are_the_citations_of_the_pack_each_once(pack: bytes) -> None:
    links = [link.get(w("anchor")) for note in _notes(pack).values() for link in note.iter(w("hyperlink"))]
    assert sorted(links) == sorted(paragraph.anchor for source in view().annex for paragraph in source.paragraphs)


def test_a_note_gives_label_headings_and_number_in_the_annex(pack: bytes) -> None:
    words = {paragraph_text(note[0]) for note in _notes(pack).values()}
    for source in view().annex:
        for cited in source.paragraphs:
            path = f" · {cited.path}" if cited.path else ""
            assert f" {cited.label}{path} · {view().labels.annex} [{cited.number}]" in words


def test_a_reference_to_an_earlier_note_shows_the_number_of_that_note(body: etree._Element) -> None:
    shown = []
    for node in body.iter(w("footnoteReference"), w("instrText")):
        if node.tag == w("footnoteReference"):
            shown.append(node.get(w("id")))
        elif (node.text or "").split()[0] == "NOTEREF":
            run = node.getparent()
            assert run is not None
            result = list(run.itersiblings(w("r")))[1]
            assert result.findtext(w("t")) in shown
    assert shown == [str(number) for number in range(1, len(shown) + 1)]


def test_every_paragraph_of_the_annex_links_back_to_the_statements_that_cite_it(body: etree._Element) -> None:
    bookmarks = _bookmarks(body)
    for source in view().annex:
        for cited in source.paragraphs:
            label = bookmarks[cited.anchor]
            entry = [label, *_following(label, 3)]
            targets = [link.get(w("anchor")) for node in entry for link in node.iter(w("hyperlink"))]
            assert targets == [back.anchor for back in cited.cited_in]
            assert cited.text in [paragraph_text(node) for node in entry]


def _following(paragraph: etree._Element, count: int) -> list[etree._Element]:
    return list(paragraph.itersiblings())[:count]


def test_contents_equal_the_headings_and_link_to_them(body: etree._Element) -> None:
    headings = [
        (paragraph_text(paragraph), paragraph_style(paragraph))
        for paragraph in body.iter(w("p"))
        if paragraph_style(paragraph) in {"Heading1", "Heading2"}
    ]
    entries = [paragraph for paragraph in body.iter(w("p")) if (paragraph_style(paragraph) or "").startswith("TOC")][1:]
    assert [(paragraph_text(entry), (paragraph_style(entry) or "")[-1]) for entry in entries] == [
        (text, (style or "")[-1]) for text, style in headings
    ]
    for entry in entries:
        link = entry.find(w("hyperlink"))
        assert link is not None
        assert paragraph_text(_bookmarks(body)[link.get(w("anchor"), "")]) == paragraph_text(entry)


def test_nothing_makes_word_ask_whether_to_update_fields(pack: bytes, body: etree._Element) -> None:
    assert not list(_part(pack, "word/settings.xml").iter(w("updateFields")))
    assert not [node for node in body.iter(w("fldChar"), w("fldSimple")) if node.get(w("dirty"))]


def test_fields_are_opened_separated_and_closed(pack: bytes, body: etree._Element) -> None:
    for root in (body, _part(pack, "word/footer1.xml")):
        kinds = [node.get(w("fldCharType")) for node in root.iter(w("fldChar"))]
        assert kinds == ["begin", "separate", "end"] * (len(kinds) // 3)


def test_web_addresses_are_links_of_the_file(pack: bytes, body: etree._Element) -> None:
    relations = _part(pack, "word/_rels/document.xml.rels")
    targets = {
        row.get("Id"): row.get("Target")
        for row in relations.iter(f"{{{PACKAGE_RELATIONS}}}Relationship")
        if row.get("TargetMode") == "External"
    }
    used = {link.get(r("id")) for link in body.iter(w("hyperlink"))} - {None}
    assert used == set(targets)
    assert set(targets.values()) == {source.url for source in view().sources if source.url}


def test_header_and_footer_carry_title_marking_and_page(pack: bytes) -> None:
    header, footer = (_part(pack, f"word/{name}.xml") for name in ("header1", "footer1"))
    assert _paragraphs(header, "Header") == [f"{view().title}\t{view().marking}"]
    assert _paragraphs(footer, "Footer") == [f"{view().marking}\tPagina 1 van 1"]
    assert [node.text for node in footer.iter(w("instrText"))] == [" PAGE ", " NUMPAGES "]


def test_no_paragraph_is_empty_and_no_tag_is_left(body: etree._Element) -> None:
    words = [paragraph_text(paragraph) for paragraph in body.iter(w("p"))]
    assert "" not in [text.strip() for text in words]
    assert not [text for text in words if "{%" in text and text != AWKWARD]


def test_table_heads_repeat_on_every_page(body: etree._Element) -> None:
    for table in body.iter(w("tbl")):
        first = table.find(w("tr"))
        assert first is not None
        assert first.find(f"{w('trPr')}/{w('tblHeader')}") is not None


def test_the_file_says_what_it_is_and_in_which_language(pack: bytes) -> None:
    core = _part(pack, "docProps/core.xml")
    assert core.findtext(f"{CORE}title") == view().title
    assert core.findtext(f"{CORE}subject") == view().subtitle
    assert core.findtext(f"{CORE}language") == "nl-NL"
    languages = {node.get(w("val")) for node in _part(pack, "word/styles.xml").iter(w("lang"))}
    assert languages == {"nl-NL"}


def test_an_english_pack_is_in_english() -> None:
    made = render(view().model_copy(update={"language": "en-GB"}), TEMPLATE, "brief.docx")
    assert {node.get(w("val")) for node in _part(made, "word/styles.xml").iter(w("lang"))} == {"en-GB"}


def test_the_same_pack_gives_the_same_bytes(pack: bytes) -> None:
    assert render(view(), TEMPLATE, "templates/brief.docx") == pack


def test_the_file_gives_a_day_only_when_it_is_told_one(pack: bytes) -> None:
    dated = render(view(), TEMPLATE, "brief.docx", created=date(2026, 6, 1))
    assert b"2026-06-01T00:00:00Z" in etree.tostring(_part(dated, "docProps/core.xml"))
    assert b"T00:00:00Z" not in etree.tostring(_part(pack, "docProps/core.xml"))


def test_entries_of_the_archive_are_sorted_and_without_clock(pack: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(pack)) as archive:
        names = archive.namelist()
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert names[0] == "[Content_Types].xml"
    assert names[1:] == sorted(names[1:])


def test_the_template_and_the_pack_hold_every_part_they_speak_of(pack: bytes) -> None:
    for data in (TEMPLATE, pack):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            for relations in [name for name in names if name.endswith(".rels")]:
                folder = posixpath.dirname(posixpath.dirname(relations))
                for row in etree.fromstring(archive.read(relations)):
                    if row.get("TargetMode") != "External":
                        assert posixpath.join(folder, row.get("Target", "")) in names


def test_characters_that_word_cannot_hold_become_a_replacement_sign() -> None:
    chapter = view().chapters[0]
    odd = chapter.model_copy(update={"title": "een\x0bpagina\ufdd0 met\x1f tekens"})
    made = render(view().model_copy(update={"chapters": (odd,)}), TEMPLATE, "brief.docx")
    assert "een\ufffdpagina\ufffd met\ufffd tekens" in _paragraphs(_part(made, "word/document.xml"), "Heading1")


def test_a_line_end_inside_a_quotation_is_a_line_end_in_word() -> None:
    chapter = view().chapters[0]
    first = chapter.statements[0].model_copy(update={"text": "eerste regel\ntweede regel"})
    changed = chapter.model_copy(update={"statements": (first,)})
    made = _part(
        render(view().model_copy(update={"chapters": (changed,)}), TEMPLATE, "brief.docx"), "word/document.xml"
    )
    (paragraph,) = [node for node in made.iter(w("p")) if paragraph_text(node) == "eerste regel\ntweede regel"]
    signs = [child.tag for run in paragraph.iter(w("r")) for child in run if child.tag != w("rPr")]
    assert signs[:3] == [w("t"), w("br"), w("t")]


def test_an_empty_pack_is_a_file_that_opens(tmp_path: Path) -> None:
    empty = view().model_copy(
        update={"chapters": (), "annex": (), "sources": (), "gaps": (), "subtitle": "", "audience": ""}
    )
    file = tmp_path / "empty.docx"
    file.write_bytes(render(empty, TEMPLATE, "brief.docx"))
    assert [str(e) for e in OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(str(file)).errors] == []


def test_every_text_of_the_pack_is_printed_somewhere(body: etree._Element) -> None:
    everything = "\n".join(paragraph_text(paragraph) for paragraph in body.iter(w("p")))
    chapters = [text for chapter in view().chapters for text in (chapter.title, chapter.intro, chapter.gap)]
    sources = [text for source in view().sources for text in (source.title, source.date, source.reference)]
    gaps = [text for gap in view().gaps for text in (gap.section, gap.subject, gap.reason)]
    annex = [text for source in view().annex for cited in source.paragraphs for text in (cited.label, cited.path)]
    assert [text for text in chapters + sources + gaps + annex if text not in everything] == []


def _saved_by_libreoffice(docx: bytes, folder: Path) -> bytes:
    (folder / "file.docx").write_bytes(docx)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", "docx", "--outdir", "saved", "file.docx"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return (folder / "saved/file.docx").read_bytes()


def _words(root: etree._Element) -> list[str]:
    """The words of all paragraphs, white space folded: LibreOffice writes page breaks into the text."""
    folded = (" ".join(paragraph_text(paragraph).split()) for paragraph in root.iter(w("p")))
    return [words for words in folded if words]


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_keeps_words_links_and_bookmarks_when_it_saves_again(
    pack: bytes, body: etree._Element, tmp_path: Path
) -> None:
    saved = _part(_saved_by_libreoffice(pack, tmp_path), "word/document.xml")
    assert _words(saved) == _words(body)
    assert _bookmarks(body).keys() <= _bookmarks(saved).keys()
    assert [target for _, target in _links(saved)] == [target for _, target in _links(body)]
    references = [len(list(root.iter(w("footnoteReference")))) for root in (saved, body)]
    assert references[0] == references[1] > 0


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_template_saved_by_libreoffice_gives_the_same_words_and_links(body: etree._Element, tmp_path: Path) -> None:
    template = _saved_by_libreoffice(TEMPLATE, tmp_path)
    made = _part(render(view(), template, "brief.docx"), "word/document.xml")
    assert _words(made) == _words(body)
    assert [target for _, target in _links(made)] == [target for _, target in _links(body)]


def test_the_view_is_left_as_it_was() -> None:
    before = view().model_dump_json()
    render(view(), TEMPLATE, "brief.docx")
    assert view().model_dump_json() == before
