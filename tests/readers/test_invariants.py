"""What holds for every document: nothing is lost, nothing is taken twice, spans say where words stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.document import Document
from briefgen.ledger import LedgerError, ledger
from briefgen.readers import read

from .reading import assert_nothing_lost, source

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))

LINES = [
    "",
    "",
    "\f",
    "Den Haag, 27 januari 2026",
    "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal",
    "36 800 V Vaststelling van de begrotingsstaat",
    "Nr. 103 Brief van de minister van Buitenlandse Zaken",
    "1. Inleiding",
    "Thema 2 | Europese weerbaarheid",
    "Het kabinet zet in op een sterke Unie.1 Dat vergt keuzes[footnoteRef:2] van lidstaten.  [2:  Kamerstuk [sic] 1. ]",
    "De Europese Commissie presenteerde haar voorstel² op 12 mei 20243 en noemde CO2 en 3,5% van het",
    "bbp als doel voor de lage- en",
    " middeninkomenslanden van de Euro-",
    "Atlantische gemeenschap in m² en 18^e eeuw.",
    "1 Kamerstuk 21 501-02, nr. 2956.",
    "2 https://www.rijksoverheid.nl/een-lang-adres-",
    "- Een eerste punt;",
    "- **4. Veranker ambities.** Soevereiniteit is *alles",
    "\uf0b7 Een punt met een eigen teken",
    "Kop\tEerste\tTweede",
    "\tcel een\tcel twee",
    "De minister zegt het zo. © Reuters",
    "De minister van Buitenlandse Zaken,",
    "D.M. van Weel",
    "[bookmark: _Hlk1]Een zin met een [link](#) en <em>nadruk</em> en een\u00adzacht streepje\u200b.",
    "  1. Bijlage bij Kamerstuk 36 715, nr. 1.↩︎",
    "[1] Aartsma et al., Strategische Monitor.",
    "---",
    "14",
    "7",
    "Zo blijft de samen-",
    "werking met de samenwerking be\u00ad",
    "\u00ad",
    "Geachte voorzitter,",
    "Hoogachtend,",
    "Naar boven",
    "Antwoord 3",
    "Inhoud",
    "Inleiding\t1",
    "Noot 1",
    "X Noot",
    "^2 Raadpleegbaar via de site.",
    "1 Kamerstuk 36471, nr. 96. 2 Kamerstuk 29 237. 3 https://www.rijksoverheid.nl/brief",
    "Uitgaven aan beleid1,2 en ‘handel’.3, 4 Dat is zo.¹,² En zo.[1], [2] Ook.[^bron]",
    "[^bron]: Kamerstuk 36 045, en",
    "    de bijlage.",
    "- Kamerstuk 21501-08, nr. 922↩︎",
    "| Land | Uitgaven | |",
    "|---|:--:|---|",
    "Brief regering : Actualisatie Staat van de Unie",
    "Kamerstuk: Kamerbrief | 03-02-2026",
    "© 2026 Instituut Voorbeeld",
    "Ondertekenaars",
    "2.1",
    ".",
    "II Antwoord van de minister",
    "Vastgesteld 21 juni 2022",
    "31 308",
    "Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 2",
]


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem[:3])
def test_every_character_of_a_seed_is_accounted_for_once(seed: Path) -> None:
    data = seed.read_bytes()
    assert_nothing_lost(data, read(data, source()))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem[:3])
def test_ids_count_in_reading_order_and_every_reference_resolves(seed: Path) -> None:
    document = read(seed.read_bytes(), source())
    assert [paragraph.id for paragraph in document.paragraphs] == [
        f"p{number}" for number in range(1, len(document.paragraphs) + 1)
    ]
    starts = [paragraph.spans[0].start for paragraph in document.paragraphs]
    assert starts == sorted(starts)
    known = document.paragraph_by_id.keys()
    for note in document.footnotes:
        assert note.paragraph in known
        assert 0 <= (note.offset or 0) <= len(document.paragraph_by_id[str(note.paragraph)].text)
    for paragraph in document.paragraphs:
        assert paragraph.lead_in is None or paragraph.lead_in in known
        if paragraph.heading:
            assert document.heading_by_id[paragraph.heading].text == paragraph.heading_path[-1]


@given(st.lists(st.sampled_from(LINES) | st.text(max_size=60), min_size=1, max_size=40))
def test_nothing_of_any_text_is_lost(lines: list[str]) -> None:
    data = ("Begin.\n" + "\n".join(lines).replace("\0", "").replace("\ufffe", "")).encode(errors="replace")
    assert_nothing_lost(data, read(data, source()))


def test_a_character_that_two_parts_claim_is_a_defect() -> None:
    document = read(b"Het kabinet zet in op een sterke Unie.", source())
    twice = Document(**{**dict(document), "paragraphs": document.paragraphs * 2})
    with pytest.raises(LedgerError, match="paragraph claims 0-38"):
        ledger(twice, "Het kabinet zet in op een sterke Unie.")


def test_what_no_part_has_is_shown_as_unaccounted() -> None:
    document = read(b"Het kabinet zet in op een sterke Unie.", source())
    assert ledger(document, "Het kabinet zet in op een sterke Unie. Meer.")["unaccounted"] == 5
