"""What is done to a Word file when it is rendered: page numbers, and the same text as OpenDocument."""

from __future__ import annotations

from collections.abc import Mapping

from ..renderers import Commission
from ..store import Store
from .open_document import open_document
from .options import CONVERTED_FORMATS, BuildOptions
from .page_numbers import can_number_pages, number_pages
from .progress import Progress
from .project import Project


def numbers_pages(options: BuildOptions) -> bool:
    """Whether a build puts page numbers into its Word file: they were asked for and LibreOffice is there."""
    return options.page_numbers and bool({"docx", *CONVERTED_FORMATS} & {*options.formats}) and can_number_pages()


def numbered(docx: bytes, project: Project, options: BuildOptions, progress: Progress) -> bytes:
    """A Word file with page numbers, where they were asked for and LibreOffice is there.

    Args:
        docx: as it was rendered.
        project: whose cache keeps the layout of pages.
        options: what was asked for.
        progress: is told.
    """
    if not options.page_numbers:
        return docx
    if not can_number_pages():
        progress.tell("no-page-numbers")
    return number_pages(docx, Store(project.cache / "pages"), progress)


def finished(
    files: Mapping[str, bytes], commission: Commission, project: Project, options: BuildOptions, progress: Progress
) -> dict[str, bytes]:
    """The files of a pack that were asked for, by name, when nothing more is to be done to them.

    Args:
        files: as they were rendered and numbered, by name.
        commission: the pack.
        project: whose cache keeps what was converted.
        options: what was asked for.
        progress: is told.

    Raises:
        OptionError: LibreOffice is needed and not installed.
        OutputError: LibreOffice cannot convert the Word file.
    """
    made = dict(files)
    word, text = (f"{options.pack}.{suffix}" for suffix in ("docx", "odt"))
    if "odt" in options.formats:
        store = Store(project.cache / "odt")
        made[text] = open_document(made[word], commission.attachments, store, progress)
    asked = {f"{options.pack}.{suffix}" for suffix in options.formats}
    return {name: data for name, data in made.items() if name in asked}
