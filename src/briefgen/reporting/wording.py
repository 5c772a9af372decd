"""The words of a report: its heading, its table of counts, its rows, in the language of the report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..dates import long_date
from ..diagnostics import Severity
from ..messages import message
from ..verification import ProvenStatement, Report, Status

ORDER: tuple[Status, ...] = (
    "altered",
    "citation-missing",
    "no-source",
    "source-changed",
    "superseded",
    "source-absent",
    "deleted",
    "matches",
)
"""The statements that ask for work first."""


GRAVITY = ("error", "warning", "info")
"""The severities, the gravest first."""


class Row(NamedTuple):
    """One statement as it is printed: its verdict, where it stands, its words, what it cites, what is wrong with it."""

    status: Status
    verdict: str
    place: str
    text: str
    citations: str
    findings: tuple[str, ...]


class Remark(NamedTuple):
    """Something that is no matter of a single statement: how grave it is, that in a word, and what it is."""

    severity: Severity
    weight: str
    text: str


class Part(NamedTuple):
    """A part of a report with its heading."""

    title: str
    rows: tuple[Row, ...]


def heading(report: Report) -> str:
    """What the report is about."""
    return message("report-title", report.language, title=report.title)


def outcome(report: Report) -> str:
    """The result in a sentence."""
    code = "report-wrong" if report.wrong else "report-clean"
    return message(code, report.language, count=str(len(report.wrong)), statements=str(len(report.statements)))


def facts(report: Report) -> tuple[tuple[str, str], ...]:
    """What was verified and on which ground: labels with their values."""
    language = report.language
    basis = message(f"report-basis-{report.basis}", language)
    return (
        (message("report-file", language), report.file),
        (message("report-as-of", language), long_date(report.as_of, language)),
        (message("report-basis", language), basis),
    )


def counts(report: Report) -> tuple[tuple[str, str], ...]:
    """How many statements have each verdict."""
    return tuple((verdict(one, report), str(report.counts[one])) for one in ORDER if one in report.counts)


def verdict(status: Status, report: Report) -> str:
    """A status in words."""
    return message(f"status-{status}", report.language)


def remarks(report: Report) -> tuple[Remark, ...]:
    """What is no matter of a single statement: added text, the annex, sources, files; the gravest first."""
    items = {one.item for one in report.statements}
    keys = {finding.citation for finding in report.findings if finding.citation is not None}
    ours = [one for one in report.findings if one.item not in items and one.citation not in keys]
    return tuple(
        Remark(finding.severity, message(f"report-{finding.severity}", report.language), finding.text(report.language))
        for finding in sorted(ours, key=lambda finding: GRAVITY.index(finding.severity))
    )


def parts(report: Report) -> Iterator[Part]:
    """The statements by their verdict."""
    for status in ORDER:
        rows = tuple(_row(one, report) for one in report.statements if one.status == status)
        if rows:
            yield Part(verdict(status, report), rows)


def _row(statement: ProvenStatement, report: Report) -> Row:
    return Row(
        status=statement.status,
        verdict=verdict(statement.status, report),
        place=f"{statement.section} · {statement.item}",
        text=statement.text,
        citations=" · ".join(statement.citations),
        findings=statement.findings,
    )
