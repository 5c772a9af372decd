"""The blocks of a template for HTML: a tag without its end, an end without its beginning, and half a tag.

Jinja tells one such fault and reads no further. Here all of them are found, each at its own tag, and the text is mended
so that everything else in it can be judged as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import NamedTuple

from ..errors import TemplateError

# A remark, or a tag up to its end or to where another one begins: `{# … #}`, `{{ title }}`, `{% if a `.
PIECE = re.compile(
    r"\{#.*?#\}|\{(?P<sign>[{%])(?P<words>(?:(?!\{[{%#]|[}%]\}).)*)(?P<end>[}%]\})?",
    re.DOTALL,
)

# The keyword of a statement: `{%- endfor %}`, `{% for x in y %}`.
KEYWORD = re.compile(r"[-+]?\s*(?P<keyword>\w+)")

# An assignment of one value, which has no end: `{% set first = chapters[0] %}`.
ASSIGNED = re.compile(r"[-+]?\s*set\b[^=]*=")

# What other languages write for `elif`: `{% else if gaps %}`.
ELSE_IF = re.compile(r"[-+]?\s*else\s*if\b")

# Where a half tag was meant to end: at a single brace, or else with its line.
MEANT_END = re.compile(r"\}|$", re.MULTILINE)

BLOCKS = frozenset({"for", "if", "macro", "call", "filter", "set", "with", "autoescape"})

STATEMENTS = (*sorted(BLOCKS), *(f"end{name}" for name in sorted(BLOCKS)), "else", "elif")
"""What a statement of a brief may begin with."""

OF_JINJA = frozenset({*STATEMENTS, "block", "endblock", "do", "extends", "from", "import", "include", "raw", "endraw"})

ENDS = {"{": "}}", "%": "%}"}


class _Opened(NamedTuple):
    """A block that is open: its keyword, the place of its tag, and the tag."""

    keyword: str
    start: int
    tag: str


class _Edit(NamedTuple):
    """What stands in for a part of the text once it is mended."""

    start: int
    end: int
    text: str


def whole_blocks(text: str, file: str) -> tuple[str, tuple[TemplateError, ...]]:
    """A template whose blocks all begin and end, and what was wrong with them.

    Args:
        text: the template.
        file: its name as the user knows it.

    Returns:
        The mended text, of as many lines; and the faults, half tags first.
    """
    mended, halves = _whole_tags(text, file)
    reading = _Reading(mended, file)
    if any(fault.details["name"] == "macro" for fault in reading.faults):
        reading = _Reading(mended, file, nested=False)
    for edit in sorted(reading.edits, key=lambda edit: edit.start)[::-1]:
        mended = mended[: edit.start] + edit.text + mended[edit.end :]
    return mended, (*halves, *reading.faults)


def _whole_tags(text: str, file: str) -> tuple[str, list[TemplateError]]:
    """The text with an end for each tag that has none."""
    faults: list[TemplateError] = []
    place = 0
    while (match := PIECE.search(text, place)) is not None:
        place = match.end()
        if match["sign"] and match["end"] != ENDS[match["sign"]]:
            meant = MEANT_END.search(text, match.start() + 2)
            stop, after = (meant.start(), meant.end()) if meant else (len(text), len(text))
            where, half = _where(file, text, match.start()), text[match.start() : after].strip()
            faults.append(TemplateError("template-half-tag", file=where, place=half, name=ENDS[match["sign"]]))
            whole = f"{text[match.start() : stop].rstrip()} {ENDS[match['sign']]}"
            text, place = text[: match.start()] + whole + text[after:], match.start() + len(whole)
    return text, faults


@dataclass(slots=True)
class _Reading:
    """Reads the statements of a text with whole tags, and notes what makes its blocks whole.

    Attributes:
        nested: whether a macro may stand in another block; else it ends all that are open.
    """

    text: str
    file: str
    nested: bool = True
    opened: list[_Opened] = field(default_factory=list)
    edits: list[_Edit] = field(default_factory=list)
    faults: list[TemplateError] = field(default_factory=list)

    def __post_init__(self) -> None:
        for written, match in _statements(self.text):
            keyword = self._meant(written, match)
            if keyword in BLOCKS:
                if keyword == "macro" and not self.nested:
                    self._close(0, match.start())
                self.opened.append(_Opened(keyword, match.start(), match[0]))
            elif keyword.startswith("end") and keyword[3:] in BLOCKS:
                self._end(keyword[3:], match)
        self._close(0, len(self.text))

    def _meant(self, written: str, match: re.Match[str]) -> str:
        """The keyword of a statement; in place of one that does not exist the nearest that does, which is told."""
        if ELSE_IF.match(match["words"]):
            self._tell("template-else-if", match.start(), match[0], written)
            self.edits.append(_Edit(match.start(), match.end(), "{% elif true %}"))
            return "elif"
        near = [] if written in OF_JINJA else get_close_matches(written, STATEMENTS, n=1)
        if not near:
            return written
        start = match.start() + match[0].index(written)
        self._tell("word-unknown-statement", match.start(), match[0], written)
        self.edits.append(_Edit(start, start + len(written), near[0]))
        return near[0]

    def _end(self, keyword: str, match: re.Match[str]) -> None:
        """An end: it closes the innermost block of its kind, and those that are still open in it have none."""
        depths = [depth for depth, block in enumerate(self.opened) if block.keyword == keyword]
        if depths:
            self._close(depths[-1] + 1, match.start())
            self.opened.pop()
        else:
            self._tell("template-nothing-to-close", match.start(), match[0], keyword)
            self.edits = [edit for edit in self.edits if edit.start < match.start()]
            self.edits.append(_Edit(match.start(), match.end(), ""))

    def _close(self, depth: int, place: int) -> None:
        """Ends the blocks that are open from a depth on, of which none has an end of its own."""
        for block in reversed(self.opened[depth:]):
            self._tell("template-not-closed", block.start, block.tag, block.keyword)
            self.edits.append(_Edit(place, place, f"{{% end{block.keyword} %}}"))
        del self.opened[depth:]

    def _tell(self, code: str, place: int, tag: str, keyword: str) -> None:
        where, told = _where(self.file, self.text, place), " ".join(tag.split())
        known = STATEMENTS if code == "word-unknown-statement" else ()
        self.faults.append(TemplateError(code, file=where, place=told, name=keyword, known=known))


def _statements(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The statements of a text with their keywords."""
    for match in PIECE.finditer(text):
        keyword = KEYWORD.match(match["words"] or "")
        if match["sign"] == "%" and keyword is not None and not ASSIGNED.match(match["words"]):
            yield keyword["keyword"], match


def _where(file: str, text: str, place: int) -> str:
    line = text.count("\n", 0, place) + 1
    return f"{file}:{line}"
