"""The table of all records for a person to check."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.extraction import extract
from briefgen.review import COLUMNS, FORMULA_STARTS, defused, to_review_csv

from .records.documents import document

LETTER = extract(
    document(
        "Het kabinet steunt Oekraïne; zie Kamerstuk 36715, nr. 32.",
        "Uw Kamer ontvangt voor de zomer van 2026 een brief.",
    )
)


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))


def test_the_file_opens_in_a_spreadsheet() -> None:
    data = to_review_csv([LETTER])
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig").split("\r\n")[0].split(";") == list(COLUMNS)


def test_a_record_is_shown_with_its_sentence_its_place_and_its_rule() -> None:
    by_kind = {row["kind"]: row for row in rows(to_review_csv([LETTER]))}
    position = by_kind["positions"]
    assert (position["source"], position["paragraph"], position["rule"]) == ("bron", "p1", "verb:steunt")
    assert position["sentence"].startswith("Het kabinet steunt")
    assert "deadline: 2026-06" in by_kind["commitments"]["values"]


def test_a_reference_is_shown_with_its_sentence_and_as_printed() -> None:
    (row,) = [row for row in rows(to_review_csv([LETTER])) if row["kind"] == "references"]
    assert row["sentence"] == LETTER.document.paragraphs[0].text
    assert "raw: Kamerstuk 36715, nr. 32" in row["values"]


def test_every_record_has_a_row() -> None:
    counts = sum(len(records) for _, records in LETTER if isinstance(records, tuple))
    assert len(rows(to_review_csv([LETTER]))) == counts > 3


@pytest.mark.parametrize("cell", ["=1+1", "+31 70", "-2%", "@naam", "\tx"])
def test_what_a_spreadsheet_could_run_is_defused(cell: str) -> None:
    assert defused(cell) == f"'{cell}"


@given(st.text())
def test_no_cell_begins_like_a_formula(cell: str) -> None:
    assert not defused(cell).startswith(FORMULA_STARTS)
