"""Parliamentary years, which run from September to September: `2023/24`, `2023–2024`, `2022/-23`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .cursor import Cursor

FIRST_MONTH = 9
"""The month in which a parliamentary year begins."""


@dataclass(frozen=True, slots=True)
class Session:
    """A parliamentary year. `consecutive` is false for a misprint such as `2023–34`."""

    first: int
    consecutive: bool

    @classmethod
    def on(cls, day: date) -> Session:
        """The parliamentary year in which a day lies."""
        return cls(day.year if day.month >= FIRST_MONTH else day.year - 1, consecutive=True)

    @property
    def compact(self) -> str:
        """As official addresses have it: `20232024`."""
        return f"{self.first}{self.first + 1}"

    @property
    def slashed(self) -> str:
        """As official citations have it: `2023/24`, and `1999/2000`."""
        last = self.first + 1
        return f"{self.first}/{last if last % 100 == 0 else f'{last % 100:02d}'}"


def read_session(cursor: Cursor) -> tuple[Session, Cursor] | None:
    """The parliamentary year at the cursor, and the cursor behind it."""
    first = cursor.number(4, 4)
    if not first or not 1814 <= int(cursor.token.text) <= 2100:
        return None
    parted = first.sign("/-–‑")
    second = parted.skip("-–") if parted else None
    behind = second.number(2, 4) if second else None
    if not second or not behind or len(second.token.text) == 3:
        return None
    year, last = int(cursor.token.text), int(second.token.text)
    modulus = 100 if len(second.token.text) == 2 else 10000
    return Session(year, (year + 1) % modulus == last), behind
