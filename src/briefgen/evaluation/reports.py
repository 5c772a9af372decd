"""Measures of what only some documents have: questions with answers, options, views, scenarios, actors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from pydantic import JsonValue

from .exports import ExportedQuestion, SourceExport, texts
from .gold import GoldQuestion, GoldText, SourceGold
from .measures import Figures, agreement, multiset_agreement, share, text_agreement
from .text import alike, fold, overlaps

SAME_QUESTION = 0.98
SAME_TEXT = 0.9
SAME_SCENARIO = 0.8
SAME_CELL = 0.95

QUESTION_CHECKS = ("found", "fraction", "question", "answer", "cross")
SCENARIO_KEYS = frozenset({"description", "axes", "first_100", "body_first_100"})
"""A row with a name and one of these describes a scenario."""


def question_figures(export: SourceExport, gold: SourceGold) -> Figures:
    """The shares of numbered questions that were found, and found with the right party, texts and references."""
    if not gold.qa:
        return {}
    by_number = {question.number: question for question in export.questions}
    right: Counter[str] = Counter()
    for question in gold.qa:
        found = by_number.get(question.number)
        if found is not None:
            right.update(_right_parts(found, question))
    figures: Figures = {f"qa_{check}": share(right[check], len(gold.qa)) for check in QUESTION_CHECKS}
    figures["qa_extra_count"] = max(0, len(by_number) - right["found"])
    if gold.remarks:
        remarks = [remark.text for remark in gold.remarks]
        figures["remarks"] = text_agreement(texts(export.remarks), remarks, near=SAME_TEXT)
    return figures


def _right_parts(found: ExportedQuestion, gold: GoldQuestion) -> list[str]:
    checks = {
        "found": True,
        "fraction": fold(found.fraction).lower() == fold(gold.fraction).lower(),
        "question": alike(found.question, gold.question_text, SAME_QUESTION),
        "answer": alike(found.answer, gold.answer_text, SAME_QUESTION),
        "cross": sorted(found.cross_references) == sorted(gold.cross_references),
    }
    return [check for check, is_right in checks.items() if is_right]


def report_figures(export: SourceExport, gold: SourceGold) -> Figures:
    """Action options with their themes, open questions, captions, pull quotes, views with their authors, scenarios."""
    return {**_listed_figures(export, gold), **_view_figures(export, gold), **_scenario_figures(export, gold)}


def _listed_figures(export: SourceExport, gold: SourceGold) -> Figures:
    kinds = {
        "action_options": (export.action_options, gold.action_options),
        "open_questions": (export.open_questions, gold.open_questions),
        "captions": (export.captions, gold.captions),
        "pull_quotes": (export.pull_quotes, gold.pull_quotes),
    }
    figures: Figures = {}
    for kind, (found, rows) in kinds.items():
        wanted = [row.text for row in _core(rows)]
        if wanted:
            figures[kind] = text_agreement(texts(found), wanted, [row.text for row in rows], near=SAME_TEXT)
    options = _core(gold.action_options)
    if options:
        themed = sum(_is_themed(option, export) for option in options)
        figures["action_option_themes"] = share(themed, len(options))
    return figures


def _core(rows: Iterable[GoldText]) -> list[GoldText]:
    return [row for row in rows if row.set == "core"]


def _is_themed(gold: GoldText, export: SourceExport) -> bool:
    return any(overlaps(found.text, gold.text) and found.theme == gold.theme for found in export.action_options)


def _view_figures(export: SourceExport, gold: SourceGold) -> Figures:
    if not gold.themes:
        return {}
    views = [view for theme in gold.themes for view in theme.expert_views or theme.views]
    titles = [view.title for view in export.views]
    authors = [fold(author.name) for view in export.views for author in view.authors]
    return {
        "views": text_agreement(titles, [view.title for view in views]),
        "view_authors": multiset_agreement(authors, [fold(name) for view in views for name in view.authors]),
    }


def _scenario_figures(export: SourceExport, gold: SourceGold) -> Figures:
    if not gold.scenarios:
        return {}
    names, cells = scenario_texts(gold.scenarios)
    found = [cell for scenario in export.scenarios for cell in texts(scenario.criteria)]
    return {
        "scenarios": text_agreement([scenario.name for scenario in export.scenarios], names, near=SAME_SCENARIO),
        "scenario_cells": text_agreement(found, cells, near=SAME_CELL),
    }


def scenario_texts(tree: JsonValue) -> tuple[list[str], list[str]]:
    """All names of scenarios and all cells of their table, wherever they stand in an annotation."""
    names: list[str] = []
    cells: list[str] = []
    if isinstance(tree, dict):
        name, row = tree.get("name"), tree.get("cells")
        if isinstance(name, str) and SCENARIO_KEYS & tree.keys():
            names.append(name)
        if isinstance(row, dict):
            cells += [_cell_text(cell) for cell in row.values()]
    for child in _children(tree):
        more_names, more_cells = scenario_texts(child)
        names += more_names
        cells += more_cells
    return names, cells


def _cell_text(cell: JsonValue) -> str:
    return str(cell.get("text", "")) if isinstance(cell, dict) else str(cell)


def _children(tree: JsonValue) -> list[JsonValue]:
    if isinstance(tree, dict):
        return list(tree.values())
    return tree if isinstance(tree, list) else []


def actor_figures(export: SourceExport, gold: SourceGold) -> Figures:
    """Persons, by their last name; whoever only lends his name to something is neither right nor wrong."""
    wanted = [_last_name(actor.name) for actor in gold.actors if not actor.eponym]
    if not wanted:
        return {}
    eponyms = [_last_name(actor.name) for actor in gold.actors if actor.eponym]
    found = [fold(actor.name) for actor in export.actors]
    missed = [name for name in wanted if not any(name in person for person in found)]
    strays = [person for person in found if not any(name in person for name in wanted)]
    neutral = sum(any(name in person for name in eponyms) for person in found)
    right = len(found) - len(strays)
    judged = max(right, len(found) - neutral)
    return {"actors": agreement(right, judged, len(wanted) - len(missed), len(wanted), missed, strays)}


def _last_name(name: str) -> str:
    return fold(name).split()[-1]
