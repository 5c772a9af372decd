"""Pages for tests: a source, reading a page, and a document written as a page."""

from __future__ import annotations

from html import escape
from itertools import chain, groupby

from briefgen.document import Cell, Document, Footnote, Paragraph
from briefgen.ledger import UNACCOUNTED, ledger
from briefgen.provenance import covered_text, without_whitespace
from briefgen.readers import read, text_layer
from briefgen.sources import Source


def source(file: str = "seeds/page.html") -> Source:
    return Source(id="page", label="Page", kind="kamerbrief", file=file, sha256="", holder="kabinet")


def page(body: str, head: str = "") -> Document:
    """The document of a page with this body, proven to lose nothing."""
    return proven(f"<!DOCTYPE html><html lang='nl'><head>{head}</head><body>{body}</body></html>".encode())


def proven(data: bytes, file: str = "seeds/page.html") -> Document:
    """The document of a file; every part is proven by the text layer, and every character is accounted for."""
    document = read(data, source(file))
    layer = text_layer(data, source(file))
    parts = chain(
        document.paragraphs,
        document.headings,
        document.footnotes,
        document.captions,
        document.pull_quotes,
        document.furniture,
    )
    for part in parts:
        assert without_whitespace(covered_text(layer, part.spans)) == without_whitespace(part.text)
    counts = ledger(document, layer)
    assert sum(counts.values()) == len(layer) == document.length
    assert UNACCOUNTED not in counts
    return document


def as_page(document: Document) -> bytes:
    """A document as a web page: headings, paragraphs, lists, tables, and notes that are linked both ways."""
    numbers = {id(note): number for number, note in enumerate(document.footnotes, start=1)}
    called: dict[str | None, list[Footnote]] = {}
    for note in document.footnotes:
        called.setdefault(note.paragraph, []).append(note)
    cells = {cell.paragraph: (table.id, cell) for table in document.tables for cell in table.cells}
    items = sorted([*document.headings, *document.paragraphs], key=lambda item: item.spans[0].start)
    parts = []
    for kind, group in groupby(items, key=lambda item: cells[item.id][0] if item.id in cells else type(item).__name__):
        if kind == "Heading":
            parts += [f"<h{min(item.level, 6)}>{escape(item.text)}</h{min(item.level, 6)}>" for item in group]
        elif kind == "Paragraph":
            parts += [_paragraph(item, called.get(item.id, []), numbers) for item in group]
        else:
            parts.append(
                _table([(cells[item.id][1], _marked(item, called.get(item.id, []), numbers)) for item in group])
            )
    notes = "".join(
        f"<li id='fn{numbers[id(note)]}'><p>{escape(note.text)} <a href='#ref{numbers[id(note)]}'>↩</a></p></li>"
        for note in document.footnotes
    )
    body = "\n".join(parts)
    return (
        "<!DOCTYPE html><html lang='nl'><head><meta charset='utf-8'><title>Stuk</title></head><body>"
        f"<nav><a href='/'>Home</a></nav><main>{body}<section><ol>{notes}</ol></section></main>"
        "<footer>Over deze site</footer></body></html>"
    ).encode()


def _paragraph(paragraph: Paragraph, notes: list[Footnote], numbers: dict[int, int]) -> str:
    text = _marked(paragraph, notes, numbers)
    return f"<ul><li>{text}</li></ul>" if paragraph.kind == "list_item" else f"<p>{text}</p>"


def _marked(paragraph: Paragraph, notes: list[Footnote], numbers: dict[int, int]) -> str:
    pieces, position = [], 0
    for note in sorted(notes, key=lambda note: note.offset or 0):
        number = numbers[id(note)]
        pieces.append(escape(paragraph.text[position : note.offset]))
        pieces.append(f"<sup><a id='ref{number}' href='#fn{number}'>{number}</a></sup>")
        position = note.offset or 0
    return "".join([*pieces, escape(paragraph.text[position:])])


def _table(cells: list[tuple[Cell, str]]) -> str:
    rows = []
    for _, row in groupby(cells, key=lambda item: item[0].row):
        tags = ("th" if cell.header else "td" for cell, _ in cells)
        rows.append(
            "<tr>" + "".join(f"<{tag}>{text}</{tag}>" for tag, (_, text) in zip(tags, row, strict=False)) + "</tr>"
        )
    return f"<table>{''.join(rows)}</table>"
