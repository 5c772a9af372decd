"""Reads a PDF that was built, and surveys it: its pages divide words and put edges and notes between them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import accumulate

import pypdfium2
import pypdfium2.raw as pdfium
from rapidfuzz.fuzz import partial_ratio_alignment

from ...attestation import ATTESTATION_NAME, Attestation
from ...errors import InputError
from ...provenance import Span
from ...readers.layout.opening import opened
from .folding import folded
from .model import Block, Copy
from .placement import LIKENESS_ELSEWHERE, How, Target, targets_of
from .survey import Addition, Found, Survey
from .wording import Wording

# What the lines of a page add to words or take from them: white space, and every kind of hyphen (PDFium writes U+FFFE
# for one at the end of a line).
LINE_SIGNS = re.compile(r"[\s\-\u00ad\u2010\u2011\ufffe]+")
# A hyphen at the end of a line, as PDFium writes it.
LINE_HYPHEN = "\ufffe"

NO_GLYPH = "□"
"""What a PDF prints for a character that none of its fonts has."""

LEAST_PART = 8
"""Letters of the part of a statement at the foot of a page or at the head of the next."""

OVERSHOT = 40
"""Letters at the edge of a page that can happen to go on like the statement."""

RAISED = 0.8
"""The size of a mark of a note, against that of the words right before it, is at most this."""

FEWEST_ADDED = 3
"""Words that no template prints, in a row, before they count: pages also hold what is drawn."""


def read_pdf(data: bytes, file: str) -> Copy:
    """What a PDF prints, one block a page.

    Args:
        data: the whole file.
        file: how messages name it.

    Raises:
        InputError: it is no PDF, damaged, locked or far too large.
    """
    with opened(data, file) as document:
        try:
            pages = tuple(Block(_words_of(page.get_textpage())) for page in document)
            return Copy(blocks=pages, attested=_attested(document), flowing=False)
        except pypdfium2.PdfiumError as error:
            raise InputError("pdf-damaged", file=file) from error


def _words_of(page: pypdfium2.PdfTextpage) -> str:
    """The text of a page without the numbers of notes, which a word processor prints small and right behind words."""
    text: str = page.get_text_range()
    kept: list[str] = []
    size = 0.0  # of the word before; 0 where a word begins
    for place, letter in enumerate(text):
        small = size and letter.isdigit() and pdfium.FPDFText_GetFontSize(page.raw, place) <= RAISED * size
        if not small:
            behind = text[place + 1 : place + 2].isdigit() and not letter.isspace()
            size = pdfium.FPDFText_GetFontSize(page.raw, place) if behind else 0.0
        kept.append(" " if small else letter)
    return "".join(kept)


def _attested(document: pypdfium2.PdfDocument) -> bytes | None:
    for number in range(document.count_attachments()):
        attachment = document.get_attachment(number)
        if attachment.get_name() == ATTESTATION_NAME:
            return bytes(attachment.get_data())
    return None


def survey_pages(attestation: Attestation, copy: Copy, wording: Wording) -> Survey:
    """Where everything is on pages.

    Hyphens and spaces do not count, and links are not looked at: nobody takes them out of a PDF.

    Args:
        attestation: what the copy says of itself.
        copy: as it was read.
        wording: what the templates print.
    """
    pages = _Pages(copy, wording)
    targets = targets_of(attestation)
    found: dict[Target, Found] = {}
    for way in (pages.whole, pages.divided, pages.altered):
        for target in sorted(targets, key=lambda target: len(target.words), reverse=True):
            if target not in found and (one := way(target)) is not None:
                found[target] = one
    return Survey(
        found={(one.kind, one.name): found.get(one, Found("absent", one.words, "")) for one in targets},
        added=tuple(pages.additions()),
    )


class _Pages:
    """The letters of all pages in a row, and which of them are taken."""

    def __init__(self, copy: Copy, wording: Wording) -> None:
        self._wording = wording
        self._printed = "\n".join(map(_dense, wording.texts))
        texts = [unicodedata.normalize("NFC", block.text) for block in copy.blocks]
        self._raw = "\n".join(texts)
        kept = [(place, sign) for place, letter in enumerate(self._raw) for sign in _dense(letter)]
        self._letters = "".join(sign for _, sign in kept)
        self._alphabet = frozenset(self._letters)
        self._origins = [*(place for place, _ in kept), len(self._raw)]
        lengths = [sum(len(_dense(letter)) for letter in text) for text in texts]
        self._starts = list(accumulate(lengths, initial=0))
        self._taken = bytearray(len(self._letters))

    def _dense(self, words: str) -> str:
        """The letters of words as the pages print them."""
        dense = _dense(words)
        if NO_GLYPH not in self._alphabet:
            return dense
        return "".join(letter if letter in self._alphabet else NO_GLYPH for letter in dense)

    def whole(self, target: Target) -> Found | None:
        """A statement on one page, or on two without anything between."""
        words = self._dense(target.words)
        start = self._search(words, 0, len(self._letters))
        return None if start is None else self._take(target, "verbatim", Span(start, start + len(words)))

    def divided(self, target: Target) -> Found | None:
        """A statement that the edges of two pages divide."""
        words = self._dense(target.words)
        for page in range(1, len(self._starts) - 1):
            parts = self._parts(words, page)
            if parts is not None:
                for part in parts:
                    self._take(target, "verbatim", part)
                return Found("verbatim", target.words, target.words)
        return None

    def _parts(self, words: str, page: int) -> tuple[Span, Span] | None:
        """The parts of a statement on the page before a page and on it."""
        before, start, end = self._starts[page - 1 : page + 2]
        length = LEAST_PART
        if len(words) < 2 * LEAST_PART or self._search(words[:length], before, start, part=True) is None:
            return None
        while length < len(words) and self._search(words[: length + 1], before, start, part=True) is not None:
            length += 1
        for shorter in range(length, max(LEAST_PART, length - OVERSHOT) - 1, -1):
            head = self._search(words[:shorter], before, start)
            tail = self._search(words[shorter:], start, end) if len(words) - shorter >= LEAST_PART else None
            if head is not None and tail is not None:
                return Span(head, head + shorter), Span(tail, tail + len(words) - shorter)
        return None

    def altered(self, target: Target) -> Found | None:
        """What nothing has taken and is like a statement."""
        words = self._dense(target.words)
        best: tuple[float, Span] | None = None
        for start, end in self._free():
            if 2 * (end - start) >= len(words):
                aligned = partial_ratio_alignment(words, self._letters[start:end], score_cutoff=LIKENESS_ELSEWHERE)
                if aligned is not None and (best is None or aligned.score > best[0]):
                    best = aligned.score, Span(start + aligned.dest_start, start + aligned.dest_end)
        return None if best is None else self._take(target, "altered", best[1])

    def additions(self) -> Iterator[Addition]:
        """What nothing has taken and no template prints, not even as a text that two pages divide."""
        self._take_wording()
        for start, end in self._free():
            text = self._raw[self._origins[start] : self._origins[end]].replace(LINE_HYPHEN, "-")
            unknown = self._wording.unknown(text)
            if unknown is not None:
                words = " ".join(text[unknown.start : unknown.end].split())
                if len(words.split()) >= FEWEST_ADDED and self._dense(words) not in self._printed:
                    yield Addition(" ".join(self._raw[: self._origins[start] + unknown.start].split()), words)

    def _take_wording(self) -> None:
        """Longer texts of the templates take their places, so that no narrow column divides their words."""
        dense = set(map(self._dense, self._wording.texts))
        for words in sorted((one for one in dense if len(one) >= LEAST_PART), key=len, reverse=True):
            while (place := self._search(words, 0, len(self._letters))) is not None:
                self._mark(Span(place, place + len(words)))

    def _search(self, words: str, start: int, end: int, *, part: bool = False) -> int | None:
        """The first place of letters that nothing has taken; they divide no word unless they are a part of words."""
        place = self._letters.find(words, start, end) if words else -1
        while place >= 0:
            if not any(self._taken[place : place + len(words)]) and (part or self._is_whole(place, len(words))):
                return place
            place = self._letters.find(words, place + 1, end)
        return None

    def _is_whole(self, place: int, length: int) -> bool:
        return not self._divides_word(place) and not self._divides_word(place + length)

    def _divides_word(self, place: int) -> bool:
        """Whether a letter stands right before and right behind a place of the letters."""
        if not 0 < place < len(self._letters) or self._origins[place] != self._origins[place - 1] + 1:
            return False
        return self._letters[place - 1].isalnum() and self._letters[place].isalnum()

    def _take(self, target: Target, how: How, span: Span) -> Found:
        self._mark(span)
        text = self._raw[self._origins[span.start] : self._origins[span.end - 1] + 1]
        return Found(how, target.words, " ".join(text.replace(LINE_HYPHEN, "-").split()))

    def _mark(self, span: Span) -> None:
        self._taken[span.start : span.end] = b"\x01" * (span.end - span.start)

    def _free(self) -> Iterator[Span]:
        start = self._taken.find(0)
        while start >= 0:
            end = self._taken.find(1, start)
            end = len(self._letters) if end < 0 else end
            yield Span(start, end)
            start = self._taken.find(0, end)


def _dense(text: str) -> str:
    """A text without what the lines of a page add to words or take from them."""
    return LINE_SIGNS.sub("", folded(text))
