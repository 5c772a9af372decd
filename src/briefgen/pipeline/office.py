"""LibreOffice, where it is installed: it lays out pages and turns files of word processors into each other.

A conversion reads no setting of the user and leaves nothing behind: LibreOffice runs with a profile of its own in a
temporary folder, with macros off, and its window stays closed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

PATIENCE = 120
"""Seconds after which a conversion is given up."""

_PROGRAMS = ("soffice", "libreoffice")
_USUAL_PLACES = (
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    Path("C:/Program Files/LibreOffice/program/soffice.exe"),
)


class OfficeError(ValueError):
    """A conversion that did not succeed.

    Attributes:
        problem: it took too long, or it failed.
    """

    def __init__(self, problem: Literal["slow", "failed"]) -> None:
        super().__init__(problem)
        self.problem = problem


def office_program() -> str | None:
    """The program of LibreOffice, or `None` when it is not installed."""
    found = next((path for name in _PROGRAMS if (path := shutil.which(name))), None)
    usual = (str(path) for path in _USUAL_PLACES if sys.platform != "linux" and path.is_file())
    return found or next(usual, None)


class Office:
    """LibreOffice in a folder of its own; a second conversion in the same folder starts sooner."""

    def __init__(self, program: str, folder: Path) -> None:
        """Start nothing yet.

        Args:
            program: of LibreOffice.
            folder: an empty one, for its profile and the files.
        """
        self._program, self._folder = program, folder

    def convert(self, data: bytes, ending: str, made: str, form: str) -> bytes:
        """A file as another.

        Args:
            data: the whole file.
            ending: of its name, which says what it is (`docx`).
            made: ending of the file that is made (`pdf`).
            form: what is made, as LibreOffice names it: an ending, or one with a filter and its settings.

        Raises:
            OfficeError: LibreOffice cannot read the file, or takes too long.
        """
        file = self._folder / f"original.{ending}"
        file.write_bytes(data)
        profile, made_in = (self._folder / "profile").as_uri(), self._folder / "made"
        command = [self._program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck"]
        command += ["--convert-to", form, "--outdir", str(made_in), str(file)]
        try:
            subprocess.run(command, capture_output=True, timeout=PATIENCE, check=True, cwd=self._folder)  # noqa: S603
            return (made_in / f"original.{made}").read_bytes()
        except subprocess.TimeoutExpired as error:
            raise OfficeError("slow") from error
        except (subprocess.SubprocessError, OSError) as error:
            raise OfficeError("failed") from error


@contextmanager
def office(program: str) -> Iterator[Office]:
    """LibreOffice for the time of a block.

    Args:
        program: of LibreOffice, as `office_program` gives it.
    """
    with tempfile.TemporaryDirectory(prefix="briefgen-", ignore_cleanup_errors=True) as folder:
        yield Office(program, Path(folder))
