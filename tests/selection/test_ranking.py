from __future__ import annotations

from collections.abc import Mapping, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.matching.index import TermIndex
from briefgen.selection.ranking import Field, Query, Ranked, rank

OTHER = [
    "De NAVO blijft de hoeksteen.",
    "De interne markt is een troef.",
    "Het klimaat verandert.",
    "De trein reed weg.",
]


def ranked(texts: Sequence[str], weights: Mapping[str, float], masks: tuple[str, ...] = ()) -> tuple[Ranked, ...]:
    corpus = [*texts, *OTHER]
    fields = [Field(number, ()) for number in range(len(corpus))]
    return rank(TermIndex(corpus), fields, [Query(weights, masks)])[0]


def test_a_text_with_more_of_the_terms_scores_higher() -> None:
    both, one, *rest = ranked(
        ["Sancties tegen de schaduwvloot.", "Sancties tegen een land."], {"sanctie": 1.0, "schaduwvloot": 1.0}
    )
    assert both.score > one.score > 0
    assert {other.score for other in rest} == {0.0}


def test_a_phrase_counts_more_than_its_words_apart() -> None:
    phrase, apart, *_ = ranked(
        ["Op basis van gekwalificeerde meerderheid.", "Een meerderheid van gekwalificeerde mensen."],
        {"gekwalificeerde meerderheid": 2.0, "meerderheid": 1.0},
    )
    assert phrase.score > apart.score


def test_a_heading_counts_more_than_the_body() -> None:
    index = TermIndex(["Het wordt tijd.", "De uitbreiding wacht.", *OTHER, "Uitbreiding"])
    fields = [Field(0, (6,)), Field(1, ()), *(Field(number, ()) for number in range(2, 6))]
    under_heading, body, *_ = rank(index, fields, [Query({"uitbreiding": 1.0})])[0]
    assert under_heading.score > body.score
    assert under_heading.places == ()


def test_a_term_within_a_masked_name_does_not_count() -> None:
    masked, meant, *_ = ranked(
        ["Nederland is lid van de Raad van Europa.", "Nederland is lid van de Raad."],
        {"raad": 1.0},
        ("Raad van Europa",),
    )
    assert masked.score == 0
    assert meant.score > 0


def test_a_word_counts_for_its_weightiest_term_only() -> None:
    once = ranked(["De EU-uitbreiding."], {"EU-uitbreiding": 2.0})[0]
    twice = ranked(["De EU-uitbreiding."], {"EU-uitbreiding": 2.0, "uitbreiding": 1.0})[0]
    assert twice.terms == ("EU-uitbreiding",)
    assert twice.score == once.score


def test_the_terms_that_decided_stand_weightiest_first() -> None:
    found = ranked(["Sancties en visa."], {"visa": 1.0, "sanctie": 3.0})[0]
    assert found.terms == ("sanctie", "visa")


def test_queries_are_ranked_apart() -> None:
    index = TermIndex(["Sancties.", "Visserij.", *OTHER])
    fields = [Field(number, ()) for number in range(6)]
    first, second = rank(index, fields, [Query({"sanctie": 1.0}), Query({"visserij": 1.0})])
    assert [row.score > 0 for row in first[:2]] == [True, False]
    assert [row.score > 0 for row in second[:2]] == [False, True]


@settings(max_examples=25)
@given(st.lists(st.text(max_size=80), min_size=1, max_size=6))
def test_a_score_lies_between_zero_and_one(texts: list[str]) -> None:
    for row in ranked(texts, {"sanctie": 5.0, "een": 0.5, "EU": 1.0}):
        assert 0.0 <= row.score < 1.0


def test_a_term_that_most_texts_hold_still_tells_the_subject() -> None:
    texts = [f"China en het onderwerp {number}" for number in range(30)] + [
        f"iets anders {number}" for number in range(10)
    ]
    index = TermIndex(texts)
    fields = [Field(body=number, headings=()) for number in range(len(texts))]
    (row,) = rank(index, fields, [Query({"China": 3.0})])
    assert row[0].score > 0.5
    assert row[-1].score == 0.0
