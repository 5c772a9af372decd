"""Scenarios: named futures, described by the same criteria."""

from __future__ import annotations

from ..model import Model


class Criterion(Model):
    """What one scenario says on one criterion of the table."""

    criterion: str
    text: str


class Scenario(Model):
    """One scenario."""

    name: str
    description: str
    criteria: tuple[Criterion, ...]
    paragraphs: tuple[str, ...]
    why: str
