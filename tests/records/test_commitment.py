"""Promises to inform, publish, deliver or decide."""

from __future__ import annotations

import pytest

from briefgen.records.commitment import Commitment, extract

from .documents import document

PROMISES = [
    ("Het kabinet zal de Kamer voor het zomerreces informeren over de inzet.", "promise:inform", "2026-07", "before"),
    ("Op korte termijn zal de Kamer worden geïnformeerd over de kabinetsinzet.", "promise:inform", None, None),
    ("Uw Kamer ontvangt in het najaar een kabinetsappreciatie.", "promise:inform", "2026-Q4", "in"),
    ("Uw Kamer zal naar verwachting begin december een appreciatie ontvangen.", "promise:inform", "2026-12", "in"),
    (
        "Ik zeg toe dat ik de Kamer hierover voor het einde van het jaar een brief stuur.",
        "promise:inform",
        "2026",
        "by",
    ),
    ("De Kamer zal hier middels een BNC-fiche over worden geïnformeerd.", "promise:inform", None, None),
    ("De staatssecretaris zal dit in een kamerbrief toelichten.", "promise:paper", None, None),
    ("Nadere uitwerking volgt in de ontwerpbegroting van het ministerie.", "promise:paper", None, None),
    ("Het kabinet heeft besloten de afspraken wettelijk te verankeren.", "promise:decide", None, None),
    ("Daartoe organiseren de betrokken ministeries gezamenlijk een asieltop.", "promise:delivery", None, None),
    ("In 2027 start een publiekscampagne van overheden.", "promise:delivery-with-time", "2027", "in"),
    ("Het is de bedoeling om voor de zomer een bijeenkomst te organiseren.", "promise:intention", "2026-06", "before"),
]

NO_PROMISE = [
    "Met deze Kamerbrief informeert het kabinet jaarlijks de Kamer over de prioriteiten.",
    "Hierbij stuur ik u de antwoorden op de vragen.",
    "Over de inzet is uw Kamer op 13 januari jl. geïnformeerd.",
    "Het kabinet zal Oekraïne in deze strijd blijven steunen.",
    "We zullen zorgvuldig kijken hoe we dit borgen.",
    "De Commissie publiceert eind 2026 een strategie.",
    "Op 12 juni treedt het Asiel- en Migratiepact in werking.",
]


def commitments(text: str) -> list[Commitment]:
    return list(extract(document(text)))


@pytest.mark.parametrize(("text", "why", "deadline", "bound"), PROMISES)
def test_a_promise_is_found_with_its_deadline(text: str, why: str, deadline: str | None, bound: str | None) -> None:
    assert [(c.why, c.deadline, c.deadline_bound) for c in commitments(text)] == [(why, deadline, bound)]


@pytest.mark.parametrize("text", NO_PROMISE)
def test_effort_reports_and_acts_of_others_are_no_promise(text: str) -> None:
    assert commitments(text) == []


def test_a_time_in_a_clause_about_something_else_is_no_deadline() -> None:
    found = commitments("Het kabinet zal de Kamer informeren over de voorstellen, die eind 2026 verschijnen.")
    assert [(c.deadline_text, c.deadline) for c in found] == [(None, None)]


def test_an_event_without_a_date_keeps_its_words() -> None:
    found = commitments("Het kabinet zal een standpunt innemen, nadat uw Kamer heeft gedebatteerd.")
    assert [(c.deadline_text, c.deadline) for c in found] == [("nadat uw Kamer heeft gedebatteerd", None)]


def test_a_promise_in_a_note_names_the_note() -> None:
    made = document("Het kabinet zet in op handel.", note="De Kamer zal hierover worden geïnformeerd.")
    assert [(c.paragraph, c.footnote, c.addressee) for c in extract(made)] == [(None, "1", "Tweede Kamer")]


def test_a_party_and_a_think_tank_promise_nothing() -> None:
    made = document("In 2027 start een campagne.", kind="rapport", holder="Instituut")
    assert list(extract(made)) == []


@pytest.mark.parametrize(
    ("text", "why", "deadline"),
    [
        ("Ik verwacht u de brief uiterlijk 30 april te doen toekomen.", "promise:inform", "2027-04-30"),
        ("Via deze brief laat ik u weten dat ik de Kamer de informatie in oktober 2026 zal toesturen.",
         "promise:inform", "2026-10"),
        ("Zodra het rapport er is, wordt uw Kamer hierover geïnformeerd.", "promise:inform", None),
        ("Ik ben voornemens het wetsvoorstel begin 2027 bij uw Kamer in te dienen.", "promise:intention", "2027"),
        ("Naar verwachting kan ik uw Kamer na de zomer nader informeren.", "promise:inform", "2026-Q3"),
        ("Ik kom hier in de volgende voortgangsrapportage op terug.", "promise:inform", None),
        ("U ontvangt de kabinetsreactie binnen drie maanden.", "promise:inform", "2026-08"),
    ],
)  # fmt: skip
def test_promises_of_short_letters_are_found(text: str, why: str, deadline: str | None) -> None:
    assert [(found.why, found.deadline) for found in commitments(text)] == [(why, deadline)]


@pytest.mark.parametrize(
    "text",
    [
        "Ik heb u in mei bericht dat ik de Kamer daartoe voor 1 april een notitie zal doen toekomen.",
        "De voorzitter heeft toegelicht dat het rapport eind voorjaar wordt opgeleverd.",
        "Ik zal uiteraard eindverantwoordelijk blijven.",
    ],
)
def test_a_promise_that_is_told_again_is_no_new_one(text: str) -> None:
    assert commitments(text) == []


def test_what_a_promise_waits_for_is_its_deadline_in_words() -> None:
    (found,) = commitments("Zodra het rapport er is, wordt uw Kamer hierover geïnformeerd.")
    assert (found.deadline_text, found.deadline) == ("Zodra het rapport er is", None)


@pytest.mark.parametrize(
    ("text", "deadlines"),
    [
        ("In lijn met de toezegging van 18 september jl. informeert het kabinet u over de voortgang.", []),
        ("Daarbij informeer ik u over de plannen voor het Midden-Oosten.", []),
        ("Over de uitkomsten bericht ik u medio september.", ["2026-09"]),
        ("Hierover informeer ik u nader.", [None]),
    ],
)
def test_telling_in_the_present_is_a_promise_only_with_a_time_ahead(text: str, deadlines: list[str | None]) -> None:
    assert [found.deadline for found in commitments(text)] == deadlines
