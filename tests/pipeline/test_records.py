"""The structured records on disk, and the loss ledger that `extract --ledger` shows."""

from __future__ import annotations

import pytest

from briefgen.messages import Language
from briefgen.pipeline.records import ledger_rows
from briefgen.readers import read
from briefgen.sources import Source

LETTER = (
    "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 27 januari 2026\n\nInzet\n\n"
    "Het kabinet zet in op een sterke Unie.[footnoteRef:1]  [1:  Kamerstuk 36 715, nr. 32. ]\n\n"
    "De minister van Buitenlandse Zaken,\nD.M. van Weel\n"
)


@pytest.mark.parametrize(("language", "last"), [("nl", ("som", "hele bron")), ("en", ("sum", "whole source"))])
def test_the_ledger_shows_each_destination_and_sums_to_the_whole_source(
    language: Language, last: tuple[str, str]
) -> None:
    source = Source(id="letter", label="Letter", kind="kamerbrief", file="letter.txt", sha256="", holder="kabinet")
    heads, *rows = ledger_rows(read(LETTER.encode(), source), LETTER, language)
    counts = {name: int(count) for name, count in rows}
    assert len(heads) == 2
    assert counts["footnote"] == len("Kamerstuk36715,nr.32.")
    assert counts["mark"] == len("[footnoteRef:1]")
    assert {"paragraph", "letterhead", "label", "white_space"} <= counts.keys()
    assert counts.pop(last[0]) == counts.pop(last[1]) == len(LETTER)
    assert sum(counts.values()) == len(LETTER)
