from __future__ import annotations

from briefgen.provenance import Span
from briefgen.selection import Choice, Evidence, Selection, select
from briefgen.selection.budget import AROUND, LINE, ROW, ROW_LINE, lines_of, row_lines

from .definitions import spec, taxonomy
from .sources import (
    ENLARGEMENT,
    EXPERT,
    NEW_LETTER,
    OLD_ENLARGEMENT,
    OLD_LETTER,
    corpus,
    extraction,
    paragraph,
    source,
)

CHAPTER = """
[[sections]]
id = "voorop"
title = "Voorop"
layout = "overview"
budget = 10
lines = { uitbreiding = 2 }

[[sections]]
id = "uitbreiding"
title = "Uitbreiding"
show = ["positions"]
topics = ["uitbreiding"]
least = 0.2
"""

PARTS = """
[[sections]]
id = "experts"
title = "Experts"
level = 2
show = ["options"]
topics = ["uitbreiding"]
least = 0.2
"""


def chosen(sections: str, section: str = "uitbreiding") -> list[str]:
    return [choice.evidence.text for choice in made(sections).by_section[section].choices]


def made(sections: str) -> Selection:
    return select(corpus(), spec(sections), taxonomy())


def choice(text: str) -> Choice:
    said = Evidence(type="position", source="a", paragraph="p1", span=Span(0, len(text)), text=text, holder="kabinet",
                    holder_kind="kabinet", date=None)  # fmt: skip
    return Choice(evidence=said, score=0.5)


def test_a_statement_fills_its_lines_and_what_stands_around_it() -> None:
    assert lines_of(choice("x" * LINE)) == 1 + AROUND
    assert lines_of(choice("x" * (LINE + 1))) == 2 + AROUND
    assert row_lines(choice("x")) == 1 + ROW
    assert row_lines(choice("x" * ROW_LINE * 5)) == 5 + ROW


def test_without_a_budget_everything_that_fits_is_in() -> None:
    assert set(chosen(CHAPTER)) == {ENLARGEMENT, OLD_ENLARGEMENT, EXPERT}


def test_a_chapter_over_its_budget_leaves_out_what_fits_least_and_says_so() -> None:
    outcome = made(CHAPTER + "budget = 11").by_section["uitbreiding"]
    left = min(made(CHAPTER).by_section["uitbreiding"].choices, key=lambda one: one.score or 0.0)
    assert left.evidence.text not in {one.evidence.text for one in outcome.choices}
    assert ("over-budget", left.evidence.text) in {(out.reason, out.text) for out in outcome.omissions}


def test_the_parts_of_a_chapter_share_its_budget_and_each_keeps_one_statement() -> None:
    tight = CHAPTER + "budget = 10" + PARTS
    assert len(chosen(tight)) == 1
    assert chosen(tight, "experts") == chosen(CHAPTER + PARTS, "experts")


def test_a_section_keeps_what_it_is_assured_of_and_what_a_person_pinned() -> None:
    assert len(chosen(CHAPTER + "budget = 10\nassured = 2")) == 2
    assert EXPERT in chosen(CHAPTER + f'budget = 10\npin = ["{EXPERT}"]')


def test_a_chapter_keeps_its_best_statement_also_when_a_better_one_of_its_paragraph_stands_elsewhere() -> None:
    best = "Het kabinet steunt uitbreiding van de Unie met de landen van de westelijke Balkan."
    elsewhere = "De sancties blijven."
    weak = (
        "Het kabinet kijkt met belangstelling naar uitbreiding, naar handel, naar water, naar energie, naar kennis en "
        "naar wat de Raad in juni nog meer zal bespreken met de landen."
    )
    letter = extraction(
        source(NEW_LETTER),
        "2026-05-20",
        [paragraph(1, f"{best} {elsewhere}"), paragraph(2, weak)],
        [("p1", best), ("p1", elsewhere), ("p2", weak)],
    )
    other = '[[sections]]\nid = "sancties"\ntitle = "S"\nshow = ["positions"]\ntopics = ["sancties"]\nleast = 0.4\n'
    selected = select((letter,), spec(CHAPTER.replace("0.2", "0.05") + "budget = 10\n" + other), taxonomy())
    assert [one.evidence.text for one in selected.by_section["sancties"].choices] == [elsewhere]
    assert [one.evidence.text for one in selected.by_section["uitbreiding"].choices] == [best]


def test_the_table_of_the_front_page_takes_fewer_lines_where_it_is_full() -> None:
    chapter = CHAPTER.replace("uitbreiding = 2", "uitbreiding = 3")
    for budget, lines in (("budget = 100", 3), ("budget = 10", 2)):
        assert len(made(chapter.replace("budget = 10", budget)).by_section["voorop"].choices) == lines


def test_a_line_of_the_front_page_is_of_the_newest_position_of_its_chapter() -> None:
    old = extraction(source(OLD_LETTER), "2025-03-01", [paragraph(1, OLD_ENLARGEMENT)], [("p1", OLD_ENLARGEMENT)])
    weak = "Het kabinet kijkt naar uitbreiding in een wereld waarin ook handel, water, energie en kennis tellen."
    new = extraction(source(NEW_LETTER), "2026-05-20", [paragraph(1, weak)], [("p1", weak)])
    parts = """
[[sections]]
id = "inzet"
title = "Inzet"
level = 2
show = ["positions"]
topics = ["uitbreiding"]
least = 0.01
"""
    first = CHAPTER.replace("least = 0.2", "least = 0.05\nlimit = 1\norder = 'relevance'").replace("= 2 }", "= 1 }")
    made_of = select((new, old), spec(first + parts), taxonomy())
    assert [one.evidence.text for one in made_of.by_section["voorop"].choices] == [weak]
