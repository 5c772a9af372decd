"""Printed tables of contents: titles with the number of their page, behind leaders or at the right edge."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..claims import Claim
from ..lexicon import words
from ..lines import Line, Lines, without_lines

# A line of contents with leaders: `Inleiding ........ 3`, `Inleiding…………3`.
LED = re.compile(r"(?P<title>\S.*?)\s*(?:\.{4,}|…{2,}|(?:\s\.){4,})[\s.…]*(?P<page>\d{1,4})?$")

# A line that ends with the number of a page.
NUMBERED = re.compile(r"(?P<title>\S.*?)\s+(?P<page>\d{1,3})$")

# The number before a title.
NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*|[A-Za-z])[.)]?\s+|[•–-]\s*")

MOSTLY = 0.5
"""The least share of the lines below the word `Inhoud` that end with a number."""


def without_contents(lines: Sequence[Line]) -> tuple[Lines, tuple[Claim, ...], frozenset[str]]:
    """The lines without tables of contents, those, and the titles that they name, in lower case."""
    found = {index for index, line in enumerate(lines) if LED.match(line.text.text)}
    for index, line in enumerate(lines):
        if line.text.text.strip(":").casefold() in words("contents"):
            found |= _below(lines, index)
    claims = tuple(Claim("contents", lines[index].text) for index in sorted(found))
    titles = (_title(lines[index].text.text) for index in found)
    return without_lines(lines, found), claims, frozenset(title for pair in titles for title in pair)


def _below(lines: Sequence[Line], heading: int) -> set[int]:
    """The lines of the contents that a heading stands above: the rest of its page, when most end with a number."""
    page = _page(lines[heading])
    rest = [index for index in range(heading + 1, len(lines)) if _page(lines[index]) == page]
    numbered = [index for index in rest if NUMBERED.match(lines[index].text.text) or LED.match(lines[index].text.text)]
    if len(numbered) < 2 or len(numbered) < MOSTLY * len(rest):
        return set()
    return {heading, *range(heading + 1, numbered[-1] + 1)}


def _page(line: Line) -> int:
    return line.typography.page if line.typography else 0


def _title(text: str) -> tuple[str, str]:
    """The title that a line of contents names, with and without its number."""
    match = LED.match(text) or NUMBERED.match(text)
    title = (match["title"] if match else text).replace("\t", " ").strip().casefold()
    return title, NUMBER.sub("", title, count=1)
