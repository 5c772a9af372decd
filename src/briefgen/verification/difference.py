"""The difference between two texts, short enough for a message, and the passage that a changed quotation came from."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from rapidfuzz.distance import Postfix, Prefix
from rapidfuzz.fuzz import partial_ratio_alignment, ratio

from ..sentences import sentences

CONTEXT = 30
"""Characters that are shown on each side of a difference."""

LONGEST = 160
"""Characters of a difference that are shown; the midst of a longer one is left out."""

LONGEST_RUN = 4
"""Sentences that one quotation has at most."""


class Difference(NamedTuple):
    """The same place in two texts, the part that differs in brackets."""

    expected: str
    found: str


def difference(expected: str, found: str) -> Difference:
    """What differs between two texts: `… wil de [la]sten verlagen …` and `… wil de [ko]sten verlagen …`.

    What was only added or only taken away is shown with the word that it belongs to or stands before, so that there is
    something between the brackets on both sides. Characters that look like others or cannot be seen are shown with
    their code point.
    """
    start = Prefix.similarity(expected, found)
    tail = Postfix.similarity(expected[start:], found[start:])
    if start + tail == min(len(expected), len(found)):
        start, tail = _to_words(expected, start, tail)
    return Difference(_shown(expected, start, tail), _shown(found, start, tail))


def nearest_passage(quotation: str, text: str) -> str:
    """The part of `text` that a changed quotation most likely was: whole sentences, or a part of one."""
    spans = [sentence.span for sentence in sentences(text)]
    runs = [
        text[first.start : last.end] for index, first in enumerate(spans) for last in spans[index : index + LONGEST_RUN]
    ]
    part = partial_ratio_alignment(quotation, text) if len(quotation) <= len(text) else None
    if part is not None:
        runs.append(text[part.dest_start : part.dest_end])
    return max(runs, key=lambda run: ratio(quotation, run), default=text)


def shortened(text: str) -> str:
    """The begin of a text, so much as a message shows."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


def _to_words(text: str, start: int, tail: int) -> tuple[int, int]:
    """The same part of a text without the begin and the end of words: how much is alike before it and behind it."""
    while start and not text[start - 1].isspace():
        start -= 1
    while tail and not text[len(text) - tail].isspace():
        tail -= 1
    return start, tail


def _shown(text: str, start: int, tail: int) -> str:
    end = len(text) - tail
    before, after, changed = text[:start], text[end:], text[start:end]
    if len(changed) > LONGEST:
        changed = f"{changed[: LONGEST // 2]} … {changed[-LONGEST // 2 :]}"
    visible = "".join(_visible(character) for character in changed)
    return f"{last_words(before)}[{visible}]{_first_words(after)}"


def last_words(text: str, length: int = CONTEXT) -> str:
    """The end of a text, cut at a space where there is one.

    Args:
        text: any.
        length: in characters; a text that is no longer is given whole.
    """
    if len(text) <= length:
        return text
    end = text[-length:]
    return "… " + (end.partition(" ")[2] or end)


def _first_words(text: str) -> str:
    """The beginning of a text, cut at a space where there is one."""
    if len(text) <= CONTEXT:
        return text
    start = text[:CONTEXT]
    return (start.rpartition(" ")[0] or start) + " …"


def _visible(character: str) -> str:
    """A character as it is, or with its code point when the eye may take it for another one."""
    if character.isascii() and character.isprintable():
        return character
    name = unicodedata.name(character, "")
    if name.startswith("LATIN ") and character.isprintable():
        return character
    point = f"U+{ord(character):04X}"
    return f"{character} ({point})" if character.isprintable() and not character.isspace() else point
