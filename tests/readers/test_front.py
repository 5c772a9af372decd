"""Letterhead, cover, contents, the page around a document, and the metadata that they give."""

from __future__ import annotations

import pytest

from briefgen.document import Document
from briefgen.readers.front import ADDRESSEE, CONTENTS_LINE, DOSSIER, PAPER

from .reading import document_of, furniture, headings, texts

PROSE = (
    "De wereldorde waarin de EU zich de afgelopen 80 jaar heeft ontwikkeld verandert snel en blijvend. "
    "De EU zal moeten mee veranderen. Dit stelt de EU, en ook Nederland, voor een grote opgave."
)

PAGE = f"""\
[overzicht] [activiteiten] [besluiten] [commissies]
[toezeggingen] [stemmingen] [verslagen] [wat is dit?]

Voortgang van de handelsagenda

Brief regering

Nummer: 2026D01234, datum: 2026-02-03, bijgewerkt: 2026-02-04 14:52

Onderdeel van kamerstukdossier 36715 -41 Staat van de Europese Unie.

Onderdeel van zaak 2026Z00567:

Preview document

36715 Staat van de Europese Unie

Nr. 41 Brief van de minister van Economische Zaken

Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 3 februari 2026

{PROSE}

De minister van Economische Zaken,
V.P.G. Karremans
"""

LETTER = f"""\
36 800 V Vaststelling van de begrotingsstaat van het Ministerie van Buitenlandse Zaken (V) voor het jaar 2026

36 800 XVII Vaststelling van de begrotingsstaat voor Buitenlandse Handel (XVII) voor het jaar 2026

Nr. 103 Brief van de ministers van Buitenlandse Zaken en van Buitenlandse Handel

Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 24 april 2026

Hierbij bieden wij u de beleidsbrief aan.

De minister van Buitenlandse Zaken,
T.B.W. Berendsen

Beleidsbrief Buitenlandse Zaken 2026

1. Een realistisch buitenlandbeleid

{PROSE}
"""

REPORT = f"""\
HET STRATEGISCH KOMPAS

Instituut Voorbeeld

Het strategisch kompas

Marie de Vries en Jan Jansen (red.)

Voorbeeld Rapport
Maart 2025

Inhoud

Inleiding\t1
Handel in een nieuwe wereld ........ 12

Inleiding

{PROSE}

Handel in een nieuwe wereld

{PROSE}
"""


def place_of(document: Document, text: str, name: str) -> str:
    start, end = document.metadata.spans[name]
    return text[start:end]


def test_a_scraped_page_is_navigation_and_its_facts_are_metadata() -> None:
    document = document_of(PAGE)
    assert texts(document) == [PROSE, "De minister van Economische Zaken, V.P.G. Karremans"]
    assert len(furniture(document, "navigation")) == 8
    assert document.metadata.title == "Voortgang van de handelsagenda"
    assert document.metadata.identifiers.model_dump() == {
        "kamerstuk": ("36715-41",),
        "document": ("2026D01234",),
        "zaak": ("2026Z00567",),
    }
    assert document.date == "2026-02-03"
    assert place_of(document, PAGE, "date") == "3 februari 2026"


def test_a_letter_with_two_dossiers_has_two_numbers() -> None:
    document = document_of(LETTER)
    assert document.metadata.identifiers.kamerstuk == ("36800-V-103", "36800-XVII-103")
    assert document.metadata.place == "Den Haag"
    assert document.metadata.addressee == "de Voorzitter van de Tweede Kamer der Staten-Generaal"
    assert place_of(document, LETTER, "place") == "Den Haag"


def test_the_title_of_an_enclosed_document_is_the_title() -> None:
    document = document_of(LETTER)
    assert document.metadata.title == "Beleidsbrief Buitenlandse Zaken 2026"
    assert headings(document) == [(1, "1. Een realistisch buitenlandbeleid")]
    assert texts(document)[0] == "Hierbij bieden wij u de beleidsbrief aan."


def test_a_report_has_cover_contents_title_editors_and_month() -> None:
    document = document_of(REPORT)
    assert document.metadata.title == "Het strategisch kompas"
    assert document.metadata.publisher == "Voorbeeld"
    assert document.metadata.date == "2025-03"
    assert [author.name for author in document.metadata.authors] == ["Marie de Vries", "Jan Jansen"]
    assert [text for _, text in headings(document)] == ["Inhoud", "Inleiding", "Handel in een nieuwe wereld"]
    assert len(furniture(document, "contents")) == 2


def test_a_text_that_says_nothing_of_itself_has_no_metadata() -> None:
    metadata = document_of(f"{PROSE}\n\n{PROSE} Zie Kamerstuk 36 715, nr. 32 van 27 januari 2026.\n").metadata
    assert metadata.model_dump(exclude={"language", "identifiers", "spans", "authors"}, exclude_none=True) == {}
    assert metadata.identifiers.kamerstuk == ()
    assert metadata.authors == ()


def test_page_numbers_and_running_heads_are_furniture() -> None:
    page = f"Kamerbrief over handel, nr. 12 {{}}\n\n{PROSE} De Unie en de\n\n{{}}\n\f"
    document = document_of("".join(page.format(number, number) for number in (1, 2, 3)) + f"\n{PROSE}\n")
    assert len(furniture(document, "running_head")) == 3
    assert furniture(document, "page_number") == ["1", "2", "3"]
    assert not document.headings


@pytest.mark.parametrize(
    ("text", "dossier", "chapter"),
    [
        ("36715 Staat van de Europese Unie 2025", "36715", None),
        ("36 800 XVII Vaststelling van de begrotingsstaat", "36 800", "XVII"),
        ("21 501-02 Raad Algemene Zaken en Raad Buitenlandse Zaken", "21 501", "02"),
    ],
)
def test_lines_of_a_dossier(text: str, dossier: str, chapter: str | None) -> None:
    match = DOSSIER.match(text)
    assert match
    assert (match["dossier"], match["chapter"]) == (dossier, chapter)


def test_lines_that_look_like_a_letterhead() -> None:
    assert not DOSSIER.match("2500 EA Den Haag")
    assert PAPER.match("Nr. 32 Brief van de minister van Buitenlandse Zaken")
    assert not PAPER.match("Nrs. 12 en 14 zijn vervallen")
    assert ADDRESSEE.match("Aan de Voorzitter van de Tweede Kamer der Staten-Generaal")
    assert not ADDRESSEE.match("Aan tien zogenaamde Thematafels werd gesproken")
    assert CONTENTS_LINE.fullmatch("Inleiding ....... 3")
    assert not CONTENTS_LINE.fullmatch("De uitgaven stegen tot 3")


COPIED = f"""\
Ga direct naar hoofdinhoud

Tweede Kamer der Staten-Generaal

Home › Kamerstukken › Brieven regering › Agenda Raad

Brief regering

Agenda van de Raad van 24 februari 2026

Datum: 13 februari 2026
Nummer: 2026D07001
Download het document (PDF)

Geachte voorzitter,

{PROSE}

Naar boven
Volg ons op X
"""


def test_a_page_above_and_below_a_short_letter_does_not_swallow_the_letter() -> None:
    document = document_of(COPIED)
    assert texts(document) == [PROSE]
    assert furniture(document, "letterhead") == ["Geachte voorzitter,"]
    assert furniture(document, "navigation")[-1] == "Volg ons op X"
    assert document.metadata.title == "Agenda van de Raad van 24 februari 2026"
    assert document.date == "2026-02-13"


def test_the_labels_of_a_letterhead_give_date_and_subject() -> None:
    document = document_of(
        "> Retouradres Postbus 20061 2500 EB Den Haag\n\n"
        "Datum\n13 februari 2026\nBetreft\nGeannoteerde agenda van de Raad\n\n"
        f"Geachte voorzitter,\n\n{PROSE}\n\nHoogachtend,\n\nDe minister van Buitenlandse Zaken,\n\nD.M. van Weel\n"
    )
    assert document.metadata.title == "Geannoteerde agenda van de Raad"
    assert document.metadata.date == "2026-02-13"
    assert [paragraph.kind for paragraph in document.paragraphs] == ["body", "signature", "signature"]
