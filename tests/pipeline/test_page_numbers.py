"""Page numbers by LibreOffice: right, kept, and left out where it is not installed."""

import io
import re
from pathlib import Path

import pypdfium2
import pytest

from briefgen.ooxml import parse, w
from briefgen.pipeline import page_numbers
from briefgen.pipeline.office import office
from briefgen.pipeline.page_numbers import LAYOUT, can_number_pages, number_pages
from briefgen.renderers.docx import render
from briefgen.renderers.word.contents import entries
from briefgen.renderers.word.ooxml import paragraph_style, paragraph_text
from briefgen.renderers.word.package import unpack
from briefgen.store import Store

from ..renderers.sample import ROOT, view
from ..renderers.word.rich import rich_file


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
    numbered = number_pages(rich_file(), Store(tmp_path), _Silent())
    with office(str(page_numbers.office_program())) as at_work:
        pdf = at_work.convert(numbered, "docx", "pdf", LAYOUT)
    pages = [_folded(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(io.BytesIO(pdf))]
    body = parse(unpack(numbered, "x")["word/document.xml"])
    told = [paragraph_text(next(entry.iterancestors(w("p")))) for entry, _ in entries(body)]
    styled = [(paragraph_style(one), paragraph_text(one)) for one in body.iter(w("p"))]
    headings = [words for style, words in styled if style in {"Heading1", "Heading2"}]
    captions = [words for style, words in styled if style == "Caption"]
    assert [line.partition("\t")[0] for line in told] == headings + captions
    for line in told:
        words, _, number = line.rpartition("\t")
        assert _folded(words) in pages[int(number) - 1]
    index = [paragraph_text(one) for one in body.iter(w("p")) if paragraph_style(one) == "Index1"]
    assert all(re.search(r"\d$", line) for line in index)
    monkeypatch.setattr(page_numbers, "office", lambda *_: pytest.fail("the numbers are kept"))
    assert number_pages(rich_file(), Store(tmp_path), _Silent()) == numbered


def _folded(words: str) -> str:
    return re.sub(r"\s+", "", words)
