"""A Word file as its parts: opened with care, written the same way every time (ECMA-376, part 2).

A template comes from a user and may be broken or hostile: its size is checked before anything is unpacked, and a
file with macros is refused. A written file holds no clock: the same parts give the same bytes.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Mapping

from lxml import etree

from ...archive import MOST_BYTES, MOST_ENTRIES, ArchiveError, open_archive, read_entry, write_archive
from ...errors import TemplateError
from ...ooxml import CONTENT_TYPES, MACRO_MARKS, PartError, parse
from .ooxml import serialise
from .relations import Relations

Parts = dict[str, bytes]

CONTENT_TYPES_PART = "[Content_Types].xml"
PART_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
MAIN_TYPE = PART_TYPE.format("document.main")
STORY_TYPES = tuple(PART_TYPE.format(kind) for kind in ("document.main", "header", "footer", "footnotes", "endnotes"))

# Which error an archive that is not opened becomes.
REFUSALS = {"damaged": "word-not-a-word-file", "encrypted": "word-encrypted", "too-large": "word-too-large"}


def unpack(data: bytes, file: str) -> Parts:
    """The parts of a Word file by name.

    Args:
        data: the whole file.
        file: its name as the user knows it, for messages.

    Raises:
        TemplateError: it is no Word file, it is encrypted or too large, or it carries macros.
    """
    try:
        with open_archive(data) as archive:
            parts = {entry.filename: read_entry(archive, entry.filename) for entry in _files(archive)}
    except ArchiveError as error:
        code, size = REFUSALS[error.problem], MOST_BYTES // 1024**2
        raise TemplateError(code, file=file, parts=str(MOST_ENTRIES), size=str(size)) from error
    _check_kind(parts, file)
    _check_xml(parts, file)
    if not _parts_of_type(parts, MAIN_TYPE):
        raise TemplateError("word-not-a-word-file", file=file)
    return parts


def pack(parts: Mapping[str, bytes]) -> bytes:
    """A Word file from its parts: content types first, then by name; the same parts give the same bytes."""
    return write_archive(parts, CONTENT_TYPES_PART)


def main_part(parts: Mapping[str, bytes]) -> str:
    """The name of the part that holds the body (`word/document.xml`)."""
    return _parts_of_type(parts, MAIN_TYPE)[0]


def story_parts(parts: Mapping[str, bytes]) -> tuple[str, ...]:
    """The names of the parts that hold text: the body first, then headers, footers and notes."""
    return tuple(part for kind in STORY_TYPES for part in _parts_of_type(parts, kind))


def relations_part(part: str) -> str:
    """The name of the part that holds the relationships of `part`; `""` stands for the package itself."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def add_part(parts: Parts, source: str, name: str, kind: str, content_type: str | None, data: bytes) -> None:
    """Puts a part into a file that did not have it, with its content type and its relationship.

    Args:
        parts: of the file; changed.
        source: the part that speaks of the new one; empty for the file itself.
        name: of the new part.
        kind: the last word of the type of its relationship (`footnotes`, `comments`).
        content_type: of the new part; `None` when its ending says enough (`.xml`).
        data: the new part.
    """
    if content_type is not None:
        types = parse(parts[CONTENT_TYPES_PART])
        etree.SubElement(types, f"{{{CONTENT_TYPES}}}Override", PartName=f"/{name}", ContentType=content_type)
        parts[CONTENT_TYPES_PART] = serialise(types)
    relations = Relations(parts.get(relations_part(source)))
    relations.to(kind, posixpath.relpath(f"/{name}", f"/{posixpath.dirname(source)}"))
    parts[relations_part(source)] = relations.data()
    parts[name] = data


def add_story(parts: Parts, source: str, kind: str, data: bytes) -> str:
    """Puts notes or comments beside `source`, which had none.

    Args:
        parts: of the file; changed.
        source: the part that speaks of them.
        kind: of the new part, as its relationship and content type name it (`footnotes`, `comments`).
        data: the new part.

    Returns:
        The name of the new part.
    """
    name = posixpath.join(posixpath.dirname(source), f"{kind}.xml")
    add_part(parts, source, name, kind, PART_TYPE.format(kind), data)
    return name


def declare_ending(parts: Parts, ending: str, content_type: str) -> None:
    """Says what files with an ending are, unless the file says so already (`Default`, ECMA-376, part 2, 7.2.3.2).

    Args:
        parts: of the file; changed.
        ending: without a dot (`png`).
        content_type: of the parts with that ending.
    """
    types = parse(parts[CONTENT_TYPES_PART])
    defaults = types.findall(f"{{{CONTENT_TYPES}}}Default")
    if ending not in {one.get("Extension", "").lower() for one in defaults}:
        made = etree.Element(f"{{{CONTENT_TYPES}}}Default", Extension=ending, ContentType=content_type)
        types.insert(len(defaults), made)
        parts[CONTENT_TYPES_PART] = serialise(types)


def related_part(parts: Mapping[str, bytes], source: str, kind: str) -> str | None:
    """The name of the part to which `source` has a relationship of `kind` (last word of its type)."""
    relations = parts.get(relations_part(source))
    if relations is None:
        return None
    for relation in parse(relations):
        if relation.get("Type", "").endswith(f"/{kind}"):
            target = posixpath.join("/", posixpath.dirname(source), relation.get("Target", ""))
            return posixpath.normpath(target).lstrip("/")
    return None


def _parts_of_type(parts: Mapping[str, bytes], kind: str) -> list[str]:
    types = parse(parts[CONTENT_TYPES_PART])
    overrides = types.iter(f"{{{CONTENT_TYPES}}}Override")
    names = (entry.get("PartName", "").lstrip("/") for entry in overrides if entry.get("ContentType") == kind)
    return sorted(name for name in names if name in parts)


def _files(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The entries that are no folders."""
    return [entry for entry in archive.infolist() if not entry.is_dir()]


def _check_kind(parts: Parts, file: str) -> None:
    kinds = parts.get(CONTENT_TYPES_PART, b"")
    if any(mark in kinds for mark in MACRO_MARKS):
        raise TemplateError("word-macros", file=file)
    if MAIN_TYPE.encode() not in kinds:
        raise TemplateError("word-not-a-word-file", file=file)


def _check_xml(parts: Parts, file: str) -> None:
    for name, data in parts.items():
        if name.endswith((".xml", ".rels")):
            try:
                parse(data)
            except PartError as error:
                raise TemplateError("word-broken-part", file=file, place=name) from error
