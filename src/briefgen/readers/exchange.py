"""Questions and answers: which paragraphs of a written consultation ask, and which answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from .blocks import Block
from .patterns import EXCHANGE, PARTY

ExchangeKind = Literal["question", "answer"]

# The members of a party as speakers: `De leden van de D66-fractie`, `Deze leden`, `de aan het woord zijnde leden`.
SPEAKERS = re.compile(
    r"\b[Dd]e leden van (?:de )?\S+?-?fractie\b|\b[Dd]eze leden\b|\b(?:aan het woord zijnde|voor(?:ge)?noemde) leden\b"
)

# What makes a paragraph of a party a question: a question mark, or a verb of asking; `enkele vragen` are none.
ASKING = re.compile(
    r"\?|(?<!\baantal )(?<!\benkele )(?<!\benige )(?<!\bnog )(?<!\bhebben )\bvr(?:aagt|agen)\b(?! en opmerkingen)"
    r"|\bzijn benieuwd\b|\bvernemen graag\b|\bverzoeken\b|\bwillen weten\b"
)


def with_exchange(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, the prose under answer labels and parties marked as asking or answering."""
    result: list[Block] = []
    kind: ExchangeKind | None = None
    for index, block in enumerate(blocks):
        if block.role == "heading":
            kind = _kind_under(block, kind)
        elif kind == "answer" and result[-1].role != "heading" and _asks_again(blocks, index):
            kind = "question"
        result.append(replace(block, kind=_kind(blocks, index, kind)) if kind and block.role == "prose" else block)
    return result


def _kind_under(heading: Block, kind: ExchangeKind | None) -> ExchangeKind | None:
    """What the prose under a heading does."""
    if PARTY.fullmatch(heading.content):
        return "question"
    if EXCHANGE.match(heading.content):
        return "answer" if "ntwoord" in heading.content else "question"
    return "question" if kind and heading.level > 1 else None


def _asks_again(blocks: Sequence[Block], index: int) -> bool:
    """Whether a party speaks again below an answer, or the block before the next answer label asks."""
    text = blocks[index].content
    return bool(SPEAKERS.search(text)) or (_precedes_answer(blocks, index) and text.endswith("?"))


def _precedes_answer(blocks: Sequence[Block], index: int) -> bool:
    """Whether the label of an answer follows directly."""
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    return following is not None and following.role == "heading" and bool(EXCHANGE.match(following.content))


def _kind(blocks: Sequence[Block], index: int, kind: ExchangeKind) -> ExchangeKind | None:
    """The kind of a block; what a party says without asking, and no answer takes up, has none."""
    asks = ASKING.search(blocks[index].content) or _precedes_answer(blocks, index)
    return kind if kind == "answer" or asks else None
