from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import DefinitionError
from briefgen.messages import in_language
from briefgen.spec import parse_spec, require_topics
from briefgen.topics import parse_topics

PACK = """schema = "briefgen/pack-definition@1"
title = { nl = "Voorzitterschap", en = "Presidency" }
marking = "Concept"

[[sections]]
id = "eerste"
title = "Eerste"

[[sections]]
id = "tweede"
title = "Tweede"
show = ["positions"]
topics = ["uitbreiding"]
terms = ["Montenegro", { term = "MFK", weight = 2 }]
"""

TOPICS = """schema = "briefgen/topics@1"
[[topics]]
id = "uitbreiding"
label = "Uitbreiding"
terms = ["uitbreiding"]
"""

TEMPLATES = Path(__file__).parents[1] / "templates"


def mistake(text: str) -> DefinitionError:
    with pytest.raises(DefinitionError) as caught:
        parse_spec(text, "packs/x.toml")
    return caught.value


def test_a_definition_gives_its_sections_in_their_order() -> None:
    spec = parse_spec(PACK, "packs/x.toml")
    assert [section.id for section in spec.sections] == ["eerste", "tweede"]
    assert in_language(spec.title, "nl") == "Voorzitterschap"


def test_a_term_may_be_a_bare_word_or_have_a_weight() -> None:
    terms = parse_spec(PACK, "packs/x.toml").sections[1].terms
    assert [(term.term, term.weight) for term in terms] == [("Montenegro", 1.0), ("MFK", 2.0)]


@pytest.mark.parametrize(
    ("right", "wrong", "line", "words"),
    [
        ("topics = [", "topcis = [", 13, "'topcis'"),
        ('show = ["positions"]', 'show = ["positons"]', 12, "positions"),
        ('title = "Tweede"', 'titel = "Tweede"', 11, "title"),
        ("weight = 2", "wieght = 2", 14, "weight"),
        ("weight = 2", "weight = -2", 14, "weight"),
        ('id = "tweede"', 'id = "eerste"', 10, "eerste"),
        ('["Montenegro",', '["…",', 14, "term"),
        ("marking = ", "marking ", 3, "TOML"),
    ],
)
def test_a_mistake_names_the_file_the_line_and_what_would_be_right(
    right: str, wrong: str, line: int, words: str
) -> None:
    error = mistake(PACK.replace(right, wrong))
    assert error.file == "packs/x.toml"
    assert error.line == line
    for language in ("nl", "en"):
        assert words in error.text(language)


def test_a_summary_of_a_section_that_there_is_not_is_named_with_the_nearest_one() -> None:
    error = mistake(PACK.replace('title = "Eerste"', 'title = "Eerste"\nlines = { twede = 1 }'))
    assert (error.code, error.line) == ("unknown-section", 8)
    assert "tweede" in error.text("nl")


def test_an_unknown_topic_is_named_with_the_nearest_one_and_its_line() -> None:
    text = PACK.replace('topics = ["uitbreiding"]', 'topics = ["uitbriding"]')
    spec, taxonomy = parse_spec(text, "x.toml"), parse_topics(TOPICS, "topics.toml")
    with pytest.raises(DefinitionError) as caught:
        require_topics(spec, taxonomy, text, "x.toml")
    assert caught.value.line == 13
    assert "Did you mean: uitbreiding?" in caught.value.text("en")


@pytest.mark.parametrize("file", sorted((TEMPLATES / "packs").glob("*.toml")), ids=lambda file: file.stem)
def test_every_pack_that_ships_is_valid_and_names_only_known_topics(file: Path) -> None:
    text = file.read_text("utf-8")
    taxonomy = parse_topics((TEMPLATES / "topics.toml").read_text("utf-8"), "topics.toml")
    require_topics(parse_spec(text, file.name), taxonomy, text, file.name)
