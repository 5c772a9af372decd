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
        "before",
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
