"""The life cycle of commitments: what a later source says was done.

A promise is fulfilled when a later source of the corpus reports the deed (`is uw Kamer geïnformeerd over`, `heeft het
kabinet gepubliceerd`), or does it itself (`Hierbij informeer ik u`), and names what was promised. Whether an open one
is overdue depends on the date of the pack, and is not decided here.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ..extraction import Extraction
from ..lexicon import alternatives, lexicon
from ..matching.stems import stems
from ..model import Model
from ..records.commitment import Commitment
from ..records.relation import EarlierPassage, Relation
from ..sentences import sentences
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
class _Promise:
    """A promise, the source that makes it, and what it is about."""

    promise: Commitment
    made_in: Extraction
    subject: Subject

    @property
    def key(self) -> tuple[str, Commitment]:
        """By which it is known."""
        return self.made_in.document.source.id, self.promise


class Promises:
    """The promises of the sources so far, and what became of them."""

    def __init__(self, subjects: Subjects) -> None:
        """Begin without a promise."""
        self._subjects = subjects
        self._open: dict[int, _Promise] = {}
        self._by_stem: defaultdict[str, list[int]] = defaultdict(list)
        self._known: set[tuple[str, Commitment]] = set()
        self._fulfilled: dict[tuple[str, Commitment], str] = {}

    def add(self, extraction: Extraction) -> None:
        """Remember what a source promises; sources are added the oldest first."""
        source = extraction.document.source.id
        for promise in extraction.commitments:
            if (source, promise) in self._known:
                continue
            self._known.add((source, promise))
            number = len(self._known)
            subject = self._subjects.of(promise.text, _stems_of_promising())
            self._open[number] = _Promise(promise, extraction, subject)
            for stem in filter(self._subjects.is_rare, subject.weights):
                self._by_stem[stem].append(number)

    def followed_up(self, extraction: Extraction) -> Extraction:
        """The extraction, its commitments that a later source fulfilled marked with the paragraph that does."""
        source = extraction.document.source.id
        return extraction.model_copy(
            update={"commitments": tuple(self._marked(source, promise) for promise in extraction.commitments)}
        )

    def fulfilments(self, extraction: Extraction) -> Iterator[Relation]:
        """The promises so far that a source fulfils, both passages quoted; the first deed of all counts."""
        done_in = extraction.document.source.id
        for number, deeds in sorted(self._answering(extraction).items()):
            promise = self._open[number]
            deed = max(deeds, key=lambda each: promise.subject.covered_by(each.subject))
            if promise.subject.covered_by(deed.subject) >= FULFILLED:
                del self._open[number]
                self._fulfilled[promise.key] = f"{done_in}:{deed.paragraph}"
                yield self._relation(promise, deed)

    def _answering(self, extraction: Extraction) -> dict[int, list[_Deed]]:
        """The deeds of a source that share enough rare stems with an open promise, by the number of that one."""
        found: defaultdict[int, list[_Deed]] = defaultdict(list)
        if self._open:
            for deed in _deeds(extraction, self._subjects):
                shared = Counter(number for stem in deed.subject.weights for number in self._by_stem.get(stem, ()))
                for number in shared:
                    if shared[number] >= LEAST_RARE and number in self._open:
                        found[number].append(deed)
        return found

    def _relation(self, promise: _Promise, deed: _Deed) -> Relation:
        shared = filter(self._subjects.is_rare, promise.subject.shared(deed.subject))
        document, made = promise.made_in.document, promise.promise
        return Relation(
            kind="fulfils",
            text=deed.text,
            paragraph=deed.paragraph,
            holder=None,
            earlier=EarlierPassage(
                source=document.source.id,
                paragraph=made.paragraph,
                footnote=made.footnote,
                text=made.text,
                date=document.date,
            ),
            why=f"fulfils:deed: {', '.join(shared)}",
        )

    def _marked(self, source: str, promise: Commitment) -> Commitment:
        by = self._fulfilled.get((source, promise))
        return promise if by is None else promise.model_copy(update={"status": "fulfilled", "fulfilled_by": by})


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
