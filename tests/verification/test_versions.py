"""A newer version of a source is told of; what it says differently is found."""

from __future__ import annotations

import pytest

from briefgen.lineage import trace
from briefgen.messages import LANGUAGES, Language
from briefgen.pack import QuoteSelector
from briefgen.verification import SourceText, report_of, verdicts, verify_pack, version_findings
from briefgen.verification.citations import descendant

from .sample import FIRST, SECOND, TEXT, good_pack, source_text, sources

OTHER = SECOND.replace("3,5%", "5%")


def newer(second: str = SECOND) -> dict[str, SourceText]:
    """The source and a version of it that replaces it."""
    text = source_text(TEXT.replace(SECOND, second), second=second)
    source = text.document.source.model_copy(update={"id": "geo-2027", "label": "EU als geopolitieke speler (2027)"})
    document = text.document.model_copy(update={"source": source})
    return sources() | {"geo-2027": text._replace(document=document)}


def codes(second: str = SECOND) -> list[str]:
    return [one.code for one in version_findings(good_pack(), {"geo-2026": "geo-2027"}, newer(second))]


def test_a_source_without_a_newer_version_gives_nothing() -> None:
    assert version_findings(good_pack(), {}, sources()) == ()


def test_a_newer_version_that_says_the_same_is_a_notice() -> None:
    found = version_findings(good_pack(), {"geo-2026": "geo-2027"}, newer())
    assert [(one.code, one.severity) for one in found] == [("source-superseded", "info")]
    assert "geo-2027" in found[0].text("nl")


def test_a_newer_version_that_says_it_differently_touches_its_statements() -> None:
    found = version_findings(good_pack(), {"geo-2026": "geo-2027"}, newer(OTHER))
    assert [one.code for one in found] == ["source-superseded", "paragraph-superseded"]
    assert [one.status for one in verdicts(good_pack(), found)] == ["matches", "superseded", "matches"]


def test_the_lineage_tells_what_became_of_a_paragraph_and_not_what_is_most_like_it() -> None:
    versions = newer(SECOND.replace("ook in 2029", "tot en met 2035"))
    old, new = versions["geo-2026"].document, versions["geo-2027"].document
    lineages = {"geo-2026": trace(old, new)}
    decoy = new.paragraphs[1].model_copy(update={"id": "p9", "text": SECOND.replace("3,5%", "3,4%")})
    longer = new.model_copy(update={"paragraphs": (*new.paragraphs, decoy)})
    versions["geo-2027"] = versions["geo-2027"]._replace(document=longer)
    *_, by_likeness = version_findings(good_pack(), {"geo-2026": "geo-2027"}, versions)
    *_, by_lineage = version_findings(good_pack(), {"geo-2026": "geo-2027"}, versions, lineages)
    assert "3,[4]%" in by_likeness.expected
    assert "2035" in by_lineage.expected


def test_a_newer_version_that_no_longer_says_it_touches_its_statements() -> None:
    other = (
        "Nederland draagt zorg voor visserij, Waddenzee, havens, dijken en duinen; daarover gaat later ander beleid."
    )
    assert codes(other)[1:] == ["paragraph-superseded-gone"]


def test_a_paragraph_that_was_taken_up_in_a_longer_one_is_found_again_by_its_selector() -> None:
    citation = good_pack().citations[1]
    longer = f"{'Wat hier voor staat, gaat over iets anders. ' * 20}{citation.text}"
    document = newer(longer)["geo-2027"].document
    assert descendant(citation, document) is None
    selector = QuoteSelector(exact=citation.text)
    assert descendant(citation.model_copy(update={"selector": selector}), document) == longer


def test_versions_that_replace_each_other_in_a_circle_end_the_search() -> None:
    circle = {"geo-2026": "geo-2027", "geo-2027": "geo-2026"}
    assert [one.severity for one in version_findings(good_pack(), circle, newer())] == ["info"]


def test_without_sources_a_pack_is_held_against_its_own_annex() -> None:
    assert verify_pack(good_pack(), None) == ()
    citation = good_pack().citations[0].model_copy(update={"text": FIRST.replace("kabinet", "kabinat")})
    changed = good_pack().model_copy(update={"citations": (citation, good_pack().citations[1])})
    assert "paragraph-hash-wrong" in [one.code for one in verify_pack(changed, None)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_has_a_verdict_for_each_statement(language: Language) -> None:
    found = version_findings(good_pack(), {"geo-2026": "geo-2027"}, newer(OTHER))
    made = report_of("proef.docx", good_pack(), found, "sources", language)
    assert made.counts == {"matches": 2, "superseded": 1}
    assert len(made.wrong) == 1
    assert made.statements[1].findings == (found[1].text(made.language),)
