import io

import pytest
from fontTools.ttLib import TTFont

from briefgen.renderers.fonts import plain, printable, replaced

from .sample import ROOT, web_template

FONTS = {path: data for path, data in web_template().assets.items() if path.startswith("fonts/")}
WEB_FONT = "fonts/source-serif-4/source-serif-4-latin-400-normal.woff"


@pytest.mark.parametrize(
    "text",
    ["«Coördinatie» – 5 < 7 & €", "Łódź, Šefčovič", "▶ → ↩ ⁹ Σ", "regel\n\tregel\u00a0regel", "niet\u2011breken"],
)
def test_what_the_fonts_have_stays_as_it_is(text: str) -> None:
    assert printable(text, FONTS) == (text, ())


def test_a_picture_character_is_replaced_and_reported_once() -> None:
    text, diagnostics = printable("Goed 🙂, ja 🙂.", FONTS)
    assert text == "Goed □, ja □."
    assert [diagnostic.code for diagnostic in diagnostics] == ["missing-glyph"]


def test_an_invisible_character_that_no_font_has_is_left_out() -> None:
    text, diagnostics = printable("een\U000e0100 twee", FONTS)
    assert text == "een twee"
    assert "is left out" in diagnostics[0].message


@pytest.mark.parametrize("sign", ["\ue000", "\uf0b7", "\ufffd"])
def test_a_character_whose_meaning_nobody_knows_is_replaced_although_a_font_has_it(sign: str) -> None:
    assert printable(f"a{sign}b", FONTS)[0] == "a□b"


def test_without_fonts_nothing_is_changed() -> None:
    assert printable("🙂", {}) == ("🙂", ())


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a\u0378b", "a?b"),
        ("a&#888;b &#x378;", "a?b ?"),
        ('content: "\\378 b"', 'content: "?b"'),
        ("&#889; &amp; \\2014 x", "&#889; &amp; \\2014 x"),
    ],
)
def test_a_missing_character_is_replaced_however_it_is_written(written: str, read: str) -> None:
    assert replaced(written, {0x378: "?"}) == read
    assert replaced(written, {}) == written


def test_a_web_font_is_unpacked_to_the_same_glyphs_and_not_stamped_with_the_clock() -> None:
    unpacked = plain(FONTS[WEB_FONT], WEB_FONT)
    with TTFont(io.BytesIO(FONTS[WEB_FONT])) as before, TTFont(io.BytesIO(unpacked)) as after:
        assert after.flavor is None
        assert after.getBestCmap() == before.getBestCmap()
        assert after["head"].modified == before["head"].modified


def test_the_fonts_are_small() -> None:
    assert sum(map(len, FONTS.values())) < 2_500_000
    assert max(map(len, FONTS.values())) < 1_400_000


def test_any_other_file_is_not_unpacked() -> None:
    assert plain(b"<svg/>", "kaart.svg") == b"<svg/>"


def test_each_font_has_its_licence_beside_it() -> None:
    for path in FONTS:
        assert (ROOT / "templates" / path).with_name("LICENSE").is_file()
