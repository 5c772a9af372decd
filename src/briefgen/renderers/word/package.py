"""A Word file as its parts: opened with care, written the same way every time (ECMA-376, part 2).

A template comes from a user and may be broken or hostile: its size is checked before anything is unpacked, and a
file with macros is refused. A written file holds no clock: the same parts give the same bytes.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from itertools import count

from lxml import etree

from ...errors import TemplateError
from .ooxml import CONTENT_TYPES, PACKAGE_RELATIONS, RELATION, PartError, parse, serialise

Parts = dict[str, bytes]

CONTENT_TYPES_PART = "[Content_Types].xml"
PART_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
MAIN_TYPE = PART_TYPE.format("document.main")
STORY_TYPES = tuple(PART_TYPE.format(kind) for kind in ("document.main", "header", "footer", "footnotes", "endnotes"))
# What marks a Word file that carries programs, in the list of content types.
MACRO_MARKS = (b"macroEnabled", b"vbaProject")

# Far above any template that people make, far below what fills a memory.
MOST_PARTS = 1_000
MOST_BYTES = 64 * 1024 * 1024

ENCRYPTED = 0x1
EARLIEST_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, KeyError, UnicodeDecodeError)


def unpack(data: bytes, file: str) -> Parts:
    """The parts of a Word file by name.

    Args:
        data: the whole file.
        file: its name as the user knows it, for messages.

    Raises:
        TemplateError: it is no Word file, it is encrypted or too large, or it carries macros.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_size(archive, file)
            parts = {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}
    except UNREADABLE as error:
        raise TemplateError("word-not-a-word-file", file=file) from error
    _check_kind(parts, file)
    _check_xml(parts, file)
    if not _parts_of_type(parts, MAIN_TYPE):
        raise TemplateError("word-not-a-word-file", file=file)
    return parts


def pack(parts: Mapping[str, bytes]) -> bytes:
    """A Word file from its parts: content types first, then by name, without dates."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(parts, key=lambda part: (part != CONTENT_TYPES_PART, part)):
            entry = zipfile.ZipInfo(name, EARLIEST_ZIP_DATE)
            entry.create_system = 0
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, parts[name])
    return buffer.getvalue()


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


def with_web_links(relations: bytes | None, addresses: Sequence[str]) -> tuple[bytes, dict[str, str]]:
    """The relationships of a part with one more for each web address, and the id that each address got.

    Args:
        relations: the relationships so far, or `None` when the part has none.
        addresses: web addresses, each once.
    """
    root = parse(relations) if relations else etree.Element(f"{{{PACKAGE_RELATIONS}}}Relationships")
    taken = {relation.get("Id") for relation in root}
    free = (name for name in map("web{}".format, count(1)) if name not in taken)
    identifiers = dict(zip(addresses, free, strict=False))
    for address, identifier in identifiers.items():
        etree.SubElement(
            root,
            f"{{{PACKAGE_RELATIONS}}}Relationship",
            Id=identifier,
            Type=f"{RELATION}/hyperlink",
            Target=address,
            TargetMode="External",
        )
    return serialise(root), identifiers


def add_part(parts: Parts, source: str, kind: str, data: bytes) -> str:
    """Puts a part beside `source` that it did not have, with its content type and its relationship.

    Args:
        parts: of the file; changed.
        source: the part that speaks of the new one.
        kind: of the new part, as its relationship and content type name it (`footnotes`, `comments`).
        data: the new part.

    Returns:
        The name of the new part.
    """
    name = posixpath.join(posixpath.dirname(source), f"{kind}.xml")
    types = parse(parts[CONTENT_TYPES_PART])
    etree.SubElement(types, f"{{{CONTENT_TYPES}}}Override", PartName=f"/{name}", ContentType=PART_TYPE.format(kind))
    relations = relations_part(source)
    parts[relations] = _with_relation(parts.get(relations), kind, f"{kind}.xml")
    parts[CONTENT_TYPES_PART], parts[name] = serialise(types), data
    return name


def _with_relation(relations: bytes | None, kind: str, target: str) -> bytes:
    root = parse(relations) if relations else etree.Element(f"{{{PACKAGE_RELATIONS}}}Relationships")
    taken = {relation.get("Id") for relation in root}
    identifier = next(name for name in map(f"{kind}{{}}".format, count(1)) if name not in taken)
    row = {"Id": identifier, "Type": f"{RELATION}/{kind}", "Target": target}
    etree.SubElement(root, f"{{{PACKAGE_RELATIONS}}}Relationship", row)
    return serialise(root)


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


def _check_size(archive: zipfile.ZipFile, file: str) -> None:
    entries = archive.infolist()
    if any(entry.flag_bits & ENCRYPTED for entry in entries):
        raise TemplateError("word-encrypted", file=file)
    names = {entry.filename for entry in entries}
    if len(names) != len(entries):
        raise TemplateError("word-not-a-word-file", file=file)
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise TemplateError("word-too-large", file=file, parts=str(MOST_PARTS), size=str(MOST_BYTES // 1024**2))


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
