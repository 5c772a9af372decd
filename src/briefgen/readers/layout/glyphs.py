"""The glyphs of a page: each character with its place and its font, as PDFium reads them."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from itertools import islice

import pypdfium2
import pypdfium2.raw as pdfium

from .model import Glyph, Rule, Style

# The name of a font that tells nothing of its letters: `F1`, `ABCDEF+CIDFont+F2`, `TT3`.
NAMELESS = re.compile(r"(?:[a-z]{6}\+)?(?:cidfont\W?)?[a-z]{0,3}\d*")

BOLD_WEIGHT = 600
"""The least weight of a heavy font."""

FIXED_FLAGS = 1 << 6, 1 << 18
"""Font flags for slanted and for forced heavy letters (ISO 32000-1, table 123)."""

STRAIGHT = 0.02
"""The greatest sine of the angle of text that runs level."""

LARGEST_SIZE = 400.0
"""Points; larger letters are ornaments."""


def glyphs_of(page: pypdfium2.PdfPage) -> list[Glyph]:
    """The glyphs of a page that run level, in the order of the file, without the characters that PDFium puts in.

    Raises:
        OverflowError: the page holds more characters than any page that people read.
    """
    place = _Upright(page)
    textpage = page.get_textpage()
    try:
        if pdfium.FPDFText_CountChars(textpage.raw) > MOST_CHARACTERS:
            raise OverflowError
        return list(_glyphs(textpage.raw, place))
    finally:
        textpage.close()


def rules_of(page: pypdfium2.PdfPage) -> list[Rule]:
    """The level lines drawn on a page: paths and boxes of little height."""
    place = _Upright(page)
    found = []
    paths = page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH,), max_depth=3)
    for item in islice(paths, MOST_PATHS):
        left, bottom, right, top = item.get_bounds()
        (x0, y0), (x1, y1) = place(left, bottom), place(right, top)
        if abs(y1 - y0) <= THICKEST_RULE and abs(x1 - x0) >= SHORTEST_RULE:
            found.append(Rule(min(x0, x1), max(x0, x1), (y0 + y1) / 2))
    return found


def has_picture(page: pypdfium2.PdfPage) -> bool:
    """Whether a page shows a picture."""
    return any(True for _ in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=3))


MOST_CHARACTERS = 60_000
MOST_PATHS = 10_000
"""The most characters of a page, and how many of its paths are looked at."""

THICKEST_RULE = 3.0
SHORTEST_RULE = 15.0


class _Upright:
    """Turns coordinates of a page (from below, unturned) into those of its reader (from above, turned)."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        left, bottom, right, top = page.get_cropbox()
        self._left, self._bottom, self._right, self._top = left, bottom, right, top
        self.turn = page.get_rotation()

    def __call__(self, x: float, y: float) -> tuple[float, float]:
        places = {
            0: (x - self._left, self._top - y),
            90: (y - self._bottom, x - self._left),
            180: (self._right - x, y - self._bottom),
            270: (self._top - y, self._right - x),
        }
        return places[self.turn]


def _glyphs(textpage: pdfium.FPDF_TEXTPAGE, place: _Upright) -> Iterator[Glyph]:
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    styles: dict[int, Style | None] = {}
    for index in range(pdfium.FPDFText_CountChars(textpage)):
        item = pdfium.FPDFText_GetTextObject(textpage, index)
        if not item or pdfium.FPDFText_IsGenerated(textpage, index) == 1:
            continue
        key = ctypes.addressof(item.contents)
        if key not in styles:
            styles[key] = _style(textpage, index, item, place)
        style = styles[key]
        character = _character(textpage, index)
        if style is None or not character:
            continue
        pdfium.FPDFText_GetLooseCharBox(textpage, index, box)
        pdfium.FPDFText_GetCharOrigin(textpage, index, x, y)
        _, baseline = place(x.value, y.value)
        (first, _), (last, _) = place(box.left, box.bottom), place(box.right, box.top)
        yield Glyph(character, min(first, last), max(first, last), baseline, style)


HYPHENS = {0x02: "-", 0xFFFE: "-"}
"""What PDFium makes of a hyphen at a line end."""


def _character(textpage: pdfium.FPDF_TEXTPAGE, index: int) -> str:
    """The character at a place; nothing for one that cannot be printed, or for the second half of a pair."""
    code = pdfium.FPDFText_GetUnicode(textpage, index)
    if code in HYPHENS:
        return HYPHENS[code]
    if code in HIGH_HALVES:
        low = pdfium.FPDFText_GetUnicode(textpage, index + 1)
        return chr(0x10000 + (code - 0xD800 << 10) + low - 0xDC00) if low in LOW_HALVES else ""
    return "" if code in LOW_HALVES or (code < 0x20 and code != 0x09) or code in NO_CHARACTERS else chr(code)


HIGH_HALVES = range(0xD800, 0xDC00)
LOW_HALVES = range(0xDC00, 0xE000)
"""The halves in which UTF-16 writes characters beyond its first plane, as PDFium gives them."""

NO_CHARACTERS = frozenset({0xFFFD, 0xFEFF, 0xFFFF})
"""What stands for a glyph without a character."""


def _style(textpage: pdfium.FPDF_TEXTPAGE, index: int, item: pdfium.FPDF_PAGEOBJECT, place: _Upright) -> Style | None:
    """The style of a piece of text; `None` where it does not run level or is too large."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(textpage, index, matrix)
    angle = math.atan2(matrix.b, matrix.a) + math.radians(place.turn)
    size = pdfium.FPDFText_GetFontSize(textpage, index) * math.hypot(matrix.c, matrix.d)
    if abs(math.sin(angle)) > STRAIGHT or math.cos(angle) < 0 or not 0 < size <= LARGEST_SIZE:
        return None
    bold, italic = _face(item)
    return Style(round(size, 1), bold, italic, _colour(item), _is_artefact(item))


def _face(item: pdfium.FPDF_PAGEOBJECT) -> tuple[bool, bool]:
    """Whether the font of a piece of text is heavy, and whether it slants."""
    font = pdfium.FPDFTextObj_GetFont(item)
    if not font:
        return False, False
    name = ctypes.create_string_buffer(256)
    pdfium.FPDFFont_GetBaseFontName(font, name, 256)
    folded = name.value.decode("utf-8", "replace").casefold()
    flags = max(pdfium.FPDFFont_GetFlags(font), 0)
    slants, heavy = FIXED_FLAGS
    bold = any(word in folded for word in ("bold", "black", "heavy", "-bd", "demi")) or bool(flags & heavy)
    stroked = pdfium.FPDFTextObj_GetTextRenderMode(item) == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
    italic = any(word in folded for word in ("italic", "oblique", "-it")) or bool(flags & slants)
    heavy_by_weight = bool(NAMELESS.fullmatch(folded)) and pdfium.FPDFFont_GetWeight(font) >= BOLD_WEIGHT
    return bold or stroked or heavy_by_weight, italic


def _colour(item: pdfium.FPDF_PAGEOBJECT) -> int:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium.FPDFPageObj_GetFillColor(item, red, green, blue, alpha)
    return int(red.value << 16 | green.value << 8 | blue.value)


def _is_artefact(item: pdfium.FPDF_PAGEOBJECT) -> bool:
    """Whether a tag of the PDF calls a piece of text an artefact."""
    name, length = (ctypes.c_ushort * 32)(), ctypes.c_ulong()
    for index in range(max(pdfium.FPDFPageObj_CountMarks(item), 0)):
        mark = pdfium.FPDFPageObj_GetMark(item, index)
        pdfium.FPDFPageObjMark_GetName(mark, name, ctypes.sizeof(name), length)
        if bytes(name)[: length.value].decode("utf-16-le", "replace").rstrip("\0") == "Artifact":
            return True
    return False
