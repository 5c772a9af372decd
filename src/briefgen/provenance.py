"""Where words come from: spans of a source, and text that remembers them.

Offsets are carried forward, never recovered: whoever cleans a text works on `MappedText`, and each character that
is left still knows its place in the decoded source.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of characters, `[start, end)`, of a decoded source or of a clean text."""

    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.start}-{self.end}"


Spans = tuple[Span, ...]
"""Spans in reading order that do not overlap."""

_WHITESPACE_RUN = re.compile(r"\s+")


def sha256(data: bytes) -> str:
    """The SHA-256 of `data`, hexadecimal: how sources, paragraphs and outputs are known by their content."""
    return hashlib.sha256(data).hexdigest()


def covered_text(source_text: str, spans: Iterable[Span]) -> str:
    """The text of `source_text` at `spans`, joined without anything between."""
    return "".join(source_text[start:end] for start, end in spans)


def without_whitespace(text: str) -> str:
    """`text` without any white space: how clean text and source text are compared."""
    return _WHITESPACE_RUN.sub("", text)


@dataclass(frozen=True, slots=True)
class MappedText:
    """Clean text whose every character knows its offset in the decoded source.

    Attributes:
        text: the characters.
        origins: for each character its offset in the source, strictly rising. A character that a cleaner put in
            (the space for a line end) has the offset of what it stands for.
    """

    text: str
    origins: Sequence[int]

    def __post_init__(self) -> None:
        if len(self.text) != len(self.origins):
            raise ValueError(f"{len(self.text)} characters with {len(self.origins)} origins")

    @classmethod
    def of(cls, source_text: str, start: int = 0, end: int | None = None) -> MappedText:
        """The part `[start, end)` of a decoded source, unchanged."""
        stop = len(source_text) if end is None else end
        return cls(source_text[start:stop], range(start, stop))

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return bool(self.text)

    def slice(self, start: int, end: int | None = None) -> MappedText:
        """The characters `[start, end)`, with their origins."""
        return MappedText(self.text[start:end], self.origins[start:end])

    def without(self, ranges: Iterable[tuple[int, int]]) -> MappedText:
        """This text without the given ranges of its own characters (marks, noise)."""
        kept, position = [], 0
        for start, end in sorted(ranges):
            kept.append(self.slice(position, max(position, start)))
            position = max(position, end)
        kept.append(self.slice(position))
        return concatenate(kept)

    def collapsed(self) -> MappedText:
        """This text with each run of white space as one space, and none at the ends."""
        parts: list[MappedText] = []
        position = 0
        for run in _WHITESPACE_RUN.finditer(self.text):
            inside = run.start() > 0 and run.end() < len(self.text)
            if inside and run[0] == " ":
                continue
            parts.append(self.slice(position, run.start()))
            if inside:
                parts.append(MappedText(" ", (self.origins[run.start()],)))
            position = run.end()
        return concatenate([*parts, self.slice(position)]) if parts else self

    def spans(self, source_text: str) -> Spans:
        """The spans of the source that these characters come from.

        Neighbours that only white space separates in `source_text` become one span, so that a paragraph of joined
        lines is one span and a footnote in its midst makes two.
        """
        found: list[list[int]] = []
        for character, origin in zip(self.text, self.origins, strict=True):
            if character.isspace():
                continue
            if found and (origin == found[-1][1] or source_text[found[-1][1] : origin].isspace()):
                found[-1][1] = origin + 1
            else:
                found.append([origin, origin + 1])
        return tuple(Span(start, end) for start, end in found)


def concatenate(parts: Iterable[MappedText]) -> MappedText:
    """The parts behind one another, nothing between them."""
    texts: list[str] = []
    origins: list[int] = []
    for part in parts:
        texts.append(part.text)
        origins.extend(part.origins)
    return MappedText("".join(texts), origins)
