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


def test_a_note_dates_events_and_not_the_papers_that_it_cites() -> None:
    event = document("Zo is het.", note="Het ministerie stelt in de eerste helft van 2026 een strategie op.")
    assert [(found.date, found.footnote, found.paragraph) for found in extract(event)] == [("2026-H1", "1", None)]
    cited = document("Zo is het.", note="Clingendael, ‘Een titel’, 1 maart 2024; Kamerbrief van 2 maart 2024.")
    assert list(extract(cited)) == []


def test_the_year_of_a_numbered_paper_dates_nothing() -> None:
    assert list(extract(document("Het voorstel COM(2016)723 van de Commissie."))) == []


def test_days_through_other_days_are_one_time() -> None:
    (found,) = extract(document("Het forum kwam van 17 t/m 20 mei 2022 bijeen."))
    assert found.date == "2022-05-17/2022-05-20"
