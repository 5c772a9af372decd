"""The fonts of a file: what their codes mean, and whether their glyphs are there (ISO 32000-1, 9.6 to 9.10)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from struct import unpack

import pikepdf
from fontTools import agl
from fontTools.cffLib import CFFFontSet
from fontTools.ttLib import TTFont

from .objects import entry, integer, items, name

BASE_ENCODINGS = {"WinAnsiEncoding": "cp1252", "MacRomanEncoding": "mac_roman", "StandardEncoding": "latin-1"}
"""Encodings of simple fonts by the codec that agrees with them on the letters of European languages."""

PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")

LONGEST_RANGE = 0x10000
"""No range of a CMap is longer: codes have at most two bytes here."""


@dataclass(frozen=True)
class Font:
    """A font as a page uses it.

    Attributes:
        name: its name, with the tag of the subset (`ABCDEF+FiraSans`).
        kind: its subtype (`Type0`, `TrueType`, `Type1`, `Type3`).
        width: how many bytes a code has.
        unicode: what the codes mean; a code that is not in it cannot be told.
        declared: whether the font itself says what its codes mean, by `/ToUnicode` or a known encoding.
        embedded: whether its program is in the file.
        readable: whether its program could be read.
        glyphs: how many glyphs the program has; `None` when that is not known.
        glyph_of: glyph by code, for fonts that say it; two bytes a glyph, or `None` where the code is the glyph.
        nameless: codes that stand for `.notdef` by name.
        numbered: whether codes are numbers of glyphs at all.
    """

    name: str
    kind: str
    width: int
    unicode: Mapping[int, str]
    declared: bool
    embedded: bool
    readable: bool = True
    glyphs: int | None = None
    glyph_of: bytes | None = None
    nameless: frozenset[int] = frozenset()
    numbered: bool = False

    def codes(self, data: bytes) -> Iterable[int]:
        """The codes in the bytes of a shown string."""
        return data if self.width == 1 else unpack(f">{len(data) // 2}H", data[: len(data) & ~1])

    def text(self, data: bytes) -> str:
        """What the bytes of a shown string say; U+FFFD for a code that cannot be told."""
        return "".join([self.unicode.get(code, "\ufffd") for code in self.codes(data)])

    def is_notdef(self, code: int) -> bool:
        """Whether a code leads to `.notdef`, or to a glyph that the program does not have."""
        if not self.numbered:
            return code in self.nameless
        glyph = code if self.glyph_of is None else int.from_bytes(self.glyph_of[2 * code : 2 * code + 2])
        return glyph == 0 or (self.glyphs is not None and glyph >= self.glyphs)

    @cached_property
    def forbidden(self) -> frozenset[int]:
        """Codes whose meaning is no character: U+0000, U+FEFF or U+FFFE (ISO 14289-1, 7.21.7)."""
        return frozenset(code for code, meaning in self.unicode.items() if set(meaning) & {"\0", "\ufeff", "\ufffe"})


def read_font(font: pikepdf.Object) -> Font:
    """A font dictionary as a value."""
    kind = name(entry(font, "/Subtype"))
    composite = kind == "Type0"
    inner = next(iter(items(entry(font, "/DescendantFonts"))), None) if composite else font
    program = _program(entry(inner, "/FontDescriptor"))
    glyphs, readable = _glyph_count(program) if isinstance(program, pikepdf.Stream) else (None, True)
    unicode = _encoding(font) | to_unicode(entry(font, "/ToUnicode"))
    to_glyph = entry(inner, "/CIDToGIDMap")
    return Font(
        name=name(entry(font, "/BaseFont")),
        kind=kind,
        width=2 if composite else 1,
        unicode=unicode,
        declared=isinstance(entry(font, "/ToUnicode"), pikepdf.Stream) or (not composite and bool(unicode)),
        embedded=kind == "Type3" or isinstance(program, pikepdf.Stream),
        readable=readable,
        glyphs=glyphs,
        glyph_of=to_glyph.read_bytes() if isinstance(to_glyph, pikepdf.Stream) else None,
        nameless=frozenset(code for code, glyph in _differences(font) if glyph == ".notdef"),
        numbered=composite and name(entry(font, "/Encoding")).startswith("Identity"),
    )


def _program(descriptor: object) -> object:
    return next((found for key in PROGRAMS if (found := entry(descriptor, key)) is not None), None)


def _glyph_count(program: pikepdf.Stream) -> tuple[int | None, bool]:
    """How many glyphs a font program has, and whether it could be read; `None` for a Type 1 program."""
    data = program.read_bytes()
    try:
        if name(entry(program, "/Subtype")).endswith(("CIDFontType0C", "Type1C")):
            fonts = CFFFontSet()
            fonts.decompile(BytesIO(data), None)
            return len(fonts[0].CharStrings), True
        if data[:2] in {b"%!", b"\x80\x01"}:
            return None, True
        return int(TTFont(BytesIO(data), lazy=True)["maxp"].numGlyphs), True
    except Exception:  # fontTools raises whatever a broken program leads to
        return None, False


def to_unicode(cmap: object) -> dict[int, str]:
    """What a ToUnicode CMap says that codes mean (ISO 32000-1, 9.10.3).

    A CMap is written in the tokens of a content stream, with its entries before the operators that end them.
    """
    if not isinstance(cmap, pikepdf.Stream):
        return {}
    meanings: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(cmap, operators="endbfchar endbfrange"):
        values: list[object] = list(instruction.operands)
        if str(instruction.operator) == "endbfchar":
            meanings |= {_code(key): _meaning(value) for key, value in zip(values[::2], values[1::2], strict=False)}
        else:
            for first, last, value in zip(values[::3], values[1::3], values[2::3], strict=False):
                meanings |= _range(_code(first), _code(last), value)
    return meanings


def _range(first: int, last: int, value: object) -> dict[int, str]:
    """The entries of one range: its meanings one by one, or counted up from the first (9.10.3)."""
    codes = range(first, min(last, first + LONGEST_RANGE) + 1)
    if isinstance(value, pikepdf.Array):
        return {code: _meaning(each) for code, each in zip(codes, value, strict=False)}
    start = _meaning(value)
    if not start:
        return {}
    stem, final = start[:-1], ord(start[-1])
    return {code: stem + chr(min(final + step, 0x10FFFF)) for step, code in enumerate(codes)}


def _code(value: object) -> int:
    return int.from_bytes(bytes(value)) if isinstance(value, pikepdf.String) else 0


def _meaning(value: object) -> str:
    return bytes(value).decode("utf-16-be", "replace") if isinstance(value, pikepdf.String) else ""


def _encoding(font: pikepdf.Object) -> dict[int, str]:
    """What the encoding of a simple font says that codes mean (ISO 32000-1, 9.6.6)."""
    encoding = entry(font, "/Encoding")
    base = BASE_ENCODINGS.get(name(encoding) or name(entry(encoding, "/BaseEncoding")))
    known = {code: bytes([code]).decode(base, "ignore") for code in range(32, 256)} if base else {}
    named = {code: agl.toUnicode(glyph) for code, glyph in _differences(font)}
    return {code: meaning for code, meaning in (known | named).items() if meaning}


def _differences(font: pikepdf.Object) -> Iterator[tuple[int, str]]:
    """The codes of a simple font with the names of their glyphs, where they differ from the base encoding."""
    code = 0
    for value in items(entry(entry(font, "/Encoding"), "/Differences")):
        start = integer(value)
        if start is not None:
            code = start
        else:
            yield code, name(value)
            code += 1
