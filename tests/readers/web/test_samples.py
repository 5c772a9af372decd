"""Real pages beside the repository: what was counted by hand."""

from __future__ import annotations

from .samples import sample


def test_the_page_of_a_motion_holds_only_the_motion() -> None:
    document = sample("s16-tweedekamer-motie-kst-31497-504.html")
    assert [paragraph.kind for paragraph in document.paragraphs] == ["body"] * 4 + ["signature"]
    assert 30 <= sum(len(paragraph.text.split()) for paragraph in document.paragraphs) <= 70
    assert not document.headings
    found = document.metadata.identifiers
    assert (found.kamerstuk, found.document, found.zaak) == (("31497-504",), ("2025D31484",), ("2025Z13886",))


def test_a_page_of_the_official_journal_has_its_notes_and_articles() -> None:
    document = sample("s17-regulation-575-2013-excerpt-en.html")
    assert [note.label for note in document.footnotes] == ["1", "2"]
    assert [note.paragraph for note in document.footnotes] == ["p5", "p6"]
    headings = [heading.text for heading in document.headings]
    assert "Article 4 Definitions" in headings
    assert "TITLE I SUBJECT MATTER, SCOPE AND DEFINITIONS" in headings
    assert document.metadata.language == "en"
    assert document.metadata.date == "2013-06-26"
    assert not document.tables
