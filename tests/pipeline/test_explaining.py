from __future__ import annotations

import pytest

from briefgen.errors import OptionError
from briefgen.pipeline.explaining import explain
from briefgen.pipeline.options import BuildOptions

from ..end_to_end.conftest import ROOT, Told

JBZ = BuildOptions(pack="raad-jbz", as_of="2026-06-30", formats=("docx",))


def lines(words: str) -> list[str]:
    told = Told()
    explain(ROOT, JBZ, words, told)
    return told.lines


def test_a_paragraph_that_is_in_says_where_with_score_and_words() -> None:
    found = lines("treedt het Asiel- en  migratiepact in werking")
    assert any(line.startswith("  IN   migratie") for line in found)
    assert any("score 0," in line or "score 0." in line for line in found)


def test_a_paragraph_that_is_out_says_why() -> None:
    (head, *rest) = lines("Migratiekosten")
    assert ":p" in head
    assert rest
    assert all(line.startswith(("  UIT", "       score")) or ":p" in line for line in rest)


def test_words_that_stand_nowhere_are_told() -> None:
    with pytest.raises(OptionError) as caught:
        lines("woorden die nergens staan")
    assert caught.value.code == "words-nowhere"
