from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.assembly.abbreviations import Meaning, meanings


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("In het Meerjarig Financieel Kader (MFK) staat meer.", "MFK", "Meerjarig Financieel Kader"),
        (
            "Op gebied van het Gemeenschappelijk Buitenlands en Veiligheidsbeleid (GBVB) is meer mogelijk.",
            "GBVB",
            "Gemeenschappelijk Buitenlands en Veiligheidsbeleid",
        ),
        ("Artikel 31(1) van het Verdrag betreffende de Europese Unie (VEU) biedt.", "VEU",
         "Verdrag betreffende de Europese Unie"),
        ("Belangrijk zijn de Prioritised Capability Areas (PCA’s).", "PCA", "Prioritised Capability Areas"),
    ],
)  # fmt: skip
def test_a_text_explains_its_abbreviations(text: str, short: str, long: str) -> None:
    assert list(meanings(text)) == [Meaning(short, long)]


@pytest.mark.parametrize(
    "text",
    [
        "De handelsorganisatie, de Wereldhandelsorganisatie (WTO) spreekt recht.",
        "Het akkoord met Canada (CETA) geldt.",
        "De leden van de fractie (2024) vragen.",
        "Zie hiervoor (MFK) verderop.",
        "Dit is een zin zonder haakjes.",
    ],
)
def test_what_the_words_before_do_not_spell_is_no_meaning(text: str) -> None:
    assert list(meanings(text)) == []


@given(st.text())
def test_a_meaning_stands_in_the_text(text: str) -> None:
    for meaning in meanings(text):
        assert meaning.short in text
        assert meaning.long in " ".join(text.split())
