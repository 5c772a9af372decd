"""From blocks to the parts of a document: paragraphs, headings with parents, tables, captions, notes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from ..document import Caption, Cell, Document, Heading, Metadata, Paragraph, ParagraphKind, PullQuote, Table
from ..provenance import MappedText
from ..sources import Source
from .blocks import Block
from .claims import Claim
from .footnotes import Places, footnotes_of
from .notes import Notes
from .tables import cells_of, placed_cells

# The end of a page.
FORM_FEED = re.compile("\f")


@dataclass
class _Parts:
    """What the blocks seen so far have become."""

    source_text: str
    page_ends: list[int]
    headings: list[Heading] = field(default_factory=list)
    path: list[Heading] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    texts: dict[str, MappedText] = field(default_factory=dict)
    lead_in: str | None = None
    tables: list[Table] = field(default_factory=list)
    captions: list[Caption] = field(default_factory=list)
    pull_quotes: list[Block] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)


def assemble(
    source_text: str,
    source: Source,
    metadata: Metadata,
    blocks: Sequence[Block],
    notes: Notes,
    claims: Iterable[Claim],
) -> Document:
    """The document of a text.

    Args:
        source_text: the decoded source.
        source: its entry in the register.
        metadata: what the text says of itself.
        blocks: in reading order, with their roles.
        notes: the notes that were taken out.
        claims: all other characters that were taken out.
    """
    parts = _Parts(source_text, [match.start() for match in FORM_FEED.finditer(source_text)])
    for table, group in groupby(blocks, key=_table_of):
        if table is None:
            for block in group:
                _add(parts, block)
        else:
            _add_table(parts, list(group))
    places = Places(parts.paragraphs, parts.texts)
    footnotes, problems = footnotes_of(notes, places, source_text)
    taken = (claim for claim in (*claims, *parts.claims) if claim.text.text.strip())
    return Document(
        source=source,
        metadata=metadata,
        length=len(source_text),
        headings=tuple(parts.headings),
        paragraphs=tuple(parts.paragraphs),
        footnotes=footnotes,
        captions=tuple(parts.captions),
        pull_quotes=tuple(_pull_quote(block, places, source_text) for block in parts.pull_quotes),
        tables=tuple(parts.tables),
        furniture=tuple(sorted((claim.furniture(source_text) for claim in taken), key=lambda item: item.spans)),
        diagnostics=tuple(problems),
    )


def _table_of(block: Block) -> int | Literal["rows"] | None:
    """The table that a block belongs to: the number that its cells name, or one of neighbouring rows."""
    if block.place is not None:
        return block.place.table
    return "rows" if block.role == "row" else None


def _add(parts: _Parts, block: Block) -> None:
    """Add what one block is."""
    if block.label:
        parts.claims.append(Claim("label", block.label))
    if block.role == "heading":
        _add_heading(parts, block)
    elif block.role == "caption":
        last = parts.paragraphs[-1].id if parts.paragraphs else None
        parts.captions.append(Caption(text=block.content, after=last, spans=block.text.spans(parts.source_text)))
    elif block.role == "pull_quote":
        parts.pull_quotes.append(block)
    elif block.role == "title":
        parts.claims.append(Claim("cover", block.text))
    elif block.role == "signature":
        _add_paragraph(parts, block.text, "signature")
    elif block.label or block.item:
        _add_paragraph(parts, block.text, block.kind or "list_item", parts.lead_in)
    else:
        _add_paragraph(parts, block.text, block.kind or "body")
        parts.lead_in = parts.paragraphs[-1].id if block.content.endswith(":") else None


def _add_heading(parts: _Parts, block: Block) -> None:
    while parts.path and parts.path[-1].level >= block.level:
        parts.path.pop()
    heading = Heading(
        id=f"h{len(parts.headings) + 1}",
        text=block.content,
        level=block.level,
        parent=parts.path[-1].id if parts.path else None,
        spans=block.text.spans(parts.source_text),
    )
    parts.headings.append(heading)
    parts.path.append(heading)
    parts.lead_in = None


def _add_paragraph(parts: _Parts, text: MappedText, kind: ParagraphKind, lead_in: str | None = None) -> str:
    """Add a paragraph under the present heading, and return its id."""
    paragraph = Paragraph(
        id=f"p{len(parts.paragraphs) + 1}",
        text=text.text,
        kind=kind,
        heading=parts.path[-1].id if parts.path else None,
        heading_path=tuple(heading.text for heading in parts.path),
        lead_in=lead_in,
        page=bisect_left(parts.page_ends, text.origins[0]) + 1 if parts.page_ends else None,
        spans=text.spans(parts.source_text),
    )
    parts.paragraphs.append(paragraph)
    parts.texts[paragraph.id] = text
    return paragraph.id


def _add_table(parts: _Parts, blocks: Sequence[Block]) -> None:
    texts = cells_of(blocks) if blocks[0].role == "row" else placed_cells(blocks)
    cells = tuple(
        Cell(
            row=cell.row,
            column=cell.column,
            header=cell.header,
            paragraph=_add_paragraph(parts, cell.text, "table_cell"),
        )
        for cell in texts
    )
    heading = parts.path[-1].id if parts.path else None
    parts.tables.append(Table(id=f"t{len(parts.tables) + 1}", heading=heading, cells=cells))
    parts.lead_in = None


def _pull_quote(block: Block, places: Places, source_text: str) -> PullQuote:
    repeats = places.paragraph_at(block.repeats) if block.repeats is not None else None
    return PullQuote(text=block.content, repeats=repeats, spans=block.text.spans(source_text))
