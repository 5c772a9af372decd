"""How texts of an export and texts of an annotation are compared: folded, by containment or by likeness."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

# Signs that printers choose freely, and the one sign that they all count as; a soft hyphen counts as nothing.
ONE_SIGN = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "\u00a0": " ", "\u00ad": ""}
)
EMPHASIS = "*"
WHITESPACE_RUN = re.compile(r"\s+")

LEAST_OVERLAP = 20
"""The fewest characters that a contained text must have to mean something."""


def fold(text: str | None) -> str:
    """`text` as compared: composed (NFC), one kind of quote and dash, no emphasis signs, single spaces."""
    composed = unicodedata.normalize("NFC", text or "").translate(ONE_SIGN).replace(EMPHASIS, "")
    return WHITESPACE_RUN.sub(" ", composed).strip()


def unspaced(text: str) -> str:
    """`text`, folded, without any white space."""
    return WHITESPACE_RUN.sub("", fold(text))


def overlaps(one: str, other: str, least: int = LEAST_OVERLAP) -> bool:
    """Whether one text holds the other, the shorter one being at least `least` characters long; folds both."""
    return folded_overlap(fold(one), fold(other), least)


def folded_overlap(one: str, other: str, least: int = LEAST_OVERLAP) -> bool:
    """`overlaps` for texts that are folded already."""
    if one == other:
        return True
    return min(len(one), len(other)) >= least and (one in other or other in one)


def alike(one: str, other: str, least: float) -> bool:
    """Whether the likeness of two texts is at least `least`, between 0 and 1 (Ratcliff and Obershelp); folds both."""
    return folded_alike(fold(one), fold(other), least)


def folded_alike(one: str, other: str, least: float) -> bool:
    """`alike` for texts that are folded already."""
    if one == other:
        return least <= 1
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    # The two quick ratios are upper bounds of the ratio.
    return matcher.real_quick_ratio() >= least and matcher.quick_ratio() >= least and matcher.ratio() >= least
