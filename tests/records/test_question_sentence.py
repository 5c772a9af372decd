"""The ledger of question sentences."""

from __future__ import annotations

from collections import Counter

from briefgen.records.question import extract as extract_questions
from briefgen.records.question_sentence import extract

from .documents import document

CONSULTATION = document(
    "# I Vragen en opmerkingen vanuit de fracties",
    "## Vragen en opmerkingen van de leden van de D66-fractie",
    "De leden van de D66-fractie danken de minister.",
    "Deze leden vragen wat het kabinet doet. Kan de minister dat toelichten?",
    "1. Antwoord van het kabinet",
    "Het kabinet zet zich in voor vrede.",
    "De leden van de D66-fractie vragen of dit ook later geldt.",
    "2. Antwoord van het kabinet",
    "Zie de beantwoording bij vraag 1.",
    "De leden van de D66-fractie vragen naar de planning.",
    "3. Antwoord van het kabinet",
    "Uw Kamer ontvangt hierover in juni 2026 een brief.",
    kind="schriftelijk-overleg",
)


def test_every_question_sentence_has_one_state() -> None:
    found = [(sentence.number, sentence.state, sentence.deferred_until) for sentence in extract(CONSULTATION)]
    assert found == [
        (1, "answered", None),
        (1, "answered", None),
        (2, "referred", None),
        (3, "deferred", "2026-06"),
    ]


def test_each_numbered_question_is_in_the_ledger() -> None:
    numbers = Counter(sentence.number for sentence in extract(CONSULTATION))
    assert set(numbers) == {question.number for question in extract_questions(CONSULTATION)}


def test_a_sentence_is_verbatim_at_its_span() -> None:
    for sentence in extract(CONSULTATION):
        text = CONSULTATION.paragraph_by_id[sentence.paragraph or ""].text
        assert sentence.span is not None
        assert text[sentence.span.start : sentence.span.end] == sentence.text
