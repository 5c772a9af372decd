import io
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest

from briefgen.errors import TemplateError
from briefgen.renderers import Rendered, pdf
from briefgen.renderers.vocabulary import PackView
from briefgen.renderers.web import WebTemplate

from .every_layout import every_commission
from .sample import ATTACHED, commission, view
from .tagging.rules import faults

# What stands at the head and the foot of a page: after the text of the page, in the order of its content.
RUNNING = re.compile(
    r"Nederlands voorzitterschap van de Raad van de EU in 2029[^\n]*\nConcept – openbare bronnen Pagina.*"
)
# White space, the hyphen, and the sign by which PDFium marks a hyphen at the end of a line.
SPACE = re.compile(r"[\s\ufffe\x02-]+")


@pytest.fixture(scope="module")
def made() -> Rendered:
    return pdf.render(commission())


@pytest.fixture(scope="module")
def file(made: Rendered) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(made.content)) as opened:
        yield opened


@pytest.fixture(scope="module")
def pages(made: Rendered) -> list[str]:
    with pypdfium2.PdfDocument(made.content) as document:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]


def _folded(text: str) -> str:
    return SPACE.sub("", text)


def _links(file: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    return [link for page in file.pages for link in page.get("/Annots", [])]


def _destinations(file: pikepdf.Pdf) -> dict[str, int]:
    """The name of each destination and the page that it is on, counted from 0."""
    page_of = {page.objgen: number for number, page in enumerate(file.pages)}
    return {str(name): page_of[target[0].objgen] for name, target in pikepdf.NameTree(file.Root.Names.Dests).items()}


def _elements(element: pikepdf.Object, kind: str) -> Iterator[pikepdf.Dictionary]:
    if isinstance(element, pikepdf.Array):
        for kid in element:
            yield from _elements(kid, kind)
    elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
        if str(element.S) == kind:
            yield element
        yield from _elements(element.get("/K", pikepdf.Array()), kind)


def test_the_file_has_tags_a_language_and_a_title_that_is_shown(file: pikepdf.Pdf) -> None:
    assert str(file.Root.Lang) == "nl-NL"
    assert file.Root.MarkInfo.Marked
    assert file.Root.ViewerPreferences.DisplayDocTitle
    assert str(file.docinfo.Title) == view().title
    with file.open_metadata(update_docinfo=False) as metadata:
        assert metadata["pdfuaid:part"] == "1"


def test_the_file_says_that_it_is_pdf_a_3a_and_pdf_ua_1(file: pikepdf.Pdf) -> None:
    with file.open_metadata(update_docinfo=False) as metadata:
        told = {name: metadata[name] for name in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part")}
    assert told == {"pdfaid:part": "3", "pdfaid:conformance": "A", "pdfuaid:part": "1"}
    packet = file.Root.Metadata.read_bytes().decode()
    assert "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>" in packet
    assert str(file.Root.OutputIntents[0].S) == "/GTS_PDFA1"


def test_the_properties_name_the_pack_and_its_marking_on_the_day_of_the_pack(file: pikepdf.Pdf) -> None:
    assert str(file.docinfo["/Subject"]) == view().subtitle
    assert str(file.docinfo["/Keywords"]).endswith(view().marking)
    assert str(file.docinfo["/CreationDate"]) == f"D:{commission().pack.as_of.replace('-', '')}000000Z"


def test_a_property_with_signs_of_xml_is_written_as_it_stands() -> None:
    made = pdf.render(
        commission(view().model_copy(update={"title": "<A> & B", "subtitle": "", "author": "O'Neil & Co"}))
    )
    with pikepdf.open(io.BytesIO(made.content)) as opened, opened.open_metadata(update_docinfo=False) as metadata:
        assert (metadata["dc:title"], metadata["dc:creator"]) == ("<A> & B", ["O'Neil & Co"])
        assert "dc:description" not in metadata


def test_the_pack_and_its_provenance_are_inside_with_what_they_are_to_the_file(file: pikepdf.Pdf) -> None:
    inside = {name: file.attachments[name].get_file().read_bytes() for name in file.attachments}
    assert inside == {attached.name: attached.data for attached in ATTACHED}
    relations = {str(one.UF): (str(one.AFRelationship), str(one.EF.F.Subtype)) for one in file.Root.AF}
    assert relations == {
        "provenance.json": ("/Data", "/application/json"),
        "pack.json": ("/Source", "/application/json"),
    }


def test_the_outline_has_the_chapters_and_their_parts(file: pikepdf.Pdf) -> None:
    with file.open_outline() as outline:
        titles = {chapter.title: [part.title for part in chapter.children] for chapter in outline.root}
    assert titles["Het voorzitterschap in 2029"] == ["Ambities en invloed", "Wat in 2029 op de agenda staat"]
    assert titles["Bronalinea's"] == [source.label for source in view().annex]
    assert {chapter.title for chapter in view().chapters if chapter.level == 1} <= set(titles)


def test_every_link_inside_the_file_resolves_and_every_anchor_is_a_destination(file: pikepdf.Pdf) -> None:
    known = set(_destinations(file))
    assert {str(link.Dest) for link in _links(file) if "/Dest" in link} <= known
    assert {paragraph.anchor for source in view().annex for paragraph in source.paragraphs} <= known
    assert {item.anchor for chapter in view().chapters for item in chapter.statements if item.sources} <= known


def test_a_link_lands_on_the_page_where_its_words_begin(file: pikepdf.Pdf, pages: list[str]) -> None:
    page_of = _destinations(file)
    paragraphs = [(paragraph.anchor, paragraph.text) for source in view().annex for paragraph in source.paragraphs]
    statements = [
        (item.anchor, item.text) for chapter in view().chapters for item in chapter.statements if item.sources
    ]
    for anchor, text in paragraphs + statements:
        assert _folded(text)[:40] in _folded(pages[page_of[anchor]])


def test_every_link_says_in_words_what_it_goes_to(file: pikepdf.Pdf) -> None:
    contents = {str(link.Contents) for link in _links(file)}
    assert {chapter.title for chapter in view().chapters} <= contents
    first = view().chapters[0].statements[0].sources[0]
    assert f"{first.number} {first.label}" in contents


def test_the_text_is_read_whole_and_in_order(pages: list[str]) -> None:
    text = _folded("".join(RUNNING.sub("", page) for page in pages))
    position = 0
    for chapter in view().chapters:
        for statement in chapter.statements:
            words = _folded(statement.text.replace("🙂", "□"))
            position = text.find(words, position)
            assert position >= 0, statement.text
    for source in view().annex:
        for paragraph in source.paragraphs:
            position = text.find(_folded(paragraph.text), position)
            assert position >= 0, paragraph.label


def test_each_page_after_the_cover_has_the_marking_the_pack_and_its_number(pages: list[str]) -> None:
    assert view().marking in " ".join(pages[0].split())
    for number, page in enumerate(pages[1:], 2):
        assert RUNNING.search(page)
        assert f"Pagina {number} van {len(pages)}" in page


def test_the_contents_give_the_page_of_each_chapter(made: Rendered, pages: list[str]) -> None:
    with pypdfium2.PdfDocument(made.content) as document:
        page_of = {entry.get_title(): entry.get_dest().get_index() + 1 for entry in document.get_toc()}
    contents = _folded(pages[page_of["Inhoud"] - 1])
    for chapter in view().chapters:
        assert _folded(f"{page_of[chapter.title]} {chapter.title}") in contents


def test_a_table_has_header_cells_for_its_columns(file: pikepdf.Pdf) -> None:
    tree = file.Root.StructTreeRoot.K
    scopes = [str(cell.A.Scope) for cell in _elements(tree, "/TH")]
    assert scopes == ["/Column"] * 2 + ["/Row"] * (len(scopes) - 2)
    assert len(scopes) > 3


def test_a_table_over_several_pages_repeats_its_head() -> None:
    chapter = view().chapters[-1]
    long = chapter.model_copy(
        update={
            "statements": tuple(
                statement.model_copy(update={"anchor": f"{statement.anchor}_{turn}"})
                for turn in range(15)
                for statement in chapter.statements
            )
        }
    )
    made = pdf.render(commission(view().model_copy(update={"chapters": (long,), "annex": (), "sources": ()})))
    with pypdfium2.PdfDocument(made.content) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    tables = [text for text in texts if "Nederland verwelkomt" in text]
    assert len(tables) > 2
    assert all("Toezegging" in text and "Termijn" in text for text in tables)


def test_fonts_are_embedded_with_their_characters(file: pikepdf.Pdf) -> None:
    fonts = {str(font.BaseFont): font for page in file.pages for font in page.Resources.get("/Font", {}).values()}
    assert {name.split("+")[1].strip("-,") for name in fonts} >= {"Brief-Sans", "Brief-Serif"}
    for font in fonts.values():
        assert "/ToUnicode" in font
        assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor


def test_the_same_pack_gives_the_same_bytes(made: Rendered) -> None:
    assert pdf.render(commission()).content == made.content


def test_the_template_of_the_project_gives_no_warnings_but_for_missing_glyphs(made: Rendered) -> None:
    assert [diagnostic.code for diagnostic in made.diagnostics] == ["missing-glyph"]
    assert "U+1F642 SLIGHTLY SMILING FACE" in made.diagnostics[0].message


@pytest.mark.parametrize("sign", ["\u2011", "→", "Ł", "č", "⁹", "Σ"])
def test_a_sign_that_only_one_of_the_fonts_has_is_printed_from_it(sign: str) -> None:
    pack = view().model_copy(update={"title": f"a{sign}b", "chapters": (), "annex": (), "sources": (), "gaps": ()})
    made = pdf.render(commission(pack))
    assert not made.diagnostics
    assert not faults(made.content)  # a letter that is drawn with the glyph of another one has another width
    with pypdfium2.PdfDocument(made.content) as document:
        assert f"a{sign}b".replace("\u2011", "-") in document[0].get_textpage().get_text_range().replace("\u2011", "-")


def test_importing_the_renderer_does_not_import_weasyprint() -> None:
    check = "import sys, briefgen.renderers.pdf; sys.exit('weasyprint' in sys.modules or 'fontTools' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


def test_every_layout_gives_a_file_that_keeps_the_rules_and_no_warnings() -> None:
    made = pdf.render(every_commission())
    assert not faults(made.content)
    assert {diagnostic.code for diagnostic in made.diagnostics} == {"missing-glyph"}


def test_the_index_gives_the_page_of_each_statement() -> None:
    made = pdf.render(every_commission())
    with pypdfium2.PdfDocument(made.content) as document:
        pages = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    place = re.search(r"36 715, nr\. 32 Krachtenveld (?P<first>\d+) · Kalender (?P<second>\d+)", " ".join(pages))
    assert place
    assert all(heading in pages[int(place[number]) - 1] for number, heading in ((1, "Krachtenveld"), (2, "Kalender")))


# A small template, for what goes wrong.

PAGE = '<html lang="nl"><title>{{ title }}</title><link rel="stylesheet" href="brief.css"><p>{{ title }}</p>'


def _small(style: str, body: str = "") -> WebTemplate:
    return WebTemplate("templates/brief.html", PAGE + body, {"brief.css": style.encode(), "img/kaart.svg": b"<svg/>"})


def _render(template: WebTemplate, pack: PackView | None = None) -> Rendered:
    return pdf.render(commission(pack, template))


def _error(template: WebTemplate) -> TemplateError:
    with pytest.raises(TemplateError) as caught:
        _render(template)
    return caught.value


def test_an_unknown_property_in_a_stylesheet_is_told_with_its_file_and_line() -> None:
    messages = [
        diagnostic.message for diagnostic in _render(_small("p { color: navy }\np { colour: navy; }")).diagnostics
    ]
    assert messages == [
        "brief.css:2: het stijlblad zegt `colour`, maar die eigenschap bestaat niet. Bedoelde u: color?"
    ]


def test_two_fonts_with_one_name_are_refused_before_letters_are_taken_from_the_wrong_one() -> None:
    faces = "\n".join(
        f'@font-face {{ font-family: "{name}"; font-weight: {weight}; src: url({file}) }}'
        for name, weight, file in [
            ("Rijk", "normal", "rijk-latin.woff"),
            ("Rijk", "bold", "rijk-bold.woff"),
            ("Rijk", "400", "rijk-latin-ext.woff"),
        ]
    )
    error = _error(_small(faces))
    assert (error.code, error.file) == ("template-shared-font-name", "brief.css:3")


def test_a_missing_picture_is_told_by_name_with_a_near_one() -> None:
    error = _error(_small("", '<img src="img/kart.svg" alt="Kaart">'))
    assert error.text("nl").startswith("templates/brief.html:1: de sjabloon of haar stijlblad laadt `img/kart.svg`")
    assert error.text("nl").endswith("Bedoelde u: img/kaart.svg?")


def test_all_missing_files_are_told_in_one_run() -> None:
    style = '@font-face { font-family: A; src: url("fonts/a.woff2") }\np { background: url(b.png) }'
    lines = _error(_small(style)).text("en").split("\n")
    assert ["brief.css:1" in lines[0], "`fonts/a.woff2`" in lines[0]] == [True, True]
    assert ["brief.css:2" in lines[1], "`b.png`" in lines[1]] == [True, True]


@pytest.mark.parametrize(
    "address", ["https://example.org/a.css", "file:///etc/hostname", "//example.org/a.css", "../../etc/hostname"]
)
def test_nothing_outside_the_assets_is_loaded(address: str) -> None:
    assert "etc/hostname" in str(error := _error(_small(f'@import url("{address}");'))) or "example.org" in str(error)


def test_a_picture_written_into_the_page_itself_is_shown() -> None:
    pixel = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
    assert not _render(_small("", f'<img src="{pixel}" alt="Punt">')).diagnostics


def test_a_damaged_picture_in_the_page_itself_is_reported() -> None:
    diagnostics = _render(_small("", '<img src="data:nonsense" alt="Punt">')).diagnostics
    assert diagnostics[0].message.startswith("data:nonsense: deze afbeelding kan niet worden gelezen")


def test_a_picture_without_a_description_is_reported() -> None:
    pixel = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
    diagnostics = _render(_small("", f'<img src="{pixel}"><img src="{pixel}" alt="">')).diagnostics
    assert [diagnostic.code for diagnostic in diagnostics] == ["silent-pictures"]


def test_a_table_without_header_cells_is_reported() -> None:
    diagnostics = _render(_small("", "<table><tr><td>a<td>b</table>")).diagnostics
    assert [diagnostic.code for diagnostic in diagnostics] == ["headless-tables"]


def test_a_character_that_no_font_of_this_computer_has_is_replaced_and_reported() -> None:
    made = _render(_small('p::before { content: "x\u0378y" }', "<p>a\u0378b"))
    assert [(each.code, "U+0378" in each.message) for each in made.diagnostics] == [("missing-glyph", True)]
    with pypdfium2.PdfDocument(made.content) as document:
        text = document[0].get_textpage().get_text_range()
    assert "x?y" in text
    assert "a?b" in text


def test_a_page_that_cannot_be_laid_out_is_an_error_of_the_template(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise TypeError("min-content width")

    monkeypatch.setattr("weasyprint.HTML.render", broken)
    assert "min-content width" in str(_error(_small("")))


def test_a_link_without_a_target_is_reported() -> None:
    messages = [diagnostic.message for diagnostic in _render(_small("", '<a href="#niets">x</a>')).diagnostics]
    assert messages == ["brief.css: No anchor #niets for internal URI reference"]


def test_a_broken_tag_is_an_error_of_the_template() -> None:
    assert (
        _error(_small("", "\n{{ secton.title }}")).text("nl").startswith("templates/brief.html:2, {{ secton.title }}")
    )


@pytest.mark.parametrize("content", [b"", b"no font", b"\x00\x01\x00\x00", b"wOFF\x00\x01", b"wOF2" + bytes(60)])
def test_a_file_that_is_not_a_font_is_told_by_name(content: bytes) -> None:
    template = _small('@font-face { font-family: A; src: url("a.woff") }')
    broken = replace(template, assets={**template.assets, "a.woff": content})
    assert str(_error(broken)).startswith("a.woff: this file is not a font")
