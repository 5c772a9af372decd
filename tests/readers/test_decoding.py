"""From bytes to text, and what is refused."""

from __future__ import annotations

import codecs

import pytest

from briefgen.errors import SourceError
from briefgen.readers import read
from briefgen.readers.decoding import decode

from .reading import source

SENTENCE = "De coördinatie met Oekraïne – ‘één front’ – kost € 500 miljoen."


@pytest.mark.parametrize(
    "data",
    [
        SENTENCE.encode(),
        codecs.BOM_UTF8 + SENTENCE.encode(),
        SENTENCE.encode("cp1252"),
        codecs.BOM_UTF16_LE + SENTENCE.encode("utf-16-le"),
    ],
    ids=["utf-8", "utf-8 with mark", "windows-1252", "utf-16"],
)
def test_the_same_text_in_any_encoding(data: bytes) -> None:
    assert decode(data, "letter.txt") == SENTENCE


def test_a_text_that_was_encoded_twice_is_mended() -> None:
    twice = "De coÃ¶rdinatie met OekraÃ¯ne is geÃ¯ntensiveerd.".encode()
    assert decode(twice, "letter.txt") == "De coördinatie met Oekraïne is geïntensiveerd."


def test_a_sign_that_was_encoded_twice_is_mended_in_a_line_that_looks_right() -> None:
    twice = "De coördinatie met Oekraïne is goed.\n- ▶ Welkom\nEén – twee.\n".encode().decode("cp1252").encode()
    assert decode(twice, "letter.txt") == "De coördinatie met Oekraïne is goed.\n- ▶ Welkom\nEén – twee.\n"


def test_accents_that_stand_as_characters_of_their_own_are_composed() -> None:
    assert decode("Oekrai\u0308ne en cre\u0301dit".encode(), "letter.txt") == "Oekraïne en crédit"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "source-empty"),
        (b" \n\n", "source-empty"),
        (b"%PDF-1.7 ...", "source-other-format"),
        (b"PK\x03\x04...", "source-other-format"),
        (b"tekst\0met\0nullen", "source-not-text"),
        (b"x" * 50_000_001, "source-too-large"),
    ],
)
def test_what_is_no_text_is_refused_with_the_name_of_the_file(data: bytes, code: str) -> None:
    with pytest.raises(SourceError) as caught:
        decode(data, "seeds/brief.txt")
    assert caught.value.code == code
    assert "seeds/brief.txt" in caught.value.text("nl")
    assert "seeds/brief.txt" in caught.value.text("en")


def test_an_unknown_file_ending_names_those_that_can_be_read() -> None:
    with pytest.raises(SourceError) as caught:
        read(b"tekst", source("seeds/brief.tekst"))
    assert ".txt" in str(caught.value)
