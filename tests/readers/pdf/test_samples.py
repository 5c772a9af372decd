"""Real documents with counts made by hand, where the environment names a folder that holds them (BRIEFGEN_SAMPLES)."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from briefgen.document import Document
from briefgen.extraction import extract
from briefgen.ledger import UNACCOUNTED, ledger

from .printing import document_of, text_of

NOTES = {"s01": 62, "s02": 6, "s03": 15, "s04": 0, "s05": 17, "s06": 7, "s07": 3, "s18": 16}
QUESTIONS = {"s05": 12, "s06": 6, "s07": 6}


def data_of(name: str) -> bytes:
    folder = os.environ.get("BRIEFGEN_SAMPLES")
    if not folder:
        pytest.skip("BRIEFGEN_SAMPLES names no folder of sample documents: the counts made by hand are not checked")
    return next(Path(folder).glob(f"{name}-*.pdf")).read_bytes()


@cache
def sample(name: str) -> Document:
    return document_of(data_of(name))


@pytest.mark.parametrize(("name", "count"), NOTES.items())
def test_all_notes_are_found(name: str, count: int) -> None:
    assert len(sample(name).footnotes) == count


@pytest.mark.parametrize(("name", "count"), QUESTIONS.items())
def test_all_questions_have_their_answer(name: str, count: int) -> None:
    answered = {
        number
        for question in extract(sample(name)).questions
        if question.answer
        for number in (question.numbers or (question.number,))
    }
    assert answered == set(range(1, count + 1))


@pytest.mark.parametrize("name", NOTES)
def test_every_character_has_its_place(name: str) -> None:
    document, text = sample(name), text_of(data_of(name))
    assert UNACCOUNTED not in ledger(document, text)


@pytest.mark.parametrize("name", NOTES)
def test_no_paragraph_holds_what_is_printed_on_every_page(name: str) -> None:
    text = "\n".join(paragraph.text for paragraph in sample(name).paragraphs)
    for furniture in ("Tweede Kamer, vergaderjaar", "ISSN", "Pels Rijcken & Droogleever Fortuijn N.V.", "TREE.1.A"):
        assert furniture not in text
