"""Measures extraction, and the built packs that there are judgements for, against annotations made by people."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pydantic import ValidationError

from ..definitions import parse
from ..errors import FindingsError, OptionError
from ..evaluation import (
    GOLD_FILES,
    Agreement,
    Coverage,
    Figure,
    Figures,
    Floors,
    SourceExport,
    SourceGold,
    as_json,
    below_floors,
    score_records,
)
from ..export import to_contract_json
from ..filesystem import replace_file
from ..messages import message
from .corpus import extractions
from .progress import Progress
from .project import Project, find_project, load_sources, read_definition


def measure(root: Path, gold: Path, json_file: Path | None, progress: Progress) -> None:
    """Show the figures of every annotated source, and fail when one is under its floor.

    Args:
        root: a folder of the project.
        gold: the folder with the annotations, and with `floors.toml` where figures have a floor.
        json_file: where the figures go as JSON too, if anywhere.
        progress: is told and shown.

    Raises:
        OptionError: there are no annotations in `gold`, or one cannot be read.
        FindingsError: a figure is under its floor.
    """
    project = find_project(root)
    annotations = dict(_annotations(gold))
    if not annotations:
        raise OptionError("no-annotations", file=str(gold))
    exports = [
        SourceExport.model_validate_json(to_contract_json(extraction))
        for extraction in extractions(project, load_sources(project), progress)
    ]
    figures = score_records(exports, annotations)
    progress.table([[message(f"head-{head}", progress.language) for head in HEADS], *_rows(figures)])
    if json_file is not None:
        content = {"records": {subject: as_json(row) for subject, row in figures.items()}}
        replace_file(json_file, (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode())
    _hold_to_floors(project, gold, figures, progress)


HEADS = ("source", "measure", "precision", "recall", "f1", "found", "annotated")


def _annotations(gold: Path) -> Iterator[tuple[str, SourceGold]]:
    for path in sorted(gold.glob(GOLD_FILES)):
        try:
            yield path.stem[-3:], SourceGold.model_validate_json(path.read_bytes())
        except ValidationError as error:
            raise OptionError("broken-annotation", file=str(path), problem=str(error.errors()[0]["msg"])) from error


def _rows(figures: Mapping[str, Figures]) -> Iterator[Sequence[str]]:
    for subject, row in figures.items():
        for measure_name, figure in row.items():
            yield (subject, measure_name, *_cells(figure))


def _cells(figure: Figure) -> tuple[str, str, str, str, str]:
    if isinstance(figure, Agreement):
        shares = (f"{value:.3f}" for value in (figure.precision, figure.recall, figure.f1))
        return (*shares, str(figure.predicted), str(figure.gold))  # type: ignore[return-value]
    if isinstance(figure, Coverage):
        return ("", f"{figure.recall:.3f}", "", "", str(figure.gold))
    text = ", ".join(figure) if isinstance(figure, tuple) else "–" if figure is None else str(figure)
    return ("", "", text, "", "")


def _hold_to_floors(project: Project, gold: Path, figures: Mapping[str, Figures], progress: Progress) -> None:
    path = gold / "floors.toml"
    if not path.is_file():
        return
    floors = parse(read_definition(project, path), project.name_of(path), Floors)
    shortfalls = below_floors(figures, floors.records)
    for shortfall in shortfalls:
        progress.tell(
            "below-floor",
            subject=shortfall.subject,
            measure=shortfall.measure,
            reached=str(shortfall.reached),
            floor=str(shortfall.floor),
        )
    if shortfalls:
        raise FindingsError("under-floors", count=str(len(shortfalls)))
