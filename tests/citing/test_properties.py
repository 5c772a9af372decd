"""What holds for every text: no error, spans within the text and in order, effort in proportion to its length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.citing import Passage, resolve, scan
from briefgen.citing.cursor import Cursor
from briefgen.citing.tokens import tokenize

PIECES = [
    "Kamerstuk", "Kamerstukken II", "36", "715", "36715", "21501-20", "nr.", "nrs.", "-", ",", "(", ")", " ", ".", "/",
    "V", "XVII", "A", "2023/24", "bijlage bij", "motie", "Van der Lee", "c.s.", "artikel", "lid", "7", "VEU", "en",
    "t/m", "Verordening (EU)", "2018/842", "COM(2021)", "559", "https://www.x.nl/a-", "Idem.", "die motie", "brief",
    "van", "6 december 2024", "‘Titel", "’", "de Voortgangsbrief", "Aanhangsel", "Handelingen", "stuk nr.", "t.v.v.",
    "nr. 8", "ECLI:NL:HR:2023:1", "2026D03628", "ST", "7914/21", "EU-", "Strategie", "\n", "²", "٣", "é",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=40).flatmap(
    lambda pieces: st.sampled_from([" ".join(pieces), "".join(pieces)])
) | st.text(max_size=200)


@given(texts)
def test_mentions_lie_in_the_text_in_order(text: str) -> None:
    for mention in scan(text):
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]
    starts = [mention.start for mention in scan(text)]
    assert starts == sorted(starts)


@given(texts)
def test_what_is_certain_has_an_id_and_what_is_unresolved_has_none(text: str) -> None:
    for mention in scan(text):
        assert mention.status in {"certain", "repaired", "doubtful"} or mention.id is None
        assert mention.status == "unresolved" or mention.id is not None


@given(st.lists(st.tuples(texts, st.booleans()), max_size=6), st.sets(texts, max_size=3))
def test_any_document_can_be_resolved(passages: list[tuple[str, bool]], known: set[str]) -> None:
    found = resolve([Passage(text, is_note=note) for text, note in passages], frozenset(known))
    assert len(found) == len(passages)


@given(texts)
def test_tokens_hold_every_character_but_white_space(text: str) -> None:
    assert "".join(token.text for token in tokenize(text)) == "".join(
        text[token.start : token.end] for token in tokenize(text)
    )
    covered = "".join("".join(token.text.split()) for token in tokenize(text))
    assert covered == "".join(text.split())


def steps(text: str) -> int:
    """How many steps the parser takes in a text."""
    taken = 0
    step = Cursor.step

    def counted(cursor: Cursor, count: int = 1) -> Cursor:
        nonlocal taken
        taken += 1
        return step(cursor, count)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Cursor, "step", counted)
        scan(text)
    return taken


@pytest.mark.parametrize(
    "piece",
    [
        "Kamerstuk ", "Kamerstuk 2023/24 ", "36 ", "36715 nr. 1, ", "99999 nr. 1, ", "nr. 1, nr. ", "Van ",
        "motie Van ", "artikel 1, ", "(", "‘A ", "EU-", "rapport (AB) ", "Kamerbrief van de ",
        "brief op het rapport van ", "Verordening (EU) ", "NRC, ", "de Voortgangsbrief ", "t.v.v. ",
    ],
)  # fmt: skip
def test_each_further_part_of_a_text_takes_the_same_effort(piece: str) -> None:
    short, middle, long = (steps(piece * count) for count in (100, 200, 300))
    assert long - middle <= 1.1 * (middle - short)
