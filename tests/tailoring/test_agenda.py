from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import DefinitionError
from briefgen.tailoring.agenda import parse_agenda
from briefgen.topics import parse_topics

from ..selection.definitions import taxonomy

TEMPLATES = Path(__file__).parents[2] / "templates"

AGENDA = """
schema = "briefgen/agenda@1"
date = "2026-06-22"

[[items]]
title = "Sancties tegen Rusland"
kind = "Gedachtewisseling"
topics = ["sancties"]

[[items]]
title = "Diversen"
terms = ["schaduwvloot"]
"""


def mistake(text: str) -> DefinitionError:
    with pytest.raises(DefinitionError) as caught:
        parse_agenda(text, "agenda.toml", taxonomy())
    return caught.value


def test_the_items_keep_their_order() -> None:
    agenda = parse_agenda(AGENDA, "agenda.toml", taxonomy())
    assert [item.title for item in agenda.items] == ["Sancties tegen Rusland", "Diversen"]


def test_an_unknown_topic_is_a_mistake_with_its_line_and_near_names() -> None:
    error = mistake(AGENDA.replace('["sancties"]', '["sanctie"]'))
    assert (error.code, error.line) == ("unknown-topic", 8)
    assert "sancties" in error.text("nl")


def test_an_item_that_looks_for_nothing_is_a_mistake() -> None:
    assert mistake(AGENDA.replace('terms = ["schaduwvloot"]', "")).code == "item-without-terms"


def test_a_date_that_is_none_is_a_mistake_with_its_line() -> None:
    error = mistake(AGENDA.replace("2026-06-22", "22 juni"))
    assert (error.code, error.line) == ("wrong-date", 3)


@pytest.mark.parametrize("path", sorted((TEMPLATES / "agendas").glob("*.toml")), ids=lambda path: path.stem)
def test_the_examples_can_be_used(path: Path) -> None:
    topics = parse_topics((TEMPLATES / "topics.toml").read_text("utf-8"), "topics.toml")
    assert parse_agenda(path.read_text("utf-8"), path.name, topics).items
