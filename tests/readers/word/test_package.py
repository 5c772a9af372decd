"""Broken and hostile Word files end with a message that says what to do."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen import archive
from briefgen.errors import SourceError
from briefgen.messages import LANGUAGES
from briefgen.readers import read
from briefgen.readers.word import package, stories

from .building import MAIN_TYPE, PROSE, document_of, p, source, texts, word_file

GOOD = word_file(p(PROSE))
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def refusal(data: bytes, file: str = "seeds/brief.docx") -> str:
    with pytest.raises(SourceError) as caught:
        read(data, source(file))
    for language in LANGUAGES:
        assert caught.value.text(language).startswith(file)
    return caught.value.code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "source-empty"),
        (b"Geachte voorzitter,", "word-source-other"),
        (b"%PDF-1.7", "word-source-other"),
        (GOOD[: len(GOOD) // 2], "word-source-damaged"),
        (package.COMPOUND_FILE + b"WordDocument", "word-source-old"),
        (package.COMPOUND_FILE + package.ENCRYPTED_STREAM, "word-source-encrypted"),
        (word_file(p(PROSE), main_type="application/vnd.ms-word.document.macroEnabled.main+xml"), "word-source-macros"),
        (word_file(p(PROSE), main_type="application/vnd.oasis.opendocument.text"), "word-source-other"),
        (word_file("<w:p>"), "word-source-broken"),
    ],
)
def test_what_is_no_sound_word_file_is_refused(data: bytes, code: str) -> None:
    assert refusal(data) == code


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("brief.docm", "word-source-macros"),
        ("brief.DOC", "word-source-convert"),
        ("brief.odt", "word-source-convert"),
        ("brief.rtf", "word-source-convert"),
    ],
)
def test_other_files_of_word_processors_say_what_to_do(file: str, code: str) -> None:
    assert refusal(b"{\\rtf1}", file) == code


def test_a_zip_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_BYTES", 1_000)
    assert refusal(word_file(p("a" * 2_000))) == "word-source-bomb"


def test_too_many_parts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_ENTRIES", 3)
    assert refusal(GOOD) == "word-source-bomb"


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "LARGEST_SOURCE", 100)
    assert refusal(GOOD) == "word-source-too-large"


def test_a_text_that_is_far_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stories, "LONGEST_TEXT", 50)
    assert refusal(GOOD) == "word-source-too-long"


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">]>',
        '<!DOCTYPE w [<!ENTITY c SYSTEM "file:///etc/hostname">]>',
    ],
)
def test_entities_are_never_resolved(declaration: str) -> None:
    body = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">&c;</w:document>'
    assert refusal(word_file("", raw={"word/document.xml": declaration + body})) == "word-source-broken"


def test_the_strict_variant_of_the_format_is_read() -> None:
    data = word_file(p(PROSE))
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        body = opened.read("word/document.xml").decode()
    strict = body.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", STRICT)
    assert texts(document_of(word_file("", raw={"word/document.xml": strict}))) == [PROSE]


def test_a_template_without_macros_is_read() -> None:
    assert texts(document_of(word_file(p(PROSE), main_type=MAIN_TYPE.replace("document.main", "template.main")))) == [
        PROSE
    ]


def test_an_empty_body_is_an_empty_document() -> None:
    assert document_of(word_file("")).paragraphs == ()


@given(st.integers(0, len(GOOD) - 1), st.integers(0, 255))
def test_a_wrong_byte_anywhere_ends_in_a_document_or_a_message(place: int, byte: int) -> None:
    try:
        read(GOOD[:place] + bytes([byte]) + GOOD[place + 1 :], source())
    except SourceError as error:
        assert error.text("nl")


@given(st.integers(0, len(GOOD) - 1))
def test_a_file_that_was_cut_off_anywhere_ends_in_a_message(length: int) -> None:
    with pytest.raises(SourceError):
        read(GOOD[:length], source())
