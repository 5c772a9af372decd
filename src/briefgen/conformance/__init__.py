"""Checking a tagged PDF against what a machine can check of PDF/UA-1 and PDF/A-3.

    TaggedFile ──▶ RULES, one after another ──▶ findings: rule, clauses, page, place

A rule is a function over the values of a file and one line in `rules.py`. A file without findings has no fault that
these rules know; whether its texts, its order and its headings make sense, only people can tell.
"""

from __future__ import annotations

from ..tagged import TaggedFile
from .finding import ConformanceReport, Fault, Finding, Rule
from .rules import RULES

__all__ = ["RULES", "ConformanceReport", "Finding", "check"]


def check(file: TaggedFile, name: str) -> ConformanceReport:
    """All that is wrong with a file, rule by rule, in the order of its pages.

    Args:
        file: as it was read.
        name: how the report names it.
    """
    findings = _findings(file)
    return ConformanceReport(
        file=name,
        pages=len(file.pages),
        elements=len(file.tree.elements),
        clean=not findings,
        rules=tuple(rule.code for rule in RULES),
        findings=findings,
    )


def _findings(file: TaggedFile) -> tuple[Finding, ...]:
    return tuple(
        _finding(rule, fault)
        for rule in RULES
        for fault in sorted(rule.find(file), key=lambda each: -1 if each.page is None else each.page)
    )


def _finding(rule: Rule, fault: Fault) -> Finding:
    return Finding(
        rule=rule.code,
        severity=rule.severity,
        clauses=rule.clauses,
        page=None if fault.page is None else fault.page + 1,
        place=fault.place,
        details=fault.details,
    )
