"""From bytes to text: encodings, byte order marks, doubly encoded text.

What `decode` returns is *the decoded source*: every offset of a document counts its characters.
"""

from __future__ import annotations

import codecs
from unicodedata import normalize

import ftfy.bad_codecs  # noqa: F401  (registers sloppy-windows-1252)
from ftfy import TextFixerConfig, fix_encoding
from ftfy.badness import is_bad

from ..errors import SourceError
from ..sources import LARGEST_SOURCE

_FORMATS = {b"%PDF": "PDF", b"PK\x03\x04": "zip (docx, odt)", b"{\\rtf": "RTF", b"\xd0\xcf\x11\xe0": "doc"}
"""The first bytes of files that people rename to .txt."""

_BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

_REPAIR = TextFixerConfig(unescape_html=False, normalization=None, uncurl_quotes=False, fix_latin_ligatures=False)


def decode(data: bytes, file: str) -> str:
    """The text of a source: UTF-8 or UTF-16 by its mark, else UTF-8, else Windows-1252, mended where doubly encoded.

    Letters with their accents as characters of their own are composed (NFC).

    Args:
        data: the bytes of the file.
        file: its name, for the message.

    Raises:
        SourceError: the file is empty, too large, or no text.
    """
    if not data.strip():
        raise SourceError("source-empty", file=file)
    if len(data) > LARGEST_SOURCE:
        raise SourceError("source-too-large", file=file, megabytes=str(LARGEST_SOURCE // 1_000_000))
    for start, name in _FORMATS.items():
        if data.startswith(start):
            raise SourceError("source-other-format", file=file, format=name)
    text = _decoded(data)
    if "\0" in text or not text.strip():
        raise SourceError("source-not-text", file=file)
    return normalize("NFC", _mended(text))


def _decoded(data: bytes) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        # The five bytes that Windows-1252 leaves open become the replacement character.
        return data.decode("cp1252", errors="replace")


def _mended(text: str) -> str:
    """Lines that were encoded twice (`OekraÃ¯ne`) encoded once."""
    if not is_bad(text):
        return text
    return "".join(_encoded_once(line) for line in text.splitlines(keepends=True))


def _encoded_once(line: str) -> str:
    """A line of a doubly encoded text; where its bytes are no valid UTF-8 as a whole, its bad parts are mended."""
    if line.isascii():
        return line
    try:
        return line.encode("sloppy-windows-1252").decode("utf-8")
    except UnicodeError:
        return fix_encoding(line, config=_REPAIR) if is_bad(line) else line
