"""Who wrote: signatures of letters and bylines of articles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .blocks import Block
from .dates import DATE_LINE
from .joining import joined
from .lexicon import starts, words

# A line that says who wrote what follows: `Expert View door Ben Crum (hoogleraar …)`, `Door Koen Aartsma`.
BYLINE = re.compile(
    r"(?:[A-Z]\w+\s+){0,3}(?:[Dd]oor|[Bb]y|[Aa]uteurs?:|Tekst:)\s+(?:[A-Z]|\w+\s(?:van|de|der)\b)[^.?!:]*(?:\(|$)"
)

# A name that signs: initials, titles or given names and a surname: `T.B.W. Berendsen`, `drs. M. de Vries`, `Klaver`.
NAME = re.compile(
    r"(?:(?:dr|mr|drs|ir|ing|prof)\.\s*)*(?:(?:[A-Z][a-z]?\.\s?)+|(?:[A-Z][\w’'-]+\s){1,2})?"
    r"(?:(?:van|de|der|den|ten|ter|het|’t|von|la|el|Ten|Van|De)\s){0,3}[A-Z][\w’'-]+"
    r"(?:[\s-]+(?:(?:van|de|der|den|ten|ter)\s)?[A-Z][\w’'-]+){0,3}"
)

# A name that begins with initials, which no heading does.
INITIALLED_NAME = re.compile(rf"(?=(?:[A-Z]\.)+\s?[\w’']){NAME.pattern}")

# What stands between the names of a list.
BETWEEN_NAMES = re.compile(r",\s+|\s+(?:en|&|and)\s+")

LONGEST_BYLINE = 400
LONGEST_SIGNATURE = 160


def is_byline(text: str) -> bool:
    """Whether a block says who wrote what follows."""
    return len(text) <= LONGEST_BYLINE and bool(BYLINE.match(text))


def role_and_name(signature: str) -> tuple[str | None, str]:
    """The role (`minister van Buitenlandse Zaken`) and the name of a signature."""
    role, _, name = signature.rpartition(", ")
    if not role and (initials := re.search(r"\s(?=(?:[A-Z]\.)+\s?\w)", signature)):
        role, name = signature[: initials.start()], signature[initials.end() :]
    return re.sub(r"^(?:[Dd]e|[Hh]et)\s+", "", role) or None, name


def with_signatures(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with each signature (role lines and the name) as one block."""
    result: list[Block] = []
    index = 0
    while index < len(blocks):
        length = _signature_length(blocks, index)
        result.append(_merged(blocks[index : index + length]) if length else blocks[index])
        index += max(length, 1)
    return result


def _signature_length(blocks: Sequence[Block], index: int) -> int:
    """The number of blocks of the signature that begins here; 0 when none does."""
    text = blocks[index].content
    if len(text) > LONGEST_SIGNATURE:
        return 0
    if text.strip(" ,.").casefold() in words("closings"):
        return 1
    if not text.casefold().startswith(starts("roles")):
        return _dated_names(blocks, index)
    return 1 if _ends_with_name(text) else _role_length(blocks, index)


def _role_length(blocks: Sequence[Block], index: int) -> int:
    """The number of blocks of a signature whose first block is a role: with the name, or alone above another role."""
    text = blocks[index].content
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if following is None or following.label or text.endswith((".", ":", "?")):
        return 0
    if text.endswith(",") and following.content.casefold().startswith(starts("roles")):
        return 1
    name = NAME if text.endswith(",") else INITIALLED_NAME
    return 2 if name.fullmatch(following.content) else 0


def _ends_with_name(text: str) -> bool:
    role, _, name = text.rpartition(", ")
    return bool(role) and bool(NAME.fullmatch(name))


def _dated_names(blocks: Sequence[Block], index: int) -> int:
    """2 when the block holds nothing but names and the next line is a date."""
    if index + 1 >= len(blocks):
        return 0
    names, date = blocks[index], blocks[index + 1]
    is_dated = not date.gap and not date.label and DATE_LINE.fullmatch(date.content)
    return 2 if is_dated and all(NAME.fullmatch(part) for part in BETWEEN_NAMES.split(names.content)) else 0


def _merged(blocks: Sequence[Block]) -> Block:
    return replace(blocks[0], text=joined([block.text for block in blocks]).collapsed(), role="signature")
