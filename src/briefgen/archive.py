"""Zip archives: opened with care, for they come from anybody, and written the same way every time.

What an archive promises to hold is checked before anything is unpacked. An entry never gives more bytes than its
directory says (`zipfile` stops there and checks the sum), so that the sizes in the directory bound what it takes.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Collection, Mapping
from typing import Literal

MOST_ENTRIES = 10_000
"""Far more than the parts of any document that people make."""

MOST_BYTES = 64 * 1024 * 1024
"""Of all counted entries together, unpacked: a thousand pages have less."""

EARLIEST_DATE = (1980, 1, 1, 0, 0, 0)
"""The first that an archive can hold (APPNOTE.TXT, 4.4.6): entries have no clock."""

# The first bit of the flags of an entry (APPNOTE.TXT, 4.4.4).
ENCRYPTED = 0x1

# What a damaged archive makes `zipfile` raise; NotImplementedError is an unknown way of packing, ValueError a place
# before the start of the file.
UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, KeyError, ValueError, OSError)

Problem = Literal["damaged", "encrypted", "too-large"]


class ArchiveError(ValueError):
    """An archive that is not opened, and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem: Problem = problem


def open_archive(data: bytes, counts: Callable[[str], bool] = lambda _name: True) -> zipfile.ZipFile:
    """A zip archive whose entries may be read.

    Args:
        data: the whole file.
        counts: which entries will be read, by name; only their sizes are added up.

    Raises:
        ArchiveError: it is damaged (also when two entries have one name), has encrypted entries, or is too large.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except UNREADABLE as error:
        raise ArchiveError("damaged") from error
    entries = archive.infolist()
    if any(entry.flag_bits & ENCRYPTED for entry in entries):
        raise ArchiveError("encrypted")
    if len(archive.NameToInfo) != len(entries):
        raise ArchiveError("damaged")
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries if counts(entry.filename)) > MOST_BYTES:
        raise ArchiveError("too-large")
    return archive


def read_entry(archive: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of one entry.

    Raises:
        ArchiveError: there is no such entry, or it is damaged.
    """
    try:
        return archive.read(name)
    except UNREADABLE as error:
        raise ArchiveError("damaged") from error


def write_archive(entries: Mapping[str, bytes], first: str, stored: Collection[str] = ()) -> bytes:
    """A zip archive: the same entries give the same bytes, in whatever order they are given and on any system.

    Args:
        entries: the files by name.
        first: the name of the entry that stands before the others; those follow by name.
        stored: names of entries that are not compressed.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(entries, key=lambda name: (name != first, name)):
            entry = zipfile.ZipInfo(name, EARLIEST_DATE)
            entry.create_system = 0
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, entries[name])
    return buffer.getvalue()
