"""The structured records on disk, and the loss ledger that `extract --ledger` shows."""

from __future__ import annotations

from typing import get_args

import pytest

from briefgen.document import FurnitureKind
from briefgen.messages import Language, catalogue
from briefgen.pipeline.records import ledger_rows
from briefgen.readers import read
from briefgen.sources import Source

LETTER = (
    "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 27 januari 2026\n\nInzet\n\n"
    "Het kabinet zet in op een sterke Unie.[footnoteRef:1]  [1:  Kamerstuk 36 715, nr. 32. ]\n\n"
    "De minister van Buitenlandse Zaken,\nD.M. van Weel\n"
)


@pytest.mark.parametrize(
    ("language", "names", "last"),
    [
        ("nl", ("noten", "noottekens", "alinea's", "briefhoofd", "witruimte"), ("som", "hele bron")),
        ("en", ("footnotes", "note marks", "paragraphs", "letterhead", "white space"), ("sum", "whole source")),
    ],
)
def test_the_ledger_shows_each_destination_and_sums_to_the_whole_source(
    language: Language, names: tuple[str, ...], last: tuple[str, str]
) -> None:
    source = Source(id="letter", label="Letter", kind="kamerbrief", file="letter.txt", sha256="", holder="kabinet")
    heads, *rows = ledger_rows(read(LETTER.encode(), source), LETTER, language)
    counts = {name: int(count) for name, count in rows}
    assert len(heads) == 2
    assert counts[names[0]] == len("Kamerstuk36715,nr.32.")
    assert counts[names[1]] == len("[footnoteRef:1]")
    assert counts.keys() > set(names)
    assert counts.pop(last[0]) == counts.pop(last[1]) == len(LETTER)
    assert sum(counts.values()) == len(LETTER)


def test_every_destination_has_words_for_people() -> None:
    kinds = ("paragraph", "heading", "footnote", "caption", "pull_quote", "white_space", "unaccounted")
    assert {f"ledger-{kind.replace('_', '-')}" for kind in (*kinds, *get_args(FurnitureKind))} <= catalogue().keys()
