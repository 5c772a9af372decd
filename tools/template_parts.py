"""The building blocks of the first versions of the Word templates: runs, paragraphs, tags, tables, and the file."""

from __future__ import annotations

from xml.sax.saxutils import escape

from brief_styles import (
    BOTTOM,
    COLUMN,
    HEIGHT,
    LEFT,
    NAMESPACES,
    RELATION,
    RIGHT,
    TOP,
    WIDTH,
    fonts,
    numbering,
    settings,
    styles,
    theme,
)
from cover_picture import cover_drawing, cover_png

from briefgen.renderers.word.package import pack

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# --- words ------------------------------------------------------------------------------------------------------


def words(text: str, style: str = "") -> str:
    """A run."""
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def strong(text: str) -> str:
    """A run that stands out."""
    return words(text, "Strong")


def paragraph(style: str, *runs: str, extra: str = "") -> str:
    """A paragraph; runs that are plain text become runs."""
    made = "".join(piece if piece.startswith("<") else words(piece) for piece in runs)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{made}</w:p>'


def control(tag: str) -> str:
    """A paragraph that holds a loop or condition and is not printed."""
    return paragraph("TemplateTag", f"{{%p {tag} %}}")


def loop(head: str, *content: str) -> str:
    """Paragraphs that are repeated."""
    return control(f"for {head}") + "".join(content) + control("endfor")


def when(condition: str, *content: str, otherwise: str = "") -> str:
    """Paragraphs that are printed on a condition."""
    other = control("else") + otherwise if otherwise else ""
    return control(f"if {condition}") + "".join(content) + other + control("endif")


def field(instruction: str, result: str) -> str:
    """A field with its result, as Word keeps it."""
    marks = {kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")}
    code = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return marks["begin"] + code + marks["separate"] + words(result) + marks["end"]


TAB = "<w:r><w:tab/></w:r>"
# The words of a statement; the bookmark stands around them, so that links and programs find them.
TEXT = "{{ statement | bookmark }}{{ statement.text | link(statement.url) }}{{ statement | footnote }}"
# What a person is to write in the place of a statement.
TO_WRITE = words("{{ statement | bookmark }}{{ statement | placeholder }}", "PlaceholderText")
NEW_PAGE = '<w:pageBreakBefore/><w:spacing w:before="0"/>'


# --- tables -----------------------------------------------------------------------------------------------------


def cell(width: int, *content: str) -> str:
    """A cell with its paragraphs."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{"".join(content)}</w:tc>'


def upper_cell(width: int, *content: str) -> str:
    """A cell without a rule below it: the row after it belongs to it."""
    rules = '<w:tcBorders><w:bottom w:val="nil"/></w:tcBorders><w:vAlign w:val="bottom"/>'
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{rules}</w:tcPr>{"".join(content)}</w:tc>'


def wide_cell(widths: tuple[int, ...], *content: str) -> str:
    """A cell over all columns, without a rule above it: it belongs to the row before it."""
    shape = f'<w:tcW w:w="{sum(widths)}" w:type="dxa"/><w:gridSpan w:val="{len(widths)}"/>'
    return f'<w:tc><w:tcPr>{shape}<w:tcBorders><w:top w:val="nil"/></w:tcBorders></w:tcPr>{"".join(content)}</w:tc>'


def head_row(widths: tuple[int, ...], *labels: str) -> str:
    """The first row, repeated on every page."""
    cells = "".join(cell(width, paragraph("TableHead", label)) for width, label in zip(widths, labels, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def control_row(widths: tuple[int, ...], tag: str) -> str:
    """A row that holds a loop and is not printed."""
    span = f'<w:tcPr><w:tcW w:w="{sum(widths)}" w:type="dxa"/><w:gridSpan w:val="{len(widths)}"/></w:tcPr>'
    return f"<w:tr><w:tc>{span}{paragraph('TemplateTag', f'{{%tr {tag} %}}')}</w:tc></w:tr>"


def each_row(widths: tuple[int, ...], each: str, *cells: str) -> str:
    """A row for each of `each`."""
    return f"{control_row(widths, f'for {each}')}{row(*cells)}{control_row(widths, 'endfor')}"


def row(*cells: str) -> str:
    """A row that stays on one page."""
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def table(widths: tuple[int, ...], *rows: str) -> str:
    """A table; its first row is the head, repeated on every page."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="BriefTable"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def control_cell(width: int, tag: str) -> str:
    """A cell that holds a loop and is not printed."""
    return cell(width, paragraph("TemplateTag", f"{{%tc {tag} %}}"))


def each_cell(width: int, each: str, style: str, text: str) -> str:
    """A cell for each of `each`."""
    return control_cell(width, f"for {each}") + cell(width, paragraph(style, text)) + control_cell(width, "endfor")


# --- chapters ---------------------------------------------------------------------------------------------------


def each_chapter(head: str, *, forms: dict[str, str], otherwise: str) -> str:
    """A loop over chapters: heading, intro and gap, then the form that the layout asks for, and pictures.

    Args:
        head: which chapters (`chapter in chapters`).
        forms: tags by layout (`dialogue`, `commitments`, …).
        otherwise: tags for every other layout.
    """
    title = "{{ chapter | bookmark }}{{ chapter.title }}"
    heading = (
        control("if loop.first")
        + paragraph("Heading1", title, extra=NEW_PAGE)
        + control("elif chapter.level == 1")
        + paragraph("Heading1", title)
        + control("else")
        + paragraph("Heading2", title)
        + control("endif")
    )
    return loop(
        head,
        heading,
        when("chapter.intro", paragraph("Intro", "{{ chapter.intro }}")),
        when("chapter.gap", paragraph("Gap", "{{ chapter.gap }}")),
        loop('picture in chapter.pictures if chapter.layout == "calendar"', picture()),
        choice(forms, otherwise),
        loop('picture in chapter.pictures if chapter.layout != "calendar"', picture(), picture_data()),
    )


def choice(forms: dict[str, str], otherwise: str) -> str:
    """The form that the layout of the chapter asks for.

    Args:
        forms: tags by layout.
        otherwise: tags for every other layout.
    """
    words_of_branches = ("if", *("elif" for _ in range(len(forms) - 1)))
    branches = zip(words_of_branches, forms.items(), strict=True)
    body = "".join(control(f'{word} chapter.layout == "{layout}"') + form for word, (layout, form) in branches)
    return body + control("else") + otherwise + control("endif")


# --- pictures ---------------------------------------------------------------------------------------------------


def picture() -> str:
    """A picture with its caption below it."""
    number = words("{{ labels.picture }} ") + field("SEQ Figuur \\* ARABIC", "1")
    return paragraph("Picture", "{{ picture | bookmark }}{{ picture | picture }}") + paragraph(
        "Caption", number, words(". {{ picture.title }}")
    )


def picture_data() -> str:
    """The data behind a picture, for who does not see it and for who wants to count."""
    widths = (COLUMN,)  # shared among the columns when there are as many as the picture needs
    head = each_cell(widths[0], "cell in picture.head", "TableDataHead", "{{ cell.text }}")
    cells = each_cell(widths[0], "cell in row.cells", "TableData", "{{ cell.text }}")
    heading = f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"
    return when(
        "picture.rows",
        paragraph("DataLabel", "{{ labels.picture_data }}"),
        table(widths, heading, each_row(widths, "row in picture.rows", cells)),
    )


# --- the file ---------------------------------------------------------------------------------------------------


def section(*, cover: bool) -> str:
    """Paper size, margins, and which header and footer stand where; a cover has its own."""
    references = "".join(
        f'<w:{kind}Reference w:type="{page}" r:id="{kind}{number}"/>'
        for kind in ("header", "footer")
        for number, page in enumerate(("default", "first"), 1)
    )
    first = "<w:titlePg/>" if cover else ""
    top, bottom = (TOP, BOTTOM) if cover else (1304, 1077)
    return (
        f'<w:sectPr>{references}<w:pgSz w:w="{WIDTH}" w:h="{HEIGHT}"/><w:pgMar w:top="{top}" w:right="{RIGHT}" '
        f'w:bottom="{bottom}" w:left="{LEFT}" w:header="680" w:footer="567" w:gutter="0"/>{first}</w:sectPr>'
    )


def margin(kind: str, style: str, *runs: str) -> str:
    """A header (`hdr`) or footer (`ftr`)."""
    return f"<w:{kind} {NAMESPACES}>{paragraph(style, *runs)}</w:{kind}>"


def page_number() -> str:
    """`Pagina n van m`."""
    return words("{{ labels.page }} ") + field("PAGE", "1") + words(" {{ labels.of }} ") + field("NUMPAGES", "1")


TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PARTS = {
    "word/document.xml": f"{TYPES}.document.main+xml",
    "word/styles.xml": f"{TYPES}.styles+xml",
    "word/settings.xml": f"{TYPES}.settings+xml",
    "word/numbering.xml": f"{TYPES}.numbering+xml",
    "word/fontTable.xml": f"{TYPES}.fontTable+xml",
    "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    "word/header1.xml": f"{TYPES}.header+xml",
    "word/header2.xml": f"{TYPES}.header+xml",
    "word/footer1.xml": f"{TYPES}.footer+xml",
    "word/footer2.xml": f"{TYPES}.footer+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}


def content_types() -> str:
    """The list of the parts and their kinds."""
    overrides = "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in PARTS.items())
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f"{overrides}</Types>"
    )


def relationships(*rows: tuple[str, str, str]) -> str:
    """Relationships: id, last words of the type, target."""
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    core = f"{package}/metadata/core-properties"
    made = "".join(
        f'<Relationship Id="{identifier}" Type="{core if kind == "core-properties" else f"{RELATION}/{kind}"}" '
        f'Target="{target}"/>'
        for identifier, kind, target in rows
    )
    return f'<Relationships xmlns="{package}">{made}</Relationships>'


def template(*content: str, cover: bool = True) -> bytes:
    """A Word file with this body."""
    body = f"<w:document {NAMESPACES}><w:body>{''.join(content)}{section(cover=cover)}</w:body></w:document>"
    kinds = ("styles", "settings", "numbering", "fontTable")
    margins = tuple(f"{kind}{number}" for kind in ("header", "footer") for number in (1, 2))
    core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    extended = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    pictures = {"word/_rels/header2.xml.rels": relationships(("cover", "image", "media/cover.png"))} if cover else {}
    marked = (cover_drawing("cover"), "{{ marking }}") if cover else ("{{ marking }}",)
    parts = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships(
            ("document", "officeDocument", "word/document.xml"),
            ("core", "core-properties", "docProps/core.xml"),
            ("app", "extended-properties", "docProps/app.xml"),
        ),
        "word/_rels/document.xml.rels": relationships(
            *((kind, kind, f"{kind}.xml") for kind in kinds),
            ("theme", "theme", "theme/theme1.xml"),
            *((name, name[:-1], f"{name}.xml") for name in margins),
        ),
        "word/document.xml": body,
        "word/styles.xml": styles(),
        "word/settings.xml": settings(),
        "word/numbering.xml": numbering(),
        "word/fontTable.xml": fonts(),
        "word/theme/theme1.xml": theme(),
        "word/header1.xml": margin("hdr", "Header", "{{ title }}", TAB, "{{ marking }}"),
        "word/header2.xml": margin("hdr", "CoverMarking", *marked),
        **pictures,
        "word/footer1.xml": margin("ftr", "Footer", "{{ marking }}", TAB, page_number()),
        "word/footer2.xml": margin("ftr", "Footer", "{{ marking }}", TAB, page_number()),
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{core}"/>',
        "docProps/app.xml": f'<Properties xmlns="{extended}"/>',
    }
    drawn = {"word/media/cover.png": cover_png()} if cover else {}
    return pack({name: (DECLARATION + xml).encode() for name, xml in parts.items()} | drawn)
