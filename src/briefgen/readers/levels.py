"""Levels of headings: each heading belongs to a class, and the classes of a text nest in a fixed order.

The level of a heading is the number of headings of higher classes that it stands under, plus one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from .blocks import Block
from .lexicon import words
from .patterns import EXCHANGE, PARTY

HeadingClass = Literal["part", "listed", "party", "section", "subsection", "exchange", "emphasised", "plain"]

_ORDER: tuple[HeadingClass, ...] = (
    "part", "listed", "party", "section", "subsection", "exchange", "emphasised", "plain",
)  # fmt: skip
"""From the highest to the lowest. `part`: `Thema 4 | …`, `I …`; `listed`: in the contents; `party`: the questions of a
party; `section`: `2. …`; `subsection`: `2.3 …`; `exchange`: an answer or a recommendation among questions."""

# The number of a section: `1.`, `2.3`, `A.`.
NUMBERING = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})*|[A-Z](?=[.)]))[.)]?\s+(?=[A-Z‘'“\"«(’])")

# A Roman number before a title: `II Antwoord van de minister`.
ROMAN = re.compile(r"(?:X{0,2}(?:IX|IV|V?I{1,3}|V|X))\.?\s+(?=[A-Z])")

# A numbered part by its word: `Thema 4 | Dilemma's`, `Aanbeveling II.: …`, `BIJLAGE: …`.
PART = re.compile(
    r"(?P<word>[A-Za-zÀ-ÿ]+)(?:\s+(?:\d{1,2}|[IVX]{1,5}|[A-Z])(?=[\s.:|]|$)(?!\s+(?:van|tot|en)\b)|\s*[|:]\s)"
)

# A part that a rule sets off: `Inleiding | Op zoek naar …`.
RULED = re.compile(r"[^|.]{3,40}\s\|\s\S")

DEEPEST_MARKDOWN = 6
"""The most signs of a heading in Markdown: headings without signs are lower than any of those."""

RECURRING = 3
"""How many headings begin with the same word when each part has a section of that kind."""


def is_part(text: str) -> bool:
    """Whether a heading numbers or sets off a part of the document: `Thema 4 | Uitbreiding`."""
    return bool(RULED.match(text)) or _first_word_in(text, "parts")


def is_division(text: str) -> bool:
    """Whether a heading numbers a division by its word: `Aanbeveling II.: …`."""
    return _first_word_in(text, "divisions")


def is_numbered(text: str) -> bool:
    """Whether a line begins with the number of a part, a division or a section."""
    return is_part(text) or is_division(text) or bool(ROMAN.match(text) or NUMBERING.match(text))


def _first_word_in(text: str, name: str) -> bool:
    match = PART.match(text)
    return match is not None and match["word"].casefold() in words(name)


def with_levels(blocks: Sequence[Block], contents: frozenset[str]) -> list[Block]:
    """The blocks, their headings with levels from 1."""
    headings = [block for block in blocks if block.role == "heading"]
    recurring = _recurring(headings)
    numbered = any(NUMBERING.match(block.content) and block.content.casefold() in contents for block in headings)
    with_parties = any(PARTY.fullmatch(block.content) for block in headings)
    result: list[Block] = []
    ranks: list[int] = []
    for block in blocks:
        if block.role != "heading":
            result.append(block)
            continue
        name = _class(block, contents, recurring, with_parties=with_parties, numbered=numbered)
        rank = block.depth or DEEPEST_MARKDOWN + _ORDER.index(name)
        while ranks and ranks[-1] >= rank:
            ranks.pop()
        ranks.append(rank)
        result.append(replace(block, level=len(ranks)))
    return result


def _class(
    block: Block, contents: frozenset[str], recurring: frozenset[str], *, with_parties: bool, numbered: bool
) -> HeadingClass:
    """The class of a heading.

    Args:
        block: the heading.
        contents: the titles that the table of contents names, in lower case.
        recurring: first words of headings that each part has.
        with_parties: the text has headings of parties.
        numbered: the contents list numbered sections, which unnumbered titles then stand beside or below.
    """
    text = block.content
    numbering = NUMBERING.match(text)
    depth = numbering["number"].count(".") if numbering else 0
    is_matter = text.casefold() in words("matter")
    tests: tuple[tuple[HeadingClass, object], ...] = (
        ("exchange", with_parties and (EXCHANGE.match(text) or is_division(text))),
        ("party", EXCHANGE.match(text)),
        ("party", PARTY.fullmatch(text)),
        ("part", ROMAN.match(text)),
        ("section", numbered and (is_matter or (numbering and not depth))),
        ("subsection", numbered and depth),
        ("part", is_part(text) or text.casefold() in words("contents")),
        ("listed", not numbered and (text.casefold() in contents or text.split()[0] in recurring)),
        ("subsection", depth),
        ("section", numbering or is_division(text)),
        ("emphasised", block.emphasised),
    )
    return next((name for name, holds in tests if holds), "plain")


def _recurring(headings: Sequence[Block]) -> frozenset[str]:
    """The first words of headings of which each part has one, where the text has parts."""
    parts = sum(is_part(block.content) for block in headings)
    counts = Counter(
        block.content.split()[0]
        for block in headings
        if len(block.content.split()[0]) > 6 and not is_part(block.content)
    )
    return frozenset(word for word, count in counts.items() if parts >= RECURRING and count >= RECURRING)
