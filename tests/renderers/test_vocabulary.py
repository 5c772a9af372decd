"""The words that templates print."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.pack import Gap
from briefgen.renderers.presenting import present
from briefgen.renderers.vocabulary import LONGEST_ANCHOR, anchor

from .sample import labels, pack, view


@given(
    st.lists(st.text(min_size=1, max_size=80), min_size=2, max_size=2, unique_by=lambda name: re.sub(r"\W", "", name))
)
def test_an_anchor_is_a_name_that_word_and_html_accept(names: list[str]) -> None:
    for name in names:
        assert re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", anchor("c", name))
        assert len(anchor("c", name)) <= LONGEST_ANCHOR


def test_long_names_that_begin_alike_get_different_anchors() -> None:
    long = "een-bron-met-een-heel-lange-naam-die-niet-past"
    assert anchor("c", f"{long}:p1") != anchor("c", f"{long}:p2")


def test_every_link_of_a_statement_leads_to_a_paragraph_of_the_annex_and_back() -> None:
    shown = view()
    annex = {paragraph.anchor: paragraph for source in shown.annex for paragraph in source.paragraphs}
    statements = {statement.anchor: statement for chapter in shown.chapters for statement in chapter.statements}
    for statement in statements.values():
        for link in statement.sources:
            assert statement.anchor in {back.anchor for back in annex[link.anchor].cited_in}
    for paragraph in annex.values():
        assert paragraph.cited_in
        for back in paragraph.cited_in:
            assert paragraph.anchor in {link.anchor for link in statements[back.anchor].sources}


def test_anchors_are_unique_in_a_pack() -> None:
    shown = view()
    anchors = [chapter.anchor for chapter in shown.chapters]
    anchors += [statement.anchor for chapter in shown.chapters for statement in chapter.statements]
    anchors += [paragraph.anchor for source in shown.annex for paragraph in source.paragraphs]
    assert len(set(anchors)) == len(anchors)


def test_a_byline_names_the_holder_what_he_is_and_the_date() -> None:
    bylines = {statement.byline for chapter in view().chapters for statement in chapter.statements if statement.quoted}
    assert "Kabinet · 24 april 2026" in bylines
    assert "Clingendael (expert) · maart 2026" in bylines
    assert any(byline.startswith("GroenLinks-PvdA (fractie) · ") for byline in bylines)


def test_a_note_of_a_person_has_no_byline_of_a_source() -> None:
    notes = [statement for chapter in view().chapters for statement in chapter.statements if not statement.quoted]
    assert [note.byline for note in notes] == [""]


def test_text_is_never_changed_on_its_way_to_the_templates() -> None:
    items = [item.text for section in pack().sections for item in section.items]
    assert [statement.text for chapter in view().chapters for statement in chapter.statements] == items


def test_a_citation_that_the_pack_does_not_hold_is_a_defect() -> None:
    from briefgen.renderers.presenting import present

    from .sample import labels

    with pytest.raises(KeyError):
        present(pack().model_copy(update={"citations": ()}), labels())


def test_a_title_that_several_sections_have_is_told_by_their_chapter() -> None:
    made = pack()
    one, other = (number for number, section in enumerate(made.sections) if section.level == 2)
    sections = [
        section.model_copy(update={"title": "Inzet"}) if number in (one, other) else section
        for number, section in enumerate(made.sections)
    ]
    chapter = next(section.title for section in reversed(sections[:one]) if section.level == 1)
    shown = present(made.model_copy(update={"sections": tuple(sections)}), labels())
    inside = {anchor("i", item.id) for number in (one, other) for item in sections[number].items}
    places = [back for source in shown.annex for paragraph in source.paragraphs for back in paragraph.cited_in]
    told = {re.sub(r" \(\d+\)$", "", back.label) for back in places if back.anchor in inside}
    assert told == {chapter}


def test_the_number_of_a_paragraph_stays_with_the_words_before_it() -> None:
    made = pack()
    cited = tuple(one.model_copy(update={"label": "Brief, ¶ 4"}) for one in made.citations)
    shown = present(made.model_copy(update={"citations": cited}), labels())
    told = {link.label for chapter in shown.chapters for one in chapter.statements for link in one.sources}
    assert told == {"Brief,\xa0¶\xa04"}


def test_why_there_is_a_gap_is_a_sentence() -> None:
    gap = Gap(section="kern", reason="het nieuwste standpunt is van 27 januari 2026.")
    [row] = present(pack().model_copy(update={"gaps": (gap,)}), labels()).gaps
    assert row.reason.startswith("Het nieuwste")
