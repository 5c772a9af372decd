"""What the sources of a corpus say of each other."""

from __future__ import annotations

import pytest

from briefgen.crosslinks import changes, link_sources
from briefgen.extraction import Extraction

from .corpora import OTHER_WORDS, source


def relations(extraction: Extraction, kind: str) -> list[tuple[str, str]]:
    return [(found.text, found.earlier.text) for found in extraction.relations if found.kind == kind]


def test_a_number_and_a_whole_title_lead_to_the_source() -> None:
    letter = source("brief", "Het kabinet wil vrede.", date="2026-04-24", title="Beleid voor de toekomst van Europa",
                    paper="36800-V-103")  # fmt: skip
    citing = source("later", "Zie Kamerstuk 36800-V, nr. 103.", "de Kamerbrief Beleid voor de toekomst van Europa.",
                    date="2026-05")  # fmt: skip
    linked = link_sources([letter, citing])[1]
    assert {reference.source for reference in linked.references if reference.id} == {"brief"}


def test_a_source_does_not_lead_to_itself_and_an_unknown_paper_leads_nowhere() -> None:
    own = source("brief", "Zie Kamerstuk 36715, nr. 32 en Kamerstuk 21501-20, nr. 5.", date="2026", paper="36715-32")
    (linked,) = link_sources([own])
    assert [reference.source for reference in linked.references] == [None]


def test_a_newer_position_that_says_the_opposite_is_put_beside_the_older_one() -> None:
    older_words = "Het pleiten voor de passerelleclausule wordt op dit moment niet overwogen."
    newer_words = "Het kabinet pleit voor gekwalificeerde meerderheid in het buitenlandbeleid."
    older = source("oud", older_words, *OTHER_WORDS, date="2025-06")
    newer = source("nieuw", newer_words, *OTHER_WORDS, date="2026-05")
    oldest_first = link_sources([older, newer])
    assert relations(oldest_first[1], "opposes") == [(newer_words, older_words)]
    assert relations(oldest_first[0], "opposes") == []
    (found,) = [relation for relation in oldest_first[1].relations if relation.kind == "opposes"]
    assert (found.paragraph, found.earlier.source, found.earlier.paragraph) == ("p1", "oud", "p1")
    assert (found.holder, found.status) == ("kabinet", "candidate")


def test_positions_of_different_holders_are_not_compared() -> None:
    older = source("oud", "Het pleiten voor de passerelleclausule wordt niet overwogen.", *OTHER_WORDS, date="2025-06")
    expert = source("nieuw", "Gekwalificeerde meerderheid is noodzakelijk.", *OTHER_WORDS, date="2026-05")
    other = expert.model_copy(
        update={"positions": tuple(each.model_copy(update={"holder": "Clingendael"}) for each in expert.positions)}
    )
    assert relations(link_sources([older, other])[1], "opposes") == []


def test_the_newest_wording_of_a_position_names_the_older_one() -> None:
    older = source("oud", "Het kabinet steunt een ambitieuze handelsagenda met India.", *OTHER_WORDS[1:], date="2025")
    newer = source("nieuw", "Het kabinet steunt een ambitieuze Europese handelsagenda met India.", *OTHER_WORDS[2:],
                   date="2026")  # fmt: skip
    found = relations(link_sources([older, newer])[1], "restates")
    assert len(found) == 1
    assert "ambitieuze handelsagenda" in found[0][1]


def test_another_value_of_the_same_thing_is_put_beside_the_older_one() -> None:
    older = source("oud", "De taakstelling op het postennet bedraagt 15%.", *OTHER_WORDS, date="2025")
    newer = source("nieuw", "De taakstelling op het postennet bedraagt 10%.", *OTHER_WORDS, date="2026")
    assert len(relations(link_sources([older, newer])[1], "other_value")) == 1


def test_the_same_value_is_no_change() -> None:
    older = source("oud", "De taakstelling op het postennet bedraagt 10%.", *OTHER_WORDS, date="2025")
    newer = source("nieuw", "De taakstelling op het postennet bedraagt nog 10%.", *OTHER_WORDS, date="2026")
    assert relations(link_sources([older, newer])[1], "other_value") == []


PROMISE = "Het kabinet zal uw Kamer voor de zomer een Afrikastrategie over grondstoffenpartnerschappen sturen."


def test_a_promise_is_fulfilled_by_the_later_paragraph_that_reports_it() -> None:
    older = source("oud", PROMISE, *OTHER_WORDS[:2], date="2025-03")
    newer = source("nieuw", "De Afrikastrategie over grondstoffenpartnerschappen is aan uw Kamer gestuurd.",
                   *OTHER_WORDS[2:], date="2025-09")  # fmt: skip
    kept, telling = link_sources([older, newer])
    assert [(promise.status, promise.fulfilled_by) for promise in kept.commitments] == [("fulfilled", "nieuw:p1")]
    assert relations(telling, "fulfils") == [(newer.document.paragraphs[0].text, PROMISE)]


def test_a_promise_stays_open_when_only_promised_again_or_reported_before() -> None:
    again = source("weer", "Het kabinet zal de Afrikastrategie over grondstoffenpartnerschappen sturen.",
                   *OTHER_WORDS[2:], date="2025-09")  # fmt: skip
    before = source("eerder", "De Afrikastrategie over grondstoffenpartnerschappen is aan uw Kamer gestuurd.",
                    date="2024")  # fmt: skip
    promised = source("oud", PROMISE, *OTHER_WORDS[:2], date="2025-03")
    linked = link_sources([promised, again, before])[0]
    assert [promise.status for promise in linked.commitments] == ["open"]


def test_a_source_without_a_date_has_no_earlier_ones() -> None:
    older = source("oud", "De taakstelling op het postennet bedraagt 15%.", *OTHER_WORDS, date="2025")
    undated = source("nieuw", "De taakstelling op het postennet bedraagt 10%.", *OTHER_WORDS, date=None)
    assert link_sources([older, undated])[1].relations == ()


@pytest.mark.parametrize(
    ("older_words", "newer_words"),
    [
        # the same side in other words
        ("Het kabinet is geen voorstander van unanimiteit in het buitenlandbeleid.",
         "Het kabinet pleit voor gekwalificeerde meerderheid in het buitenlandbeleid."),
        # words of both sides
        ("Het kabinet wil unanimiteit vervangen door gekwalificeerde meerderheid.",
         "Het kabinet is geen voorstander van gekwalificeerde meerderheid."),
        # no side at all
        ("Verdragswijziging is niet aan de orde.",
         "Het kabinet hecht aan een zorgvuldige discussie over verdragswijziging."),
        # what is turned down is something else
        ("Het kabinet steunt een Europees leger voor de bewaking van zeeroutes.",
         "Een Europees leger voor de bewaking van zeeroutes steunt het kabinet, maar een commando is niet nodig."),
        # `niet alleen` turns nothing down
        ("Het kabinet steunt kernenergie als bron van stabiele stroom.",
         "Kernenergie is niet alleen noodzakelijk als bron van stabiele stroom, het kabinet steunt ook wind."),
    ],
)  # fmt: skip
def test_positions_that_may_agree_are_not_called_opposed(older_words: str, newer_words: str) -> None:
    older = source("oud", older_words, *OTHER_WORDS, date="2025-06")
    newer = source("nieuw", newer_words, *OTHER_WORDS, date="2026-05")
    assert relations(link_sources([older, newer])[1], "opposes") == []


def test_one_side_of_a_question_in_the_words_of_the_other_is_opposed() -> None:
    older_words = "Het kabinet wil unanimiteit in het buitenlandbeleid behouden."
    newer_words = "Het kabinet pleit voor gekwalificeerde meerderheid in het buitenlandbeleid."
    older = source("oud", older_words, *OTHER_WORDS, date="2025-06")
    newer = source("nieuw", newer_words, *OTHER_WORDS, date="2026-05")
    assert relations(link_sources([older, newer])[1], "opposes") == [(newer_words, older_words)]


def test_values_of_different_years_do_not_contradict() -> None:
    older = source("oud", "De taakstelling op het postennet bedraagt 15% in 2027.", *OTHER_WORDS, date="2025")
    newer = source("nieuw", "De taakstelling op het postennet bedraagt 10% in 2029.", *OTHER_WORDS, date="2026")
    assert relations(link_sources([older, newer])[1], "other_value") == []


def test_of_many_older_statements_the_newest_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    words = "Het kabinet pleit voor gekwalificeerde meerderheid in het buitenlandbeleid."
    dates = ("2024-01", "2025-01", "2026-01")
    corpus = [source(f"brief-{date}", words, *OTHER_WORDS, date=date) for date in dates]
    assert [one.earlier.source for one in link_sources(corpus)[2].relations] == ["brief-2024-01", "brief-2025-01"]
    monkeypatch.setattr(changes, "MOST_COMPARED", 1)
    assert [one.earlier.source for one in link_sources(corpus)[2].relations] == ["brief-2025-01"]


def test_sources_of_one_date_are_not_compared_and_those_without_a_date_neither() -> None:
    words = "Het kabinet pleit voor gekwalificeerde meerderheid in het buitenlandbeleid."
    dates = {"een": "2025", "ander": "2025", "zonder": None}
    corpus = [source(name, words, date=date) for name, date in dates.items()]
    assert [one.relations for one in link_sources(corpus)] == [(), (), ()]
