"""Scenarios: named futures, described by the same criteria."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from ..document import Cell, Document, Table
from ..model import Model


class Criterion(Model):
    """What one scenario says on one criterion of the table."""

    criterion: str
    text: str


class Scenario(Model):
    """One scenario."""

    name: str
    description: str
    criteria: tuple[Criterion, ...]
    paragraphs: tuple[str, ...]
    why: str


# The heading of a scenario: `Wereld A (multipolair – coöperatie): Multipolaire Mambo`, `Scenario 2: Ontkoppeling`
_HEADING = re.compile(
    r"(?:Wereld|Scenario|Toekomst|World|Future)\s+(?:[A-Z]|\d{1,2})\b(?:\s*\([^)]*\))?\s*[:–-]\s*(?P<name>.+)"
)
# The head of a column: the name runs up to the next capital, where its description begins:
# `Scenario 1: De zure appel Europa wil een snelle afbouw …`
_COLUMN = re.compile(r"Scenario\s+(?:[A-Z]|\d{1,2})\s*[:–-]\s*(?P<name>\S[^A-ZÀ-Þ.]*)(?P<description>.*)")


def extract(document: Document) -> Iterator[Scenario]:
    """The scenarios of a document: those with a heading of their own, then those that a table compares."""
    yield from _under_headings(document)
    for table in document.tables:
        yield from _of_table(document, table)


def _under_headings(document: Document) -> Iterator[Scenario]:
    for heading in document.headings:
        match = _HEADING.fullmatch(heading.text)
        if match:
            under = [paragraph for paragraph in document.paragraphs if paragraph.heading == heading.id]
            described = list(takewhile(lambda p: p.kind == "body" and not p.text.endswith(":"), under))
            yield Scenario(
                name=match["name"],
                description=" ".join(paragraph.text for paragraph in described),
                criteria=(),
                paragraphs=tuple(paragraph.id for paragraph in described),
                why="heading:scenario",
            )


def _of_table(document: Document, table: Table) -> Iterator[Scenario]:
    """One scenario for each column whose head names one."""
    texts = {(cell.row, cell.column): document.paragraph_by_id[cell.paragraph].text for cell in table.cells}
    heads = {
        cell.column: match for cell in table.cells if cell.row == 0 if (match := _COLUMN.match(texts[0, cell.column]))
    }
    for column, head in heads.items():
        cells = [cell for cell in table.cells if cell.column == column]
        yield Scenario(
            name=head["name"].strip(),
            description=head["description"].strip(),
            criteria=tuple(_criterion(texts, cell, min(heads)) for cell in cells if cell.row > 0),
            paragraphs=tuple(cell.paragraph for cell in cells),
            why="table:scenarios",
        )


def _criterion(texts: dict[tuple[int, int], str], cell: Cell, first: int) -> Criterion:
    """A cell with the label nearest to it; `first` is the first column of a scenario."""
    labels = [texts[cell.row, column] for column in range(first) if (cell.row, column) in texts]
    return Criterion(criterion=labels[-1] if labels else "", text=texts[cell.row, cell.column])
