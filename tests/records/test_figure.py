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
    ("De EU is de derde economie van de wereld.", "derde", 3, "economie"),
    ("De euro is de tweede belangrijkste munt ter wereld.", "tweede", 2, "munt"),
    ("Het is de op één na grootste exporteur.", "op één na", 2, "grootste"),
    ("Zij besteden in 2035 5% van het bbp.", "5%", 5, "%"),
    ("Een minimumleeftijd van 15 jaar voor sociale media.", "15", 15, "jaar"),
]

NO_FIGURE = [
    "In de afgelopen 80 jaar veranderde de wereld.",
    "Op 12 juni 2026 treedt het in werking.",
    "Kamerstuk 36 600 XVII, nr. 53, artikel 42 lid 7 VEU.",
    "Een aanpak van de EU-27 en het 28e regime.",
    "Er zijn twee landen die dit willen.",
    "De samenwerking met een derde land of met derde landen.",
    "In de eerste en tweede termijn.",
    "Het voorstel COM(2016)723 uitgebracht door de Commissie.",
    "Het forum van 17 t/m 20 mei.",
    "De rechten van artikelen 15 en 20 AVG.",
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


@pytest.mark.parametrize(
    ("text", "printed", "lower", "upper"),
    [
        ("een programma van tien tot twaalf weken", "tien tot twaalf", 10, 12),
        ("tussen de 10 en 12 procent van het bbp", "10 en 12 procent", 10, 12),
        ("Het kost 2 à 3 miljoen euro.", "2 à 3 miljoen euro", 2e6, 3e6),
    ],
)
def test_a_range_has_both_ends(text: str, printed: str, lower: float, upper: float) -> None:
    assert [(f.value_text, f.value, f.value_to) for f in extract(document(text))] == [(printed, lower, upper)]


def test_two_numbers_that_are_only_joined_make_no_range() -> None:
    found = [(f.value, f.value_to) for f in extract(document("Het zijn 10 procent en 12 procent."))]
    assert found == [(10, None), (12, None)]
