"""Which words of a paragraph a pack quotes: whole sentences, in one piece, that can be read on their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from ..lexicon import alternatives, lexicon
from ..model import Model
from ..provenance import Span
from ..sentences import sentences

LONGEST = 540
"""Characters: a sentence before is added only while the quotation stays shorter."""

# The first words of a sentence, behind any quotation mark or bracket.
FIRST_WORDS = re.compile(r"\w+(?: \w+){0,2}")

# A sentence of a written consultation that asks: it ends in a question mark, or somebody asks, requests or wishes to
# know. `Zij hebben nog enkele vragen over handel` only announces.
ASKING = re.compile(
    r"\?$|(?<!\ben )(?<!\benkele )(?<!\benige )\b(?:vraagt|vragen(?! over| en opmerkingen)|verzoekt|verzoeken"
    r"|benieuwd (?:hoe|of|wat|welke?|waarom|wanneer|in hoeverre)|(?:ontvangen|horen) graag)\b"
)


# A sentence about the paper in which it stands: `Deze Staat van de Uniebrief geeft`, `In deze brief gaat het kabinet in
# op`, `Hierbij bieden wij u`, `Het kabinet reageert op het verzoek van uw Kamer`; or that only points at another one:
# `Uw Kamer is geïnformeerd over`.
ABOUT_PAPER = re.compile(
    r"^(?:(?:In|Met|Middels|Via)\s+)?(?:[Dd]eze|[Dd]it|[Vv]oorliggende|[Bb]ijgaande)\s+(?:[\w-]+\s+){0,4}?"
    r"(?:[\w-]*brief|[\w-]*nota|notitie|fiche|bijdrage|essay|hoofdstuk)\b"
    r"|^Hierbij\s+(?:bied|stu|zend)|\breageert\b[^.]{0,20}\bop\s+(?:het|uw)\s+verzoek\b"
    r"|^Uw\s+Kamer\s+(?:is|werd)\b[^.]{0,40}\bgeïnformeerd\b|\b[Hh]et\s+kabinet\s+heeft\s+uw\s+Kamer\s+(?:\w+\s+)?geïnformeerd\b"
)


class Openers(Model):
    """The words of `openers.toml`."""

    anaphors: tuple[str, ...]
    connectives: tuple[str, ...]
    referring: tuple[str, ...]
    reach: int
    demonstratives: tuple[str, ...]
    present: tuple[str, ...]


def points_back(text: str) -> bool:
    """Whether a quotation holds, at its begin, a word that points at a sentence before it."""
    openers: Openers = lexicon("openers", Openers)
    start = " ".join(text.casefold().split()[: openers.reach])
    return _begins_with(text, openers.anaphors) or any(phrase in start for phrase in openers.referring)


def speaks_of_paper(text: str) -> bool:
    """Whether a quotation speaks of the paper itself and not of its subject."""
    return ABOUT_PAPER.search(text) is not None


def stands_alone(text: str) -> bool:
    """Whether a quotation can be a headline: it neither refers back nor continues what went before."""
    openers: Openers = lexicon("openers", Openers)
    return not refers_back(text) and not _begins_with(text, openers.connectives)


def refers_back(text: str) -> bool:
    """Whether a reader of a quotation misses what it speaks of: it points back, or soon names what was said before."""
    return points_back(text) or _early_demonstrative().match(text) is not None


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


@cache
def _early_demonstrative() -> re.Pattern[str]:
    """A demonstrative with its noun among the first words (`deelt deze oplossingsrichting niet`), or `hieraan`."""
    openers: Openers = lexicon("openers", Openers)
    named = rf"{alternatives(openers.demonstratives)}\s+(?!{alternatives(openers.present)}\b)[\wÀ-ÿ-]+"
    adverb = r"(?:hier|daar)(?:aan|bij|door|in|mee|op|over|toe|tegen|uit|van|voor)\b"
    return re.compile(rf"(?:\S+\s+){{1,5}}?(?:{named}|{adverb})")


def _weightiest(spans: Sequence[Span], weight: Callable[[Span], float]) -> Span:
    """The span that says most, the first of equals."""
    return max(spans, key=lambda span: (weight(span), -span.start))


def _begins_with(text: str, openers: Sequence[str]) -> bool:
    match = FIRST_WORDS.search(text)
    words = match[0].casefold().split() if match else []
    return any(" ".join(words[:length]) in openers for length in (1, 2, 3))
