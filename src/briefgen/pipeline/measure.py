"""Measures extraction, and the built packs that there are judgements for, against annotations made by people."""

from __future__ import annotations

import json
import re
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
    FloorsBySubject,
    Judgements,
    PackExport,
    Share,
    SourceExport,
    SourceGold,
    as_json,
    below_floors,
    raised_floors,
    read_judgements,
    score_packs,
    score_records,
)
from ..export import to_contract_json
from ..filesystem import replace_file
from ..messages import message
from ..outputs import read_manifest
from .corpus import extractions
from .progress import Progress
from .project import Project, find_project, load_sources, read_definition

HEADS = ("source", "measure", "precision", "recall", "f1", "found", "annotated")

JUDGEMENT_FILES = ("units.jsonl", "qrels.tsv", "pack-requirements.json")
SECOND_JUDGE = "qrels2.tsv"

TAILORING = ("agenda", "date", "audience")
"""The options, as the manifest records them, that make another pack of one and the same name."""

# The head of a table of floors: `[records.001]`
FLOOR_TABLE = re.compile(r"\[(?P<room>\w+)\.(?P<subject>[\w-]+)\]")
# A floor: `positions = 0.9`; group 1 is what stands before the number.
FLOOR_LINE = re.compile(r"((?P<measure>\w+)\s*=\s*)(?P<value>[\d.]+)")


def measure(
    root: Path, gold: Path, packs: Path, json_file: Path | None, progress: Progress, *, raise_floors: bool = False
) -> None:
    """Show the figures of every annotated source and judged pack, and fail when one is under its floor.

    Args:
        root: a folder of the project.
        gold: the folder with the annotations, and with `floors.toml` where figures have a floor.
        packs: the folder with built packs; a judged pack that is not there is not measured, nor one that was built
            with what the judges did not know: an agenda, a day, a reader.
        json_file: where the figures go as JSON too, if anywhere.
        progress: is told and shown.
        raise_floors: write figures that are better than their floor into `floors.toml`.

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
    records = score_records(exports, annotations)
    of_packs = _pack_figures(gold, packs, exports, progress)
    _show({**records, **of_packs}, progress)
    if json_file is not None:
        content = {"records": _plain(records), "packs": _plain(of_packs)}
        replace_file(json_file, (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode())
    _hold_to_floors(project, gold / "floors.toml", records, of_packs, progress, raise_floors=raise_floors)


def _plain(figures: Mapping[str, Figures]) -> Mapping[str, object]:
    return {subject: as_json(row) for subject, row in figures.items()}


# ------------------------------------------------------------------------------------- what is measured against


def _annotations(gold: Path) -> Iterator[tuple[str, SourceGold]]:
    for path in sorted(gold.glob(GOLD_FILES)):
        try:
            yield path.stem[-3:], SourceGold.model_validate_json(path.read_bytes())
        except ValidationError as error:
            raise _broken(path, error) from error


def _pack_figures(gold: Path, packs: Path, exports: Sequence[SourceExport], progress: Progress) -> dict[str, Figures]:
    """The figures of the packs that were judged and built."""
    judgements = _judgements(gold)
    built = dict(_built(packs, progress)) if judgements else {}
    if judgements is None or not built:
        return {}
    measured = score_packs(built, exports, judgements)
    return {code: row for code, row in measured.items() if "missing" not in row}


def _judgements(gold: Path) -> Judgements | None:
    paths = [gold / name for name in JUDGEMENT_FILES]
    if not all(path.is_file() for path in paths):
        return None
    units, grades, requirements = (path.read_text("utf-8") for path in paths)
    second = gold / SECOND_JUDGE
    try:
        return read_judgements(units, grades, second.read_text("utf-8") if second.is_file() else "", requirements)
    except ValidationError as error:
        raise _broken(gold, error) from error


def _built(packs: Path, progress: Progress) -> Iterator[tuple[str, PackExport]]:
    for path in sorted(packs.glob("*/pack.json")):
        if tailored := _tailored(path.parent):
            progress.tell("pack-tailored", path=str(path.parent), options=", ".join(tailored))
            continue
        try:
            yield path.parent.name, PackExport.model_validate_json(path.read_bytes())
        except ValidationError as error:
            raise _broken(path, error) from error


def _tailored(folder: Path) -> list[str]:
    """The options by which a built pack is another one than that which was judged."""
    manifest = read_manifest(folder)
    return [f"--{name}" for name in TAILORING if manifest and manifest.options.get(name)]


def _broken(path: Path, error: ValidationError) -> OptionError:
    return OptionError("broken-annotation", file=str(path), problem=str(error.errors()[0]["msg"]))


# -------------------------------------------------------------------------------------------- what is shown


def _show(figures: Mapping[str, Figures], progress: Progress) -> None:
    """The table of all figures, and below it each text that was missed or found wrongly."""
    progress.table([[message(f"head-{head}", progress.language) for head in HEADS], *_rows(figures)])
    for subject, row in figures.items():
        for name, figure in row.items():
            for code, text in _faults(figure):
                progress.show(message(code, progress.language, subject=subject, measure=name, text=text))


def _rows(figures: Mapping[str, Figures]) -> Iterator[Sequence[str]]:
    for subject, row in figures.items():
        for measure_name, figure in row.items():
            yield (subject, measure_name, *_cells(figure))


def _cells(figure: Figure) -> Sequence[str]:
    if isinstance(figure, Agreement):
        shares = (f"{value:.3f}" for value in (figure.precision, figure.recall, figure.f1))
        return (*shares, str(figure.predicted), str(figure.gold))
    if isinstance(figure, Coverage):
        return ("", f"{figure.recall:.3f}", "", "", str(figure.gold))
    value = figure.value if isinstance(figure, Share) else figure
    text = ", ".join(value) if isinstance(value, tuple) else "–" if value is None else str(value)
    return ("", "", text, "", "")


def _faults(figure: Figure) -> Iterator[tuple[str, str]]:
    """The messages about what a figure lacks, each with its text."""
    if isinstance(figure, Agreement | Coverage | Share):
        yield from (("missed", text) for text in figure.misses)
    if isinstance(figure, Agreement):
        yield from (("found-wrongly", text) for text in figure.false_finds)


# ----------------------------------------------------------------------------------------------- the floors


def _hold_to_floors(
    project: Project,
    path: Path,
    records: Mapping[str, Figures],
    packs: Mapping[str, Figures],
    progress: Progress,
    *,
    raise_floors: bool,
) -> None:
    if not path.is_file():
        return
    text = read_definition(project, path)
    floors = parse(text, project.name_of(path), Floors)
    of_built_packs = {code: row for code, row in floors.packs.items() if code in packs}
    shortfalls = (*below_floors(records, floors.records), *below_floors(packs, of_built_packs))
    for shortfall in shortfalls:
        progress.tell(
            "below-floor",
            subject=shortfall.subject,
            measure=shortfall.measure,
            reached=str(shortfall.reached),
            floor=str(shortfall.floor),
        )
    if raise_floors:
        raised = {"records": raised_floors(records, floors.records), "packs": raised_floors(packs, floors.packs)}
        replace_file(path, with_floors(text, raised).encode())
        progress.show(str(path))
    if shortfalls:
        raise FindingsError("under-floors", count=str(len(shortfalls)))


def with_floors(text: str, floors: Mapping[str, FloorsBySubject]) -> str:
    """The file of floors with other values; its comments and its order stay.

    Args:
        text: of the file.
        floors: by `records` and `packs`; a floor that has no line in the file is not added.
    """
    lines: list[str] = []
    measures: dict[str, float] = {}
    for line in text.splitlines(keepends=True):
        if table := FLOOR_TABLE.match(line):
            measures = floors.get(table["room"], {}).get(table["subject"], {})
        floor = FLOOR_LINE.match(line)
        known = measures.get(floor["measure"]) if floor else None
        changed = floor is not None and known is not None and known != float(floor["value"])
        lines.append(f"{floor[1]}{known}{line[floor.end() :]}" if floor and changed else line)
    return "".join(lines)
