"""All records of the sources in one table, for a person to check beside the sources: `extract --review FILE.csv`.

One row a record: its kind, its sentence, where it stands, its values, and the rule that found it. The last two columns
are empty, for the judgement of the reader. The file is CSV as a Dutch spreadsheet opens it: UTF-8 with a byte order
mark, and semicolons between the cells.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence

from pydantic import BaseModel, JsonValue

from .extraction import Extraction
from .records.reference import Reference
from .sentences import sentences

COLUMNS = ("kind", "source", "paragraph", "footnote", "sentence", "values", "rule", "right", "remark")

TEXT_KEYS = ("text", "question", "name", "title", "raw")
"""What is shown as the sentence of a record, the first that it has."""

APART = frozenset({"paragraph", "footnote", "paragraphs", "span", "why", "text"})
"""Keys that have a column of their own, or say nothing to a reader."""

# What a spreadsheet takes for a formula at the head of a cell (OWASP, CSV injection).
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def to_review_csv(extractions: Iterable[Extraction]) -> bytes:
    """The table of all records.

    Args:
        extractions: of the sources, in the order of the rows.

    Returns:
        CSV, UTF-8 with a byte order mark, lines that end as in RFC 4180.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";")
    writer.writerow(COLUMNS)
    for extraction in extractions:
        for row in _rows(extraction):
            writer.writerow([defused(cell) for cell in row])
    return buffer.getvalue().encode("utf-8-sig")


def defused(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe goes before what could be one."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell


def _rows(extraction: Extraction) -> Iterator[Sequence[str]]:
    source = extraction.document.source.id
    for kind, records in extraction:
        if isinstance(records, tuple):
            for record in records:
                if isinstance(record, BaseModel):
                    yield _row(kind, source, record, extraction)


def _row(kind: str, source: str, record: BaseModel, extraction: Extraction) -> Sequence[str]:
    content: dict[str, JsonValue] = record.model_dump(mode="json")
    shown = next((key for key in TEXT_KEYS if content.get(key)), "text")
    sentence = _sentence_of(record, extraction) if isinstance(record, Reference) else str(content.get(shown) or "")
    hidden = APART if isinstance(record, Reference) else APART | {shown}
    values = {key: value for key, value in content.items() if key not in hidden and value not in (None, "", [])}
    return (
        kind,
        source,
        _place(content),
        str(content.get("footnote") or ""),
        sentence,
        "; ".join(f"{key}: {_printed(value)}" for key, value in values.items()),
        str(content.get("why") or ""),
        "",
        "",
    )


def _place(content: dict[str, JsonValue]) -> str:
    """The paragraph of a record, or all of them."""
    several = content.get("paragraphs") or content.get("question_paragraphs")
    return str(content.get("paragraph") or "") or _printed(several or "")


def _printed(value: JsonValue) -> str:
    if isinstance(value, list) and all(isinstance(each, str | int) for each in value):
        return ", ".join(str(each) for each in value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _sentence_of(reference: Reference, extraction: Extraction) -> str:
    """The sentence in which a reference stands; a note as a whole."""
    if reference.paragraph is None:
        notes = (note.text for note in extraction.document.footnotes if note.label == reference.footnote)
        return next((text for text in notes if reference.raw in text), reference.raw)
    text = extraction.document.paragraph_by_id[reference.paragraph].text
    around = (sentence for sentence in sentences(text) if sentence.span.end >= reference.span.end)
    return next((sentence.text for sentence in around), reference.raw)
