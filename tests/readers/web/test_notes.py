"""Notes of pages, in the shapes in which sites write them."""

from __future__ import annotations

import pytest

from briefgen.document import Document

from .page import page

TEXT = "De Unie groeit."


def notes(document: Document) -> list[tuple[str, str, str | None, int | None]]:
    return [(note.label, note.text, note.paragraph, note.offset) for note in document.footnotes]


SHAPES = {
    "pandoc": (
        "<p>De Unie<a href='#fn1' class='footnote-ref' id='fnref1' role='doc-noteref'><sup>1</sup></a> groeit.</p>"
        "<section class='footnotes'><ol><li id='fn1'><p>Zie de brief.<a href='#fnref1'>↩︎</a></p></li></ol></section>"
    ),
    "word": (
        "<p class=MsoNormal>De Unie<a href='#_ftn1' name='_ftnref1'><span><span>[1]</span></span></a> groeit.</p>"
        "<div><hr><div id=ftn1><p class=MsoFootnoteText><a href='#_ftnref1' name='_ftn1'><span>[1]</span></a>"
        " Zie de brief.</p></div></div>"
    ),
    "official journal": (
        "<p>De Unie <a href='#ntr1' id='ntc1'>(<span class='super'>1</span>)</a> groeit.</p><hr>"
        "<p class='note'><a href='#ntc1' id='ntr1'>(<span class='super'>1</span>)</a> Zie de brief.</p>"
    ),
    "officielebekendmakingen": (
        "<p>De Unie<sup><a class='nootnum supernote-click-ID-1' href='#ID-1'>1</a></sup> groeit.</p>"
        "<div id='noten'><hr><div class='noot snoot' id='ID-1'><sup>1</sup><p>Zie de brief.</p></div></div>"
    ),
    "anchor before the note": (
        "<p>De Unie<sup><a href='#n1'>1</a></sup> groeit.</p><div><a name='n1'></a><p>1. Zie de brief.</p></div>"
    ),
    "several notes in one block": (
        "<p>De Unie<sup><a href='#n1'>1</a></sup> groeit.</p><p>Nog een zin.<sup><a href='#n2'>2</a></sup></p>"
        "<div><a id='n1'>1</a> Zie de brief.<br><a id='n2'>2</a> Zie ook het advies.</div>"
    ),
    "rows of a table": (
        "<p>De Unie<sup><a href='#n1'>1</a></sup> groeit.</p>"
        "<table><tr><td><a id='n1'>1</a></td><td>Zie de brief.</td></tr></table>"
    ),
    "terms and descriptions": (
        "<p>De Unie<sup><a href='#n1'>1</a></sup> groeit.</p><dl><dt id='n1'>1</dt><dd>Zie de brief.</dd></dl>"
    ),
    "brackets around the link": (
        "<p>De Unie [<a href='#n1' id='r1'>1</a>] groeit.</p><p id='n1'>[<a href='#r1'>1</a>] Zie de brief.</p>"
    ),
    "raised figures without links": ("<p>De Unie<sup>1</sup> groeit.</p><p><sup>1</sup> Zie de brief.</p>"),
    "a list below its heading": ("<p>De Unie<sup>1</sup> groeit.</p><h2>Noten</h2><ol><li>Zie de brief.</li></ol>"),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_note_leaves_the_text_and_keeps_the_place_of_its_mark(shape: str) -> None:
    document = page(f"<main><h1>Brief</h1>{SHAPES[shape]}</main>")
    assert document.paragraphs[0].text == TEXT
    assert notes(document)[0] == ("1", "Zie de brief.", "p1", len("De Unie"))
    assert all(note.text not in paragraph.text for note in document.footnotes for paragraph in document.paragraphs)
    assert [problem.code for problem in document.diagnostics] == []


def test_notes_in_one_block_end_where_the_next_begins() -> None:
    document = page(f"<main>{SHAPES['several notes in one block']}</main>")
    assert notes(document)[1] == ("2", "Zie ook het advies.", "p2", len("Nog een zin."))


def test_a_note_that_is_called_twice_keeps_its_first_mark() -> None:
    document = page(
        "<main><p>Een<sup><a href='#n1'>1</a></sup> en twee<sup><a href='#n1'>1</a></sup>.</p>"
        "<p id='n1'>1 Zie de brief.</p></main>"
    )
    assert document.paragraphs[0].text == "Een en twee."
    assert notes(document) == [("1", "Zie de brief.", "p1", 3)]


@pytest.mark.parametrize(
    "body",
    [
        "<p>Zie hoofdstuk <a href='#h1'>1</a> van de brief.</p><h2 id='h1'>1. Inleiding</h2><p>Tekst.</p>",
        "<p>Zie artikel 17, lid <a href='#l1'>1</a>.</p><p id='l1'>1. Een ieder heeft recht op zorg.</p>",
        "<div id='a1'><p>Zie lid <a href='#l2'>2</a>.</p><p id='l2'>Anders dan <a href='#a1'>hier</a>.</p></div>",
        "<p>De oppervlakte is 12 m<sup>2</sup> in de 18<sup>e</sup> eeuw.</p><p>2. Een tweede punt.</p>",
        "<p>De uitstoot van CO<sub>2</sub> daalt.</p>",
    ],
)
def test_a_number_that_calls_no_note_stays_text(body: str) -> None:
    document = page(f"<main>{body}</main>")
    assert not document.footnotes
    assert not [item for item in document.furniture if item.kind == "mark"]


def test_a_link_in_a_note_stays_in_its_text() -> None:
    document = page(
        "<main><p>De Unie<sup><a href='#n1'>1</a></sup>.</p><p id='n1'><sup>1</sup> Zie "
        "<a href='https://zoek.officielebekendmakingen.nl/kst-36715-32.html'>36 715, nr. 32</a>.</p></main>"
    )
    assert notes(document) == [("1", "Zie 36 715, nr. 32.", "p1", 7)]
    (link,) = document.links
    assert (link.footnote, link.target) == (0, "36715-32")
    assert document.footnotes[0].text[slice(*link.span)] == "36 715, nr. 32"
