"""Motions by their movers, and papers that are named without a number."""

from __future__ import annotations

import pytest

from briefgen.citing import scan


def raws(text: str) -> list[str]:
    return [text[mention.start : mention.end] for mention in scan(text)]


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("Conform de motie-Van Lanschot is het", "motie-Van Lanschot"),
        ("Naar aanleiding van motie Teunissen c.s., communiceert", "motie Teunissen c.s."),
        ("in lijn met de motie Brekelmans en Veldkamp, beoogt", "motie Brekelmans en Veldkamp"),
        ("de motie-Piri/Dassen verzoekt", "motie-Piri/Dassen"),
        ("motie van het lid Dassen (Volt) over vrede", "motie van het lid Dassen (Volt)"),
        ("de motie Van der Lee", "motie Van der Lee"),
    ],
)
def test_a_motion_is_named_by_its_movers(text: str, raw: str) -> None:
    assert raws(text) == [raw]


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("Motie Hoogeveen c.s. Kamerstuk 21 501-20, nr. 2344", "21501-20-2344"),
        ("motie Becker CS (Kamerstuk 23 987 Nr. 399)", "23987-399"),
        ("motie-Ceder (36 410 XVII, nr. 40)", "36410-XVII-40"),
        ("motie van de leden Paternotte en Van Campen c.s. (Kamerstuk 21 501-20, nr. 1978)", "21501-20-1978"),
        ("motie 36 410, nr. 5", "36410-5"),
    ],
)
def test_a_motion_and_its_number_are_one_reference(text: str, identifier: str) -> None:
    (mention,) = scan(text)
    assert (mention.type, mention.id, text[mention.start : mention.end]) == ("motie", identifier, text)


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("de Kamerbrief van 16 december 2024. Uw Kamer", "Kamerbrief van 16 december 2024"),
        (
            "aan de Kamerbrief van de minister van Justitie en Veiligheid van 22 december 2023.",
            "Kamerbrief van de minister van Justitie en Veiligheid van 22 december 2023",
        ),
        ("de beleidsbrief van de minister van Onderwijs, Cultuur en Wetenschap van 14 maart 2025 wordt",
         "beleidsbrief van de minister van Onderwijs, Cultuur en Wetenschap van 14 maart 2025"),
        ("in zijn brief ‘Onze mensen, onze toekomst’ benoemd", "brief ‘Onze mensen, onze toekomst’"),
        ("het WRR-rapport 'Nederland in een wereldorde', en", "WRR-rapport 'Nederland in een wereldorde'"),
        ("op basis van de Draghi- en Letta-rapporten werkt", "Draghi- en Letta-rapporten"),
        ("de Nationale Technologiestrategie (NTS) opgesteld", "Nationale Technologiestrategie (NTS)"),
        ("de Clean Industrial Deal en", "Clean Industrial Deal"),
        ("de Terugkeerverordening moet", "Terugkeerverordening"),
        ("het Coalitieakkoord en", "Coalitieakkoord"),
        ("het herzien van de Berlijn Plus-afspraken tussen", "Berlijn Plus-afspraken"),
        ("het rapport van de Europese Rekenkamer waaruit", "rapport van de Europese Rekenkamer"),
        ("in de beleidsbrief ontwikkelingshulp schuurt", "beleidsbrief ontwikkelingshulp"),
        ("de Richtlijn Tijdelijke Bescherming voor Oekraïense ontheemden", "Richtlijn Tijdelijke Bescherming"),
        ("het Commissie Werkprogramma (CWP) voor 2027, die", "Commissie Werkprogramma (CWP) voor 2027"),
    ],
)  # fmt: skip
def test_a_paper_is_named_with_what_tells_it_from_others(text: str, raw: str) -> None:
    assert raws(text) == [raw]


@pytest.mark.parametrize(
    "text",
    [
        "het rapport en de kabinetsreactie",
        "een Europese strategie is nodig",
        "Welke strategie volgt het kabinet?",
        "de Nederlandse wet en de Verdragen",
        "Met deze Kamerbrief over de Staat van de Unie informeert het kabinet",
        "een motie over het beleid",
        "de EU-afspraken en de afspraken in Brussel",
        "De leden van de VVD-fractie vragen naar het advies.",
    ],
)
def test_a_kind_of_paper_alone_names_nothing(text: str) -> None:
    assert raws(text) == []


def test_an_article_of_a_newspaper_is_cited_by_paper_date_and_title() -> None:
    text = "De Volkskrant, 18 maart 2025, 'Opinie: Het beleid heeft behoefte aan visie', https://www.volkskrant.nl/a-b/"
    assert [(mention.type, text[mention.start : mention.end]) for mention in scan(text)] == [
        ("artikel", "De Volkskrant, 18 maart 2025, 'Opinie: Het beleid heeft behoefte aan visie'"),
        ("url", "https://www.volkskrant.nl/a-b/"),
    ]
