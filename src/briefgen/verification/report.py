"""The report of a verification: each statement with its verdict, and everything that was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

from pydantic import Field

from ..messages import Language
from ..model import Model
from ..pack import Item, Pack
from .finding import Finding, Status, verdicts

Basis = Literal[
    "sources",  # the sources as they are now
    "file",  # only what the file says of itself
    "original",  # what the built pack says of itself
]


class ProvenStatement(Model):
    """One statement with its verdict.

    Attributes:
        section: the title of the section that it stands in.
        item: its id in `pack.json`.
        text: as it was built.
        citations: what it cites, as printed.
        findings: what is wrong with it, each in a sentence.
    """

    section: str
    item: str
    text: str
    quoted: bool
    citations: tuple[str, ...]
    status: Status
    findings: tuple[str, ...]


class Report(Model):
    """What was verified, on which ground, and the result.

    Attributes:
        file: what was verified, as the person named it.
        pack: the name of the pack; `title`, `as_of`: its title and its day.
        language: of the findings.
        counts: how many statements have each status.
        findings: everything that was found, those of statements too.
    """

    schema_version: Literal["briefgen/verification@1"] = Field(default="briefgen/verification@1", alias="schema")
    file: str
    pack: str
    title: str
    as_of: str
    language: Language
    basis: Basis
    counts: dict[Status, int]
    statements: tuple[ProvenStatement, ...]
    findings: tuple[Finding, ...]

    @property
    def wrong(self) -> tuple[Finding, ...]:
        """The findings that make the verification fail; the others are notices."""
        return tuple(finding for finding in self.findings if finding.severity != "info")


def report_of(file: str, pack: Pack, findings: Sequence[Finding], basis: Basis, language: Language) -> Report:
    """The report of a verification.

    Args:
        file: what was verified, as the person named it.
        pack: with all statements, also those that somebody took out.
        findings: everything that was found.
        basis: what it was held against.
        language: of the sentences in it.
    """
    statuses = {verdict.item: verdict.status for verdict in verdicts(pack, findings)}
    statements = tuple(
        _statement(item, section.title, pack, statuses[item.id], findings, language)
        for section in pack.sections
        for item in section.items
    )
    return Report(
        file=file,
        pack=pack.pack,
        title=pack.title,
        as_of=pack.as_of,
        language=language,
        basis=basis,
        counts=dict(sorted(Counter(one.status for one in statements).items())),
        statements=statements,
        findings=tuple(findings),
    )


def _statement(
    item: Item, section: str, pack: Pack, status: Status, findings: Iterable[Finding], language: Language
) -> ProvenStatement:
    cited = [pack.citation_by_key[key] for key in item.citations if key in pack.citation_by_key]
    said = (
        finding.said(language) if finding.item else finding.text(language)
        for finding in findings
        if finding.item == item.id or (finding.item is None and finding.citation in item.citations)
    )
    return ProvenStatement(
        section=section,
        item=item.id,
        text=item.text,
        quoted=item.quoted,
        citations=tuple(citation.label for citation in cited),
        status=status,
        findings=tuple(dict.fromkeys(said)),
    )
