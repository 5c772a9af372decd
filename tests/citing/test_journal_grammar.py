"""The Official Journal, cited by issue and, since 2023, by act."""

from __future__ import annotations

import pytest

from briefgen.citing import link, scan


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("PB L 119 van 4.5.2016, p. 1", "OJ:L:2016:119"),
        ("PB L 173 van 12 juni 2014, p. 349", "OJ:L:2014:173"),
        ("PbEU 2016, L 119", "OJ:L:2016:119"),
        ("OJ C 202, 7.6.2016", "OJ:C:2016:202"),
        ("PB L, 2024/1689, 12.7.2024", "OJ:L:2024:1689"),
    ],
)
def test_an_issue_or_an_act_of_the_journal_has_one_normal_form(text: str, identifier: str) -> None:
    (mention,) = scan(f"Zie {text}.")
    assert (mention.type, mention.id, mention.status) == ("eu-doc", identifier, "certain")


def test_an_issue_without_a_year_is_seen_and_not_resolved() -> None:
    (mention,) = scan("zoals gepubliceerd in PB L 12.")
    assert (mention.id, mention.status) == (None, "unresolved")


@pytest.mark.parametrize("text", ["De PB van Defensie is akkoord.", "het publicatieblad verschijnt dagelijks", "PB 12"])
def test_the_word_alone_cites_nothing(text: str) -> None:
    assert scan(text) == ()


def test_the_address_follows_how_the_journal_was_published() -> None:
    assert link("OJ:L:2016:119") == "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=OJ:L:2016:119:TOC"
    assert link("OJ:L:2024:1689") == "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=OJ:L_202401689"
