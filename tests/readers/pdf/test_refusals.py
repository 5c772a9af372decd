"""Files that are no readable PDF end with a message that says what to do."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from briefgen.errors import SourceError
from briefgen.readers.layout import glyphs, opening

from .printing import document_of, printed, text_of

PAGE = "<p>Het kabinet zet in op een sterker Europa dat zijn belangen in de wereld beschermt.</p>"


def refused(data: bytes) -> SourceError:
    with pytest.raises(SourceError) as caught:
        document_of(data)
    with pytest.raises(SourceError) as again:
        text_of(data)
    assert again.value.code == caught.value.code
    assert caught.value.text("nl") != caught.value.text("en")
    return caught.value


def picture() -> bytes:
    stream = BytesIO()
    Image.new("RGB", (60, 80), "grey").save(stream, "PDF")
    return stream.getvalue()


def together(*parts: bytes) -> bytes:
    whole, stream = pikepdf.new(), BytesIO()
    for part in parts:
        whole.pages.extend(pikepdf.open(BytesIO(part)).pages)
    whole.save(stream, deterministic_id=True)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "source-empty"),
        (b"  \n", "source-empty"),
        (b"Geachte voorzitter,", "pdf-other-format"),
        (b"PK\x03\x04 a docx by another name", "pdf-other-format"),
        (b"%PDF-1.7\n%%EOF", "pdf-damaged"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 40 + b"\n%%EOF", "pdf-damaged"),
    ],
)
def test_what_is_no_pdf_is_refused(data: bytes, code: str) -> None:
    assert refused(data).code == code


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_truncated_file_is_refused(share: float) -> None:
    data = printed(PAGE)
    assert refused(data[: int(share * len(data))]).code == "pdf-damaged"


def test_a_locked_file_is_refused() -> None:
    stream = BytesIO()
    with pikepdf.open(BytesIO(printed(PAGE))) as document:
        document.save(stream, encryption=pikepdf.Encryption(owner="owner", user="user"))
    assert refused(stream.getvalue()).code == "pdf-locked"


def test_a_scan_names_its_pages() -> None:
    error = refused(together(picture(), picture(), printed(PAGE), picture()))
    assert error.code == "pdf-without-text"
    assert "1-2, 4" in str(error)
    assert "OCR" in str(error)


def test_a_blank_document_is_refused() -> None:
    assert refused(printed("", style="")).code == "pdf-without-text"


def test_a_picture_among_pages_of_text_is_a_warning() -> None:
    document = document_of(together(printed(PAGE), picture(), printed(PAGE)))
    assert [problem.code for problem in document.diagnostics] == ["pages-without-text"]
    assert [paragraph.page for paragraph in document.paragraphs] == [1, 3]


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_PAGES", 1)
    assert refused(together(printed(PAGE), printed(PAGE))).code == "pdf-too-many-pages"


def test_too_large_a_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "LARGEST_FILE", 100)
    assert refused(printed(PAGE)).code == "pdf-too-large"


def test_an_overfull_page_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glyphs, "MOST_CHARACTERS", 10)
    error = refused(printed(PAGE))
    assert error.code == "pdf-overfull-page"
    assert "page 1" in str(error)
