"""What comes from what: first what is the same, then what is alike."""

from __future__ import annotations

import pytest

from briefgen.lineage.folding import fold
from briefgen.lineage.kinship import kinship
from briefgen.lineage.naming import names

MARKET = "Het kabinet zet in op een sterke interne markt met eerlijke regels voor alle Europese bedrijven."
PACT = "Op 12 juni treedt het Asiel- en Migratiepact in werking, en de lidstaten voeren het samen uit."
CLIMATE = "Voor de zomer komt de Europese Commissie met een voorstel over het klimaatdoel van 2040."
BUDGET = "De omvang van het nieuwe Meerjarig Financieel Kader is voor Nederland een punt van zorg."
ALL = [MARKET, PACT, CLIMATE, BUDGET]

Relations = set[tuple[int, int]]


def related(old: list[str], new: list[str]) -> Relations:
    return {(kin.old, kin.new) for kin in kinship(old, new)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("de ‘open’ economie", "de 'open' economie"),
        ("«Nederland in een fragmenterende wereldorde»", "“Nederland in een fragmenterende wereldorde”"),
        ("de jaren 2027 – 2034", "de jaren 2027-2034"),
        ("samen\u00adwerking", "samenwerking"),
        ("een  regel\nmet wit", "een regel met wit"),
        ("efficiënt", "effi\u0063ie\u0308nt".replace("\u0063ie", "cie")),
        ("de ﬁnanciën", "de financiën"),
    ],
)
def test_what_printers_choose_is_no_difference(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("3,5%", "3,6%"), ("de Raad", "de raad"), ("wel", "niet")])
def test_a_letter_or_a_figure_is_a_difference(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_text_that_nobody_touched_is_the_same_in_place() -> None:
    assert [kin[:2] + kin[3:] for kin in kinship(ALL, ALL)] == [(n, n, True, False) for n in range(4)]


def test_an_insertion_moves_nothing() -> None:
    kin = kinship(ALL, [MARKET, "Iets over visserij langs de kust.", PACT, CLIMATE, BUDGET])
    assert {(one.old, one.new) for one in kin} == {(0, 0), (1, 2), (2, 3), (3, 4)}
    assert not any(one.moved for one in kin)


def test_a_paragraph_at_another_place_has_moved() -> None:
    kin = kinship(ALL, [BUDGET, MARKET, PACT, CLIMATE])
    assert [(one.old, one.new, one.moved) for one in kin] == [(3, 0, True), (0, 1, False), (1, 2, False), (2, 3, False)]


def test_a_paragraph_with_some_other_words_is_a_changed_one() -> None:
    (kin,) = kinship([PACT], [PACT.replace("12 juni", "1 juli")])
    assert (kin.same, kin.moved) == (False, False)


def test_a_paragraph_that_changed_and_moved_is_found() -> None:
    changed = BUDGET.replace("een punt van zorg", "een punt van grote zorg")
    assert (3, 0) in related(ALL, [changed, MARKET, PACT, CLIMATE])


def test_another_paragraph_in_the_same_place_is_no_changed_one() -> None:
    assert related(ALL, [MARKET, "De minister sprak in Rabat over visserij.", CLIMATE, BUDGET]) == {
        (0, 0),
        (2, 2),
        (3, 3),
    }


@pytest.mark.parametrize(
    ("old", "new"), [("11.15 – 12.30", "13.30 – 15.30"), ("Zie vraag 1.", "Ja."), ("Nee.", "Ja."), ("", "Ja.")]
)
def test_short_texts_that_only_share_signs_are_not_alike(old: str, new: str) -> None:
    assert not kinship([old], [new])


def test_a_short_text_with_another_year_is_a_changed_one() -> None:
    assert kinship(["Begroting 2025"], ["Begroting 2026"])


def test_a_split_paragraph_is_in_both_parts() -> None:
    assert related([MARKET, f"{PACT} {CLIMATE}", BUDGET], ALL) == {(0, 0), (1, 1), (1, 2), (2, 3)}


def test_a_paragraph_in_many_equal_parts_is_in_all() -> None:
    assert related([" ".join(ALL)], ALL) == {(0, number) for number in range(4)}


def test_merged_paragraphs_are_both_in_the_new_one() -> None:
    assert related(ALL, [MARKET, f"{PACT} {CLIMATE}", BUDGET]) == {(0, 0), (1, 1), (2, 1), (3, 2)}


def test_a_word_cut_off_a_paragraph_comes_from_it() -> None:
    assert related([f"Nee. {PACT}", MARKET], ["Nee.", PACT, MARKET]) == {(0, 0), (0, 1), (1, 2)}


def test_a_word_of_a_deleted_paragraph_is_not_that_paragraph() -> None:
    deleted = "Nederland steunt de toetreding van nieuwe lidstaten tot de Unie."
    assert related([deleted, f"Nederland {PACT}"], ["Nederland", PACT]) == {(1, 0), (1, 1)}


def test_a_sentence_that_goes_to_the_next_paragraph_splits_nothing() -> None:
    assert related([f"{MARKET} {PACT} {BUDGET}", CLIMATE], [f"{MARKET} {PACT}", f"{BUDGET} {CLIMATE}"]) == {
        (0, 0),
        (1, 1),
    }


def test_a_sentence_said_twice_now_was_not_split_off() -> None:
    assert related([f"{MARKET} {PACT}"], [f"{MARKET} {PACT} {CLIMATE}", PACT]) == {(0, 0)}


def test_of_equal_texts_each_has_one_ancestor() -> None:
    found = related(["Ja.", "Ja.", "Ja.", MARKET], ["Ja.", MARKET, "Ja."])
    assert (3, 1) in found
    assert len(found) == len({old for old, _ in found}) == 3


def test_thousands_of_texts_are_compared_with_few_others_each() -> None:
    old = [f"{number} {text} {number * 7}" for number in range(500) for text in ALL]
    new = [text.replace("de ", "den ") for text in old]
    assert {(number, number) for number in range(2000)} <= related(old, new)


def names_of(old: list[str], new: list[str], *retired: str) -> list[str]:
    ids = [f"p{number}" for number in range(1, len(old) + 1)]
    return names(kinship(old, new), ids, len(new), retired, "p")


def test_new_paragraphs_are_named_after_the_one_before_them() -> None:
    strangers = [f"Geheel {word} zin over {word}." for word in ("losse", "andere", "nieuwe")]
    found = names_of(ALL, [strangers[0], MARKET, strangers[1], strangers[2], PACT, CLIMATE, BUDGET])
    assert found == ["p0a", "p1", "p1a", "p1b", "p2", "p3", "p4"]


def test_the_larger_part_keeps_the_id_and_the_other_is_named_after_it() -> None:
    assert names_of([MARKET, f"{PACT} Nee. Daarom."], [MARKET, PACT, "Nee. Daarom."]) == ["p1", "p2", "p2a"]
    assert names_of([MARKET, f"Nee. Daarom. {PACT}"], [MARKET, "Nee. Daarom.", PACT]) == ["p1", "p2a", "p2"]


def test_a_merged_paragraph_keeps_the_id_of_the_larger_part() -> None:
    assert names_of([f"{MARKET} {CLIMATE}", PACT], [f"{MARKET} {CLIMATE} {PACT}"]) == ["p1"]
    assert names_of([PACT, f"{MARKET} {CLIMATE}"], [f"{PACT} {MARKET} {CLIMATE}"]) == ["p2"]


def test_an_id_that_older_versions_had_is_never_given_again() -> None:
    assert names_of([MARKET], [MARKET, PACT], "p1a", "p1b") == ["p1", "p1c"]


def test_after_the_last_letter_come_two() -> None:
    letters = [f"p1{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"]
    assert names_of([MARKET], [MARKET, PACT, CLIMATE], *letters) == ["p1", "p1aa", "p1ab"]


def test_the_end_of_a_cut_paragraph_is_not_a_deleted_one_that_is_more_like_it() -> None:
    signature = "Jan de Vries, hoofd van de afdeling EU & Global Affairs Unit, Clingendael)"
    cut_off = "& Global Affairs Unit, Clingendael)"
    head = signature.removesuffix(cut_off)
    old = [f"EU {cut_off}", MARKET, signature, BUDGET]
    assert related(old, [MARKET, head, cut_off, BUDGET]) == {(1, 0), (2, 1), (2, 2), (3, 3)}


def test_a_paragraph_cut_into_words_is_found_in_its_place() -> None:
    words = ["Zie", "ook", "bijlage"]
    found = kinship([MARKET, " ".join(words), BUDGET], [MARKET, *words, BUDGET])
    assert {(kin.old, kin.new) for kin in found} == {(0, 0), (1, 1), (1, 2), (1, 3), (2, 4)}
    assert not any(kin.moved for kin in found)


def test_paragraphs_joined_word_for_word_come_before_one_that_is_alike() -> None:
    joined = f"{MARKET} {PACT}"
    assert related([MARKET, PACT, CLIMATE, f"{joined} Voorts niets."], [joined, CLIMATE]) == {(0, 0), (1, 0), (2, 1)}
