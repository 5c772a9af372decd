"""Text that remembers where it stood."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.provenance import MappedText, Span, concatenate, covered_text, without_whitespace

LINES = "De EU zal\nmoeten mee  veranderen.1 Dit stelt\n\n1 Kamerstuk 36 715, nr. 32.\n\nook Nederland voor een opgave."


def test_a_paragraph_of_joined_lines_is_one_span() -> None:
    source = "  De EU zal\n  moeten mee veranderen. "
    mapped = MappedText.of(source).collapsed()
    assert mapped.text == "De EU zal moeten mee veranderen."
    assert mapped.spans(source) == (Span(2, len(source) - 1),)


def test_a_footnote_in_the_midst_of_a_paragraph_makes_two_spans() -> None:
    note = LINES.index("1 Kamerstuk")
    body = MappedText.of(LINES).without([(note, LINES.index("\n\nook"))]).collapsed()
    spans = body.spans(LINES)
    assert len(spans) == 2
    assert "Kamerstuk" not in covered_text(LINES, spans)
    assert without_whitespace(covered_text(LINES, spans)) == without_whitespace(body.text)


def test_a_mark_taken_out_leaves_a_gap_in_the_spans() -> None:
    mark = LINES.index("1 Dit")
    mapped = MappedText.of(LINES, 0, LINES.index("\n\n")).without([(mark, mark + 1)])
    assert [covered_text(LINES, [span])[-1] for span in mapped.spans(LINES)] == [".", "t"]


def test_text_and_origins_must_have_the_same_length() -> None:
    with pytest.raises(ValueError, match="3 characters with 2 origins"):
        MappedText("abc", range(2))


@given(st.text(), st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=6))
def test_what_is_left_after_cleaning_is_what_the_spans_cover(source: str, cuts: list[tuple[int, int]]) -> None:
    mapped = MappedText.of(source).without([(min(cut), max(cut)) for cut in cuts]).collapsed()
    spans = mapped.spans(source)
    assert without_whitespace(covered_text(source, spans)) == without_whitespace(mapped.text)
    assert all(first.end < second.start for first, second in pairwise(spans))


@given(st.text(), st.integers(0, 40))
def test_a_text_cut_and_put_together_again_is_the_same(source: str, place: int) -> None:
    whole = MappedText.of(source)
    again = concatenate([whole.slice(0, place), whole.slice(place)])
    assert (again.text, list(again.origins)) == (whole.text, list(whole.origins))


@given(st.text())
def test_collapsed_text_has_single_spaces_and_none_at_the_ends(source: str) -> None:
    assert MappedText.of(source).collapsed().text == " ".join(source.split())
