"""Lines that the patterns of the reader must match, and lines that they must not match."""

from __future__ import annotations

import re

import pytest

from briefgen.readers import captions, markup, page_furniture, web_page, wholes
from briefgen.readers.blocks import label_width
from briefgen.readers.captions import is_caption
from briefgen.readers.dates import DATE_LINE, iso_date
from briefgen.readers.joining import ends_sentence, ends_unfinished, starts_inside_sentence
from briefgen.readers.notes import bracketed, end_list, marks, page_bottom, worded
from briefgen.readers.signatures import NAME, is_byline, role_and_name

MUST: list[tuple[re.Pattern[str], str]] = [
    (marks.RAISED, "Rusland.¹"),
    (marks.CARETED, "Rusland.^1^ Toch"),
    (marks.AFTER_SIGN, "buitenlandse handel.1 In deze brief"),
    (marks.AFTER_SIGN, "de vijf Nederlandse focusgebieden,22 die"),
    (marks.AFTER_LETTER, "rechten te beschermen3. Deze"),
    (marks.AFTER_CAPITAL, "het CPB en DNB6 dat er"),
    (marks.AFTER_YEAR, "uit juni 202413 en de"),
    (marks.AFTER_YEAR, "van 12 mei 20247."),
    (marks.ALONE, "Voortgangsbrief 20 is uw Kamer"),
    (page_bottom.BODY, "1 Kamerstuk 36471, nr. 96."),
    (page_bottom.BODY, "¹ Het ministerie van Buitenlandse Zaken"),
    (page_bottom.BODY, "4 https://www.rabobank.nl/kennis"),
    (end_list.RETURN, "nr. 2099↩"),
    (page_furniture.PAGE_NUMBER, "Pagina 3 van 12"),
    (page_furniture.PRINTED_SERIES, "ah-tk-20232024-2271"),
    (page_furniture.PRINTED_SERIES, "ISSN 0921 - 7371"),
    (web_page.MENU, "[overzicht] [activiteiten] [besluiten]"),
    (web_page.TRAIL, "Home › Kamerstukken › Brieven regering › Agenda"),
    (web_page.FACTS, "Nummer: 2026D03628, datum: 2026-01-27"),
    (markup.BOOKMARK, "[bookmark: _Hlk229002167]"),
    (markup.LINK, "[SIPRI Military Expenditure Database](#)"),
    (markup.RULE, "* * *"),
    (marks.SERIES, "handel.3, 4 Dat"),
    (marks.SERIES, "aan beleid1,2 stijgen"),
    (page_bottom.BODY, "^1 Raadpleegbaar via de site"),
    (page_bottom.FURTHER, "nr. 96. 2 Kamerstuk 29 237"),
    (worded.LABEL, "X Noot 12"),
    (bracketed.BODY, "[^bron]: Idem."),
    (bracketed.MARK, "verder.[^bron] En"),
    (web_page.PAGE_HEADING, "Brief regering : Actualisatie Staat van de Unie"),
    (web_page.FACTS_ROW, "Tweede Kamer der Staten-Generaal2016-201734700 nr. 19"),
    (web_page.KIND_AND_DAY, "Kamerstuk: Kamerbrief | 03-02-2026"),
    (markup.PIPED_ROW, "| Land | Uitgaven |"),
    (markup.PIPED_RULE, "|---|:--:|"),
    (wholes.MARGIN_NUMBER, "2.14"),
    (captions.ORIGIN, "Bron: Eurostat, 2024."),
]

MUST_NOT: list[tuple[re.Pattern[str], str]] = [
    (marks.RAISED, "een oppervlak van 100 m² en 5 km²"),
    (marks.AFTER_SIGN, "3,5% van het bbp in 2.1 en 10.30 uur"),
    (marks.AFTER_LETTER, "de 18e economie"),
    (marks.AFTER_YEAR, "tot 2029 en in 12024"),
    (page_bottom.BODY, "2 , 3 en 4"),
    (page_bottom.BODY, "13. Antwoord van het kabinet"),
    (page_furniture.PAGE_NUMBER, "In 2029 is Nederland voorzitter"),
    (page_furniture.PRINTED_SERIES, "kst-36715 is het nummer van dit stuk"),
    (web_page.MENU, "[sic] en [nadruk toegevoegd]"),
    (web_page.TRAIL, "Thema 1 | Geopolitiek & governance"),
    (markup.LINK, "[1] (zie ook pagina 3)"),
    (markup.RULE, "- een punt"),
    (marks.SERIES, "een oppervlak van 3,5 km"),
    (marks.SERIES, "(zie 2, 3 en 4)"),
    (marks.AFTER_YEAR, "Postbus 20061"),
    (marks.AFTER_CAPITAL, "de NIS2-richtlijn"),
    (end_list.RETURN, "een pijl ↩ in de tekst"),
    (bracketed.BODY, "[sic] zegt men"),
    (web_page.PAGE_HEADING, "De vraag is: wat nu"),
    (web_page.KIND_AND_DAY, "Thema 1 | Geopolitiek"),
    (markup.PIPED_ROW, "Home | Kamerstukken | Brieven"),
    (captions.ORIGIN, "De bron: een rapport"),
]


@pytest.mark.parametrize(("pattern", "line"), MUST)
def test_lines_that_a_pattern_matches(pattern: re.Pattern[str], line: str) -> None:
    assert pattern.search(line)


@pytest.mark.parametrize(("pattern", "line"), MUST_NOT)
def test_lines_that_a_pattern_does_not_match(pattern: re.Pattern[str], line: str) -> None:
    assert not pattern.search(line) if pattern.pattern.startswith("(?<") else not pattern.match(line)


def test_the_marks_are_the_likeliest_figures_in_rising_order() -> None:
    found = [
        marks.Candidate(0, 10, 11, "2", 4.0),
        marks.Candidate(1, 5, 6, "1", 4.0),
        marks.Candidate(2, 5, 6, "2", 2.5),
        marks.Candidate(3, 5, 6, "3", 4.0),
    ]
    assert [(mark.line, mark.label) for mark in marks.chosen(["1", "2", "3"], found)] == [(1, "1"), (2, "2"), (3, "3")]


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("- een punt", 2),
        ("- ▶ Welkom", 4),
        ("1. Zet in", 3),
        ("(a) eerst", 4),
        ("10.30 uur", 0),
        ("36 800 V", 0),
        ("-", 0),
    ],
)
def test_the_label_of_a_list_item(text: str, width: int) -> None:
    assert label_width(text) == width


def test_captions_are_told_by_credit_or_number() -> None:
    assert is_caption("De eerste F-35 op Vliegbasis Volkel. © Ministerie van Defensie.")
    assert is_caption("Figuur 3. Uitgaven aan defensie naar land")
    assert is_caption("Tabel 2 Uitgaven aan defensie naar land")
    assert not is_caption("Figuur 3 laat zien dat de uitgaven stijgen.")


def test_names_bylines_and_signatures() -> None:
    for name in ("T.B.W. Berendsen", "D.M. van Weel", "Klaver", "Joke Hahn", "drs. M. de Vries"):
        assert NAME.fullmatch(name)
    assert not NAME.fullmatch("de Kamer informeren")
    assert is_byline("Expert View door Ben Crum (hoogleraar politicologie VU) & Saskia Hollander (onderzoeker)")
    assert not is_byline("Door krachten met partners te bundelen, versterken we het handelingsvermogen.")
    assert role_and_name("De minister van Defensie, R.P. Brekelmans") == ("minister van Defensie", "R.P. Brekelmans")


def test_dates_on_a_line_of_their_own() -> None:
    match = DATE_LINE.fullmatch("Den Haag, 27 januari 2026")
    assert match
    assert (match["place"], iso_date(match)) == ("Den Haag", "2026-01-27")
    month = DATE_LINE.fullmatch("Maart 2026")
    assert month
    assert iso_date(month) == "2026-03"
    assert not DATE_LINE.fullmatch("Op 27 januari 2026 sprak de Raad")


def test_ends_and_starts_of_sentences() -> None:
    assert ends_sentence("Dat is zo.”")
    assert not ends_sentence("het nader rapport d.d.")
    assert ends_unfinished("in ruil voor de")
    assert not ends_unfinished("We bouwen onze afhankelijkheden af")
    assert starts_inside_sentence("‘een vervolg")
    assert not starts_inside_sentence("Een begin")
