"""Countries and organisations, with adjectives."""

from __future__ import annotations

import pytest

from briefgen.records.place import extract

from .documents import document


@pytest.mark.parametrize(
    ("text", "name", "kind", "form"),
    [
        ("De Hongaarse verkiezingen.", "Hongarije", "country", "Hongaarse"),
        ("Samen met de VS werken we.", "Verenigde Staten", "country", "VS"),
        ("Alle EU-lidstaten doen mee.", "Europese Unie", "organisation", "EU"),
        ("Het IMF waarschuwt.", "Internationaal Monetair Fonds", "organisation", "IMF"),
    ],
)
def test_names_abbreviations_and_adjectives_count(text: str, name: str, kind: str, form: str) -> None:
    (place,) = extract(document(text))
    assert (place.name, place.kind, place.forms) == (name, kind, (form,))


@pytest.mark.parametrize("text", ["Er zit schot in de zaak.", "trans-Atlantische relatie", "De Oekraïnedebatten"])
def test_a_part_of_another_word_is_no_mention(text: str) -> None:
    assert list(extract(document(text))) == []


def test_the_longest_name_wins_and_mentions_are_counted() -> None:
    places = {place.name: place for place in extract(document("De Raad van de EU vergadert.", "De EU en de EU."))}
    assert places["Raad van de Europese Unie"].paragraphs == ("p1",)
    assert (places["Europese Unie"].count, places["Europese Unie"].paragraphs) == (2, ("p2",))
