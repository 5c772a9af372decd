"""How well the shipped topics rank the annotated paragraphs: floors that only rise.

nDCG@20 with gains 3 and 1 for grades 2 and 1, over the judgments of `tests/gold/qrels.tsv`.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import pytest

from briefgen.matching.index import TermIndex
from briefgen.selection.queries import section_query
from briefgen.selection.ranking import Field, rank
from briefgen.spec import SectionSpec
from briefgen.topics import Taxonomy, parse_topics

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold"
GAINS = {0: 0, 1: 1, 2: 3}

ASKED = ("question", "remark")
DIALOGUE = (*ASKED, "answer")  # their headings are the annotator's, not printed ones

FOREIGN_AFFAIRS = (
    "gbvb", "besluitvorming", "oekraine", "sancties", "verenigde-staten", "china", "midden-oosten",
    "internationale-rechtsorde",
)  # fmt: skip


def paragraphs() -> list[dict[str, str]]:
    lines = (GOLD / "units.jsonl").read_text("utf-8").splitlines()
    units = [json.loads(line) for line in lines]
    return [unit for unit in units if unit["kind"] not in ("caption", "frontmatter")]


def grades(pack: str) -> dict[str, int]:
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for line in (GOLD / "qrels.tsv").read_text("utf-8").splitlines():
        name, unit, grade = line.split("\t")
        found[name][unit] = int(grade)
    return found[pack]


def ranking(taxonomy: Taxonomy, topics: Sequence[str]) -> list[str]:
    """The ids of the annotated paragraphs, best first; a question counts less than what answers it."""
    units = paragraphs()
    headings = sorted({part for unit in units for part in unit["heading"].split(" > ")})
    number = {heading: place for place, heading in enumerate(headings, start=len(units))}
    fields = [
        Field(place, () if unit["kind"] in DIALOGUE else tuple(number[part] for part in unit["heading"].split(" > ")))
        for place, unit in enumerate(units)
    ]
    query = section_query(SectionSpec(id="section", title="Section", topics=tuple(topics)), taxonomy)
    rows = rank(TermIndex([*(unit["text"] for unit in units), *headings]), fields, [query])[0]
    scores = {
        unit["id"]: row.score * (0.6 if unit["kind"] in ASKED else 1.0) for unit, row in zip(units, rows, strict=True)
    }
    return sorted(scores, key=lambda unit: (-scores[unit], unit))


def ndcg(order: Sequence[str], judged: dict[str, int]) -> float:
    def gain(values: Sequence[int]) -> float:
        return sum(value / math.log2(place + 2) for place, value in enumerate(values))

    ideal = sorted((GAINS[grade] for grade in judged.values()), reverse=True)[:20]
    return gain([GAINS[judged.get(unit, 0)] for unit in order[:20]]) / gain(ideal)


@pytest.mark.parametrize(
    ("pack", "topics", "floor"),
    [
        ("P2", FOREIGN_AFFAIRS, 0.88),
        ("P4", ("migratie", "justitie"), 0.97),
        ("P6", ("uitbreiding", "rechtsstaat", "mfk"), 0.94),
    ],
)
def test_the_topics_rank_what_a_judge_found_relevant_on_top(pack: str, topics: tuple[str, ...], floor: float) -> None:
    taxonomy = parse_topics((ROOT / "templates" / "topics.toml").read_text("utf-8"), "topics.toml")
    order = ranking(taxonomy, topics)
    assert ndcg(order, grades(pack)) >= floor
    misleading = json.loads((GOLD / "pack-requirements.json").read_text("utf-8"))[pack]["must_not_contain"]
    assert not {one["unit"] for one in misleading} & set(order[:24])
