"""Words that a bad text layer broke (`ver antwoord`), rejoined on the evidence of the rest of the document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..lines import Line

# A word of letters.
WORD = re.compile(r"[^\W\d_]+")

# Two words with a space between them; the second may be the first of the next pair.
PAIR = re.compile(r"(?<![\w-])([^\W\d_]{2,}) (?=([a-zà-ÿ]{2,})(?![\w-]))")

SHORTEST = 6
"""The fewest letters of a word that is rejoined."""

LEAST_BROKEN = 3
"""The fewest different words that are broken in a bad text layer; fewer may be spellings (`ten minste`)."""

Pair = tuple[str, str]


def without_broken_words(lines: Sequence[Line]) -> list[Line]:
    """The lines, the spaces inside broken words taken out.

    A word is broken where it stands elsewhere in one piece and one of its parts stands nowhere else by itself.
    """
    pairs = Counter(_folded(match) for line in lines for match in PAIR.finditer(line.text.text))
    words = Counter(word.casefold() for line in lines for word in WORD.findall(line.text.text))
    known = {pair for pair in pairs if len(pair[0] + pair[1]) >= SHORTEST and words[pair[0] + pair[1]]}
    within = Counter[str]()
    for pair in known:
        within[pair[0]] += pairs[pair]
        within[pair[1]] += pairs[pair]
    broken = {pair for pair in known if any(words[part] <= within[part] for part in pair)}
    if len(broken) < LEAST_BROKEN:
        return list(lines)
    return [_rejoined(line, list(_spaces(line.text.text, broken))) for line in lines]


def _folded(match: re.Match[str]) -> Pair:
    return match[1].casefold(), match[2].casefold()


def _spaces(text: str, broken: set[Pair]) -> Iterator[tuple[int, int]]:
    """The places of the spaces inside broken words."""
    return ((match.end(1), match.end()) for match in PAIR.finditer(text) if _folded(match) in broken)


def _rejoined(line: Line, spaces: Sequence[tuple[int, int]]) -> Line:
    return replace(line, text=line.text.without(spaces)) if spaces else line
