"""What a Word file holds and its reader does not see, and the text that stands elsewhere than in the body."""

from __future__ import annotations

import pytest

from briefgen.readers import text_layer

from .building import (
    PROSE,
    cell,
    codes,
    document_of,
    field,
    furniture,
    headings,
    p,
    row,
    run,
    source,
    table,
    texts,
    word_file,
)

VANISH = "<w:vanish/>"
LINKED = '<w:rStyle w:val="Hyperlink"/>'


def deleted(text: str) -> str:
    return f'<w:del w:id="1"><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def test_inserted_text_is_read_and_deleted_text_is_nowhere() -> None:
    content = run("De inzet is ") + deleted("oud en ") + f'<w:ins w:id="2">{run("nieuw en ")}</w:ins>' + run("bekend.")
    data = word_file(p(content))
    document = document_of(data)
    assert texts(document) == ["De inzet is nieuw en bekend."]
    assert "oud" not in text_layer(data, source())
    assert "insertions: 1, deletions: 1" in document.diagnostics[0].message
    assert codes(document) == ["tracked-changes"]


def test_moved_text_stands_only_where_it_went() -> None:
    body = p(f"<w:moveFrom>{run('Dit is verplaatst.')}</w:moveFrom>{run('Eerst.')}")
    body += p(f"<w:moveTo>{run('Dit is verplaatst.')}</w:moveTo>")
    assert texts(document_of(word_file(body))) == ["Eerst.", "Dit is verplaatst."]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    body = p("De inzet is", extra="<w:rPr><w:del/></w:rPr>") + p(" bekend.")
    assert texts(document_of(word_file(body))) == ["De inzet is bekend."]


def test_a_deleted_row_is_not_there() -> None:
    gone = "<w:tr><w:trPr><w:del/></w:trPr>" + cell("weg") + cell("weg") + "</w:tr>"
    assert texts(document_of(word_file(table([row(cell("een"), cell("twee")), gone])))) == ["een", "twee"]


@pytest.mark.parametrize(
    ("look", "is_hidden"), [(VANISH, True), ('<w:vanish w:val="0"/>', False), ("<w:webHidden/>", False)]
)
def test_hidden_text_is_not_read_and_counted(look: str, is_hidden: bool) -> None:
    document = document_of(word_file(p(run("Zichtbaar. ") + run("Verborgen.", look))))
    assert ("Verborgen." in texts(document)[0]) is not is_hidden
    assert codes(document) == (["hidden-text"] if is_hidden else [])


def test_comments_are_counted_and_not_read() -> None:
    comments = f'<w:comment w:id="1">{p("Klopt dit wel?")}</w:comment>'
    document = document_of(
        word_file(p(run("De inzet.") + '<w:r><w:commentReference w:id="1"/></w:r>'), comments=comments)
    )
    assert texts(document) == ["De inzet."]
    assert codes(document) == ["comments"]


def test_of_a_field_the_result_stays() -> None:
    nested = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
        + field("DOCPROPERTY x", "verborgen")
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("zichtbaar")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    content = run("Zie ") + field("REF _Ref1", "paragraaf 2") + run(" en ") + nested
    content += f'<w:fldSimple w:instr="DATE">{run(" nu")}</w:fldSimple>'
    assert texts(document_of(word_file(p(content)))) == ["Zie paragraaf 2 en zichtbaar nu"]


def test_the_text_of_a_link_stays_and_its_line_is_no_heading() -> None:
    link = f"<w:hyperlink>{run('Het hele rapport', LINKED)}</w:hyperlink>"
    document = document_of(word_file(p("Inzet", "Kop1") + p(PROSE) + p(link) + p(PROSE)))
    assert headings(document) == [(1, "Inzet")]
    assert "Het hele rapport" in texts(document)


def test_the_lines_of_a_contents_field_are_contents() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>'
    begin += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    body = p("<w:r/>" + begin + run("Inzet") + "<w:r><w:tab/></w:r>" + run("2"))
    body += p(run("Planning 3") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>') + p("Slot 4", "Inhopg1")
    document = document_of(word_file(body + p("Inzet", "Kop1") + p(PROSE)))
    assert furniture(document, "contents") == ["Inzet 2", "Planning 3", "Slot 4"]
    assert headings(document) == [(1, "Inzet")]


def test_text_boxes_are_read_once_behind_the_paragraph_that_holds_them() -> None:
    box = f"<w:txbxContent>{p('In het kader staat een zin.')}</w:txbxContent>"
    drawing = f"<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
    drawing += f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    document = document_of(word_file(p(run(PROSE) + f"<w:r>{drawing}</w:r>") + p(PROSE)))
    assert texts(document) == [PROSE, "In het kader staat een zin.", PROSE]


def test_a_box_with_a_colophon_is_no_text() -> None:
    lines = [
        "Directoraat-Generaal Politie",
        "Turfmarkt 147",
        "Postbus 20301",
        "Contactpersoon",
        "Ons kenmerk",
        "5086975",
    ]
    box = f"<w:txbxContent>{''.join(p(line) for line in lines)}</w:txbxContent>"
    body = p(run(PROSE) + f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>") + p(PROSE)
    document = document_of(word_file(body))
    assert texts(document) == [PROSE, PROSE]
    assert furniture(document, "letterhead") == lines


def test_a_letterhead_in_a_table_gives_the_metadata() -> None:
    rows = [
        row(cell("Aan de Voorzitter van de Tweede Kamer der Staten-Generaal")),
        row(cell("Datum"), cell("4 december 2023")),
        row(cell("Onderwerp"), cell("Beantwoording van vragen over milieudelicten")),
    ]
    document = document_of(word_file(table(rows, "") + p(PROSE)))
    assert texts(document) == [PROSE]
    assert document.metadata.date == "2023-12-04"
    assert document.metadata.title == "Beantwoording van vragen over milieudelicten"


def test_headers_and_footers_are_running_heads() -> None:
    edges = '<w:sectPr><w:headerReference r:id="header"/><w:footerReference r:id="footer"/></w:sectPr>'
    data = word_file(p(PROSE) + edges, header=p("Ministerie van Algemene Zaken"), footer=p(field("PAGE", "2")))
    document = document_of(data)
    assert texts(document) == [PROSE]
    assert furniture(document, "running_head") == ["Ministerie van Algemene Zaken", "2"]


def test_a_page_break_parts_nothing_but_paragraphs() -> None:
    content = run("De inzet is") + '<w:r><w:br w:type="page"/></w:r>' + run("bekend.")
    document = document_of(word_file(p(content)))
    assert texts(document) == ["De inzet is bekend."]
    assert document.paragraphs[0].page is None


def test_signs_that_are_elements_are_read_and_shapeless_ones_are_not() -> None:
    content = (
        run("Euro\u00ad") + "<w:r><w:noBreakHyphen/></w:r>" + run("pact\u200b ") + '<w:r><w:sym w:char="F0FC"/></w:r>'
    )
    content += "<m:oMath><m:r><m:t> a+b</m:t></m:r></m:oMath>"
    assert texts(document_of(word_file(p(content)))) == ["Euro-pact ✓ a+b"]


def test_words_that_only_ask_for_text_are_none() -> None:
    control = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Klik hier')}</w:sdtContent></w:sdt>"
    filled = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('De inzet.')}</w:sdtContent></w:sdt>"
    assert texts(document_of(word_file(p(control + filled)))) == ["De inzet."]


def test_the_title_of_the_document_is_its_title_and_no_paragraph() -> None:
    document = document_of(word_file(p("Kiezen voor een sterke Unie", "Titel") + p("Inzet", "Kop1") + p(PROSE)))
    assert document.metadata.title == "Kiezen voor een sterke Unie"
    assert furniture(document, "cover") == ["Kiezen voor een sterke Unie"]


CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
    "<dc:title>{title}</dc:title><dc:creator>Jansen, J.</dc:creator><dcterms:created>2023-12-04</dcterms:created>"
    "</cp:coreProperties>"
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a"'
    ' Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"'
    ' Target="docProps/core.xml"/></Relationships>'
)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Kiezen voor een sterke Unie", "Kiezen voor een sterke Unie"),
        ("Microsoft Word - brief.doc", None),
        ("brief v3 def.docx", None),
        ("Document1", None),
        ("", None),
    ],
)
def test_the_properties_give_a_title_and_never_a_name_or_a_date(title: str, expected: str | None) -> None:
    raw = {"docProps/core.xml": CORE.format(title=title), "_rels/.rels": RELATIONS}
    metadata = document_of(word_file(p("Inzet", "Kop1") + p(PROSE), raw=raw)).metadata
    assert (metadata.title, metadata.date, metadata.authors) == (expected, None, ())
