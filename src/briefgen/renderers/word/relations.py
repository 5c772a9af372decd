"""The relationships of a part: to pictures and notes inside the file, and to addresses outside it.

ECMA-376, part 2, 6.5 (Open Packaging Conventions).
"""

from __future__ import annotations

from itertools import count

from lxml import etree

from ...ooxml import PACKAGE_RELATIONS, RELATION, parse
from .ooxml import serialise

ROW = f"{{{PACKAGE_RELATIONS}}}Relationship"


class Relations:
    """The relationships of one part, to which new ones are added."""

    def __init__(self, data: bytes | None = None) -> None:
        """Those that the part has.

        Args:
            data: the part with the relationships, or `None` when there is none.
        """
        # LibreOffice reads the names of these elements as they are written: without a prefix.
        self._root = parse(data or f'<Relationships xmlns="{PACKAGE_RELATIONS}"/>'.encode())
        self._taken = {row.get("Id", "") for row in self._root}
        self._added: dict[tuple[str, str], str] = {}

    @property
    def changed(self) -> bool:
        """Whether there are new ones."""
        return bool(self._added)

    def to(self, kind: str, target: str, *, external: bool = False) -> str:
        """The id of a relationship; made when it was not asked for before.

        Args:
            kind: the last word of its type (`hyperlink`, `image`), or the whole type.
            target: a part, as seen from the folder of this part, or an address outside the file.
            external: whether it is an address outside the file.
        """
        if (kind, target) not in self._added:
            self._added[kind, target] = self._add(kind, target, external=external)
        return self._added[kind, target]

    def data(self) -> bytes:
        """The part with the relationships."""
        return serialise(self._root)

    def _add(self, kind: str, target: str, *, external: bool) -> str:
        stem = kind.rpartition("/")[2]
        identifier = next(name for name in map(f"{stem}{{}}".format, count(1)) if name not in self._taken)
        self._taken.add(identifier)
        row = {"Id": identifier, "Type": kind if "/" in kind else f"{RELATION}/{kind}", "Target": target}
        etree.SubElement(self._root, ROW, row | ({"TargetMode": "External"} if external else {}))
        return identifier
