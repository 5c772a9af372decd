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
    """Words that somebody added, all that stands before them, and whether they are marked as that person's own."""

    before: str
    text: str
    own: bool = False


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
        mislabelled: cited paragraphs in the annex that no longer stand under their label.
        marked: whether the edges of pages bear the mark of confidentiality.
    """

    found: Mapping[tuple[Kind, str], Found]
    added: tuple[Addition, ...] = ()
    unnamed: tuple[Unnamed, ...] = ()
    misattributed: tuple[Misattributed, ...] = ()
    mislabelled: tuple[AttestedCitation, ...] = ()
    marked: bool = True
