"""Finding the marks of notes whose bodies are known.

A plain figure behind a word may be a mark (`beschermen3`), a name (`CO2`), a year with a mark (`12 mei 20247`) or a
number. Every figure that could be the mark of a known note is a candidate with a weight; the marks are the candidates
in rising order, one a note, with the greatest sum of weights.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..lexicon import words
from ..lines import Line

# Characters beside a figure that tell whether it is a mark.
REACH = 80

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_DIGITS = str.maketrans(SUPERSCRIPTS, "0123456789")

# Raised figures behind a character: `Rusland.¹`. Those of a measure (`m²`) are none.
RAISED = re.compile(rf"(?<=[^\s{SUPERSCRIPTS}])(?<!\b[mM])(?<!\b[kcdh]m)[{SUPERSCRIPTS}]+")

# Figures raised by a caret: `Rusland.^1^`.
CARETED = re.compile(r"(?<=\S)\^(\d{1,3})\^?(?![\w^])")

# Figures glued to a closing sign: `handel.1`, `(HGIS)2`, `uitgaven,22`; not a decimal or a section (`3.5`, `2.1`).
AFTER_SIGN = re.compile(
    r"(?<=[^\W\d_][.,;:!?)\]”’\"'»%…])(\d{1,3})(?![\d%])(?![.,:]\d)|(?<=\d[)\]”’\"'»%])(\d{1,3})(?![\d%])(?![.,:]\d)|(?<=[)”’\"'»][.,;:!?])(\d{1,3})(?![\d%])(?![.,:]\d)"
)

# Figures glued to a closing sign that follows a figure: `in 2024.25`; a year, or at least three digits, stands before.
AFTER_FIGURE = re.compile(r"(?<=\d{3}[.;:!?])(\d{1,3})(?![\d%])(?![.,:]\d)")

# Figures glued to a small letter: `beschermen3`; no part of a compound (`eidas2-verordening`).
AFTER_LETTER = re.compile(r"(?<=[a-zà-ÿ])(\d{1,3})(?![\w%€])(?![.,:]\d)(?!-\w)")

# Figures glued to a capital: `DNB6`, but also `CO2`; no part of a compound (`NIS2-richtlijn`).
AFTER_CAPITAL = re.compile(r"(?<=[A-Z])(\d{1,3})(?![\w%€])(?![.,:]\d)(?!-\w)")

# Several figures of one place, glued to a letter or a closing sign: `beleid1,2`, `handel.3, 4`; no decimal (`km2,5`).
SERIES = re.compile(
    r"(?<=[^\W\d_][.,;:!?)\]”’\"'»])\d{1,3}(?:,\s?\d{1,3})+(?![\w%€])|(?<=[a-zà-ÿ])\d{1,3}(?:,\s?\d{1,3})+(?![\w%€])"
)

# One figure of such a series.
FIGURE = re.compile(r"\d+")

# Figures glued to a year: `12 mei 20247`, `juni 202413`.
AFTER_YEAR = re.compile(r"(?<!\d)(?<!\d[.,])(?<!Postbus\s)(?:19|20)\d\d(\d{1,3})(?![\w%])(?![.,:]\d)")

# Figures that stand alone: `Voortgangsbrief 20 is`.
ALONE = re.compile(r"(?<=\w )(\d{1,3})(?= |[.,;:]?$)")

_WEIGHTS: tuple[tuple[re.Pattern[str], float], ...] = (
    (RAISED, 5.0),
    (CARETED, 5.0),
    (AFTER_SIGN, 4.0),
    (AFTER_LETTER, 4.0),
    (AFTER_YEAR, 3.0),
    (AFTER_FIGURE, 2.5),
    (AFTER_CAPITAL, 2.5),
    (ALONE, 0.5),
)

SURE = 2.0
"""The least weight of a candidate that alone shows that a note has a mark."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure that may be a mark: the line, the range in its text, the label and how likely it is."""

    line: int
    start: int
    end: int
    label: str
    weight: float

    @property
    def place(self) -> tuple[int, int]:
        """Line and column, for comparing order."""
        return self.line, self.start


def plain_label(printed: str) -> str:
    """A printed label in plain figures: `¹²` is `12`."""
    return printed.translate(_TO_DIGITS)


def candidates(lines: Sequence[Line], labels: frozenset[str]) -> list[Candidate]:
    """All figures in the lines that may be the mark of one of the labels, in reading order."""
    found: dict[tuple[int, int], Candidate] = {}
    for index, line in enumerate(lines):
        for candidate in _in_line(index, line.text.text):
            if candidate.label in labels:
                kept = found.get(candidate.place)
                if kept is None or kept.weight < candidate.weight:
                    found[candidate.place] = candidate
    repeated = _repeated_words(lines, found.values())
    return sorted(
        (candidate for candidate in found.values() if candidate.place not in repeated), key=lambda item: item.place
    )


def _in_line(index: int, text: str) -> Iterable[Candidate]:
    yield from _in_series(index, text)
    for pattern, weight in _WEIGHTS:
        for match in pattern.finditer(text):
            group = match.lastindex or 0
            start, end = match.span(group) if pattern is not CARETED else match.span()
            if weight < SURE and not _stands_alone(text, start, end):
                continue
            if weight < 5.0 and _word_at(text, start, end) in words("figured_names"):
                continue
            yield Candidate(index, start, end, plain_label(match[group]), weight)


def _in_series(index: int, text: str) -> Iterable[Candidate]:
    """The figures of one place; they count on one by one."""
    for series in SERIES.finditer(text):
        figures = list(FIGURE.finditer(text, series.start(), series.end()))
        if all(int(after[0]) == int(before[0]) + 1 for before, after in pairwise(figures)):
            yield from (Candidate(index, *figure.span(), figure[0], 4.0) for figure in figures)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a figure between spaces is no number of something: neither `vraag 7` nor `7 miljoen`."""
    before = "".join(text[max(0, start - REACH) : start].split()[-1:]).casefold()
    after = text[end : end + REACH].split(maxsplit=1)
    return (
        before not in words("numbered")
        and before.isalpha()
        and not (after and after[0].strip(".,;:()").casefold() in words("counted"))
        and bool(after)
    )


def _word_at(text: str, start: int, end: int) -> str:
    """The word that ends with the figure at `[start, end)`, in lower case."""
    match = re.search(r"[\w-]+$", text[max(0, start - REACH) : start])
    return (match[0] if match else "").casefold() + text[start:end]


def _repeated_words(lines: Sequence[Line], found: Iterable[Candidate]) -> set[tuple[int, int]]:
    """Places where the figure belongs to a name: the same word with the same figure stands there more than once."""
    places: dict[tuple[int, int], str] = {}
    for candidate in found:
        if candidate.weight == 2.5:
            places[candidate.place] = _word_at(lines[candidate.line].text.text, candidate.start, candidate.end)
    counts = Counter(places.values())
    return {place for place, word in places.items() if counts[word] > 1}


def chosen(labels: Sequence[str], found: Sequence[Candidate]) -> list[Candidate]:
    """The best candidates in rising order, at most one for each of the labels, which are in their order.

    Takes the heaviest rising subsequence, in n log n.
    """
    by_label: dict[str, list[Candidate]] = {}
    for candidate in found:
        by_label.setdefault(candidate.label, []).append(candidate)
    # The frontier: places with the greatest sum of a chain that ends there, both rising.
    places: list[tuple[int, int]] = []
    best: dict[tuple[int, int], tuple[float, _Chain | None]] = {}
    for label in labels:
        steps = []
        for candidate in by_label.get(label, ()):
            before = bisect_left(places, candidate.place)
            total, chain = best[places[before - 1]] if before else (0.0, None)
            steps.append((candidate.place, total + candidate.weight, _Chain(candidate, chain)))
        for place, total, chain in steps:
            _extend(places, best, place, total, chain)
    last = best[places[-1]][1] if places else None
    return _unrolled(last)


@dataclass(frozen=True, slots=True)
class _Chain:
    candidate: Candidate
    before: _Chain | None


def _extend(
    places: list[tuple[int, int]],
    best: dict[tuple[int, int], tuple[float, _Chain | None]],
    place: tuple[int, int],
    total: float,
    chain: _Chain,
) -> None:
    """Put a chain on the frontier when no earlier place has a greater sum, and drop those it beats."""
    at = bisect_right(places, place)
    if at and best[places[at - 1]][0] >= total:
        return
    while at < len(places) and best[places[at]][0] <= total:
        del best[places.pop(at)]
    if place not in best:
        insort(places, place)
    best[place] = (total, chain)


def _unrolled(chain: _Chain | None) -> list[Candidate]:
    found: list[Candidate] = []
    while chain:
        found.append(chain.candidate)
        chain = chain.before
    return found[::-1]
