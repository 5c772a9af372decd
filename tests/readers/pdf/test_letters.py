"""A letter of a ministry: text 133 mm wide, a colophon beside it on every page, notes below."""

from __future__ import annotations

from functools import cache

from briefgen.document import Document

from .printing import document_of, note, printed

COLOPHON = (
    '<div class="colophon"><b>Directoraat-Generaal Europa</b><br>Bezuidenhoutseweg 67<br>2594 AC Den Haag<br><br>'
    "<b>Ons kenmerk</b><br>BZ-2026/12345<br><br><b>Bijlage(n)</b><br>2</div>"
)

HEAD = (
    "<p>&gt; Retouradres Postbus 20061 2500 EB Den Haag</p>"
    "<p>Aan de Voorzitter van de Tweede Kamer der Staten-Generaal<br>Postbus 20018<br>2500 EA Den Haag</p>"
    '<table><tr><td style="width: 20mm">Datum<td>27 januari 2026<tr style="vertical-align: top"><td>Betreft'
    "<td>Kabinetsinzet voor de weerbaarheid van de Europese samenwerking en de begroting van de Unie</table><br>"
    "<p>Geachte voorzitter,</p>"
)

FIRST = (
    "Het kabinet zet in op een sterker Europa dat zijn belangen in de wereld beschermt.",
    " De samenwerking met de lidstaten wordt versterkt, zodat de interne markt beter werkt. In 2025 is hiervoor 3,5 "
    "miljard euro uitgetrokken, waarvan een derde deel voor onderzoek is bestemd.",
)
LONG = (
    "De Kamer wordt hierover voor het zomerreces geïnformeerd. Daarbij hoort een langdurige inzet op veiligheid en op "
    "de bescherming van burgers tegen digitale dreigingen, ook in de landen aan de buitengrens. "
) * 9
ITEMS = (
    "de interne markt verdiepen;",
    "de afhankelijkheid van derde landen verkleinen, ook waar dit op korte termijn hogere kosten met zich brengt;",
    "de industrie opschalen.",
)
NOTES = (
    "Kamerstuk 36 715, nr. 32.",
    "Zie ook de brief van 12 juni 2025 (Kamerstuk 21 501-02, nr. 2956) waarin het kabinet uitvoerig ingaat op de "
    "voortgang van de onderhandelingen in Brussel.",
)


@cache
def letter() -> Document:
    items = "".join(f"<li>{item}</li>" for item in ITEMS)
    return document_of(
        printed(
            f"{COLOPHON}{HEAD}<h1>Inleiding</h1><p>{FIRST[0]}{note(NOTES[0])}{FIRST[1]}</p>"
            f"<h2>Nadere uitwerking</h2><p>{LONG}</p><p>{LONG}{note(NOTES[1])}</p>"
            f'<p style="margin: 0">Het kabinet wil:</p><ul>{items}</ul><h1>Tot slot</h1><p>{FIRST[0]}</p>'
            "<p>De minister van Buitenlandse Zaken,</p><br><br><p>D.M. van Weel</p>"
        )
    )


def test_a_paragraph_is_whole_over_lines_and_pages() -> None:
    paragraphs = [paragraph.text for paragraph in letter().paragraphs if paragraph.kind == "body"]
    assert paragraphs == ["".join(FIRST), LONG.strip(), LONG.strip(), "Het kabinet wil:", FIRST[0]]


def test_the_colophon_is_in_no_paragraph_and_no_heading() -> None:
    text = " ".join([*(part.text for part in letter().paragraphs), *(part.text for part in letter().headings)])
    for words in ("Directoraat", "Bezuidenhoutseweg", "kenmerk", "BZ-2026", "Pagina"):
        assert words not in text
    furniture = " ".join(item.text for item in letter().furniture)
    assert furniture.count("Bezuidenhoutseweg 67") == max(part.page or 0 for part in letter().paragraphs) > 1


def test_headings_have_the_level_of_their_letters() -> None:
    headings = [(heading.level, heading.text) for heading in letter().headings]
    assert headings == [(1, "Inleiding"), (2, "Nadere uitwerking"), (1, "Tot slot")]


def test_notes_are_tied_to_the_place_of_their_mark() -> None:
    found = {footnote.text: footnote for footnote in letter().footnotes}
    assert set(found) == set(NOTES)
    first = found[NOTES[0]]
    assert first.label == "1"
    assert first.offset == len(FIRST[0])
    assert letter().paragraph_by_id[first.paragraph or ""].text == "".join(FIRST)
    last = found[NOTES[1]]
    assert last.offset == len(LONG.strip())


def test_the_items_of_a_list_lose_their_bullets() -> None:
    items = [paragraph for paragraph in letter().paragraphs if paragraph.kind == "list_item"]
    assert tuple(item.text for item in items) == ITEMS
    assert {letter().paragraph_by_id[item.lead_in or ""].text for item in items} == {"Het kabinet wil:"}


def test_the_letterhead_tells_date_and_subject_and_is_no_text() -> None:
    metadata = letter().metadata
    assert metadata.date == "2026-01-27"
    assert (
        metadata.title == "Kabinetsinzet voor de weerbaarheid van de Europese samenwerking en de begroting van de Unie"
    )
    assert "Postbus" not in " ".join(paragraph.text for paragraph in letter().paragraphs)


def test_who_signs_is_the_author() -> None:
    assert [author.name for author in letter().metadata.authors] == ["D.M. van Weel"]
    assert letter().paragraphs[-1].kind == "signature"


def test_every_paragraph_knows_its_page() -> None:
    pages = [paragraph.page for paragraph in letter().paragraphs]
    assert pages[0] == 1
    assert None not in pages
    assert pages == sorted(pages, key=lambda page: page or 0)
