from __future__ import annotations

import pytest

from briefgen.provenance import Span
from briefgen.selection.evidence import SENTENCE_END
from briefgen.selection.excerpt import (
    ASKING,
    LONGEST,
    best_question,
    shortened,
    speaks_of_paper,
    states_nothing,
    with_context,
    with_ground,
)


@pytest.mark.parametrize(
    "line",
    [
        "Deelt het kabinet de mening dat dit het moment is?",
        "Deze leden vragen hoe de minister een dergelijke herpositionering voor zich ziet.",
        "De aan het woord zijnde leden verzoeken de minister dit toe te lichten.",
        "Zij zijn benieuwd hoe verdere samenwerking met India zich hiertoe verhoudt.",
        "Zij ontvangen graag een reactie van de minister.",
    ],
)
def test_a_sentence_that_asks_is_recognised(line: str) -> None:
    assert ASKING.search(line)


@pytest.mark.parametrize(
    "line",
    [
        "De leden van de fractie hebben enkele vragen over handel.",
        "Tot slot hebben de leden opmerkingen en vragen over handel.",
        "De leden zijn benieuwd naar de woorden van het kabinet.",
        "Dit vraagstuk is niet nieuw.",
    ],
)
def test_a_sentence_that_only_announces_is_not_taken_for_a_question(line: str) -> None:
    assert not ASKING.search(line)


@pytest.mark.parametrize("line", ["Dat is zo.", "Is dat zo?", "Zij zei: «Dat is zo.»", "(Dat is zo.)"])
def test_a_whole_sentence_ends_with_a_stop(line: str) -> None:
    assert SENTENCE_END.search(line)


@pytest.mark.parametrize(
    "line", ["Welkomstwoord door de directeur", "Op dit terrein gelden randvoorwaarden:", "10.00 – 10.30"]
)
def test_a_line_of_a_programme_or_a_lead_in_is_no_whole_sentence(line: str) -> None:
    assert not SENTENCE_END.search(line)


def test_a_quotation_goes_back_to_the_first_sentence_that_can_be_read_alone() -> None:
    views = "Sommige lidstaten zien uitstel van het ETS als oplossing. "
    text = views + "Het kabinet deelt deze oplossingsrichting niet. Het ziet de energiemarkt als randvoorwaarde."
    start = text.index("Het ziet")
    assert with_context("Voorop staat de rust. " + text, Span(start + 22, len(text) + 22)).start == 22


def test_the_sentence_before_is_left_out_when_both_together_are_too_long() -> None:
    first = "Een lange zin " + "met nog meer woorden " * 30 + "eindigt hier. "
    text = first + "Dit is kort."
    span = Span(len(first), len(text))
    assert with_context(text, span) == span


def test_a_long_quotation_becomes_its_weightiest_sentence() -> None:
    sentence = "Dit is een zin die een eind doorgaat om het geheel lang te maken. "
    text = sentence * 10 + "Hier staat Montenegro."
    place = text.index("Montenegro")
    span = shortened(text, 0, lambda within: float(within.start <= place < within.end))
    assert len(text) > LONGEST
    assert text[span.start : span.end] == "Hier staat Montenegro."


def test_a_question_without_a_question_mark_gives_the_sentence_that_says_most() -> None:
    text = "De leden lezen over het veto. De leden vragen of dat zo blijft."
    span = best_question(text, lambda within: 0.0)
    assert text[span.start : span.end] == "De leden vragen of dat zo blijft."


@pytest.mark.parametrize(
    "line",
    [
        "Deze Staat van de Uniebrief geeft de Nederlandse inzet op hoofdlijnen weer.",
        "In deze brief gaat het kabinet in op het verzoek van uw Kamer.",
        "Het kabinet reageert tevens op het verzoek van uw Kamer om een reactie op de strategie.",
        "Hierbij bieden wij u de beleidsbrief aan.",
        "Deze bijdrage gaat over een aantal van deze dilemma's.",
        "Uw Kamer is op 12 mei 2023 geïnformeerd over de aanpak van afhankelijkheden.",
        "In de brief van de minister van Onderwijs, Cultuur en Wetenschap van 14 maart wordt aangegeven wat nodig is.",
        "Bezwaren komen aan het licht. Deze bijdrage gaat over een aantal van deze dilemma's.",
    ],
)
def test_a_sentence_about_the_paper_itself_is_recognised(line: str) -> None:
    assert speaks_of_paper(line)


@pytest.mark.parametrize(
    "line",
    [
        "Deze inzet blijft nodig zolang de oorlog duurt.",
        "Het kabinet reageert terughoudend op de heffingen.",
        "De Commissie publiceert een brief over handel.",
        "In de beleidsbrief Ontwikkelingshulp wordt toegelicht dat voor deze belangen extra geld wordt vrijgemaakt.",
    ],
)
def test_a_sentence_about_a_subject_is_not_about_the_paper(line: str) -> None:
    assert not speaks_of_paper(line)


GROUND = "De NAVO is en blijft de hoeksteen van onze collectieve veiligheid."
LIMITED = "Binnen de NAVO maken we Europa echter sterker."


def grounded(before: str, headline: str, longest: int = 320) -> str:
    text = f"{before} {headline}"
    span = with_ground(text, Span(len(before) + 1, len(text)), longest)
    return text[span.start : span.end]


def test_a_headline_takes_along_the_sentence_that_it_limits_or_concludes_from() -> None:
    assert grounded(GROUND, LIMITED) == f"{GROUND} {LIMITED}"


def test_a_headline_that_can_be_read_alone_or_only_adds_something_is_left_alone() -> None:
    for headline in ("Nederland zet in op een sterke NAVO.", "Het kabinet verwelkomt tevens het voorstel."):
        assert grounded(GROUND, headline) == headline


def test_a_headline_is_left_alone_when_the_sentence_before_leans_too_or_makes_it_long() -> None:
    assert grounded("Daarnaast moeten we ons verdienvermogen vergroten.", LIMITED) == LIMITED
    assert grounded(GROUND, LIMITED, longest=len(GROUND)) == LIMITED


@pytest.mark.parametrize(
    "line", ["Lukt dat zonder kapitaalmarktunie?", "Een nieuw beleid zou de volgende elementen moeten verbinden:"]
)
def test_a_question_and_a_lead_in_state_nothing(line: str) -> None:
    assert states_nothing(line)


def test_a_sentence_states_something() -> None:
    assert not states_nothing("De vraag is wie betaalt.")
