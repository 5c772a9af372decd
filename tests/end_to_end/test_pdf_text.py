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

from briefgen.renderers import fonts

from .conftest import pack_in

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


def _lost(folder: Path, read: Callable[[Path], str]) -> list[str]:
    """The statements that a program does not read whole behind the one before."""
    text, place = FOLDED.sub("", read(next(folder.glob("*.pdf")))), 0
    known = {path.name: path.read_bytes() for path in (ROOT / "templates/fonts").rglob("*") if fonts.is_font(path.name)}
    lost: list[str] = []
    for item in (item for section in pack_in(folder).sections for item in section.items):
        words = FOLDED.sub("", fonts.printable(item.text, known)[0])
        found = text.find(words, place)
        place = max(place, found)
        lost += [item.text] if found < 0 else []
    return lost


@pytest.mark.parametrize("read", [_pdfium, _poppler, _plumber])
@pytest.mark.parametrize("built_pack", ["built", "council"])
def test_every_statement_is_read_whole_and_in_order(
    read: Callable[[Path], str], built_pack: str, request: pytest.FixtureRequest
) -> None:
    assert not _lost(request.getfixturevalue(built_pack), read)


def test_the_front_page_of_a_council_is_one_page(council: Path) -> None:
    with pypdfium2.PdfDocument(next(council.glob("*.pdf"))) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    front = next(section for section in pack_in(council).sections if section.layout == "overview")
    assert front.title in pages[1]
    assert all(FOLDED.sub("", item.text) in FOLDED.sub("", pages[1]) for item in front.items)
