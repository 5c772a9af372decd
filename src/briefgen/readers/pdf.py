"""The reader of PDFs with a text layer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ..diagnostics import Diagnostic
from ..document import Document, FurnitureKind, Metadata
from ..provenance import Span
from ..sources import Source
from .assembly import assemble
from .blocks import Block
from .captions import is_caption
from .claims import Claim
from .exchange import with_exchange
from .front import Front, without_front
from .hyphenation import without_hyphenation
from .layout.broken_words import without_broken_words
from .layout.contents import without_contents
from .layout.headings import with_printed_headings
from .layout.letterhead import without_cover, without_letterhead
from .layout.notes import printed_notes
from .layout.paragraphs import PrintedBlock, printed_blocks, with_whole_titles
from .lines import Line, without_lines
from .metadata import metadata_of
from .page_furniture import BARE_NUMBER, PAGE_NUMBER
from .pull_quotes import with_pull_quotes
from .signatures import is_byline, with_signatures
from .titles import with_title
from .typography import Zone

if TYPE_CHECKING:
    from .layout.text_layer import TextLayer


def text(data: bytes, source: Source) -> str:
    """The text layer of the file, in reading order, a form feed between pages.

    Args:
        data: the bytes of the file.
        source: its entry in the register.

    Raises:
        SourceError: the file is no PDF, damaged, locked, too large, or its pages hold no text.
    """
    return _layer(data, source).text


def read(data: bytes, source: Source) -> Document:
    """The document that a PDF holds.

    Args:
        data: the bytes of the file.
        source: its entry in the register.

    Raises:
        SourceError: as `text`.
    """
    layer = _layer(data, source)
    written, ruled = _without_rules(_zone(layer.lines, "body"))
    body, hyphens = without_hyphenation(without_broken_words(written))
    bottom, note_hyphens = without_hyphenation(_zone(layer.lines, "notes"))
    notes = printed_notes(body, bottom)
    lines, listed, titles = without_contents(with_whole_titles(notes.lines))
    lines, front = without_letterhead(*without_cover(lines, *without_front(lines)))
    front = replace(front, claims=(*front.claims, *listed), contents=front.contents | titles)
    blocks = _with_roles(printed_blocks(lines), layer.size, front)
    claims = (*ruled, *hyphens, *note_hyphens, *notes.claims, *front.claims, *_furniture(layer.lines))
    metadata = _with_title(metadata_of(layer.text, (), front, blocks), blocks)
    document = assemble(layer.text, source, metadata, blocks, notes, claims)
    return _with_pages(document, layer)


FORM_FEED = "\f"


def _with_title(metadata: Metadata, blocks: Sequence[Block]) -> Metadata:
    """The metadata; a heading that opens the text is the title of a document that names none elsewhere."""
    if metadata.title or not blocks or blocks[0].role != "heading":
        return metadata
    title = blocks[0].text
    place = Span(title.origins[0], title.origins[-1] + 1)
    return metadata.model_copy(update={"title": title.text, "spans": {**metadata.spans, "title": place}})


def _with_pages(document: Document, layer: TextLayer) -> Document:
    """The document, its paragraphs on page 1 where no page ends, and a warning where pages are pictures."""
    paragraphs = document.paragraphs
    if FORM_FEED not in layer.text:
        paragraphs = tuple(paragraph.model_copy(update={"page": 1}) for paragraph in paragraphs)
    diagnostics = document.diagnostics + ((_without_text(layer.pictures),) if layer.pictures else ())
    return document.model_copy(update={"paragraphs": paragraphs, "diagnostics": diagnostics})


def _without_text(pages: Sequence[int]) -> Diagnostic:
    numbers = ", ".join(map(str, pages))
    return Diagnostic(
        severity="warning",
        code="pages-without-text",
        message=f"Pages {numbers} are pictures without text; text recognition (OCR) can add a text layer.",
    )


def _layer(data: bytes, source: Source) -> TextLayer:
    # PDFium is loaded where a PDF is read.
    from .layout.text_layer import text_layer

    return text_layer(data, source.file)


def _zone(lines: Sequence[Line], zone: Zone) -> list[Line]:
    return [line for line in lines if line.typography and line.typography.zone == zone]


def _without_rules(lines: Sequence[Line]) -> tuple[list[Line], list[Claim]]:
    """The lines that hold a letter or a figure, and those that are only drawn: `________`."""
    drawn = {index for index, line in enumerate(lines) if not any(map(str.isalnum, line.text.text))}
    claims = [Claim("markup", lines[index].text) for index in sorted(drawn)]
    return list(without_lines(lines, drawn)), claims


def _furniture(lines: Sequence[Line]) -> list[Claim]:
    """What stands beside, above and below the text of the pages."""
    margin = [Claim(_margin_kind(line), line.text) for line in _zone(lines, "margin")]
    return margin + [Claim(_edge_kind(line.text.text), line.text) for line in _zone(lines, "edge")]


def _margin_kind(line: Line) -> FurnitureKind:
    return "letterhead" if line.typography and line.typography.page == 1 else "running_head"


def _edge_kind(line: str) -> FurnitureKind:
    return "page_number" if BARE_NUMBER.fullmatch(line) or PAGE_NUMBER.fullmatch(line) else "running_head"


def _with_roles(printed: Sequence[PrintedBlock], size: float, front: Front) -> list[Block]:
    """The blocks, each whole and with its role."""
    signed = {block.start for block in with_signatures([item.block for item in printed]) if block.role == "signature"}
    headed = with_printed_headings(_with_pull_quotes(printed, size, front), size, front.contents, signed)
    marked = with_signatures([_by_itself(block) for block in headed])
    return with_exchange(with_title(marked) if front.is_letter else marked)


LARGER = 1.12
"""How much larger than the text the letters of a pull-quote are."""


def _with_pull_quotes(printed: Sequence[PrintedBlock], size: float, front: Front) -> list[PrintedBlock]:
    """The blocks, those in large letters that repeat a sentence of the text as pull-quotes."""
    quoted = with_pull_quotes([item.block for item in printed], front.contents)
    return [
        replace(item, block=block) if item.first.size >= LARGER * size else item
        for item, block in zip(printed, quoted, strict=True)
    ]


def _by_itself(block: Block) -> Block:
    """A block with the role that its own text shows."""
    if block.role == "prose" and is_caption(block.content):
        return replace(block, role="caption")
    if block.role == "prose" and not block.label and is_byline(block.content):
        return replace(block, role="byline")
    return block
