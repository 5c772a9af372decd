"""What programs that read PDF get out of a pack: every statement whole, and all of them in their order."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest

from briefgen.pack import Pack
from briefgen.renderers import fonts

# White space, the hyphens of a line end, and the sign by which PDFium marks one.
FOLDED = re.compile(r"[\s\ufffe\x02\u2011-]+")

ROOT = Path(__file__).parents[2]


def _pdfium(file: Path) -> str:
    with pypdfium2.PdfDocument(file) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def _poppler(file: Path) -> str:
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext is not installed")
    return subprocess.run([program, str(file), "-"], capture_output=True, text=True, check=True).stdout


def _plumber(file: Path) -> str:
    with pdfplumber.open(file) as document:
        return "\n".join(page.extract_text() for page in document.pages)


@pytest.mark.parametrize("read", [_pdfium, _poppler, _plumber])
def test_every_statement_is_read_whole_and_in_order(read: Callable[[Path], str], built: Path, pack: Pack) -> None:
    text, place = FOLDED.sub("", read(next(built.glob("*.pdf")))), 0
    known = {path.name: path.read_bytes() for path in (ROOT / "templates/fonts").rglob("*") if fonts.is_font(path.name)}
    for item in (item for section in pack.sections for item in section.items):
        words = FOLDED.sub("", fonts.printable(item.text, known)[0])
        place = text.find(words, place)
        assert place >= 0, item.text
