"""The measures of packs against relevance judgements: what they cite, in which order, and what they leave out."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .exports import ExportedCitation, PackExport, SourceExport
from .gold import Judgements, PackGold
from .measures import Figures, share
from .text import fold

RANKS = 20
"""Depth of the discounted gain."""

TOP = 10
ESSENTIAL = 2
GAIN_OF_ESSENTIAL = 3
LEAST_WITHIN_UNIT = 40
"""The fewest characters that a citation must have to count as a piece of a unit."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """What the citations of a pack amount to, in their order.

    Attributes:
        units: the judged units that they hold.
        grades: the grade of each citation that brings something new; 0 for one that holds no unit.
        relevant: for each citation, whether it holds a relevant unit.
    """

    units: frozenset[str]
    grades: tuple[int, ...]
    relevant: tuple[bool, ...]


def score_packs(
    packs: Mapping[str, PackExport], exports: Iterable[SourceExport], judgements: Judgements
) -> dict[str, Figures]:
    """The figures of every judged pack.

    Args:
        packs: the packs by the name of their folder.
        exports: the records of the sources, which tell the file behind the id of a source.
        judgements: the units, their grades, and what is required.

    Returns:
        Figures by code of the pack.
    """
    seed_of = {export.metadata.id: export.seed for export in exports}
    units_of: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for unit in judgements.units:
        units_of[unit.seed].append((unit.id, fold(unit.text)))
    figures: dict[str, Figures] = {}
    for code, required in judgements.packs.items():
        name = next((name for name in required.names if name in packs), None)
        if name is None:
            figures[code] = {"missing": 1, "looked_for": required.names}
            continue
        citations = cited_in_order(packs[name])
        held = [_units_of(citation, units_of[seed_of.get(citation.source, "")]) for citation in citations]
        grades = judgements.grades.get(code, {})
        ranking = _ranking(held, grades, judgements.second.get(code, frozenset()))
        figures[code] = {"pack": name, "cited": len(citations), **_pack_figures(ranking, grades, required)}
    return figures


def cited_in_order(pack: PackExport) -> list[ExportedCitation]:
    """The cited paragraphs of a pack by their first citation, in the order of the printed pack."""
    by_key = {citation.key: citation for citation in pack.citations}
    keys = [key for section in pack.sections for item in section.items for key in item.citations]
    return [by_key[key] for key in dict.fromkeys(keys) if key in by_key]


def _units_of(citation: ExportedCitation, units: Sequence[tuple[str, str]]) -> list[str]:
    """The judged units that a citation holds, or is a piece of."""
    text = fold(citation.text)
    is_long = len(text) >= LEAST_WITHIN_UNIT
    return [unit for unit, unit_text in units if unit_text in text or (is_long and text in unit_text)]


def _ranking(held: Sequence[Sequence[str]], grades: Mapping[str, int], second: frozenset[str]) -> Ranking:
    """A further piece of a unit that was cited before has no rank of its own."""
    seen: set[str] = set()
    ranked: list[int] = []
    for units in held:
        new = [unit for unit in units if unit not in seen]
        if new:
            ranked.append(max(grades.get(unit, 0) for unit in new))
        elif not units:
            ranked.append(0)
        seen.update(units)
    relevant = tuple(any(grades.get(unit, 0) or unit in second for unit in units) for units in held)
    return Ranking(frozenset(seen), tuple(ranked), relevant)


def _pack_figures(ranking: Ranking, grades: Mapping[str, int], required: PackGold) -> Figures:
    essential = [unit for unit, grade in grades.items() if grade == ESSENTIAL]
    musts, units = required.must_contain, ranking.units
    met = sum(must.unit in units or not units.isdisjoint(must.also_in) for must in musts)
    return {
        "ndcg20": _discounted_gain_share(ranking.grades, grades.values()),
        "precision_any": _mean(ranking.relevant, 0.0),
        "precision_top10": _mean(ranking.relevant[:TOP], 0.0),
        "recall_grade2": _mean([unit in units for unit in essential], 1.0),
        "must_contain": share(met, len(musts)) if musts else 1.0,
        "must_not_count": sum(unwanted.unit in units for unwanted in required.must_not_contain),
    }


def _mean(hits: Sequence[bool], without: float) -> float:
    return share(sum(hits), len(hits)) if hits else without


def _discounted_gain_share(ranked: Sequence[int], grades: Iterable[int]) -> float | None:
    """The normalised discounted cumulative gain (Järvelin and Kekäläinen, 2002) of the first ranks."""
    ideal = sorted((GAIN_OF_ESSENTIAL if grade == ESSENTIAL else 1 for grade in grades), reverse=True)[:RANKS]
    if not ideal:
        return None
    return share(_gain([GAIN_OF_ESSENTIAL if grade == ESSENTIAL else grade for grade in ranked[:RANKS]]), _gain(ideal))


def _gain(gains: Iterable[int]) -> float:
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, start=1))
