"""Checks a PDF file against PDF/UA-1 and PDF/A-3, as far as a machine can."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from ..conformance import ConformanceReport, Finding
from ..errors import FindingsError, InputError
from ..filesystem import replace_file
from ..messages import message
from ..serialization import to_json
from ..tagged import LARGEST_FILE
from .intake import result
from .progress import Progress
from .reading import read_copy
from .worker import CopyFile

MOST_SHOWN = 10
"""So many findings of one rule are shown; the rest is counted."""


def check_pdf(path: Path, report: Path | None, progress: Progress) -> None:
    """Check a PDF, and show each finding with its page, its place, what to do and the clause that says so.

    Args:
        path: the PDF file; any, not only one that briefgen made.
        report: file for all findings as JSON, if wanted.
        progress: is told and shown.

    Raises:
        InputError: there is no such file, or it is no PDF that can be read.
        FindingsError: the file breaks a rule.
    """
    if not path.is_file():
        raise InputError("no-such-pdf", file=str(path))
    found = read_copy(CopyFile(result(path, LARGEST_FILE), str(path)), "conformance")
    if not isinstance(found, ConformanceReport):
        raise TypeError(f"a worker gave a {type(found).__name__} for a report")
    if report is not None:
        replace_file(report, to_json(found))
    _show(found.findings, progress)
    if not found.clean:
        broken = {finding.rule for finding in found.findings}
        raise FindingsError("pdf-findings", file=str(path), count=str(len(found.findings)), rules=str(len(broken)))
    counts = {"pages": found.pages, "elements": found.elements, "rules": len(found.rules)}
    progress.tell("pdf-clean", file=str(path), **{name: str(count) for name, count in counts.items()})


def _show(findings: Iterable[Finding], progress: Progress) -> None:
    """Each finding in a line; of many under one rule only the first ones."""
    for _, group in groupby(findings, key=lambda finding: finding.rule):
        same = list(group)
        for finding in same[:MOST_SHOWN]:
            progress.show(finding.text(progress.language))
        if len(same) > MOST_SHOWN:
            progress.show(message("more-findings", progress.language, count=str(len(same) - MOST_SHOWN)))
