"""Persons whom a document names."""

from __future__ import annotations

import pytest

from briefgen.records.actor import extract

from .documents import document

ACTORS = [
    ("Dit is met premier Magyar besproken.", "Magyar", "premier", None),
    (
        "De minister van Buitenlandse Zaken Marco Rubio sprak hierover.",
        "Marco Rubio",
        "minister van Buitenlandse Zaken",
        None,
    ),
    ("Commissievoorzitter Ursula von der Leyen sprak.", "Ursula von der Leyen", "Commissievoorzitter", None),
    ("De vragen van het lid Dassen (Volt, 8 dec. jl.) hierover.", "Dassen", "lid van de Kamer", "Volt"),
    ("Conform de motie-Van Lanschot is dit gedaan.", "Van Lanschot", "indiener motie", None),
    ("De motie Hoogeveen c.s. is aangenomen.", "Hoogeveen", "indiener motie", None),
    ("Welkomstwoord door Monika Sie Dhian Ho, Directeur Instituut", "Monika Sie Dhian Ho", "Directeur Instituut", None),
]

NOBODY = [
    "De minister van Buitenlandse Zaken informeert de Kamer.",
    "In 2027 is Nederland voorzitter van de Raad van Europa.",
    "De motie Kamerstuk 36 800 is aangenomen.",
]


@pytest.mark.parametrize(("text", "name", "role", "party"), ACTORS)
def test_what_stands_beside_a_name_says_who_it_is(text: str, name: str, role: str, party: str | None) -> None:
    assert [(actor.name, actor.role, actor.party) for actor in extract(document(text))] == [(name, role, party)]


@pytest.mark.parametrize("text", NOBODY)
def test_an_office_is_no_person(text: str) -> None:
    assert list(extract(document(text))) == []


def test_a_person_is_listed_once() -> None:
    made = document("Premier Magyar en premier Magyar.", "Later sprak premier Magyar.")
    assert len(list(extract(made))) == 1


def test_two_persons_with_one_surname_are_two() -> None:
    made = document("premier Paul Scheffer sprak.", "minister Jaap de Hoop Scheffer ook.", "premier Scheffer ging.")
    assert [actor.name for actor in extract(made)] == ["Paul Scheffer", "Jaap de Hoop Scheffer"]
