"""Drawings of Word: an inline picture in lines and letters (SVG), with dots (PNG) for programs that read no SVG.

ECMA-376, part 1, 20.4 and 20.2; the SVG is an extension of Word 2016 ([MS-ODRAWXML], 2.3.1.19).
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree

from ...ooxml import DRAWING, WORD, r, w
from ..commission import Drawing
from ..vocabulary import Picture
from .ooxml import clone
from .package import Parts, declare_ending
from .relations import Relations

NAMESPACES = {
    "w": WORD,
    "wp": DRAWING,
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
}
EMBED = r("embed")

# A drawing without its size, its words and its files.
INLINE = etree.fromstring(
    "<w:drawing {}>".format(" ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items()))
    + """<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent/><wp:docPr id="1"/><wp:cNvGraphicFramePr>
<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>
<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>
<pic:nvPicPr><pic:cNvPr id="0"/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip/></a:ext></a:extLst>
</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>
</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>""",
    etree.XMLParser(remove_blank_text=True),
)

MEDIA = "media"
CONTENT_TYPES: Mapping[str, str] = {"png": "image/png", "svg": "image/svg+xml"}

# English metric units (20.1.2.1) in a millimetre and in a twentieth of a point.
PER_MILLIMETRE, PER_TWIP = 36_000, 635

# The width of the text in a file that says nothing of it: A4 with margins of 25 mm.
USUAL_WIDTH = 160 * PER_MILLIMETRE


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture of the pack with its drawing."""

    picture: Picture
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class Pictures:
    """Makes the drawings of one part.

    Attributes:
        drawn: pictures by the anchor that the marks name.
        relations: of the part.
        width: of the text, in English metric units; wider drawings are made smaller.
        media: the parts with the drawings that were used, by their name beside the part; filled.
    """

    drawn: Mapping[str, Drawn]
    relations: Relations
    width: int
    media: dict[str, bytes]

    def drawing(self, anchor: str) -> etree._Element | None:
        """The element of a picture (`w:drawing`); `None` when nobody drew it."""
        if anchor not in self.drawn:
            return None
        one = self.drawn[anchor]
        files = {f"{MEDIA}/{anchor}.png": one.drawing.png, f"{MEDIA}/{anchor}.svg": one.drawing.svg}
        self.media.update(files)
        identifiers = [self.relations.to("image", name) for name in files]
        return _inline(one, self._size(one.drawing), *identifiers)

    def _size(self, drawing: Drawing) -> dict[str, str]:
        wide, high = drawing.width * PER_MILLIMETRE, drawing.height * PER_MILLIMETRE
        scale = min(1.0, self.width / wide)
        return {"cx": str(round(wide * scale)), "cy": str(round(high * scale))}


def drawn_pictures(pictures: Iterable[Picture], drawings: Mapping[str, Drawing]) -> dict[str, Drawn]:
    """The pictures that somebody drew, by their anchor.

    Args:
        pictures: of the pack.
        drawings: by the anchor of their picture.
    """
    return {one.anchor: Drawn(one, drawings[one.anchor]) for one in pictures if one.anchor in drawings}


def add_media(parts: Parts, part: str, media: Mapping[str, bytes]) -> None:
    """Puts the files of drawings into the file.

    Args:
        parts: of the file; changed.
        part: that shows them.
        media: their bytes by their name as seen from the folder of that part.
    """
    for name, data in media.items():
        parts[posixpath.join(posixpath.dirname(part), name)] = data
        ending = name.rpartition(".")[2]
        declare_ending(parts, ending, CONTENT_TYPES[ending])


def text_width(body: etree._Element) -> int:
    """The width of the text on a page, in English metric units; of the narrowest section."""
    widths = [_section_width(section) for section in body.iter(w("sectPr"))]
    return min((width for width in widths if width > 0), default=USUAL_WIDTH)


def _section_width(section: etree._Element) -> int:
    page, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if page is None or margins is None:
        return 0
    sides = sum(int(margins.get(w(side), "0")) for side in ("left", "right", "gutter"))
    return (int(page.get(w("w"), "0")) - sides) * PER_TWIP


def _inline(one: Drawn, size: Mapping[str, str], png: str, svg: str) -> etree._Element:
    """The drawing in the line of the text.

    Args:
        one: the picture.
        size: its width and height as attributes.
        png: the id of the relationship to its dots.
        svg: the id of the relationship to its lines.
    """
    made = clone(INLINE)
    said = {"name": one.picture.anchor, "descr": one.picture.alt, "title": one.picture.title}
    for path, attributes in (
        ("wp:inline/wp:extent", size),
        ("wp:inline/wp:docPr", said),
        (".//pic:cNvPr", {"name": f"{one.picture.anchor}.png", "descr": one.picture.alt}),
        (".//a:xfrm/a:ext", size),
        (".//a:blip", {EMBED: png}),
        (".//asvg:svgBlip", {EMBED: svg}),
    ):
        for node in made.iterfind(path, NAMESPACES):
            for name, value in attributes.items():
                node.set(name, value)
    return made
