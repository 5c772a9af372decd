"""Time expressions, resolved against the date of a document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.dates import is_date
from briefgen.records.time_expression import time_expressions

RESOLVED = [
    ("Op 12 juni treedt het pact in werking.", "2026-05", "Op 12 juni", "2026-06-12", "in"),
    ("Dit volgt voor het zomerreces.", "2026-05", "voor het zomerreces", "2026-07", "before"),
    ("Dit volgt voor de zomer van 2025.", "2025-03", "voor de zomer van 2025", "2025-06", "before"),
    ("Tot de zomer richt het kabinet zich hierop.", "2025-03-21", "Tot de zomer", "2025-06", "before"),
    ("Dit volgt in het derde kwartaal van dit jaar.", "2025-03", "in het derde kwartaal van dit jaar", "2025-Q3", "in"),
    ("Dit volgt in de eerste helft van 2026.", "2025", "in de eerste helft van 2026", "2026-H1", "in"),
    ("Dit volgt uiterlijk 1 mei 2027.", "2026", "uiterlijk 1 mei 2027", "2027-05-01", "by"),
    ("Dit volgt eind 2026.", "2026", "eind 2026", "2026", "by"),
    ("Dit volgt volgend jaar.", "2026-02", "volgend jaar", "2027", "in"),
    ("Dit volgt voor de NAVO-top in juni.", "2025-04-17/2025-06", "voor de NAVO-top in juni", "2025-06", "before"),
    ("De brief van 11 dec. jl. is bekend.", "2026-01-27", "van 11 dec. jl.", "2025-12-11", "in"),
    ("Dit is op 13 december jl. gemeld.", "2025-03-21", "op 13 december jl.", "2024-12-13", "in"),
    ("De Europese Raad van 20-21 maart.", "2025-03-21", "van 20-21 maart", "2025-03-20/2025-03-21", "in"),
    ("Dit volgt op korte termijn.", "2026", "op korte termijn", None, "in"),
    ("Op 12 juni treedt het in werking.", None, "Op 12 juni", None, "in"),
]

NO_TIME = [
    "Kamerstuk 21 501-20, nr. 2344",
    "in het parlementaire jaar 2025-2026",
    "nr. 2010",
    "artikel 42 lid 7 VEU",
    "dertig jaar",
]


@pytest.mark.parametrize(("text", "anchor", "printed", "date", "bound"), RESOLVED)
def test_words_for_a_time_become_a_date(
    text: str, anchor: str | None, printed: str, date: str | None, bound: str
) -> None:
    assert [(e.text, e.resolved, e.bound) for e in time_expressions(text, anchor)] == [(printed, date, bound)]


@pytest.mark.parametrize("text", NO_TIME)
def test_numbers_of_papers_and_articles_are_no_time(text: str) -> None:
    assert time_expressions(text, "2026") == ()


def test_what_lies_before_the_document_is_past() -> None:
    past = [e.past for e in time_expressions("Op 6 december 2024 en op 12 juni 2026.", "2026-05")]
    assert past == [True, False]


WORDS = st.sampled_from(
    [
        "voor",
        "eind",
        "31",
        "30",
        "februari",
        "12 juni",
        "2026",
        "dit jaar",
        "jl.",
        "Q3",
        "eerste",
        "kwartaal",
        "de",
        "zomer",
        "-",
        "van",
        "9999",
    ]
)


@given(
    st.lists(WORDS, max_size=8),
    st.sampled_from([None, "2026", "2026-02-29", "2024-02-29", "2026-04-24/2026-06-12", "gisteren"]),
)
def test_every_date_exists_and_every_span_quotes(words: list[str], anchor: str | None) -> None:
    text = " ".join(words)
    for expression in time_expressions(text, anchor):
        assert text[expression.span.start : expression.span.end] == expression.text
        assert expression.resolved is None or is_date(expression.resolved)
