"""A document that is written as a page and read back is the same document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from pathlib import Path

import pytest

from briefgen.document import Document
from briefgen.readers import read
from briefgen.records.reference import extract

from ..reading import source
from .page import as_page, proven

SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))


def likeness(first: Iterable[Hashable], second: Iterable[Hashable]) -> float:
    """F1 of two collections."""
    one, two = Counter(first), Counter(second)
    return 2 * (one & two).total() / max(1, one.total() + two.total())


def references(document: Document) -> Counter[tuple[str, str | None]]:
    return Counter((reference.raw, reference.id) for reference in extract(document))


def paragraphs(document: Document) -> list[tuple[str, str]]:
    return [(item.text, item.kind) for item in document.paragraphs]


def headings(document: Document) -> list[str]:
    return [item.text for item in document.headings]


def notes(document: Document) -> list[tuple[str, int | None]]:
    return [(note.text, note.offset) for note in document.footnotes]


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem[:3])
def test_a_seed_as_a_page_gives_the_same_document(seed: Path) -> None:
    document = read(seed.read_bytes(), source())
    again = proven(as_page(document))
    for parts in (paragraphs, headings, notes):
        assert likeness(parts(document), parts(again)) >= 0.99
    assert references(document) == references(again)
