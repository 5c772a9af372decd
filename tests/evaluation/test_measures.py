"""Precision, recall and F1, and the texts behind them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from briefgen.evaluation.measures import (
    Agreement,
    Coverage,
    agreement,
    headline,
    multiset_agreement,
    text_agreement,
    without_precision,
)
from briefgen.evaluation.statements import is_same_date, is_same_number

SENTENCES = st.lists(st.sampled_from(["Het kabinet zet in op vrede.", "Nederland steunt dit voorstel.", "Dat is zo."]))


def test_nothing_found_where_nothing_is_annotated_is_perfect() -> None:
    assert agreement(0, 0, 0, 0).f1 == 1


def test_anything_found_where_nothing_is_annotated_is_wrong() -> None:
    assert agreement(0, 3, 0, 0).precision == 0


def test_a_text_counts_as_often_as_it_occurs() -> None:
    found = multiset_agreement(["a", "a", "b"], ["a", "c"])
    assert (found.predicted, found.gold, found.precision, found.recall) == (3, 2, 0.333, 0.5)
    assert found.misses == ("c",)
    assert sorted(found.false_finds) == ["a", "b"]


def test_misses_and_false_finds_are_listed_with_their_text() -> None:
    found = text_agreement(
        ["Nederland steunt dit voorstel.", "Het regent vandaag in Den Haag."], ["Het kabinet zet in op vrede."]
    )
    assert found.misses == ("Het kabinet zet in op vrede.",)
    assert found.false_finds == ("Nederland steunt dit voorstel.", "Het regent vandaag in Den Haag.")


def test_a_doubtful_find_counts_neither_way() -> None:
    found = text_agreement(["Nederland steunt dit voorstel."], [], ignore=["Nederland steunt dit voorstel."])
    assert (found.predicted, found.precision, found.false_finds) == (0, 1, ())


@given(SENTENCES, SENTENCES)
def test_shares_stay_between_none_and_all(found: list[str], gold: list[str]) -> None:
    for figure in (multiset_agreement(found, gold), text_agreement(found, gold)):
        assert all(0 <= share <= 1 for share in (figure.precision, figure.recall, figure.f1))


@given(SENTENCES)
def test_what_equals_the_annotation_is_perfect(texts: list[str]) -> None:
    assert text_agreement(texts, texts).f1 == multiset_agreement(texts, texts).f1 == 1


def test_a_partial_annotation_tells_no_precision() -> None:
    figures = without_precision({"positions": agreement(1, 4, 1, 2), "metadata": 0.5})
    assert figures == {"positions": Coverage(recall=0.5, gold=2), "metadata": 0.5}


def test_an_agreement_is_held_to_its_f1_and_names_to_nothing() -> None:
    assert headline(Agreement(precision=1, recall=0.5, f1=0.667, predicted=1, gold=2)) == 0.667
    assert headline(("title",)) is None


@pytest.mark.parametrize(
    ("found", "gold", "same"),
    [
        ("2026-06-12", "2026-06", True),
        ("2026-07", "2026-06", False),
        ("2026", "2026-06", False),
        ("2026-Q3", "zomer 2026", True),
        ("2027", "2026-Q3", False),
        ("2026-06", "<2026-06-30", True),
        (None, "2026", False),
    ],
)
def test_dates_agree_by_month_and_vague_ones_by_year(found: str | None, gold: str, same: bool) -> None:
    assert is_same_date(found, gold) is same


@pytest.mark.parametrize(
    ("found", "gold", "same"),
    [(3.5, "3,5", True), ("1/3", 0.333, True), ([27, 30], 27, True), ("een derde", "een derde", False), (1, 2, False)],
)
def test_numbers_agree_to_three_decimals(found: JsonValue, gold: JsonValue, same: bool) -> None:
    assert is_same_number(found, gold) is same
