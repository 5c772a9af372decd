"""No orphan sentence: whatever a finished pack states is quoted with a citation, or was written by a known hand.

    quotation       verbatim in a cited paragraph, at its span, whole sentences
    own words       of the person who defined the pack, or of the catalogue of messages; what a message fills in is a
                    quotation, a text of that person, or a name, a number, a date

This is proven on the pack as it will be printed, whatever made it. A pack with an orphan is not built.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator, Mapping

from ..messages import Language, catalogue
from ..pack import Chart, Citation, Item, Pack, Section
from ..sentences import sentences
from .difference import shortened
from .finding import Code, Finding
from .quotations import within_word
from .structure import OWN_WORDS

# The end of a sentence, perhaps inside a bracket or a quotation; not that of `c.s.`
SENTENCE_END = re.compile(r"(?<!\.\w)[.!?…][)\]»”’\"']*\Z")
# What parts the members of a list in a message: `3 aangehaald; 4 past te weinig`.
LIST_SIGN = re.compile(r";\s+")

LONGEST_NAME = 25
"""Words of a text without a full stop that can still be a name and state nothing."""

FEWEST_WORDS = 3
"""Words of the shortest sentence; `Nr.` is none."""

FEWEST_FIXED = 3
"""Letters that a message must have of itself to be known by."""


class OwnWords:
    """Everything that people and templates wrote and a pack may print."""

    def __init__(self, texts: Iterable[str], language: Language) -> None:
        """Learn what may be printed.

        Args:
            texts: of the definition of the pack, in its language.
            language: of the messages that a pack is filled with.
        """
        self._texts = frozenset(_single_spaced(text) for text in texts)
        wordings = (wording[language] for wording in catalogue().values())
        self._messages = tuple(pattern for wording in wordings if (pattern := _pattern(wording)) is not None)

    def knows(self, text: str, paragraphs: str) -> bool:
        """Whether a text states nothing that nobody wrote.

        Args:
            text: as it is printed.
            paragraphs: the cited paragraphs, in which quotations stand.
        """
        text = _single_spaced(text)
        if text in self._texts or not _states(text) or _stands_in(text, paragraphs):
            return True
        if any(self._fills(pattern, text, paragraphs) for pattern in self._messages):
            return True
        members = LIST_SIGN.split(text)
        return len(members) > 1 and all(self.knows(member, paragraphs) for member in members)

    def _fills(self, pattern: re.Pattern[str], text: str, paragraphs: str) -> bool:
        match = pattern.fullmatch(text)
        return match is not None and all(self.knows(filled, paragraphs) for filled in match.groups())


def orphan_findings(pack: Pack, own: OwnWords) -> tuple[Finding, ...]:
    """The texts of a finished pack that state something and have neither a citation nor a writer.

    Args:
        pack: complete.
        own: what people and templates wrote.
    """
    return (*_quotations(pack), *_own_words(pack, own))


def _quotations(pack: Pack) -> Iterator[Finding]:
    for section in pack.sections:
        for item in section.items:
            if item.quoted:
                code = _fault(item, pack.citation_by_key)
                if code is not None:
                    yield Finding(code=code, where=item.id, item=item.id, found=shortened(item.text))
            elif item.type not in OWN_WORDS:
                yield Finding(code="own-words", where=item.id, item=item.id, found=shortened(item.text))


def _fault(item: Item, citations: Mapping[str, Citation]) -> Code | None:
    """What is wrong with a quotation."""
    if not item.citations or item.citations[0] not in citations:
        return "no-citation"
    paragraph = citations[item.citations[0]].text
    if item.span is None or paragraph[item.span.start : item.span.end] != item.text or not item.text:
        return "orphan-quotation"
    spans = [sentence.span for sentence in sentences(paragraph)]
    begins = any(span.start == item.span.start for span in spans)
    return None if begins and any(span.end == item.span.end for span in spans) else "orphan-part"


def _own_words(pack: Pack, own: OwnWords) -> Iterator[Finding]:
    paragraphs = "\n".join(citation.text for citation in pack.citations)
    for where, text in (*_texts(pack), *(pair for pair in _names(pack) if len(pair[1].split()) > LONGEST_NAME)):
        if not own.knows(text, paragraphs):
            yield Finding(code="orphan-sentence", where=where, found=shortened(text))


def _names(pack: Pack) -> Iterator[tuple[str, str]]:
    """What sources and people are called and what about, with its place; a full stop in it ends no sentence."""
    for section in pack.sections:
        for item in section.items:
            yield from ((item.id, text) for text in (item.holder, item.cabinet, item.topic) if text)
    yield from (("gaps", gap.topic) for gap in pack.gaps if gap.topic)
    yield from (("index", entry.term) for entry in pack.index)


def _texts(pack: Pack) -> Iterator[tuple[str, str]]:
    """Every text that a pack prints and that is neither a quotation nor a name, with its place."""
    yield from (("pack", text) for text in (pack.title, pack.subtitle, pack.audience, pack.marking) if text)
    for section in pack.sections:
        yield from ((section.id, text) for text in _of_section(section))
    yield from (("gaps", text) for gap in pack.gaps for text in (gap.title, gap.reason) if text)


def _of_section(section: Section) -> Iterator[str]:
    yield from filter(None, (section.title, section.intro, section.gap))
    for item in section.items:
        if not item.quoted:
            yield item.text
        yield from filter(None, (item.nature, item.sensitivity))
    for chart in section.charts:
        yield from _of_chart(chart)


def _of_chart(chart: Chart) -> Iterator[str]:
    yield from (chart.title, chart.alt, *chart.head)
    yield from (cell for row in chart.rows for cell in row)
    yield from (mark.label for mark in chart.marks)


def _states(text: str) -> bool:
    """Whether a text can state something: a sentence, or more words than a name has."""
    words = len(text.split())
    return words > LONGEST_NAME or (words >= FEWEST_WORDS and SENTENCE_END.search(text) is not None)


def _stands_in(text: str, paragraphs: str) -> bool:
    start = paragraphs.find(text)
    return start >= 0 and not within_word(paragraphs, start) and not within_word(paragraphs, start + len(text))


def _pattern(wording: str) -> re.Pattern[str] | None:
    """What a message looks like when it is filled in; `None` for one that is nothing but what fills it."""
    parts = list(string.Formatter().parse(wording))
    if sum(letter.isalpha() for literal, *_ in parts for letter in literal) < FEWEST_FIXED:
        return None
    pieces = (re.escape(_inner(literal)) + ("" if name is None else "(.*?)") for literal, name, *_ in parts)
    return re.compile("".join(pieces), re.DOTALL)


def _inner(literal: str) -> str:
    return re.sub(r"\s+", " ", literal)


def _single_spaced(text: str) -> str:
    return " ".join(text.split())
