"""PDFs for the tests: letters, reports in columns, and the documents of the project printed anew."""

from __future__ import annotations

from html import escape
from itertools import groupby

from weasyprint import HTML

from briefgen.document import Document, Footnote, Paragraph
from briefgen.readers import read, text_layer
from briefgen.sources import Source

LETTER_STYLE = """
@page { size: A4; margin: 40mm 49mm 30mm 28mm;
  @right-top { content: element(colophon); vertical-align: top; padding-left: 4mm; width: 40mm }
  @bottom-right { content: "Pagina " counter(page) " van " counter(pages); font: 6.5pt "DejaVu Sans";
    white-space: nowrap }
  @footnote { border-top: .5pt solid; padding-top: 4pt } }
html { font: 9pt/12pt "DejaVu Sans" } body { margin: 0 } p { margin: 0 0 12pt }
.colophon { position: running(colophon); font: 6.5pt/9pt "DejaVu Sans" }
h1 { font: bold 9pt/12pt "DejaVu Sans"; margin: 0 } h2 { font: italic 9pt/12pt "DejaVu Sans"; margin: 0 }
ul { margin: 0 0 12pt; padding-left: 12pt }
"""
"""A4, text 28 mm from the left and 133 mm wide, a colophon beside it in 6.5 points: as the letters of ministries."""

COLUMNS_STYLE = """
@page { size: A4; margin: 25mm 20mm; @bottom-center { content: counter(page) }
  @top-left { content: "Strategie weerbaarheid 2026"; font: 8pt "DejaVu Sans" } }
html { font: 9.5pt/13pt "DejaVu Serif" } body { margin: 0 } p { margin: 0; text-indent: 4mm }
.columns { columns: 2; column-gap: 7mm; text-align: justify; hyphens: auto }
h1 { font: bold 16pt/20pt "DejaVu Sans"; color: #154273; margin: 0 0 6pt; text-align: left }
h2 { font: bold 11pt/14pt "DejaVu Sans"; margin: 8pt 0 2pt; text-align: left } h1 + p, h2 + p { text-indent: 0 }
"""

NOTES_STYLE = """
.note { float: footnote; font: 7.5pt/9pt "DejaVu Sans"; text-align: left; text-indent: 0 }
::footnote-call { font-size: 5.5pt; vertical-align: 3pt; line-height: 0; content: counter(footnote) }
::footnote-marker { content: counter(footnote) " "; font-size: 5pt; vertical-align: 2.5pt }
"""


def printed(body: str, style: str = LETTER_STYLE) -> bytes:
    """A PDF with the given HTML in its body."""
    return HTML(string=f'<html lang="nl"><style>{style}{NOTES_STYLE}</style><body>{body}').write_pdf()


def source(file: str = "seeds/letter.pdf") -> Source:
    return Source(id="letter", label="Letter", kind="kamerbrief", file=file, sha256="", holder="kabinet")


def document_of(data: bytes) -> Document:
    return read(data, source())


def text_of(data: bytes) -> str:
    return text_layer(data, source())


def note(text: str) -> str:
    return f'<span class="note">{escape(text)}</span>'


def as_html(document: Document) -> str:
    """A document as HTML: headings by level, lists, tables, notes at their marks."""
    notes: dict[str, list[Footnote]] = {}
    for footnote in document.footnotes:
        notes.setdefault(footnote.paragraph or "", []).append(footnote)
    parts = sorted([*document.headings, *document.paragraphs], key=lambda part: part.spans[0])
    html: list[str] = []
    for is_item, group in groupby(parts, key=lambda part: isinstance(part, Paragraph) and part.kind == "list_item"):
        pieces = []
        for part in group:
            if isinstance(part, Paragraph):
                tag = "li" if is_item else "p"
                pieces.append(f"<{tag}>{_with_notes(part.text, notes.get(part.id, []))}</{tag}>")
            else:
                tag = f"h{min(part.level, 3)}"
                pieces.append(f"<{tag}>{escape(part.text)}</{tag}>")
        html.append(f"<ul>{''.join(pieces)}</ul>" if is_item else "".join(pieces))
    return "".join(html)


def _with_notes(text: str, notes: list[Footnote]) -> str:
    pieces, position = [], 0
    for footnote in sorted(notes, key=lambda item: item.offset or 0):
        offset = footnote.offset or 0
        pieces += [escape(text[position:offset]), note(footnote.text)]
        position = offset
    return "".join([*pieces, escape(text[position:])])


SEED_STYLE = """
@page { size: A4; margin: 25mm; @bottom-center { content: counter(page); font: 8pt "DejaVu Sans" } }
html { font: 9pt/12pt "DejaVu Sans" } body { margin: 0 } p { margin: 0 0 8pt }
ul { margin: 0 0 8pt; padding-left: 14pt }
h1 { font: bold 15pt/18pt "DejaVu Sans"; margin: 14pt 0 4pt }
h2 { font: bold 11pt/14pt "DejaVu Sans"; margin: 10pt 0 3pt }
h3 { font: bold 9pt/12pt "DejaVu Sans"; margin: 8pt 0 0 }
"""
