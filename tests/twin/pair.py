"""A small pack in both forms, from one list of words: a Word file written by hand, and a PDF by the renderer."""

import io
import zipfile
from functools import cache

from ..conformance.pages import rendered

POSITION = "Het kabinet zet zich in voor een sterke Unie."
PROMISE = "Het kabinet informeert de Kamer voor het zomerreces."
SOURCE = "In 2029 is Nederland voorzitter. Het kabinet zet zich in voor een sterke Unie. Dat vraagt voorbereiding."
ADDRESS = "https://example.org/stuk"

PAGE = f"""<!doctype html>
<html lang="nl"><head><title>Proef</title><link rel="stylesheet" href="brief.css"></head><body>
<h1>Proefpakket</h1>
<h2 id="s_inzet">Inzet</h2>
<article id="i_inzet_1"><p>Kabinet</p><blockquote><p>{POSITION}</p></blockquote>
<p>24 april 2026 · Standpunt · <a href="#c_brief_p3">1 Brief, ¶ 3</a></p></article>
<p><img src="kaart.svg" alt="Een kaart van de Unie" style="width: 60px"></p>
<h3 id="s_toezeggingen">Toezeggingen</h3>
<table><thead><tr><th scope="col">Toezegging</th><th scope="col">Termijn</th><th scope="col">Bron</th></tr></thead>
<tbody><tr id="i_toezeggingen_1"><td><blockquote><p>{PROMISE}</p></blockquote></td><td>juli 2026</td>
<td><a href="#c_brief_p3">1 Brief, ¶ 3</a></td></tr></tbody></table>
<h2>Bronnen</h2>
<p><a href="#a_brief">Brief</a> · <a href="{ADDRESS}">{ADDRESS}</a></p>
<h3 id="a_brief">Brief</h3>
<article id="c_brief_p3"><p>1</p><p>Brief, ¶ 3 › Kop</p><blockquote><p>{SOURCE}</p></blockquote>
<p>Aangehaald in <a href="#i_inzet_1">Inzet</a> · <a href="#i_toezeggingen_1">Toezeggingen</a></p></article>
<p>Samengesteld met briefgen</p>
</body></html>"""

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def _place(name: str, content: str) -> str:
    return f'<w:bookmarkStart w:id="1" w:name="{name}"/>{content}<w:bookmarkEnd w:id="1"/>'


def _paragraph(content: str, style: str = "Body") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


def _link(anchor: str, text: str) -> str:
    return f'<w:hyperlink w:anchor="{anchor}">{_run(text)}</w:hyperlink>'


def _row(*cells: str, head: str = "") -> str:
    return f"<w:tr><w:trPr>{head}</w:trPr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


NOTE = _place("n_brief_p3", '<w:r><w:rPr><w:rStyle w:val="Mark"/></w:rPr><w:footnoteReference w:id="1"/></w:r>')
AGAIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> NOTEREF n_brief_p3 \\h </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="Een kaart van de Unie"/></wp:inline></w:drawing></w:r>'
)

BODY = "".join((
    _paragraph(_run("Proefpakket"), "Title"),
    _paragraph(_run("Inhoud"), "TOCHeading"),
    _paragraph(_link("s_inzet", "Inzet"), "TOC1"),
    _paragraph(_place("s_inzet", _run("Inzet")), "Heading1"),
    _paragraph(_run("Kabinet · 24 april 2026 · Standpunt")),
    _paragraph(_place("i_inzet_1", _run(POSITION) + NOTE)),
    _paragraph(PICTURE),
    _paragraph(_place("s_toezeggingen", _run("Toezeggingen")), "Heading2"),
    "<w:tbl>",
    _row(_paragraph(_run("Toezegging")), _paragraph(_run("Termijn")), head="<w:tblHeader/>"),
    _row(_paragraph(_place("i_toezeggingen_1", _run(PROMISE) + AGAIN)), _paragraph(_run("juli 2026"))),
    "</w:tbl>",
    _paragraph(_run("Bronnen"), "Heading1"),
    _paragraph(_link("a_brief", "Brief") + _run(" · ") + f'<w:hyperlink r:id="web">{_run(ADDRESS)}</w:hyperlink>'),
    _paragraph(_place("a_brief", _run("Brief")), "Heading2"),
    _paragraph(_place("c_brief_p3", _run("[1] Brief, ¶ 3"))),
    _paragraph(_run("Kop")),
    _paragraph(_run(SOURCE)),
    _paragraph(_run("Aangehaald in: ") + _link("i_inzet_1", "Inzet") + _link("i_toezeggingen_1", " Toezeggingen")),
    _paragraph(_run("Samengesteld met briefgen")),
))  # fmt: skip


def _style(name: str, known: str, level: str = "") -> str:
    outline = f'<w:pPr><w:outlineLvl w:val="{level}"/></w:pPr>' if level else ""
    return f'<w:style w:styleId="{name}"><w:name w:val="{known}"/>{outline}</w:style>'


PARTS = {
    "word/styles.xml": f"<w:styles {SPACES}>"
    + _style("Title", "Title")
    + _style("Heading1", "heading 1", "0")
    + _style("Heading2", "heading 2", "1")
    + _style("TOCHeading", "TOC Heading")
    + _style("TOC1", "toc 1")
    + _style("Mark", "footnote reference")
    + "</w:styles>",
    "word/footnotes.xml": f'<w:footnotes {SPACES}><w:footnote w:id="1">'
    + _paragraph(_link("c_brief_p3", "Brief, ¶ 3") + _run(" · Kop"))
    + "</w:footnote></w:footnotes>",
    "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="web" TargetMode="External" Type="x" Target="{ADDRESS}"/></Relationships>',
}


def word(old: str = "", new: str = "") -> bytes:
    """The Word file, with some words of its body or its other parts changed."""
    parts = PARTS | {"word/document.xml": f"<w:document {SPACES}><w:body>{BODY}</w:body></w:document>"}
    assert any(old in part for part in parts.values())
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part.replace(old, new, 1) if old else part)
    return made.getvalue()


@cache
def pdf(old: str = "", new: str = "") -> bytes:
    """The PDF, with some words of its page changed."""
    assert old in PAGE
    return rendered(PAGE.replace(old, new, 1) if old else PAGE)
