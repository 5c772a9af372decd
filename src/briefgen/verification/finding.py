"""Findings: what a check found, where, and what it means for a statement."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

from ..diagnostics import Severity
from ..messages import Language, message
from ..model import Model
from ..pack import Pack

Code = Literal[
    # the pack alone
    "repeated-id",
    "citation-key-wrong",
    "citation-missing",
    "no-citation",
    "own-words",
    "source-unlisted",
    "citation-number-wrong",
    "cited-by-wrong",
    "cited-count-wrong",
    "gap-section-unknown",
    "orphan-quotation",
    "orphan-part",
    "orphan-sentence",
    # citations against the sources
    "source-absent",
    "source-changed",
    "paragraph-unknown",
    "paragraph-moved",
    "paragraph-altered",
    "paragraph-changed",
    "paragraph-gone",
    "paragraph-hash-wrong",
    "paragraph-spans-wrong",
    "paragraph-not-at-spans",
    "paragraph-place-wrong",
    # citations against newer versions of the sources
    "source-superseded",
    "paragraph-superseded",
    "paragraph-superseded-gone",
    # quotations against the citations
    "quotation-altered",
    # a copy against what it says of itself
    "copy-foreign",
    "copy-altered",
    "copy-own-words-altered",
    "copy-absent",
    "copy-section-absent",
    "copy-citation-gone",
    "copy-misattributed",
    "copy-annex-altered",
    "copy-annex-absent",
    "copy-annex-mislabelled",
    "copy-marking-gone",
    "copy-own-added",
    "copy-added",
    "copy-placeholder",
    # the folder of a pack
    "manifest-absent",
    "output-changed",
    "output-gone",
    "output-of-another-build",
]

Status = Literal[
    "matches",  # verbatim in the source, or marked as words of the person who made the pack
    "altered",  # not the words of the source
    "citation-missing",  # cites something that the pack does not hold
    "no-source",  # states something and cites nothing
    "source-changed",  # was verbatim; the source reads differently now
    "superseded",  # verbatim in a source that has a newer version, which says it differently or no longer
    "deleted",  # somebody took it out of the copy
    "source-absent",  # the source is not at hand
]

STATUS_OF: dict[Code, Status] = {
    "no-citation": "no-source",
    "own-words": "no-source",
    "orphan-quotation": "altered",
    "orphan-part": "altered",
    "citation-missing": "citation-missing",
    "source-unlisted": "citation-missing",
    "paragraph-unknown": "citation-missing",
    "source-absent": "source-absent",
    "paragraph-changed": "source-changed",
    "paragraph-gone": "source-changed",
    "paragraph-superseded": "superseded",
    "paragraph-superseded-gone": "superseded",
    "paragraph-altered": "altered",
    "paragraph-spans-wrong": "altered",
    "paragraph-not-at-spans": "altered",
    "quotation-altered": "altered",
    "copy-altered": "altered",
    "copy-own-words-altered": "altered",
    "copy-misattributed": "altered",
    "copy-absent": "deleted",
    "copy-citation-gone": "citation-missing",
}
"""What a finding means for the statements that it touches; the other codes mean nothing for a single statement."""

GRAVITY: tuple[Status, ...] = (
    "deleted",
    "no-source",
    "citation-missing",
    "altered",
    "source-changed",
    "superseded",
    "source-absent",
    "matches",
)
"""The gravest first: a statement that several findings touch has the first of these. Of one that is gone nothing else
matters."""


class Finding(Model):
    """One thing that is wrong.

    Attributes:
        where: the place as a person knows it: a statement, a citation, a file.
        item: id of the statement that it touches, if it is one.
        citation: key of the citation that it touches, if it is one.
        source: id of the source that it touches as a whole.
        expected: what should be there, shortened to the difference, which stands in brackets.
        found: what is there, likewise.
    """

    severity: Severity = "error"
    code: Code
    where: str
    item: str | None = None
    citation: str | None = None
    source: str | None = None
    expected: str = ""
    found: str = ""

    def text(self, language: Language) -> str:
        """The finding in one or two sentences: where, what is wrong, and what to do."""
        return f"{self.where}: {self.said(language)}"

    def said(self, language: Language) -> str:
        """The same without its place, for where the place is plain."""
        return message(f"finding-{self.code}", language, expected=self.expected, found=self.found)


class Verdict(Model):
    """How one statement of a pack stands."""

    item: str
    status: Status


def verdicts(pack: Pack, findings: Iterable[Finding]) -> tuple[Verdict, ...]:
    """How each statement stands, in the order of the pack.

    Args:
        pack: that was verified.
        findings: all that were found in it.
    """
    of_item: dict[str | None, set[Status]] = {}
    of_citation: dict[str | None, set[Status]] = {}
    of_source: dict[str | None, set[Status]] = {}
    for finding in findings:
        status = STATUS_OF.get(finding.code)
        if status is not None:
            of_item.setdefault(finding.item, set()).add(status)
            of_citation.setdefault(finding.citation, set()).add(status)
            of_source.setdefault(finding.source, set()).add(status)
    found = []
    for item in (item for section in pack.sections for item in section.items):
        statuses = {"matches", *of_item.get(item.id, ())}
        for key in item.citations:
            citation = pack.citation_by_key.get(key)
            statuses |= of_citation.get(key, set())
            statuses |= of_source.get(citation.source, set()) if citation else set()
        found.append(Verdict(item=item.id, status=min(statuses, key=GRAVITY.index)))
    return tuple(found)


CODES: tuple[Code, ...] = get_args(Code)
"""Every code that a finding can have."""
