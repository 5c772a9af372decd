"""Page numbers in the contents of a Word file, from its layout by LibreOffice where that is installed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ..errors import SourceError
from ..store import Store, key, program_fingerprint
from .office import Office, OfficeError, office, office_program
from .progress import Progress

if TYPE_CHECKING:
    from ..renderers.word.pagination import Pages

SETTINGS = {
    "ExportBookmarksToPDFDestination": {"type": "boolean", "value": "true"},
    "ReduceImageResolution": {"type": "boolean", "value": "false"},
    "Quality": {"type": "long", "value": "1"},  # nobody sees the pictures, and good ones take half a second to write
}
LAYOUT = f"pdf:writer_pdf_Export:{json.dumps(SETTINGS)}"
"""A PDF that is only read for the pages of its named places."""

MOST_PASSES = 4
"""Writing the numbers can move text, so they are read again; on the second time they nearly always stay."""


def can_number_pages() -> bool:
    """Whether LibreOffice is installed."""
    return office_program() is not None


def number_pages(docx: bytes, store: Store, progress: Progress) -> bytes:
    """A pack with page numbers in its contents and the number of pages in its footers.

    Args:
        docx: the pack as Word file, without page numbers.
        store: keeps what was made from the same bytes before.
        progress: is told what is done.

    Returns:
        The numbered file; the file as it was when LibreOffice is not installed or cannot lay it out.
    """
    program = office_program()
    if program is None:
        return docx
    name = key([b"page-numbers", program_fingerprint().encode(), docx])
    stored = store.get(name)
    if stored is not None:
        return stored
    progress.step("numbering-pages")
    try:
        with office(program) as at_work:
            numbered = _numbered(docx, at_work)
    except (OfficeError, SourceError):
        return docx
    store.put(name, numbered)
    return numbered


def pages_of(docx: bytes, at_work: Office) -> Pages:
    """The pages of a Word file.

    Args:
        docx: the file.
        at_work: lays it out.

    Raises:
        OfficeError: it cannot be laid out.
        SourceError: the layout cannot be read.
    """
    from ..readers.layout.destinations import destinations  # half a second to load
    from ..renderers.word.pagination import Pages

    return Pages(*destinations(at_work.convert(docx, "docx", "pdf", LAYOUT), "pack.pdf"))


def _numbered(docx: bytes, at_work: Office) -> bytes:
    from ..renderers.word.pagination import with_page_numbers

    numbered = docx
    for _ in range(MOST_PASSES):
        before = numbered
        numbered = with_page_numbers(before, pages_of(before, at_work))
        if numbered == before:
            break
    return numbered
