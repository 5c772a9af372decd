"""The documents of the project, printed as PDF and read back: paragraphs, headings, notes, references are the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from briefgen.document import Document
from briefgen.extraction import extract
from briefgen.readers import read

from .printing import SEED_STYLE, as_html, document_of, printed, source

SEEDS = sorted(Path(__file__).parents[3].joinpath("seeds").glob("*.txt"))

QUICK = 2
"""How many of the documents, the smallest ones, every run reads back."""

BY_SIZE = sorted(SEEDS, key=lambda file: file.stat().st_size)
FILES = [
    pytest.param(file, id=file.stem, marks=[] if file in BY_SIZE[:QUICK] else [pytest.mark.slow]) for file in SEEDS
]


@cache
def both(file: Path) -> tuple[Document, Document]:
    written = read(file.read_bytes(), source(f"seeds/{file.name}"))
    return written, document_of(printed(as_html(written), SEED_STYLE))


def likeness(first: Iterable[str], second: Iterable[str]) -> float:
    """F1 of two lists of texts."""
    one, two = Counter(first), Counter(second)
    total = one.total() + two.total()
    return 2 * (one & two).total() / total if total else 1.0


@pytest.mark.parametrize("file", FILES)
def test_paragraphs_come_back(file: Path) -> None:
    written, printed_again = both(file)
    assert (
        likeness((part.text for part in written.paragraphs), (part.text for part in printed_again.paragraphs)) >= 0.97
    )


@pytest.mark.parametrize("file", FILES)
def test_headings_come_back(file: Path) -> None:
    written, printed_again = both(file)
    assert likeness((part.text for part in written.headings), (part.text for part in printed_again.headings)) >= 0.95


@pytest.mark.parametrize("file", FILES)
def test_notes_come_back_with_their_places(file: Path) -> None:
    written, printed_again = both(file)
    called = {footnote.text for footnote in written.footnotes if footnote.paragraph}
    found = {footnote.text for footnote in printed_again.footnotes if footnote.paragraph}
    assert likeness(called, found) >= 0.97


@pytest.mark.parametrize("file", FILES)
def test_references_come_back(file: Path) -> None:
    written, printed_again = both(file)
    assert Counter(item.id for item in extract(written).references) == Counter(
        item.id for item in extract(printed_again).references
    )
