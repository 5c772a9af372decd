"""Page numbers by LibreOffice: right, kept, and left out where it is not installed."""

import io
import re
from pathlib import Path

import pypdfium2
import pytest

from briefgen.pipeline import page_numbers
from briefgen.pipeline.page_numbers import can_number_pages, number_pages
from briefgen.renderers.docx import render
from briefgen.renderers.word.contents import entries
from briefgen.renderers.word.ooxml import paragraph_text, parse, w
from briefgen.renderers.word.package import unpack
from briefgen.store import Store

from ..renderers.sample import ROOT, view


class _Silent:
    def step(self, code: str, **details: str) -> None:
        """Nobody looks."""


def _pack() -> bytes:
    return render(view(), (ROOT / "templates/brief.docx").read_bytes(), "brief.docx")


def test_without_libreoffice_the_contents_have_links_and_no_numbers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_numbers, "office_program", lambda: None)
    assert not can_number_pages()
    assert number_pages(_pack(), Store(tmp_path), _Silent()) == _pack()


def test_a_layout_that_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_numbers, "office_program", lambda: str(tmp_path / "no-such-program"))
    assert number_pages(_pack(), Store(tmp_path / "store"), _Silent()) == _pack()
    assert not (tmp_path / "store").exists()


@pytest.mark.slow
@pytest.mark.skipif(not can_number_pages(), reason="LibreOffice is not installed")
def test_the_numbers_are_those_of_the_pages_on_which_the_headings_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbered = number_pages(_pack(), Store(tmp_path), _Silent())
    pdf = page_numbers._laid_out(str(page_numbers.office_program()), numbered)
    assert pdf is not None
    pages = [
        re.sub(r"\s+", "", page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(io.BytesIO(pdf))
    ]
    found = entries(parse(unpack(numbered, "x")["word/document.xml"]))
    for entry, _ in found:
        words, _, number = paragraph_text(next(entry.iterancestors(w("p")))).rpartition("\t")
        assert re.sub(r"\s+", "", words) in pages[int(number) - 1]
    monkeypatch.setattr(page_numbers, "_laid_out", lambda *_: pytest.fail("the numbers are kept"))
    assert number_pages(_pack(), Store(tmp_path), _Silent()) == numbered
