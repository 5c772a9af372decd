"""The receipt of a pack: for every paragraph and record of the sources whether it is in, and why.

Its JSON form (`receipt.json`) is public: fields may be added, never renamed or given another meaning.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

from pydantic import Field

from .document import Document
from .extraction import Extraction
from .messages import Language, message
from .model import Model
from .pack import Item, Pack, Section
from .records.record import Record
from .selection import Choice, Omission, Reason, Selection

Verdict = Literal["chosen", "no-match", "not-cited"] | Reason
"""Why something is in or out. Besides the reasons of selection: no term of any section stands in it (`no-match`); it
stands in a footnote or is of the document as a whole, which no pack cites (`not-cited`)."""

LONGEST = 160
"""Characters of a text that a receipt repeats."""

PARAGRAPH = "paragraph"


class Entry(Model):
    """What became of one paragraph or record.

    Attributes:
        kind: `paragraph`, or the kind of record (`positions`).
        key: of the paragraph that it is or stands in; of a record in no paragraph only the source.
        text: its begin.
        section: where it is, or where it came nearest.
        score: how well it fits that section, between 0 and 1, where a rank decided.
        terms: the terms that decided, the weightiest first.
        instead: the key of the paragraph that is cited in its place.
    """

    kind: str
    key: str
    text: str
    verdict: Verdict
    section: str | None = None
    score: float | None = None
    terms: tuple[str, ...] = ()
    instead: str | None = None


class Receipt(Model):
    """The receipt of a pack.

    Attributes:
        counts: by kind, how many entries have each verdict; they sum to all paragraphs and records of the sources.
    """

    schema_version: Literal["briefgen/receipt@1"] = Field(default="briefgen/receipt@1", alias="schema")
    pack: str
    as_of: str
    counts: dict[str, dict[str, int]]
    entries: tuple[Entry, ...]


class _Words(NamedTuple):
    """The words of a record and where they stand; no paragraph for what stands in a footnote or nowhere."""

    kind: str
    paragraphs: tuple[str, ...]
    text: str


def receipt(selection: Selection, pack: Pack, extractions: Sequence[Extraction]) -> Receipt:
    """The receipt of a pack.

    Args:
        selection: that the pack was assembled from.
        pack: finished.
        extractions: of all sources.

    Returns:
        One entry for each paragraph, then one for each record, source by source.
    """
    judge = _Judge(selection, pack)
    entries = tuple(entry for extraction in extractions for entry in _entries(extraction, judge))
    counts: dict[str, Counter[str]] = {}
    for entry in entries:
        counts.setdefault(entry.kind, Counter())[entry.verdict] += 1
    return Receipt(
        pack=pack.pack,
        as_of=pack.as_of,
        counts={kind: dict(sorted(found.items())) for kind, found in counts.items()},
        entries=entries,
    )


def account(made: Receipt, pack: Pack, language: Language) -> Section:
    """The readable part: how the pack was made, and how much of the sources is in it and out of it.

    Args:
        made: the receipt.
        pack: that it is of.
        language: of the words.
    """
    paragraphs = made.counts.get(PARAGRAPH, {})
    records = Counter[str]()
    for kind, found in made.counts.items():
        if kind != PARAGRAPH:
            records.update(found)
    rows = [
        (message("account-method", language), message("account-method-text", language)),
        (
            message("account-paragraphs", language),
            message("account-of", language, total=str(sum(paragraphs.values())), counts=_counted(paragraphs, language)),
        ),
        (
            message("account-records", language),
            message("account-of", language, total=str(records.total()), counts=_counted(records, language)),
        ),
        (message("account-sources", language), _by_source(pack, language)),
    ]
    return Section(
        id="verantwoording",
        title=message("account-title", language),
        layout="summary",
        intro=message("account-intro", language),
        items=tuple(
            Item(id=f"verantwoording-{number}", type="note", text=text, quoted=False, topic=subject)
            for number, (subject, text) in enumerate(rows, start=1)
        ),
    )


def _counted(counts: dict[str, int] | Counter[str], language: Language) -> str:
    """`88 aangehaald; 210 past te weinig; …`, the most frequent first behind what is in."""
    ordered = sorted(counts.items(), key=lambda pair: (pair[0] != "chosen", -pair[1], pair[0]))
    return "; ".join(f"{count} {message(f'verdict-{verdict}', language)}" for verdict, count in ordered)


def _by_source(pack: Pack, language: Language) -> str:
    return "; ".join(
        message("account-source", language, source=note.label, cited=str(note.cited)) for note in pack.sources
    )


class _Judge:
    """Says of paragraphs and words whether a pack holds them, and why not."""

    def __init__(self, selection: Selection, pack: Pack) -> None:
        self._cited: dict[str, str] = {}
        self._items: dict[str, list[tuple[str, str]]] = {}
        self._choices: dict[str, tuple[str, Choice]] = {}
        self._omissions: dict[str, list[tuple[str, Omission]]] = {}
        for section in pack.sections:
            for item in section.items:
                self._cited |= {key: self._cited.get(key, section.id) for key in item.citations}
                for key in item.citations if item.quoted else ():
                    self._items.setdefault(key, []).append((section.id, item.text))
        for outcome in selection.sections:
            for choice in outcome.choices:
                for key in _keys(choice):
                    self._choices.setdefault(key, (choice.origin or outcome.section, choice))
            for omission in outcome.omissions:
                self._omissions.setdefault(omission.key, []).append((outcome.section, omission))

    def paragraph(self, key: str, text: str) -> Entry:
        """The entry of a paragraph."""
        if key in self._cited:
            return _entry(PARAGRAPH, key, text, "chosen", *self._decision(key))
        return self._omitted(PARAGRAPH, key, text, self._omissions.get(key, []))

    def record(self, kind: str, key: str, text: str) -> Entry:
        """The entry of a record whose words stand in the paragraph `key`."""
        for section, quoted in self._items.get(key, ()):
            if _shared(text, quoted):
                return _entry(kind, key, text, "chosen", section, self._decision(key)[1])
        near = [(section, one) for section, one in self._omissions.get(key, ()) if _shared(text, one.text)]
        if not near and key in self._cited:
            return _entry(kind, key, text, "same-paragraph", *self._decision(key), instead=key)
        return self._omitted(kind, key, text, near or self._omissions.get(key, []))

    def _decision(self, key: str) -> tuple[str, Choice | None]:
        """Where a cited paragraph stands and the choice behind it; none where only a closing table cites it."""
        return self._choices.get(key, (self._cited[key], None))

    def _omitted(self, kind: str, key: str, text: str, omissions: Sequence[tuple[str, Omission]]) -> Entry:
        """The entry of what is out: the reason of the section where it came nearest."""
        if not omissions:
            return _entry(kind, key, text, "no-match")
        section, nearest = max(omissions, key=lambda pair: (pair[1].reason != "below-threshold", pair[1].score or 0.0))
        return _entry(kind, key, text, nearest.reason, section, nearest, instead=nearest.instead)


def _keys(choice: Choice) -> tuple[str, ...]:
    """The paragraphs that a choice cites: its own and those that say the same, its answers, the older statement."""
    return (choice.evidence.key, *choice.also, *(one.key for one in choice.evidence.told))


def _entry(
    kind: str,
    key: str,
    text: str,
    verdict: Verdict,
    section: str | None = None,
    decided: Choice | Omission | None = None,
    instead: str | None = None,
) -> Entry:
    return Entry(
        kind=kind,
        key=key,
        text=text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…",
        verdict=verdict,
        section=section,
        score=decided.score if decided else None,
        terms=decided.terms if decided else (),
        instead=instead,
    )


def _shared(one: str, other: str) -> bool:
    """Whether one of two texts of the same paragraph holds the other."""
    return one in other or other in one


def _entries(extraction: Extraction, judge: _Judge) -> Iterator[Entry]:
    document = extraction.document
    source = document.source.id
    for paragraph in document.paragraphs:
        yield judge.paragraph(f"{source}:{paragraph.id}", paragraph.text)
    for words in (words for records in RECORDS.values() for words in records(extraction)):
        places = [name for name in words.paragraphs if name in document.paragraph_by_id]
        if not places:
            yield _entry(words.kind, source, words.text, "not-cited")
            continue
        judged = [judge.record(words.kind, f"{source}:{name}", _words_in(document, name, words)) for name in places]
        yield min(judged, key=lambda entry: entry.verdict != "chosen").model_copy(
            update={"text": _entry(words.kind, source, words.text, "not-cited").text}
        )


def _words_in(document: Document, paragraph: str, words: _Words) -> str:
    """The words of a record that stand in one of its paragraphs: all of the paragraph when it spans several."""
    whole = document.paragraph_by_id[paragraph].text
    return words.text if words.text in whole else whole


Records = Callable[[Extraction], Iterator[_Words]]

RECORDS: dict[str, Records] = {
    "positions": lambda one: (_said("positions", record) for record in one.positions),
    "commitments": lambda one: (_said("commitments", record) for record in one.commitments),
    "key_dates": lambda one: (_said("key_dates", record) for record in one.key_dates),
    "figures": lambda one: (_said("figures", record) for record in one.figures),
    "stances": lambda one: (_said("stances", record) for record in one.stances),
    "remarks": lambda one: (_said("remarks", record) for record in one.remarks),
    "action_options": lambda one: (_said("action_options", record) for record in one.action_options),
    "open_questions": lambda one: (_said("open_questions", record) for record in one.open_questions),
    "programme": lambda one: (_said("programme", record) for record in one.programme),
    "question_sentences": lambda one: (_said("question_sentences", record) for record in one.question_sentences),
    "relations": lambda one: (_Words("relations", _place(record.paragraph), record.text) for record in one.relations),
    "references": lambda one: (_Words("references", _place(record.paragraph), record.raw) for record in one.references),
    "questions": lambda one: (
        _Words("questions", record.question_paragraphs, record.question) for record in one.questions
    ),
    "views": lambda one: (_Words("views", record.paragraphs, record.title) for record in one.views),
    "scenarios": lambda one: (_Words("scenarios", record.paragraphs, record.name) for record in one.scenarios),
    "places": lambda one: (_Words("places", record.paragraphs, record.name) for record in one.places),
    "actors": lambda one: (_Words("actors", (), record.name) for record in one.actors),
}
"""Of each kind of record the words and where they stand."""


def _said(kind: str, record: Record) -> _Words:
    return _Words(kind, _place(record.paragraph), record.text)


def _place(paragraph: str | None) -> tuple[str, ...]:
    return () if paragraph is None else (paragraph,)
