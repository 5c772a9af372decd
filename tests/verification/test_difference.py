"""Differences are short, and show what the eye would miss."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.verification.difference import CONTEXT, LONGEST, difference, nearest_passage

PARAGRAPH = "Dit is de eerste zin. Het kabinet wil de lasten voor boeren verlagen. En dit is de derde zin."
SENTENCE = "Het kabinet wil de lasten voor boeren verlagen."


@pytest.mark.parametrize(
    ("expected", "found", "shown"),
    [
        ("de lasten verlagen", "de kosten verlagen", ("de [la]sten verlagen", "de [ko]sten verlagen")),
        ("wil niet meer", "wil meer", ("wil [niet meer]", "wil [meer]")),
        ("aa", "aaa", ("[aa]", "[aaa]")),
        ("besluit de Unie.", "besluit de Unie", ("besluit de [Unie.]", "besluit de [Unie]")),
        ("", "nieuw", ("[]", "[nieuw]")),
        ("ook nu", "ook\u00a0nu", ("ook[ ]nu", "ook[U+00A0]nu")),
        ("een", "еen", ("[e]en", "[е (U+0435)]en")),  # a Cyrillic letter
        ("Oekraine", "Oekraïne", ("Oekra[i]ne", "Oekra[ï]ne")),
        ("2028–2029", "2028-2029", ("2028[– (U+2013)]2029", "2028[-]2029")),
    ],
)
def test_the_part_that_differs_stands_in_brackets(expected: str, found: str, shown: tuple[str, str]) -> None:
    assert difference(expected, found) == shown


def test_what_is_far_from_the_difference_is_left_out() -> None:
    result = difference("a" * 100 + "x" + "b" * 100, "a" * 100 + "y" + "b" * 100)
    assert result.expected == "… " + "a" * CONTEXT + "[x]" + "b" * CONTEXT + " …"
    assert difference("woord " * 9 + "een.", "woord " * 9 + "twee.").found == "… woord woord woord woord [twee]."


@given(st.text(), st.text())
def test_a_difference_never_grows_with_the_texts(expected: str, found: str) -> None:
    longest_character = len("x (U+10FFFF)")
    for shown in difference(expected * 50, found * 50):
        assert len(shown) <= 2 * CONTEXT + (LONGEST + 3) * longest_character + 6


@pytest.mark.parametrize(
    "changed",
    [
        SENTENCE.replace("lasten", "kosten"),
        SENTENCE.replace("boeren", "de boeren"),
        SENTENCE.replace("voor boeren ", ""),
        SENTENCE.replace("Het", "Ons"),
        SENTENCE.replace("verlagen.", "verhogen!"),
    ],
)
def test_the_passage_of_a_changed_quotation_is_found_again(changed: str) -> None:
    assert nearest_passage(changed, PARAGRAPH) == SENTENCE


def test_a_quotation_longer_than_its_paragraph_is_held_against_the_whole() -> None:
    assert nearest_passage(SENTENCE + " En meer.", SENTENCE) == SENTENCE
