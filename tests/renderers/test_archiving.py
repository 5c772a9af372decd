"""What WeasyPrint writes otherwise than an archive asks, and what is made of it."""

import io
import re

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from briefgen.conformance import check
from briefgen.renderers import pdf
from briefgen.renderers.archiving import INKS, without_inks
from briefgen.renderers.web import WebTemplate
from briefgen.tagged import read_tagged

from .sample import commission, view


def _rendered(body: str, **assets: bytes) -> bytes:
    page = f'<html lang="nl"><title>Proef</title><link rel="stylesheet" href="brief.css"><body>{body}</body></html>'
    style = b'body { font-family: "DejaVu Sans" } img { width: 20mm }'
    files = {name.replace("_", "."): data for name, data in assets.items()}
    return pdf.render(commission(view(), WebTemplate("proef.html", page, {"brief.css": style, **files}))).content


def _rules(content: bytes) -> set[str]:
    return {finding.rule for finding in check(read_tagged(content, "proef.pdf"), "proef.pdf").findings}


def _picture(mode: str, colour: int | tuple[int, ...], kind: str) -> bytes:
    made = io.BytesIO()
    Image.new(mode, (4, 4), colour).save(made, kind)
    return made.getvalue()


@pytest.mark.parametrize(
    ("mode", "colour", "kind"),
    [("RGBA", (200, 0, 0, 90), "PNG"), ("L", 80, "PNG"), ("CMYK", (0, 0, 255, 0), "JPEG"), ("P", 3, "GIF")],
)
def test_a_picture_is_not_smoothed_and_not_in_inks(mode: str, colour: int | tuple[int, ...], kind: str) -> None:
    content = _rendered('<h1>Kop</h1><p><img src="a.x" alt="Een vlak">', a_x=_picture(mode, colour, kind))
    assert not _rules(content)


def test_a_picture_in_inks_keeps_its_colours() -> None:
    content = _rendered('<p><img src="a.x" alt="Geel vlak">', a_x=_picture("CMYK", (0, 0, 255, 0), "JPEG"))
    with pikepdf.open(io.BytesIO(content)) as file:
        [picture] = [each for each in file.objects if isinstance(each, pikepdf.Stream) and "/Width" in each]
        red, green, blue = pikepdf.PdfImage(picture).as_pil_image().getpixel((1, 1))
    assert min(red, green) > 230
    assert blue < 60


def test_a_character_means_itself_wherever_it_stands() -> None:
    """The first ö of the text has a line below it; the others have none."""
    content = _rendered("<h1>Kop</h1><p>ö\N{COMBINING LOW LINE} en dan coöperatie, coördinatie")
    with pypdfium2.PdfDocument(content) as document:
        text = document[0].get_textpage().get_text_range()
    assert "coöperatie, coördinatie" in text
    assert not _rules(content)


def test_a_sign_of_an_icon_font_is_not_spoken() -> None:
    content = _rendered('<style>p::before { content: "\\e000 " }</style><h1>Kop</h1><p>woorden <i>&#xf0b7;</i>')
    assert not _rules(content)


def test_what_no_code_may_mean_is_meant_by_none() -> None:
    assert not _rules(_rendered("<h1>Kop</h1><p>a&#xFEFF;b&#xFFFE;c")) & {"forbidden-character", "notdef"}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("color: device-cmyk(0 0 0 1)", "rgb(0.0% 0.0% 0.0% / 1)"),
        ("device-cmyk(0 81% 81% 30%)", "rgb(70.0% 13.3% 13.3% / 1)"),
        ("device-cmyk(0, 1, 0, 0 / 50%)", "rgb(100.0% 0.0% 100.0% / 0.5)"),
    ],
)
def test_colours_of_inks_become_those_of_a_screen(written: str, read: str) -> None:
    assert read in without_inks(written)


@pytest.mark.parametrize("written", ["color: rgb(0 0 0)", "device-cmyk(0 1 1)", "--device-cmyk: 0", "cmyk(0 0 0 1)"])
def test_other_colours_stay_as_they_are(written: str) -> None:
    assert not INKS.search(written)
    assert without_inks(written) == written


def test_a_file_without_inks_is_left_with_the_colours_of_its_profile() -> None:
    assert not _rules(_rendered('<h1 style="color: device-cmyk(0 1 1 0.2)">Kop</h1>'))


def test_properties_hold_only_what_metadata_can() -> None:
    made = commission(
        view().model_copy(update={"title": "Raad\x01 van\n2029 \ufffe& < >"}), WebTemplate("x", "<p>x", {})
    )
    content = pdf.render(made).content
    with pikepdf.open(io.BytesIO(content)) as file:
        assert str(file.docinfo.Title) == "Raad van 2029 & < >"
    assert not _rules(content) - {"no-title"}
    assert re.search(rb"Raad van 2029 &amp; &lt; &gt;", content)
