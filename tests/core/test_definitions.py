"""TOML that people write, and the mistakes they make in it."""

from __future__ import annotations

from typing import Literal

import pytest
from pydantic import Field

from briefgen.definitions import line_of, mistakes, parse
from briefgen.errors import DefinitionError
from briefgen.messages import LONGEST_WORDING, Wording
from briefgen.model import Model
from briefgen.sources import IsoDate


class Part(Model):
    id: str = Field(pattern="^[a-z]+$")
    layout: Literal["summary", "dialogue"] = "summary"
    limit: int = Field(default=5, ge=1)
    share: float = Field(default=0.5, strict=True)
    open: bool = False
    words: tuple[str, ...] = ()
    name: Wording = ""
    day: IsoDate = "2026"


class Whole(Model):
    schema_version: str = Field(default="x", alias="schema")
    title: str
    parts: tuple[Part, ...] = ()
    colours: Part | None = None


GOOD = """\
schema = "x"
title = "Voorzitterschap"

[[parts]]
id = "een"

[[parts]]
id = "twee"
layout = "dialogue"

[colours]
id = "kleur"
"""


def mistake(text: str) -> DefinitionError:
    with pytest.raises(DefinitionError) as caught:
        parse(text, "templates/packs/proef.toml", Whole)
    return caught.value


def test_a_good_definition_becomes_the_model() -> None:
    whole = parse(GOOD, "proef.toml", Whole)
    assert (whole.title, [part.id for part in whole.parts]) == ("Voorzitterschap", ["een", "twee"])


@pytest.mark.parametrize(
    ("right", "wrong", "line", "words"),
    [
        ("title =", "titel =", 2, "'titel' bestaat hier niet. Bedoelde u: title?"),
        ('id = "twee"', 'idd = "twee"', 8, "'idd' bestaat hier niet. Bedoelde u: id?"),
        ("[[parts]]\nid", "[[part]]\nid", 4, "'part' bestaat hier niet. Bedoelde u: parts?"),
        ('"dialogue"', '"dialoog"', 9, "'dialoog' kan niet bij de sleutel 'layout'. Bedoelde u: dialogue?"),
        ('title = "Voorzitterschap"', "", 1, "de sleutel 'title' ontbreekt"),
        ('id = "kleur"', "", 11, "de sleutel 'id' ontbreekt"),
        ('layout = "dialogue"', 'limit = "veel"', 9, "bij de sleutel 'limit' hoort een heel getal"),
        ('layout = "dialogue"', "limit = 0", 9, "het getal bij 'limit' moet ≥ 1 zijn. Er staat: 0."),
        ('layout = "dialogue"', "share = true", 9, "bij de sleutel 'share' hoort een getal met een punt"),
        ('layout = "dialogue"', 'open = "ja"', 9, "bij de sleutel 'open' hoort true (ja) of false (nee)"),
        ('layout = "dialogue"', 'words = "een"', 9, "bij de sleutel 'words' hoort een lijst"),
        ('layout = "dialogue"', "words = [1]", 9, "bij de sleutel 'words' hoort tekst tussen aanhalingstekens"),
        (
            'layout = "dialogue"',
            "name = 5",
            9,
            "bij de sleutel 'name' hoort tekst tussen aanhalingstekens. Er staat: 5.",
        ),
        ('layout = "dialogue"', 'name = { nl = "x" }', 9, "de sleutel 'en' ontbreekt"),
        ('layout = "dialogue"', 'name = { nl = "x", en = 3 }', 9, "bij de sleutel 'en' hoort tekst"),
        (
            'layout = "dialogue"',
            f'name = "{"lang " * LONGEST_WORDING}"',
            9,
            "de tekst bij de sleutel 'name' is te lang: meer dan een bladzijde. Er staat: lang lang",
        ),
        ('id = "twee"', 'id = "Twee!"', 8, "'Twee!' heeft niet de vorm die bij de sleutel 'id' hoort"),
        ('layout = "dialogue"', 'day = "voorjaar"', 9, "bij de sleutel 'day' hoort een datum zoals 2026"),
        ('id = "een"', "id = een", 5, "geen geldige TOML"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_the_nearest_right_name(
    right: str, wrong: str, line: int, words: str
) -> None:
    assert right in GOOD
    error = mistake(GOOD.replace(right, wrong, 1))
    assert error.text("nl").startswith(f"templates/packs/proef.toml, regel {line}: ")
    assert words in error.text("nl")


def test_all_mistakes_are_told_and_a_misspelt_key_once() -> None:
    text = GOOD.replace("title =", "titel =").replace('"dialogue"', '"dialoog"').replace('id = "kleur"', "")
    found = [error.text("nl") for error in mistakes(text, "proef.toml", Whole)]
    assert [line.split(":")[0] for line in found] == [
        "proef.toml, regel 2",
        "proef.toml, regel 9",
        "proef.toml, regel 11",
    ]


def test_a_missing_key_is_told_beside_an_unknown_one_that_is_not_like_it() -> None:
    found = mistakes(GOOD.replace("title =", "kleur ="), "proef.toml", Whole)
    assert [error.code for error in found] == ["unknown-key", "missing-key"]


def test_a_good_definition_and_broken_toml_have_no_and_one_mistake() -> None:
    assert not mistakes(GOOD, "proef.toml", Whole)
    assert [error.code for error in mistakes('title = "Voorz', "proef.toml", Whole)] == ["broken-toml"]


def test_a_file_that_ends_too_early_is_told_with_its_last_line() -> None:
    assert mistake('title = "Voorz').line == 1


def test_messages_also_come_in_english() -> None:
    assert "there is no key 'titel' here. Did you mean: title?" in mistake(GOOD.replace("title =", "titel =")).text(
        "en"
    )


def test_a_place_that_cannot_be_found_is_told_by_the_nearest_line_above() -> None:
    assert line_of(GOOD, ("parts", 1, "limit")) == 7
