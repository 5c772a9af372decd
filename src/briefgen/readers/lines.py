"""The line model that all stages of the text reader share.

A `Line` is a line of the source that is not blank, with its text as `MappedText`. Stages take tuples of lines and
return tuples of lines: with marks cut out of their text, or without the lines that are no text of the document.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ..provenance import MappedText, Span
from .typography import Typography

# A line end, or a character that starts a new line or page.
_LINE_END = re.compile(r"\r\n?|[\n\v\f\x85\u2028\u2029]")


INDENTED = 0.1
"""The greatest share of indented lines in a text where an indented line begins a page."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source that holds more than white space.

    Attributes:
        text: its characters without the white space at both ends.
        gap: the number of blank lines before it.
        indent: the number of white-space characters before its text.
        new_page: a form feed stands before it.
        interrupted: a stage took something out between the line before and this one.
        depth: of a Markdown heading, the number of its signs; else 0.
        emphasised: the whole line is bold or italic.
        broken: its last word goes on in the next line.
        typography: where and how it is printed, in formats that tell.
    """

    text: MappedText
    gap: int = 0
    indent: int = 0
    new_page: bool = False
    interrupted: bool = False
    depth: int = 0
    emphasised: bool = False
    broken: bool = False
    typography: Typography | None = None

    @property
    def start(self) -> int:
        """Offset of the first character in the source."""
        return self.text.origins[0]

    @property
    def end(self) -> int:
        """Offset behind the last character in the source."""
        return self.text.origins[-1] + 1

    @property
    def span(self) -> Span:
        """From its first to behind its last character in the source."""
        return Span(self.start, self.end)

    @property
    def adjoins(self) -> bool:
        """Whether it follows the line before without a blank line or a page between."""
        return not (self.gap or self.new_page or self.interrupted)


Lines = tuple[Line, ...]


def split_lines(source_text: str) -> Lines:
    """The lines of a decoded source that are not blank."""
    lines: list[Line] = []
    gap, new_page = 0, False
    for start, end, separator in _line_ranges(source_text):
        raw = source_text[start:end]
        stripped = raw.strip()
        if stripped:
            # The tab before the first cell of a row says that its first column is empty.
            indent = len(raw) - len(raw.lstrip(None if "\t" not in stripped else " "))
            text = MappedText.of(source_text, start + indent, start + len(raw.rstrip()))
            lines.append(Line(text, gap=gap, indent=indent, new_page=new_page))
            gap, new_page = 0, False
        else:
            gap += 1
        new_page = new_page or separator == "\f"
    return _with_page_starts(lines)


def _with_page_starts(lines: list[Line]) -> Lines:
    """The lines, with those that begin a page marked.

    Where a form feed became a space, the first line of a page is one of few indented lines in a text of broken lines;
    more spaces indent the further lines of a list item or a note.
    """
    margin = min((line.indent for line in lines), default=0)
    indented = sum(line.indent > margin for line in lines)
    if layout_of(lines).width is None or indented > INDENTED * len(lines):
        return tuple(lines)
    return tuple(replace(line, new_page=True) if line.indent == margin + 1 else line for line in lines)


def _line_ranges(source_text: str) -> Iterator[tuple[int, int, str]]:
    position = 0
    for match in _LINE_END.finditer(source_text):
        yield position, match.start(), match[0]
        position = match.end()
    yield position, len(source_text), ""


def without_lines(lines: Sequence[Line], removed: Collection[int]) -> Lines:
    """The lines whose index is not in `removed`; what follows a removed line knows that it is interrupted."""
    kept: list[Line] = []
    gap, interrupted, new_page = 0, False, False
    for index, line in enumerate(lines):
        gap, new_page = max(gap, line.gap), new_page or line.new_page
        if index in removed:
            interrupted = True
            continue
        kept.append(replace(line, gap=gap, new_page=new_page, interrupted=True) if interrupted else line)
        gap, interrupted, new_page = 0, False, False
    return tuple(kept)


@dataclass(frozen=True, slots=True)
class Layout:
    """How the lines of a source were made.

    Attributes:
        width: the number of characters of a full line where lines were broken to fit a page; `None` where each line
            is a whole paragraph.
    """

    width: int | None

    def is_full(self, line: Line, next_word: int = 0) -> bool:
        """Whether `line` was broken because a next word of so many characters did not fit any more."""
        return self.width is not None and len(line.text) + 1 + next_word > 0.85 * self.width


LEAST_LINES = 8
"""The fewest lines that another directly follows in a text of broken lines."""

NARROWEST = 30
WIDEST = 140
"""The number of characters of the full lines of a page."""


def layout_of(lines: Sequence[Line]) -> Layout:
    """Whether lines were broken to fit a page, and how wide it was.

    In such a text most lines that a next line directly follows are about equally long, and short.
    """
    lengths = sorted(len(line.text) for line, following in pairwise(lines) if following.gap == 0)
    if len(lengths) < LEAST_LINES:
        return Layout(None)
    width = lengths[len(lengths) * 3 // 4]
    full = sum(0.75 * width <= length <= 1.2 * width for length in lengths)
    return Layout(width if NARROWEST <= width <= WIDEST and full >= len(lengths) / 2 else None)
