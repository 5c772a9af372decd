"""How a job speaks to the person who started it; the command line decides how it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from ..messages import Language


class Progress(Protocol):
    """Somebody who is told about steps, notices and results."""

    @property
    def language(self) -> Language:
        """The language that the person reads."""

    def step(self, code: str, **details: str) -> None:
        """The job begins the step that the message `code` of the catalogue names."""

    def tell(self, code: str, **details: str) -> None:
        """Something that the person should know, whether or not there is a terminal."""

    def show(self, line: str = "") -> None:
        """One line of the result."""

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        """A table of the result, its first row the heads."""
