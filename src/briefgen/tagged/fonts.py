"""The fonts of a file: what their codes mean, and whether their glyphs are there (ISO 32000-1, 9.6 to 9.10)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from struct import unpack

import pikepdf
from fontTools import agl

from .charmaps import to_glyphs, to_unicode
from .objects import entry, integer, items, keys, name, number
from .programs import Program, program_of, read_program

BASE_ENCODINGS = {"WinAnsiEncoding": "cp1252", "MacRomanEncoding": "mac_roman", "StandardEncoding": "latin-1"}
"""Encodings of simple fonts by the codec that agrees with them on the letters of European languages."""

SYMBOLIC = 4
"""The flag of a font with characters of its own (ISO 32000-1, table 123)."""

STANDARD = ("Times-", "Helvetica", "Courier", "Symbol", "ZapfDingbats")
"""How the names of the fonts begin that every reader has, and that need not say how wide they are."""

REQUIRED = ("/FirstChar", "/LastChar", "/Widths")
"""What a simple font says of its widths (ISO 32000-1, table 111)."""


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
        program: the font program; one of which nothing is known when the file has none.
        widths: of the codes, or of the identifiers of glyphs (CIDs) of a composite font, in thousandths of the size.
        other_width: of those that have none in `widths`.
        cmap: identifiers of glyphs by code, for composite fonts; `None` where the code is the identifier.
        glyph_of: glyph by identifier, for fonts that say it; two bytes a glyph.
        nameless: codes that stand for `.notdef` by name.
        numbered: whether codes lead to numbers of glyphs, as in composite fonts.
        by_code: glyph by code, for the codes of a simple font of which that is known.
        listed: identifiers of glyphs that the font says its program has (`/CIDSet`); `None` when it does not say it.
        lacks: keys that it must have and does not.
    """

    name: str
    kind: str
    width: int
    unicode: Mapping[int, str]
    declared: bool
    embedded: bool
    program: Program
    widths: Mapping[int, float]
    other_width: float = 0
    cmap: Mapping[int, int] | None = None
    glyph_of: bytes | None = None
    nameless: frozenset[int] = frozenset()
    numbered: bool = False
    by_code: Mapping[int, int] = field(default_factory=dict)
    listed: frozenset[int] | None = None
    lacks: tuple[str, ...] = ()

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
        glyph = self.glyph(code)
        return glyph == 0 or (self.program.glyphs is not None and glyph >= self.program.glyphs)

    def glyph(self, code: int) -> int:
        """The number of the glyph that a code of a composite font leads to (ISO 32000-1, 9.7.4)."""
        identifier = self.identifier(code)
        if self.program.by_identifier is not None:
            return self.program.by_identifier.get(identifier, 0)
        if self.glyph_of is None:
            return identifier
        return int.from_bytes(self.glyph_of[2 * identifier : 2 * identifier + 2])

    def identifier(self, code: int) -> int:
        """The identifier (CID) that a code of a composite font stands for."""
        return code if self.cmap is None else self.cmap.get(code, 0)

    def said_width(self, code: int) -> float:
        """How wide the file says that the glyph of a code is."""
        return self.widths.get(self.identifier(code) if self.numbered else code, self.other_width)

    def drawn_width(self, code: int) -> float | None:
        """How wide the glyph of a code is in the font program; `None` when that is not known."""
        glyph = self.glyph(code) if self.numbered else self.by_code.get(code)
        widths = self.program.widths
        return widths[glyph] if glyph is not None and glyph < len(widths) else None

    def own_characters(self, code: int) -> str:
        """The characters that the font program itself has the glyph of a code for; empty when that is not known."""
        return self.program.points.get(self.glyph(code), "") if self.numbered else ""

    @cached_property
    def forbidden(self) -> frozenset[int]:
        """Codes whose meaning is no character: U+0000, U+FEFF or U+FFFE (ISO 14289-1, 7.21.7)."""
        return frozenset(code for code, meaning in self.unicode.items() if set(meaning) & {"\0", "\ufeff", "\ufffe"})


def read_font(font: pikepdf.Object) -> Font:
    """A font dictionary as a value."""
    kind = name(entry(font, "/Subtype"))
    composite = kind == "Type0"
    inner = next(iter(items(entry(font, "/DescendantFonts"))), None) if composite else font
    program = program_of(entry(inner, "/FontDescriptor"))
    read = read_program(program) if program is not None else Program()
    unicode = _encoding(font) | to_unicode(entry(font, "/ToUnicode"))
    encoding, to_glyph = entry(font, "/Encoding"), entry(inner, "/CIDToGIDMap")
    embedded_cmap = to_glyphs(encoding) if composite and isinstance(encoding, pikepdf.Stream) else None
    return Font(
        name=name(entry(font, "/BaseFont")),
        kind=kind,
        width=2 if composite else 1,
        unicode=unicode,
        declared=isinstance(entry(font, "/ToUnicode"), pikepdf.Stream) or (not composite and bool(unicode)),
        embedded=kind == "Type3" or program is not None,
        program=read,
        widths=_composite_widths(inner) if composite else _simple_widths(font),
        other_width=number(entry(inner, "/DW")) or 1000 if composite else 0,
        cmap=embedded_cmap,
        glyph_of=to_glyph.read_bytes() if isinstance(to_glyph, pikepdf.Stream) else None,
        nameless=frozenset(code for code, glyph in _differences(font) if glyph == ".notdef"),
        numbered=composite and (embedded_cmap is not None or name(encoding).startswith("Identity")),
        by_code={} if composite else _simple_glyphs(font, read),
        listed=_listed(entry(entry(inner, "/FontDescriptor"), "/CIDSet")),
        lacks=tuple(_lacks(font, inner)),
    )


def _composite_widths(font: object) -> dict[int, float]:
    """The widths of a composite font: `first [w w w]`, or `first last w` (ISO 32000-1, 9.7.4.3)."""
    found: dict[int, float] = {}
    waiting = items(entry(font, "/W"))[::-1]
    while len(waiting) > 1:
        first, value = integer(waiting.pop()) or 0, waiting.pop()
        if isinstance(value, pikepdf.Array):
            found |= {first + step: number(width) or 0 for step, width in enumerate(value)}
        elif waiting:
            width = number(waiting.pop()) or 0
            found |= dict.fromkeys(range(first, min(integer(value) or 0, 0xFFFF) + 1), width)
    return found


def _simple_widths(font: object) -> dict[int, float]:
    first = integer(entry(font, "/FirstChar")) or 0
    return {first + step: number(width) or 0 for step, width in enumerate(items(entry(font, "/Widths")))}


def _simple_glyphs(font: pikepdf.Object, program: Program) -> dict[int, int]:
    """The glyphs of the codes of a simple font: by the characters or the names of its encoding (9.6.6)."""
    by_character = {character: glyph for glyph, own in program.points.items() for character in own}
    found = {code: by_character[sign] for code, sign in _encoding(font).items() if sign in by_character}
    return found | {code: program.names[known] for code, known in _differences(font) if known in program.names}


def _listed(stream: object) -> frozenset[int] | None:
    """The identifiers in a `/CIDSet`, of which each has a bit (ISO 32000-1, table 124)."""
    if not isinstance(stream, pikepdf.Stream):
        return None
    data = stream.read_bytes()
    return frozenset(bit for bit in range(8 * len(data)) if data[bit // 8] & (0x80 >> bit % 8))


def _lacks(font: object, inner: object) -> Iterator[str]:
    """What a font dictionary must say and does not (ISO 32000-1, tables 111 and 117)."""
    kind = name(entry(inner, "/Subtype"))
    if kind == "CIDFontType2" and entry(entry(inner, "/FontDescriptor"), "/FontFile2") is not None:
        yield from (key[1:] for key in ("/CIDToGIDMap",) if key not in keys(inner))
    elif kind in {"Type1", "TrueType", "MMType1"} and not name(entry(font, "/BaseFont")).startswith(STANDARD):
        yield from (key[1:] for key in REQUIRED if key not in keys(font))
    if kind == "TrueType":
        yield from _encoding_faults(font)


def _encoding_faults(font: object) -> Iterator[str]:
    """A TrueType font has a known encoding when its characters are letters, and none otherwise (9.6.6.4)."""
    encoding = entry(font, "/Encoding")
    flags = integer(entry(entry(font, "/FontDescriptor"), "/Flags")) or 0
    known = name(encoding) or name(entry(encoding, "/BaseEncoding"))
    if not flags & SYMBOLIC and known not in {"WinAnsiEncoding", "MacRomanEncoding"}:
        yield "Encoding"


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
