"""The figures of small cases are those that the reference scorer of the annotations computed for them.

Each folder of `cases/` holds an annotation, an export, and the figures. They are never rewritten from this code.
"""

import json
from pathlib import Path

import pytest

from briefgen.evaluation import (
    PackExport,
    SourceExport,
    SourceGold,
    as_json,
    read_judgements,
    score_packs,
    score_records,
)

CASES = Path(__file__).parent / "cases"


@pytest.mark.parametrize("case", ["letter", "report", "consultation"])
def test_records_of_a_small_case_score_as_the_reference_says(case: str) -> None:
    folder = CASES / case
    export = SourceExport.model_validate_json((folder / "export.json").read_text("utf-8"))
    gold = SourceGold.model_validate_json((folder / "gold.json").read_text("utf-8"))
    figures = score_records([export], {export.seed: gold})[export.seed]
    assert as_json(figures) == json.loads((folder / "figures.json").read_text("utf-8"))


def test_a_small_pack_scores_as_the_reference_says() -> None:
    folder = CASES / "pack"
    judgements = read_judgements(
        units=(folder / "units.jsonl").read_text("utf-8"),
        grades=(folder / "qrels.tsv").read_text("utf-8"),
        second=(folder / "qrels2.tsv").read_text("utf-8"),
        requirements=(folder / "pack-requirements.json").read_text("utf-8"),
    )
    pack = PackExport.model_validate_json((folder / "pack.json").read_text("utf-8"))
    exports = [_empty_export(seed) for seed in sorted({unit.seed for unit in judgements.units} | {"000"})]
    figures = score_packs({"raad-rbz": pack}, exports, judgements)
    expected = json.loads((folder / "figures.json").read_text("utf-8"))
    assert {code: as_json(row) for code, row in figures.items()} == expected


def _empty_export(seed: str) -> SourceExport:
    metadata = {"id": f"s{seed}", "file": f"seeds/{seed}_x.txt"}
    return SourceExport.model_validate({"schema": "briefgen/source@1", "metadata": metadata})
