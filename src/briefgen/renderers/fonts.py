"""The fonts of a template: what they can print, and their plain form.

A character that no font has is replaced by a sign that is printed, and reported: a missing glyph is an empty box on
paper and a fault in an accessible PDF (ISO 14289-1, 7.21.8).
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import PurePosixPath

from ..diagnostics import Diagnostic
from ..errors import TemplateError

REPLACEMENTS = "\N{WHITE SQUARE}?"
"""What stands in for a character that cannot be printed: the first of these that the fonts have."""

WITHOUT_MEANING = "\N{REPLACEMENT CHARACTER}"

# A character that is written by its number: in HTML (`&#128578;`, `&#x1F642;`) and in CSS (`\\1F642 `).
BY_NUMBER = re.compile(
    r"&#(?:[xX](?P<reference>[0-9A-Fa-f]{1,6})|(?P<decimal>\d{1,7}));?|\\(?P<escape>[0-9A-Fa-f]{1,6})[ \t\n]?"
)

# How a font file begins that is compressed for the web: WOFF and WOFF 2.
WEB_FONT = b"wOF"

# The Unicode category of characters whose meaning only their font knows (ISO 19005-3, 6.2.11.7.3).
PRIVATE_USE = "Co"

# Unicode categories of characters without a shape of their own: controls, marks of direction, variation selectors.
INVISIBLE = frozenset({"Cc", "Cf", "Mn", "Zl", "Zp"})


FONT_SUFFIXES = frozenset({".otf", ".ttf", ".woff", ".woff2"})


def is_font(path: str) -> bool:
    """Whether an asset is a font, by its name."""
    return PurePosixPath(path).suffix.lower() in FONT_SUFFIXES


def among(assets: Mapping[str, bytes]) -> dict[str, bytes]:
    """The fonts among the assets of a template, by their path."""
    return {path: data for path, data in assets.items() if is_font(path)}


def printable(text: str, fonts: Mapping[str, bytes]) -> tuple[str, tuple[Diagnostic, ...]]:
    """`text` with a replacement for each visible character that none of the fonts has, and without invisible ones.

    Args:
        text: any text, also HTML.
        fonts: font files (TrueType, OpenType, WOFF) by their name; with none of them, only characters without a
            meaning are replaced.

    Raises:
        TemplateError: a file is not a font.
    """
    known = frozenset[int]().union(*(_covered(font, name) for name, font in fonts.items()))
    missing = sorted(character for character in set(text) if not _is_printable(character, known))
    sign = next((sign for sign in REPLACEMENTS if ord(sign) in known), "" if fonts else REPLACEMENTS[-1])
    return text.translate(replacement(missing, sign)), tuple(map(diagnostic, missing))


def replacement(missing: Iterable[str], sign: str = REPLACEMENTS[-1]) -> dict[int, str]:
    """A table for `str.translate`: a sign for each missing character, nothing for an invisible one.

    Args:
        missing: single characters.
        sign: what takes their place.
    """
    return {ord(character): "" if _is_invisible(character) else sign for character in missing}


def replaced(text: str, table: Mapping[int, str]) -> str:
    """A page or a stylesheet with the characters of a table replaced, also where they are written by their number.

    Args:
        text: HTML or CSS.
        table: as `replacement` makes it.
    """
    if not table:
        return text

    def sign(written: re.Match[str]) -> str:
        code = int(written["decimal"]) if written["decimal"] else int(written["reference"] or written["escape"], 16)
        return table.get(code, written[0])

    return BY_NUMBER.sub(sign, text.translate(table))


def _is_printable(character: str, known: frozenset[int]) -> bool:
    """Whether one of the fonts, if there are any, has a character, and others than the font know what it means."""
    if character == WITHOUT_MEANING or unicodedata.category(character) == PRIVATE_USE:
        return False
    return not known or ord(character) in known or character.isspace()


def _is_invisible(character: str) -> bool:
    return unicodedata.category(character) in INVISIBLE


@cache
def plain(font: bytes, name: str) -> bytes:
    """A font file without its compression for the web; any other file as it is.

    WeasyPrint would decompress it too, but writes the clock into WOFF, so that no two PDFs are the same.

    Raises:
        TemplateError: the file is not a font.
    """
    if not font.startswith(WEB_FONT):
        return font
    from fontTools.ttLib import TTFont

    result = io.BytesIO()
    with _reading(name), TTFont(io.BytesIO(font), recalcBBoxes=False, recalcTimestamp=False) as file:
        file.flavor = None
        file.save(result)
    return result.getvalue()


@cache
def with_only(characters: frozenset[str], font: bytes, name: str) -> bytes:
    """A font for the web (WOFF) with the glyphs of these characters and no others.

    Raises:
        TemplateError: the file is not a font.
    """
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    result = io.BytesIO()
    with _reading(name), TTFont(io.BytesIO(font), recalcTimestamp=False) as file:
        options = Options(layout_features=["*"], notdef_outline=True)
        options.drop_tables += ["FFTM"]  # the clock of FontForge
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=[ord(character) for character in characters])
        subsetter.subset(file)
        file.flavor = "woff"
        file.save(result)
    return result.getvalue()


@cache
def _covered(font: bytes, name: str) -> frozenset[int]:
    """The code points for which a font has a glyph."""
    from fontTools.ttLib import TTFont

    with _reading(name), TTFont(io.BytesIO(font), lazy=True) as file:
        return frozenset(file.getBestCmap() or ())


@contextmanager
def _reading(name: str) -> Iterator[None]:
    """Turns whatever fontTools raises on a damaged file, which is nearly anything, into an error that names it."""
    try:
        yield
    except Exception as error:
        raise TemplateError("not-a-font", file=name) from error


def diagnostic(character: str) -> Diagnostic:
    """What is told of a character that no font has."""
    name = unicodedata.name(character, "a character without a name")
    done = "left out" if _is_invisible(character) else "replaced by a sign"
    return Diagnostic(
        severity="warning",
        code="missing-glyph",
        message=f"No font of the template has U+{ord(character):04X} {name}; it is {done} in the PDF.",
    )
