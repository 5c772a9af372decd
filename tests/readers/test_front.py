"""Letterhead, cover, contents, the page around a document, and the metadata that they give."""

from __future__ import annotations

from textwrap import fill

import pytest

from briefgen.document import Document
from briefgen.readers.front import (
    ADDRESSEE,
    ADOPTED,
    CONTENTS_LINE,
    DOSSIER,
    IMPRINT,
    LABELLED_DATE,
    PAPER,
    SENATE_PAPER,
)

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
    assert document.metadata.identifiers.model_dump(exclude_defaults=True) == {
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


@pytest.mark.parametrize(
    "head",
    [
        "Datum 3 februari 2026\nBetreft Verslag van de Raad",
        "Datum\t3 februari 2026\n\nBetreft\tVerslag van de Raad",
        "Datum: 3 februari 2026\n\nOnderwerp: Verslag van de Raad",
        "Datum\n3 februari 2026\nBetreft\nVerslag van de Raad",
        "Onze referentie BZ2612345\nDatum 3 februari 2026\nBetreft Verslag van de Raad",
    ],
)
def test_a_letter_without_addressee_or_greeting_is_known_by_its_labels(head: str) -> None:
    document = document_of(f"{head}\n\n{PROSE}\n\n{PROSE}\n")
    assert document.metadata.date == "2026-02-03"
    assert document.metadata.title == "Verslag van de Raad"
    assert texts(document) == [PROSE, PROSE]


def test_a_report_may_label_the_date_on_its_cover() -> None:
    document = document_of(f"Weerbare handel in Europa\n\nDatum: 12 maart 2024\n\n{PROSE}\n\n{PROSE}\n")
    assert (document.metadata.title, document.metadata.date) == ("Weerbare handel in Europa", "2024-03-12")


@pytest.mark.parametrize(
    "line",
    [
        "Datum van inwerkingtreding is 1 juli 2026, als de Kamers instemmen.",
        "Datum en plaats van de Raad volgen.",
        "Op die datum 3 februari 2026 sprak de Raad.",
    ],
)
def test_a_line_that_begins_with_a_label_by_chance_is_text(line: str) -> None:
    assert not LABELLED_DATE.match(line)
    assert line in texts(document_of(f"{PROSE}\n\n{line}\n\nOnderwerp van gesprek was de handel.\n\n{PROSE}\n"))


def test_the_page_of_a_paper_on_the_site_of_parliament() -> None:
    document = document_of(
        "Brief regering : Actualisatie Staat van de Unie\n35 982 Staat van de Europese Unie 2022\n"
        "Nr. 7 BRIEF VAN DE MINISTER VAN BUITENLANDSE ZAKEN\nDen Haag, 20 september 2022\n"
        f"{PROSE}\nDe Minister van Buitenlandse Zaken,\nW.B. Hoekstra\n"
        "Ondertekenaars\nW.B. Hoekstra, minister van Buitenlandse Zaken\nBijlagen\nGerelateerde documenten\n"
    )
    assert document.metadata.title == "Actualisatie Staat van de Unie"
    assert document.metadata.identifiers.kamerstuk == ("35982-7",)
    assert [paragraph.kind for paragraph in document.paragraphs] == ["body", "signature"]
    assert furniture(document, "navigation")[-1] == "Gerelateerde documenten"


def test_the_facts_of_an_official_publication_run_together_in_one_row() -> None:
    document = document_of(
        "Kamerstuk\n\nDatum publicatieOrganisatieVergaderjaarDossier- en ondernummer\n"
        "Tweede Kamer der Staten-Generaal2016-201734700 nr. 19\n\n34 700 Kabinetsformatie 2017\n\n"
        f"Nr. 19 BRIEF VAN DE INFORMATEUR\n\nDen Haag, 29 mei 2017\n\n{PROSE}\n\nDe informateur, E.I. Schippers\n"
    )
    assert len(furniture(document, "navigation")) == 3
    assert document.metadata.identifiers.kamerstuk == ("34700-19",)
    assert document.metadata.title is None
    assert not document.headings


@pytest.mark.parametrize(
    ("head", "paper", "date"),
    [
        (
            "35 261 Wijziging van de Algemene wet bestuursrecht\n\nB VOORLOPIG VERSLAG VAN DE VASTE COMMISSIE\n\n"
            "Vastgesteld 21 juni 2022",
            "35261-B",
            "2022-06-21",
        ),
        (
            "31 308\nEvaluatie-instrument beleidsdoorlichting\n\nnr. 3\nVERSLAG VAN EEN ALGEMEEN OVERLEG\n\n"
            "Vastgesteld 28 februari 2008",
            "31308-3",
            "2008-02-28",
        ),
    ],
    ids=["Senate", "older paper"],
)
def test_papers_of_the_senate_and_older_ones_have_a_number_and_a_date(head: str, paper: str, date: str) -> None:
    document = document_of(f"{head}\n\n1. Inleiding\n\n{PROSE}\n")
    assert document.metadata.identifiers.kamerstuk == (paper,)
    assert document.metadata.date == date
    assert headings(document) == [(1, "1. Inleiding")]


def test_the_answer_to_written_questions_has_the_date_on_which_it_came() -> None:
    document = document_of(
        "Vragen van het lid Erkens (VVD) aan de Minister van Binnenlandse Zaken (ingezonden 20 december 2024).\n\n"
        "Antwoord van Minister Uitermark (Binnenlandse Zaken) (ontvangen 4 februari 2025).\n\n"
        f"Vraag 1\n\nDeelt u deze mening?\n\nAntwoord 1\n\n{PROSE}\n"
    )
    assert document.metadata.date == "2025-02-04"


@pytest.mark.parametrize(
    "title",
    [
        "Vragen van het lid Erkens (VVD) aan de Minister van Binnenlandse Zaken over noodpakketten",
        "Vragen van de leden Westerveld (GroenLinks-PvdA) en Bikker (ChristenUnie) over de (toegang tot) zorg",
        "Vragen van het lid Erkens (VVD) aan de Minister van Binnenlandse\nZaken over noodpakketten",
    ],
)
def test_the_line_that_puts_written_questions_is_their_title(title: str) -> None:
    prose = fill(f"{PROSE} {PROSE} {PROSE}", 66)
    text = f"{title} (ingezonden 20 december 2024).\n\nVraag 1\n\nDeelt u deze mening?\n\nAntwoord 1\n\n{prose}\n"
    metadata = document_of(text).metadata
    assert metadata.title == " ".join(title.split())
    assert text[metadata.spans["title"].start : metadata.spans["title"].end] == title


@pytest.mark.parametrize(
    "line",
    [
        "De vragen van het lid Erkens (VVD) over noodpakketten (ingezonden 20 december 2024) beantwoord ik hieronder.",
        "Vragen van het lid Erkens (VVD) over noodpakketten zijn eerder beantwoord.",
    ],
)
def test_a_sentence_that_mentions_written_questions_is_no_title(line: str) -> None:
    assert document_of(f"{line}\n\nVraag 1\n\nDeelt u deze mening?\n\nAntwoord 1\n\n{PROSE}\n").metadata.title is None


def test_a_subject_goes_before_the_line_that_puts_written_questions() -> None:
    document = document_of(
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDatum 13 februari 2026\nBetreft Noodpakketten\n\n"
        "Vragen van het lid Erkens (VVD) over noodpakketten (ingezonden 20 december 2024).\n\n"
        f"Vraag 1\n\nDeelt u deze mening?\n\nAntwoord 1\n\n{PROSE}\n"
    )
    assert document.metadata.title == "Noodpakketten"


def test_the_stationery_of_a_ministry_is_letterhead_down_to_the_greeting() -> None:
    document = document_of(
        "> Retouradres Postbus 20061 2500 EB Den Haag\n\nAan de Voorzitter van de\nTweede Kamer der Staten-Generaal\n"
        "Prinses Irenestraat 6\nDen Haag\n\nMinisterie van Buitenlandse Zaken\nRijnstraat 8\nwww.rijksoverheid.nl\n\n"
        "Onze referentie\nBZ2512345\n\nBijlage(n)\n1\n\nDatum 13 februari 2026\nBetreft Agenda van de Raad\n\n"
        f"Geachte voorzitter,\n\n{PROSE}\n"
    )
    assert texts(document) == [PROSE]
    assert not document.headings
    assert not document.footnotes
    assert document.metadata.addressee == "de Voorzitter van de Tweede Kamer der Staten-Generaal"
    assert (document.metadata.title, document.metadata.date) == ("Agenda van de Raad", "2026-02-13")


@pytest.mark.parametrize(
    "contents",
    [
        "I ALGEMEEN\nInleiding\nDe leden van de VVD-fractie",
        "I ALGEMEEN\t2\nInleiding\t3\nDe leden van de VVD-fractie\t5",
        "blz.\nI.\nALGEMEEN\n2\nInleiding\n3\nDe leden van de VVD-fractie\n5",
    ],
    ids=["without pages", "with pages", "numbers on lines of their own"],
)
def test_contents_end_where_their_first_title_stands_for_the_second_time(contents: str) -> None:
    document = document_of(
        f"{PROSE}\nInhoudsopgave\n{contents}\nI ALGEMEEN\nInleiding\n{PROSE}\nDe leden van de VVD-fractie\n{PROSE}\n"
    )
    assert len(furniture(document, "contents")) == len(contents.splitlines())
    assert [text for _, text in headings(document)] == [
        "Inhoudsopgave",
        "I ALGEMEEN",
        "Inleiding",
        "De leden van de VVD-fractie",
    ]
    assert [level for level, _ in headings(document)][1:] == [1, 2, 2]
    assert len(document.paragraphs) == 3


def test_the_page_with_the_rights_belongs_to_the_cover() -> None:
    document = document_of(
        "THE EUROPEAN UNION AND CHINA\n\nClingendael Report\n\nJune 2024\n\n"
        "© Netherlands Institute of International Relations 'Clingendael'.\n"
        "Cover photo: Container ship in the port of Rotterdam © Reuters\n\n"
        "Unauthorized use of any materials violates copyright, trademark and / or other laws.\n\n"
        f"About the authors\n\n{PROSE}\n"
    )
    assert texts(document) == [PROSE]
    assert document.captions == ()
    assert (document.metadata.date, document.metadata.publisher) == ("2024-06", "Clingendael")


def test_a_summary_between_the_title_and_the_kind_of_a_letter_is_part_of_the_page() -> None:
    document = document_of(
        "Ga direct naar inhoud\n\nRijksoverheid\n\nHome > Documenten > Kamerbrief over handel\n\n"
        "Kamerbrief over de handelsagenda 2026\n\n"
        "Minister Karremans informeert de Tweede Kamer met deze brief over de handelsagenda voor 2026.\n\n"
        f"Kamerstuk: Kamerbrief | 03-02-2026\n\nGeachte Voorzitter,\n\n{PROSE}\n"
    )
    assert texts(document) == [PROSE]
    assert (document.metadata.title, document.metadata.date) == ("Kamerbrief over de handelsagenda 2026", "2026-02-03")


def test_lines_of_papers_and_rights() -> None:
    assert ADOPTED.match("Vastgesteld, .. xxxx 2025")
    assert not ADOPTED.match("Vastgesteld is dat in 2025 de uitgaven stegen")
    assert SENATE_PAPER.match("E NADER VOORLOPIG VERSLAG VAN DE VASTE COMMISSIE")
    assert not SENATE_PAPER.match("EU BUDGET VOOR 2028")
    assert DOSSIER.match("31 308")
    assert not DOSSIER.match("2500 EA Den Haag")
    assert IMPRINT.match("© Instituut Voorbeeld")
    assert not IMPRINT.match("Rechten van de mens")


def test_the_running_head_of_parliament_counts_also_when_it_stands_once() -> None:
    document = document_of(
        f"{PROSE} Dat is van\nTweede Kamer, vergaderjaar 2023–2024, Aanhangsel 2\n\fgroot belang voor de Unie.\n\n"
        f"Tweede Kamer, vergaderjaar 2023–2024, 36 715, nr. 6 is de bron. {PROSE}\n"
    )
    assert furniture(document, "running_head") == ["Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 2"]
    assert texts(document)[0].endswith("Dat is van groot belang voor de Unie.")
    assert len(document.paragraphs) == 2


def test_an_article_on_a_site_has_the_title_at_which_its_trail_ends() -> None:
    document = document_of(
        "Overslaan en naar de inhoud gaan\n\nInstituut Voorbeeld\n\nHome / Publicaties / Nederland en defensie\n\n"
        f"Nederland en defensie\n\n12 maart 2026 - 09:30\n\nDeel dit artikel\n\n{PROSE}\n\n"
        "Download de publicatie (PDF)\n\nMeld u aan voor de nieuwsbrief\n\n© 2026 Instituut Voorbeeld\nPrivacy\n"
    )
    assert texts(document) == [PROSE]
    assert (document.metadata.title, document.metadata.date) == ("Nederland en defensie", "2026-03-12")
    assert not document.headings
    assert document.captions == ()
