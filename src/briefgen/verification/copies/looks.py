"""How the runs of a Word file look (ECMA-376, part 1, 17.3.2), as far as it changes what they say."""

from __future__ import annotations

import re
from typing import Literal

from ...ooxml import Element, w

Look = Literal[
    "plain",
    "gone",  # hidden or struck out: whoever reads the page takes it for not said
    "raised",  # as the mark of a note
]

GONE = tuple(map(w, ("vanish", "strike", "dstrike")))
OFF = frozenset({"0", "false", "off", "none"})
# The styles of marks of notes in Word and LibreOffice, in English and Dutch: `FootnoteReference`, `Voetnootmarkering`.
NOTE_STYLE = re.compile(r"(?:foot|end)note|(?:voet|eind)noot", re.IGNORECASE)


def look_of(run: Element) -> Look:
    """How a run looks by its own properties; what its styles say besides does not matter.

    Args:
        run: `w:r`.
    """
    properties = run.find(w("rPr"))
    if properties is None:
        return "plain"
    if any(_is_on(properties, name) for name in GONE):
        return "gone"
    raised = _value(properties, w("vertAlign")) == "superscript"
    return "raised" if raised or NOTE_STYLE.search(_value(properties, w("rStyle"))) else "plain"


def _is_on(properties: Element, name: str) -> bool:
    found = properties.find(name)
    return found is not None and found.get(w("val"), "1") not in OFF


def _value(properties: Element, name: str) -> str:
    found = properties.find(name)
    return "" if found is None else found.get(w("val"), "")
