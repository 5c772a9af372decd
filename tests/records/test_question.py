"""Questions and answers in the shapes in which they are printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.document import Document
from briefgen.records.consultation import numbers_of
from briefgen.records.question import Question, extract

from .documents import document


def questions(*lines: str) -> list[Question]:
    return list(extract(document(*lines, kind="schriftelijk-overleg")))


def pairs(found: list[Question]) -> list[tuple[tuple[int, ...], str, str | None]]:
    return [(question.numbers, question.question, question.answer) for question in found]


def test_numbered_answers_stand_behind_questions_without_a_label() -> None:
    found = questions(
        "## Vragen en opmerkingen van de leden van de VVD-fractie",
        "De leden van de VVD-fractie hebben kennisgenomen van de stukken en hebben nog enkele vragen.",
        "De leden van de VVD-fractie vragen hoe dit zit.",
        "### 5. Antwoord van het kabinet",
        "Zo zit het.",
        "En zo ook.",
        "De leden van de VVD-fractie vragen wanneer dit komt.",
        "### 6. Antwoord van het kabinet",
        "Zie de beantwoording bij vragen 1 en 5.",
    )
    assert pairs(found) == [
        ((5,), "De leden van de VVD-fractie vragen hoe dit zit.", "Zo zit het. En zo ook."),
        ((6,), "De leden van de VVD-fractie vragen wanneer dit komt.", "Zie de beantwoording bij vragen 1 en 5."),
    ]
    assert [question.state for question in found] == ["answered", "referred"]
    assert found[1].cross_references == (1, 5)
    assert {question.fraction for question in found} == {"VVD"}


def test_a_question_that_names_no_party_is_taken_back_from_the_answer_before() -> None:
    found = questions(
        "## CDA-fractie",
        "De leden van de CDA-fractie vragen waarom.",
        "### 1. Antwoord van het kabinet",
        "Daarom.",
        "En hoe kijkt de minister daartegen aan?",
        "### 2. Antwoord van het kabinet",
        "Positief.",
    )
    assert pairs(found) == [
        ((1,), "De leden van de CDA-fractie vragen waarom.", "Daarom."),
        ((2,), "En hoe kijkt de minister daartegen aan?", "Positief."),
    ]


def test_one_block_may_answer_several_labelled_questions() -> None:
    found = questions(
        "Vraag 4 en 5", "Hoe dan?", "En waarom?", "Antwoord 4 en 5", "Zo. Zie ook het antwoord op vraag 1."
    )
    assert pairs(found) == [((4, 5), "Hoe dan? En waarom?", "Zo. Zie ook het antwoord op vraag 1.")]
    assert (found[0].state, found[0].cross_references) == ("combined", (1,))


def test_one_answer_may_take_questions_printed_apart() -> None:
    found = questions(
        "Vraag 1", "Wat?", "Vraag 2", "Hoe?", "Vraag 3", "Wie?", "Antwoord 1 en 2", "Dit.", "Antwoord 3", "Dat."
    )
    assert pairs(found) == [((1, 2), "Wat? Hoe?", "Dit."), ((3,), "Wie?", "Dat.")]


def test_the_label_may_stand_on_the_line_of_the_text() -> None:
    assert pairs(questions("Vraag 1: Bent u bekend met het bericht?", "Antwoord: Ja.")) == [
        ((1,), "Bent u bekend met het bericht?", "Ja.")
    ]


def test_an_answer_without_a_number_belongs_to_the_question_before_it() -> None:
    found = questions(
        "## Vragen en opmerkingen van de leden van de D66-fractie",
        "De leden van de D66-fractie vragen hoe dit zit.",
        "Antwoord van het kabinet",
        "Zo zit het.",
        "De leden van de D66-fractie vragen ook wanneer dit komt.",
        "Antwoord",
        "Uw Kamer wordt hierover voor de zomer geïnformeerd.",
    )
    assert [(question.number, question.state) for question in found] == [(None, "answered"), (None, "deferred")]


def test_members_may_ask_under_labels_without_numbers() -> None:
    found = questions(
        "Vragen van de leden Van der Werf en Klos (D66)",
        "Vraag",
        "Is de minister bereid dit te doen?",
        "Antwoord",
        "Ja.",
        "Vraag",
        "Welke stappen zet het kabinet?",
        "Antwoord",
        "Deze.",
    )
    assert [(question.fraction, question.question, question.answer) for question in found] == [
        ("D66", "Is de minister bereid dit te doen?", "Ja."),
        ("D66", "Welke stappen zet het kabinet?", "Deze."),
    ]


def test_all_answers_may_come_after_all_questions() -> None:
    found = questions(
        "# I Vragen en opmerkingen vanuit de fracties",
        "## Vragen en opmerkingen van de leden van de VVD-fractie",
        "De leden van de VVD-fractie vragen hoe dit zit.",
        "## Vragen en opmerkingen van de leden van de CDA-fractie",
        "De leden van de CDA-fractie vragen waarom.",
        "# II Antwoord / Reactie van de minister",
        "De leden van de VVD-fractie vroegen hoe dit zit. Zo.",
        "De leden van de CDA-fractie vroegen waarom. Daarom.",
    )
    assert [(question.fraction, question.answer) for question in found] == [
        ("VVD", "De leden van de VVD-fractie vroegen hoe dit zit. Zo."),
        ("CDA", "De leden van de CDA-fractie vroegen waarom. Daarom."),
    ]


def test_questions_without_answers_are_unanswered() -> None:
    found = questions("## Inbreng van de leden van de SGP-fractie", "De leden van de SGP-fractie vragen hoe dit zit.")
    assert [(question.fraction, question.state) for question in found] == [("SGP", "unanswered")]


@pytest.mark.parametrize("line", ["Het kabinet zet in op vraag en aanbod.", "Antwoorden op deze dreiging zijn nodig."])
def test_a_letter_holds_no_questions(line: str) -> None:
    assert questions("# Inleiding", line) == []


def test_a_lone_number_or_party_in_a_letter_makes_no_consultation_of_it() -> None:
    assert list(extract(document("Het kabinet zet in op handel.", "12", "# CDA", "Nederland steunt dit."))) == []


def test_a_letter_with_labelled_answers_is_a_consultation() -> None:
    found = list(extract(document("Vragen van het lid Piri (GL-PvdA)", "Vraag 1", "Waarom?", "Antwoord", "Daarom.")))
    assert [(question.fraction, question.answer) for question in found] == [("GL-PvdA", "Daarom.")]


@pytest.mark.parametrize(
    ("printed", "numbers"), [("4", (4,)), ("1, 2 en 7", (1, 2, 7)), ("3 t/m 6", (3, 4, 5, 6)), ("3-5", (3, 4, 5))]
)
def test_a_printed_list_of_numbers_is_read(printed: str, numbers: tuple[int, ...]) -> None:
    assert numbers_of(printed) == numbers


LINES = st.sampled_from(
    [
        "# I Vragen en opmerkingen",
        "# II Antwoord",
        "## VVD-fractie",
        "Vraag 1",
        "Antwoord 1",
        "2. Antwoord van het kabinet",
        "De leden van de VVD-fractie vragen dit.",
        "Hoe dan?",
        "Zo.",
        "3",
        "Vraag 2: Wie?",
    ]
)


@given(st.lists(LINES, max_size=12))
def test_no_paragraph_is_used_twice(lines: list[str]) -> None:
    made: Document = document(*lines, kind="schriftelijk-overleg")
    used = [p for question in extract(made) for p in (*question.question_paragraphs, *question.answer_paragraphs)]
    assert len(used) == len(set(used))
