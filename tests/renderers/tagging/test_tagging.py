import io
from itertools import pairwise

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.renderers.tagging import Annotation, Element, Mark

from .pages import drawn, pages_of, tagged, tree_of
from .rules import elements, faults, role

WORDS = "De Raad besluit met gekwalificeerde meerderheid over de begroting van de Unie. "
"""Of a length that makes a paragraph over several small pages when it is repeated."""

SIZE = "img { width: 40px; height: 20px }"


def _found(tree: Element, name: str) -> list[Element]:
    return [element for element in tree.descendants() if element.role == name]


def _marks(element: Element) -> list[Mark]:
    return [kid for part in element.descendants() for kid in part.kids if isinstance(kid, Mark)]


def test_a_paragraph_over_three_pages_is_one_element() -> None:
    tree = tree_of(f"<p>{WORDS * 25}</p>")
    assert drawn(tree) == "Document(P)"
    assert len(pages_of(tree)) >= 3


def test_the_words_of_an_element_stand_in_reading_order() -> None:
    marks = _marks(tree_of(f"<h1>Kop</h1><p>{WORDS * 30}</p><ul><li>{WORDS}</ul>"))
    assert all((one.page, one.mcid) < (other.page, other.mcid) for one, other in pairwise(marks))


@pytest.mark.parametrize("rows", [300])
def test_a_table_over_thirty_pages_is_one_table_with_all_its_rows_and_one_head(rows: int) -> None:
    body = "".join(f"<tr><td>{number}<td>{WORDS}" for number in range(rows))
    tree = tree_of(f"<table><thead><tr><th>Nr<th>Tekst</thead><tbody>{body}</tbody></table>", "td { height: 6mm }")
    assert len(pages_of(tree)) >= 30
    [table] = _found(tree, "Table")
    [head] = _found(table, "THead")
    [rest] = _found(table, "TBody")
    assert len(_found(rest, "TR")) == rows
    assert pages_of(head) == [0]
    assert all(len(_found(row, "TD")) == 2 for row in _found(rest, "TR"))


def test_a_row_that_is_broken_over_pages_is_one_row() -> None:
    tree = tree_of(f"<table><tr><td>{WORDS * 20}<td>b</table>")
    assert drawn(tree) == "Document(Table(TBody(TR(TD TD))))"
    assert len(pages_of(tree)) > 1


def test_a_list_over_pages_is_one_list_with_labels_and_bodies() -> None:
    tree = tree_of("<ol>" + f"<li>{WORDS}" * 20 + "</ol>")
    [numbered] = _found(tree, "L")
    assert {drawn(kid) for kid in numbered.kids if isinstance(kid, Element)} == {"LI(Lbl LBody)"}
    assert (len(numbered.kids), numbered.numbering) == (20, "Decimal")


@pytest.mark.parametrize(
    ("body", "tree"),
    [
        ("<div>los <b>vet</b> los</div>", "Document(P)"),
        ("<section><h1>Kop</h1>los<p>vast</p></section>", "Document(Sect(H1 P P))"),
        ("<blockquote>woorden</blockquote>", "Document(BlockQuote(P))"),
        ("<ul style='list-style: none'><li>een</ul>", "Document(L(LI(LBody)))"),
        ("<ul><li>een<ul><li>sub</ul></ul>", "Document(L(LI(Lbl LBody(L(LI(Lbl LBody))))))"),
        ("<dl><dt>a<dd>b<dt>c<dd>d</dl>", "Document(L(LI(Lbl LBody) LI(Lbl LBody)))"),
        ("<dl><div><dt>a<dd>b</div></dl>", "Document(L(LI(Lbl LBody)))"),
        ("<table><caption>K</caption><tr><th>a<td></table>", "Document(Table(Caption TBody(TR(TH TD))))"),
        ("<table><tfoot><tr><td>v</tfoot><tbody><tr><td>b</table>", "Document(Table(TBody(TR(TD)) TFoot(TR(TD))))"),
        ("<table><thead><tr><th>alleen</thead></table>", "Document(Table(TBody(TR(TH))))"),
        ("<nav role=doc-toc><ol><li><a href=#x>X</a></ol></nav><h1 id=x>X</h1>", None),
        ("<p></p><div><span></span></div><ul></ul><p>x", "Document(P)"),
        ("<p>een <span lang=en>two</span> drie", "Document(P(Span))"),
        ("<p lang=en>two", "Document(P)"),
        ("<p>a<br>b <code>c</code> <q>d</q>", "Document(P(Code Quote))"),
        ("<p>a <em aria-hidden=true>→</em> b", "Document(P)"),
        ("<p>woord<span class=noot>bij de noot</span> verder", "Document(P(Reference Note(Lbl)))"),
        ("<dl><dt>a<dt>b<dd>c<dd>d<dt>e</dl>", "Document(L(LI(Lbl LBody(P P)) LI(LBody)))"),
        ("<li>los<li>nog een", "Document(L(LI(Lbl LBody) LI(Lbl LBody)))"),
        ("<menu><li>keus</menu><dd>los", "Document(L(LI(Lbl LBody)) L(LI(LBody)))"),
        ("<ul><li>een<li></ul>", "Document(L(LI(Lbl LBody)))"),
        ("<ol role=doc-endnotes><li role=doc-endnote>noot</ol>", "Document(L(LI(Lbl LBody(Note))))"),
        ("<p>naar <a>nergens</a> en <a href=#weg>niets</a>", "Document(P)"),
        ("<p>zie <a role=doc-noteref href=#x>1</a><p id=x>hier", "Document(P(Reference(Link)) P)"),
        ("<h1>Kop</h1><h2>&nbsp;</h2><h3>Onder</h3>", "Document(H1 H2)"),
        ("<p style='visibility: hidden'>niet te zien</p><p>\u200b</p><p>wel", "Document(P)"),
        ("<table role=presentation><tr><td>links<td>rechts</table>", "Document(P P)"),
        ("<table role=presentation><tr><td><table><tr><th>a</table></table>", "Document(Table(TBody(TR(TH))))"),
        ("<table><caption>alleen</caption></table>", "Document(Div(P))"),
        ("<style>tr::before { content: 'x' }</style><table><tr><th>a</table>", "Document(Table(TBody(TR(TD TH))))"),
    ],
)
def test_html_becomes_the_structure_types_that_say_the_same(body: str, tree: str | None) -> None:
    contents = "Document(Sect(TOC(TOCI(Lbl Reference(Link)))) H1)"
    assert drawn(tree_of(body)) == (tree or contents)
    assert not faults(tagged(body))


@pytest.mark.parametrize(
    ("ranks", "given"),
    [("123", "123"), ("23", "12"), ("22", "11"), ("1312", "1212"), ("13332", "12222"), ("16", "12"), ("211", "111")],
)
def test_headings_skip_no_rank(ranks: str, given: str) -> None:
    tree = tree_of("".join(f"<h{rank}>Kop</h{rank}>" for rank in ranks))
    assert "".join(element.role[1] for element in tree.descendants() if element.role != "Document") == given


def test_a_cell_tells_over_how_many_it_runs_and_a_header_which_way_it_counts() -> None:
    tree = tree_of(
        "<table><thead><tr><th colspan=2 id=x>a<th id=y>b</thead>"
        "<tr><th scope=row>c<td rowspan=1>d<td headers='x y z'>e</table>"
    )
    assert [(cell.scope, cell.columns) for cell in _found(tree, "TH")] == [("Column", 2), ("Column", 1), ("Row", 1)]
    assert _found(tree, "TD")[1].headers == ("x", "y")


def test_the_words_of_another_language_say_so_once() -> None:
    tree = tree_of("<blockquote lang=en><p>one <b>two</b><p>three</blockquote><p lang=nl>vier")
    assert [element.language for element in tree.descendants()] == ["nl", "en", None, None, None]


def test_a_picture_has_its_description_and_its_place() -> None:
    dot = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
    [picture] = _found(tree_of(f'<p><img src="{dot}" alt="Punt"><img src="{dot}" alt="">', SIZE), "Figure")
    assert picture.alt == "Punt"
    assert picture.bounds is not None
    left, bottom, right, top = picture.bounds
    assert (round(right - left), round(top - bottom)) == (30, 15)


def test_a_drawing_in_the_page_is_described_by_its_title() -> None:
    svg = '<svg width="10" height="10"><title>Tijdlijn</title><rect width="5" height="5"/></svg>'
    assert [picture.alt for picture in _found(tree_of(svg), "Figure")] == ["Tijdlijn"]


def test_a_link_over_two_lines_is_one_element_with_its_pieces_and_its_words() -> None:
    tree = tree_of(f'<p>zie <a href="#x"><b>12</b> {WORDS}</a></p><p id="x">hier')
    [link] = _found(tree, "Link")
    pieces = [kid for kid in link.kids if isinstance(kid, Annotation)]
    assert len(pieces) > 1
    assert link.words == f"12 {WORDS.strip()}"


def test_what_stands_inside_a_link_is_no_second_link() -> None:
    [link] = _found(tree_of('<p><a href="#x"><b>12</b> Brief</a></p><p id="x">hier'), "Link")
    assert sum(isinstance(kid, Annotation) for kid in link.kids) == 1


def test_a_link_without_words_is_taken_away() -> None:
    content = tagged('<p>x <a href="#x"></a> y</p><p id="x">hier')
    with pikepdf.open(io.BytesIO(content)) as file:
        assert not list(file.pages[0].get("/Annots", []))


def test_running_heads_and_page_numbers_are_artifacts() -> None:
    content = tagged("<p>tekst")
    with pikepdf.open(io.BytesIO(content)) as file:
        sequences = [
            (str(operands[0]), str(operands[1].get("/Type", "")))
            for operands, operator in pikepdf.parse_content_stream(file.pages[0])
            if str(operator) == "BDC"
        ]
    assert sequences == [("/Span", ""), ("/Artifact", "/Pagination"), ("/Artifact", "/Pagination")]


def test_the_tree_of_a_file_has_the_elements_of_the_page() -> None:
    content = tagged("<h1>Kop</h1><p>tekst <a href='https://example.org/'>adres</a>")
    with pikepdf.open(io.BytesIO(content)) as file:
        assert [role(element) for element in elements(file)] == ["Document", "H1", "P", "Link"]
        assert file.Root.MarkInfo.Marked
        assert str(file.Root.Lang) == "nl"


def _grid(tree: Element) -> list[list[tuple[int, int]]]:
    """Over how many columns and rows each cell runs, row by row."""
    return [[(cell.columns, cell.rows) for cell in row.kids if isinstance(cell, Element)] for row in _found(tree, "TR")]


@pytest.mark.parametrize(
    ("rows", "grid"),
    [
        ("<tr><th>a<th>b<tr><td>c", [[(1, 1), (1, 1)], [(1, 1), (1, 1)]]),
        ("<tr><th>a<tr><td>b<td>c", [[(1, 1), (1, 1)], [(1, 1), (1, 1)]]),
        ("<tr><th colspan=9>a<tr><td>b<td>c", [[(2, 1)], [(1, 1), (1, 1)]]),
        ("<tr><th>a<th rowspan=9>b<tr><td>c", [[(1, 1), (1, 2)], [(1, 1)]]),
        ("<tr><th rowspan=0>a<th>b<tr><td>c<tr><td>d", [[(1, 3), (1, 1)], [(1, 1)], [(1, 1)]]),
        ("<tr><th>a<tr></tr><tr><td>b", [[(1, 1)], [(1, 1)]]),
        ("<tr><th rowspan=2>a<th rowspan=2>b<tr></tr><tr><td>c<td>d", [[(1, 1), (1, 1)], [(1, 1), (1, 1)]]),
        ("<tr><td>a<td rowspan=2>b<td>c<tr><td colspan=2>d", [[(1, 1), (1, 2), (1, 1)], [(1, 1), (1, 1)]]),
        ("<tr><td></td><td></td></tr><tr><th>a<th>b", [[(1, 1), (1, 1)], [(1, 1), (1, 1)]]),
    ],
)
def test_a_table_becomes_regular(rows: str, grid: list[list[tuple[int, int]]]) -> None:
    assert _grid(tree_of(f"<table>{rows}</table>")) == grid


def test_a_table_has_one_caption_one_head_and_one_foot() -> None:
    head, foot = "<thead><tr><th>k</thead>", "<tfoot><tr><td>v</tfoot>"
    tree = tree_of(f"<table><caption>a</caption><caption>b</caption>{head}{head}{foot}{foot}<tr><td>r</table>")
    roles = [kid.role for kid in _found(tree, "Table")[0].kids if isinstance(kid, Element)]
    assert roles == ["Caption", "THead", "TBody", "TBody", "TBody", "TFoot"]


@pytest.mark.parametrize("style", ["p { opacity: 0.5 }", "body { opacity: 0.5 } b { opacity: 0.5 }"])
def test_words_that_are_painted_in_a_group_of_their_own_are_tagged(style: str) -> None:
    body = f"<h1>Kop</h1><p>{WORDS * 9} <b style='display: inline-block'>vet</b></p><ul><li>punt</ul>"
    assert drawn(tree_of(body, style)) == "Document(H1 P L(LI(Lbl LBody)))"
    assert not faults(tagged(body, style))


def test_what_is_fixed_on_every_page_is_content_once() -> None:
    body = f"<div style='position: fixed; top: 0'>vast</div><p>{WORDS * 30}</p>"
    first, _ = (pages_of(element) for element in tree_of(body).kids if isinstance(element, Element))
    assert first == [0]
    assert not faults(tagged(body))


def test_a_picture_in_a_link_is_part_of_the_link() -> None:
    dot = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
    body = f'<p>x <a href="#x"><img src="{dot}" alt="Punt"></a></p><p id="x">hier'
    [link] = _found(tree_of(body, SIZE), "Link")
    assert link.words == "Punt"
    assert not faults(tagged(body, SIZE))


def test_two_links_on_one_place_are_two_links() -> None:
    body = (
        "<p><a href='#x' style='display: block; height: 20mm'>een</a><a href='#x' style='position: absolute'>twee</a>"
    )
    tree = tree_of(f"{body}<p id='x'>hier", "p a + a { top: 12mm }")
    assert [sum(isinstance(kid, Annotation) for kid in link.kids) for link in _found(tree, "Link")] == [1, 1]


@pytest.mark.parametrize(("written", "told"), [("nl_NL", "nl-NL"), ("en", "en"), ("geen taal", None), ("", None)])
def test_a_language_is_told_when_it_can_be_one(written: str, told: str | None) -> None:
    [paragraph] = _found(tree_of(f'<p lang="{written}">woorden'), "P")
    assert paragraph.language == told


def test_cells_of_one_name_do_not_share_it() -> None:
    tree = tree_of("<table><tr><th id=a>x<th id=a>y<tr><td headers=a>1<td>2</table>")
    assert [cell.identifier for cell in _found(tree, "TH")] == ["a", None]


def test_a_very_long_description_is_cut() -> None:
    content = tagged(f'<svg width="9" height="9"><title>{"kaart " * 4000}</title><rect width="5" height="5"/></svg>')
    with pikepdf.open(io.BytesIO(content)) as file:
        [figure] = [element for element in elements(file) if role(element) == "Figure"]
        assert len(bytes(figure.Alt)) < 32_767


@pytest.mark.parametrize("family", ["a/b", "%c", "A (B) [c] {d} <e>", "p#20", "Größe", "N" * 200])
def test_a_font_of_any_name_is_kept_in_the_file(family: str) -> None:
    face = f'@font-face {{ font-family: "{family}"; src: local("DejaVu Sans") }} p {{ font-family: "{family}" }}'
    with pikepdf.open(io.BytesIO(tagged("<p>woorden", face))) as file:
        names = [str(font.BaseFont) for font in file.pages[0].Resources.Font.values()]
    assert names
    assert all(len(name) <= 127 and not set(name[1:]) & set("()<>[]{}/%#") for name in names)


# Pages of every kind, in pieces that are cut by small pages.

PHRASES = st.sampled_from(
    ["woord ", WORDS, "<b>vet</b> ", '<a href="#doel">een verwijzing van enige lengte</a> ', "<span lang=en>x</span> "]
)
TEXT = st.lists(PHRASES, min_size=1, max_size=6).map("".join)
FLOWS = st.recursive(
    TEXT.map("<p>{}</p>".format) | TEXT | TEXT.map("<h2>{}</h2>".format),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=5).map(lambda items: "<ul><li>" + "<li>".join(items) + "</ul>")
        | st.lists(inner, min_size=1, max_size=3).map(lambda parts: "<section>" + "".join(parts) + "</section>")
        | inner.map("<blockquote>{}</blockquote>".format)
        | inner.map("<div style='break-inside: avoid'>{}</div>".format)
        | st.lists(inner, min_size=1, max_size=6).map(
            lambda cells: (
                "<table><thead><tr><th>a<th>b</thead>"
                + "".join(f"<tr><td>{cell}</td><td></td></tr>" for cell in cells)
                + "</table>"
            )
        )
    ),
    max_leaves=12,
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(FLOWS, min_size=1, max_size=4).map("".join))
def test_every_page_keeps_the_rules(body: str) -> None:
    assert not faults(tagged(f'{body}<p id="doel">hier</p>'))
