"""Figures: shares, amounts, counts and ranks."""

from __future__ import annotations

import pytest

from briefgen.records.figure import extract

from .documents import document

FIGURES = [
    ("Het gaat om 3,5% van het bbp.", "3,5%", 3.5, "%"),
    ("De taakstelling bedraagt tien procent.", "tien procent", 10, "%"),
    ("Er is 150 miljard euro beschikbaar.", "150 miljard euro", 150e9, "euro"),
    ("Het kost € 1.500,50 per jaar.", "€ 1.500,50", 1500.5, "euro"),
    ("Handel zorgt voor een derde van onze welvaart.", "een derde", 0.333, "deel"),
    ("We zijn de 18e economie van de wereld.", "18e", 18, "economie"),
    ("Samen met 15 andere EU-lidstaten.", "15", 15, "EU-lidstaten"),
    ("Dit gebeurt in twaalf landen.", "twaalf", 12, "landen"),
    ("Een minimumleeftijd van 15 jaar voor sociale media.", "15", 15, "jaar"),
]

NO_FIGURE = [
    "In de afgelopen 80 jaar veranderde de wereld.",
    "Op 12 juni 2026 treedt het in werking.",
    "Kamerstuk 36 600 XVII, nr. 53, artikel 42 lid 7 VEU.",
    "Een aanpak van de EU-27 en het 28e regime.",
    "Er zijn twee landen die dit willen.",
]


@pytest.mark.parametrize(("text", "printed", "value", "unit"), FIGURES)
def test_a_number_that_quantifies_is_a_figure(text: str, printed: str, value: float, unit: str) -> None:
    assert [(f.value_text, f.value, f.unit) for f in extract(document(text))] == [(printed, value, unit)]


@pytest.mark.parametrize("text", NO_FIGURE)
def test_dates_codes_names_and_durations_are_no_figures(text: str) -> None:
    assert list(extract(document(text))) == []


def test_a_number_in_the_title_of_a_cited_article_is_no_figure() -> None:
    made = document("Zo is het.", note="Groei kan 7% zijn; ‘Europeanen zouden 35% rijker zijn’.")
    assert [(f.value_text, f.footnote) for f in extract(made)] == [("7%", "1")]
