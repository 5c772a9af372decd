"""What a document says of itself without its records: title, date, and what it is like."""

from __future__ import annotations

from ..document import Document
from ..likeness import Profile, profile
from ..model import Model


class Summary(Model):
    """A source in short.

    Attributes:
        title: its own, or the one that the register declares.
        date: ISO date, its own or declared.
        profile: to compare it with others.
    """

    title: str | None
    date: str | None
    profile: Profile


def summarise(document: Document) -> Summary:
    """A document in short.

    Args:
        document: as it was read.
    """
    return Summary(
        title=document.metadata.title or document.source.declared.title,
        date=document.date,
        profile=profile(document),
    )
