"""Scanned PDF files given a text layer, by OCRmyPDF where it is installed.

The pages keep their looks: what is recognised lies invisibly behind the picture of the page, and pages that have text
are left as they are. Everything happens in a temporary folder, and nothing stays behind.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from ..errors import SourceError
from ..sources import LARGEST_SOURCE

PATIENCE = 1800
"""Seconds after which the recognition is given up: a report of hundreds of pages takes minutes."""

LANGUAGES = "nld+eng"
"""What the pages may be written in, as Tesseract names it."""

_PROGRAM = "ocrmypdf"
_INCOMPLETE = 3
"""Exit code of OCRmyPDF when Tesseract, one of its languages or Ghostscript is missing (its manual, "Return codes")."""


def recognised(data: bytes, name: str) -> bytes:
    """A scanned PDF with a text layer.

    Args:
        data: the whole file.
        name: of the file, as the user knows it.

    Raises:
        SourceError: OCRmyPDF is not installed or lacks a part, cannot read the file, takes too long, or makes a file
            that is too large.
    """
    program = shutil.which(_PROGRAM)
    if program is None:
        raise SourceError("ocr-missing", file=name)
    with tempfile.TemporaryDirectory(prefix="briefgen-", ignore_cleanup_errors=True) as folder:
        made = _run(program, Path(folder), data, name)
    if len(made) > LARGEST_SOURCE:
        raise SourceError("source-too-large", file=name, megabytes=str(LARGEST_SOURCE // 1_000_000))
    return made


def _run(program: str, folder: Path, data: bytes, name: str) -> bytes:
    """Let OCRmyPDF recognise a file in a folder that is its own."""
    scan, made = folder / "scan.pdf", folder / "recognised.pdf"
    scan.write_bytes(data)
    command = [program, "--language", LANGUAGES, "--skip-text", "--output-type", "pdf", str(scan), str(made)]
    own = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder))
    environment = os.environ | own
    try:
        subprocess.run(command, capture_output=True, timeout=PATIENCE, check=True, cwd=folder, env=environment)  # noqa: S603
        return made.read_bytes()
    except subprocess.TimeoutExpired as error:
        raise SourceError("ocr-too-slow", file=name, minutes=str(PATIENCE // 60)) from error
    except subprocess.CalledProcessError as error:
        code = "ocr-incomplete" if error.returncode == _INCOMPLETE else "ocr-failed"
        raise SourceError(code, file=name) from error
    except OSError as error:
        raise SourceError("ocr-failed", file=name) from error
