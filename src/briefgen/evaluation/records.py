"""The measures of exported records against annotations, a source at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from .exports import SourceExport
from .gold import SourceGold
from .measures import Figures, without_precision
from .reports import actor_figures, question_figures, report_figures
from .statements import reference_figures, sentence_figures, value_figures
from .structure import footnote_figures, heading_figures, metadata_figures, paragraph_figures

RECORD_MEASURES: tuple[Callable[[SourceExport, SourceGold], Figures], ...] = (
    metadata_figures,
    paragraph_figures,
    heading_figures,
    footnote_figures,
    reference_figures,
    sentence_figures,
    value_figures,
    question_figures,
    report_figures,
    actor_figures,
)

MISSING: Figures = {"missing": 1}
"""The figures of a source that was annotated and not exported."""


def score_records(exports: Iterable[SourceExport], gold: Mapping[str, SourceGold]) -> dict[str, Figures]:
    """The figures of every annotated source.

    Args:
        exports: the records of the sources.
        gold: annotations by the characters that a source goes by (`SourceExport.seed`).

    Returns:
        Figures by those characters, in the order of `gold`. Against a partial annotation they have no precision.
    """
    exported = {export.seed: export for export in exports}
    return {seed: _figures(exported.get(seed), annotation) for seed, annotation in gold.items()}


def _figures(export: SourceExport | None, gold: SourceGold) -> Figures:
    if export is None:
        return MISSING
    figures: Figures = {}
    for measure in RECORD_MEASURES:
        figures |= measure(export, gold)
    return without_precision(figures) if gold.partial else figures
