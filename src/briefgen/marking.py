"""Marks of confidentiality: which one a document bears, and which one a pack must bear at least.

An official sets a mark, not a program: a pack bears the mark that its definition chooses. But words do not become less
confidential by being quoted, so that a pack never bears a lower mark than the highest of its sources.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from .document import Document
from .errors import SourceError
from .lexicon import alternatives, lexicon
from .model import Model

FIRST_LINES = 5
"""So many headings and paragraphs at the start of a document may be a mark rather than text."""

AROUND = frozenset({"letterhead", "cover", "running_head", "stray"})
"""What may stand around the text of a document and bear its mark; a menu of a web page may not."""

# The language of a Council document, which stands beside its mark: `LIMITE EN`.
_LANGUAGE = r"(?:\s+[A-Z]{2})?"


class Marking(Model):
    """One mark.

    Attributes:
        name: as a pack prints it.
        forms: how documents write it.
        refused: documents that bear it are not read.
    """

    name: str
    forms: tuple[str, ...]
    refused: bool = False


class Markings(Model):
    """All marks, lowest first."""

    markings: tuple[Marking, ...]


class Raise(Model):
    """A mark that a pack must bear because a source bears it.

    Attributes:
        marking: as it is printed.
        source: the label of that source.
    """

    marking: str
    source: str


def marking_of(document: Document) -> Marking | None:
    """The highest mark that a document bears on lines of its own: at its head, or around its pages."""
    return highest(_marking_on(line) for line in _lines(document))


def require_open(document: Document) -> None:
    """Check that a document may be read here.

    Raises:
        SourceError: it bears a mark of state secrets or of classified information of the Union.
    """
    marking = marking_of(document)
    if marking is not None and marking.refused:
        raise SourceError("source-classified", file=document.source.file, marking=marking.name)


def marking_in(words: str) -> Marking | None:
    """The highest mark that words of a person name, such as `LIMITE – concept`."""
    return highest(marking for marking in _all() if _pattern(marking.forms).search(words))


def highest(markings: Iterable[Marking | None]) -> Marking | None:
    """The highest of some marks; `None` when there is none."""
    order = _all()
    return max((one for one in markings if one is not None), key=order.index, default=None)


def raised(chosen: str, documents: Iterable[Document]) -> Raise | None:
    """The mark that a pack must bear instead of the chosen one, because a source bears a higher one.

    Args:
        chosen: the mark in the definition of the pack, in the words of a person.
        documents: the sources of the pack.
    """
    borne = [(marking, document) for document in documents if (marking := marking_of(document))]
    top = highest(marking for marking, _ in borne)
    if top is None or highest((top, marking_in(chosen))) == marking_in(chosen):
        return None
    bearer = next(document for marking, document in borne if marking == top)
    return Raise(marking=top.name, source=bearer.source.label)


def _lines(document: Document) -> Iterator[str]:
    """The lines on which a mark of the whole document may stand."""
    if document.metadata.marking:
        yield document.metadata.marking
    for piece in document.furniture:
        if piece.kind in AROUND:
            yield from piece.text.splitlines()
    yield from (heading.text for heading in document.headings[:FIRST_LINES])
    yield from (paragraph.text for paragraph in document.paragraphs[:FIRST_LINES])


def _marking_on(line: str) -> Marking | None:
    """The mark that a line consists of."""
    folded = " ".join(line.split())
    return next((one for one in _all() if _pattern(one.forms, whole=True).fullmatch(folded)), None)


@cache
def _pattern(forms: tuple[str, ...], *, whole: bool = False) -> re.Pattern[str]:
    """One of the forms of a mark: as a whole line in any capitals, or within words as it is written."""
    if whole:
        return re.compile(alternatives(forms) + _LANGUAGE, re.IGNORECASE)
    return re.compile(rf"(?<!\w){alternatives(forms)}(?!\w)", re.IGNORECASE)


def _all() -> tuple[Marking, ...]:
    return lexicon("markings", Markings).markings
