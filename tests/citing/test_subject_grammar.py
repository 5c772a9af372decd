"""Papers that are told from others by their subject, or by the name of their author."""

from __future__ import annotations

import pytest

from briefgen.citing import scan


def raws(text: str) -> list[str]:
    return [text[mention.start : mention.end] for mention in scan(text)]


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("de kamerbrief ontwikkelingen Chinabeleid, en", "kamerbrief ontwikkelingen Chinabeleid"),
        ("de beleidsagenda buitenlandse handel.", "beleidsagenda buitenlandse handel"),
        ("en de kabinetsvisie EU concurrentievermogen moeten", "kabinetsvisie EU concurrentievermogen"),
        ("de verordening buitenlandse subsidies en", "verordening buitenlandse subsidies"),
        ("het wetsvoorstel internationale sanctiemaatregelen, inclusief",
         "wetsvoorstel internationale sanctiemaatregelen"),
        ("De recent gepubliceerde mededeling over de versterking van", "mededeling over de versterking"),
        ("via het voorstel voor kwaliteitsbanen worden", "voorstel voor kwaliteitsbanen"),
        ("een Routekaart voor kwaliteitsbanen gepubliceerd", "Routekaart voor kwaliteitsbanen"),
    ],
)  # fmt: skip
def test_a_subject_tells_a_paper_from_others(text: str, raw: str) -> None:
    assert raws(text) == [raw]


@pytest.mark.parametrize(
    "text",
    [
        "een voorstel voor verbetering",
        "het voorstel voor de zomer te behandelen",
        "Het voorstel van de Commissie is goed",
        "een mededeling over de versterking",
        "de verordening verplicht lidstaten",
        "het wetsvoorstel voor advies aan te bieden",
        "in de brief maatregelen aankondigen",
        "de in de kamerbrief aangekondigde maatregelen",
        "de in het voorstel aangebrachte wijzigingen",
    ],
)
def test_a_time_a_verb_or_an_indefinite_paper_is_no_subject(text: str) -> None:
    assert raws(text) == []


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("opvolging geven aan de Draghi en Letta aanbevelingen om", "Draghi en Letta aanbevelingen"),
        ("in lijn met de voorstellen van Draghi en Letta, die", "voorstellen van Draghi en Letta"),
        ("Ondanks rapporten zoals die van Letta en Draghi blijft", "rapporten zoals die van Letta en Draghi"),
    ],
)
def test_a_report_goes_by_the_name_of_its_author(text: str, raw: str) -> None:
    assert raws(text) == [raw]


@pytest.mark.parametrize(
    "text", ["Draghi en Letta zeggen dat", "de aanbevelingen van de leden", "de conclusies van Jansen"]
)
def test_an_author_alone_or_an_unknown_one_names_no_report(text: str) -> None:
    assert raws(text) == []


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("de geannoteerde agenda van de Raad Algemene Zaken van 10 februari 2015 (",
         "geannoteerde agenda van de Raad Algemene Zaken van 10 februari 2015"),
        ("Geannoteerde agenda RBZ Ontwikkelingssamenwerking van 18 mei 2026, en",
         "Geannoteerde agenda RBZ Ontwikkelingssamenwerking van 18 mei 2026"),
        ("de geannoteerde agenda voor de Europese Raad van 20 en 21 maart 2025.",
         "geannoteerde agenda voor de Europese Raad van 20 en 21 maart 2025"),
        ("volgt in de ontwerpbegroting 2027 van", "ontwerpbegroting 2027"),
        ("de Kamerbrief Staat van de Unie 2025, de", "Kamerbrief Staat van de Unie 2025"),
    ],
)  # fmt: skip
def test_an_agenda_and_a_year_belong_to_the_name(text: str, raw: str) -> None:
    assert raws(text) == [raw]


def test_a_number_of_the_commission_is_no_part_of_a_name() -> None:
    assert [mention.id for mention in scan("een voorstel voor een richtlijn COM(2016)723 uitgebracht")] == [
        "COM(2016) 723"
    ]
