"""The life cycle of commitments: what a later source says was done.

A promise is fulfilled when a later source of the corpus reports the deed (`is uw Kamer geïnformeerd over`, `heeft het
kabinet gepubliceerd`), or does it itself (`Hierbij informeer ik u`), and names what was promised. Whether an open one
is overdue depends on the date of the pack, and is not decided here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ..extraction import Extraction
from ..lexicon import alternatives, lexicon
from ..matching.stems import stems
from ..model import Model
from ..records.commitment import Commitment
from ..records.relation import EarlierPassage, Relation
from ..sentences import sentences
from .chronology import earlier_than
from .subjects import SHORTEST_WORD, Subject, Subjects

FULFILLED = 0.6
"""The share of what was promised, by weight, that the report of a deed must name."""

LEAST_RARE = 2
"""Rare stems that promise and deed share at least."""


class PromiseWords(Model):
    """The word list of deeds; its file explains the groups."""

    done: tuple[str, ...]
    doing: tuple[str, ...]
    of_promising: tuple[str, ...]


@dataclass(frozen=True)
class _Deed:
    """A sentence that reports or does something."""

    paragraph: str
    text: str
    subject: Subject


@dataclass(frozen=True)
class _Fulfilment:
    """A promise with the deed that fulfils it."""

    promise: Commitment
    promised_in: Extraction
    done_in: Extraction
    deed: _Deed
    shared: tuple[str, ...]


class Promises:
    """The promises of a corpus and what became of them."""

    def __init__(self, extractions: Sequence[Extraction], subjects: Subjects) -> None:
        """Look for the deeds of each source that fulfil promises of earlier ones; the first deed counts."""
        self._subjects = subjects
        self._fulfilled: dict[tuple[str, Commitment], _Fulfilment] = {}
        self._by_source: defaultdict[str, list[_Fulfilment]] = defaultdict(list)
        for later in sorted(extractions, key=lambda each: len(earlier_than(each, extractions))):
            older = [each for each in earlier_than(later, extractions) if each.commitments]
            deeds = list(_deeds(later, subjects)) if older else []
            for promised_in in older:
                self._look(promised_in, later, deeds)

    def followed_up(self, extraction: Extraction) -> Extraction:
        """The extraction, its fulfilled commitments marked with the paragraph that fulfils them."""
        source = extraction.document.source.id
        return extraction.model_copy(
            update={"commitments": tuple(self._marked(source, promise) for promise in extraction.commitments)}
        )

    def fulfilments(self, extraction: Extraction) -> Iterator[Relation]:
        """The earlier promises that a source fulfils, both passages quoted."""
        for found in self._by_source[extraction.document.source.id]:
            yield Relation(
                kind="fulfils",
                text=found.deed.text,
                paragraph=found.deed.paragraph,
                holder=None,
                earlier=EarlierPassage(
                    source=found.promised_in.document.source.id,
                    paragraph=found.promise.paragraph,
                    footnote=found.promise.footnote,
                    text=found.promise.text,
                    date=found.promised_in.document.date,
                ),
                why=f"fulfils:deed: {', '.join(found.shared)}",
            )

    def _look(self, promised_in: Extraction, later: Extraction, deeds: Sequence[_Deed]) -> None:
        source = promised_in.document.source.id
        for promise in promised_in.commitments:
            if (source, promise) in self._fulfilled:
                continue
            subject = self._subjects.of(promise.text, _stems_of_promising())
            deed = max(deeds, key=lambda each: subject.covered_by(each.subject), default=None)
            if deed is None or subject.covered_by(deed.subject) < FULFILLED:
                continue
            shared = tuple(stem for stem in subject.shared(deed.subject) if self._subjects.is_rare(stem))
            if len(shared) >= LEAST_RARE:
                found = _Fulfilment(promise, promised_in, later, deed, shared)
                self._fulfilled[source, promise] = found
                self._by_source[later.document.source.id].append(found)

    def _marked(self, source: str, promise: Commitment) -> Commitment:
        found = self._fulfilled.get((source, promise))
        if found is None:
            return promise
        by = f"{found.done_in.document.source.id}:{found.deed.paragraph}"
        return promise.model_copy(update={"status": "fulfilled", "fulfilled_by": by})


def _deeds(extraction: Extraction, subjects: Subjects) -> Iterator[_Deed]:
    for paragraph in extraction.document.paragraphs:
        for sentence in sentences(paragraph.text):
            if not sentence.text.endswith("?") and _deed().search(sentence.text):
                yield _Deed(paragraph.id, sentence.text, subjects.of(sentence.text))


def _words() -> PromiseWords:
    return lexicon("fulfilments", PromiseWords)


@cache
def _deed() -> re.Pattern[str]:
    """`is … gepubliceerd`, `heeft … geïnformeerd`, `Hierbij stuur ik`; a promise of it (`zal`) is no deed."""
    words = _words()
    perfect = r"\b(?:is|zijn|werd|werden|heeft|hebben|heb)\b(?:(?!\b(?:zal|zullen|niet)\b)[^.;])*"
    return re.compile(
        rf"{perfect}\b{alternatives(words.done)}\b|\b(?:Hierbij|Met deze)\b[^.;]*\b{alternatives(words.doing)}\b"
    )


@cache
def _stems_of_promising() -> frozenset[str]:
    """Stems with which anything is promised, so that they do not tell what is."""
    words = _words()
    return frozenset(stems(" ".join((*words.done, *words.doing, *words.of_promising)), SHORTEST_WORD))
