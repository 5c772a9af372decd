"""The text layer of a tree: all its text in document order, and where in it each element stands.

White space in markup is no text: every run of it is one space, and a block stands on a line of its own. The spans of a
document that was read from HTML or XML count in this layer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from lxml import etree

from ...provenance import MappedText
from .parsing import Element, local_name

# White space, or a word.
TOKEN = re.compile(r"(?P<space>\s+)|\S+")

CLOSING = (".", ",", ";", ":", "!", "?", ")", "]", "»")
OPENING = ("(", "[", "«")
"""Signs before and behind which white space with a line end in it is no space: it comes from indented markup."""

Range = tuple[int, int]
"""Start and end in the text layer."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """How a vocabulary of elements flows.

    Attributes:
        is_block: whether an element of this name stands on lines of its own.
        skipped: names of elements whose content nobody reads.
        breaks: names of elements that end a line.
        apart: names of elements that stand inside a paragraph and are no part of it: notes.
        is_spaced: whether an element in a line is a word of its own, with or without white space around it.
        announced: what a style prints before the text of an element; on a line of its own with a line end behind it.
    """

    is_block: Callable[[str], bool]
    skipped: frozenset[str] = frozenset()
    breaks: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    is_spaced: Callable[[Element], bool] = lambda _: False
    announced: Callable[[Element], str] = lambda _: ""


@dataclass(frozen=True, slots=True)
class Run:
    """Text between two edges of blocks: a paragraph, a heading, a cell, or a part of one.

    Attributes:
        start: offset of its first character in the layer.
        end: offset behind its last.
        owner: the innermost block that it stands in.
    """

    start: int
    end: int
    owner: Element


@dataclass(frozen=True, slots=True)
class Layer:
    """The text of a tree, its runs in reading order, and the range of each element."""

    text: str
    runs: tuple[Run, ...]
    ranges: Mapping[Element, Range]

    def piece(self, start: int, end: int, cuts: Iterable[Range] = ()) -> MappedText:
        """The characters `[start, end)` without some ranges of the layer, white space collapsed."""
        inside = ((max(first, start) - start, min(last, end) - start) for first, last in cuts if last > start)
        return MappedText.of(self.text, start, end).without(pair for pair in inside if pair[0] < pair[1]).collapsed()

    def content(self, element: Element) -> str:
        """The text of an element, white space collapsed; empty for one that is skipped."""
        return " ".join(self.text[slice(*self.ranges.get(element, (0, 0)))].split())


def layer_of(root: Element, grammar: Grammar) -> Layer:
    """The text layer of a tree.

    Args:
        root: its uppermost element.
        grammar: of its vocabulary.
    """
    writer = _Writer(grammar, root)
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start" and local_name(element) in grammar.skipped:
            walk.skip_subtree()
            writer.skipped.add(element)
        elif event == "start":
            writer.open(element)
        elif event == "end" and element not in writer.skipped:
            writer.close(element)
        if event != "start" and element is not root:
            writer.write(element.tail or "")
    writer.end_run()
    return Layer("".join(writer.parts), tuple(writer.runs), writer.ranges)


class _Writer:
    """The layer while the walk is under way."""

    def __init__(self, grammar: Grammar, root: Element) -> None:
        self.grammar = grammar
        self.parts: list[str] = []
        self.length = 0
        self.runs: list[Run] = []
        self.ranges: dict[Element, Range] = {}
        self.skipped: set[Element] = set()
        self.blocks = [root]
        self.run_start = 0
        self.space = ""  # white space that was met and not written yet
        self.apart: list[str] = []  # for each open element apart, the white space before it

    def open(self, element: Element) -> None:
        name = local_name(element)
        if name in self.grammar.apart:
            self._put("\n")
            self.apart.append("\n" if self.space else "")
            self.space = ""
            self.ranges[element] = (self.length - 1, self.length)
        else:
            if self.grammar.is_block(name):
                self.end_run()
                if not self.apart:
                    self.blocks.append(element)
            elif self.grammar.is_spaced(element):
                self.space = self.space or "\n"
            self.ranges[element] = (self.length, self.length)
        self._announce(self.grammar.announced(element))
        self.write(element.text or "")

    def close(self, element: Element) -> None:
        name = local_name(element)
        start = self.ranges[element][0]
        if name in self.grammar.apart:
            self._put("\n")
            self.space = self.apart.pop()
        elif name in self.grammar.breaks:
            self._break()
        elif self.grammar.is_block(name):
            self.end_run()
            if not self.apart and len(self.blocks) > 1:
                self.blocks.pop()
        elif self.grammar.is_spaced(element):
            self.space = self.space or "\n"
        self.ranges[element] = (start, self.length)

    def write(self, text: str) -> None:
        for match in TOKEN.finditer(text):
            if match["space"]:
                self.space = "\n" if "\n" in match[0] and self.space != " " else " "
            else:
                self._word(match[0])

    def _announce(self, text: str) -> None:
        self.write(text)
        if text.endswith("\n"):
            self.end_run()

    def end_run(self) -> None:
        """End the line, and the run unless it goes on behind an element apart."""
        self.space = ""
        if self.apart:
            if self.parts and not self.parts[-1].endswith("\n"):
                self._put("\n")
        elif self.length > self.run_start:
            self.runs.append(Run(self.run_start, self.length, self.blocks[-1]))
            self._put("\n")
            self.run_start = self.length

    def _break(self) -> None:
        """End the line inside a run; a second time, the run."""
        if self.length > self.run_start and self.parts[-1] == "\n":
            self.end_run()
        elif self.length > self.run_start:
            self._put("\n")
        self.space = ""

    def _word(self, word: str) -> None:
        before = self.parts[-1] if self.length > self.run_start else "\n"
        is_apart = self.space == "\n" and (word.startswith(CLOSING) or before.endswith(OPENING))
        if self.space and not before.endswith("\n") and not is_apart:
            self._put(" ")
        self._put(word)
        self.space = ""

    def _put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)
