"""Readers: from the bytes of a source to a `Document`, one module a format.

Every format has two functions: `read(data, source)` makes the document, and `text(data, source)` gives the text layer
that its spans count in. `READERS` says which format a file has.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath
from typing import NamedTuple

from ..document import Document, as_declared
from ..errors import SourceError
from ..sources import Source
from . import docx, html, pdf, plain_text, xml

__all__ = ["READERS", "Format", "read", "text_layer"]


class Format(NamedTuple):
    """A format of sources: how it is read, and the text that the spans of its documents count in."""

    read: Callable[[bytes, Source], Document]
    text: Callable[[bytes, Source], str]


PLAIN_TEXT = Format(plain_text.read, plain_text.text)
PDF = Format(pdf.read, pdf.text)
WORD = Format(docx.read, docx.text)
WEB_PAGE = Format(html.read, html.text)

READERS: dict[str, Format] = {
    ".txt": PLAIN_TEXT,
    ".md": PLAIN_TEXT,
    ".pdf": PDF,
    ".docx": WORD,
    ".docm": WORD,
    ".doc": WORD,
    ".odt": WORD,
    ".rtf": WORD,
    ".html": WEB_PAGE,
    ".htm": WEB_PAGE,
    ".xml": Format(xml.read, xml.text),
}
"""File name ending, in lower case, to the format of such files."""


def read(data: bytes, source: Source) -> Document:
    """The document that a source holds.

    Args:
        data: the bytes of the file.
        source: its entry in the register; the ending of its file name chooses the format.

    Raises:
        SourceError: there is no reader for such files, or the file is empty, too large or damaged.
    """
    return as_declared(_format_of(source).read(data, source))


def text_layer(data: bytes, source: Source) -> str:
    """The text of a source that the spans of its document count in.

    Args:
        data: the bytes of the file.
        source: its entry in the register.

    Raises:
        SourceError: as `read`.
    """
    return _format_of(source).text(data, source)


def _format_of(source: Source) -> Format:
    suffix = PurePosixPath(source.file).suffix.lower()
    if suffix not in READERS:
        raise SourceError("unknown-format", file=source.file, name=suffix or "?", known=READERS)
    return READERS[suffix]
