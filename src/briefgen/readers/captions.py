"""Captions of pictures, figures and tables, with their credit."""

from __future__ import annotations

import re

# The credit of a picture: `© Reuters`, `(Foto: ANP)`.
CREDIT = re.compile(
    r"©\s?\S|\((?:foto|beeld|photo|illustratie|bron|source):[^()]+\)\.?$|\b(?:Foto|Beeld|Photo):\s+\S.*$", re.I
)

_KIND = r"(?:Figuur|Tabel|Afbeelding|Foto|Grafiek|Kaart|Figure|Table|Chart|Map|Box|Kader)"

# The number of a figure at the start: `Figuur 3. Uitgaven naar land`, `Tabel 2 Uitgaven naar land`.
NUMBERED = re.compile(rf"{_KIND}\s+\d+(?:\.\d+)*(?:\s*[.:|–-]\s+\S|\s+(?-i:[A-ZÀ-Þ‘“])[^.?!]*$)", re.I)

# Where the figures of a picture come from: `Bron: Eurostat, 2024.`.
ORIGIN = re.compile(r"(?:Bron(?:nen)?|Source)s?:\s+\S.{0,150}$", re.I)

LONGEST = 350
"""The most characters of a caption."""


def is_caption(text: str) -> bool:
    """Whether a block is the line under a picture."""
    return len(text) <= LONGEST and bool(CREDIT.search(text) or NUMBERED.match(text) or ORIGIN.match(text))
