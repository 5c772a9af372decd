"""Words are found again where they stand, also when the text around them or they themselves changed."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefgen.anchoring import CONTEXT, find, selector_of
from briefgen.pack import QuoteSelector
from briefgen.provenance import Span

TEXT = (
    "Het kabinet zet in op een sterke interne markt. Dat is in het belang van Nederland. "
    "Daarnaast vraagt het kabinet aandacht voor de regeldruk. Dat is in het belang van het bedrijfsleven."
)


def span_of(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def test_a_selector_holds_the_words_and_what_stands_around_them() -> None:
    selector = selector_of(TEXT, span_of("Dat is in het belang van Nederland."))
    assert selector.exact == "Dat is in het belang van Nederland."
    assert selector.prefix == TEXT[:48][-CONTEXT:]
    assert selector.suffix.startswith(" Daarnaast vraagt het kabinet")


@pytest.mark.parametrize("nth", [0, 1])
def test_words_that_stand_twice_are_found_where_they_were(nth: int) -> None:
    span = span_of("Dat is in het belang van", nth)
    found = find(selector_of(TEXT, span), "Een nieuwe eerste zin. " + TEXT)
    assert found is not None
    assert found.means == "exact"
    assert found.span == Span(span.start + 23, span.end + 23)


def test_words_that_changed_are_found_between_what_stands_around_them() -> None:
    selector = selector_of(TEXT, span_of("Dat is in het belang van Nederland."))
    changed = TEXT.replace("Dat is in het belang van Nederland.", "Dat is zeer in het belang van Nederland.")
    found = find(selector, changed)
    assert found is not None
    assert found.means == "context"
    assert changed[slice(*found.span)] == "Dat is zeer in het belang van Nederland."


def test_words_that_changed_in_a_text_that_changed_are_found_by_their_likeness() -> None:
    selector = selector_of(TEXT, span_of("Daarnaast vraagt het kabinet aandacht voor de regeldruk."))
    changed = "Iets heel anders. Daarnaast vroeg het kabinet aandacht voor regeldruk. En nog meer."
    found = find(selector, changed)
    assert found is not None
    assert found.means == "likeness"
    assert "vroeg het kabinet aandacht voor regeldruk" in changed[slice(*found.span)]


@pytest.mark.parametrize("text", ["", "Een geheel andere tekst over de visserij op de Noordzee.", "a"])
def test_nothing_is_found_in_a_text_that_has_nothing_like_the_words(text: str) -> None:
    assert find(selector_of(TEXT, span_of("Daarnaast vraagt het kabinet aandacht")), text) is None


def test_no_words_are_found_nowhere() -> None:
    assert find(QuoteSelector(exact=""), TEXT) is None


@given(st.text(min_size=1, max_size=200), st.data())
def test_any_part_of_any_text_is_found_again_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = find(selector_of(text, Span(start, end)), text)
    assert found is not None
    assert text[slice(*found.span)] == text[start:end]


@given(st.text(max_size=80), st.text(max_size=80))
def test_words_are_found_wherever_a_text_is_put_around_them(before: str, behind: str) -> None:
    span = span_of("Daarnaast vraagt het kabinet aandacht voor de regeldruk.")
    assume("Daarnaast" not in before + behind)
    found = find(selector_of(TEXT, span), before + TEXT + behind)
    assert found is not None
    assert found.span == Span(span.start + len(before), span.end + len(before))
