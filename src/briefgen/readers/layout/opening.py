"""Opening a PDF: what is no PDF, is damaged, locked or larger than any paper is refused with what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
import pypdfium2.raw as pdfium

from ...errors import SourceError

LARGEST_FILE = 200_000_000
"""Bytes."""

MOST_PAGES = 2_000

HEADER = b"%PDF-"
HEADER_WITHIN = 1024
"""The first bytes of a PDF, and how many bytes may stand before them (ISO 32000-1, annex H)."""


TRAILER = b"%%EOF"
TRAILER_WITHIN = 65_536
"""The last bytes of a PDF, and how many bytes may stand behind them."""


@contextmanager
def opened(data: bytes, file: str) -> Iterator[pypdfium2.PdfDocument]:
    """The PDF that some bytes are, closed when the block ends.

    Args:
        data: the bytes of the file.
        file: its name, for the message.

    Raises:
        SourceError: the file is empty, too large, no PDF, damaged, locked with a password, or has too many pages.
    """
    _check(data, file)
    document = _open(data, file)
    try:
        if not 0 < len(document) <= MOST_PAGES:
            code = "pdf-too-many-pages" if len(document) else "pdf-damaged"
            raise SourceError(code, file=file, pages=str(len(document)), most=str(MOST_PAGES))
        yield document
    finally:
        document.close()


def _check(data: bytes, file: str) -> None:
    if not data.strip():
        raise SourceError("source-empty", file=file)
    if len(data) > LARGEST_FILE:
        raise SourceError("pdf-too-large", file=file, megabytes=str(LARGEST_FILE // 1_000_000))
    if HEADER not in data[:HEADER_WITHIN]:
        raise SourceError("pdf-other-format", file=file)
    if TRAILER not in data[-TRAILER_WITHIN:]:
        raise SourceError("pdf-damaged", file=file)


def _open(data: bytes, file: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise SourceError("pdf-locked" if locked else "pdf-damaged", file=file) from error
