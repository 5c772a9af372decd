"""The same document as text and as a Word file gives the same paragraphs, notes and references."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

from briefgen.document import Document, Heading, Paragraph, Table
from briefgen.readers import read
from briefgen.records.reference import extract

from .building import (
    STYLES,
    call,
    cell,
    document_of,
    headings,
    notes,
    numbered,
    p,
    row,
    run,
    source,
    table,
    texts,
    word_file,
)

SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))
DEEPEST = 6

HEADING_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="kop{level}"><w:name w:val="heading {level}"/></w:style>'
    for level in range(1, DEEPEST + 1)
)
BULLETS = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)


def with_marks(text: str, called: Iterable[tuple[int, int]]) -> str:
    """The runs of a paragraph, with the marks of its notes: offset and id."""
    pieces, position = [], 0
    for offset, identifier in sorted(called):
        pieces += [run(text[position:offset]), call("footnote", identifier)]
        position = offset
    return "".join([*pieces, run(text[position:])])


def styled(heading: Heading) -> str:
    return p(run(heading.text), f"kop{min(heading.level, DEEPEST)}")


def bold(heading: Heading) -> str:
    return p(run(heading.text, "<w:b/>"))


def parts_of(document: Document, heading_markup: Callable[[Heading], str]) -> Iterator[tuple[int, str]]:
    """Where each part of a document stands, and the Word markup of it."""
    places = {cell.paragraph for found in document.tables for cell in found.cells}
    called: dict[str, list[tuple[int, int]]] = {}
    for identifier, note in enumerate(document.footnotes, start=1):
        if note.paragraph is not None and note.offset is not None:
            called.setdefault(note.paragraph, []).append((note.offset, identifier))
    for heading in document.headings:
        yield heading.spans[0].start, heading_markup(heading)
    for item in document.furniture:
        if item.kind in ("letterhead", "cover") and item.spans:
            yield item.spans[0].start, p(run(item.text), "Titel" if item.kind == "cover" else "")
    for caption in document.captions:
        yield caption.spans[0].start, p(run(caption.text), "Bijschrift")
    for paragraph in document.paragraphs:
        if paragraph.id not in places:
            content = with_marks(paragraph.text, called.get(paragraph.id, []))
            yield paragraph.spans[0].start, p(content, extra=numbered(1) if paragraph.kind == "list_item" else "")
    for found in document.tables:
        first = document.paragraph_by_id[found.cells[0].paragraph]
        yield first.spans[0].start, table(rows_of(document, found, called))


def rows_of(document: Document, found: Table, called: dict[str, list[tuple[int, int]]]) -> Iterator[str]:
    by_row: dict[int, dict[int, Paragraph]] = {}
    for item in found.cells:
        by_row.setdefault(item.row, {})[item.column] = document.paragraph_by_id[item.paragraph]
    for _, columns in sorted(by_row.items()):
        filled = [columns.get(column) for column in range(max(columns) + 1)]
        yield row(*(cell(p(with_marks(one.text, called.get(one.id, []))) if one else "") for one in filled))


@cache
def as_text(seed: Path) -> Document:
    return read(seed.read_bytes(), source("seeds/brief.txt"))


@cache
def as_word(seed: Path, heading_markup: Callable[[Heading], str] = styled) -> Document:
    document = as_text(seed)
    body = "".join(markup for _, markup in sorted(parts_of(document, heading_markup)))
    bodies = {number: p(run(note.text)) for number, note in enumerate(document.footnotes, start=1)}
    return document_of(
        word_file(body, styles=STYLES + HEADING_STYLES, numbering=BULLETS, footnotes=notes("footnote", bodies))
    )


def f1(found: Iterable[object], expected: Iterable[object]) -> float:
    one, other = Counter(found), Counter(expected)
    return 2 * (one & other).total() / max(1, one.total() + other.total())


def placed(document: Document) -> list[tuple[str, str | None, int | None]]:
    by_id = document.paragraph_by_id
    return [
        (note.text, by_id[note.paragraph].text if note.paragraph else None, note.offset) for note in document.footnotes
    ]


def references(document: Document) -> Counter[str]:
    return Counter(str(reference.id or reference.raw) for reference in extract(document))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem[:3])
def test_paragraphs_headings_notes_and_references_are_the_same(seed: Path) -> None:
    expected, found = as_text(seed), as_word(seed)
    assert f1(texts(found), texts(expected)) >= 0.95
    assert f1(headings(found), headings(expected)) >= 0.95
    assert f1(placed(found), placed(expected)) >= 0.95
    assert references(found) == references(expected)


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem[:3])
def test_headings_that_are_only_bold_are_found_too(seed: Path) -> None:
    expected, found = as_text(seed), as_word(seed, bold)
    assert f1(texts(found), texts(expected)) >= 0.95
    assert f1([text for _, text in headings(found)], [text for _, text in headings(expected)]) >= 0.95
    assert f1(placed(found), placed(expected)) >= 0.95


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem[:3])
def test_kinds_and_metadata_are_the_same(seed: Path) -> None:
    expected, found = as_text(seed), as_word(seed)
    assert f1(kinds(found), kinds(expected)) >= 0.95
    assert found.metadata.date == expected.metadata.date
    assert found.metadata.language == expected.metadata.language


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(paragraph.kind, paragraph.text) for paragraph in document.paragraphs]
