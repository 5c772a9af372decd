"""What holds for every Word file: nothing is lost or taken twice, and the same bytes give the same document."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefgen.readers import read, text_layer

from .building import (
    PROSE,
    call,
    cell,
    document_of,
    field,
    notes,
    numbered,
    p,
    row,
    run,
    source,
    table,
    word_file,
)
from .test_structure import LEVELS

DEEP = 80

BLOCKS = [
    p(),
    p(PROSE),
    p("Inleiding", "Kop1"),
    p("Achtergrond", "Kop2", numbered(3, 1)),
    p(run("Planning", "<w:b/>")),
    p("een punt;", extra=numbered(2)),
    p("", extra=numbered(1)),
    p(run("Noot.") + call("footnote", 1)),
    p(call("footnote", 2)),
    p(call("footnote", 9), extra=numbered(1)),
    p(run("Regel") + "<w:r><w:br/></w:r><w:r><w:br/></w:r>" + run("nog een.")),
    p(run("Vraag 1") + "<w:r><w:br/></w:r>" + run("Wat vindt u?") + call("endnote", 1)),
    p("Antwoord op vraag 1:"),
    p("Datum 4 december 2023"),
    p("Aan de Voorzitter van de Tweede Kamer der Staten-Generaal"),
    p("De minister van Buitenlandse Zaken,"),
    p("D.M. van Weel"),
    p("Inzet ........ 3", "Inhopg1"),
    p("Kiezen voor een sterke Unie", "Titel"),
    p("Figuur 1: Uitgaven per land", "Bijschrift"),
    p("De inzet is bekend [1] en de code 1), zie m² en handel.1"),
    p("[1] Kamerstuk 21 501-02, nr. 2956."),
    p("1) NOS, 6 maart 2024."),
    p(field("TOC", "Inhoud 1")),
    p("Broken", extra="<w:rPr><w:del/></w:rPr>"),
    table([row(cell("Jaar"), cell("Bedrag")), row(cell("2025"), cell(p("3") + p("4", extra=numbered(1))))]),
    table([row(cell("Onderwerp"), cell(p(run("Inzet") + call("footnote", 3) + run(" van het kabinet"))))], ""),
    table([row(cell("Datum"), cell("12 mei 2024")), row(cell(PROSE), cell(table([row(cell("x"))])))], ""),
    p("<w:r><w:pict><w:txbxContent>" + p("Ons kenmerk") + p("Contactpersoon") + "</w:txbxContent></w:pict></w:r>"),
    p(run(" \u00ad\u200b ")),
]
NOTES = notes("footnote", {1: "Kamerstuk 1.", 2: p("a") + p("b", extra=numbered(1)), 3: "nooit"})


@given(
    st.lists(
        st.sampled_from(BLOCKS) | st.text(min_size=1, max_size=40).map(lambda text: p(run(printable(text)))),
        max_size=25,
    )
)
def test_nothing_of_any_file_is_lost(blocks: list[str]) -> None:
    document_of(word_file("".join(blocks), numbering=LEVELS, footnotes=NOTES, endnotes=notes("endnote", {1: "eind"})))


def printable(text: str) -> str:
    """Text without the characters that XML cannot hold."""
    return "".join(sign for sign in text if sign.isprintable()) or "x"


def test_the_same_bytes_give_the_same_document_and_text() -> None:
    data = word_file("".join(BLOCKS), numbering=LEVELS, footnotes=NOTES)
    assert read(data, source()) == read(data, source())
    assert text_layer(data, source()) == text_layer(data, source())


def test_deeply_nested_markup_is_read() -> None:
    content = "<w:ins>" * DEEP + run(PROSE) + "</w:ins>" * DEEP
    assert [paragraph.text for paragraph in document_of(word_file(p(content))).paragraphs] == [PROSE]
