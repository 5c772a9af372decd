"""Words that a typesetter broke at a line end: `samen-` / `werking` is one word, `Euro-` / `Atlantisch` is not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .claims import Claim
from .lexicon import words
from .lines import Line, Lines

# The part of a word before a hyphen at a line end: small letters only, else the hyphen belongs to a compound.
LEFT_PART = re.compile(r"(?<![\w-])([^\W\d_A-ZÀ-Þ]{2,})[-‐]$")

# The part at the start of the next line.
RIGHT_PART = re.compile(r"[^\W\d_A-ZÀ-Þ]{2,}")

# A word or a compound.
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

SOFT_HYPHEN = "\u00ad"


def without_hyphenation(lines: Sequence[Line]) -> tuple[Lines, tuple[Claim, ...]]:
    """The lines without the hyphens of broken words, and these hyphens.

    A broken word stands elsewhere in the text in one piece. Where that holds for more words than stand elsewhere with
    their hyphen, the typesetter breaks words, and words that stand nowhere else are taken for broken too.
    """
    broken = dict(_broken_words(lines))
    known = {word.casefold() for line in lines for word in WORD.findall(line.text.text)} if broken else set()
    solid = {index for index, (left, right) in broken.items() if left + right in known}
    compound = {index for index, (left, right) in broken.items() if f"{left}-{right}" in known}
    soft = solid - compound
    if len(soft) > len(compound):
        soft |= broken.keys() - compound
    soft |= {index for index, line in enumerate(lines) if _ends_soft(line.text.text)}
    claims = tuple(Claim("markup", lines[index].text.slice(-1)) for index in sorted(soft))
    return tuple(_cut(line) if index in soft else line for index, line in enumerate(lines)), claims


def _ends_soft(text: str) -> bool:
    return len(text) > 1 and text.endswith(SOFT_HYPHEN)


def _broken_words(lines: Sequence[Line]) -> Iterator[tuple[int, tuple[str, str]]]:
    """The lines that end with a hyphen behind small letters, and both parts of the word."""
    for index, line in enumerate(lines[:-1]):
        left = LEFT_PART.search(line.text.text)
        right = RIGHT_PART.match(lines[index + 1].text.text)
        if left and right and right[0] not in words("conjunctions"):
            yield index, (left[1], right[0])


def _cut(line: Line) -> Line:
    """A line without its last character, whose last word goes on in the next line."""
    return replace(line, text=line.text.slice(0, len(line.text) - 1), broken=True)
