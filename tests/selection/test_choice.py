from __future__ import annotations

import pytest

from briefgen.document import ParagraphKind
from briefgen.errors import DefinitionError
from briefgen.records.commitment import Commitment
from briefgen.records.figure import Figure
from briefgen.selection import (
    Choice,
    Selection,
    paragraphs_for,
    paragraphs_on,
    parties_in,
    require_paragraphs,
    select,
    topics_of_party,
)
from briefgen.selection.scoring import CELL, DANGLING, HISTORY
from briefgen.spec import parse_spec

from .definitions import HEAD, spec, taxonomy
from .sources import (
    CONSULTATION,
    ENLARGEMENT,
    EXPERT,
    NEW_LETTER,
    OLD_ENLARGEMENT,
    OLD_LETTER,
    REPORT,
    SANCTIONS,
    corpus,
    extraction,
    paragraph,
    source,
)

ENLARGEMENT_SECTION = """
[[sections]]
id = "uitbreiding"
title = "Uitbreiding"
show = ["positions"]
topics = ["uitbreiding"]
least = 0.2
"""


def selection(sections: str) -> Selection:
    return select(corpus(), spec(sections), taxonomy())


def choices(sections: str, section: str = "uitbreiding") -> tuple[Choice, ...]:
    return selection(sections).by_section[section].choices


def keys(found: tuple[Choice, ...]) -> list[str]:
    return [choice.evidence.key for choice in found]


def test_the_newest_position_stands_on_top_and_the_older_one_of_the_same_holder_is_marked() -> None:
    found = choices(ENLARGEMENT_SECTION + 'holders = ["kabinet"]')
    assert [choice.evidence.text for choice in found] == [ENLARGEMENT, OLD_ENLARGEMENT]
    assert [choice.superseded for choice in found] == [False, True]


def test_an_older_position_is_not_overtaken_by_another_holder() -> None:
    found = choices(ENLARGEMENT_SECTION + 'holders = ["expert", "fractie"]')
    assert [choice.evidence.text for choice in found] == [EXPERT]
    assert not found[0].superseded


def test_the_words_of_an_expert_stand_behind_those_of_the_cabinet_and_keep_their_holder() -> None:
    found = choices(ENLARGEMENT_SECTION)
    assert [choice.evidence.holder for choice in found] == ["kabinet", "kabinet", "Clingendael"]
    assert found[-1].evidence.holder_kind == "expert"


def test_a_holder_can_be_asked_for_by_name() -> None:
    assert keys(choices(ENLARGEMENT_SECTION + 'holders = ["Clingendael"]')) == [f"{REPORT}:p1"]


def test_the_same_sentence_in_two_letters_is_quoted_once_from_the_newest_and_cites_both() -> None:
    section = '[[sections]]\nid = "s"\ntitle = "S"\nshow = ["positions"]\ntopics = ["sancties"]'
    outcome = selection(section).by_section["s"]
    assert [(choice.evidence.key, choice.also) for choice in outcome.choices] == [
        (f"{NEW_LETTER}:p3", (f"{OLD_LETTER}:p1",))
    ]
    assert outcome.choices[0].evidence.text == SANCTIONS
    assert ("duplicate", f"{NEW_LETTER}:p3") in {(out.reason, out.instead) for out in outcome.omissions}


def test_the_same_sentence_of_two_documents_of_one_cabinet_is_an_answer_and_a_position_once() -> None:
    found = choices(ENLARGEMENT_SECTION + 'holders = ["kabinet"]')
    assert found[1].also == (f"{OLD_LETTER}:p2",)
    assert found[1].evidence.source == CONSULTATION


def test_a_full_section_says_what_it_left_out_for_its_budget() -> None:
    outcome = selection(ENLARGEMENT_SECTION + "limit = 1").by_section["uitbreiding"]
    assert len(outcome.choices) == 1
    assert {out.reason for out in outcome.omissions} >= {"over-budget"}


def test_what_fits_too_little_is_out_with_its_score() -> None:
    outcome = selection(ENLARGEMENT_SECTION.replace("0.2", "0.99")).by_section["uitbreiding"]
    assert not outcome.choices
    assert {out.reason for out in outcome.omissions} == {"below-threshold"}
    assert any(out.score and out.terms for out in outcome.omissions)


def test_a_person_can_leave_a_paragraph_out_by_its_key_or_by_its_words() -> None:
    for words in (f"{NEW_LETTER}:p2", "hoe sneller landen hervormen"):
        outcome = selection(ENLARGEMENT_SECTION + f'exclude = ["{words}"]').by_section["uitbreiding"]
        assert f"{NEW_LETTER}:p2" not in keys(outcome.choices)
        assert [out.key for out in outcome.omissions if out.reason == "excluded-by-hand"] == [f"{NEW_LETTER}:p2"]


def test_a_pinned_paragraph_is_in_whatever_its_score_and_the_budget() -> None:
    section = ENLARGEMENT_SECTION.replace("0.2", "0.99") + f'limit = 1\npin = ["{REPORT}:p1"]'
    found = choices(section)
    assert keys(found) == [f"{REPORT}:p1"]
    assert found[0].pinned


def test_a_word_that_a_section_excludes_keeps_a_statement_out() -> None:
    outcome = selection(ENLARGEMENT_SECTION + 'exclude_terms = ["zeer kritisch"]').by_section["uitbreiding"]
    assert OLD_ENLARGEMENT not in [choice.evidence.text for choice in outcome.choices]
    assert "excluded-term" in {out.reason for out in outcome.omissions}


def test_the_council_of_europe_committee_chairs_and_advisory_councils_bring_nothing_into_the_presidency() -> None:
    section = (
        '[[sections]]\nid = "eu"\ntitle = "EU"\nshow = ["passages"]\ntopics = ["voorzitterschap"]\nper_paragraph = 5'
    )
    found = choices(section, "eu")
    assert set(keys(found)) == {f"{NEW_LETTER}:p1"}
    assert "2029" in found[0].evidence.text
    assert not any("2027" in choice.evidence.text for choice in found)


def test_a_quotation_that_points_back_begins_with_the_sentence_before_it() -> None:
    section = '[[sections]]\nid = "eu"\ntitle = "EU"\nshow = ["passages"]\nterms = ["reputatie"]\nleast = 0.1'
    assert choices(section, "eu")[0].evidence.text.startswith("In 2029 is Nederland voorzitter")


def test_of_two_statements_of_a_paragraph_the_one_goes_in_that_can_be_read_alone() -> None:
    joining = "Ook steunt het kabinet de uitbreiding van de Unie met Montenegro en de toetreding van Albanië."
    alone = "Het kabinet wil de uitbreiding van de Unie met Montenegro en de toetreding van Albanië goed voorbereiden."
    letter = extraction(
        source(NEW_LETTER), "2026-05-18", [paragraph(1, f"{joining} {alone}")], [("p1", joining), ("p1", alone)]
    )
    section = (
        '[[sections]]\nid = "uitbreiding"\ntitle = "U"\nshow = ["positions"]\n'
        'topics = ["uitbreiding"]\nper_paragraph = 1\nleast = 0.1'
    )
    (found,) = select((letter,), spec(section), taxonomy()).by_section["uitbreiding"].choices
    assert found.evidence.text == alone


def test_a_question_comes_with_the_sentence_of_the_answer_that_takes_a_position() -> None:
    section = '[[sections]]\nid = "q"\ntitle = "Q"\nlayout = "dialogue"\nshow = ["questions"]\ntopics = ["uitbreiding"]'
    (found,) = choices(section, "q")
    assert found.evidence.holder == "SGP"
    assert found.evidence.text.startswith("Kan de minister toelichten")
    assert [answer.text for answer in found.evidence.answers] == [OLD_ENLARGEMENT]
    assert found.evidence.answers[0].holder == "kabinet"


def test_the_same_words_stand_in_one_section_only() -> None:
    twice = ENLARGEMENT_SECTION + ENLARGEMENT_SECTION.replace('id = "uitbreiding"', 'id = "nog-eens"')
    found = selection(twice)
    assert not set(keys(found.by_section["uitbreiding"].choices)) & set(keys(found.by_section["nog-eens"].choices))
    assert not found.by_section["nog-eens"].choices
    assert "other-section" in {out.reason for out in found.by_section["nog-eens"].omissions}


def test_a_section_without_topics_shows_everything_of_its_kind() -> None:
    section = '[[sections]]\nid = "c"\ntitle = "C"\nlayout = "commitments"\nshow = ["commitments"]'
    (found,) = choices(section, "c")
    assert found.score is None
    assert found.evidence.deadline == "2026-07"


def test_a_summary_takes_the_newest_position_of_the_cabinet_from_a_section_that_it_names() -> None:
    summary = '[[sections]]\nid = "front"\ntitle = "Hoofdlijnen"\nlayout = "summary"\nlines = { uitbreiding = 1 }\n'
    (line,) = choices(summary + ENLARGEMENT_SECTION, "front")
    assert line.evidence.text == ENLARGEMENT
    assert line.origin == "uitbreiding"


def test_every_statement_that_a_term_touches_is_either_in_or_out() -> None:
    outcome = selection(ENLARGEMENT_SECTION).by_section["uitbreiding"]
    touched = {ENLARGEMENT, OLD_ENLARGEMENT, EXPERT}
    positions = [position.text for one in corpus() for position in one.positions]
    assert len(outcome.choices) + len(outcome.omissions) == sum(text in touched for text in positions)


def test_a_section_is_assured_of_statements_that_fit_less() -> None:
    strict = ENLARGEMENT_SECTION.replace("least = 0.2", 'least = 0.4\nholders = ["kabinet"]')
    assert keys(choices(strict)) == [f"{NEW_LETTER}:p2"]
    assert len(choices(strict + "assured = 2")) == 2


def test_a_summary_takes_no_statement_that_a_section_holds_only_because_it_is_assured_of_it() -> None:
    strict = ENLARGEMENT_SECTION.replace("least = 0.2", 'least = 0.45\nholders = ["kabinet"]\nassured = 2')
    front = '[[sections]]\nid = "front"\ntitle = "Kern"\nlayout = "summary"\nlines = { uitbreiding = 2 }\n'
    assert keys(choices(front + strict, "front")) == [f"{NEW_LETTER}:p2"]


def test_a_section_within_a_field_takes_only_what_also_bears_on_it() -> None:
    section = ENLARGEMENT_SECTION.replace("least = 0.2", "least = 0.1")
    assert choices(section + 'within = ["uitbreiding"]')
    assert not choices(section + 'within = ["sancties"]')


def test_a_paragraph_of_years_long_past_counts_less() -> None:
    old = "In 1989 begon de uitbreiding van de EU pas echt."
    late = "In 2024 begon de uitbreiding van de EU pas echt."
    scores = []
    for text in (old, late):
        letters = (extraction(source(NEW_LETTER), "2026-05-20", [paragraph(1, text)], positions=[("p1", text)]),)
        (choice,) = select(letters, spec(ENLARGEMENT_SECTION), taxonomy()).sections[0].choices
        scores.append(choice.score or 0.0)
    assert scores[0] == pytest.approx(HISTORY * scores[1], abs=0.001)


def test_a_question_and_a_lead_in_are_no_statement_of_an_expert() -> None:
    asked = "Maakt uitbreiding van de EU de EU sterker?"
    announced = "Voor uitbreiding van de EU gelden de volgende voorwaarden:"
    said = "Uitbreiding van de EU maakt de EU sterker."
    report = extraction(
        source(REPORT, "rapport", "Clingendael"),
        "2026-03",
        [paragraph(number, text) for number, text in enumerate((asked, announced, said), start=1)],
        positions=[("p2", announced)],
    )
    section = ENLARGEMENT_SECTION.replace('["positions"]', '["positions", "passages"]')
    outcome = select((report,), spec(section), taxonomy()).by_section["uitbreiding"]
    assert [choice.evidence.text for choice in outcome.choices] == [said]
    assert {out.text: out.reason for out in outcome.omissions}[asked] == "below-threshold"


def test_words_that_mean_something_which_is_not_quoted_with_them_count_less() -> None:
    known = "Het kabinet steunt deze uitbreiding van de Unie."
    plain = "Het kabinet steunt snelle uitbreiding van de Unie."
    before = "Er ligt een voorstel voor Montenegro."
    for text, share in ((f"{before} {known}", DANGLING), (known, 1.0)):  # at the head, the heading may name it
        letters = [
            extraction(source(NEW_LETTER), "2026-05-20", [paragraph(1, words)], positions=[("p1", said)])
            for words, said in ((text, known), (text.replace(known, plain), plain))
        ]
        leaning, alone = (
            select((letter,), spec(ENLARGEMENT_SECTION.replace("0.2", "0.01")), taxonomy()).sections[0].choices[0].score
            for letter in letters
        )
        assert leaning == pytest.approx(share * (alone or 0.0), abs=0.001)


def test_a_cell_of_a_table_counts_less() -> None:
    text = "De uitbreiding van de Unie vraagt om geduld."
    scores = []
    kinds: tuple[ParagraphKind, ...] = ("table_cell", "body")
    for kind in kinds:
        letter = extraction(source(NEW_LETTER), "2026-05-20", [paragraph(1, text, kind=kind)], positions=[("p1", text)])
        (choice,) = select((letter,), spec(ENLARGEMENT_SECTION), taxonomy()).sections[0].choices
        scores.append(choice.score or 0.0)
    assert scores[0] == pytest.approx(CELL * scores[1], abs=0.001)


def test_a_line_of_a_summary_brings_the_sentence_from_which_it_concludes_and_stands_there_once() -> None:
    ground = "Voor ons land is uitbreiding van de Unie van belang."
    conclusion = "Daarom steunt het kabinet de uitbreiding van de Unie met Montenegro."
    letter = extraction(
        source(NEW_LETTER), "2026-05-20", [paragraph(1, f"{ground} {conclusion}")], [("p1", ground), ("p1", conclusion)]
    )
    front = '[[sections]]\nid = "front"\ntitle = "Kern"\nlayout = "summary"\nlines = { uitbreiding = 2 }\n'
    (line,) = select((letter,), spec(front + ENLARGEMENT_SECTION), taxonomy()).by_section["front"].choices
    assert line.evidence.text == f"{ground} {conclusion}"


def test_a_table_over_all_chapters_keeps_each_row_as_it_stands() -> None:
    first = "Het kabinet zal de Kamer in juni informeren over de uitbreiding van de Unie."
    second = "Daarom zal het kabinet de Kamer in juli informeren over de uitbreiding van de Unie met Montenegro."
    letter = extraction(
        source(NEW_LETTER),
        "2026-05-20",
        [paragraph(1, f"{first} {second}")],
        commitments=[Commitment(text=text, paragraph="p1", why="test") for text in (first, second)],
    )
    table = '[[sections]]\nid = "alle"\ntitle = "Alle"\nlayout = "commitments"\nlines = { uitbreiding = 9 }\n'
    promised = table + ENLARGEMENT_SECTION.replace('["positions"]', '["commitments"]')
    rows = select((letter,), spec(promised), taxonomy()).by_section["alle"].choices
    assert {row.evidence.text for row in rows} == {first, second}


def test_figures_and_dates_say_what_they_are() -> None:
    figures = """
[[sections]]
id = "cijfers"
title = "Cijfers"
layout = "summary"
show = ["figures", "dates"]
topics = ["uitbreiding"]
least = 0.1
"""
    text = "De uitbreiding kost 3,5% van het bbp."
    letters = extraction(source(NEW_LETTER), "2026-05-20", [paragraph(1, text)])
    figure = Figure(text=text, paragraph="p1", why="test", value_text="3,5%", value=3.5, unit="% bbp")
    found = select((letters.model_copy(update={"figures": (figure,)}),), spec(figures), taxonomy())
    assert [choice.evidence.subject for choice in found.sections[0].choices] == ["3,5%"]


def test_the_subjects_of_a_party_follow_from_what_it_asked() -> None:
    assert parties_in(corpus()) == ("SGP",)
    assert [topic.id for topic in topics_of_party("SGP", taxonomy(), corpus())] in ([], ["uitbreiding"])


def test_a_pinned_key_that_no_source_has_is_told_with_the_nearest_ones() -> None:
    text = HEAD + ENLARGEMENT_SECTION + 'pin = ["letter-2026:p22"]'
    with pytest.raises(DefinitionError) as caught:
        require_paragraphs(parse_spec(text, "x.toml"), corpus(), text, "x.toml")
    assert "letter-2026:p2" in caught.value.text("nl").partition("Bedoelde u")[2]


def test_a_pinned_paragraph_that_no_source_has_is_a_mistake_with_its_line() -> None:
    text = HEAD + ENLARGEMENT_SECTION + 'pin = ["woorden die nergens staan"]'
    with pytest.raises(DefinitionError) as caught:
        require_paragraphs(parse_spec(text, "x.toml"), corpus(), text, "x.toml")
    assert caught.value.line == len(text.splitlines())
    assert "woorden die nergens staan" in caught.value.text("nl")


def test_the_paragraphs_on_a_topic_are_counted() -> None:
    subjects = [(topic,) for topic in taxonomy().topics]
    counts = dict(zip(taxonomy().by_id, paragraphs_on(subjects, taxonomy(), corpus()), strict=True))
    assert counts["sancties"] == 2
    assert counts["uitbreiding"] > counts["sancties"]


def test_the_paragraphs_that_a_pack_would_consider_are_counted() -> None:
    all_of_them = paragraphs_for(spec(ENLARGEMENT_SECTION.replace("0.2", "0.0")), taxonomy(), corpus())
    some = paragraphs_for(spec(ENLARGEMENT_SECTION), taxonomy(), corpus())
    assert 0 < some < all_of_them == sum(len(one.document.paragraphs) for one in corpus())
