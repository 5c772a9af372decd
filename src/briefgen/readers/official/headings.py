"""Headings of the schema and their ranks: the lower the rank, the higher the heading."""

from __future__ import annotations

from ..levels import NUMBERING
from ..trees.parsing import Element, local_name
from .vocabulary import STRUCTURE, enclosing

ITEM = 1
PART = 2
EXCHANGE = 30
SUBHEADING = 40
EMPHASISED = 50
SPEAKER = 60
MOTION = 70
"""Ranks: of an agenda item, the outermost part of a paper, the number of a question or an answer, a `tussenkop`, an
emphasised line, a speaker, and a motion in his speech. Parts inside parts have the ranks between."""

_TYPOGRAPHY = ("vet", "vetcur", "cur", "rom")
"""How a `tussenkop` is set, the highest first."""


def heading_rank(owner: Element, text: str) -> int:
    """The rank of the heading that a block is, or 0 for a block that is none.

    Args:
        owner: the innermost block that the text stands in.
        text: of the line.
    """
    name = local_name(owner)
    if name in ("item-titel", "hoofditem-titel"):
        return ITEM
    if name == "spreker":
        return SPEAKER
    if name == "tussenkop":
        return SUBHEADING + _typography(owner.get("kopopmaak", "vet"))
    if name in ("vraag", "antwoord") and len(text) <= MOST_OF_NUMBER:
        return EXCHANGE
    kop = enclosing(owner, ("kop",))
    return _rank_of_part(kop, text) if kop is not None else 0


MOST_OF_NUMBER = 30
"""The most characters of the line that numbers a question or an answer: `Vraag 4, 5 en 6`."""


def _rank_of_part(kop: Element, text: str) -> int:
    """The rank of a `kop`, by the parts around it; a number such as 2.1 ranks it below 2 also beside it."""
    around = [local_name(element) for element in kop.iterancestors()]
    if around[:1] == ["motie"]:
        return MOTION
    if around[:1] in (["vraag"], ["antwoord"]):
        return EXCHANGE
    depth = sum(name in STRUCTURE for name in around)
    numbering = NUMBERING.match(text)
    dots = numbering["number"].count(".") + 1 if numbering else 0
    return PART + max(depth, dots, 1) - 1


def _typography(name: str) -> int:
    return _TYPOGRAPHY.index(name) if name in _TYPOGRAPHY else len(_TYPOGRAPHY)
