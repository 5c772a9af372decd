"""Files of other word processors turned into Word files, by LibreOffice where it is installed."""

from __future__ import annotations

from pathlib import PurePath

from ..errors import SourceError
from ..readers.docx import CONVERTED
from .office import PATIENCE, OfficeError, office, office_program

WORD = "docx:MS Word 2007 XML"
"""What LibreOffice calls a Word file."""


def is_converted(name: str) -> bool:
    """Whether files with such a name are turned into Word files before they are read."""
    return PurePath(name).suffix.lower() in CONVERTED


def converted(data: bytes, name: str) -> tuple[bytes, str]:
    """A file of another word processor as a Word file.

    Args:
        data: the whole file.
        name: of the file, as the user knows it; its ending says what it is.

    Returns:
        The bytes of the Word file, and its name: the old one with another ending.

    Raises:
        SourceError: LibreOffice is not installed, cannot read the file, or takes too long.
    """
    program, ending = office_program(), PurePath(name).suffix.lower()
    if program is None:
        raise SourceError("libreoffice-missing", file=name, format=ending)
    try:
        with office(program) as at_work:
            made = at_work.convert(data, ending.removeprefix("."), "docx", WORD)
    except OfficeError as error:
        if error.problem == "slow":
            raise SourceError("conversion-too-slow", file=name, seconds=str(PATIENCE)) from error
        raise SourceError("conversion-failed", file=name) from error
    return made, PurePath(name).with_suffix(".docx").name
