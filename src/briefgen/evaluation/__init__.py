"""Measures of extraction and selection against annotations made by hand.

    records of `extract`     + annotations ──score_records──▶ figures by source ─┐
    packs of `build-pack`    + judgements  ──score_packs────▶ figures by pack   ─┴─below_floors──▶ shortfalls

It reads the public JSON of briefgen and nothing else of it, so that the records of any program can be measured.
"""

from .exports import PackExport, SourceExport
from .floors import Floors, FloorsBySubject, Shortfall, below_floors, raised_floors
from .gold import GOLD_FILES, Judgements, SourceGold, read_judgements
from .measures import Agreement, Coverage, Figure, Figures, Share, as_json, headline
from .packs import score_packs
from .records import score_records

__all__ = [
    "GOLD_FILES",
    "Agreement",
    "Coverage",
    "Figure",
    "Figures",
    "Floors",
    "FloorsBySubject",
    "Judgements",
    "PackExport",
    "Share",
    "Shortfall",
    "SourceExport",
    "SourceGold",
    "as_json",
    "below_floors",
    "headline",
    "raised_floors",
    "read_judgements",
    "score_packs",
    "score_records",
]
