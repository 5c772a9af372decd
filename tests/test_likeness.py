"""Documents that hold the same text are found, in whatever format they came."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.document import Document, Paragraph
from briefgen.likeness import ALIKE, SAME, Profile, alike, likeness, most_alike, profile
from briefgen.provenance import Span
from briefgen.sources import Source


def document(*texts: str) -> Document:
    source = Source(id="a", label="A", kind="overig", file="seeds/a.txt", sha256="0" * 64, holder="A")
    paragraphs = tuple(
        Paragraph(id=f"p{number}", text=text, spans=(Span(0, 1),)) for number, text in enumerate(texts, start=1)
    )
    return Document(source=source, length=1, paragraphs=paragraphs)


def text_of(words: int, seed: int) -> list[str]:
    """Words of which few follow one another twice, as in prose."""
    chance = random.Random(seed)  # noqa: S311
    return [f"woord{chance.randrange(2_000)}" for _ in range(words)]


def profile_of(words: list[str]) -> Profile:
    return profile(document(" ".join(words)))


def damaged(words: list[str], share: float) -> list[str]:
    """The text as a worse reader saw it: a share of the words broken."""
    chance = random.Random(7)  # noqa: S311
    return [f"x{word}" if chance.random() < share else word for word in words]


def test_the_same_text_is_the_same_whatever_its_paragraphs_and_signs() -> None:
    one = document("De EU-lidstaten – ook Nederland – zetten in op ‘open’ handel.", "Dat blijft zo.")
    other = document('De EU-lidstaten - ook Nederland - zetten in op "open" handel. Dat blijft zo.')
    assert likeness(profile(one), profile(other)) == 1


def test_ligatures_of_a_bad_text_layer_change_nothing() -> None:
    assert (
        likeness(
            profile(document("een eﬃciënt en ﬂexibel fonds")), profile(document("een efficiënt en flexibel fonds"))
        )
        == 1
    )


@pytest.mark.parametrize("share", [0.01, 0.05, 0.1])
@pytest.mark.parametrize("length", [150, 1_500, 15_000])
def test_a_text_with_broken_words_is_found_again(share: float, length: int) -> None:
    words = text_of(length, seed=1)
    others = {str(seed): profile_of(text_of(length, seed)) for seed in range(2, 6)}
    found = most_alike(profile_of(damaged(words, share)), others | {"same": profile_of(words)}, ALIKE)
    assert list(found) == ["same"]
    assert found["same"] == pytest.approx(1 - share, abs=0.06)


def test_texts_that_share_only_their_formulas_are_not_alike() -> None:
    formula = ["De Kamer gehoord de beraadslaging verzoekt de regering en gaat over tot de orde van de dag"]
    motions = {str(seed): profile_of(formula + text_of(60, seed)) for seed in range(5)}
    assert not alike(motions, ALIKE)


def test_all_pairs_are_found_in_the_order_of_the_documents() -> None:
    words = text_of(500, seed=1)
    profiles = {"first": profile_of(words), "other": profile_of(text_of(500, seed=2)), "last": profile_of(words)}
    assert alike(profiles, SAME) == [("first", "last", 1.0)]


def test_documents_without_words_are_like_nothing() -> None:
    empty = profile(document())
    assert not alike({"a": empty, "b": empty}, ALIKE)
    assert not most_alike(empty, {"b": empty}, ALIKE)


@given(st.lists(st.sampled_from(["kabinet", "unie", "raad", "2029"]), min_size=1, max_size=40))
def test_every_text_is_wholly_like_itself_however_short(words: list[str]) -> None:
    assert most_alike(profile_of(words), {"same": profile_of(words)}, SAME) == {"same": 1.0}


def test_many_documents_are_compared_only_where_they_share_something(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []
    monkeypatch.setattr("briefgen.likeness.likeness", lambda *_: compared.append(1) or 1.0)
    words = text_of(400, seed=1)
    profiles = {str(seed): profile_of(text_of(400, seed)) for seed in range(2, 200)}
    alike(profiles | {"one": profile_of(words), "two": profile_of(words)}, SAME)
    assert len(compared) == 1
