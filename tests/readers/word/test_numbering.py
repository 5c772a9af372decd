"""Numbers as Word prints them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.readers.word.numbering import formatted, letters, note_signs, roman

VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def value_of(numeral: str) -> int:
    total = 0
    for sign, following in zip(numeral, [*numeral[1:], ""], strict=True):
        total += -VALUES[sign] if following and VALUES[following] > VALUES[sign] else VALUES[sign]
    return total


@given(st.integers(1, 3999))
def test_a_roman_number_has_the_value_that_it_was_made_from(count: int) -> None:
    assert value_of(roman(count)) == count


@pytest.mark.parametrize(("count", "expected"), [(1, "a"), (26, "z"), (27, "aa"), (53, "aaa")])
def test_letters_double_behind_z(count: int, expected: str) -> None:
    assert letters(count) == expected


@pytest.mark.parametrize(("count", "expected"), [(1, "*"), (4, "§"), (5, "**")])
def test_signs_of_notes_double_behind_the_fourth(count: int, expected: str) -> None:
    assert note_signs(count) == expected


@pytest.mark.parametrize(
    ("form", "expected"),
    [("decimal", "4"), ("upperRoman", "IV"), ("lowerLetter", "d"), ("decimalZero", "04"), ("none", ""), ("odd", "4")],
)
def test_a_number_is_printed_in_its_form(form: str, expected: str) -> None:
    assert formatted(4, form) == expected
