"""Joining lines to one text: the space or hyphen at a line end, and whether a text goes on after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import repeat

from ..provenance import MappedText, concatenate
from .lexicon import abbreviations, words
from .lines import Line

# The end of a sentence: a stop, perhaps with closing quotes or brackets behind it.
SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$|\.\.\.$")

# A word broken at a line end: a letter or figure before the hyphen.
BROKEN_WORD = re.compile(r"[\w%][-‐‑\u00ad]$")

# The end of a line inside an address of the web.
OPEN_ADDRESS = re.compile(r"(?:https?://|www\.)\S*$")

# The start of a line that goes on with an address: no space before a slash, hyphen or dot with more behind it.
ADDRESS_REST = re.compile(r"[\w%~.-]*[/=&?#_~-][\w/%=&?#.~_-]*|[\w-]+\.\w{2,4}(?:/\S*)?(?=\s|$)")

# The start of a line inside a sentence: a small letter, a closing sign, or an opening one before a small letter.
INSIDE_SENTENCE = re.compile(r"[\"'“‘«(]?[a-zà-öø-ÿ]|[,;)»”]|[.:](?:\s|$)")

# The stop of a sentence at the start of a line, behind a mark that a converter gave a line end.
LOOSE_STOP = re.compile(r"[.,;:](?:\s|$)")


def joined_lines(lines: Sequence[Line]) -> MappedText:
    """The lines of one paragraph as one text."""
    return joined([line.text for line in lines], [line.broken for line in lines])


def joined(parts: Sequence[MappedText], broken: Sequence[bool] = ()) -> MappedText:
    """The parts of one paragraph as one text.

    A line end is a space; none stands behind the hyphen of a compound (`Euro-` / `Atlantische`) or inside an address,
    one does behind the hyphen of an ellipsis (`lage-` / `en middeninkomens`).

    Args:
        parts: in reading order.
        broken: for each part whether its last word goes on in the next one.
    """
    pieces: list[MappedText] = []
    before, is_broken = "", False
    for part, breaks in zip(parts, broken or repeat(False), strict=False):
        if not part:
            continue
        if pieces and not is_broken and not _is_glued(before, part.text):
            pieces.append(MappedText(" ", (part.origins[0],)))
        pieces.append(part)
        before, is_broken = part.text, breaks
    return concatenate(pieces)


def _is_glued(before: str, after: str) -> bool:
    """Whether nothing stands between a line and the next."""
    if LOOSE_STOP.match(after):
        return True
    if BROKEN_WORD.search(before):
        return after.split(maxsplit=1)[0].casefold() not in words("conjunctions")
    if OPEN_ADDRESS.search(before):
        return bool(ADDRESS_REST.match(after)) and not SENTENCE_END.search(before)
    return False


def ends_sentence(text: str) -> bool:
    """Whether a text ends with a stop that is not the one of an abbreviation."""
    return bool(SENTENCE_END.search(text)) and text.rsplit(maxsplit=1)[-1].casefold() not in abbreviations()


def ends_unfinished(text: str) -> bool:
    """Whether a text surely goes on elsewhere: it ends with a comma, a hyphen, or a word that ends no sentence."""
    last = text.rsplit(maxsplit=1)[-1].casefold() if text.split() else ""
    return text.endswith((",", "&", "(")) or bool(BROKEN_WORD.search(text)) or last in words("unfinished")


def starts_inside_sentence(text: str) -> bool:
    """Whether a text begins in the middle of a sentence."""
    return bool(INSIDE_SENTENCE.match(text))
