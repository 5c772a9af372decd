"""Entries of the programme of a conference."""

from __future__ import annotations

from briefgen.records.programme_entry import extract

from .documents import document


def test_each_item_stands_at_the_time_above_it() -> None:
    made = document(
        "# PROGRAMMA", "10.00 – 10.30", "## BEGIN", "- Welkomstwoord", "- Vooruitblik", "10.30 – 11.00", "- Gesprek",
        kind="rapport",
    )  # fmt: skip
    found = [(entry.start, entry.end, entry.session, entry.text) for entry in extract(made)]
    assert found == [
        ("10:00", "10:30", "BEGIN", "Welkomstwoord"),
        ("10:00", "10:30", "BEGIN", "Vooruitblik"),
        ("10:30", "11:00", "BEGIN", "Gesprek"),
    ]


def test_a_time_may_stand_in_the_line_of_the_entry() -> None:
    (entry,) = extract(document("# Programma", "9.15 uur: Ontvangst met koffie", kind="rapport"))
    assert (entry.start, entry.end, entry.text) == ("09:15", None, "Ontvangst met koffie")
    assert entry.span is not None
    assert entry.span.start == len("9.15 uur: ")


def test_times_outside_a_programme_are_none() -> None:
    assert list(extract(document("# Inleiding", "10.00 – 10.30", "- Welkomstwoord"))) == []
