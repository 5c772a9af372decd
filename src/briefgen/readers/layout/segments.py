"""Segments: the words that stand behind one another on one baseline, without a wide gap between them.

Figures raised above the baseline become raised figures of Unicode (`Rusland.¹²`), so that the text layer shows the
marks of notes as the page does.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from .model import Glyph

WORD_GAP = 0.14
"""The least gap between two words, in ems, where the file holds no space."""

WIDE_GAP = 1.0
"""The gap that parts two segments, in ems."""

LEVEL = 0.12
"""How far the baselines of one line may differ, in ems."""

SMALL = 0.85
"""How large raised and lowered letters are at most, as a share of those beside them."""

SHIFT = 0.75
"""How far they may be raised or lowered at most, in ems of those beside them."""

LABEL_GAP = 4.0
"""How far the raised label of a note may stand before its text, in ems."""

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\t": " ", "\u00a0": " "}
)
"""Letters that a font joins, and white space, as one types them."""

# Figures that call notes: `12`, `3,4`, `3 4`, `2)`.
MARK = re.compile(r"\d{1,3}(?:(?:[,;]\s?|\s)\d{1,3})*\)?")

SPACES = re.compile(r" {2,}")


@dataclass(frozen=True, slots=True)
class Segment:
    """Words on one baseline. Lengths are points from the upper left corner of the page.

    Attributes:
        text: its characters, single spaces between words.
        left: where it begins.
        right: where it ends.
        baseline: how far below the upper edge it stands.
        size: of most of its letters.
        bold: all its letters are heavy.
        italic: all its letters slant.
        colour: of most of its letters.
        artefact: the tags of the PDF call it page furniture.
        first_word: the width of its first word.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool
    italic: bool
    colour: int
    artefact: bool
    first_word: float

    @property
    def top(self) -> float:
        """Where its capitals end above."""
        return self.baseline - 0.8 * self.size


@dataclass(slots=True)
class _Run:
    """Glyphs that follow one another in the file and on the page, of one size."""

    glyphs: list[Glyph]
    shift: float = 0.0

    @property
    def size(self) -> float:
        return self.glyphs[0].style.size

    @property
    def baseline(self) -> float:
        return self.glyphs[0].baseline

    @property
    def left(self) -> float:
        return next((glyph.left for glyph in self.glyphs if not glyph.character.isspace()), self.glyphs[0].left)

    @property
    def right(self) -> float:
        return next(
            (glyph.right for glyph in reversed(self.glyphs) if not glyph.character.isspace()), self.glyphs[-1].right
        )

    @property
    def text(self) -> str:
        return "".join(glyph.character for glyph in self.glyphs)

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()


def segments_of(glyphs: Sequence[Glyph]) -> list[Segment]:
    """The segments of a page, from above to below and from left to right."""
    runs = [run for run in _runs(glyphs) if not run.is_blank]
    rows = _with_shifted(_rows(runs), runs)
    found = [_segment(group) for row in rows for group in _groups(row)]
    return sorted((segment for segment in found if segment.text), key=lambda item: (item.baseline, item.left))


def _runs(glyphs: Iterable[Glyph]) -> list[_Run]:
    runs: list[_Run] = []
    for glyph in glyphs:
        if runs and _adjoins(runs[-1].glyphs[-1], glyph):
            runs[-1].glyphs.append(glyph)
        else:
            runs.append(_Run([glyph]))
    return runs


def _adjoins(before: Glyph, glyph: Glyph) -> bool:
    size = before.style.size
    gap = glyph.left - before.right
    same = abs(glyph.style.size - size) <= 0.05 * size and abs(glyph.baseline - before.baseline) <= 0.05 * size
    return same and -0.5 * size <= gap <= WIDE_GAP * size


def _rows(runs: Sequence[_Run]) -> list[list[_Run]]:
    """Runs on about the same baseline, from above to below."""
    rows: list[list[_Run]] = []
    for run in sorted(runs, key=lambda item: item.baseline):
        last = rows[-1][-1] if rows else None
        if last and run.baseline - last.baseline <= LEVEL * min(run.size, last.size):
            rows[-1].append(run)
        else:
            rows.append([run])
    return rows


def _with_shifted(rows: list[list[_Run]], runs: Sequence[_Run]) -> list[list[_Run]]:
    """The rows, raised and lowered runs moved to the row of the letters beside them."""
    sizes = Counter[float]()
    for run in runs:
        sizes[run.size] += len(run.glyphs)
    baselines = [row[0].baseline for row in rows]
    kept: list[list[_Run]] = [[] for _ in rows]
    for index, row in enumerate(rows):
        for run in row:
            home = _home(run, index, rows, baselines)
            if home is not None:
                run.shift = rows[home][0].baseline - run.baseline
            kept[index if home is None else home].append(run)
    return [row for row in kept if row]


def _home(run: _Run, index: int, rows: Sequence[Sequence[_Run]], baselines: Sequence[float]) -> int | None:
    """The row that a small run is raised or lowered from; `None` for letters on their own line."""
    reach = SHIFT * run.size / 0.5
    first = bisect_left(baselines, run.baseline - reach)
    last = bisect_right(baselines, run.baseline + reach)
    found = [
        (run.baseline > base.baseline, max(base.left - run.right, run.left - base.right, 0.0), other)
        for other in range(first, last)
        for base in rows[other]
        if other != index and _is_beside(run, base)
    ]
    return min(found)[2] if found else None


def _is_beside(run: _Run, base: _Run) -> bool:
    """Whether a run is small, raised or lowered beside another: behind its letters, or before it as its label."""
    if run.size > SMALL * base.size or len(run.text) > 12:
        return False
    shift = base.baseline - run.baseline
    if not 0.08 * base.size <= abs(shift) <= SHIFT * base.size:
        return False
    behind = -0.3 * base.size <= run.left - base.right <= 0.4 * base.size
    inside = base.left <= run.left <= base.right
    before = shift > 0 and 0 <= base.left - run.right <= LABEL_GAP * base.size
    return behind or inside or before


def _groups(row: Sequence[_Run]) -> list[list[_Run]]:
    """The runs of a row in segments."""
    groups: list[list[_Run]] = []
    for run in sorted(_parted(_without_doubles(row)), key=lambda item: item.left):
        if groups:
            right = max(other.right for other in groups[-1])
            size = max(run.size, *(other.size for other in groups[-1]))
            if run.left - right <= WIDE_GAP * size:
                groups[-1].append(run)
                continue
        groups.append([run])
    return groups


def _parted(row: Sequence[_Run]) -> list[_Run]:
    """The runs, parted where a raised or lowered one stands in their midst."""
    result = list(row)
    for shifted in (run for run in row if run.shift):
        for base in [run for run in result if not run.shift and run.left < shifted.left < run.right]:
            at = next((i for i, glyph in enumerate(base.glyphs) if glyph.left >= shifted.left - 0.5), len(base.glyphs))
            if 0 < at < len(base.glyphs):
                result.remove(base)
                result += [_Run(base.glyphs[:at]), _Run(base.glyphs[at:])]
    return result


def _without_doubles(row: Sequence[_Run]) -> list[_Run]:
    """The runs without those printed twice to look heavy."""
    kept: dict[tuple[str, int], _Run] = {}
    for run in row:
        kept.setdefault((run.text, round(run.left)), run)
    return list(kept.values())


def _segment(runs: Sequence[_Run]) -> Segment:
    pieces: list[str] = []
    right: float | None = None
    for run in runs:
        text = _text(run)
        if right is not None and not _is_glued(pieces[-1], run, run.left - right):
            pieces.append(" ")
        pieces.append(text)
        right = max(run.right, right or run.right)
    glyphs = [glyph for run in runs if not run.shift for glyph in run.glyphs if not glyph.character.isspace()]
    glyphs = glyphs or [glyph for run in runs for glyph in run.glyphs]
    style = Counter(glyph.style for glyph in glyphs).most_common(1)[0][0]
    letters = [glyph.style for glyph in glyphs if glyph.character.isalnum()] or [style]
    return Segment(
        text=SPACES.sub(" ", "".join(pieces)).strip(),
        left=runs[0].left,
        right=max(run.right for run in runs),
        baseline=next((run.baseline for run in runs if not run.shift), runs[0].baseline + runs[0].shift),
        size=style.size,
        bold=all(letter.bold for letter in letters),
        italic=all(letter.italic for letter in letters),
        colour=style.colour,
        artefact=all(glyph.style.artefact for glyph in glyphs),
        first_word=_first_word(runs),
    )


def _is_glued(before: str, run: _Run, gap: float) -> bool:
    """Whether a run belongs to the word before it: raised marks always do."""
    if run.shift > 0 and MARK.fullmatch(run.text.strip()) and not before[-1:].isspace():
        return gap <= 0.6 * run.size / 0.6
    return gap < WORD_GAP * run.size


def _text(run: _Run) -> str:
    """The characters of a run, a space in each gap that the file has none for; raised figures as such."""
    pieces: list[str] = []
    for index, glyph in enumerate(run.glyphs):
        before = run.glyphs[index - 1] if index else None
        if before and not before.character.isspace() and glyph.left - before.right >= WORD_GAP * run.size:
            pieces.append(" ")
        pieces.append(glyph.character)
    text = "".join(pieces).translate(LIGATURES)
    return text.translate(_RAISED) if run.shift > 0 and MARK.fullmatch(text.strip()) else text


def _first_word(runs: Sequence[_Run]) -> float:
    """The width of the first word of a segment."""
    for glyph in (glyph for run in runs for glyph in run.glyphs):
        if glyph.character in " \t":
            return glyph.left - runs[0].left
    return runs[-1].right - runs[0].left


def merged(segments: Sequence[Segment], separator: str = " ") -> Segment:
    """Several segments of one line as one, with a separator between them."""
    first = segments[0]
    longest = max(segments, key=lambda segment: len(segment.text))
    return replace(
        longest,
        text=separator.join(segment.text for segment in segments),
        left=first.left,
        right=max(segment.right for segment in segments),
        bold=all(segment.bold for segment in segments),
        italic=all(segment.italic for segment in segments),
        artefact=all(segment.artefact for segment in segments),
        first_word=first.first_word,
    )
