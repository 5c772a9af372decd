"""A difference is shown word by word, with what stands around it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefgen.lineage import Edit, edits

WORDS = st.lists(st.sampled_from(["de", "het", "lasten", "kosten", "wil"]), max_size=12)


def test_words_that_changed_stand_between_those_that_did_not() -> None:
    assert edits("Het kabinet wil de lasten verlagen.", "Het kabinet wil de kosten verlagen.") == (
        Edit("Het kabinet wil de", "lasten", "kosten", "verlagen."),
    )


def test_of_a_long_text_only_the_neighbours_are_shown() -> None:
    (edit,) = edits("a b c d e f oud g h i j k l", "a b c d e f nieuw g h i j k l")
    assert (edit.before, edit.after) == ("… c d e f", "g h i j …")


def test_words_that_came_or_went_have_no_other_side() -> None:
    assert edits("a b", "a x b") == (Edit("a", "", "x", "b"),)
    assert edits("a x b", "a b") == (Edit("a", "x", "", "b"),)


def test_a_few_words_between_two_differences_belong_to_them() -> None:
    assert edits("a b c d e f g", "a b x d y f g") == (Edit("a b", "c d e", "x d y", "f g"),)


@given(old=WORDS, new=WORDS)
def test_texts_differ_only_when_their_words_do(old: list[str], new: list[str]) -> None:
    assert bool(edits(" ".join(old), " ".join(new))) == (old != new)
