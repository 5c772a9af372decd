"""Real Word files beside the repository, where somebody put them: counted by hand, never copied."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefgen.document import Document

from .building import document_of, headings

FOLDER = Path(os.environ.get("BRIEFGEN_SAMPLES", "samples"))

# Notes, labels of questions, labels of answers, and the number of the document.
COUNTS = {
    "s13-antwoord-kamervragen-milieu.docx": (5, 12, 8, ()),
    "s14-antwoord-kamervragen-boa.docx": (4, 9, 6, ()),
    "s15-motie-kst-36682-10-gewijzigd.docx": (0, 0, 0, ("36682-10",)),
}


def sample(name: str) -> Document:
    path = FOLDER / name
    if not path.is_file():
        pytest.skip(f"{name} is not there; BRIEFGEN_SAMPLES names the folder of the samples")
    return document_of(path.read_bytes())


@pytest.mark.parametrize("name", COUNTS)
def test_a_sample_has_what_was_counted_by_hand(name: str) -> None:
    document = sample(name)
    labels = [text for _, text in headings(document)]
    assert (
        len(document.footnotes),
        sum(text.startswith("Vraag") for text in labels),
        sum(text.startswith("Antwoord") for text in labels),
        document.metadata.identifiers.kamerstuk,
    ) == COUNTS[name]
    assert all(note.paragraph for note in document.footnotes)
