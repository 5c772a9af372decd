"""Font programs inside a file: their glyphs, how wide these are, and which characters they are for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
from fontTools.cffLib import CFFFontSet, TopDict
from fontTools.pens.basePen import NullPen
from fontTools.ttLib import TTFont

from .objects import entry, name

PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")

MOST_DRAWN = 4_000
"""So many glyphs of a bare CFF program are drawn to learn their width; a larger one tells no widths."""

THOUSAND = 1000
"""Widths in a PDF are in thousandths of the size of the letters (ISO 32000-1, 9.2.4)."""


@dataclass(frozen=True, slots=True)
class Program:
    """A font program.

    Attributes:
        readable: whether it could be read.
        glyphs: how many it has; `None` when that is not known.
        widths: of its glyphs in their order, in thousandths of the size; empty when that is not known.
        points: by glyph, the characters that the program itself has it for.
        names: by name, the glyph; only for programs whose encoding goes by names.
        by_identifier: by the identifier (CID) of a glyph, the glyph, for programs with identifiers of their own.
    """

    readable: bool = True
    glyphs: int | None = None
    widths: tuple[float, ...] = ()
    points: Mapping[int, str] = field(default_factory=dict)
    names: Mapping[str, int] = field(default_factory=dict)
    by_identifier: Mapping[int, int] | None = None


def program_of(descriptor: object) -> pikepdf.Stream | None:
    """The font program that a font descriptor holds."""
    found = (entry(descriptor, key) for key in PROGRAMS)
    return next((each for each in found if isinstance(each, pikepdf.Stream)), None)


def read_program(stream: pikepdf.Stream) -> Program:
    """A font program as a value; of a Type 1 program nothing is known."""
    data = stream.read_bytes()
    try:
        if name(entry(stream, "/Subtype")).endswith(("CIDFontType0C", "Type1C")):
            fonts = CFFFontSet()
            fonts.decompile(BytesIO(data), None)
            return _compact(fonts[0])
        if data[:2] in {b"%!", b"\x80\x01"}:
            return Program()
        with TTFont(BytesIO(data), lazy=True) as opened:
            return _open(opened)
    except Exception:  # fontTools raises whatever a broken program leads to
        return Program(readable=False)


def _open(font: TTFont) -> Program:
    """A TrueType or OpenType program."""
    order = font.getGlyphOrder()
    metrics, units = font["hmtx"].metrics, font["head"].unitsPerEm
    for tag in font.reader.tables:
        font.getTableData(tag)  # raises when a table is cut off
    points: dict[int, str] = {}
    known = font.getBestCmap() if "cmap" in font else None
    for point, glyph in (known or {}).items():
        number = font.getGlyphID(glyph)
        points[number] = points.get(number, "") + chr(point)
    return Program(
        glyphs=int(font["maxp"].numGlyphs),
        widths=tuple(metrics[glyph][0] * THOUSAND / units for glyph in order),
        points=points,
        by_identifier=_identifiers(font["CFF "].cff[0]) if "CFF " in font else None,
    )


def _compact(top: TopDict) -> Program:
    """A bare CFF program, which has no table of widths: its glyphs are drawn to learn them."""
    order = list(top.charset)
    scale = getattr(top, "FontMatrix", [1 / THOUSAND])[0] * THOUSAND
    widths: list[float] = []
    for glyph in order if len(order) <= MOST_DRAWN else ():
        outline = top.CharStrings[glyph]
        outline.draw(NullPen())
        widths.append(outline.width * scale)
    return Program(
        glyphs=len(order),
        widths=tuple(widths),
        names={glyph: number for number, glyph in enumerate(order)},
        by_identifier=_identifiers(top),
    )


def _identifiers(top: TopDict) -> dict[int, int] | None:
    """The glyphs by their identifier, for a CFF program that has these (`cid00012`); `None` for any other."""
    if "ROS" not in top.rawDict:
        return None
    return {int(glyph[3:]): number for number, glyph in enumerate(top.charset) if glyph[3:].isdecimal()} | {0: 0}
