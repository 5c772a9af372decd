"""The register of sources: what `seeds/sources.toml` says, and the identity of one source.

The register holds only what a document does not say of itself. What the text gives (date, numbers, sender,
title) a reader finds in the text, with its place.
"""

from __future__ import annotations

from typing import Literal

from .model import Model

SourceKind = Literal[
    "kamerbrief",  # a letter of a minister to the Chamber
    "schriftelijk-overleg",  # questions of parties with the answers of the cabinet
    "rapport",  # a report of an advisory body or a think tank
    "motie",
    "kamervragen",
    "handelingen",
    "eu-document",
    "overig",
]


class Declared(Model):
    """What people know of a source and its text does not give. Every field may be absent.

    Attributes:
        date: ISO date, as precise as known.
        date_note: where the date comes from, printed beside it.
    """

    title: str | None = None
    date: str | None = None
    date_note: str | None = None
    publisher: str | None = None
    url: str | None = None


class Source(Model):
    """The identity of one source.

    Attributes:
        id: short name that citations use (`geo-2026`).
        label: how a citation names it in print (`EU als geopolitieke speler (2026)`).
        file: path from the root of the project, with forward slashes.
        sha256: of the bytes of the file.
        holder: whose words they are when the document does not attribute them otherwise (`kabinet`, `Clingendael`).
        declared: metadata that the text does not give.
    """

    id: str
    label: str
    kind: SourceKind
    file: str
    sha256: str
    holder: str
    declared: Declared = Declared()
