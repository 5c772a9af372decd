"""A report as one web page that loads nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import builder as tags

from ..messages import message
from ..renderers.word.marks import printable
from ..verification import Report
from .wording import Part, counts, facts, heading, outcome, parts, remarks

# What differs, in brackets: `be[l]emmeren`.
DIFFERENCE = re.compile(r"(\[[^\[\]]*\])")

STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; color: #1c1c1c; max-width: 52rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.6rem; line-height: 1.25 } h2 { font-size: 1.2rem; margin-top: 2.5rem }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem } dt { color: #555 } dd { margin: 0 }
.outcome { font-weight: 600; padding: .75rem 1rem; background: #e8f3ec; border-left: 4px solid #1b6b3a }
.wrong .outcome { background: #fbeceb; border-color: #a3211b }
article { border-top: 1px solid #ccc; padding: .75rem 0 } article p { margin: .25rem 0 }
.place, .cites { color: #555; font-size: .9rem } blockquote { margin: .25rem 0; font-family: Georgia, serif }
li { margin: .35rem 0 } li.info { color: #555 } .info mark { background: none }
:not(.info) > mark { background: #ffd84d; color: inherit; border-radius: 2px }
.finding::first-letter { text-transform: uppercase }
.finding { background: #fff6dd; padding: .25rem .5rem } .weight { font-weight: 600 }
@media print { body { margin: 0 } article { break-inside: avoid } }
"""


def page(report: Report) -> bytes:
    """The report as HTML, UTF-8.

    Args:
        report: of a verification.
    """
    report = printable(report)
    root = tags.HTML(
        tags.HEAD(
            tags.META(charset="utf-8"),
            tags.META(name="viewport", content="width=device-width, initial-scale=1"),
            tags.TITLE(heading(report)),
            tags.STYLE(STYLE),
        ),
        tags.BODY(
            tags.CLASS("wrong" if report.wrong else "clean"),
            tags.H1(heading(report)),
            tags.P(tags.CLASS("outcome"), outcome(report)),
            _pairs(facts(report)),
            tags.H2(message("report-counts", report.language)),
            _pairs(counts(report)),
            *_remarks(report),
            *(element for part in parts(report) for element in _part(part)),
        ),
        lang=report.language,
    )
    return bytes(etree.tostring(root, method="html", encoding="utf-8", doctype="<!doctype html>"))


def _pairs(pairs: tuple[tuple[str, str], ...]) -> etree._Element:
    made: etree._Element = tags.DL()
    for name, value in pairs:
        made.extend([tags.DT(name), tags.DD(value)])
    return made


def _remarks(report: Report) -> list[etree._Element]:
    found = remarks(report)
    if not found:
        return []
    lines = (
        tags.LI(tags.CLASS(one.severity), tags.SPAN(tags.CLASS("weight"), one.weight), ": ", *_marked(one.text))
        for one in found
    )
    return [tags.H2(message("report-remarks", report.language)), tags.UL(*lines)]


def _part(part: Part) -> list[etree._Element]:
    articles = [
        tags.ARTICLE(
            tags.P(tags.CLASS("place"), row.place),
            tags.BLOCKQUOTE(row.text),
            *([tags.P(tags.CLASS("cites"), row.citations)] if row.citations else []),
            *(tags.P(tags.CLASS("finding"), *_marked(finding)) for finding in row.findings),
        )
        for row in part.rows
    ]
    return [tags.H2(f"{part.title} ({len(part.rows)})"), *articles]


def _marked(text: str) -> Iterator[str | etree._Element]:
    """A finding with its difference marked, the brackets left for those who do not see the mark."""
    for number, piece in enumerate(DIFFERENCE.split(text)):
        yield tags.MARK(piece) if number % 2 else piece
