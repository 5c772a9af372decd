"""The picture at the top of the cover of a Word template: the sheets of paper that `templates/brief.css` draws."""

from __future__ import annotations

import io
from math import cos, radians, sin

from brief_styles import BLUE, RELATION, WIDTH
from PIL import Image, ImageDraw

# Millimetres: as wide as the page, and as high as leaves the title on white.
BROAD, HIGH = WIDTH / 1440 * 25.4, 90.0
DOTS_A_MILLIMETRE = 6
SMOOTHING = 4

# Sheets of paper, the lowest first: left and top in millimetres, degrees of turning, colour.
SHEET = (99.0, 140.0)
SHEETS = ((148.0, -56.0, -12.0, "1A4A80"), (133.0, -69.0, 6.0, "20558F"))

EMU_A_MILLIMETRE = 36_000
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
PLACING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def cover_png() -> bytes:
    """The picture as PNG with few colours; the same bytes for the same version of Pillow."""
    scale = DOTS_A_MILLIMETRE * SMOOTHING
    image = Image.new("RGB", (round(BROAD * scale), round(HIGH * scale)), f"#{BLUE}")
    draw = ImageDraw.Draw(image)
    for left, top, turned, colour in SHEETS:
        draw.polygon([(x * scale, y * scale) for x, y in _corners(left, top, turned)], f"#{colour}")
    small = image.resize((image.width // SMOOTHING, image.height // SMOOTHING), Image.Resampling.LANCZOS)
    result = io.BytesIO()
    small.quantize(32).save(result, "PNG", optimize=True)
    return result.getvalue()


def _corners(left: float, top: float, turned: float) -> list[tuple[float, float]]:
    """The corners of a sheet that is turned around its middle."""
    dx, dy = SHEET[0] / 2, SHEET[1] / 2
    angle = radians(turned)
    return [
        (left + dx + x * cos(angle) - y * sin(angle), top + dy + x * sin(angle) + y * cos(angle))
        for x, y in ((-dx, -dy), (dx, -dy), (dx, dy), (-dx, dy))
    ]


def cover_drawing(relation: str) -> str:
    """A run that lays the picture behind the words, in the upper corner of the page.

    Args:
        relation: the id of the relationship with the picture.
    """
    width, height = (round(size * EMU_A_MILLIMETRE) for size in (BROAD, HIGH))
    corner = "".join(
        f'<wp:position{axis} relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:position{axis}>' for axis in "HV"
    )
    shape = (
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
    )
    return (
        f'<w:r><w:drawing><wp:anchor xmlns:wp="{PLACING}" distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        'relativeHeight="1" behindDoc="1" locked="1" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'{corner}<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        '<wp:docPr id="1" name="Cover" descr="Versiering"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{MAIN}"><a:graphicData uri="{PICTURE}"><pic:pic xmlns:pic="{PICTURE}">'
        '<pic:nvPicPr><pic:cNvPr id="1" name="Cover"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip xmlns:r="{RELATION}" r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        f"</pic:blipFill>{shape}</pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )
