"""The versions of a source: which paragraph of an amended text comes from which, and ids that survive it.

    old Document ─┐
                  ├─ trace ─▶ Lineage ─▶ with_lineage ─▶ new Document, its ids those of the old one where they are the
    new Document ─┘              │                       same or descend from it
                                 └─────▶ fate ─────────▶ what became of a cited paragraph

Only documents are compared, never files: a text file may be replaced by a PDF of the same letter.
"""

from __future__ import annotations

from .comparison import Row, compare
from .descent import Change, Deleted, Descent, Lineage, Version, parse_lineage
from .fates import Fate, fate
from .renaming import with_ids, with_lineage
from .tracing import trace
from .wording import Edit, edits

__all__ = [
    "Change",
    "Deleted",
    "Descent",
    "Edit",
    "Fate",
    "Lineage",
    "Row",
    "Version",
    "compare",
    "edits",
    "fate",
    "parse_lineage",
    "trace",
    "with_ids",
    "with_lineage",
]
