"""A report as a Word file: `report.docx`, which holds its styles, with the report in its body."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources

from lxml import etree

from ..messages import message
from ..ooxml import parse, w
from ..renderers.word.marks import REPLACEMENT, UNPRINTABLE
from ..renderers.word.ooxml import element, serialise, text_run
from ..renderers.word.package import main_part, pack, related_part, unpack
from ..renderers.word.styles import set_language
from ..verification import Report
from .wording import Part, counts, facts, heading, outcome, parts, remarks

EMPTY = "report.docx"
"""A Word file without words, in the folder of this module."""


def word_file(report: Report) -> bytes:
    """The report as a Word file; the same report gives the same bytes.

    Args:
        report: of a verification.
    """
    files = unpack(resources.files(__package__).joinpath(EMPTY).read_bytes(), EMPTY)
    main = main_part(files)
    document = parse(files[main])
    section = next(document.iter(w("sectPr")))
    for paragraph in _paragraphs(report):
        section.addprevious(paragraph)
    files[main] = serialise(document)
    name = related_part(files, main, "styles")
    if name is not None:
        styles = parse(files[name])
        set_language(styles, message("language-tag", report.language))
        files[name] = serialise(styles)
    return pack(files)


def _paragraphs(report: Report) -> Iterator[etree._Element]:
    yield _paragraph(heading(report), "Title")
    yield _paragraph(outcome(report), "Outcome")
    for name, value in facts(report):
        yield _paragraph(f"{name}: {value}")
    yield _paragraph(message("report-counts", report.language), "Heading1")
    for name, count in counts(report):
        yield _paragraph(f"{name}: {count}")
    found = remarks(report)
    if found:
        yield _paragraph(message("report-remarks", report.language), "Heading1")
    for severity, weight, text in found:
        yield _paragraph(f"{weight}: {text}", "Place" if severity == "info" else "Finding")
    for part in parts(report):
        yield from _part(part)


def _part(part: Part) -> Iterator[etree._Element]:
    yield _paragraph(f"{part.title} ({len(part.rows)})", "Heading1")
    for row in part.rows:
        yield _paragraph(f"{row.place} · {row.citations}" if row.citations else row.place, "Place")
        yield _paragraph(row.text, "Quote")
        for finding in row.findings:
            yield _paragraph(finding, "Finding")


def _paragraph(text: str, style: str = "") -> etree._Element:
    paragraph = element("p")
    if style:
        properties = element("pPr")
        properties.append(element("pStyle", val=style))
        paragraph.append(properties)
    paragraph.append(text_run(UNPRINTABLE.sub(REPLACEMENT, text)))
    return paragraph
