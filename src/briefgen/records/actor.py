"""Actors: persons whom a document names."""

from __future__ import annotations

from ..model import Model


class Actor(Model):
    """A person, with the role and the party that the text gives."""

    name: str
    role: str | None
    party: str | None
    why: str
