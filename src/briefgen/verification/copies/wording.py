"""Tells the words that a template prints from words that somebody added."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ...provenance import Span

# A word, with the hyphens and apostrophes inside it: `EU-voorzitterschap`, `Dilemma's`.
WORD = re.compile(r"\w+(?:[-\u2010\u2011'’]\w+)*")
# What tells no two words apart: hyphens, apostrophes, and the invisible hyphen of a break.
JOINERS = re.compile(r"[-\u2010\u2011'’\u00ad]")

LONGEST_NUMBER = 3
"""Digits of a number that any template may print: of a page or a note."""


@dataclass(slots=True)
class _Node:
    """The words that can follow, and whether a text ends here."""

    following: dict[str, _Node] = field(default_factory=dict)
    ends: bool = False


class Wording:
    """The texts that may stand in a file beside its statements.

    Attributes:
        texts: whole texts as they are printed.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        """Learn the texts.

        Args:
            texts: whole texts as they are printed: a heading, a label, a byline.
        """
        self.texts = tuple(texts)
        self._root = _Node()
        for text in self.texts:
            node = self._root
            for _, word in _words(text):
                node = node.following.setdefault(word, _Node())
            node.ends = True

    def unknown(self, text: str) -> Span | None:
        """From the first to the last word of a text that belongs to none of the texts; `None` when all do.

        Capitals, signs between the words and short numbers do not matter.
        """
        words = list(_words(text))
        strange = self._strange(words)
        if not strange:
            return None
        return Span(words[strange[0]][0].start, words[strange[-1]][0].end)

    def _strange(self, words: list[tuple[Span, str]]) -> list[int]:
        """The words that remain when as many as possible are covered by texts, by their number."""
        count = len(words)
        best = [0] * (count + 1)  # how few words remain from here on
        step = [1] * (count + 1)  # how far the text reaches that is taken here
        for start in range(count - 1, -1, -1):
            best[start] = best[start + 1] + (not _is_number(words[start][1]))
            step[start] = 0
            for end in self._ends([word for _, word in words], start):
                if best[end] <= best[start]:
                    best[start], step[start] = best[end], end - start
        remaining, place = [], 0
        while place < count:
            if not step[place] and not _is_number(words[place][1]):
                remaining.append(place)
            place += step[place] or 1
        return remaining

    def _ends(self, words: list[str], start: int) -> Iterator[int]:
        """Where texts end that begin at a word."""
        node = self._root
        for place in range(start, len(words)):
            following = node.following.get(words[place])
            if following is None:
                return
            node = following
            if node.ends:
                yield place + 1


def _words(text: str) -> Iterator[tuple[Span, str]]:
    for match in WORD.finditer(text):
        yield Span(*match.span()), JOINERS.sub("", match[0]).casefold()


def _is_number(word: str) -> bool:
    return word.isdigit() and len(word) <= LONGEST_NUMBER
