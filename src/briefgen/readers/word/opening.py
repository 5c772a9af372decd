"""What stands before and around the text of a Word file: letterhead, colophon, title, contents, headers and footers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ...provenance import MappedText, concatenate
from ..claims import Claim
from ..dates import DATE_LINE
from ..front import ADDRESSEE, CONTENTS_LINE, DOSSIER, LABELLED, PAPER, SERIES, Front, is_lone_label, without_front
from ..joining import ends_sentence
from ..lines import Line
from ..trees.letterhead import PUT_FORWARD
from .layer import Layer, LayerParagraph, trimmed

SHORT = 150
"""The most characters of a line of a letterhead or colophon whose words do not show what it is."""

CLOSE = 100
"""The most characters of lines that belong together because nothing stands between them."""

COLOPHON = 2
"""The fewest lines that show that a box or a table is a colophon or a letterhead."""

_COLOPHON_LINES = (SERIES, ADDRESSEE, LABELLED)
_HEAD_LINES = (PAPER, DOSSIER, ADDRESSEE, SERIES, LABELLED, DATE_LINE)
_ROW_LINES = (LABELLED, DOSSIER, PAPER)


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph, or the paragraphs of a row that together make a line of a letterhead (`Datum`, `12 mei 2024`)."""

    line: Line
    paragraphs: tuple[LayerParagraph, ...]


@dataclass(frozen=True, slots=True)
class Opening:
    """What was taken from the body.

    Attributes:
        front: letterhead, cover and contents, and what headers say.
        titles: what is set as the title of the document.
        around: headers and footers that say nothing of the document.
        paragraphs: the text that is left.
    """

    front: Front
    titles: tuple[Claim, ...]
    around: tuple[Claim, ...]
    paragraphs: tuple[LayerParagraph, ...]


def opening_of(layer: Layer) -> Opening:
    """Tell the text of a file from what stands before and around it."""
    body = [paragraph for paragraph in layer.paragraphs if paragraph.story == "body"]
    listed = [paragraph for paragraph in body if _is_contents(paragraph)]
    titled = [paragraph for paragraph in _leading_titles(layer, body) if paragraph not in listed]
    apart = {paragraph.span for paragraph in (*listed, *titled)}
    text = [paragraph for paragraph in body if paragraph.span not in apart]
    units = _units(layer, [paragraph for paragraph in text if not _is_ruled(layer, paragraph)])
    lines = tuple(unit.line for unit in units)
    left, front = without_front(lines)
    kept = {line.start for line in left}
    gone = {index for index, line in enumerate(lines) if line.start not in kept}
    more = _colophons(units, gone) | _rests_of_rows(units, gone) | (_dated(units) if front.is_letter else set())
    edges, around = _edges(layer)
    titles = tuple(
        Claim("cover", paragraph.printed(layer.text), is_title=index == 0) for index, paragraph in enumerate(titled)
    )
    letterhead = [Claim("letterhead", units[index].line.text) for index in sorted(more - gone)]
    contents = [Claim("contents", paragraph.printed(layer.text)) for paragraph in listed]
    claims = (*front.claims, *letterhead, *edges, *contents)
    taken = {paragraph.span for index in gone | more for paragraph in units[index].paragraphs}
    return Opening(
        front=Front(claims, front.contents | _titles(contents)),
        titles=titles,
        around=around,
        paragraphs=tuple(paragraph for paragraph in text if paragraph.span not in taken),
    )


def _is_ruled(layer: Layer, paragraph: LayerParagraph) -> bool:
    """Whether a paragraph stands in a table that is drawn as one."""
    return paragraph.cell is not None and paragraph.cell.table in layer.ruled


def _is_contents(paragraph: LayerParagraph) -> bool:
    return paragraph.in_contents or paragraph.style.role in ("contents", "contents_heading")


def _titles(contents: Iterable[Claim]) -> frozenset[str]:
    """The titles that the lines of a table of contents name, in lower case, with and without their number."""
    found: set[str] = set()
    for claim in contents:
        text = claim.text.text.strip()
        match = CONTENTS_LINE.fullmatch(text)
        title = (match["title"] if match else text).casefold()
        found |= {" ".join(title.split()), " ".join(title.rpartition("\t")[2].split())}
    return frozenset(found - {""})


def _leading_titles(layer: Layer, body: Sequence[LayerParagraph]) -> Iterator[LayerParagraph]:
    """The paragraphs with the style of a title or subtitle that stand before the first heading and the first text."""
    for paragraph in body:
        if paragraph.style.role in ("title", "subtitle"):
            yield paragraph
        elif (paragraph.outline and not _is_contents(paragraph)) or _is_text(_text(layer, paragraph)):
            return


def _units(layer: Layer, paragraphs: Sequence[LayerParagraph]) -> list[Unit]:
    """The paragraphs, those of a row of a letterhead joined."""
    units: list[Unit] = []
    for _, row in groupby(paragraphs, key=lambda item: item.cell and (item.cell.table, item.cell.row)):
        rest = list(row)
        head = _row_head(layer, rest)
        parts = [tuple(rest[:2]), *((item,) for item in rest[2:])] if head else [(item,) for item in rest]
        for part in parts:
            unit = _unit(layer, part, units[-1] if units else None)
            if unit is not None:
                units.append(unit)
    return units


def _row_head(layer: Layer, row: Sequence[LayerParagraph]) -> bool:
    """Whether the first two cells of a row of a table that is not drawn make one line of a letterhead."""
    if len(row) < 2 or row[0].cell is None or row[1].cell is None or _is_ruled(layer, row[0]):
        return False
    joined = f"{_text(layer, row[0])} {_text(layer, row[1])}"
    return row[0].cell.column != row[1].cell.column and any(pattern.match(joined) for pattern in _ROW_LINES)


def _text(layer: Layer, paragraph: LayerParagraph) -> str:
    return paragraph.printed(layer.text).collapsed().text


def _unit(layer: Layer, paragraphs: tuple[LayerParagraph, ...], before: Unit | None) -> Unit | None:
    """A unit; `None` for a paragraph that holds nothing but marks of notes."""
    first = paragraphs[0]
    text = trimmed(first.printed(layer.text))
    if len(paragraphs) > 1:
        text = concatenate(part for paragraph in paragraphs for part in _ended(layer, paragraph)).collapsed()
    if not text:
        return None
    adjoins = before is not None and not first.gap and len(text) <= CLOSE and len(before.line.text) <= CLOSE
    same = before is not None and before.paragraphs[-1].group == first.group
    line = Line(text, gap=0 if adjoins and same else max(1, first.gap), depth=min(first.outline, 6))
    return Unit(line, paragraphs)


def _ended(layer: Layer, paragraph: LayerParagraph) -> tuple[MappedText, MappedText]:
    """What a paragraph prints, and the line end behind it."""
    return paragraph.printed(layer.text), MappedText("\n", (paragraph.span.end,))


def _colophons(units: Sequence[Unit], gone: Collection[int]) -> set[int]:
    """The lines of boxes and tables that hold nothing but a colophon or a letterhead."""
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for index, unit in enumerate(units):
        if unit.paragraphs[0].group:
            groups[unit.paragraphs[0].group].append(index)
    found: set[int] = set()
    for group in groups.values():
        sure = [index for index in group if _matches(units[index], _COLOPHON_LINES)]
        long = [index for index in group if index not in gone and _is_text(units[index].line.text.text)]
        if len(sure) >= min(COLOPHON, len(group)) and not set(long) - set(sure):
            found |= set(group)
    return found


def _rests_of_rows(units: Sequence[Unit], gone: Collection[int]) -> set[int]:
    """What else stands in the rows whose first cells make a line of a letterhead (`Ter vervanging van nr. 8`)."""
    rows = {_row_of(units[index]) for index in gone if len(units[index].paragraphs) > 1}
    return {
        index
        for index, unit in enumerate(units)
        if _row_of(unit) is not None and _row_of(unit) in rows and len(unit.line.text) <= SHORT
    }


def _row_of(unit: Unit) -> tuple[int, int] | None:
    cell = unit.paragraphs[0].cell
    return (cell.table, cell.row) if cell else None


def _is_text(text: str) -> bool:
    """Whether a line is a sentence, and too long for a colophon."""
    return len(text) > SHORT and ends_sentence(text)


def _dated(units: Sequence[Unit]) -> set[int]:
    """The line of a letterhead that says when a paper was put forward."""
    return {index for index, unit in enumerate(units) if PUT_FORWARD.fullmatch(unit.line.text.text)}


def _matches(unit: Unit, patterns: Iterable[re.Pattern[str]]) -> bool:
    return any(pattern.match(unit.line.text.text) for pattern in patterns)


def _edges(layer: Layer) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """The lines of headers and footers: those that say something of the document, and the others."""
    paragraphs = [paragraph for paragraph in layer.paragraphs if paragraph.story in ("header", "footer")]
    units = _units(layer, paragraphs)
    saying = {index for index, unit in enumerate(units) if _matches(unit, _HEAD_LINES)}
    saying |= {index + 1 for index in saying if is_lone_label(units[index].line.text.text) and index + 1 < len(units)}
    edges = tuple(Claim("letterhead", units[index].line.text) for index in sorted(saying))
    around = tuple(Claim("running_head", unit.line.text) for index, unit in enumerate(units) if index not in saying)
    return edges, around
