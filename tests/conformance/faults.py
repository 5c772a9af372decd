"""Faults to seed into the good file: each breaks one thing, and says which rule must find it."""

import io
import re
from collections.abc import Callable, Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

Seed = Callable[[Pdf], None]
SEEDS: list[tuple[str, Seed]] = []


def seed(rule: str) -> Callable[[Seed], Seed]:
    """Lists a fault under the rule that must find it."""

    def listed(fault: Seed) -> Seed:
        SEEDS.append((rule, fault))
        return fault

    return listed


def broken(data: bytes, *faults: Seed) -> bytes:
    """A file with faults."""
    with pikepdf.open(io.BytesIO(data)) as file:
        for fault in faults:
            fault(file)
        made = io.BytesIO()
        file.save(made, fix_metadata_version=False)
        return made.getvalue()


def elements(file: Pdf, role: str) -> list[pikepdf.Object]:
    """The elements of a type, in the order of the tree."""
    return [element for element in walk(file.Root.StructTreeRoot.K) if Name("/" + role) == element.S]


def walk(kid: object) -> Iterator[pikepdf.Object]:
    if isinstance(kid, Array):
        for each in kid:
            yield from walk(each)
    elif isinstance(kid, Dictionary) and "/S" in kid:
        yield kid
        if "/K" in kid:
            yield from walk(kid.K)


def kids(element: pikepdf.Object) -> list[object]:
    return list(element.K) if isinstance(element.K, Array) else [element.K]


def edit(file: Pdf, page: int, pattern: bytes, new: bytes) -> None:
    """Change the first match in the content of a page."""
    target = file.pages[page]
    data, count = re.subn(pattern, new, target.Contents.read_bytes(), count=1, flags=re.DOTALL)
    assert count == 1
    target.obj.Contents = file.make_stream(data)


def rewrite_metadata(file: Pdf, old: str, new: str) -> None:
    text = file.Root.Metadata.read_bytes().decode()
    assert re.search(old, text)
    file.Root.Metadata = file.make_stream(re.sub(old, new, text).encode(), Type=Name.Metadata, Subtype=Name.XML)


def remove(element: pikepdf.Object) -> None:
    """Take an element out of its parent."""
    rest = [kid for kid in kids(element.P) if not (isinstance(kid, Dictionary) and kid.objgen == element.objgen)]
    element.P.K = Array(rest)


def insert(
    file: Pdf, parent: pikepdf.Object, place: int, role: str, held: list[object] | None = None
) -> pikepdf.Object:
    """A new element in another one."""
    made = file.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + role), P=parent, K=Array(held or [])))
    parent.K = Array([*kids(parent)[:place], made, *kids(parent)[place:]])
    for kid in held or []:
        if isinstance(kid, Dictionary) and "/S" in kid:
            kid.P = made
    return made


def links(file: Pdf) -> list[pikepdf.Object]:
    return [annotation for page in file.pages for annotation in page.get("/Annots", Array())]


def split(file: Pdf, element: pikepdf.Object, first: list[object], rest: list[object]) -> pikepdf.Object:
    """Leave the first kids in an element and put the others into a new one after it, on the next page."""
    element.K = Array(first)
    place = next(
        at for at, kid in enumerate(kids(element.P)) if isinstance(kid, Dictionary) and kid.objgen == element.objgen
    )
    made = insert(file, element.P, place + 1, str(element.S)[1:], rest)
    made.Pg = file.pages[1].obj
    return made


def font(file: Pdf) -> pikepdf.Object:
    return next(iter(file.pages[0].Resources.Font.values()))


def specification(file: Pdf) -> pikepdf.Object:
    return file.Root.Names.EmbeddedFiles.Names[1]


def attributes(element: pikepdf.Object, **values: object) -> None:
    element.A = Dictionary(O=Name.Table, **values)


# the file as a whole

seed("no-structure")(lambda file: file.Root.__delitem__("/StructTreeRoot"))
seed("not-marked")(lambda file: file.Root.__delitem__("/MarkInfo"))
seed("not-marked")(lambda file: file.Root.MarkInfo.__setitem__("/Marked", False))
seed("suspects")(lambda file: file.Root.MarkInfo.__setitem__("/Suspects", True))
seed("no-language")(lambda file: file.Root.__delitem__("/Lang"))
seed("no-language")(lambda file: file.Root.__setitem__("/Lang", String("")))
seed("no-language")(lambda file: file.Root.__setitem__("/Lang", String("nl_NL")))
seed("no-language")(lambda file: file.Root.__setitem__("/Lang", String("Nederlands")))
seed("no-language")(lambda file: file.Root.__setitem__("/Lang", String("qx")))
seed("wrong-language")(lambda file: elements(file, "Span")[0].__setitem__("/Lang", String("engels")))
seed("wrong-language")(lambda file: elements(file, "P")[0].__setitem__("/Lang", String("")))
seed("no-title")(lambda file: rewrite_metadata(file, r"<dc:title>.*?</dc:title>", ""))
seed("no-title")(lambda file: rewrite_metadata(file, r'(<rdf:li xml:lang="x-default">)[^<]*', r"\1 "))
seed("title-not-shown")(lambda file: file.Root.__delitem__("/ViewerPreferences"))
seed("title-not-shown")(lambda file: file.Root.ViewerPreferences.__setitem__("/DisplayDocTitle", False))
seed("titles-differ")(lambda file: file.docinfo.__setitem__("/Title", String("Iets anders")))


@seed("script")
def script_on_opening(file: Pdf) -> None:
    file.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


@seed("script")
def script_by_name(file: Pdf) -> None:
    action = Dictionary(S=Name.JavaScript, JS=file.make_stream(b"1"))
    file.Root.Names.JavaScript = Dictionary(Names=Array([String("x"), file.make_indirect(action)]))


@seed("script")
def script_after_a_link(file: Pdf) -> None:
    links(file)[1].A.Next = Dictionary(S=Name.JavaScript, JS=String("1"))


@seed("forbidden-action")
def additional_actions(file: Pdf) -> None:
    file.pages[0].AA = Dictionary(O=Dictionary(S=Name.GoTo, D=String("begin")))


@seed("forbidden-action")
def launch(file: Pdf) -> None:
    links(file)[1].A = Dictionary(S=Name.Launch, F=String("x.exe"))


@seed("outside-content")
def stream_elsewhere(file: Pdf) -> None:
    file.Root.Extra = file.make_indirect(file.make_stream(b"x", F=String("elders.bin")))


@seed("outside-content")
def file_elsewhere(file: Pdf) -> None:
    del specification(file).EF


@seed("no-output-intent")
def no_output_intent(file: Pdf) -> None:
    del file.Root.OutputIntents


@seed("no-output-intent")
def output_intent_without_profile(file: Pdf) -> None:
    del file.Root.OutputIntents[0].DestOutputProfile


@seed("device-colour")
def cmyk(file: Pdf) -> None:
    edit(file, 0, rb"0 0 0 rg", b"0 0 0 1 k")


# metadata

seed("no-metadata")(lambda file: file.Root.__delitem__("/Metadata"))
seed("no-metadata")(lambda file: rewrite_metadata(file, "</rdf:RDF>", ""))
seed("not-pdf-ua")(lambda file: rewrite_metadata(file, "pdfuaid:part(.)", r"pdfuaid:rev\1"))
seed("not-pdf-ua")(lambda file: rewrite_metadata(file, r'(pdfuaid:part(?:>|="))1', r"\g<1>2"))
seed("not-pdf-a")(lambda file: rewrite_metadata(file, r'(pdfaid:part(?:>|="))3', r"\g<1>2"))
seed("not-level-a")(lambda file: rewrite_metadata(file, r'(pdfaid:conformance(?:>|="))A', r"\g<1>B"))
seed("undescribed-schema")(
    lambda file: rewrite_metadata(file, "(?s)<pdfaExtension:schemas>.*?</pdfaExtension:schemas>", "")
)
seed("packet-attribute")(lambda file: rewrite_metadata(file, r"<\?xpacket begin", '<?xpacket encoding="UTF-8" begin'))

# what the pages show

seed("untagged-content")(lambda file: edit(file, 0, rb"/Span\s*<</MCID 0>>\s*BDC(.*?)EMC", rb"\1"))
seed("untagged-content")(lambda file: edit(file, 1, rb"\nQ\s*$", b"\n0 0 10 10 re f Q"))
seed("untagged-content")(lambda file: edit(file, 1, rb"/Artifact\s*<</Type /Pagination>>\s*BDC", b"/Span BMC"))
seed("unowned-content")(lambda file: edit(file, 1, rb"/Artifact\s*<</Type /Pagination>>", b"/P <</MCID 900>>"))
seed("unowned-content")(lambda file: elements(file, "P")[0].__setitem__("/K", Array(kids(elements(file, "P")[0])[1:])))
seed("artifact-in-tagged")(lambda file: edit(file, 0, rb"(<</MCID 0>>\s*BDC)(.*?)EMC", rb"\1 /Artifact BMC\2EMC EMC"))
seed("tagged-in-artifact")(
    lambda file: edit(file, 0, rb"/Span(\s*<</MCID 0>>\s*BDC.*?EMC)", rb"/Artifact BMC /Span\1 EMC")
)
seed("repeated-mcid")(lambda file: edit(file, 0, rb"/MCID 1>>", b"/MCID 0>>"))
seed("unbalanced-marks")(lambda file: edit(file, 0, rb"EMC", b""))
seed("unbalanced-marks")(lambda file: edit(file, 0, rb"EMC", b"EMC EMC"))
seed("missing-content")(
    lambda file: elements(file, "H1")[0].__setitem__("/K", Array([*kids(elements(file, "H1")[0]), 777]))
)
seed("missing-content")(lambda file: edit(file, 0, rb"(<</MCID 0>>\s*BDC.*?EMC)", b"BMC EMC"))
seed("shared-content")(lambda file: elements(file, "H1")[0].__setitem__("/K", Array([0, 1])))


@seed("wrong-parent-of-content")
def parent_tree_names_another(file: Pdf) -> None:
    entries = file.Root.StructTreeRoot.ParentTree.Nums[1]
    entries[0] = elements(file, "P")[0]


@seed("wrong-parent-of-content")
def page_without_key(file: Pdf) -> None:
    del file.pages[1].StructParents


@seed("wrong-parent-of-content")
def parent_tree_cut_short(file: Pdf) -> None:
    file.Root.StructTreeRoot.ParentTree.Nums[1] = Array(list(file.Root.StructTreeRoot.ParentTree.Nums[1])[:3])


@seed("wrong-parent-of-content")
def no_parent_tree(file: Pdf) -> None:
    del file.Root.StructTreeRoot.ParentTree


@seed("stale-parent")
def parent_tree_too_long(file: Pdf) -> None:
    numbers = file.Root.StructTreeRoot.ParentTree.Nums
    numbers[1] = Array([*numbers[1], elements(file, "P")[0]])


@seed("stale-parent")
def parent_of_nothing(file: Pdf) -> None:
    file.Root.StructTreeRoot.ParentTree.Nums.extend([999, elements(file, "P")[0]])


seed("shared-key")(lambda file: file.pages[1].__setitem__("/StructParents", file.pages[0].StructParents))


@seed("tagged-furniture")
def running_head_on_one_page(file: Pdf) -> None:
    edit(file, 1, rb"/Artifact\s*<</Type /Pagination>>", b"/P <</MCID 900>>")
    document = elements(file, "Document")[0]
    reference = Dictionary(Type=Name.MCR, Pg=file.pages[1].obj, MCID=900)
    insert(file, document, 3, "P", [reference])


@seed("tagged-furniture")
def running_head_on_all_pages(file: Pdf) -> None:
    for number, page in enumerate(file.pages):
        edit(file, number, rb"/Artifact\s*<</Type /Pagination>>", b"/P <</MCID 900>>")
        reference = Dictionary(Type=Name.MCR, Pg=page.obj, MCID=900)
        insert(file, elements(file, "Document")[0], 3, "P", [reference])


seed("hidden-content")(
    lambda file: (
        edit(file, 0, rb"/Span\s*<</MCID 11>>\s*BDC(.*?)EMC", rb"/Artifact BMC\1EMC")
        or edit(file, 0, rb"/Span\s*<</MCID 7>>\s*BDC(.*?)EMC", rb"/Artifact BMC\1EMC")
    )
)

seed("untyped-furniture")(lambda file: edit(file, 1, rb"/Artifact\s*<</Type /Pagination>>\s*BDC", b"/Artifact BMC"))
seed("untyped-furniture")(lambda file: edit(file, 1, rb"<</Type /Pagination>>", b"<</Type /Layout>>"))

# elements

seed("unknown-type")(lambda file: elements(file, "P")[0].__setitem__("/S", Name.Alinea))
seed("circular-type")(lambda file: file.Root.StructTreeRoot.__setitem__("/RoleMap", Dictionary(A=Name.B, B=Name.A)))
seed("remapped-type")(lambda file: file.Root.StructTreeRoot.__setitem__("/RoleMap", Dictionary(P=Name.Div)))
seed("wrong-parent")(lambda file: elements(file, "H2")[0].__setitem__("/P", elements(file, "P")[0]))
seed("wrong-parent")(lambda file: elements(file, "H2")[0].__delitem__("/P"))
seed("shared-element")(lambda file: elements(file, "Document")[0].K.append(elements(file, "H2")[0]))
seed("unknown-kid")(
    lambda file: elements(file, "H2")[0].__setitem__("/K", Array([*kids(elements(file, "H2")[0]), String("x")]))
)
seed("empty-element")(lambda file: insert(file, elements(file, "Document")[0], 1, "P"))
seed("empty-element")(lambda file: insert(file, elements(file, "P")[0], 0, "Span"))
seed("empty-element")(lambda file: insert(file, insert(file, elements(file, "Document")[0], 1, "Sect"), 0, "Div"))
seed("empty-element")(lambda file: elements(file, "H2")[0].__delitem__("/K"))
seed("empty-element")(lambda file: elements(file, "Figure")[0].__delitem__("/K"))
seed("blank-element")(lambda file: edit(file, 0, rb"(<</MCID 7>>.*?\[).*?\] TJ", rb"\1<0003>] TJ"))


@seed("repeated-id")
def two_of_one_name(file: Pdf) -> None:
    for element in elements(file, "P")[:2]:
        element.ID = String("p")


seed("note-without-id")(lambda file: elements(file, "P")[0].__setitem__("/S", Name.Note))
seed("misplaced-element")(lambda file: elements(file, "Table")[0].__setitem__("/S", Name.Div))
seed("misplaced-element")(lambda file: elements(file, "L")[0].__setitem__("/S", Name.Sect))
seed("misplaced-element")(lambda file: elements(file, "LI")[0].__setitem__("/S", Name.P))
seed("misplaced-kid")(lambda file: elements(file, "TD")[0].__setitem__("/S", Name.P))
seed("misplaced-kid")(lambda file: elements(file, "LI")[0].__setitem__("/S", Name.P))
seed("misplaced-kid")(lambda file: elements(file, "LBody")[0].__setitem__("/S", Name.P))
seed("misplaced-kid")(lambda file: insert(file, elements(file, "L")[0], 1, "P", [9]))
seed("repeated-part")(lambda file: insert(file, elements(file, "Table")[0], 1, "Caption", [3]))
seed("repeated-part")(lambda file: insert(file, elements(file, "LI")[0], 1, "Lbl", [3]))
seed("misplaced-caption")(
    lambda file: elements(file, "Table")[0].__setitem__(
        "/K", Array([kids(elements(file, "Table")[0])[at] for at in (1, 0, 2)])
    )
)

# headings, pictures

seed("first-heading")(lambda file: elements(file, "H1")[0].__setitem__("/S", Name.H2))
seed("first-heading")(lambda file: elements(file, "H1")[0].__setitem__("/S", Name.P))
seed("skipped-heading")(lambda file: elements(file, "H2")[0].__setitem__("/S", Name.H3))
seed("skipped-heading")(lambda file: elements(file, "H2")[1].__setitem__("/S", Name.H4))
seed("two-kinds-of-headings")(lambda file: elements(file, "H2")[1].__setitem__("/S", Name.H))


@seed("two-headings-in-one")
def headings_without_level(file: Pdf) -> None:
    for heading in elements(file, "H2"):
        heading.S = Name.H


@seed("figure-without-text")
def no_alternative(file: Pdf) -> None:
    del elements(file, "Figure")[0].Alt


seed("figure-without-text")(lambda file: elements(file, "Figure")[0].__setitem__("/Alt", String("  ")))
seed("figure-says-nothing")(lambda file: elements(file, "Figure")[0].__setitem__("/Alt", String("kaart.svg")))
seed("figure-says-nothing")(lambda file: elements(file, "Figure")[0].__setitem__("/Alt", String("Figuur 1")))
seed("figure-without-box")(lambda file: elements(file, "Figure")[0].__delitem__("/A"))
seed("figure-without-box")(lambda file: elements(file, "Figure")[0].A.__setitem__("/BBox", Array([0, 0, 0, 0])))


@seed("loose-image")
def image_in_a_paragraph(file: Pdf) -> None:
    picture = file.make_stream(b"\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8)
    picture.ColorSpace = Name.DeviceGray
    file.pages[0].Resources.XObject = Dictionary(Im0=picture)
    edit(file, 0, rb"(<</MCID 1>>\s*BDC)", rb"\1 /Im0 Do")


# tables, lists

seed("irregular-row")(lambda file: remove(elements(file, "TD")[5]))
seed("irregular-row")(lambda file: attributes(elements(file, "TD")[4], ColSpan=2))
seed("irregular-row")(lambda file: attributes(elements(file, "TD")[4], RowSpan=2))
seed("span-beyond-end")(lambda file: attributes(elements(file, "TD")[-1], RowSpan=3))
seed("table-without-rows")(lambda file: remove(elements(file, "TBody")[0]))


@seed("table-without-headers")
def no_header_cells(file: Pdf) -> None:
    for cell in elements(file, "TH"):
        cell.S = Name.TD


seed("head-without-headers")(lambda file: elements(file, "TH")[1].__setitem__("/S", Name.TD))
seed("header-without-scope")(lambda file: elements(file, "TH")[0].__delitem__("/A"))
seed("header-without-scope")(lambda file: attributes(elements(file, "TH")[1], Scope=Name.Kolom))
seed("unknown-header")(lambda file: attributes(elements(file, "TD")[1], Headers=Array([String("nergens")])))
seed("blank-header")(lambda file: elements(file, "TH")[1].__delitem__("/K"))
seed("item-without-body")(lambda file: remove(elements(file, "LBody")[1]))
seed("empty-list")(lambda file: elements(file, "L")[0].__setitem__("/K", Array([])))
seed("missing-label")(lambda file: remove(elements(file, "Lbl")[1]))


@seed("label-in-body")
def signs_in_the_text(file: Pdf) -> None:
    for item in elements(file, "LI")[:2]:
        label, body = kids(item)
        body.K = Array([*kids(label), *kids(body)])
        item.K = Array([body])


seed("uncounted-list")(lambda file: elements(file, "L")[1].__delitem__("/A"))
seed("uncounted-list")(lambda file: elements(file, "L")[1].A.__setitem__("/ListNumbering", Name("/None")))

# what runs over pages


@seed("split-paragraph")
def paragraph_in_two(file: Pdf) -> None:
    paragraph = elements(file, "P")[2]
    first = [kid for kid in kids(paragraph) if not isinstance(kid, Dictionary)]
    split(file, paragraph, first, [kid for kid in kids(paragraph) if isinstance(kid, Dictionary)])


@seed("split-paragraph")
def paragraph_in_two_sections(file: Pdf) -> None:
    paragraph_in_two(file)
    document = elements(file, "Document")[0]
    at = next(place for place, kid in enumerate(kids(document)) if kid == elements(file, "P")[3])
    before, after = kids(document)[:at], kids(document)[at:]
    document.K = Array([])
    insert(file, document, 0, "Sect", before)
    insert(file, document, 1, "Sect", after)


@seed("split-paragraph")
def paragraph_in_two_on_one_page(file: Pdf) -> None:
    paragraph = elements(file, "P")[1]
    split(file, paragraph, kids(paragraph)[:4], kids(paragraph)[4:]).Pg = paragraph.Pg


@seed("unordered-blocks")
def paragraphs_that_changed_places(file: Pdf) -> None:
    document = elements(file, "Document")[0]
    document.K = Array([kids(document)[0], *kids(document)[2:5], kids(document)[1], *kids(document)[5:]])


@seed("split-table")
def table_that_repeats_its_head(file: Pdf) -> None:
    table, body = (elements(file, role)[0] for role in ("Table", "TBody"))
    rows = kids(body)
    body.K = Array(rows[:20])
    place = next(at for at, kid in enumerate(kids(table.P)) if kid == table)
    more = insert(file, table.P, place + 1, "Table")
    insert(file, more, 0, "TBody", rows[20:])
    again = insert(file, insert(file, more, 0, "THead"), 0, "TR")
    for number, cell in enumerate(elements(file, "TH")[:2]):
        repeated = insert(file, again, number, "TH", kids(cell))
        repeated.A = Dictionary(O=Name.Table, Scope=Name.Column)
        repeated.Pg = cell.Pg


@seed("split-table")
def table_that_goes_on_without_head(file: Pdf) -> None:
    table, body = (elements(file, role)[0] for role in ("Table", "TBody"))
    rows = kids(body)
    body.K = Array(rows[:20])
    place = next(at for at, kid in enumerate(kids(table.P)) if kid == table)
    insert(file, insert(file, table.P, place + 1, "Table"), 0, "TBody", rows[20:])


@seed("unordered-pages")
def chapters_that_changed_places(file: Pdf) -> None:
    document = elements(file, "Document")[0]
    document.K = Array([*kids(document)[-3:], *kids(document)[:-3]])


# links

seed("link-without-annotation")(
    lambda file: elements(file, "Link")[0].__setitem__("/K", kids(elements(file, "Link")[0])[1])
)
seed("link-without-annotation")(lambda file: insert(file, elements(file, "Document")[0], 1, "Link", [5]))


@seed("empty-link")
def link_without_words(file: Pdf) -> None:
    link = elements(file, "Link")[0]
    link.K = Array(kids(link)[:1])


seed("untagged-link")(lambda file: elements(file, "Link")[0].__setitem__("/S", Name.Span))


@seed("untagged-link")
def link_outside_the_tags(file: Pdf) -> None:
    file.pages[1].Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), F=4)])


@seed("untagged-annotation")
def remark(file: Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]), F=4, Contents=String("x"))
    file.pages[1].Annots = Array([file.make_indirect(note)])


@seed("annotation-appearance")
def remark_without_looks(file: Pdf) -> None:
    remark(file)


seed("nameless-annotation")(lambda file: links(file)[0].__delitem__("/Contents"))
seed("nameless-annotation")(lambda file: links(file)[0].__setitem__("/Contents", String(" ")))


def lead(holder: pikepdf.Object, destination: object = None) -> None:
    """Let a link or an entry of the outline lead elsewhere, or nowhere."""
    for key in ("/A", "/Dest"):
        if key in holder:
            del holder[key]
    if destination is not None:
        holder.Dest = destination


seed("lost-link")(lambda file: lead(links(file)[0], String("nergens")))
seed("lost-link")(lambda file: lead(links(file)[0], Array([])))
seed("lost-link")(lambda file: lead(links(file)[0], Array([file.make_indirect(Dictionary(Type=Name.Page)), Name.Fit])))
seed("lost-link")(lambda file: lead(links(file)[0]))
seed("lost-link")(lambda file: file.Root.Names.__delitem__("/Dests"))
seed("lost-link")(lambda file: links(file)[0].__setitem__("/A", Dictionary(S=Name.GoTo, D=String("nergens"))))
seed("wrong-address")(lambda file: links(file)[1].A.__setitem__("/URI", String("")))
seed("wrong-address")(lambda file: links(file)[1].A.__setitem__("/URI", String("stuk.html")))
seed("wrong-address")(lambda file: links(file)[1].A.__setitem__("/URI", String("https://")))
seed("wrong-parent-of-annotation")(lambda file: links(file)[0].__delitem__("/StructParent"))
seed("wrong-parent-of-annotation")(
    lambda file: links(file)[0].__setitem__("/StructParent", links(file)[1].StructParent)
)
seed("strange-object")(
    lambda file: elements(file, "Link")[0].K[0].__setitem__("/Obj", file.make_indirect(Dictionary()))
)


@seed("strange-object")
def link_taken_off_its_page(file: Pdf) -> None:
    file.pages[0].Annots = Array(list(file.pages[0].Annots)[1:])


seed("tab-order")(lambda file: file.pages[0].__delitem__("/Tabs"))
seed("tab-order")(lambda file: file.pages[0].__setitem__("/Tabs", Name.R))
seed("annotation-flags")(lambda file: links(file)[0].__delitem__("/F"))
seed("annotation-flags")(lambda file: links(file)[0].__setitem__("/F", 6))
seed("link-without-surface")(lambda file: links(file)[0].__setitem__("/Rect", Array([9, 9, 9, 9])))
seed("annotation-kind")(lambda file: links(file)[0].__setitem__("/Subtype", Name.Movie))

# fonts

seed("font-not-embedded")(lambda file: font(file).DescendantFonts[0].FontDescriptor.__delitem__("/FontFile2"))
seed("font-unreadable")(
    lambda file: font(file).DescendantFonts[0].FontDescriptor.__setitem__("/FontFile2", file.make_stream(b"x"))
)
seed("font-without-unicode")(lambda file: font(file).__delitem__("/ToUnicode"))
seed("notdef")(lambda file: edit(file, 0, rb"\[<[0-9a-f]{4}>", b"[<0000>"))
seed("notdef")(lambda file: edit(file, 0, rb"\[<[0-9a-f]{4}>", b"[<ffff>"))
seed("unmapped-character")(lambda file: edit(file, 0, rb"\[<[0-9a-f]{4}>", b"[<0001>"))


def _meaning(file: Pdf, meaning: bytes) -> None:
    """Give the first code of the first font another meaning."""
    data = font(file).ToUnicode.read_bytes()
    font(file).ToUnicode = file.make_stream(
        re.sub(rb"(beginbfchar\s*<\w+>\s*)<\w+>", rb"\1<" + meaning + b">", data, count=1)
    )


seed("forbidden-character")(lambda file: _meaning(file, b"0000"))
seed("forbidden-character")(lambda file: _meaning(file, b"FEFF"))
seed("private-character")(lambda file: _meaning(file, b"E000"))
seed("private-character")(lambda file: _meaning(file, b"FFFD"))

# outline, places, attachments

seed("lost-outline-entry")(lambda file: lead(file.Root.Outlines.First, String("nergens")))
seed("lost-outline-entry")(lambda file: lead(file.Root.Outlines.First))

seed("unlisted-heading")(lambda file: file.Root.Outlines.First.First.__setitem__("/Title", String("Iets anders")))
seed("blank-outline-entry")(lambda file: file.Root.Outlines.First.__setitem__("/Title", String("")))
seed("unordered-outline")(lambda file: lead(file.Root.Outlines.First, Array([file.pages[-1].obj, Name.Fit])))
seed("lost-destination")(lambda file: file.Root.Names.Dests.Names.__setitem__(1, Array([None, Name.XYZ, 0, 0, 0])))
seed("attachment-name")(lambda file: specification(file).__delitem__("/UF"))
seed("attachment-relationship")(lambda file: specification(file).__delitem__("/AFRelationship"))
seed("attachment-relationship")(lambda file: specification(file).__setitem__("/AFRelationship", Name.Vriend))
seed("attachment-unassociated")(lambda file: file.Root.__delitem__("/AF"))
seed("attachment-type")(lambda file: specification(file).EF.F.__delitem__("/Subtype"))
seed("attachment-type")(lambda file: specification(file).EF.F.__setitem__("/Subtype", Name.json))
seed("attachment-description")(lambda file: specification(file).__delitem__("/Desc"))
seed("attachment-unlisted")(lambda file: file.Root.Names.__delitem__("/EmbeddedFiles"))
seed("attachment-damaged")(lambda file: specification(file).EF.F.write(b"iets anders"))
