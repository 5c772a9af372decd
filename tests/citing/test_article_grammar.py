"""Articles of treaties and laws in their Dutch forms."""

from __future__ import annotations

import pytest

from briefgen.citing import scan


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("artikel 42 lid 7 VEU", ["VEU-42-7"]),
        ("Artikel 31(3) VEU", ["VEU-31-3"]),
        ("artikel 42, zevende lid, VEU", ["VEU-42-7"]),
        ("artikel 42.7 VEU", ["VEU-42-7"]),
        ("artikel 42, lid 7, van het EU-Verdrag", ["VEU-42-7"]),
        ("art. 3, lid 1, sub e VWEU", ["VWEU-3-1-e"]),
        ("artikel 194, eerste en tweede lid, VWEU", ["VWEU-194-1"]),
        ("artikel 192 Verdrag betreffende de werking van de Europese Unie (VWEU)", ["VWEU-192"]),
        ("Artikel 31(1) van het Verdrag betreffende de Europese Unie (VEU)", ["VEU-31-1"]),
        ("artikelen 107 en 108 VWEU", ["VWEU-107", "VWEU-108"]),
        ("artikel 49 van het EU-verdrag", ["VEU-49"]),
        ("Artikel 5 NAVO", ["NAVO-5"]),
        ("artikel 4 van het Noord-Atlantisch Verdrag", ["NAVO-4"]),
        ("artikel 47 van het Handvest van de grondrechten van de Europese Unie", ["HANDVEST-47"]),
    ],
)
def test_a_treaty_article_gives_its_normal_form(text: str, expected: list[str]) -> None:
    found = scan(text)
    assert [mention.id for mention in found] == expected
    assert {(mention.type, mention.status) for mention in found} == {("verdragsartikel", "certain")}
    assert text[found[0].start : found[-1].end] == text


@pytest.mark.parametrize("text", ["de artikel 7-procedure tegen Hongarije", "een artikel 7-hoorzitting"])
def test_an_article_without_its_treaty_is_told_by_the_word_behind_it(text: str) -> None:
    assert [(mention.id, mention.status) for mention in scan(text)] == [("VEU-7", "repaired")]


@pytest.mark.parametrize(
    ("text", "as_printed", "proposal"),
    [
        ("recentelijk werd Artikel 122 VEU gebruikt", "VEU-122", "VWEU-122"),
        ("artikel 67, tweede lid, VEU", "VEU-67-2", "VWEU-67-2"),
        ("artikel 400 VWEU", "VWEU-400", None),
    ],
)
def test_an_article_that_the_treaty_does_not_have_is_doubtful(text: str, as_printed: str, proposal: str | None) -> None:
    (mention,) = scan(text)
    assert (mention.id, mention.status, mention.proposal) == (as_printed, "doubtful", proposal)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("artikel 68 van de Grondwet", ["GW-68"]),
        ("artikel 6, eerste lid, onder a, AVG", ["AVG-6-1-a"]),
        ("de artikelen 173, 173a en 173b Sr", ["SR-173", "SR-173a", "SR-173b"]),
    ],
)
def test_an_article_of_a_law_is_a_reference_too(text: str, expected: list[str]) -> None:
    assert [(mention.type, mention.id) for mention in scan(text)] == [("wet", identifier) for identifier in expected]


@pytest.mark.parametrize(
    "text",
    [
        "artikel 3 van het voorstel",
        "artikel 12 van de begroting",
        "Artikel 3 van de Code IBV",
        "artikel 6d, eerste lid, is aangevuld",
        "in artikel 5 wordt bepaald",
        "een artikel in de krant",
    ],
)
def test_an_article_of_something_else_is_no_reference(text: str) -> None:
    assert scan(text) == ()
