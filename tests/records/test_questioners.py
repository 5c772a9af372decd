"""Who put written questions: the parties in the line that opens them."""

from __future__ import annotations

import pytest

from briefgen.document import Document, ParagraphKind
from briefgen.records.question import Question, extract
from briefgen.records.questioners import parties_of_questioners

from .documents import document

EXCHANGE = ("# Vraag 1", "Klopt dit bericht?", "# Antwoord 1", "Ja.")


def fractions(*lines: str) -> list[str | None]:
    return [question.fraction for question in extract(document(*lines))]


def with_kinds(made: Document, kinds: list[ParagraphKind]) -> list[Question]:
    """The questions of a document whose paragraphs are known by these kinds."""
    paragraphs = (item.model_copy(update={"kind": kind}) for item, kind in zip(made.paragraphs, kinds, strict=True))
    return list(extract(made.model_copy(update={"paragraphs": tuple(paragraphs)})))


@pytest.mark.parametrize(
    ("line", "parties"),
    [
        ("Vragen van het lid Klos (D66) over de tijdelijke tolken.", ("D66",)),
        (
            "Vragen van de leden Westerveld (GroenLinks-PvdA) en Bikker (ChristenUnie) aan de Minister van Justitie",
            ("GroenLinks-PvdA", "ChristenUnie"),
        ),
        ("Vragen van de leden Jadnanansing en Ypma (beiden PvdA) aan de Minister van Onderwijs", ("PvdA",)),
        ("Vragen van de leden Lahlah (PvdA), Chakor (GroenLinks) en Piri (PvdA), aan de", ("PvdA", "GroenLinks")),
        ("Vragen van het lid Ouwehand (Partij voor de Dieren) aan de Minister", ("Partij voor de Dieren",)),
        ("Antwoorden van de Minister van Justitie op vragen van het lid Beckerman (SP) aan de Minister", ("SP",)),
        ("Antwoorden op Kamervragen van de leden Lahlah en Chakor (GroenLinks-PvdA) over boa’s.", ("GroenLinks-PvdA",)),
    ],
)
def test_the_opening_line_names_the_parties(line: str, parties: tuple[str, ...]) -> None:
    assert parties_of_questioners(line) == parties


@pytest.mark.parametrize(
    "line",
    [
        "Antwoord van Minister Helder (Volksgezondheid, Welzijn en Sport) (ontvangen 13 juni 2024).",
        "Vragen van het lid Klos aan de Minister van Volksgezondheid (VWS) over tolken",
        "Vragen van het lid Klos over de Europese Unie (EU) aan de Minister",
        "Lijst van vragen over de beantwoording van vragen van het lid Klos (D66) over tolken",
        "Vragen en opmerkingen van de leden van de VVD-fractie",
    ],
)
def test_another_line_names_no_party_of_questioners(line: str) -> None:
    assert parties_of_questioners(line) == ()


def test_written_questions_are_of_the_party_in_their_opening_line() -> None:
    assert fractions("Vragen van het lid Klos (D66) over de tijdelijke tolken.", *EXCHANGE) == ["D66"]


def test_several_parties_stand_side_by_side() -> None:
    line = "Vragen van de leden Westerveld (GroenLinks-PvdA) en Bikker (ChristenUnie) aan de Minister over zorg"
    assert fractions(line, *EXCHANGE) == ["GroenLinks-PvdA, ChristenUnie"]


def test_the_title_names_the_party_when_no_line_of_the_text_does() -> None:
    made = document(*EXCHANGE)
    title = "Beantwoording Kamervragen van het lid Beckerman (SP) over milieu"
    titled = made.model_copy(update={"metadata": made.metadata.model_copy(update={"title": title})})
    assert [question.fraction for question in extract(titled)] == ["SP"]


def test_a_heading_with_a_party_goes_before_the_opening_line() -> None:
    opening = "Antwoorden op vragen van het lid Klos (D66) over de tijdelijke tolken."
    assert fractions(opening, "# VVD-fractie", *EXCHANGE) == ["VVD"]


def test_questions_that_a_party_mentions_are_not_its_own() -> None:
    found = fractions(
        "De leden van de SGP-fractie hebben kennisgenomen van de stukken.",
        "Zij wijzen op vragen van het lid Klos (D66) over tolken. Klopt dat?",
        "# 1. Antwoord van het kabinet",
        "Ja.",
    )
    assert "D66" not in found


def test_answers_without_a_label_are_known_by_their_kind() -> None:
    found = with_kinds(
        document("# Vraag 1", "Klopt dit?", "Ja.", "Zeker.", "# Vraag 2", "Wat nu?", "Niets.", kind="kamervragen"),
        ["question", "answer", "answer", "question", "answer"],
    )
    assert [(question.numbers, question.question, question.answer) for question in found] == [
        ((1,), "Klopt dit?", "Ja. Zeker."),
        ((2,), "Wat nu?", "Niets."),
    ]


def test_a_question_behind_an_answer_without_a_label_begins_anew() -> None:
    found = with_kinds(
        document("# VVD-fractie", "Klopt dit?", "Ja.", "Wat nu?", "Niets.", kind="schriftelijk-overleg"),
        ["question", "answer", "question", "answer"],
    )
    assert [(question.fraction, question.question, question.answer) for question in found] == [
        ("VVD", "Klopt dit?", "Ja."),
        ("VVD", "Wat nu?", "Niets."),
    ]
