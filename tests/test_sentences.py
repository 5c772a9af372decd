"""Sentences of Dutch policy prose."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.provenance import without_whitespace
from briefgen.sentences import LONGEST_SENTENCE, sentences

GOLD = Path(__file__).parent / "gold" / "letter-001.json"

TWO_SENTENCES = [
    ("Dat geldt voor de EU en de VS.", "We gaan door met de steun."),
    ("Op 13 januari jl. is uw Kamer geïnformeerd.", "Tot de zomer volgt meer."),
    ("Het gaat om onderwijs, cultuur e.d.", "Het kabinet steunt dit."),
    ("De brief is van minister T.B.W. Berendsen.", "Hij is verstuurd."),
    ("Zo ja, hoe dan?", "Zo nee, waarom niet?"),
    ("Dit speelt sinds 2025.", "’s Werelds grootste economie groeit."),
]

ONE_SENTENCE = [
    "Zie de kamerbrief (Kamerstuk 36800-V Nr. 103) van de minister.",
    "Het kabinet roept o.a. op tot actie t.a.v. de NAVO.",
    "Dit gebeurt i.h.k.v. De Nieuwe Afspraken.",
    "De motie Hoogeveen c.s. Kamerstuk 21 501-20, nr. 2344, is aangenomen.",
    "Nederland zet in op drie zaken: veiligheid, handel; en onderzoek.",
    "2. Handhaaf de conditionaliteit richting kandidaat-landen",
    "De uitgaven stijgen met 1.500,50 euro per jaar.",
]


@pytest.mark.parametrize(("first", "second"), TWO_SENTENCES)
def test_a_sentence_ends_where_a_reader_ends_it(first: str, second: str) -> None:
    assert [sentence.text for sentence in sentences(f"{first} {second}")] == [first, second]


@pytest.mark.parametrize("text", ONE_SENTENCE)
def test_an_abbreviation_a_colon_or_a_number_ends_no_sentence(text: str) -> None:
    assert [sentence.text for sentence in sentences(text)] == [text]


def test_the_annotated_letter_is_split_as_a_person_split_it() -> None:
    letter = json.loads(GOLD.read_text("utf-8"))
    expected: dict[int, list[str]] = {}
    for sentence in letter["sentences"]:
        expected.setdefault(sentence["paragraph"], []).append(sentence["text"])
    for index, paragraph in enumerate(letter["paragraphs"]):
        assert [sentence.text for sentence in sentences(paragraph["text"])] == expected[index]


@given(st.text(alphabet="abc ABC.?!:;()“”’ jl. c.s. nr. 12", max_size=80))
def test_only_white_space_lies_outside_the_sentences(text: str) -> None:
    position = 0
    for sentence in sentences(text):
        start, end = sentence.span
        assert text[start:end] == sentence.text != ""
        assert text[position:start].strip() == ""
        position = end
    assert text[position:].strip() == ""


@pytest.mark.parametrize("text", ["woord " * 5_000, "x" * 20_000, "(" * 9_000], ids=["words", "one word", "brackets"])
def test_what_is_too_long_for_a_sentence_is_given_in_parts_without_loss(text: str) -> None:
    parts = sentences(text)
    assert max(len(part.text) for part in parts) <= LONGEST_SENTENCE
    assert all(text[part.span.start : part.span.end] == part.text for part in parts)
    assert without_whitespace("".join(part.text for part in parts)) == without_whitespace(text)
