"""One paper that belongs to several dossiers."""

from __future__ import annotations

import pytest

from briefgen.citing import scan


@pytest.mark.parametrize(
    ("text", "identifiers"),
    [
        ("36 600 XVII en V, nr. 8", ["36600-XVII-8", "36600-V-8"]),
        ("Kamerstuk 36 800 V en 36 800 XVII, nr. 103", ["36800-V-103", "36800-XVII-103"]),
        ("(31 031/29 949, nr. 19)", ["31031-19", "29949-19"]),
    ],
)
def test_each_dossier_of_a_paper_is_a_reference(text: str, identifiers: list[str]) -> None:
    assert [mention.id for mention in scan(text)] == identifiers


def test_two_papers_in_one_sentence_stay_two() -> None:
    found = scan("Kamerstuk 36 715, nr. 32 en 21 501-20, nr. 2360")
    assert [mention.id for mention in found] == ["36715-32", "21501-20-2360"]


def test_mentions_of_a_shared_paper_do_not_overlap() -> None:
    first, second = scan("Kamerstuk 36 600 XVII en V, nr. 8")
    assert first.end <= second.start
