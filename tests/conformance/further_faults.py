"""More faults to seed: what a good file seldom lacks, and files of other programs often do."""

import re

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from .faults import (
    SEEDS,
    attributes,
    edit,
    elements,
    font,
    insert,
    kids,
    lead,
    links,
    remove,
    rewrite_metadata,
    seed,
    specification,
    split,
)

__all__ = ["SEEDS"]

seed("no-language")(lambda file: file.Root.__setitem__("/Lang", String("und")))
seed("wrong-marked-language")(lambda file: edit(file, 0, rb"<</MCID 0>>", b"<</MCID 0 /Lang (nl_NL)>>"))


@seed("title-says-nothing")
def name_of_a_file_as_title(file: Pdf) -> None:
    rewrite_metadata(file, r'(<dc:title>.*?x-default">)[^<]*', r"\1Microsoft Word - nota.docx")


def _profile(file: Pdf) -> pikepdf.Object:
    return file.Root.OutputIntents[0].DestOutputProfile


seed("wrong-profile")(lambda file: _profile(file).write(_profile(file).read_bytes()[:900]))
seed("wrong-profile")(lambda file: _profile(file).__setitem__("/N", 4))
seed("wrong-profile")(lambda file: _profile(file).write(_profile(file).read_bytes().replace(b"mntr", b"link", 1)))


def _picture(file: Pdf, **entries: object) -> None:
    """Show a small picture on every page, as an artifact."""
    picture = file.make_stream(b"\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8)
    picture.ColorSpace = Name.DeviceGray
    for key, value in entries.items():
        picture[f"/{key}"] = value
    file.pages[1].Resources.XObject = Dictionary(Im0=picture)
    edit(file, 1, rb"(/Artifact\s*<</Type /Pagination>>\s*BDC)", rb"\1 /Im0 Do")


seed("forbidden-graphics")(lambda file: _picture(file, Interpolate=True))
seed("forbidden-graphics")(lambda file: _picture(file, Alternates=Array([])))
seed("forbidden-graphics")(
    lambda file: file.pages[0].Resources.__setitem__("/ExtGState", Dictionary(G=Dictionary(TR=Name.Identity)))
)
seed("forbidden-graphics")(
    lambda file: file.pages[0].Resources.__setitem__("/ExtGState", Dictionary(G=Dictionary(BM=Name.Zacht)))
)
seed("device-colour")(lambda file: _picture(file, ColorSpace=Array([Name.Indexed, Name.DeviceCMYK, 0, String("abcd")])))
seed("forbidden-filter")(
    lambda file: file.Root.__setitem__("/Extra", file.make_stream(b"x", Filter=Array([Name.LZWDecode, Name.DCTDecode])))
)
seed("forbidden-entry")(lambda file: file.Root.__setitem__("/NeedsRendering", True))
seed("forbidden-entry")(
    lambda file: file.Root.__setitem__("/Requirements", Array([Dictionary(S=Name.EnableJavaScripts)]))
)
seed("forbidden-action")(lambda file: links(file)[1].__setitem__("/A", Dictionary(S=Name.Named, N=Name.Print)))
seed("nameless-layer")(lambda file: file.Root.__setitem__("/OCProperties", Dictionary(OCGs=Array([]), D=Dictionary())))
seed("nested-states")(lambda file: edit(file, 0, rb"EMC", b"EMC " + b"q " * 40 + b"Q " * 40))
seed("page-size")(lambda file: file.pages[0].__setitem__("/MediaBox", Array([0, 0, 20_000, 800])))
seed("undeclared-metadata")(lambda file: file.Root.Metadata.__delitem__("/Type"))
seed("unknown-property")(lambda file: rewrite_metadata(file, "<dc:format>", "<dc:afdeling>x</dc:afdeling><dc:format>"))
seed("unknown-property")(
    lambda file: rewrite_metadata(file, r"(<rdf:Description rdf:about=\"\")", r'\1 xmlns:z="urn:z" z:kenmerk="1"')
)
seed("wrong-property")(lambda file: rewrite_metadata(file, "(<xmp:CreateDate>)[^<]*", r"\1gisteren"))
seed("wrong-property")(lambda file: rewrite_metadata(file, "<dc:format>", "<dc:creator>Jan</dc:creator><dc:format>"))
seed("wrong-property")(
    lambda file: rewrite_metadata(file, r"<dc:title><rdf:Alt>(.*?)</rdf:Alt>", r"<dc:title><rdf:Bag>\1</rdf:Bag>")
)
seed("properties-differ")(lambda file: file.docinfo.__setitem__("/CreationDate", String("D:19990101000000Z")))
seed("properties-differ")(lambda file: file.docinfo.__setitem__("/Producer", String("Een ander programma")))


@seed("unsorted-keys")
def parent_tree_in_another_order(file: Pdf) -> None:
    numbers = list(file.Root.StructTreeRoot.ParentTree.Nums)
    file.Root.StructTreeRoot.ParentTree.Nums = Array([*numbers[2:4], *numbers[:2], *numbers[4:]])


seed("unsorted-keys")(lambda file: file.Root.StructTreeRoot.__setitem__("/ParentTreeNextKey", 1))


@seed("unsorted-names")
def places_in_another_order(file: Pdf) -> None:
    names = list(file.Root.Names.Dests.Names)
    file.Root.Names.Dests.Names = Array([*names[2:], *names[:2]])


seed("loose-drawing")(lambda file: elements(file, "Figure")[0].__setitem__("/S", Name.Span))
seed("figure-says-nothing")(lambda file: elements(file, "Figure")[0].__setitem__("/Alt", String("-")))
seed("overlapping-cell")(
    lambda file: (attributes(elements(file, "TD")[1], RowSpan=2), attributes(elements(file, "TD")[2], ColSpan=2))
)
seed("irregular-row")(lambda file: attributes(elements(file, "TD")[3], ColSpan=0))
seed("misplaced-label")(
    lambda file: elements(file, "LI")[0].__setitem__("/K", Array(kids(elements(file, "LI")[0])[::-1]))
)


@seed("split-list")
def list_in_two_on_one_page(file: Pdf) -> None:
    each = elements(file, "L")[0]
    points = kids(each)
    each.K = Array(points[:1])
    place = next(at for at, kid in enumerate(kids(each.P)) if kid == each)
    insert(file, each.P, place + 1, "L", points[1:])


@seed("untagged-list")
def list_as_paragraphs(file: Pdf) -> None:
    for element in (elements(file, "L")[0], *elements(file, "LI")[:2]):
        element.S = Name.Div
    for element in (*elements(file, "Lbl")[:2], *elements(file, "LBody")[:2]):
        element.S = Name.P


@seed("untagged-table")
def table_as_paragraphs(file: Pdf) -> None:
    for role in ("Table", "THead", "TBody", "TR"):
        for element in elements(file, role):
            element.S = Name.Div
    for role in ("TH", "TD"):
        for element in elements(file, role):
            element.S = Name.P


seed("blocks-in-paragraph")(lambda file: elements(file, "Document")[0].__setitem__("/S", Name.P))
seed("strayed-link")(lambda file: links(file)[0].__setitem__("/Rect", Array([400, 20, 440, 30])))
seed("link-without-surface")(lambda file: links(file)[0].__setitem__("/Rect", Array([0, 0, 0, 0])))
seed("link-without-surface")(lambda file: links(file)[0].__setitem__("/Rect", Array([-90, -90, -10, -10])))


@seed("nameless-field")
def field_of_a_form(file: Pdf) -> None:
    field = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("x"), Rect=Array([0, 0, 9, 9]), F=4)
    field = file.make_indirect(field)
    file.pages[0].Annots.append(field)
    file.Root.AcroForm = Dictionary(Fields=Array([field]))


def _inner(file: Pdf) -> pikepdf.Object:
    return font(file).DescendantFonts[0]


def _first_code(file: Pdf) -> int:
    """The code of the first glyph that the first page shows."""
    found = re.search(rb"/F0.*?<([0-9a-f]{4})", file.pages[0].Contents.read_bytes(), re.DOTALL)
    return int(found[1], 16) if found else 0


seed("wrong-width")(lambda file: _inner(file).__delitem__("/W"))
seed("wrong-width")(lambda file: _inner(file).W[1].__setitem__(0, 5))
seed("incomplete-cidset")(lambda file: _inner(file).FontDescriptor.__setitem__("/CIDSet", file.make_stream(b"\x80")))
seed("incomplete-font")(lambda file: _inner(file).__delitem__("/CIDToGIDMap"))


@seed("notdef")
def codes_without_a_glyph(file: Pdf) -> None:
    """An embedded CMap that leads to no glyph."""
    lines = b"".join(b"<%04x> 0 " % code for code in range(100))
    font(file).Encoding = file.make_stream(
        b"begincmap 100 begincidchar " + lines + b"endcidchar endcmap", Type=Name.CMap
    )


@seed("other-character")
def every_letter_an_a(file: Pdf) -> None:
    written = font(file).ToUnicode.read_bytes()
    font(file).ToUnicode = file.make_stream(re.sub(rb"<(\w{4})> <\w{4}>", rb"<\1> <0061>", written))


@seed("font-unreadable")
def font_cut_off(file: Pdf) -> None:
    program = _inner(file).FontDescriptor.FontFile2
    program.write(program.read_bytes()[:700])


seed("no-outline")(lambda file: file.Root.__delitem__("/Outlines"))
seed("strange-outline-entry")(lambda file: file.Root.Outlines.First.__setitem__("/Title", String("Iets heel anders")))


@seed("no-headings")
def headings_as_paragraphs(file: Pdf) -> None:
    for element in (*elements(file, "H1"), *elements(file, "H2")):
        element.S = Name.P


@seed("attachment-undated")
def without_a_day(file: Pdf) -> None:
    for stream in {each.objgen: each for each in specification(file).EF.values()}.values():
        del stream.Params.ModDate


seed("wrong-scope")(lambda file: elements(file, "TH")[1].A.__setitem__("/Scope", Name.Row))
seed("strange-outline-entry")(lambda file: elements(file, "H2")[1].__setitem__("/S", Name.P))


@seed("only-headers")
def header_cells_only(file: Pdf) -> None:
    for cell in elements(file, "TD"):
        cell.S, cell.A = Name.TH, Dictionary(O=Name.Table, Scope=Name.Column)


@seed("misleading-link")
def contents_that_lead_elsewhere(file: Pdf) -> None:
    heading, link = elements(file, "H2")[0], elements(file, "Link")[1]
    heading.ActualText = link.ActualText = String("Toezeggingen")
    link.P.S = Name.TOC
    lead(links(file)[1], Array([file.pages[0].obj, Name.Fit]))


@seed("hidden-content")
def heading_as_artifact(file: Pdf) -> None:
    page = elements(file, "H2")[1].Pg
    mcid = kids(elements(file, "H2")[1])[0]
    remove(elements(file, "H2")[1])
    number = next(at for at, each in enumerate(file.pages) if each.obj.objgen == page.objgen)
    edit(file, number, rb"/\w+\s*<</MCID %d>>\s*BDC" % mcid, b"/Artifact BMC")


@seed("split-paragraph")
def paragraph_in_two_on_one_line(file: Pdf) -> None:
    paragraph = elements(file, "P")[0]
    split(file, paragraph, kids(paragraph)[:2], kids(paragraph)[2:]).Pg = paragraph.Pg
