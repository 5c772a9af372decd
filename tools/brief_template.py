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
    cell,
    each_chapter,
    field,
    head_row,
    loop,
    paragraph,
    strong,
    table,
    template,
    when,
    words,
)


def cover() -> str:
    """Title, for whom, as at, marking, and the sources with their dates."""
    return (
        paragraph("Title", "{{ title }}")
        + when("subtitle", paragraph("Subtitle", "{{ subtitle }}"))
        + when("audience", paragraph("CoverLine", strong("{{ labels.for_whom }}"), TAB, "{{ audience }}"))
        + paragraph("CoverLine", strong("{{ labels.as_of }}"), TAB, "{{ as_of }}")
        + paragraph("CoverLine", strong("{{ labels.marking }}"), TAB, "{{ marking }}")
        + paragraph("CoverLabel", "{{ labels.sources }}")
        + loop("source in sources", paragraph("CoverSource", "{{ source | link }}", words(" · {{ source.date }}")))
        + paragraph("Hint", "{{ labels.quoted_hint }}")
    )


def summary() -> str:
    """The page with the essence, before the contents."""
    return loop(
        "chapter in chapters if chapter.opening",
        paragraph("Heading1", "{{ chapter | bookmark }}{{ chapter.title }}", extra=NEW_PAGE),
        when("chapter.intro", paragraph("Intro", "{{ chapter.intro }}")),
        when("chapter.gap", paragraph("Gap", "{{ chapter.gap }}")),
        lines(),
    )


def lines() -> str:
    """A table of subjects: one line each, who said it when, and where it stands."""
    widths = (2551, COLUMN - 2551)
    line = cell(
        widths[0],
        paragraph("TableSubject", "{{ statement.subject or statement.name }}"),
    ) + cell(
        widths[1],
        paragraph("TableQuote", TEXT),
        paragraph("TableByline", "{{ statement.byline }}"),
    )
    head = head_row(widths, "{{ labels.subject }}", "{{ labels.passage }}")
    return when("chapter.statements", table(widths, head, "statement in chapter.statements", line))


def contents() -> str:
    """An ordinary table of contents of Word; its entries are written when a pack is made."""
    entry = paragraph("TOC1", field(r'TOC \o "1-2" \h \z', "…"))
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
        f"</w:sdtPr><w:sdtContent>{paragraph('TOCHeading', '{{ labels.contents }}', extra=NEW_PAGE)}{entry}"
        "</w:sdtContent></w:sdt>"
    )


def byline(first: str, second: str, style: str = "Byline") -> str:
    """Who said what, when, and where it stands."""
    earlier = "{% if statement.superseded %}{{ labels.earlier }} · {% endif %}"
    return paragraph(style, strong(f"{earlier}{first}"), f" · {second}")


def statements() -> str:
    """Dated statements, one after the other."""
    own = paragraph("OwnWords", strong("{{ statement.name }} · "), TEXT)
    earlier, newest = paragraph("QuoteEarlier", TEXT), paragraph("Quote", TEXT)
    said = byline("{{ statement.byline }}", "{{ statement.name }}")
    quoted = said + when("statement.superseded", earlier, otherwise=newest)
    return loop("statement in chapter.statements", when("statement.quoted", quoted, otherwise=own))


def dialogue() -> str:
    """Questions, each with its answer."""
    mark = "{{ statement.name }}{% if statement.number %} {{ statement.number }}{% endif %}"
    asked = byline(mark, "{{ statement.byline }}") + paragraph("Question", TEXT)
    answered = byline(mark, "{{ statement.byline }}", "BylineAnswer") + paragraph("Quote", TEXT)
    return loop("statement in chapter.statements", when('statement.kind == "answer"', answered, otherwise=asked))


def commitments() -> str:
    """A table of what was promised, with deadline and status."""
    widths = (COLUMN - 3742, 2041, 1701)
    line = (
        cell(
            widths[0],
            paragraph("TableQuote", TEXT),
            paragraph("TableByline", "{{ statement.byline }}"),
        )
        + cell(widths[1], paragraph("TableText", "{{ statement.deadline or labels.no_deadline }}"))
        + cell(widths[2], paragraph("TableText", "{{ statement.status or '–' }}"))
    )
    head = head_row(widths, "{{ labels.commitment }}", "{{ labels.deadline }}", "{{ labels.status }}")
    return when("chapter.statements", table(widths, head, "statement in chapter.statements", line))


def chapters() -> str:
    """Every chapter after the essence, in the form that its layout asks for."""
    forms = {"dialogue": dialogue(), "commitments": commitments(), "summary": lines()}
    return each_chapter("chapter in chapters if not chapter.opening", forms=forms, otherwise=statements())


def gaps() -> str:
    """What the sources do not say."""
    subject = "{% if gap.subject %} · {{ gap.subject }}{% endif %}"
    return when(
        "gaps",
        paragraph("Heading1", "{{ labels.gaps }}"),
        loop("gap in gaps", paragraph("ListBullet", strong(f"{{{{ gap.section }}}}{subject}"), ": {{ gap.reason }}")),
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
        paragraph("Heading1", "{{ labels.sources }}", extra=NEW_PAGE)
        + paragraph("Intro", "{{ labels.sources_intro }}")
        + table(widths, head, "source in sources", line)
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
            paragraph("Heading2", "{{ source | bookmark }}{{ source.label }}"),
            loop("paragraph in source.paragraphs", one),
        )
        + paragraph("Hint", "{{ labels.made_with }}")
    )


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(template(cover(), summary(), contents(), chapters(), gaps(), sources(), annex()))
