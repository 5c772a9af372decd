"""Rules of the metadata: the file says which standards it follows (ISO 14289-1, 5; ISO 19005-3, 6.6)."""

from __future__ import annotations

from collections.abc import Iterator

from ..tagged import TaggedFile
from ..tagged.metadata import PDFA, PDFUA, Metadata
from .finding import Fault


def metadata(file: TaggedFile) -> Iterator[Fault]:
    """A file without metadata, or with some that cannot be read."""
    if file.metadata is None or not file.metadata.well_formed:
        yield Fault()


def universal_access(file: TaggedFile) -> Iterator[Fault]:
    """A file that does not say that it follows PDF/UA-1."""
    yield from _value(file, PDFUA, "part", "1", "pdfuaid")


def archive_part(file: TaggedFile) -> Iterator[Fault]:
    """A file that does not say that it follows PDF/A-3."""
    yield from _value(file, PDFA, "part", "3", "pdfaid")


def archive_level(file: TaggedFile) -> Iterator[Fault]:
    """A file that does not say that it follows PDF/A at level A, the level for tagged files."""
    yield from _value(file, PDFA, "conformance", "A", "pdfaid")


def described_access(file: TaggedFile) -> Iterator[Fault]:
    """A file whose identification of PDF/UA is not described as PDF/A asks."""
    known = _readable(file)
    if known and known.value(PDFUA, "part") and "part" not in known.described.get(PDFUA, frozenset()):
        yield Fault()


def packet(file: TaggedFile) -> Iterator[Fault]:
    """Metadata in a packet with attributes that are no longer used."""
    known = _readable(file)
    for attribute in sorted(known.packet_attributes) if known else ():
        yield Fault(details={"found": attribute})


def _readable(file: TaggedFile) -> Metadata | None:
    return file.metadata if file.metadata and file.metadata.well_formed else None


def _value(file: TaggedFile, namespace: str, key: str, expected: str, prefix: str) -> Iterator[Fault]:
    """A value that is not as it must be, or that stands under another prefix than the standard gives it."""
    known = _readable(file)
    if known is None:
        return
    found = known.value(namespace, key)
    used = known.prefixes.get(namespace, prefix)
    if found != expected or used != prefix:
        yield Fault(details={"found": f"{used}:{key} = {found or '–'}", "expected": f"{prefix}:{key} = {expected}"})
