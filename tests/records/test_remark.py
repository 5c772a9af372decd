"""What parties say without getting an answer."""

from __future__ import annotations

from briefgen.records.remark import extract

from .documents import document


def test_introductions_and_comments_are_remarks_and_questions_are_not() -> None:
    made = document(
        "## Vragen en opmerkingen van de leden van de BBB-fractie",
        "De leden van de BBB-fractie hebben met interesse kennisgenomen van het rapport.",
        "De leden van de BBB-fractie vinden een sterke economie belangrijk.",
        "De leden van de BBB-fractie vragen het kabinet hoe dit zit.",
        "### 1. Antwoord van het kabinet",
        "Zo zit het.",
        "De leden van de BBB-fractie zijn kritisch over nieuwe leden.",
        kind="schriftelijk-overleg",
    )
    assert [(remark.fraction, remark.paragraph) for remark in extract(made)] == [
        ("BBB", "p1"),
        ("BBB", "p2"),
        ("BBB", "p5"),
    ]


def test_a_comment_that_only_prepares_the_question_behind_it_belongs_to_the_question() -> None:
    made = document(
        "## Vragen en opmerkingen van de leden van de SGP-fractie",
        "De leden van de SGP-fractie lezen dat er wordt bezuinigd.",
        "In dat licht vragen deze leden waarom.",
        "### 1. Antwoord van het kabinet",
        "Daarom.",
        kind="schriftelijk-overleg",
    )
    assert list(extract(made)) == []
