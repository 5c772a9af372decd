"""Making Word files in a test, part by part, and reading them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from itertools import chain
from xml.sax.saxutils import escape

from briefgen.document import Document
from briefgen.ledger import UNACCOUNTED, ledger
from briefgen.provenance import covered_text, without_whitespace
from briefgen.readers import read, text_layer
from briefgen.sources import Source

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{OFFICE}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/><w:basedOn w:val="Kop1"/>'
    '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Bijschrift"><w:name w:val="caption"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Inhopg1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:u w:val="single"/></w:rPr>'
    "</w:style>"
    '<w:style w:type="table" w:styleId="Raster"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>'
    '<w:top w:val="single"/><w:insideV w:val="single"/></w:tblBorders></w:tblPr></w:style>'
)

PROSE = "Het kabinet zet in op een sterke Unie, die haar eigen belangen beschermt en haar beloften nakomt."
"""A sentence that stands under a heading."""

Parts = Mapping[str, str]


def run(text: str, look: str = "") -> str:
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(content: str = "", style: str = "", extra: str = "") -> str:
    """A paragraph of runs, or of plain text."""
    inner = content if content.startswith("<") or not content else run(content)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{extra}</w:pPr>{inner}</w:p>"


def numbered(list_id: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def call(kind: str, identifier: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{identifier}"/></w:r>'


def notes(kind: str, bodies: Mapping[int, str]) -> str:
    return "".join(
        f'<w:{kind} w:id="{number}">{body if body.startswith("<") else p(body)}</w:{kind}>'
        for number, body in bodies.items()
    )


def table(rows: Iterable[str], properties: str = '<w:tblStyle w:val="Raster"/>') -> str:
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def row(*cells: str, header: bool = False) -> str:
    properties = "<w:trPr><w:tblHeader/></w:trPr>" if header else ""
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def cell(content: str, properties: str = "") -> str:
    inner = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def field(instruction: str, result: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def word_file(body: str, *, main_type: str = MAIN_TYPE, raw: Parts | None = None, **parts: str) -> bytes:
    """A Word file.

    Args:
        body: what stands in `w:body`.
        main_type: the content type of the body.
        raw: further parts by name, as they are.
        parts: the content of further parts by kind (`styles`, `numbering`, `footnotes`, `header`).
    """
    roots = {"header": "hdr", "footer": "ftr"}
    inner = {"styles": STYLES} | parts
    files = {
        f"word/{kind}.xml": f"<w:{roots.get(kind, kind)} {NAMESPACES}>{content}</w:{roots.get(kind, kind)}>"
        for kind, content in inner.items()
    }
    relations = "".join(f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>' for kind in inner)
    package = "http://schemas.openxmlformats.org/package/2006"
    files |= {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="xml" ContentType="x/y"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main_type}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="main"'
        f' Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships">{relations}</Relationships>',
    } | dict(raw or {})
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def source(file: str = "seeds/brief.docx") -> Source:
    return Source(id="brief", label="Brief", kind="kamerbrief", file=file, sha256="", holder="kabinet")


def document_of(data: bytes) -> Document:
    """The document of a file, which has lost nothing."""
    document = read(data, source())
    assert_nothing_lost(document, text_layer(data, source()))
    return document


def assert_nothing_lost(document: Document, layer: str) -> None:
    for part in chain(
        document.paragraphs,
        document.headings,
        document.footnotes,
        document.captions,
        document.pull_quotes,
        document.furniture,
    ):
        assert without_whitespace(covered_text(layer, part.spans)) == without_whitespace(part.text)
    counts = ledger(document, layer)
    assert UNACCOUNTED not in counts, counts
    assert sum(counts.values()) == len(layer) == document.length


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def headings(document: Document) -> list[tuple[int, str]]:
    return [(heading.level, heading.text) for heading in document.headings]


def furniture(document: Document, kind: str) -> list[str]:
    return [item.text for item in document.furniture if item.kind == kind]


def codes(document: Document) -> list[str]:
    return [diagnostic.code for diagnostic in document.diagnostics]
