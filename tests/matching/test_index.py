from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.matching.index import TermIndex


def words_found(term: str, text: str) -> list[str]:
    return [text[place.start : place.end] for place in TermIndex([text]).find(term)]


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("exportcontrole", "strengere exportcontroles", ["exportcontroles"]),
        ("sanctie", "EU-Rusland-sancties en het sanctiebeleid", ["EU-Rusland-sancties", "sanctiebeleid"]),
        ("uitbreiding", "het uitbreidingsproces", ["uitbreidingsproces"]),
        ("EU-uitbreiding", "dilemma's van EU-uitbreiding", ["EU-uitbreiding"]),
        ("Kopenhagencriteria", "de Kopenhagen-criteria zijn leidend", ["Kopenhagen-criteria"]),
        ("migratie", "een rem op arbeidsmigratie", ["arbeidsmigratie"]),
        ("digitaal", "de digitale euro", ["digitale"]),
        (
            "gekwalificeerde meerderheid",
            "gekwalificeerde meerderheidsbesluitvorming",
            ["gekwalificeerde meerderheidsbesluitvorming"],
        ),
        ("voorzitter van de Raad", "is Nederland voorzitter van de Raad van de EU", ["voorzitter van de Raad"]),
        ("MFK", "de Nederlandse MFK-inzet", ["MFK"]),
        ("handels-", "nieuwe handelsakkoorden", ["handelsakkoorden"]),
        ("=handel", "vrije handel en handelen", ["handel"]),
        ("-sanctie", "de Ruslandsancties", ["Ruslandsancties"]),
        ("2029", "in 2029 en niet in 20290", ["2029"]),
    ],
)
def test_a_term_finds_inflections_compounds_and_phrases(term: str, text: str, found: list[str]) -> None:
    assert words_found(term, text) == found


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("MFK", "het mfk"),
        ("raad", "de Gezondheidsraad"),
        ("handel", "het handelingsvermogen"),
        ("migratie", "immigratie en emigratie"),
        ("=handel", "vrijhandel"),
        ("handels-", "de handel"),
        ("vrije doorvaart", "vrije en open doorvaart"),
        ("AI", "een aio aan de universiteit"),
    ],
)
def test_a_term_does_not_find_what_only_looks_like_it(term: str, text: str) -> None:
    assert words_found(term, text) == []


def test_places_name_the_text_they_stand_in() -> None:
    index = TermIndex(["niets", "uitbreiding en uitbreiding"])
    assert [(place.text, place.start) for place in index.find("uitbreiding")] == [(1, 0), (1, 15)]


@given(st.lists(st.text(max_size=60), max_size=5), st.text(min_size=1, max_size=20).filter(lambda text: text.strip()))
def test_every_place_lies_in_its_text_and_none_overlap(texts: list[str], term: str) -> None:
    places = TermIndex(texts).find(term) if any(character.isalnum() for character in term) else ()
    for place in places:
        assert 0 <= place.start < place.end <= len(texts[place.text])
    assert not any(one.overlaps(other) for one, other in pairwise(places))


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("Amerikaans", "de Amerikaanse regering"),
        ("Palestijnse", "een Palestijns gebied"),
        ("Chinees", "het Chinese beleid"),
        ("Europese", "een Europees voorstel"),
    ],
)
def test_an_adjective_is_found_with_and_without_its_ending(term: str, text: str) -> None:
    assert len(TermIndex([text]).find(term)) == 1
