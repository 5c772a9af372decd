"""Small documents for the tests of records: `#` opens a heading, `-` an item of a list, anything else a paragraph."""

from __future__ import annotations

from briefgen.document import Document, Footnote, Heading, Paragraph
from briefgen.provenance import Span
from briefgen.sources import Declared, Source, SourceKind


def document(
    *lines: str,
    kind: SourceKind = "kamerbrief",
    holder: str = "kabinet",
    date: str | None = "2026-05",
    note: str | None = None,
) -> Document:
    """A document with these lines; its decoded source is the lines under one another."""
    headings: list[Heading] = []
    paragraphs: list[Paragraph] = []
    above: list[Heading] = []
    position = 0
    for line in lines:
        spans = (Span(position, position + len(line)),)
        position += len(line) + 1
        if line.startswith("#"):
            level = len(line) - len(line.lstrip("#"))
            above = [heading for heading in above if heading.level < level]
            above.append(
                Heading(
                    id=f"h{len(headings) + 1}",
                    text=line.lstrip("# "),
                    level=level,
                    parent=above[-1].id if above else None,
                    spans=spans,
                )
            )
            headings.append(above[-1])
        else:
            paragraphs.append(
                Paragraph(
                    id=f"p{len(paragraphs) + 1}",
                    text=line.removeprefix("- "),
                    kind="list_item" if line.startswith("- ") else "body",
                    heading=above[-1].id if above else None,
                    heading_path=tuple(heading.text for heading in above),
                    spans=spans,
                )
            )
    notes = (Footnote(label="1", text=note, paragraph="p1", offset=0, spans=()),) if note else ()
    return Document(
        source=Source(
            id="bron",
            label="Bron",
            kind=kind,
            file="seeds/bron.txt",
            sha256="0" * 64,
            holder=holder,
            declared=Declared(date=date),
        ),
        length=position,
        headings=tuple(headings),
        paragraphs=tuple(paragraphs),
        footnotes=notes,
    )
