"""What WeasyPrint writes otherwise than an archive asks of a file (ISO 19005-3, 6.2), put right in the file it made.

Pictures are not smoothed and not in printing inks; every code of a font means its own character.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping

import pikepdf

PROGRAMS = ("/FontFile2", "/FontFile3")

# An entry of a ToUnicode CMap as WeasyPrint writes it: the code, and its text in UTF-16 (`<0048> <0065>`, `<00b8> <>`).
ENTRY = re.compile(rb"<(?P<code>[0-9a-f]{4})> <(?P<text>(?:[0-9a-f]{4})*)>")

# Colours of printing inks in a stylesheet, as parts or in per cent, with an opacity or none
# (`device-cmyk(0 81% 81% 30%)`, `device-cmyk(0 1 .5 0 / 50%)`; CSS Color Module Level 5, "Device-dependent CMYK").
INKS = re.compile(
    r"device-cmyk\(\s*" + r"[\s,]+".join([r"(\d*\.?\d+%?)"] * 4) + r"\s*(?:/\s*(\d*\.?\d+%?)\s*)?\)", re.IGNORECASE
)

FORBIDDEN = frozenset({b"0000", b"feff", b"fffe"})
"""What no code may mean, in UTF-16 (6.2.11.7.2)."""

UNSPOKEN = "\N{ZERO WIDTH SPACE}"
"""What the second glyph of a character means: nothing more than the first one said."""

QUALITY = 92
"""Of a picture that is written anew, as JPEG counts it."""


def without_inks(style: str) -> str:
    """A stylesheet with the colours of printing inks as those of a screen; the rest stands where it stood.

    Args:
        style: CSS, or HTML that holds some.
    """
    return INKS.sub(lambda found: _on_screen(*(_part(part) for part in found.groups())), style)


def _part(written: str | None) -> float:
    if written is None:
        return 1
    return min(float(written.rstrip("%")) / (100 if written.endswith("%") else 1), 1)


def _on_screen(cyan: float, magenta: float, yellow: float, black: float, opacity: float) -> str:
    """The plain conversion of CSS Color 5: what the inks leave of the light."""
    light = (1 - min(1, ink * (1 - black) + black) for ink in (cyan, magenta, yellow))
    return f"rgb({' '.join(f'{part:.1%}' for part in light)} / {opacity:g})"


def settle(file: pikepdf.Pdf) -> None:
    """Put pictures and characters right.

    Args:
        file: made by WeasyPrint; is changed.
    """
    for value in file.objects:
        if isinstance(value, pikepdf.Stream) and value.get("/Subtype") == pikepdf.Name.Image:
            _settle_picture(value)
        elif isinstance(value, pikepdf.Dictionary) and value.get("/Subtype") == pikepdf.Name.Type0:
            _settle_characters(value)


def _settle_picture(picture: pikepdf.Stream) -> None:
    """A picture that readers do not smooth (6.2.8), in colours that the profile of the file knows (6.2.4.3)."""
    if "/Interpolate" in picture:
        picture.Interpolate = False
    if picture.get("/ColorSpace") == pikepdf.Name.DeviceCMYK:
        written = io.BytesIO()
        pikepdf.PdfImage(picture).as_pil_image().convert("RGB").save(written, "JPEG", quality=QUALITY)
        picture.write(written.getvalue(), filter=pikepdf.Name.DCTDecode)
        picture.ColorSpace, picture.BitsPerComponent = pikepdf.Name.DeviceRGB, 8
        if "/Decode" in picture:
            del picture.Decode


def _settle_characters(font: pikepdf.Dictionary) -> None:
    """A font each of whose codes means its own character (6.2.11.7).

    WeasyPrint lets a glyph mean all characters of the cluster that it is first met in, and the glyphs after it nothing:
    an ö with a line below would make every ö of the file mean both.
    """
    written = font.ToUnicode.read_bytes() if "/ToUnicode" in font else b""
    meanings = {int(entry["code"], 16): entry["text"] for entry in ENTRY.finditer(written)}
    if all(len(text) == len("0000") and text not in FORBIDDEN for text in meanings.values()):
        return
    known = _characters(font)
    right = {code: _meaning(text, known.get(code, "")) for code, text in meanings.items()}
    new = ENTRY.sub(lambda entry: b"<%b> <%b>" % (entry["code"], right[int(entry["code"], 16)]), written)
    font.ToUnicode.write(new)


def _meaning(text: bytes, own: str) -> bytes:
    """What a glyph means: its own character when that is part of what is said, or when nothing is."""
    said = "" if text in FORBIDDEN else bytes.fromhex(text.decode()).decode("utf-16-be", "replace")
    fitting = [character for character in own if not said or character in said]
    meaning = fitting[0] if fitting else said or UNSPOKEN
    return meaning.encode("utf-16-be").hex().encode()


def _characters(font: pikepdf.Dictionary) -> Mapping[int, str]:
    """By glyph, the characters that its font program has it for."""
    from fontTools.ttLib import TTFont

    found: dict[int, str] = {}
    for program in _programs(font):
        with TTFont(io.BytesIO(program), lazy=True) as opened:
            for point, name in (opened.getBestCmap() or {}).items():
                glyph = opened.getGlyphID(name)
                found[glyph] = found.get(glyph, "") + chr(point)
    return found


def _programs(font: pikepdf.Dictionary) -> Iterator[bytes]:
    descriptor = font.DescendantFonts[0].FontDescriptor
    return (descriptor[key].read_bytes() for key in PROGRAMS if key in descriptor)
