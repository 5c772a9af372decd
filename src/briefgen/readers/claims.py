"""What the stages take out of the text: characters of the source, and what they are."""

from __future__ import annotations

from dataclasses import dataclass

from ..document import Furniture, FurnitureKind
from ..provenance import MappedText


@dataclass(frozen=True, slots=True)
class Claim:
    """Characters that a stage recognised as something else than text of the document.

    Attributes:
        kind: what they are.
        text: the characters.
        is_title: whether they name the document.
    """

    kind: FurnitureKind
    text: MappedText
    is_title: bool = False

    def furniture(self, source_text: str) -> Furniture:
        """The claim as a part of the document."""
        return Furniture(kind=self.kind, text=self.text.collapsed().text, spans=self.text.spans(source_text))
