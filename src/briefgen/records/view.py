"""Expert views: a contribution to a report under the name of its authors."""

from __future__ import annotations

from ..document import Person
from ..model import Model


class View(Model):
    """One contribution, its theme and its authors."""

    theme: int | None
    theme_title: str | None
    title: str
    authors: tuple[Person, ...]
    paragraphs: tuple[str, ...]
    why: str
