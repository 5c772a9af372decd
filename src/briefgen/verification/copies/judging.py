"""From where the statements of a pack stand in a copy to what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ...attestation import Attestation, AttestedStatement
from ..difference import difference, last_words, shortened
from ..finding import Finding
from .flow import survey_flow
from .model import Copy
from .pages import survey_pages
from .survey import Found, Survey
from .wording import Wording

PLACE_LENGTH = 60
"""Characters of the words before an addition, by which people find it."""


def copy_findings(attestation: Attestation, copy: Copy) -> tuple[Finding, ...]:
    """What is different in a copy from what was built; nothing when only its look changed.

    What is wrong comes in the order of the pack, and at last what was added. That somebody took a statement out, or
    has not yet written what only a person can, is a notice: a person may shorten a brief.

    Args:
        attestation: what the copy says of itself.
        copy: as it was read.
    """
    wording = Wording(_printed(attestation))
    survey = (survey_flow if copy.flowing else survey_pages)(attestation, copy, wording)
    if _is_foreign(attestation, survey):
        return (Finding(code="copy-foreign", where=attestation.title), *_of_statements(attestation, survey))
    return (
        *_of_statements(attestation, survey),
        *_of_annex(attestation, survey),
        *_of_citations(survey),
        *_of_bylines(survey),
        *_of_marking(attestation, survey),
        *_of_additions(attestation, survey),
    )


def _printed(attestation: Attestation) -> Iterator[str]:
    """Every text that the templates may print."""
    yield from attestation.wording
    yield from (attestation.title, attestation.marking)
    yield from (citation.label for citation in attestation.citations)
    yield from (source.label for source in attestation.sources)


def _is_foreign(attestation: Attestation, survey: Survey) -> bool:
    """Whether nothing of a pack is left in a file, so that it is no copy of that pack any more."""
    hows = {survey.found["statement", one.id].how for one in attestation.statements if one.quoted}
    return hows == {"absent"}


def _of_statements(attestation: Attestation, survey: Survey) -> Iterator[Finding]:
    for section, group in groupby(attestation.statements, key=lambda statement: statement.section):
        statements = [(one, survey.found["statement", one.id]) for one in group]
        gone = [one for one, found in statements if found.how == "absent" and one.type != "placeholder"]
        if len(gone) == len(statements) > 1:
            yield Finding(severity="info", code="copy-section-absent", where=section, found=str(len(gone)))
        for one, found in statements:
            yield from _of_statement(one, found)


def _of_statement(statement: AttestedStatement, found: Found) -> Iterator[Finding]:
    where = _where(statement)
    if statement.type == "placeholder":
        if found.how == "verbatim":
            yield Finding(severity="info", code="copy-placeholder", where=where, found=statement.text)
    elif found.how == "absent":
        said = shortened(statement.text)
        yield Finding(severity="info", code="copy-absent", where=where, item=statement.id, found=said)
    elif found.how == "altered":
        differs = difference(found.built, found.now)
        own = not statement.quoted and not statement.citations
        yield Finding(
            severity="info" if own else "error",
            code="copy-own-words-altered" if own else "copy-altered",
            where=where,
            item=statement.id,
            expected=differs.expected,
            found=differs.found,
        )


def _of_annex(attestation: Attestation, survey: Survey) -> Iterator[Finding]:
    """The cited paragraphs in full; a template need not print them."""
    annex = [(one, survey.found["citation", one.key]) for one in attestation.citations]
    printed = any(found.how != "absent" for _, found in annex)
    for citation, found in annex if printed else ():
        if found.how == "altered":
            differs = difference(found.built, found.now)
            yield Finding(
                code="copy-annex-altered", where=citation.label, expected=differs.expected, found=differs.found
            )
        elif found.how == "absent":
            yield Finding(severity="info", code="copy-annex-absent", where=citation.label)
    for citation in survey.mislabelled:
        yield Finding(code="copy-annex-mislabelled", where=citation.label)


def _of_citations(survey: Survey) -> Iterator[Finding]:
    for statement, citation in survey.unnamed:
        yield Finding(code="copy-citation-gone", where=_where(statement), item=statement.id, found=citation.label)


def _of_bylines(survey: Survey) -> Iterator[Finding]:
    for statement, name in survey.misattributed:
        yield Finding(code="copy-misattributed", where=_where(statement), item=statement.id, found=name)


def _of_marking(attestation: Attestation, survey: Survey) -> Iterator[Finding]:
    """The mark of confidentiality, where the template for Word prints it at the edges of pages."""
    if attestation.marks and attestation.marking and not survey.marked:
        yield Finding(code="copy-marking-gone", where=attestation.title, expected=attestation.marking)


def _of_additions(attestation: Attestation, survey: Survey) -> Iterator[Finding]:
    """What somebody added; words that are marked as a person's own are a notice."""
    for one in survey.added:
        where = f"«{last_words(one.before, PLACE_LENGTH)}»"
        said = shortened(one.text)
        if one.own:
            yield Finding(severity="info", code="copy-own-added", where=where, found=said)
        else:
            yield Finding(code="copy-added", where=where, expected=attestation.own, found=said)


def _where(statement: AttestedStatement) -> str:
    return f"{statement.section} ({statement.id})"
