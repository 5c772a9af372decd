"""Positions: who wants what, by which rule."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefgen.records.position import Position, extract
from briefgen.records.prescription import prescription

from .documents import document

GOLD = Path(__file__).parents[1] / "gold" / "letter-001.json"

EXPLICIT = [
    ("Het kabinet zet in op versterking van het Europese verdienvermogen.", "verb:zet-in-op", "wants"),
    ("Daarom spoort het kabinet de Commissie aan tot nieuwe verdragen.", "verb:spoort-aan", "wants"),
    ("Wij zetten hierbij actief in op de Global Gateway-strategie.", "verb:zet-in-op", "wants"),
    ("Het kabinet zal Oekraïne in deze strijd blijven steunen.", "verb:steunt", "supports"),
    ("Ook verwelkomt het kabinet de voortgang van de omnibus.", "verb:verwelkomt", "supports"),
    ("Het kabinet deelt deze oplossingsrichting niet.", "verb:deelt", "opposes"),
    ("Het kabinet deelt de oplossingsrichting van de Commissie.", "verb:deelt", "supports"),
    ("Nederland ageert tegen straffeloosheid.", "verb:ageert-tegen", "opposes"),
    ("We verkennen de mogelijkheid van een Europees Defensiemechanisme.", "verb:verkent", "explores"),
    ("We vergroten de Europese slagvaardigheid via versterkte samenwerking.", "verb:vergroot", "wants"),
    ("Nederland neemt dit serieus, maar ziet de plicht niet als de juiste weg.", "verb:ziet-als", "opposes"),
    ("De inzet van het kabinet blijft dan ook gericht op dialoog met de VS.", "noun:inzet", "wants"),
    (
        "Voor het kabinet blijft een benadering gebaseerd op merites het uitgangspunt.",
        "value:voor-het-kabinet",
        "wants",
    ),
    ("Daarbij wordt ingezet op een balans tussen waarden en welvaart.", "passive:ingezet-op", "wants"),
]

PRESCRIPTIVE = [
    ("Europa moet versneld een evenwichtiger aandeel nemen in de collectieve verdediging.", "norm:modal"),
    ("De Europese Commissie dient snel op te treden.", "norm:modal"),
    ("De terreurorganisatie mag daarbij op geen enkele manier een rol spelen.", "norm:modal"),
    ("De Kopenhagencriteria zijn leidend bij uitbreiding.", "norm:predicate"),
    ("Handhaving van het oorlogsrecht is essentieel.", "norm:predicate"),
    ("De oprichting van een Europese sanctie-instelling heeft prioriteit.", "norm:predicate"),
    ("Dit vergt ook efficiëntere besluitvorming.", "norm:need"),
    ("Dat vraagt om een andere manier van diplomatie bedrijven.", "norm:need"),
]

NO_POSITION = [
    "De wereld om ons heen verandert in hoog tempo.",
    "Handelsakkoorden vergroten markttoegang en zorgen voor diversificatie.",
    "De EU zal moeten mee veranderen.",
    "Een sterke EU vergt sterke lidstaten en stevige instellingen.",
    "Een sterk beleid is niet alleen goed voor onze welvaart, maar ook cruciaal voor onze veiligheid.",
    "Onze partners in de Golfregio zijn essentieel voor de toekomst van energie.",
    "Door actief bij te dragen versterken we onze eigen positie.",
    "In de passages over Europa ziet het kabinet dat de VS hecht aan een sterk Europa.",
    "Mede op aandringen van Nederland monitort de Commissie de voortgang.",
    "Met deze beleidsbrief zetten wij uiteen hoe wij dit beleid willen inzetten.",
    "Denk aan groene partnerschappen die we versterken.",
    "De WRR stelt dat Nederland moet kiezen.",
    "In 2029 is Nederland voorzitter van de Raad van de EU.",
]


def positions(*lines: str) -> list[Position]:
    return list(extract(document(*lines)))


@pytest.mark.parametrize(("text", "why", "modality"), EXPLICIT)
def test_a_named_holder_takes_a_position(text: str, why: str, modality: str) -> None:
    assert [(found.why, found.modality, found.holder) for found in positions(text)] == [(why, modality, "kabinet")]


@pytest.mark.parametrize(("text", "why"), PRESCRIPTIVE)
def test_a_letter_prescribes_in_its_own_voice(text: str, why: str) -> None:
    assert prescription(text) == why
    assert [(found.why, found.modality) for found in positions(text)] == [(why, "prescribes")]


@pytest.mark.parametrize("text", NO_POSITION)
def test_facts_analysis_and_the_views_of_others_are_no_position(text: str) -> None:
    assert positions(text) == []


def test_an_elliptic_sentence_continues_the_position_before_it() -> None:
    found = positions("We willen de relaties met Noorwegen verdiepen. Datzelfde geldt voor Canada.")
    assert [position.why for position in found] == ["verb:wil", "continues:verb:wil"]
    assert positions("De zon schijnt. Datzelfde geldt voor Canada.") == []


def test_het_stands_for_the_cabinet_only_behind_a_sentence_about_it() -> None:
    found = positions("Het kabinet steunt het voorstel. Ook kijkt het uit naar de initiatieven op dit gebied.")
    assert [position.why for position in found] == ["verb:steunt", "verb:kijkt-uit-naar"]
    assert positions("Het voorstel is nieuw. Ook kijkt het uit naar de haven.") == []


def test_the_words_of_a_party_are_its_own_and_its_questions_no_position() -> None:
    made = document(
        "## Vragen en opmerkingen van de leden van de D66-fractie",
        "De leden van de D66-fractie onderschrijven dit belang. Deze leden vragen waarom het kabinet inzet op handel.",
        "### 1. Antwoord van het kabinet",
        "Het kabinet zet in op handel.",
        kind="schriftelijk-overleg",
    )
    found = [(position.holder, position.why) for position in extract(made)]
    assert found == [("D66", "verb:partij-steunt"), ("kabinet", "verb:zet-in-op")]


def test_a_view_speaks_for_its_authors_and_the_rest_for_the_publisher() -> None:
    made = document(
        "# Thema 1 | Uitbreiding",
        "De EU moet hervormen.",
        "Expert View door Anna Bakker (onderzoeker Instituut) & Bob de Wit (hoogleraar)",
        "## Een nieuwe koers",
        "De EU dient te kiezen. Nederland zet in op handel.",
        kind="rapport",
        holder="Instituut",
    )
    assert [position.holder for position in extract(made)] == ["Instituut", "Anna Bakker en Bob de Wit"]


def test_the_annotated_letter_keeps_its_score() -> None:
    letter = json.loads(GOLD.read_text("utf-8"))
    found = {position.text for position in positions(*(paragraph["text"] for paragraph in letter["paragraphs"]))}
    sure = [sentence for sentence in letter["sentences"] if "position" not in sentence.get("doubtful", [])]
    wanted = {sentence["text"] for sentence in sure if "position" in sentence["labels"]}
    wrong = {sentence["text"] for sentence in sure} - wanted
    assert wanted - found == set()
    assert found & wrong == set()


def test_every_position_quotes_its_paragraph() -> None:
    made = document("De zon schijnt. Het kabinet steunt dit. Europa moet handelen.")
    found = list(extract(made))
    assert [position.text for position in found] == ["Het kabinet steunt dit.", "Europa moet handelen."]
    assert [made.paragraphs[0].text[slice(*position.span or ())] for position in found] == [one.text for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "Op grond van de AVG moet het doel welbepaald en uitdrukkelijk omschreven zijn.",
        "Dat mensen te lang moeten wachten op de hulp die zij nodig hebben is zorgelijk.",
        "Er is discussie over de wijze waarop de bekostiging aan deze doelen moet bijdragen.",
        "De vragenlijst en de profielen dienen twee verschillende doelen.",
        "Ook heeft het netwerk ingezet op het ontwikkelen van pilots.",
        "Daarna kan worden vastgesteld of nadere afspraken moeten worden gemaakt.",
        "De AP is van oordeel dat documenten moeten worden opgesteld.",
    ],
)
def test_law_facts_and_the_judgement_of_others_prescribe_nothing(text: str) -> None:
    assert list(extract(document(text))) == []


@pytest.mark.parametrize(
    ("text", "why", "modality"),
    [
        ("Het pleiten voor deze clausule wordt op dit moment niet overwogen.", "passive:declines", "opposes"),
        ("Ik zou willen voorstellen om dit jaarlijks te bespreken.", "verb:stelt-voor", "wants"),
        ("De EU zal waar nodig meer transactioneel moeten opereren.", "norm:modal", "prescribes"),
        ("De lidstaten dienen actief te investeren.", "norm:modal", "prescribes"),
    ],
)
def test_these_state_a_position(text: str, why: str, modality: str) -> None:
    assert [(found.why, found.modality) for found in extract(document(text))] == [(why, modality)]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Het kabinet staat kritisch tegenover gezamenlijke schulden.", "opposes"),
        ("Nederland kan het voorstel op hoofdlijnen steunen.", "supports"),
        ("Nederland kan niet akkoord gaan met deze tekst.", "opposes"),
        ("Nederland zal instemmen met het compromis.", "supports"),
        ("Nederland zal dit standpunt in de Raad uitdragen.", "wants"),
        ("Nederland plaatst kanttekeningen bij het voorstel.", "opposes"),
        ("De grondhouding van het kabinet is positief.", "wants"),
        ("Wat Nederland betreft wordt het akkoord snel afgerond.", "wants"),
        ("Het kabinet is van mening dat de Commissie te ver gaat.", "wants"),
        ("Nederland wijst op het belang van handhaving.", "wants"),
        ("Het kabinet heeft twijfels over de uitvoerbaarheid.", "opposes"),
    ],
)
def test_the_idiom_of_council_papers_states_positions(text: str, modality: str) -> None:
    assert [found.modality for found in extract(document(text))] == [modality]


@pytest.mark.parametrize(
    "text",
    [
        "De Raad zal spreken over Oekraïne.",
        "Nederland nam deel aan de vergadering.",
        "Het kabinet kan hierover geen uitspraken doen.",
        "Het kabinet is bekend met dit rapport.",
        "Het kabinet zal de voorstellen beoordelen.",
    ],
)
def test_proceedings_state_none(text: str) -> None:
    assert list(extract(document(text))) == []
