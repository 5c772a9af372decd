"""Themes: the numbered chapters of a report, as its headings print them."""

from __future__ import annotations

import re
from dataclasses import dataclass

# `Thema 4 | Dilemma's van EU-uitbreiding`, `Hoofdstuk 2. Veiligheid`, `Theme 3: Security`
_THEME = re.compile(
    r"(?:Thema|Theme|Hoofdstuk|Chapter|Deel)\s+(?P<number>\d{1,2})\b\s*[|:.–-]?\s*(?P<title>.*)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Theme:
    """A numbered chapter."""

    number: int
    title: str | None


def theme_of(heading_path: tuple[str, ...]) -> Theme | None:
    """The theme that a paragraph stands under, from the headings above it; the nearest counts."""
    for heading in reversed(heading_path):
        match = _THEME.fullmatch(heading)
        if match:
            return Theme(int(match["number"]), match["title"] or None)
    return None
