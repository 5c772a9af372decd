"""Captions of pictures, figures and tables, with their credit."""

from __future__ import annotations

import re

# The credit of a picture: `© Reuters`, `(Foto: ANP)`.
CREDIT = re.compile(
    r"©\s?\S|\((?:foto|beeld|photo|illustratie|bron|source):[^()]+\)\.?$|\b(?:Foto|Beeld|Photo):\s+\S.*$", re.I
)

# The number of a figure at the start: `Figuur 3. Uitgaven naar land`.
NUMBERED = re.compile(
    r"(?:Figuur|Tabel|Afbeelding|Foto|Grafiek|Kaart|Figure|Table|Box|Kader)\s+\d+(?:\.\d+)*\s*[.:|–-]\s+\S", re.I
)

LONGEST = 350
"""The most characters of a caption."""


def is_caption(text: str) -> bool:
    """Whether a block is the line under a picture."""
    return len(text) <= LONGEST and bool(CREDIT.search(text) or NUMBERED.match(text))
