from __future__ import annotations

import pytest

from briefgen.records.stance import Stance, extract

from .documents import document

WANTS = {
    "Een meerderheid van de lidstaten steunt het voorstel van de Commissie.": "Een meerderheid van de lidstaten",
    "De meeste lidstaten staan positief tegenover het voorstel.": "De meeste lidstaten",
    "Naar verwachting zullen de meeste lidstaten het voorstel verwelkomen.": "de meeste lidstaten",
    "Frankrijk en Italië pleiten voor een Europese voorkeur bij aanbestedingen.": "Frankrijk en Italië",
    "Daarbij vragen verschillende lidstaten aandacht voor de uitvoerbaarheid.": "verschillende lidstaten",
    "Een aantal lidstaten, waaronder Duitsland en Zweden, heeft zorgen over de kosten.": "Een aantal lidstaten",
    "Het is de verwachting dat veel lidstaten het voorstel zullen steunen.": "veel lidstaten",
    "Er lijkt brede steun te zijn onder lidstaten voor een algemene oriëntatie.": "lidstaten",
    "Binnen het Europees Parlement bestaat weerstand tegen de verruiming.": "het Europees Parlement",
    "Het Europees Parlement wil een hoger budget voor onderzoek.": "Het Europees Parlement",
    "De Franse president Macron pleit al langer voor strategische autonomie.": "De Franse president Macron",
    "Hongarije blokkeert vooralsnog het volgende sanctiepakket.": "Hongarije",
    "Lidstaten zijn verdeeld over de financiering.": "Lidstaten",
    "In de Raad dringen de Baltische staten aan op strengere maatregelen.": "de Baltische staten",
    "De Commissie heeft voorgesteld de drempel te verlagen.": "De Commissie",
    "Sommige lidstaten zien uitstel of afzwakking van klimaatregelgeving als oplossing.": "Sommige lidstaten",
    "Zuidelijke lidstaten willen meer solidariteit.": "Zuidelijke lidstaten",
    "Polen is tegenstander van een koppeling.": "Polen",
}

NO_STANCE = [
    "Het kabinet spoort de Commissie aan tot het sluiten van nieuwe handels- en investeringsverdragen.",
    "Het kabinet blijft de Commissie aansporen om op te treden en steunt de Commissie hierin.",
    "Het kabinet wil dat de Commissie snel en effectief optreedt.",
    "Samen met Duitsland wil het kabinet de samenwerking verdiepen.",
    "Samen met gelijkgezinde lidstaten zet Nederland zich hiervoor in.",
    "De vaste commissie wil graag een toelichting ontvangen.",
    "De Benelux is voor ons van oudsher een intensief samenwerkingsverband en zal dat blijven.",
    "Nederland vraagt de Commissie om een effectbeoordeling.",
    "De Europese Commissie dient snel op te treden als de effectiviteit van de EU in het geding komt.",
    "Kandidaat-lidstaten willen zo snel mogelijk toetreden.",
    "Als lidstaten dit willen, kunnen zij zich aansluiten.",
    "Mede op aandringen van Nederland monitort de Commissie strikt de voortgang.",
    "Een sterke EU vergt sterke lidstaten en stevige instellingen.",
    "Binnen de EU zijn Duitsland en Frankrijk richtinggevend.",
    "De Commissie publiceert naar verwachting in 2026 een voorstel.",
    "Het kabinet verwelkomt de inzet van de Commissie om armoede tegen te gaan.",
    "Wat wil het Europees Parlement?",
]


def found(*lines: str) -> list[Stance]:
    return list(extract(document(*lines)))


@pytest.mark.parametrize(("line", "actor"), WANTS.items())
def test_who_wants_something_is_found_with_who_it_is(line: str, actor: str) -> None:
    (stance,) = found(line)
    assert (stance.text, stance.actor, stance.holder) == (line, actor, "kabinet")


@pytest.mark.parametrize("line", NO_STANCE)
def test_what_the_cabinet_asks_of_others_and_what_others_only_do_is_no_stance(line: str) -> None:
    assert not found(line)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Hongarije blokkeert het pakket.", "member_state"),
        ("De Duitse regering wil een lagere drempel.", "member_state"),
        ("Veel lidstaten willen een lagere drempel.", "group"),
        ("De Benelux pleit voor een lagere drempel.", "group"),
        ("Het EP wil een lagere drempel.", "institution"),
    ],
)
def test_an_actor_is_a_member_state_a_group_or_an_institution(line: str, kind: str) -> None:
    assert [stance.kind for stance in found(line)] == [kind]


@pytest.mark.parametrize(
    "heading",
    ["Indicatie krachtenveld (Raad en Europees Parlement)", "c) Eerste inschatting van krachtenveld", "Krachtenveld"],
)
def test_everything_under_a_heading_on_the_field_of_forces_counts(heading: str) -> None:
    (first, second) = found(
        f"## {heading}", "Het onderhandelingsmandaat is nog niet vastgesteld. Het EP moet zijn positie nog bepalen."
    )
    assert (first.why, first.actor, second.actor) == ("heading:krachtenveld", None, "Het EP")
    assert not found("## Inzet Nederland", "Het onderhandelingsmandaat is nog niet vastgesteld.")


def test_a_label_at_the_head_of_a_paragraph_announces_the_field_of_forces_too() -> None:
    assert found("Indicatie krachtenveld: de onderhandelingen verlopen moeizaam.")


def test_what_a_party_says_of_others_in_its_questions_is_no_stance() -> None:
    consultation = document(
        "## Vragen en opmerkingen van de leden van de VVD-fractie",
        "Hongarije blokkeert het pakket. De leden van de VVD-fractie vragen wat het kabinet daarvan vindt.",
        "### 1. Antwoord van het kabinet",
        "Veel lidstaten willen het pakket spoedig aannemen.",
        kind="schriftelijk-overleg",
    )
    assert [stance.actor for stance in extract(consultation)] == ["Veel lidstaten"]
