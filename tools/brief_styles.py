"""The look of the first version of `templates/brief.docx`: paper, colours, fonts and styles."""

from __future__ import annotations

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:w="{WORD}" xmlns:r="{RELATION}"'

# Own words are set in Calibri, words of a source in Cambria: a reader sees whose words they are.
OWN, QUOTED = "Calibri", "Cambria"

# Contrast on white 10.2, 7.0, 7.1 and 5.7 to 1, on the pale fill 8.9, 6.1, 6.2 and 5.0 (WCAG 2.1 asks for 4.5).
BLUE, GREY, LINK, LIGHT_GREY = "154273", "595959", "1F5A96", "666666"
RULE, PALE, WHITE = "A9B9CC", "EAF0F6", "FFFFFF"

# What asks for a person: words that changed, and words to be filled in; 7.9 to 1 on white, 7.0 on straw.
AMBER, STRAW = "6E4300", "FFF3D1"

# A4 with a text column of 158 mm, in twentieths of a point.
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 11906, 16838, 1588, 1361, 1531, 1361
COLUMN = WIDTH - LEFT - RIGHT


def spacing(before: int, after: int, line: int = 0) -> str:
    """Space around a paragraph in twentieths of a point, and its line in 240ths."""
    lines = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{lines}/>'


def edge(side: str, colour: str, size: int = 12, space: int = 8, kind: str = "single") -> str:
    """A rule beside or below a paragraph."""
    rule = f'<w:{side} w:val="{kind}" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'
    return f"<w:pBdr>{rule}</w:pBdr>"


def look(size: float = 0, *, font: str = "", bold: bool = False, colour: str = "") -> str:
    """The properties of characters; `size` in points."""
    return (
        (f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>' if font else "")
        + ("<w:b/><w:bCs/>" if bold else "")
        + (f'<w:color w:val="{colour}"/>' if colour else "")
        + (f'<w:sz w:val="{round(2 * size)}"/><w:szCs w:val="{round(2 * size)}"/>' if size else "")
    )


def style(identifier: str, name: str, shape: str = "", characters: str = "", *, base: str = "Normal") -> str:
    """A paragraph style."""
    based = f'<w:basedOn w:val="{base}"/>' if identifier != "Normal" else ""
    default = ' w:default="1"' if identifier == "Normal" else ""
    custom = "" if name in BUILT_IN else ' w:customStyle="1"'
    shaped = f"<w:pPr>{shape}</w:pPr>" if shape else ""
    seen = f"<w:rPr>{characters}</w:rPr>" if characters else ""
    return (
        f'<w:style w:type="paragraph"{default}{custom} w:styleId="{identifier}"><w:name w:val="{name}"/>{based}'
        f"<w:qFormat/>{shaped}{seen}</w:style>"
    )


# The tab stop of page numbers in a table of contents, whose lines stay together: below a short front page, else on a
# page of their own.
LEADER = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{COLUMN}"/></w:tabs>'
BUILT_IN = frozenset(
    {"Normal", "Title", "Subtitle", "heading 1", "heading 2", "heading 3", "Quote", "toc 1", "toc 2", "TOC Heading"}
    | {"header", "footer", "List Bullet", "caption", "table of figures", "index 1", "index heading", "footnote text"}
)
KEEP = "<w:keepNext/>"
WHOLE = "<w:keepNext/><w:keepLines/>"


def indent(left: int, hanging: int = 0) -> str:
    """An indent from the left, in twentieths of a point."""
    hang = f' w:hanging="{hanging}"' if hanging else ""
    return f'<w:ind w:left="{left}"{hang}/>'


def tab(position: int, kind: str = "left") -> str:
    """A tab stop."""
    return f'<w:tabs><w:tab w:val="{kind}" w:pos="{position}"/></w:tabs>'


def heading(level: int, before: int, after: int, size: float, colour: str = BLUE) -> str:
    """A heading style."""
    shape = f'{WHOLE}{spacing(before, after, 252)}<w:outlineLvl w:val="{level - 1}"/>'
    return style(f"Heading{level}", f"heading {level}", shape, look(size, bold=True, colour=colour))


def paragraph_styles() -> str:
    """The styles of paragraphs."""
    panel = f'<w:shd w:val="clear" w:color="auto" w:fill="{PALE}"/>'
    ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{BLUE}"/>'
    rule = edge("bottom", RULE, 4, 4)
    box = f"{edge('left', BLUE, 18)}{panel}"
    return "".join(
        (
            style("Normal", "Normal"),
            style("Title", "Title", f"{KEEP}{spacing(4450, 240, 240)}", look(30, bold=True, colour=BLUE)),
            style("Subtitle", "Subtitle", spacing(0, 480, 264), look(15, colour=GREY)),
            heading(1, 480, 120, 18),
            heading(2, 360, 80, 13.5),
            heading(3, 240, 60, 11.5, "262626"),
            style("CoverLine", "Cover line", f"{tab(2041)}{spacing(0, 60)}{indent(2041, 2041)}", look(11.5)),
            style("CoverLabel", "Cover label", f"{KEEP}{spacing(600, 80)}", look(11.5, bold=True, colour=BLUE)),
            style("CoverSource", "Cover source", f"{spacing(0, 50)}{indent(284, 284)}", look(10.5)),
            style("Hint", "Hint", spacing(480, 0), look(9, colour=GREY)),
            style("Intro", "Chapter intro", f"{KEEP}{spacing(0, 160)}", look(11, colour="404040")),
            style("Gap", "Gap", f"{edge('left', RULE, 12, 8, 'dashed')}{indent(227)}", look(colour=GREY)),
            style("OwnWords", "Own words", f"{box}{spacing(160, 160)}{indent(227)}"),
            style("Byline", "Byline", f"{WHOLE}{spacing(220, 40, 240)}", look(9.5, colour=GREY)),
            style("BylineAnswer", "Byline of an answer", f"{spacing(80, 40, 240)}{indent(227)}", base="Byline"),
            style("Quote", "Quote", f"{edge('left', RULE)}{spacing(0, 80)}{indent(227)}", look(10.5, font=QUOTED)),
            style("QuoteStance", "Quote of a stance", edge("left", RULE, 12, 8, "dotted"), base="Quote"),
            style("QuoteEarlier", "Quote of earlier words", "", look(10, colour=GREY), base="Quote"),
            style("Question", "Question", f"{KEEP}{spacing(0, 80)}", look(10.5, font=QUOTED)),
            style("TableHead", "Table head", f"{KEEP}{spacing(40, 40, 240)}", look(9.5, bold=True, colour=BLUE)),
            style("TableText", "Table text", spacing(40, 40, 252), look(9.5)),
            style("TableSubject", "Table subject", spacing(40, 40, 252), look(9.5, bold=True, colour=BLUE)),
            style("TableRowHead", "Table row head", f"{KEEP}{spacing(30, 0, 245)}", base="TableSubject"),
            style("TableQuote", "Table quote", f"{KEEP}{spacing(40, 20, 252)}", look(10, font=QUOTED)),
            style("TableByline", "Table byline", spacing(0, 40, 240), look(8.5, colour=GREY)),
            style("TableLine", "Table line", spacing(0, 0, 245), look(9.5), base="TableQuote"),
            style("TableNote", "Table note", spacing(40, 40, 240), look(8.5)),
            style("TableRowNote", "Table row note", spacing(30, 0, 240), base="TableNote"),
            style("TableField", "Table field", spacing(40, 480, 252), look(10)),
            style("TableData", "Table data", spacing(20, 20, 240), look(8.5)),
            style("TableDataHead", "Table data head", f"{KEEP}{spacing(20, 20, 240)}", look(8.5), base="TableHead"),
            style("Picture", "Picture", f"{KEEP}{spacing(200, 60, 240)}"),
            style("Caption", "caption", spacing(0, 200, 252), look(9.5, bold=True, colour=BLUE)),
            style("DataLabel", "Data label", f"{KEEP}{spacing(0, 60, 240)}", look(8.5, colour=GREY)),
            style("ListBullet", "List Bullet", f'<w:numPr><w:numId w:val="1"/></w:numPr>{spacing(0, 60)}'),
            # Like a heading of level 2, which it is, but not one that the contents of Word name.
            style(
                "AnnexSource", "Annex source", f'{WHOLE}{spacing(360, 80, 252)}<w:outlineLvl w:val="1"/>',
                look(13.5, bold=True, colour=BLUE),
            ),
            style("AnnexLabel", "Annex label", f"{WHOLE}{spacing(260, 0)}", look(10, bold=True, colour="262626")),
            style("AnnexPath", "Annex path", f"{WHOLE}{spacing(0, 0, 240)}", look(8.5, colour=GREY)),
            style("AnnexText", "Annex text", spacing(40, 80), look(10, font=QUOTED)),
            style("AnnexBack", "Annex links back", f"{WHOLE}{spacing(0, 0, 240)}", look(8.5, colour=GREY)),
            style("TOCHeading", "TOC Heading", f"{WHOLE}{spacing(0, 140)}", look(18, bold=True, colour=BLUE)),
            style("TOC1", "toc 1", f"{KEEP}{LEADER}{spacing(20, 0, 235)}", look(10, bold=True)),
            style("TOC2", "toc 2", f"{KEEP}{LEADER}{spacing(0, 0, 223)}{indent(284)}", look(9)),
            style("FiguresHeading", "Figures heading", f"{WHOLE}{spacing(140, 20)}", look(11.5), base="TOCHeading"),
            style("TableofFigures", "table of figures", f"{LEADER}{spacing(0, 0, 245)}", look(10)),
            style("IndexHeading", "index heading", f"{WHOLE}{spacing(240, 60)}", look(11.5, bold=True, colour=BLUE)),
            style("Index1", "index 1", f"{spacing(0, 40, 252)}{indent(284, 284)}", look(10)),
            style(
                "Header", "header", f"{edge('bottom', RULE, 4, 4)}{tab(COLUMN, 'right')}{spacing(0, 0, 240)}",
                look(8.5, colour=GREY),
            ),
            style("Footer", "footer", f"{tab(COLUMN, 'right')}{spacing(0, 0, 240)}", look(8.5, colour=GREY)),
            style("FootnoteText", "footnote text", f"{spacing(0, 30, 240)}{indent(170, 170)}", look(8.5, colour=GREY)),
            style("PageTitle", "Page title", spacing(0, 40, 240), look(19, bold=True, colour=BLUE), base="Title"),
            style("PageLine", "Page line", f"{rule}{spacing(0, 100, 240)}", look(9.5, colour=GREY)),
            style("PageHeading", "Page heading", spacing(140, 30, 240), look(11.5), base="Heading1"),
            style("PagePoint", "Page point", spacing(0, 60, 252), look(10), base="ListBullet"),
            style("QuestionMark", "Question mark line", f"{KEEP}{panel}{spacing(260, 0, 240)}", look(9.5, colour=GREY)),
            style("QuestionText", "Question text", f"{KEEP}{panel}{spacing(0, 120)}", look(10.5, font=QUOTED)),
            style("CoverMarking", "Cover marking", spacing(0, 0, 240), look(10, bold=True, colour=WHITE) + ground),
            style("TemplateTag", "Template tag", spacing(0, 0, 240), look(8, font="Consolas", colour=LIGHT_GREY)),
        )
    )  # fmt: skip


def other_styles() -> str:
    """The styles of characters and tables."""
    rules = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'
        for side, size, colour in (("top", 8, BLUE), ("bottom", 8, BLUE), ("insideH", 4, RULE))
    )
    sides = "".join(f'<w:{side} w:w="{room}" w:type="dxa"/>' for side, room in (("left", 85), ("right", 142)))
    return (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:qFormat/>'
        f'<w:rPr><w:b/><w:bCs/><w:color w:val="262626"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        f'<w:rPr><w:color w:val="{LINK}"/><w:u w:val="single" w:color="{RULE}"/></w:rPr></w:style>'
        '<w:style w:type="character" w:customStyle="1" w:styleId="QuotedWords"><w:name w:val="Quoted words"/>'
        f'<w:rPr><w:rFonts w:ascii="{QUOTED}" w:hAnsi="{QUOTED}" w:cs="{QUOTED}"/></w:rPr></w:style>'
        '<w:style w:type="character" w:customStyle="1" w:styleId="BylineWords"><w:name w:val="Byline words"/>'
        f"<w:rPr>{look(8.5, font=OWN, colour=GREY)}</w:rPr></w:style>"
        '<w:style w:type="character" w:customStyle="1" w:styleId="Change"><w:name w:val="Change"/>'
        f'<w:rPr><w:b/><w:bCs/><w:color w:val="{AMBER}"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/>'
        f'<w:rPr><w:color w:val="{AMBER}"/><w:shd w:val="clear" w:color="auto" w:fill="{STRAW}"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
        f'<w:rPr><w:color w:val="{LINK}"/><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="BriefTable"><w:name w:val="Brief table"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{rules}</w:tblBorders><w:tblCellMar>{sides}'
        '</w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{PALE}"/></w:tcPr></w:tblStylePr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    )


def styles() -> str:
    """The part with all styles."""
    language = '<w:lang w:val="nl-NL" w:eastAsia="en-US" w:bidi="ar-SA"/>'
    return (
        f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{look(10.5, font=OWN)}{language}</w:rPr>"
        f"</w:rPrDefault><w:pPrDefault><w:pPr>{spacing(0, 120, 271)}</w:pPr></w:pPrDefault></w:docDefaults>"
        f"{paragraph_styles()}{other_styles()}</w:styles>"
    )


def numbering() -> str:
    """The part with the bullets of lists."""
    return (
        f'<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/>'
        '<w:lvlText w:val="–"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="284" w:hanging="284"/></w:pPr></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def theme() -> str:
    """The part with the colours and fonts that Word offers: those of the brief."""
    colours = {"dk1": "000000", "lt1": "FFFFFF", "dk2": BLUE, "lt2": PALE, "hlink": LINK, "folHlink": LINK}
    accents = {f"accent{number}": colour for number, colour in enumerate((BLUE, LINK, RULE, GREY, LIGHT_GREY, PALE), 1)}
    order = ("dk1", "lt1", "dk2", "lt2", *accents, "hlink", "folHlink")
    palette = "".join(f'<a:{name}><a:srgbClr val="{(colours | accents)[name]}"/></a:{name}>' for name in order)
    font = f'<a:latin typeface="{OWN}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(f'<a:ln w="{width}">{fill}</a:ln>' for width in (6350, 12700, 19050))
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Brief"><a:themeElements>'
        f'<a:clrScheme name="Brief">{palette}</a:clrScheme><a:fontScheme name="Brief"><a:majorFont>{font}'
        f'</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme><a:fmtScheme name="Brief"><a:fillStyleLst>'
        f"{3 * fill}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{3 * effect}"
        f"</a:effectStyleLst><a:bgFillStyleLst>{3 * fill}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def fonts() -> str:
    """The part that names the fonts, with the kind of letter to take where one is missing."""
    kinds = {OWN: "swiss", QUOTED: "roman", "Consolas": "modern"}
    rows = "".join(f'<w:font w:name="{name}"><w:family w:val="{kind}"/></w:font>' for name, kind in kinds.items())
    return f"<w:fonts {NAMESPACES}>{rows}</w:fonts>"


def settings() -> str:
    """The part with settings: the layout of Word 2013 and later."""
    compatibility = (
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    )
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{compatibility}</w:compat></w:settings>'
    )
