from __future__ import annotations

import hashlib

import pytest

from briefgen.assembly import assemble, require_cited
from briefgen.messages import Language
from briefgen.pack import Item, Pack
from briefgen.selection import select

from ..selection.definitions import spec, taxonomy
from ..selection.sources import CONSULTATION, NEW_LETTER, OLD_LETTER, PRESIDENCY, REPORT, corpus

SECTIONS = """
[[sections]]
id = "front"
title = "Hoofdlijnen"
layout = "summary"
lines = { uitbreiding = 1 }

[[sections]]
id = "uitbreiding"
title = { nl = "Uitbreiding", en = "Enlargement" }
show = ["positions"]
topics = ["uitbreiding"]
least = 0.2
note = "Let op het zomerreces."

[[sections]]
id = "sancties"
title = "Sancties"
level = 2
show = ["positions"]
topics = ["sancties"]

[[sections]]
id = "vragen"
title = "Vragen"
layout = "dialogue"
show = ["questions"]
topics = ["uitbreiding"]
least = 0.1

[[sections]]
id = "toezeggingen"
title = "Toezeggingen"
layout = "commitments"
show = ["commitments"]

[[sections]]
id = "landbouw"
title = "Landbouw"
show = ["positions"]
terms = ["landbouw"]

[[sections]]
id = "hoofdstuk"
title = "Een hoofdstuk dat alleen delen heeft"
"""


def build(as_of: str = "2026-11-22", language: Language = "nl", sections: str = SECTIONS) -> Pack:
    definition = spec(sections)
    chosen = select(corpus(), definition, taxonomy())
    return assemble(chosen, definition, corpus(), name="proef", as_of=as_of, language=language)


def items(pack: Pack, section: str) -> tuple[Item, ...]:
    return next(found.items for found in pack.sections if found.id == section)


def test_citations_are_numbered_from_one_the_newest_source_first_and_then_by_paragraph() -> None:
    citations = build().citations
    assert [citation.number for citation in citations] == list(range(1, len(citations) + 1))
    order = [NEW_LETTER, REPORT, CONSULTATION, OLD_LETTER]
    places = [(order.index(citation.source), int(citation.paragraph[1:])) for citation in citations]
    assert places == sorted(places)


def test_a_citation_knows_the_items_that_cite_it_and_holds_the_whole_paragraph() -> None:
    pack = build()
    by_id = {item.id: item for section in pack.sections for item in section.items}
    for citation in pack.citations:
        assert citation.cited_by
        assert all(citation.key in by_id[name].citations for name in citation.cited_by)
        assert citation.sha256 == hashlib.sha256(citation.text.encode()).hexdigest()
    cited = {key for item in by_id.values() for key in item.citations}
    assert cited == set(pack.citation_by_key)


def test_words_in_another_language_than_the_pack_say_so() -> None:
    assert {citation.language for citation in build().citations} == {None}
    pack = build(language="en")
    assert {citation.language for citation in pack.citations} == {"nl"}
    languages = {item.quoted: item.language for section in pack.sections for item in section.items}
    assert languages == {True: "nl", False: None}


def test_the_keywords_are_the_subjects_of_the_sections_each_once() -> None:
    assert build(language="en").keywords == ("Enlargement", "Sancties", "Vragen")
    assert build().author is None


def test_a_label_names_the_source_and_the_paragraph() -> None:
    assert build().citation_by_key[f"{NEW_LETTER}:p2"].label == "Letter-2026, ¶ 2"


def test_every_item_names_its_holder_and_date_and_notes_are_no_quotations() -> None:
    pack = build()
    for section in pack.sections:
        for item in section.items:
            if item.quoted:
                assert item.holder
                assert item.holder_kind
                assert item.date
                assert item.citations
    note = items(pack, "uitbreiding")[0]
    assert (note.type, note.quoted, note.citations) == ("note", False, ())


def test_an_answer_follows_its_question_under_the_name_of_the_cabinet() -> None:
    question, answer = items(build(), "vragen")
    assert (question.type, question.holder, question.number) == ("question", "SGP", "31")
    assert (answer.type, answer.holder_kind) == ("answer", "kabinet")


@pytest.mark.parametrize(("as_of", "status"), [("2026-07-31", "open"), ("2026-08-01", "overdue")])
def test_a_commitment_is_overdue_after_the_last_day_of_its_deadline(as_of: str, status: str) -> None:
    (commitment,) = items(build(as_of), "toezeggingen")
    assert commitment.status == status


@pytest.mark.parametrize(
    ("language", "words"), [("nl", "Geen bron in het corpus."), ("en", "No source in the corpus.")]
)
def test_a_section_without_evidence_says_so_and_is_listed_as_a_gap(language: Language, words: str) -> None:
    pack = build(language=language)
    assert [gap.reason for gap in pack.gaps if gap.section == "landbouw"] == [words]


def test_a_commitment_past_its_date_is_a_gap() -> None:
    (gap,) = [gap for gap in build(as_of="2026-09-01").gaps if gap.section == "toezeggingen"]
    assert "juli 2026" in gap.reason
    assert not [gap for gap in build(as_of="2026-06-01").gaps if gap.section == "toezeggingen"]


def test_an_optional_section_that_is_empty_is_a_gap_and_not_printed() -> None:
    optional = SECTIONS.replace('terms = ["landbouw"]', 'terms = ["landbouw"]\noptional = true')
    pack = build(sections=optional)
    assert "landbouw" not in {section.id for section in pack.sections}
    assert [(gap.section, gap.title) for gap in pack.gaps if gap.title == "Landbouw"] == [("", "Landbouw")]


def test_a_line_of_the_summary_names_its_subject_in_the_language_of_the_pack() -> None:
    assert [line.topic for line in items(build(language="en"), "front")] == ["Enlargement"]


def test_the_sources_are_listed_newest_first_with_the_number_of_cited_paragraphs() -> None:
    pack = build()
    assert [note.id for note in pack.sources] == [NEW_LETTER, REPORT, CONSULTATION, OLD_LETTER]
    assert sum(note.cited for note in pack.sources) == len(pack.citations)


def test_the_same_inputs_give_the_same_pack() -> None:
    assert build() == build()


def test_a_quotation_that_no_cited_paragraph_holds_is_a_defect() -> None:
    pack = build()
    section = pack.sections[0]
    forged = section.items[0].model_copy(update={"text": PRESIDENCY})
    sections = (section.model_copy(update={"items": (forged,)}), *pack.sections[1:])
    with pytest.raises(ValueError, match="no cited paragraph"):
        require_cited(pack.model_copy(update={"sections": sections}))
