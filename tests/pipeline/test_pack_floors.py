"""What the judged packs reach on the real sources: the floors of `tests/gold/floors.toml`."""

from __future__ import annotations

import tomllib

from briefgen.assembly import assemble
from briefgen.evaluation import Floors, PackExport, SourceExport, below_floors, read_judgements, score_packs
from briefgen.export import to_contract_json
from briefgen.pipeline.options import BuildOptions
from briefgen.pipeline.requests import named, requested
from briefgen.pipeline.workshop import Workshop
from briefgen.selection import select
from briefgen.serialization import to_json

from ..end_to_end.conftest import ROOT, Told

GOLD = ROOT / "tests" / "gold"
JUDGED = ("raad-rbz", "raad-jbz", "uitbreiding-rechtsstaat")


def exported(workshop: Workshop, name: str) -> PackExport:
    """A judged pack as other programs read it."""
    sources, taxonomy = workshop.corpus.extractions, workshop.taxonomy
    asked = BuildOptions(pack=name, as_of="2026-06-01", formats=("docx",))
    spec = requested(
        workshop.project, named(workshop.project, asked, taxonomy, lambda: sources), taxonomy, lambda: sources
    ).spec
    selection = select(sources, spec, taxonomy, workshop.corpus)
    made = assemble(
        selection, spec, sources, name=name, as_of="2026-06-01", language="nl", not_meant=taxonomy.not_meant
    )
    return PackExport.model_validate_json(to_json(made))


def test_the_judged_packs_stay_above_their_floors() -> None:
    workshop = Workshop(ROOT, Told())
    packs = {name: exported(workshop, name) for name in JUDGED}
    exports = [SourceExport.model_validate_json(to_contract_json(one)) for one in workshop.corpus.extractions]
    texts = [(GOLD / name).read_text("utf-8") for name in ("units.jsonl", "qrels.tsv", "pack-requirements.json")]
    figures = score_packs(packs, exports, read_judgements(texts[0], texts[1], "", texts[2]))
    floors = Floors.model_validate(tomllib.loads((GOLD / "floors.toml").read_text("utf-8"))).packs
    assert floors
    assert list(below_floors(figures, floors)) == []
