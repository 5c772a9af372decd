"""The public JSON of one source, `briefgen/source@1`: its document and its records, for other programs.

Within a version, keys may be added and are never renamed or given another meaning. Unknown values are `null`, lists
stand in reading order, and nothing depends on the machine or the hour of the run.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import Literal, TypeAlias, get_args

from pydantic import BaseModel, JsonValue

from .document import Caption, Document, Footnote, Heading, Metadata, Paragraph, ParagraphKind, PullQuote
from .extraction import Extraction
from .records.question import QuestionState

SCHEMA = "briefgen/source@1"
QUESTION_STATES: tuple[QuestionState, ...] = get_args(QuestionState)

JsonObject: TypeAlias = dict[str, JsonValue]
_Overlay: TypeAlias = dict[str, Literal["question", "answer"]]


def to_contract_json(extraction: Extraction) -> bytes:
    """The public JSON of an extraction, UTF-8, with a line end at its end."""
    document = extraction.document
    kinds = _kinds_of_consultation(extraction)
    content: JsonObject = {
        "schema": SCHEMA,
        "metadata": _metadata(document),
        "headings": [_heading(heading) for heading in document.headings],
        "paragraphs": [
            _paragraph(paragraph, kinds.get(paragraph.id, paragraph.kind)) for paragraph in document.paragraphs
        ],
        "footnotes": [_footnote(footnote) for footnote in document.footnotes],
    }
    content |= extraction.model_dump(mode="json", exclude={"schema_version", "document"})
    content["question_ledger"] = _question_ledger(extraction)
    content["captions"] = [_caption(caption) for caption in document.captions]
    content["pull_quotes"] = [_pull_quote(quote) for quote in document.pull_quotes]
    content["links"] = [_dumped(link) for link in document.links]
    content["turns"] = [_dumped(turn) for turn in document.turns]
    content["diagnostics"] = [_dumped(diagnostic) for diagnostic in document.diagnostics]
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _metadata(document: Document) -> JsonObject:
    """What the document says of itself, completed by what the register declares."""
    source, said = document.source, document.metadata
    return {
        "id": source.id,
        "file": source.file,
        "sha256": source.sha256,
        "kind": source.kind,
        "title": said.title or source.declared.title,
        "date": document.date,
        "language": said.language,
        "publisher": said.publisher or source.declared.publisher,
        "addressee": said.addressee,
        "place": said.place,
        "marking": said.marking,
        "authors": [_dumped(author) for author in said.authors],
        "identifiers": _identifiers(said),
        "url": said.url or source.declared.url,
    }


def _identifiers(said: Metadata) -> JsonObject:
    """All numbers by kind; a document or a case with one number has it as `document_id` or `case_id` too."""
    listed: JsonObject = {name: list(numbers) for name, numbers in said.identifiers}
    single = {"document_id": said.identifiers.document, "case_id": said.identifiers.zaak}
    return listed | {name: numbers[0] for name, numbers in single.items() if len(numbers) == 1}


def _question_ledger(extraction: Extraction) -> list[JsonValue]:
    """For each party, and for all together (`fraction` null), how many question sentences ended in each state."""
    sentences = extraction.question_sentences
    parties = dict.fromkeys(sentence.fraction for sentence in sentences if sentence.fraction)
    rows: list[tuple[str | None, Counter[QuestionState]]] = [
        (party, Counter(sentence.state for sentence in sentences if sentence.fraction == party)) for party in parties
    ]
    if sentences:
        rows.append((None, Counter(sentence.state for sentence in sentences)))
    return [
        {"fraction": party, **{state: states[state] for state in QUESTION_STATES}, "total": states.total()}
        for party, states in rows
    ]


def _heading(heading: Heading) -> JsonObject:
    return {"id": heading.id, "text": heading.text, "level": heading.level, "parent": heading.parent}


def _paragraph(paragraph: Paragraph, kind: ParagraphKind) -> JsonObject:
    return {
        "id": paragraph.id,
        "text": paragraph.text,
        "kind": kind,
        "heading_path": list(paragraph.heading_path),
        "page": paragraph.page,
        "spans": [list(span) for span in paragraph.spans],
    }


def _footnote(footnote: Footnote) -> JsonObject:
    return {"label": footnote.label, "text": footnote.text, "paragraph": footnote.paragraph, "offset": footnote.offset}


def _caption(caption: Caption) -> JsonObject:
    return {"text": caption.text, "after": caption.after}


def _pull_quote(quote: PullQuote) -> JsonObject:
    return {"text": quote.text, "repeats": quote.repeats}


def _dumped(value: BaseModel) -> JsonObject:
    dumped: JsonObject = value.model_dump(mode="json")
    return dumped


def _kinds_of_consultation(extraction: Extraction) -> _Overlay:
    """Which paragraphs are questions and answers; a reader of paper sees that only by their place."""
    kinds: _Overlay = {}
    for question in extraction.questions:
        kinds |= dict.fromkeys(question.question_paragraphs, "question")
        kinds |= dict.fromkeys(question.answer_paragraphs, "answer")
    return kinds
