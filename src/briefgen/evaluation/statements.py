"""Measures of what a document states: references, positions, commitments, key dates and figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Literal

from pydantic import JsonValue

from .exports import SourceExport, Stated, texts
from .gold import GoldReference, GoldStatement, SourceGold
from .measures import Agreement, Figures, Share, agreement, share, text_agreement
from .text import overlaps

NUMBERED_TYPES = ("kamerstuk", "motie", "verdragsartikel")
"""References whose normal form is compared; the others only have to be seen."""

LEAST_REFERENCE = 6
"""The fewest characters that two forms of a reference must share."""

StatementKind = Literal["commitments", "key_dates", "figures"]
STATEMENT_KINDS: tuple[StatementKind, ...] = ("commitments", "key_dates", "figures")

# A date to the year, the month or the day; other forms (`2026-Q3`, `zomer 2026`) count by their year.
CALENDAR_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
YEAR = re.compile(r"\d{4}")
BEFORE = "<"
"""The sign before an annotated date that means: before it."""


def reference_figures(export: SourceExport, gold: SourceGold) -> Figures:
    """References with the right normal form, and the share of papers without a number that was seen."""
    if not gold.references:
        return {}
    numbered = [reference for reference in gold.references if _is_numbered(reference)]
    named = [reference.raw for reference in gold.references if reference not in numbered]
    raws = [reference.raw for reference in export.references]
    missed = [name for name in named if not any(overlaps(raw, name, LEAST_REFERENCE) for raw in raws)]
    return {
        "references_numbered": _numbered_agreement(export, gold, numbered),
        "references_named_recall": _share_without(missed, len(named)) if named else None,
    }


def _share_without(missed: Sequence[str], whole: int) -> Share:
    return Share(value=share(whole - len(missed), whole), misses=tuple(missed))


def _is_numbered(reference: GoldReference) -> bool:
    is_citation = reference.tier == "cited" and reference.form == "citation"
    return is_citation and bool(reference.normalised) and reference.type in NUMBERED_TYPES


def _numbered_agreement(export: SourceExport, gold: SourceGold, numbered: Sequence[GoldReference]) -> Agreement:
    """Each found number answers to one annotation; a named paper that was resolved to its number is not wrong."""
    found = [ref.id.upper() for ref in export.references if ref.id and ref.type in NUMBERED_TYPES]
    left, missed = list(found), []
    for reference in numbered:
        accepted = _accepted_numbers(reference)
        match = next((number for number in left if number in accepted), None)
        if match is None:
            missed.append(reference.raw)
        else:
            left.remove(match)
    known = {(reference.resolves_to or reference.normalised or "").upper() for reference in gold.references} - {""}
    wrong = [number for number in left if number not in known]
    hits = len(numbered) - len(missed)
    return agreement(hits, hits + len(wrong), hits, len(numbered), missed, wrong)


def _accepted_numbers(reference: GoldReference) -> set[str]:
    forms = (
        reference.normalised,
        reference.literal_id,
        reference.normalised_as_printed,
        reference.resolves_to,
    )
    return {form.upper() for form in forms if form}


def sentence_figures(export: SourceExport, gold: SourceGold) -> Figures:
    """Sentences that are records of their kind, by containment; doubtful ones are neither right nor wrong."""
    return _labelled_figures(export, gold) if gold.sentences else _listed_figures(export, gold)


def _listed_figures(export: SourceExport, gold: SourceGold) -> Figures:
    """Against a list of sentences a kind."""
    figures: Figures = {}
    for kind in STATEMENT_KINDS:
        rows = _annotated(gold, kind)
        certain = [row.sentence for row in rows if row.is_certain]
        if certain:
            figures[kind] = text_agreement(texts(_exported(export, kind)), certain, [row.sentence for row in rows])
    return figures


def _labelled_figures(export: SourceExport, gold: SourceGold) -> Figures:
    """Against every sentence of the source with its labels."""
    rows = (*gold.sentences, *gold.footnote_sentences)
    found = {
        "position": ("positions", export.positions),
        "commitment": ("commitments", export.commitments),
        "key_date": ("key_dates", export.key_dates),
        "figure": ("figures", export.figures),
    }
    figures: Figures = {}
    for label, (kind, records) in found.items():
        certain = [row.text for row in rows if label in row.labels and label not in row.doubtful]
        doubtful = [row.text for row in rows if label in row.doubtful]
        figures[kind] = text_agreement(texts(records), certain, doubtful)
    if any(row.position_kind for row in rows):
        explicit = [row.text for row in rows if row.position_kind == "explicit" and "position" not in row.doubtful]
        figures["positions_explicit_recall"] = text_agreement(texts(export.positions), explicit).recall
    return figures


def value_figures(export: SourceExport, gold: SourceGold) -> Figures:
    """The share of sentences that were found with the right deadline, date or number."""
    shares = {
        "commitment_deadlines": _paired(export, gold, "commitments", lambda row: row.deadline, is_same_date),
        "key_date_values": _paired(export, gold, "key_dates", lambda row: row.date, is_same_date),
        "figure_values": _paired(export, gold, "figures", lambda row: row.value, is_same_number),
    }
    return {name: value for name, value in shares.items() if value is not None}


def _paired(
    export: SourceExport,
    gold: SourceGold,
    kind: StatementKind,
    value_of: Callable[[Stated | GoldStatement], JsonValue],
    is_same: Callable[[JsonValue, JsonValue], bool],
) -> Share | None:
    wanted = [row for row in _annotated(gold, kind) if row.is_certain and _is_comparable(value_of(row))]
    if not wanted:
        return None
    found = _exported(export, kind)
    missed = [
        f"{value_of(row)}: {row.sentence or row.text}"
        for row in wanted
        if not any(
            overlaps(record.text, row.sentence or row.text) and is_same(value_of(record), value_of(row))
            for record in found
        )
    ]
    return _share_without(missed, len(wanted))


def _is_comparable(value: JsonValue) -> bool:
    """Whether the annotation has a value; a deadline may be an event (`event: …`) instead of a date."""
    return value is not None and not str(value).startswith("event")


def _annotated(gold: SourceGold, kind: StatementKind) -> tuple[GoldStatement, ...]:
    return {"commitments": gold.commitments, "key_dates": gold.key_dates, "figures": gold.figures}[kind]


def _exported(export: SourceExport, kind: StatementKind) -> tuple[Stated, ...]:
    return {"commitments": export.commitments, "key_dates": export.key_dates, "figures": export.figures}[kind]


def is_same_date(found: JsonValue, gold: JsonValue) -> bool:
    """Whether two dates fall in the same month; a season, quarter or half-year counts by its year."""
    ours, theirs = str(found).lstrip(BEFORE), str(gold).lstrip(BEFORE)
    if CALENDAR_DATE.fullmatch(theirs):
        return ours[:7] == theirs[:7]
    our_year, their_year = YEAR.search(ours), YEAR.search(theirs)
    return our_year is not None and their_year is not None and our_year[0] == their_year[0]


def is_same_number(found: JsonValue, gold: JsonValue) -> bool:
    """Whether both are numbers and equal to three decimals; of a list, the first counts."""
    number = number_of(found)
    return number is not None and number == number_of(gold)


def number_of(value: JsonValue) -> float | None:
    """The number in `3.5`, `"3,5"`, `"1/3"` or the first of a list; `None` when there is none."""
    if isinstance(value, list):
        value = value[0] if value else None
    above, _, below = str(value).replace(",", ".").partition("/")
    try:
        return round(float(above) / float(below or 1), 3)
    except (ValueError, ZeroDivisionError):
        return None
