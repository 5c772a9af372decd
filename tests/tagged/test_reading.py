import io
import random
import zlib

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.conformance import check
from briefgen.errors import InputError
from briefgen.tagged import read_tagged
from briefgen.tagged.charmaps import to_glyphs, to_unicode
from briefgen.tagged.fonts import read_font
from briefgen.tagged.objects import leaves
from briefgen.tagged.structure import standard_role

from ..conformance.faults import broken, elements
from ..conformance.pages import good, rendered


def _error(data: bytes) -> InputError:
    with pytest.raises(InputError) as caught:
        read_tagged(data, "proef.pdf")
    assert caught.value.text("nl").startswith("proef.pdf: ")
    return caught.value


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"<html>", "één brief".encode(), b"\0" * 5000])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    assert _error(data).code == "tagged-not-a-pdf"


def test_a_locked_file_is_refused() -> None:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(good())) as file:
        file.save(made, encryption=pikepdf.Encryption(owner="geheim", user="geheim"))
    assert _error(made.getvalue()).code == "tagged-locked"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_file_is_refused(share: float) -> None:
    assert _error(good()[: int(len(good()) * share)]).code == "tagged-damaged"


def test_content_that_cannot_be_unpacked_is_refused() -> None:
    def spoil(file: pikepdf.Pdf) -> None:
        file.pages[0].Contents = file.make_stream(b"no zlib", Filter=pikepdf.Name.FlateDecode)

    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(good())) as file:
        spoil(file)
        file.save(made, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    assert _error(made.getvalue()).code == "tagged-damaged"


def test_content_that_unpacks_without_end_is_refused() -> None:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(good())) as file:
        packed = pikepdf.Stream(file, zlib.compress(b" " * 120_000_000))
        packed.Filter = pikepdf.Name.FlateDecode
        file.pages[0].Contents = file.make_indirect(packed)
        file.save(made, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
    assert _error(made.getvalue()).code == "tagged-damaged"


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32))
def test_a_file_with_spoilt_bytes_is_read_or_refused(number: int) -> None:
    chance, data = random.Random(number), bytearray(good())  # noqa: S311
    for _ in range(chance.randrange(1, 40)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        read_tagged(bytes(data), "proef.pdf")
    except InputError as error:
        assert error.text("en")


def test_a_tree_that_turns_back_on_itself_comes_to_an_end() -> None:
    def circle(file: pikepdf.Pdf) -> None:
        elements(file, "P")[0].K = pikepdf.Array([elements(file, "Document")[0]])

    assert read_tagged(broken(good(), circle), "proef.pdf").tree.shared


def test_a_tree_of_ten_thousand_levels_is_read() -> None:
    def deep(file: pikepdf.Pdf) -> None:
        inside = elements(file, "P")[0]
        for _ in range(10_000):
            around = pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.Div, K=pikepdf.Array([inside]))
            inside = file.make_indirect(around)
        file.Root.StructTreeRoot.K = pikepdf.Array([inside])

    file = read_tagged(broken(good(), deep), "proef.pdf")
    assert len(file.tree.elements) > 10_000
    assert file.text(file.tree.elements[0]).startswith("Zie het slot")


def test_an_outline_that_turns_back_on_itself_comes_to_an_end() -> None:
    def circle(file: pikepdf.Pdf) -> None:
        file.Root.Outlines.First.Next = file.Root.Outlines.First

    assert len(read_tagged(broken(good(), circle), "proef.pdf").outline) <= 3


def test_a_form_that_draws_itself_comes_to_an_end() -> None:
    def circle(file: pikepdf.Pdf) -> None:
        form = file.make_stream(b"/Fx Do 0 0 1 1 re f", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
        form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Fx=form))
        file.pages[0].Resources.XObject = pikepdf.Dictionary(Fx=form)
        file.pages[0].contents_add(b"/Fx Do")

    assert read_tagged(broken(good(), circle), "proef.pdf").pages


def test_the_text_of_an_element_has_a_space_where_a_line_ends() -> None:
    file = read_tagged(good(), "proef.pdf")
    longest = max((file.text(element) for element in file.tree.of_role("P")), key=len)
    sentence = "Het kabinet zet zich in voor een sterke Unie, die haar waarden beschermt en haar belangen behartigt."
    assert longest == " ".join([sentence] * 31)


def test_replacement_text_is_what_an_element_says() -> None:
    def replaced(file: pikepdf.Pdf) -> None:
        elements(file, "Link")[0].ActualText = pikepdf.String("een ander")

    file = read_tagged(broken(good(), replaced), "proef.pdf")
    assert file.text(next(file.tree.of_role("P"))).startswith("Zie een ander en")


def test_content_in_a_form_is_found_under_the_marks_around_it() -> None:
    def in_form(file: pikepdf.Pdf) -> None:
        page = file.pages[0]
        form = file.make_stream(b"0 0 5 5 re f", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
        page.Resources.XObject = pikepdf.Dictionary(Fx=form)
        page.contents_add(b"/Artifact BMC q 1 0 0 1 70 80 cm /Fx Do Q EMC")

    pieces = read_tagged(broken(good(), in_form), "proef.pdf").pages[0].content.pieces
    assert (pieces[-1].kind, pieces[-1].mark.artifact) == ("path", "")


def test_a_unicode_map_is_read_with_single_codes_and_ranges() -> None:
    with pikepdf.new() as file:
        cmap = file.make_stream(
            b"/CIDInit /ProcSet findresource begin 1 begincodespacerange <0000> <ffff> endcodespacerange\n"
            b"1 beginbfchar <0001> <00660069> endbfchar\n"
            b"2 beginbfrange <0010> <0012> <0041> <0020> <0021> [<0058> <D83DDE42>] endbfrange end"
        )
        assert to_unicode(cmap) == {1: "fi", 16: "A", 17: "B", 18: "C", 32: "X", 33: "🙂"}


def test_an_embedded_map_of_codes_to_glyphs_is_read() -> None:
    with pikepdf.new() as file:
        cmap = file.make_stream(
            b"begincmap 1 begincidchar <0001> 7 endcidchar 1 begincidrange <0010> <0012> 40 endcidrange endcmap"
        )
        assert to_glyphs(cmap) == {1: 7, 16: 40, 17: 41, 18: 42}
        assert to_glyphs(None) == {}


def test_a_font_tells_how_wide_its_glyphs_are_and_which_characters_they_are_for() -> None:
    file = read_tagged(good(), "proef.pdf")
    piece = next(piece for piece in file.pages[0].content.pieces if piece.text.startswith("Proefpakket"))
    font = file.fonts[piece.font]
    for code in font.codes(piece.data):
        drawn = font.drawn_width(code)
        assert drawn is not None
        assert abs(drawn - font.said_width(code)) <= 1
        assert font.unicode[code] in font.own_characters(code)


def test_a_simple_font_tells_how_wide_its_glyphs_are_by_the_names_of_its_encoding() -> None:
    with pikepdf.open(io.BytesIO(good())) as file:
        descriptor = next(iter(file.pages[0].Resources.Font.values())).DescendantFonts[0].FontDescriptor
        simple = pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.TrueType,
            BaseFont=pikepdf.Name("/ABCDEF+Proef"),
            FirstChar=80,
            LastChar=80,
            Widths=pikepdf.Array([5]),
            Encoding=pikepdf.Name.WinAnsiEncoding,
            FontDescriptor=descriptor,
        )
        font = read_font(simple)
    assert font.said_width(ord("P")) == 5
    assert (font.drawn_width(ord("P")) or 0) > 500
    assert not font.lacks


def test_a_profile_tells_its_kind_and_whether_it_is_whole() -> None:
    [(kind, profile)] = read_tagged(good(), "proef.pdf").catalog.output_intents
    assert kind == "GTS_PDFA1"
    assert profile is not None
    assert (profile.device, profile.space, profile.components, profile.whole) == ("mntr", "RGB", 3, True)


def test_content_in_a_tagged_form_is_found_by_its_form() -> None:
    file = read_tagged(rendered("<html lang=nl><h1>Kop</h1><p style='opacity: 0.5'>bleke woorden"), "proef.pdf")
    assert [file.text(element) for element in file.tree.of_role("H1", "P")] == ["Kop", "bleke woorden"]
    assert check(file, "proef.pdf").clean


def test_a_type_stands_for_the_standard_type_that_its_names_lead_to() -> None:
    roles = {"Alinea": "Tekst", "Tekst": "P", "Kring": "Cirkel", "Cirkel": "Kring"}
    assert standard_role("Alinea", roles) == "P"
    assert standard_role("Kring", roles) == "Kring"
    assert standard_role("Onbekend", roles) == "Onbekend"


def test_a_name_tree_is_read_in_its_order_and_once() -> None:
    with pikepdf.new() as file:
        leaf = file.make_indirect(pikepdf.Dictionary(Nums=pikepdf.Array([1, 10, 2, 20])))
        root = pikepdf.Dictionary(Kids=pikepdf.Array([leaf, leaf, pikepdf.Dictionary(Nums=pikepdf.Array([3, 30]))]))
        assert list(leaves(root, "/Nums")) == [(1, 10), (2, 20), (3, 30)]
