"""Key dates with their events."""

from __future__ import annotations

from briefgen.records.key_date import extract

from .documents import document


def test_a_date_has_its_event() -> None:
    made = document(
        "Op 12 juni treedt het Asiel- en Migratiepact in werking, waarmee een nieuw stelsel van kracht wordt."
    )
    assert [(k.date_text, k.date, k.event) for k in extract(made)] == [
        ("Op 12 juni", "2026-06-12", "Op 12 juni treedt het Asiel- en Migratiepact in werking")
    ]


def test_a_year_inside_a_name_and_a_vague_time_are_no_key_date() -> None:
    made = document("De Staat van de Unie 2025 en het Werkprogramma (CWP) voor 2027 volgen op korte termijn.")
    assert list(extract(made)) == []


def test_the_year_of_a_goal_is_a_key_date() -> None:
    assert [k.date for k in extract(document("Dit dient het 2040-klimaatdoel."))] == ["2040"]
