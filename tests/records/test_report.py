"""What a report holds: views, options, open questions and scenarios."""

from __future__ import annotations

from briefgen.document import Cell, Document, Paragraph, Table
from briefgen.provenance import Span
from briefgen.records import action_option, open_question, scenario, view

from .documents import document

REPORT = (
    "# Thema 4 | Uitbreiding",
    "Maakt uitbreiding de EU sterker?",
    "Expert View door Wouter Zweers (onderzoeker Clingendael), in samenwerking met Paul Scheffer (publicist)",
    "## Uitbreiding in een volatiele wereld",
    "De groep deed de volgende aanbevelingen:",
    "### 1. Zet in op lidmaatschap",
    "De onderhandelingen zouden moeten worden afgerond.",
    "- Stevige waarborgen door overgangstermijnen.",
    "### 2. Handhaaf de voorwaarden",
    "De EU dient de voorwaarden te versterken.",
    "## Handelingsperspectieven Uitbreiding",
    "- Zet in op versneld lidmaatschap.",
    "# Thema 9 | Draagvlak",
    "Daartoe doen wij de volgende twee aanbevelingen.",
    "- Veranker de ambities.",
    "Er liggen vragen voor:",
    "- Is het vertrouwen blijvend beschadigd?",
)


def report(*lines: str) -> Document:
    return document(*lines, kind="rapport", holder="Instituut", date="2026-03")


def test_options_stand_under_their_heading_behind_an_introduction_or_under_announced_numbers() -> None:
    found = [(option.theme, option.text, option.why) for option in action_option.extract(report(*REPORT))]
    assert found == [
        (4, "De onderhandelingen zouden moeten worden afgerond.", "heading:numbered"),
        (4, "De EU dient de voorwaarden te versterken.", "heading:numbered"),
        (4, "Zet in op versneld lidmaatschap.", "heading:options"),
        (9, "Veranker de ambities.", "lead-in:recommendations"),
    ]


def test_numbered_chapters_that_nobody_announced_as_recommendations_are_no_options() -> None:
    assert (
        list(action_option.extract(report("# 1. Inleiding", "De EU verandert.", "# 2. Analyse", "De NAVO ook."))) == []
    )


def test_a_letter_of_the_cabinet_proposes_no_options() -> None:
    assert list(action_option.extract(document("# Aanbevelingen", "- Zet in op handel."))) == []


def test_an_open_question_is_an_item_of_a_list_in_a_report() -> None:
    found = [(question.theme, question.text) for question in open_question.extract(report(*REPORT))]
    assert found == [(9, "Is het vertrouwen blijvend beschadigd?")]


def test_a_view_has_the_authors_of_its_byline_and_the_heading_behind_it() -> None:
    (found,) = view.extract(report(*REPORT))
    assert (found.theme, found.theme_title, found.title) == (4, "Uitbreiding", "Uitbreiding in een volatiele wereld")
    assert [(author.name, author.role) for author in found.authors] == [
        ("Wouter Zweers", "onderzoeker Clingendael"),
        ("Paul Scheffer", "publicist"),
    ]
    assert found.paragraphs[0] == "p3"
    assert "p8" not in found.paragraphs


def test_a_scenario_has_a_heading_of_its_own() -> None:
    made = report("# Wereld A (multipolair – coöperatie): Multipolaire Mambo", "Er bestaat besef.", "Vragen:", "- Hoe?")
    (found,) = scenario.extract(made)
    assert (found.name, found.description) == ("Multipolaire Mambo", "Er bestaat besef.")


def test_a_table_compares_scenarios_by_criteria() -> None:
    texts = [
        ["Het scenario", "", "Scenario 1: De zure appel Europa bouwt af.", "Scenario 2: Koorddans Europa wacht."],
        ["De gevolgen", "Escalatierisico", "Hoog.", "Laag."],
    ]
    places = [(row, column) for row in range(2) for column in range(4) if texts[row][column]]
    ids = {place: f"t{number}" for number, place in enumerate(places)}
    made = report("Inleiding.").model_copy(
        update={
            "paragraphs": tuple(
                Paragraph(id=ids[place], text=texts[place[0]][place[1]], kind="table_cell", spans=(Span(0, 1),))
                for place in places
            ),
            "tables": (
                Table(
                    id="tabel",
                    heading=None,
                    cells=tuple(
                        Cell(row=row, column=column, header=row == 0, paragraph=ids[row, column])
                        for row, column in places
                    ),
                ),
            ),
        }
    )
    found = list(scenario.extract(made))
    assert [(s.name, s.description) for s in found] == [
        ("De zure appel", "Europa bouwt af."),
        ("Koorddans", "Europa wacht."),
    ]
    assert [(c.criterion, c.text) for c in found[0].criteria] == [("Escalatierisico", "Hoog.")]
