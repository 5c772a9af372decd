from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import DefinitionError
from briefgen.tailoring.raden import Councils, parse_councils, require_routes, topics_of
from briefgen.topics import parse_topics

from ..selection.definitions import taxonomy

TEMPLATES = Path(__file__).parents[2] / "templates"

RAADS = """
schema = "briefgen/raden@1"

[[raden]]
code = "raz"
name = { nl = "Raad Algemene Zaken", en = "General Affairs Council" }
short = "RAZ"
dossiers = ["21501-02"]
first = ["uitbreiding"]

[[raden]]
code = "rbz"
name = "Raad Buitenlandse Zaken"
short = "RBZ"
"""


def shipped() -> Councils:
    return parse_councils((TEMPLATES / "raden.toml").read_text("utf-8"), "raden.toml")


def test_the_topics_that_a_council_puts_first_lead_and_those_on_the_side_stand_apart() -> None:
    councils = parse_councils(RAADS, "raden.toml")
    own, also = topics_of(councils.by_code["raz"], taxonomy())
    assert [topic.id for topic in own] == ["uitbreiding", "voorzitterschap"]
    assert also == ()
    own, also = topics_of(councils.by_code["rbz"], taxonomy())
    assert ([topic.id for topic in own], [topic.id for topic in also]) == (["sancties"], ["uitbreiding"])


def test_a_council_that_stands_there_twice_is_a_mistake_with_its_line() -> None:
    text = RAADS.replace('code = "rbz"', 'code = "raz"')
    with pytest.raises(DefinitionError) as caught:
        parse_councils(text, "raden.toml")
    assert caught.value.line == text.splitlines().index('code = "raz"', 6) + 1


def test_a_council_that_is_part_of_none_is_a_mistake_with_near_names() -> None:
    text = RAADS.replace('short = "RBZ"', 'short = "RBZ"\npart_of = "rzb"')
    with pytest.raises(DefinitionError, match="rbz") as caught:
        parse_councils(text, "raden.toml")
    assert caught.value.line == len(text.splitlines())


def test_a_topic_that_there_is_not_is_a_mistake_with_its_line() -> None:
    text = RAADS.replace('first = ["uitbreiding"]', 'first = ["uitbreidingen"]')
    with pytest.raises(DefinitionError, match="uitbreiding") as caught:
        require_routes(parse_councils(text, "raden.toml"), taxonomy(), text, "raden.toml")
    assert text.splitlines()[(caught.value.line or 0) - 1].startswith("first")


def test_all_configurations_of_the_council_are_there() -> None:
    assert set(shipped().by_code) >= {
        "er", "raz", "rbz", "rbz-defensie", "rbz-handel", "rbz-os", "ecofin", "jbz", "wsbvc", "rvc", "vte", "lv",
        "milieu", "ojcs",
    }  # fmt: skip


def test_every_council_has_topics_and_every_route_leads_to_a_council() -> None:
    text = (TEMPLATES / "raden.toml").read_text("utf-8")
    councils = parse_councils(text, "raden.toml")
    topics = parse_topics((TEMPLATES / "topics.toml").read_text("utf-8"), "topics.toml")
    require_routes(councils, topics, text, "raden.toml")
    assert all(topics_of(raad, topics)[0] for raad in councils.raden)
    routes = {code for topic in topics.topics for code in (*topic.raden.primary, *topic.raden.secondary)}
    assert routes <= set(councils.by_code)
