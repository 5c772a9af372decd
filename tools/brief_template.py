"""Makes the first version of `templates/brief.docx`; from then on the Word file itself is the source of truth.

Edit the template in Word or LibreOffice. Run this script only to start again from a plain one:

    python tools/brief_template.py templates/brief.docx
"""

from __future__ import annotations

import sys
from pathlib import Path

from brief_styles import COLUMN
from template_parts import (
    NEW_PAGE,
    TAB,
    TEXT,
    TO_WRITE,
    cell,
    choice,
    control_row,
    each_chapter,
    each_row,
    field,
    head_row,
    loop,
    paragraph,
    row,
    strong,
    table,
    template,
    upper_cell,
    when,
    wide_cell,
    words,
)

BYLINE = "{{ statement.byline }}{% if statement.cabinet %} · {{ statement.cabinet }}{% endif %}"


def cover() -> str:
    """Title, for whom, as at, marking, the sources with their dates or how many, and how the file was made."""
    return (
        paragraph("Title", "{{ title }}")
        + when("subtitle", paragraph("Subtitle", "{{ subtitle }}"))
        + when("audience", paragraph("CoverLine", strong("{{ labels.for_whom }}"), TAB, "{{ audience }}"))
        + when("author", paragraph("CoverLine", strong("{{ labels.author }}"), TAB, "{{ author }}"))
        + paragraph("CoverLine", strong("{{ labels.as_of }}"), TAB, "{{ as_of }}")
        + paragraph("CoverLine", strong("{{ labels.marking }}"), TAB, "{{ marking }}")
        + paragraph("CoverLabel", "{{ labels.sources }}")
        + when(
            "sources | length > 9",
            paragraph("CoverSource", "{{ sources | length }}"),
            otherwise=loop(
                "source in sources", paragraph("CoverSource", "{{ source | link }}", words(" · {{ source.date }}"))
            ),
        )
        + paragraph("Hint", "{{ labels.quoted_hint }}")
        + paragraph("Hint", "{{ labels.made_with }}", extra='<w:spacing w:before="0"/>')
    )


def summary() -> str:
    """The page with the essence, before the contents."""
    return loop(
        "chapter in chapters if chapter.opening",
        paragraph("Heading1", "{{ chapter | bookmark }}{{ chapter.title }}", extra=NEW_PAGE),
        when("chapter.intro", paragraph("Intro", "{{ chapter.intro }}")),
        when("chapter.gap", paragraph("Gap", "{{ chapter.gap }}")),
        choice({"overview": overview()}, lines()),
    )


def overview() -> str:
    """The front page of a Council: a row with subject and sensitivity, and below it one with all that is said of it."""
    widths = (COLUMN - 2722, 2722)
    natures = 'chapter.statements | map(attribute="nature") | select | list'
    known = f"{{% if {natures} %}} · {{{{ labels.nature }}}}{{% endif %}}"
    subjects = f"{{{{ labels.subject }}}}{known} · {{{{ labels.position }}}}"
    nature = words("{% if statement.nature %} · {{ statement.nature }}{% endif %}", "BylineWords")
    subject = paragraph("TableRowHead", "{{ statement.subject or statement.name }}", nature)
    sensitive = paragraph("TableRowNote", "{{ statement.sensitivity or '–' }}")
    return table(
        widths,
        head_row(widths, subjects, "{{ labels.sensitivity }}"),
        control_row(widths, "for statement in chapter.statements"),
        control_row(widths, "if loop.first or loop.previtem.subject != statement.subject"),
        row(upper_cell(widths[0], subject), upper_cell(widths[1], sensitive)),
        row(wide_cell(widths, said_of_subject())),
        control_row(widths, "endif"),
        control_row(widths, "endfor"),
    )


def said_of_subject() -> str:
    """All statements on the subject of a row, each with who and when in a line of its own."""
    text, who = (tags.replace("statement", "said") for tags in (TEXT, BYLINE))
    quoted = paragraph("TableLine", text) + when("said.byline", paragraph("TableByline", who))
    return loop(
        "said in chapter.statements if said.subject == statement.subject",
        when("said.quoted", quoted, otherwise=paragraph("TableText", text)),
    )


def lines() -> str:
    """A table of subjects: one line each, who said it when, and where it stands."""
    widths = (2551, COLUMN - 2551)
    line = cell(
        widths[0],
        paragraph("TableSubject", "{{ statement.subject or statement.name }}"),
    ) + cell(
        widths[1],
        said_in_table(),
    )
    head = head_row(widths, "{{ labels.subject }}", "{{ labels.passage }}")
    return when("chapter.statements", table(widths, head, each_row(widths, "statement in chapter.statements", line)))


def said_in_table() -> str:
    """Words of a source with who and when; own words without."""
    quoted = paragraph("TableQuote", TEXT) + when("statement.byline", paragraph("TableByline", BYLINE))
    return when("statement.quoted", quoted, otherwise=paragraph("TableText", TEXT))


def calendar() -> str:
    """A table of days: what happens, and who says so."""
    widths = (1701, COLUMN - 1701)
    day = cell(widths[0], paragraph("TableSubject", "{{ statement.subject or statement.date }}"))
    head = head_row(widths, "{{ labels.date }}", "{{ labels.what }}")
    happens = cell(widths[1], said_in_table())
    return when(
        "chapter.statements", table(widths, head, each_row(widths, "statement in chapter.statements", day, happens))
    )


def fields() -> str:
    """A table that people complete."""
    widths = (2551, COLUMN - 2551)
    name = cell(widths[0], paragraph("TableSubject", "{{ statement.subject or statement.name }}"))
    written = when(
        'statement.kind == "placeholder"', paragraph("TableField", TO_WRITE), otherwise=paragraph("TableField", TEXT)
    )
    head = head_row(widths, "{{ labels.subject }}", "{{ labels.to_complete }}")
    rows = each_row(widths, "statement in chapter.statements", name, cell(widths[1], written))
    return when("chapter.statements", table(widths, head, rows))


def contents(extra: str = '<w:spacing w:before="480"/>') -> str:
    """An ordinary table of contents of Word, and one of figures; their entries are written when a pack is made.

    Args:
        extra: properties of its heading: the space above it, or a new page.
    """
    entry = paragraph("TOC1", field(r'TOC \o "1-2" \h \z', "…"))
    figures = when(
        'chapters | selectattr("pictures") | list',
        paragraph("FiguresHeading", "{{ labels.pictures }}"),
        paragraph("TableofFigures", field(r'TOC \h \z \c "Figuur"', "…")),
    )
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
        f"</w:sdtPr><w:sdtContent>{paragraph('TOCHeading', '{{ labels.contents }}', extra=extra)}{entry}"
        f"</w:sdtContent></w:sdt>{figures}"
    )


def byline(first: str, second: str, style: str = "Byline") -> str:
    """Who said what, when, and where it stands."""
    earlier = "{% if statement.superseded %}{{ labels.earlier }} · {% endif %}"
    changed = words("{% if statement.change %} · ") + words("{{ statement.change }}", "Change") + words("{% endif %}")
    return paragraph(style, strong(f"{earlier}{first}"), f" · {second}", changed)


def statements() -> str:
    """Dated statements, one after the other."""
    own = paragraph("OwnWords", strong("{{ statement.name }} · "), TEXT)
    open_words = paragraph("OwnWords", strong("{{ statement.subject or statement.name }} · "), TO_WRITE)
    earlier, newest = paragraph("QuoteEarlier", TEXT), paragraph("Quote", TEXT)
    of_others = when('statement.kind == "stance"', paragraph("QuoteStance", TEXT), otherwise=newest)
    said = byline(BYLINE, "{{ statement.name }}")
    quoted = said + when("statement.superseded", earlier, otherwise=of_others)
    written = when('statement.kind == "placeholder"', open_words, otherwise=own)
    return loop("statement in chapter.statements", when("statement.quoted", quoted, otherwise=written))


def dialogue() -> str:
    """Questions, each with its answer."""
    mark = "{{ statement.name }}{% if statement.number %} {{ statement.number }}{% endif %}"
    asked = byline(mark, BYLINE) + paragraph("Question", TEXT)
    answered = byline(mark, BYLINE, "BylineAnswer") + paragraph("Quote", TEXT)
    return loop("statement in chapter.statements", when('statement.kind == "answer"', answered, otherwise=asked))


def commitments() -> str:
    """A table of what was promised: a row with deadline and status, and below it one with the words."""
    widths = (COLUMN - 2722, 2722)
    deadline = paragraph("TableRowHead", "{{ statement.deadline or labels.no_deadline }}")
    status = paragraph("TableRowNote", "{{ statement.status or '–' }}")
    said = paragraph("TableQuote", TEXT) + paragraph("TableByline", BYLINE)
    rows = row(upper_cell(widths[0], deadline), upper_cell(widths[1], status)) + row(wide_cell(widths, said))
    return when(
        "chapter.statements",
        table(
            widths,
            head_row(widths, "{{ labels.deadline }} · {{ labels.commitment }}", "{{ labels.status }}"),
            control_row(widths, "for statement in chapter.statements"),
            rows,
            control_row(widths, "endfor"),
        ),
    )


def tables() -> dict[str, str]:
    """The forms of chapters that are tables, by layout."""
    return {
        "commitments": commitments(),
        "summary": lines(),
        "overview": overview(),
        "calendar": calendar(),
        "fields": fields(),
    }


def chapters() -> str:
    """Every chapter after the essence, in the form that its layout asks for."""
    forms = {"dialogue": dialogue(), **tables()}
    return each_chapter("chapter in chapters if not chapter.opening", forms=forms, otherwise=statements())


def gaps() -> str:
    """What the sources do not say."""
    what = ("{% if gap.subject %}: {{ gap.subject }}{% endif %}. ", "{{ gap.reason }}")
    return when(
        "gaps",
        paragraph("Heading1", "{{ labels.gaps }}"),
        loop("gap in gaps", paragraph("ListBullet", strong("{{ gap.section }}"), *what)),
    )


def sources() -> str:
    """The list of sources, with links to the annex and to the official publication."""
    widths = (COLUMN - 6067, 1361, 2268, 2438)
    published = "{{ (source.reference or source.url | site or '–') | link(source.url) }}"
    line = (
        cell(widths[0], paragraph("TableText", "{{ source.title | link(source) }}"))
        + cell(widths[1], paragraph("TableText", "{{ source.holder }}"))
        + cell(widths[2], paragraph("TableText", "{{ source.date }}"))
        + cell(widths[3], paragraph("TableText", published))
    )
    head = head_row(widths, "{{ labels.source }}", "{{ labels.holder }}", "{{ labels.date }}", "{{ labels.reference }}")
    return (
        paragraph("Heading1", "{{ labels.sources }}")
        + paragraph("Intro", "{{ labels.sources_intro }}")
        + table(widths, head, each_row(widths, "source in sources", line))
    )


def annex() -> str:
    """Every cited paragraph in full, with links back to the statements that cite it."""
    back = "{% for place in paragraph.cited_in %}{% if not loop.first %}, {% endif %}{{ place | link }}{% endfor %}"
    one = (
        paragraph("AnnexLabel", "{{ paragraph | bookmark }}[{{ paragraph.number }}] {{ paragraph.label }}")
        + when("paragraph.path", paragraph("AnnexPath", "{{ paragraph.path }}"))
        + paragraph("AnnexBack", "{{ labels.cited_in }}: ", back)
        + paragraph("AnnexText", "{{ paragraph.text }}")
    )
    return (
        paragraph("Heading1", "{{ labels.annex }}", extra=NEW_PAGE)
        + paragraph("Intro", "{{ labels.annex_intro }}")
        + loop(
            "source in annex",
            paragraph("AnnexSource", "{{ source | bookmark }}{{ source.label }}"),
            loop("paragraph in source.paragraphs", one),
        )
    )


def index() -> str:
    """Where to find a subject or a paper; its links get page numbers, because of the style of the paragraph."""
    places = "{% for place in row.places %}, {{ place | link }}{% endfor %}"
    return when(
        "index",
        paragraph("Heading1", "{{ labels.index }}", extra=NEW_PAGE),
        loop(
            "part in index",
            paragraph("IndexHeading", "{{ part.title }}"),
            loop("row in part.rows", paragraph("Index1", strong("{{ row.term }}"), places)),
        ),
    )


def parts() -> tuple[str, ...]:
    """The whole pack."""
    return cover(), summary(), contents(), chapters(), gaps(), sources(), annex(), index()


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(template(*parts()))
