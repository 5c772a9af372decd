"""Quote selectors: words with what stands around them, so that they are found again in a text that changed.

    selector_of    a place in a text ──▶ the words there, and what stands before and behind them
    find           the selector and another text ──▶ the likeliest place in it

The selector is the text quote selector of the Web Annotation Data Model (W3C Recommendation, 23 February 2017, 4.2.4);
finding words that changed themselves is what annotation programs call fuzzy anchoring.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from rapidfuzz.distance import Postfix, Prefix
from rapidfuzz.fuzz import partial_ratio_alignment, ratio

from .pack import QuoteSelector
from .provenance import Span

CONTEXT = 32
"""Characters of context on each side: enough to tell repeated sentences apart."""

LIKENESS = 75.0
"""How alike (0 to 100) words must be to pass for those that were selected."""

Means = Literal[
    "exact",  # the words stand there
    "context",  # other words stand between the same surroundings
    "likeness",  # words like them stand there
]


class Anchorage(NamedTuple):
    """Where selected words are found in a text, by which means, and how alike (0 to 100) the words there are."""

    span: Span
    means: Means
    likeness: float


def selector_of(text: str, span: Span) -> QuoteSelector:
    """The selector of the words at a place.

    Args:
        text: that the words stand in.
        span: of the words, in characters of `text`.
    """
    start, end = span
    return QuoteSelector(
        exact=text[start:end], prefix=text[max(0, start - CONTEXT) : start], suffix=text[end : end + CONTEXT]
    )


def find(selector: QuoteSelector, text: str) -> Anchorage | None:
    """Where selected words are in a text: first word for word, then by their surroundings, then by likeness.

    Words that stand in several places are taken where the surroundings fit best, and among those the first one.

    Args:
        selector: made from an older state of the text, or from another text.
        text: to look in.

    Returns:
        `None` when nothing in the text is like the words.
    """
    if not selector.exact:
        return None
    return _exact(selector, text) or _between(selector, text) or _alike(selector, text)


def _exact(selector: QuoteSelector, text: str) -> Anchorage | None:
    places = [Span(start, start + len(selector.exact)) for start in _occurrences(selector.exact, text)]
    best = max(places, key=lambda span: _fit(selector, text, span), default=None)
    return None if best is None else Anchorage(best, "exact", 100.0)


def _occurrences(words: str, text: str) -> Iterator[int]:
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def _fit(selector: QuoteSelector, text: str, span: Span) -> int:
    """How many characters around a place are those of the selector."""
    before = text[max(0, span.start - len(selector.prefix)) : span.start]
    behind = text[span.end : span.end + len(selector.suffix)]
    return Postfix.similarity(before, selector.prefix) + Prefix.similarity(behind, selector.suffix)


def _between(selector: QuoteSelector, text: str) -> Anchorage | None:
    """The words between the same surroundings, when they are like the selected ones."""
    if not selector.prefix or not selector.suffix:
        return None
    found = []
    for place in _occurrences(selector.prefix, text):
        start = place + len(selector.prefix)
        end = text.find(selector.suffix, start, start + 2 * len(selector.exact) + len(selector.suffix))
        if end > start:
            found.append(Anchorage(Span(start, end), "context", ratio(selector.exact, text[start:end])))
    best = max(found, key=lambda one: one.likeness, default=None)
    return best if best is not None and best.likeness >= LIKENESS else None


def _alike(selector: QuoteSelector, text: str) -> Anchorage | None:
    """The part of the text that is most like the words."""
    if len(text) < len(selector.exact):
        likeness = ratio(selector.exact, text)
        return Anchorage(Span(0, len(text)), "likeness", likeness) if likeness >= LIKENESS else None
    aligned = partial_ratio_alignment(selector.exact, text, score_cutoff=LIKENESS)
    if aligned is None:
        return None
    return Anchorage(_whole_words(text, aligned.dest_start, aligned.dest_end), "likeness", aligned.score)


def _whole_words(text: str, start: int, end: int) -> Span:
    """A place in a text, widened or narrowed at its ends so that it divides no word."""
    while 0 < start < end and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while start < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Span(start, end)
