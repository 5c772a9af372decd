"""Pull-quotes: sentences printed large that repeat one of the body, sometimes a little shortened or changed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz.distance import LCSseq

from .blocks import Block
from .lexicon import words
from .patterns import EXCHANGE, PARTY

LEAST_WORDS = 8
MOST_CHARACTERS = 300

REACH = 16
"""How many blocks before and after a pull-quote its sentence may stand."""

LIKENESS = 0.85
"""The least share of its words that stand in the sentence in the same order."""

COVERAGE = 0.6
"""The least share of the sentence that a pull-quote without a verb covers; a heading names a part of a sentence."""

LONGER = 1.2
"""How much longer than the pull-quote a paragraph that holds its sentence is."""

# A word, for comparing.
WORD = re.compile(r"\w+")

# The end of a sentence inside a paragraph.
SENTENCE_BREAK = re.compile(r"(?<=[.!?…:])[\"'”’»)]*\s+")


def with_pull_quotes(blocks: Sequence[Block], contents: frozenset[str]) -> list[Block]:
    """The blocks, with those that repeat a sentence near them as pull-quotes.

    Args:
        blocks: in reading order.
        contents: the titles that the table of contents names, in lower case: no pull-quotes.
    """
    found = list(blocks)
    for index, block in enumerate(blocks):
        if _may_quote(block) and block.content.casefold() not in contents:
            repeated = _repeated(blocks, index)
            if repeated is not None:
                found[index] = replace(block, role="pull_quote", repeats=repeated.start)
    return found


def _may_quote(block: Block) -> bool:
    text = block.content
    return (
        block.role == "prose"
        and not block.label
        and not block.depth
        and not text.endswith((",", ";", ":"))
        and len(text) <= MOST_CHARACTERS
        and len(WORD.findall(text)) >= LEAST_WORDS
        and len(SENTENCE_BREAK.split(text)) == 1
        and not (PARTY.fullmatch(text) or EXCHANGE.match(text))
    )


def _repeated(blocks: Sequence[Block], index: int) -> Block | None:
    """The nearest longer block with a sentence that the block at `index` repeats."""
    quote = WORD.findall(blocks[index].content.casefold())
    for distance in range(1, REACH + 1):
        for other in (index + distance, index - distance):
            if 0 <= other < len(blocks) and _repeats(quote, blocks[index], blocks[other]):
                return blocks[other]
    return None


def _repeats(quote: Sequence[str], block: Block, other: Block) -> bool:
    if other.role != "prose" or len(other.content) < LONGER * len(block.content):
        return False
    body = other.content.casefold()
    if len(set(quote) & set(WORD.findall(body))) < LIKENESS * len(set(quote)):
        return False
    has_verb = not words("verbs").isdisjoint(WORD.findall(block.content))
    most = len(quote) / COVERAGE
    return any(
        LCSseq.similarity(quote, sentence) >= LIKENESS * len(quote) and (has_verb or len(sentence) <= most)
        for sentence in map(WORD.findall, SENTENCE_BREAK.split(body))
    )
