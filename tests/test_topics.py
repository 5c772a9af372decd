from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import DefinitionError
from briefgen.matching.terms import word_patterns
from briefgen.topics import Taxonomy, parse_topics

TOPICS = """schema = "briefgen/topics@1"

[[topics]]
id = "uitbreiding"
label = { nl = "Uitbreiding", en = "Enlargement" }
terms = ["uitbreiding"]
raden = { primary = ["raz"], secondary = ["rbz"] }

[[topics]]
id = "sancties"
label = "Sancties"
terms = ["sanctie"]
raden = { primary = ["rbz"] }
"""

COUNCILS = {
    "er", "raz", "rbz", "rbz-defensie", "rbz-handel", "rbz-os", "ecofin", "jbz", "wsbvc", "rvc", "vte", "lv", "milieu",
    "ojcs",
}  # fmt: skip


@pytest.fixture(scope="module")
def shipped() -> Taxonomy:
    file = Path(__file__).parents[1] / "templates" / "topics.toml"
    return parse_topics(file.read_text("utf-8"), file.name)


def test_two_topics_with_one_id_are_a_mistake_with_its_line() -> None:
    with pytest.raises(DefinitionError) as caught:
        parse_topics(TOPICS.replace('"sancties"', '"uitbreiding"'), "topics.toml")
    assert (caught.value.code, caught.value.line) == ("repeated-id", 10)


def test_a_misspelt_key_of_a_topic_is_named_with_the_right_one() -> None:
    with pytest.raises(DefinitionError) as caught:
        parse_topics(TOPICS.replace('primary = ["raz"]', 'primairy = ["raz"]'), "topics.toml")
    assert caught.value.line == 7
    assert "Bedoelde u: primary?" in caught.value.text("nl")


def test_a_topic_needs_a_term() -> None:
    with pytest.raises(DefinitionError):
        parse_topics(TOPICS.replace('terms = ["sanctie"]', "terms = []"), "topics.toml")


def test_every_council_has_topics_and_no_topic_names_another_council(shipped: Taxonomy) -> None:
    named = {raad for topic in shipped.topics for raad in (*topic.raden.primary, *topic.raden.secondary)}
    assert named == COUNCILS


def test_every_term_that_ships_has_words_and_stands_once_in_its_topic(shipped: Taxonomy) -> None:
    for topic in shipped.topics:
        terms = [term.term for term in topic.terms]
        assert len(terms) == len(set(terms)), topic.id
        assert all(word_patterns(term) for term in (*terms, *topic.exclude))
