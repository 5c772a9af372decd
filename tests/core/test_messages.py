"""What is said to people, in both languages."""

from __future__ import annotations

import pytest

from briefgen.errors import BriefgenError, DefinitionError, FindingsError, OptionError
from briefgen.messages import Localised, in_language, message, suggestion


def test_near_names_are_proposed_and_otherwise_all_are_listed() -> None:
    assert suggestion("presidency-2028", ["presidency-2029", "raad-rbz"], "nl") == "Bedoelde u: presidency-2029?"
    assert suggestion("RBZ", ["rbz", "raz"], "nl") == "Bedoelde u: rbz, raz?"
    assert suggestion("x", ["b", "a"], "en") == "What there is: a, b."
    assert suggestion("x", [f"pack-{number:02}" for number in range(40)], "nl").endswith("pack-11, en nog 28.")


def test_an_error_names_the_file_the_line_the_problem_and_the_way_out() -> None:
    error = DefinitionError("unknown-key", file="p.toml", line=3, name="titel", known=["title"])
    assert error.text("nl") == "p.toml, regel 3: de sleutel 'titel' bestaat hier niet. Bedoelde u: title?"
    assert str(error) == error.text("en")


@pytest.mark.parametrize(
    ("kind", "code"), [(OptionError, 1), (DefinitionError, 1), (FindingsError, 3), (BriefgenError, 70)]
)
def test_each_branch_of_the_tree_has_its_exit_code(kind: type[BriefgenError], code: int) -> None:
    assert kind.exit_code == code


def test_words_given_in_two_languages_are_taken_in_the_one_asked_for() -> None:
    assert in_language(Localised(nl="ja", en="yes"), "en") == "yes"
    assert in_language("ja", "en") == "ja"


@pytest.mark.parametrize(
    ("count", "dutch", "english"),
    [
        ("0", "0 bevindingen, hierboven.", "0 findings, above."),
        ("1", "1 bevinding, hierboven.", "1 finding, above."),
        ("2", "2 bevindingen, hierboven.", "2 findings, above."),
    ],
)
def test_words_agree_with_their_number(count: str, dutch: str, english: str) -> None:
    assert message("project-findings", "nl", count=count) == dutch
    assert message("project-findings", "en", count=count) == english


def test_a_message_without_its_details_is_a_defect() -> None:
    with pytest.raises(KeyError):
        message("unknown-key", "nl")
