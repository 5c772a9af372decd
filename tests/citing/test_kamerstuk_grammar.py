"""Kamerstukken in the forms in which letters, notes, debates and lists print them."""

from __future__ import annotations

import pytest

from briefgen.citing import Mention, scan


def papers(text: str) -> list[Mention]:
    return [mention for mention in scan(text) if mention.paper]


def ids(text: str) -> list[str | None]:
    return [mention.id for mention in papers(text)]


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("Kamerstuk 36471, nr. 96.", "36471-96"),
        ("Kamerstuk 36 600 XVII, Nr. 53.", "36600-XVII-53"),
        ("Kamerstuk 30 821 Nr. 202. ", "30821-202"),
        ("Kamerstuk 21501-20, Nr. 2214. ", "21501-20-2214"),
        ("Kamerstuk 22112-4293.", "22112-4293"),
        ("Kamerstuk 21501-30 Nr. 696 – Bijlage non-paper", "21501-30-696"),
        ("kamerstukdossier 36715 -32 Staat van de Unie", "36715-32"),
        ("Kamerstuk 21 501 - 20, nr. 2344", "21501-20-2344"),
        ("Kamerstuk 21 501-\n02, nr. 2956", "21501-02-2956"),
        ("Kamerstuk 36 410\nXVII, nr. 40", "36410-XVII-40"),
        ("Kamerstuk 36 715, nr.32", "36715-32"),
        ("Kamerstuk nr. 36715, nr. 1", "36715-1"),
        ("kst-36600-VII-1", "36600-VII-1"),
        ("Kamerstuk 2020-2021, 21 501-02, nr. 2241.", "21501-02-2241"),
        ("Kamerstukken II 2023–34, 23 235, nr. 240", "23235-240"),
        ("Kamerstukken II2015–16, 34 104, nr. 128", "34104-128"),
        ("Kamerstukken II, 2022/2023, 31 839, nr 874", "31839-874"),
        ("Kamerstukken ll 2023/24, 36 410 XVI, nr. 160", "36410-XVI-160"),
        ("Tweede Kamer, vergaderjaar 2023–2024, 12 345, nr. 6", "12345-6"),
        ("19 700 hoofdstuk XV, nr. 34", "19700-XV-34"),
        ("31700.VIII, nr. 7", "31700-VIII-7"),
        ("36.496, nr. 54", "36496-54"),
        ("Kamerstuk 33 694 (R2001), nr. 3", "33694-3"),
        ("35925 VII, nr. 3", "35925-VII-3"),
        ("12 345 nr. 6", "12345-6"),
        ("36 600 XVII, nr. 36", "36600-XVII-36"),
        ("bureau naar keuze - 30569-8", "30569-8"),
        ("31700-B-14", "31700-B-14"),
        ("Kamerstuk 35925-VI-56", "35925-VI-56"),
    ],
)
def test_a_printed_form_gives_its_normal_form(text: str, identifier: str) -> None:
    assert [(mention.id, mention.status) for mention in papers(text)] == [(identifier, "certain")]


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("Kamerstukken I 2008/09, 31700 VI, D, p. 4", "31700-VI-D"),
        ("Kamerstukken I 2021/22, 35 925, E", "35925-E"),
        ("Kamerstuk 35979-H", "35979-H"),
        ("34550-VI-U", "34550-VI-U"),
        ("36600-B-K", "36600-B-K"),
        ("Kamerstukken I 36 836 D", "36836-D"),
        ("Kamerstukken I 1995/96, 23700, nr. 188b, p. 3", "23700-188b"),
    ],
)
def test_papers_of_the_eerste_kamer_have_letters(text: str, identifier: str) -> None:
    assert ids(text) == [identifier]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kamerstuk 36 200, nrs. 12 en 14", ["36200-12", "36200-14"]),
        ("30420, nrs 100 en 101 over de samenstelling", ["30420-100", "30420-101"]),
        ("Kamerstukken II, 25 424, nr. 679, nr. 684 en 685", ["25424-679", "25424-684", "25424-685"]),
        ("Kamerstuk 36 200, nrs. 12 t/m 15", ["36200-12", "36200-13", "36200-14", "36200-15"]),
        ("Kamerstuk 36 200, nrs. 12, 14 en 30 821, nr. 4", ["36200-12", "36200-14", "30821-4"]),
        ("Kamerstuk 36 200, nr. 12 en 14.", ["36200-12", "36200-14"]),
        ("Kamerstuk 36 200, nr. 12 en 14 leden", ["36200-12"]),
        ("Kamerstukken 35 418, Kamerstukken II 2019/20, 35 419, nr. 9", ["35419-9"]),
    ],
)
def test_several_numbers_behind_one_dossier_are_several_papers(text: str, expected: list[str]) -> None:
    assert ids(text) == expected


def test_a_note_may_cite_many_papers() -> None:
    note = (
        "Bijlage bij Kamerstuk 21 501-02, nr. 2956; Kamerstuk 30 821, nr. 260; Chapeau, bijlage bij Kamerstuk 36 715, "
        "nr. 1; Kamerstuk 29 237, nr. 183; Kamerstuk 35207, nr. 81; Kamerstuk 36180, nr. 133, Kamerstuk 36180, nr. 164."
    )
    assert ids(note) == [
        "21501-02-2956", "30821-260", "36715-1", "29237-183", "35207-81", "36180-133", "36180-164",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["Bijlage bij Kamerstuk 36 715, nr. 1", "bijalge bij Kamerstuk 36 715, nr. 1"])
def test_the_word_for_an_attachment_belongs_to_the_reference_also_with_a_typing_error(text: str) -> None:
    (mention,) = papers(text)
    assert text[mention.start : mention.end] == text


def test_pages_are_kept() -> None:
    (mention,) = papers("Beleidsbrief - Kamerstuk 36800-V Nr. 103 (p. 5-6).")
    assert (mention.id, mention.pages) == ("36800-V-103", "5-6")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zij krijgt nr. 253 (29538).", ["29538-253"]),
        ("Zij krijgt nr. 726, was nr. 719 (21501-08).", ["21501-08-726", "21501-08-719"]),
    ],
)
def test_in_debates_the_number_stands_before_the_dossier(text: str, expected: list[str]) -> None:
    assert ids(text) == expected


@pytest.mark.parametrize(
    ("text", "as_printed"),
    [
        ("Kamerstuk 221112 Nr. 4244", "221112-4244"),
        ("Kamerstuk 326410-V-48", "326410-V-48"),
        ("Kamerstuk 3082, nr. 249", "3082-249"),
        ("Kamerstuk 308 21, nr. 244", "30821-244"),
        ("Kamerstuk 21501-21, nr. 2648", "21501-21-2648"),
    ],
)
def test_a_number_that_cannot_be_right_is_doubtful_and_stays_as_printed(text: str, as_printed: str) -> None:
    assert [(mention.id, mention.status) for mention in papers(text)] == [(as_printed, "doubtful")]


def test_a_hyphen_within_the_dossier_is_repaired() -> None:
    (mention,) = papers("Motie Sjoerdsma/Van der Lee 36-200 V nr. 32 (2022) – gewijzigd.")
    assert (mention.type, mention.id, mention.status) == ("motie", "36200-V-32", "repaired")


@pytest.mark.parametrize(
    "text",
    [
        "Postbus 20018, 2500 EA Den Haag",
        "T 070 426 64 26 F 070 426 86 42",
        "tel. 070-3486486 of 06-12345678",
        "in de periode 2021-2027 en 2005 -2009",
        "500.000 mensen, 12.345 euro en 1.000.000 woningen",
        "tussen 20 000-30 000 woningen; € 25000-35; van 15000-20000 personen; 25000-30 euro",
        "uw brief van 8 maart 2024, nr. 5293107",
        "kenmerk 1722926-208233-DICIO, ISSN 0921 - 7371, NL12 RABO 0123 4567 89",
        "W13.20.0254/III en Ons kenmerk 5401166",
        "In 2026 400 mensen, nr. 4. Op 12 345 plekken.",
        "wetsvoorstellen 31815, 31816 en 31840",
        "dossier 36 800 V",
        "Kamerstuk 21501-20",
    ],
)
def test_other_numbers_are_no_papers(text: str) -> None:
    assert papers(text) == []
