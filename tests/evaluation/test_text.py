"""How texts are compared."""

from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.evaluation.text import alike, fold, overlaps


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("het «‘kabinet’» zet", "het «'kabinet'» zet"),
        ("2025–2026", "2025-2026"),
        ("de *Europese*\n Raad ", "de Europese Raad"),
        ("be\u00adleid", "beleid"),
        ("cafe\u0301", "café"),
        (None, ""),
    ],
)
def test_printers_choices_do_not_count(printed: str | None, folded: str) -> None:
    assert fold(printed) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_a_short_piece_of_a_text_is_no_overlap() -> None:
    sentence = "Het kabinet zet in op een sterke interne markt."
    assert overlaps("zet in op een sterke interne markt", sentence)
    assert not overlaps("interne markt", sentence)
    assert overlaps("interne markt", "interne  markt")


@given(st.text(alphabet="ab '’", max_size=30), st.text(alphabet="ab '’", max_size=30), st.floats(0, 1))
def test_quick_bounds_do_not_change_what_is_alike(one: str, other: str, least: float) -> None:
    a, b = fold(one), fold(other)
    ratio = 1.0 if a == b else SequenceMatcher(None, a, b, autojunk=False).ratio()
    assert alike(one, other, least) == (ratio >= least)
