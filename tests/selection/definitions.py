"""A small taxonomy and pack definitions for the tests of selection."""

from __future__ import annotations

from briefgen.spec import PackSpec, parse_spec
from briefgen.topics import Taxonomy, parse_topics

TOPICS = """
schema = "briefgen/topics@1"
not_meant = [
    "voorzitter van de Raad van Europa", "voorzitter van de vaste commissie",
    "Raad voor het Regeringsbeleid", "Nationale Veiligheidsraad",
]

[[topics]]
id = "voorzitterschap"
label = "EU-voorzitterschap"
terms = [
    { term = "EU-voorzitterschap", weight = 3 }, { term = "voorzitter van de Raad", weight = 3 }, "voorzitter", "2029",
]
raden = { primary = ["raz"] }

[[topics]]
id = "uitbreiding"
label = { nl = "Uitbreiding", en = "Enlargement" }
terms = [{ term = "Kopenhagencriteria", weight = 3 }, { term = "EU-uitbreiding", weight = 2 }, "uitbreiding"]
raden = { primary = ["raz"], secondary = ["rbz"] }

[[topics]]
id = "sancties"
label = "Sancties"
terms = [{ term = "sanctie", weight = 2 }, "schaduwvloot"]
raden = { primary = ["rbz"] }
"""

HEAD = """
schema = "briefgen/pack-definition@1"
title = "Een pakket"
marking = "Concept"
"""


def taxonomy() -> Taxonomy:
    return parse_topics(TOPICS, "topics.toml")


def spec(sections: str) -> PackSpec:
    return parse_spec(HEAD + sections, "pack.toml")
