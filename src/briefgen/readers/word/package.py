"""A Word file as its parts (ECMA-376, part 2), opened with care.

A source comes from anybody and may be broken or hostile. Only the parts that hold text are unpacked, their sizes are
checked before, and no entity is ever resolved.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ...archive import MOST_BYTES, UNREADABLE, ArchiveError, open_archive, read_entry
from ...errors import SourceError
from ...ooxml import CONTENT_TYPES, MACRO_MARKS, PACKAGE_RELATIONS, Element, PartError
from ...sources import LARGEST_SOURCE
from .ooxml import parse

# The bytes that begin a zip archive, and those of the container that old and encrypted Office files are in.
ZIP = b"PK\x03\x04"
COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

# The name of the stream that holds an encrypted Office file, as its container spells it.
ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")

# The part that tells what the others are (ECMA-376, part 2, 7.2.3).
CONTENT_TYPES_PART = "[Content_Types].xml"

MAIN_TYPES = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
)

# Which error an archive that is not opened becomes.
_REFUSALS = {
    "damaged": "word-source-damaged",
    "encrypted": "word-source-encrypted",
    "too-large": "word-source-bomb",
}


class Relation(NamedTuple):
    """A relationship of a part: its id, the last word of its type, and the name of the part it points to."""

    id: str
    kind: str
    target: str


@dataclass(frozen=True)
class Package:
    """An open Word file.

    Attributes:
        archive: the file as a zip archive.
        file: its name, for messages.
        main: the name of the part that holds the body.
    """

    archive: zipfile.ZipFile
    file: str
    main: str

    def root(self, name: str) -> Element | None:
        """The root of a part, or `None` when the file has no such part.

        Raises:
            SourceError: the part is damaged or no XML.
        """
        if name not in self.archive.NameToInfo:
            return None
        try:
            return parse(self.archive.read(name))
        except (*UNREADABLE, PartError) as error:
            raise SourceError("word-source-broken", file=self.file, place=name) from error

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """The relationships of the body."""
        return tuple(self._relations(self.main))

    def related(self, kind: str) -> Element | None:
        """The root of the part to which the body has a relationship of `kind` (`styles`, `footnotes`)."""
        names = [relation.target for relation in self.relations if relation.kind == kind]
        return self.root(names[0]) if names else None

    def properties(self) -> Element | None:
        """The root of the part with the core properties."""
        names = [relation.target for relation in self._relations("") if relation.kind == "core-properties"]
        return self.root(names[0]) if names else None

    def _relations(self, part: str) -> Iterator[Relation]:
        folder, name = posixpath.split(part)
        root = self.root(posixpath.join(folder, "_rels", f"{name}.rels"))
        for entry in () if root is None else root.iterchildren(f"{{{PACKAGE_RELATIONS}}}Relationship"):
            if entry.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, entry.get("Target", "")))
                kind = entry.get("Type", "").rpartition("/")[2]
                yield Relation(entry.get("Id", ""), kind, target.lstrip("/"))


def open_package(data: bytes, file: str) -> Package:
    """A Word file, ready to be read.

    Args:
        data: the whole file.
        file: its name as the user knows it, for messages.

    Raises:
        SourceError: it is empty, too large, encrypted, damaged, or no Word file; or it carries macros.
    """
    _check_start(data, file)
    try:
        archive = open_archive(data, _holds_text)
    except ArchiveError as error:
        raise SourceError(_REFUSALS[error.problem], file=file, megabytes=str(MOST_BYTES // 1024**2)) from error
    package = Package(archive, file, main="")
    if any(mark in _content_types(package) for mark in MACRO_MARKS):
        raise SourceError("word-source-macros", file=file)
    return Package(archive, file, _main_part(package))


def _check_start(data: bytes, file: str) -> None:
    """Refuse what its first bytes show to be something else."""
    if not data.strip():
        raise SourceError("source-empty", file=file)
    if len(data) > LARGEST_SOURCE:
        raise SourceError("word-source-too-large", file=file, megabytes=str(LARGEST_SOURCE // 1_000_000))
    if data.startswith(COMPOUND_FILE):
        code = "word-source-encrypted" if ENCRYPTED_STREAM in data else "word-source-old"
        raise SourceError(code, file=file)
    if not data.startswith(ZIP):
        raise SourceError("word-source-other", file=file)


def _holds_text(name: str) -> bool:
    """Whether a part is one that is read; pictures and fonts are not."""
    return name.endswith((".xml", ".rels"))


def _content_types(package: Package) -> bytes:
    if CONTENT_TYPES_PART not in package.archive.NameToInfo:
        raise SourceError("word-source-other", file=package.file)
    try:
        return read_entry(package.archive, CONTENT_TYPES_PART)
    except ArchiveError as error:
        raise SourceError("word-source-damaged", file=package.file) from error


def _main_part(package: Package) -> str:
    """The name of the part that holds the body (`word/document.xml`)."""
    root = package.root(CONTENT_TYPES_PART)
    for entry in () if root is None else root.iterchildren(f"{{{CONTENT_TYPES}}}Override"):
        name = entry.get("PartName", "").lstrip("/")
        if entry.get("ContentType") in MAIN_TYPES and name in package.archive.NameToInfo:
            return name
    raise SourceError("word-source-other", file=package.file)
