"""Which words of a paragraph a pack quotes: whole sentences, in one piece, that can be read on their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ..provenance import Span
from ..sentences import sentences
from .cohesion import concludes, points_back, refers_back, stands_alone

LONGEST = 540
"""Characters: a sentence before is added only while the quotation stays shorter."""

# A sentence of a written consultation that asks: it ends in a question mark, or somebody asks, requests or wishes to
# know. `Zij hebben nog enkele vragen over handel` only announces.
ASKING = re.compile(
    r"\?$|(?<!\ben )(?<!\benkele )(?<!\benige )\b(?:vraagt|vragen(?! over| en opmerkingen)|verzoekt|verzoeken"
    r"|benieuwd (?:hoe|of|wat|welke?|waarom|wanneer|in hoeverre)|(?:ontvangen|horen) graag)\b"
)


# A sentence about the paper in which it stands: `Deze Staat van de Uniebrief geeft`, `In deze brief gaat het kabinet in
# op`, `Hierbij bieden wij u`, `Het kabinet reageert op het verzoek van uw Kamer`; or that only points at another one:
# `Uw Kamer is geïnformeerd over`, `In de beleidsbrief van 14 maart wordt aangegeven wat`.
ABOUT_PAPER = re.compile(
    r"^(?:(?:In|Met|Middels|Via)\s+)?(?:[Dd]eze|[Dd]it|[Vv]oorliggende|[Bb]ijgaande)\s+(?:[\w-]+\s+){0,4}?"
    r"(?:[\w-]*brief|[\w-]*nota|notitie|fiche|bijdrage|essay|hoofdstuk)\b"
    r"|^Hierbij\s+(?:bied|stu|zend)|\breageert\b[^.]{0,20}\bop\s+(?:het|uw)\s+verzoek\b"
    r"|^In\s+(?:de|het|uw|zijn|haar)\s+[\w-]*(?:brief|nota|rapport|advies)\b[^;.]{0,100}?\b(?:wordt|is|staat)\s+\w+\s+"
    r"(?:hoe|op\s+welke|waarom|wat|welke?)\b"
    r"|^Uw\s+Kamer\s+(?:is|werd)\b[^.]{0,40}\bgeïnformeerd\b|\b[Hh]et\s+kabinet\s+heeft\s+uw\s+Kamer\s+(?:\w+\s+)?geïnformeerd\b"
)


def speaks_of_paper(text: str) -> bool:
    """Whether a sentence of a quotation speaks of the paper itself, or of another one, and not of its subject."""
    return any(ABOUT_PAPER.search(sentence.text) for sentence in sentences(text))


def states_nothing(text: str) -> bool:
    """Whether a quotation only asks, or only announces a list that is not quoted with it."""
    return text.endswith(("?", ":"))


def with_context(text: str, span: Span) -> Span:
    """The span of a quotation, with the sentence before it when its first word points back at that.

    Where that sentence refers back in turn, the one before it comes along too, as long as the quotation stays short.

    Args:
        text: the whole paragraph.
        span: of the quotation in it.
    """
    before = [sentence.span for sentence in sentences(text) if sentence.span.end <= span.start]
    leans = points_back(text[span.start : span.end])
    while before and leans and span.end - before[-1].start <= LONGEST:
        span = Span(before.pop().start, span.end)
        leans = refers_back(text[span.start : span.end])
    return span


def with_ground(text: str, span: Span, longest: int) -> Span:
    """The span of a headline, with the sentence before it when it refers back to that or concludes from it.

    Only where that sentence can be read alone, and both together are still short.

    Args:
        text: the whole paragraph.
        span: of the headline in it.
        longest: characters that both together may have.
    """
    before = [sentence.span for sentence in sentences(text) if sentence.span.end <= span.start]
    headline = text[span.start : span.end]
    if not before or not (refers_back(headline) or concludes(headline)):
        return span
    wider = Span(before[-1].start, span.end)
    fits = wider.end - wider.start <= longest
    return wider if fits and stands_alone(text[wider.start : wider.end]) else span


def best_question(text: str, weight: Callable[[Span], float]) -> Span:
    """The span of the sentence that asks most on the subject, with the one before it where it points back.

    Args:
        text: a paragraph, not empty.
        weight: how much a span of it says on the subject.
    """
    found = sentences(text)
    asking = [sentence.span for sentence in found if ASKING.search(sentence.text)]
    return with_context(text, _weightiest(asking or [sentence.span for sentence in found], weight))


def shortened(text: str, start: int, weight: Callable[[Span], float]) -> Span:
    """The span of a quotation that is short enough to read: all of it, or its sentence that says most.

    A last sentence that announces a list (`Hierbij gelden een aantal randvoorwaarden:`) is left out, since the list is
    not quoted with it.

    Args:
        text: the quotation.
        start: where it begins in its paragraph; spans count from the begin of the paragraph.
        weight: how much a span of the paragraph says on the subject.
    """
    if len(text) <= LONGEST and not text.endswith(":"):
        return Span(start, start + len(text))
    spans = [Span(start + sentence.span.start, start + sentence.span.end) for sentence in sentences(text)]
    if text.endswith(":") and len(spans) > 1:
        spans.pop()
    if spans[-1].end - spans[0].start <= LONGEST:
        return Span(spans[0].start, spans[-1].end)
    return _weightiest(spans, weight)


def _weightiest(spans: Sequence[Span], weight: Callable[[Span], float]) -> Span:
    """The span that says most, the first of equals."""
    return max(spans, key=lambda span: (weight(span), -span.start))
