"""What changed: a newer position or figure beside an older one of the same holder, as a pack can quote them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from ..dates import first_day, last_day
from ..extraction import Extraction
from ..pack import Change
from ..records.relation import Relation, RelationKind
from .evidence import Voices, quotation, widened
from .outcome import Evidence

ALIKE = 86.0
"""Similarity (normalised insertions and deletions, of 100) from which two sentences say the same."""

CHANGES: dict[RelationKind, Change] = {"restates": "restated", "opposes": "reversed", "other_value": "other_value"}
"""The relations between sources that are a change; that a promise was kept shows at the promise."""


def compared(extractions: Sequence[Extraction]) -> Iterator[Evidence]:
    """The changes between the sources: newer words, each with the older ones.

    Only what is certain: the newer source is of a later day, both passages are of one holder, and both stand in
    paragraphs that can be cited.

    Args:
        extractions: of all sources, with their relations.
    """
    by_source = {one.document.source.id: Voices.of(one) for one in extractions}
    for voices in by_source.values():
        for relation in voices.extraction.relations:
            change = CHANGES.get(relation.kind)
            older = by_source.get(relation.earlier.source)
            if change and older and relation.paragraph and relation.earlier.paragraph:
                newer = _said(voices, relation, relation.paragraph, relation.text)
                before = _said(older, relation, relation.earlier.paragraph, relation.earlier.text)
                if _is_change(newer, before):
                    earlier = _in_context(older, before)
                    yield _in_context(voices, newer).model_copy(update={"change": change, "earlier": earlier})


def _is_change(newer: Evidence, before: Evidence) -> bool:
    """Whether the later day and the holder are certain, and the words are not merely the same: those are cited once."""
    certain = is_later(newer.date, before.date) and newer.holder == before.holder
    return certain and fuzz.ratio(newer.text, before.text) < ALIKE


def is_later(one: str | None, other: str | None) -> bool:
    """Whether `one` is certainly a later day; an unknown date is not later than any.

    Args:
        one: a date as precise as known, or an interval.
        other: likewise.
    """
    if not one or not other:
        return False
    return first_day(one) > last_day(other)


def _said(voices: Voices, relation: Relation, paragraph: str, text: str) -> Evidence:
    """The words of one side of a change."""
    figure = relation.kind == "other_value"
    named = relation.holder is not None and not figure
    speaker = voices.holder(relation.holder or "", paragraph) if named else voices.author(paragraph)
    return quotation(voices, "figure" if figure else "position", paragraph, text, speaker)


def _in_context(voices: Voices, item: Evidence) -> Evidence:
    """One side of a change with the sentence before it where it points back at that."""
    return widened(item, voices.extraction.document.paragraph_by_id[item.paragraph].text)
