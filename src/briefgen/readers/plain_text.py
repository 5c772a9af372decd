"""The reader of plain text, Markdown and scraped pages."""

from __future__ import annotations

from ..document import Document
from ..sources import Source
from .assembly import assemble
from .blocks import blocks_of
from .decoding import decode
from .front import without_front
from .hyphenation import without_hyphenation
from .lines import layout_of, split_lines
from .markup import without_markup
from .metadata import metadata_of
from .notes import find_notes
from .page_furniture import without_page_furniture
from .roles import with_roles
from .web_page import without_page


def text(data: bytes, source: Source) -> str:
    """The decoded text of the file.

    Args:
        data: the bytes of the file.
        source: its entry in the register.

    Raises:
        SourceError: the file is empty, too large or no text.
    """
    return decode(data, source.file)


def read(data: bytes, source: Source) -> Document:
    """The document that a text file holds.

    Args:
        data: the bytes of the file.
        source: its entry in the register.

    Raises:
        SourceError: the file is empty, too large or no text.
    """
    content = text(data, source)
    lines, markup = without_markup(split_lines(content))
    lines, page = without_page(lines)
    lines, running = without_page_furniture(lines)
    lines, hyphens = without_hyphenation(lines)
    notes = find_notes(lines)
    lines, front = without_front(notes.lines)
    blocks = with_roles(blocks_of(lines, layout_of(lines), front.contents), front)
    claims = (*markup, *page, *running, *hyphens, *notes.claims, *front.claims)
    metadata = metadata_of(content, page, front, blocks)
    return assemble(content, source, metadata, blocks, notes, claims)
