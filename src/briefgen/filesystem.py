"""Single files on disk: written whole or not at all, with errors that say what to do."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .errors import OutputError
from .provenance import sha256

DISK_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})  # EFBIG: more than the system lets one file be
NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
FILE_FOR_FOLDER = frozenset({errno.ENOTDIR, errno.EEXIST})


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn errors of the file system into an `OutputError` that names `path`, as the user knows it."""
    try:
        yield
    except OSError as error:
        raise OutputError(_code(error), file=str(path), problem=error.strerror or str(error)) from error


def shortage(error: Exception) -> OutputError | None:
    """What to tell people when the disk was full, wherever that came out; `None` for any other error."""
    if isinstance(error, OSError) and error.errno in DISK_FULL:
        return OutputError("disk-full", file=error.filename)
    return None


def digest_of(path: Path) -> str | None:
    """The SHA-256 of a file, hexadecimal; `None` when it is not there.

    Raises:
        OSError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return None


def write(path: Path, data: bytes) -> None:
    """Write a new file and wait until the disk has it.

    Raises:
        OSError: it cannot be written.
    """
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def copy(path: Path, to: Path) -> Path:
    """Copy a file with its dates, make the folder for it, and wait until the disk has it; returns `to`.

    Raises:
        OSError: it cannot be read or written.
    """
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, to)
    with to.open("r+b") as file:
        os.fsync(file.fileno())
    shutil.copystat(path, to)
    return to


def replace_file(path: Path, data: bytes) -> bool:
    """Give one file new content, whole or not at all.

    Args:
        path: of the file; its folder is made when it is not there.
        data: what it shall hold.

    Returns:
        Whether anything changed: bytes that are there already are not written again.

    Raises:
        OutputError: nothing can be written there. The file is as it was.
    """
    aside = path.with_name(f".{path.name}.new")
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        if digest_of(path) == sha256(data):
            return False
        try:
            write(aside, data)
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)
    return True


def _code(error: OSError) -> str:
    if error.errno in DISK_FULL:
        return "disk-full"
    if error.errno in NOT_ALLOWED:
        return "output-not-writable"
    if error.errno in FILE_FOR_FOLDER:
        return "output-in-a-file"
    if error.errno == errno.EISDIR:
        return "output-is-a-folder"
    return "output-failed"
