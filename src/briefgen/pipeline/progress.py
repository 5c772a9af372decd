"""How a job tells what it is doing; the command line decides whether and how to show it."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Somebody who is told about steps and about things that a person should know."""

    def step(self, code: str, **details: str) -> None:
        """The job begins the step that the message `code` of the catalogue names."""

    def tell(self, code: str, **details: str) -> None:
        """Something that the person should know, whether or not there is a terminal."""
