"""A tagged PDF, read back from its bytes alone.

    bytes ──▶ pages       what each shows, piece by piece, with the mark it stands under
              structure   what the pieces are, in their logical order
              places      where links and the outline lead
              metadata, attachments, fonts

Everything becomes values; nothing is judged here, and nothing refers to the open file afterwards.
"""

from __future__ import annotations

from .file import Catalog, Page, TaggedFile
from .reading import LARGEST_FILE, read_tagged
from .structure import Content, Element, ObjectKid, StructureTree

__all__ = [
    "LARGEST_FILE",
    "Catalog",
    "Content",
    "Element",
    "ObjectKid",
    "Page",
    "StructureTree",
    "TaggedFile",
    "read_tagged",
]
