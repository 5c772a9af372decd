"""The fonts of a template: what they can print, and their plain form.

A character that no font has is replaced by a sign that is printed, and reported: a missing glyph is an empty box on
paper and a fault in an accessible PDF (ISO 14289-1, 7.21.8).
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache

from ..diagnostics import Diagnostic
from ..errors import TemplateError

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# How a font file begins that is compressed for the web: WOFF and WOFF 2.
WEB_FONT = b"wOF"

# Unicode categories of characters without a shape of their own: controls, marks of direction, variation selectors.
INVISIBLE = frozenset({"Cc", "Cf", "Mn", "Zl", "Zp"})


def printable(text: str, fonts: Mapping[str, bytes]) -> tuple[str, tuple[Diagnostic, ...]]:
    """`text` with a replacement for each visible character that none of the fonts has, and without invisible ones.

    Args:
        text: any text, also HTML.
        fonts: font files (TrueType, OpenType, WOFF) by their name; with none of them nothing is changed.

    Raises:
        TemplateError: a file is not a font.
    """
    if not fonts:
        return text, ()
    known = frozenset[int]().union(*(_covered(font, name) for name, font in fonts.items()))
    missing = sorted({character for character in text if ord(character) not in known and not character.isspace()})
    table = {ord(character): _substitute(character) for character in missing}
    return text.translate(table), tuple(map(_diagnostic, missing))


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


def _substitute(character: str) -> str:
    return "" if unicodedata.category(character) in INVISIBLE else REPLACEMENT


def _diagnostic(character: str) -> Diagnostic:
    name = unicodedata.name(character, "a character without a name")
    done = "replaced by a sign" if _substitute(character) else "left out"
    return Diagnostic(
        severity="warning",
        code="missing-glyph",
        message=f"No font of the template has U+{ord(character):04X} {name}; it is {done} in the PDF.",
    )
