"""What is known of a copy once its text was searched, whatever its format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ...attestation import AttestedCitation, AttestedStatement
from .placement import How, Kind


class Found(NamedTuple):
    """How something stands in a copy: the words that were built, and those that are there now."""

    how: How
    built: str
    now: str


class Addition(NamedTuple):
    """Words that somebody added, and what stands before them."""

    where: str
    text: str


class Unnamed(NamedTuple):
    """A statement that no longer names something that it cites."""

    statement: AttestedStatement
    citation: AttestedCitation


class Misattributed(NamedTuple):
    """A statement at which its holder or its date is no longer named."""

    statement: AttestedStatement
    name: str


@dataclass(frozen=True, slots=True)
class Survey:
    """A copy that was searched.

    Attributes:
        found: how each statement and cited paragraph stands, by kind and by id or key.
        added: what somebody added.
        unnamed: what is cited and no longer named.
        misattributed: whose words they are, or of when, and is no longer said.
    """

    found: Mapping[tuple[Kind, str], Found]
    added: tuple[Addition, ...] = ()
    unnamed: tuple[Unnamed, ...] = ()
    misattributed: tuple[Misattributed, ...] = ()
