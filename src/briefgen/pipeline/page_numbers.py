"""Page numbers in the contents of a Word file, from its layout by LibreOffice where that is installed."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from ..errors import SourceError
from ..readers.layout.destinations import destinations
from ..renderers.word.pagination import Pages, with_page_numbers
from ..store import Store, key, program_fingerprint
from .convert import PATIENCE, office_program
from .progress import Progress

LAYOUT = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'

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
    numbered = docx
    for _ in range(MOST_PASSES):
        before = numbered
        pages = _pages(program, before)
        if pages is None:
            return docx
        numbered = with_page_numbers(before, pages)
        if numbered == before:
            break
    store.put(name, numbered)
    return numbered


def _pages(program: str, docx: bytes) -> Pages | None:
    """The pages of a Word file; `None` when it cannot be laid out."""
    pdf = _laid_out(program, docx)
    try:
        return None if pdf is None else Pages(*destinations(pdf, "pack.pdf"))
    except SourceError:
        return None


def _laid_out(program: str, docx: bytes) -> bytes | None:
    """A Word file as PDF with its bookmarks; `None` when LibreOffice fails."""
    with tempfile.TemporaryDirectory(prefix="briefgen-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        file = folder / "pack.docx"
        file.write_bytes(docx)
        command = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
        command += ["--nolockcheck", "--convert-to", LAYOUT, "--outdir", str(folder), str(file)]
        try:
            subprocess.run(command, capture_output=True, timeout=PATIENCE, check=True, cwd=folder)  # noqa: S603
            return file.with_suffix(".pdf").read_bytes()
        except (subprocess.SubprocessError, OSError):
            return None
