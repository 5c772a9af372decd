"""Files of other word processors turned into Word files, by LibreOffice where it is installed.

A conversion reads no setting of the user and leaves nothing behind: LibreOffice runs with a profile of its own in a
temporary folder, with macros off, and its window stays closed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path, PurePath

from ..errors import SourceError
from ..readers.docx import CONVERTED

PATIENCE = 120
"""Seconds after which a conversion is given up."""

_PROGRAMS = ("soffice", "libreoffice")
_USUAL_PLACES = (
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    Path("C:/Program Files/LibreOffice/program/soffice.exe"),
)


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
    program = office_program()
    if program is None:
        raise SourceError("libreoffice-missing", file=name, format=PurePath(name).suffix.lower())
    with tempfile.TemporaryDirectory(prefix="briefgen-", ignore_cleanup_errors=True) as folder:
        made = _run(program, Path(folder), data, name)
    return made, PurePath(name).with_suffix(".docx").name


def _run(program: str, folder: Path, data: bytes, name: str) -> bytes:
    """Let LibreOffice convert a file in a folder that is its own."""
    original = folder / f"original{PurePath(name).suffix.lower()}"
    original.write_bytes(data)
    profile = (folder / "profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck"]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), str(original)]
    try:
        subprocess.run(command, capture_output=True, timeout=PATIENCE, check=True, cwd=folder)  # noqa: S603
        return (folder / "original.docx").read_bytes()
    except subprocess.TimeoutExpired as error:
        raise SourceError("conversion-too-slow", file=name, seconds=str(PATIENCE)) from error
    except (subprocess.CalledProcessError, OSError) as error:
        raise SourceError("conversion-failed", file=name) from error


def office_program() -> str | None:
    """The program of LibreOffice, or `None` when it is not installed."""
    found = next((path for name in _PROGRAMS if (path := shutil.which(name))), None)
    usual = (str(path) for path in _USUAL_PLACES if sys.platform != "linux" and path.is_file())
    return found or next(usual, None)
