"""Reading a text in a test: the document of a text, and what must hold for every document."""

from __future__ import annotations

from itertools import chain

from briefgen.document import Document
from briefgen.ledger import UNACCOUNTED, ledger
from briefgen.provenance import covered_text, without_whitespace
from briefgen.readers import read
from briefgen.readers.decoding import decode
from briefgen.sources import Source


def source(file: str = "seeds/letter.txt") -> Source:
    return Source(id="letter", label="Letter", kind="kamerbrief", file=file, sha256="", holder="kabinet")


def document_of(text: str) -> Document:
    return read(text.encode(), source())


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def headings(document: Document) -> list[tuple[int, str]]:
    return [(heading.level, heading.text) for heading in document.headings]


def furniture(document: Document, kind: str) -> list[str]:
    return [item.text for item in document.furniture if item.kind == kind]


def assert_nothing_lost(data: bytes, document: Document) -> None:
    text = decode(data, "letter.txt")
    for part in chain(
        document.paragraphs,
        document.headings,
        document.footnotes,
        document.captions,
        document.pull_quotes,
        document.furniture,
    ):
        assert without_whitespace(covered_text(text, part.spans)) == without_whitespace(part.text)
    counts = ledger(document, text)
    assert sum(counts.values()) == len(text) == document.length
    assert UNACCOUNTED not in counts
