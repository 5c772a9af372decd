"""Single files on disk: read with care, written whole or not at all, with errors that say what to do."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from .errors import InputError, OutputError
from .provenance import sha256

DISK_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})  # EFBIG: more than the system lets one file be
NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
FILE_FOR_FOLDER = frozenset({errno.ENOTDIR, errno.EEXIST})

LONGEST_SHOWN = 80
"""Characters of a path that is too long."""

LARGEST_FILE = 50_000_000
"""Bytes: more than any file that briefgen makes."""

Input = TypeVar("Input", bound=InputError)


class NoFileError(OSError):
    """What is there is no file but a folder, a pipe or a device, which may give nothing or never end."""


class TooLargeError(OSError):
    """A file holds more than a file of its kind may."""


def read_file(path: Path, most: int = LARGEST_FILE) -> bytes:
    """The bytes of an ordinary file, which comes from anybody.

    Args:
        path: of the file.
        most: the greatest number of bytes that it may hold.

    Raises:
        NoFileError: it is no file; it was not waited for.
        TooLargeError: it holds more.
        OSError: it is not there or cannot be read.
    """
    if _status_of_file(path).st_size > most:
        raise TooLargeError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return path.read_bytes()


def unreadable(error: OSError, file: str, kind: type[Input]) -> Input:
    """What to tell people of a file that cannot be read.

    Args:
        error: that came of reading it.
        file: how messages name it.
        kind: of the error that tells it.
    """
    if isinstance(error, NoFileError):
        return kind("no-file", file=file)
    return kind("file-unreadable", file=file, problem=error.strerror or str(error))


def real_path(path: Path) -> Path:
    """A path with its symbolic links followed, as far as they lead somewhere and not round in a circle."""
    try:
        return Path(os.path.realpath(path))
    except ValueError:  # a name with a zero in it is that of no file
        return path.absolute()


def lies_in(path: Path, folder: Path) -> bool:
    """Whether a path leads into a folder when its symbolic links are followed."""
    return real_path(path).is_relative_to(real_path(folder))


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn errors of the file system into an `OutputError` that names `path`, as the user knows it."""
    try:
        yield
    except OSError as error:
        raise OutputError(_code(error), file=str(path), problem=error.strerror or str(error)) from error


def shortage(error: Exception) -> OutputError | None:
    """What to tell people when the disk was full or a path too long, wherever that came out; else `None`."""
    if isinstance(error, OSError) and error.errno in DISK_FULL:
        return OutputError("disk-full", file=error.filename)
    if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
        return OutputError("path-too-long", path=f"{str(error.filename)[:LONGEST_SHOWN]}…")
    return None


def digest_of(path: Path) -> str | None:
    """The SHA-256 of a file, hexadecimal; `None` when it is not there.

    Raises:
        NoFileError: what is there is no file.
        OSError: it cannot be read.
    """
    try:
        _status_of_file(path)
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


def settle(folder: Path) -> None:
    """Wait until the disk has the names in a folder, so that what comes later is not there before them.

    Windows keeps them in order by itself; a file system that cannot be asked (`EINVAL`) is not.

    Raises:
        OSError: the disk fails.
    """
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno != errno.EINVAL:
            raise
    finally:
        os.close(handle)


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
    aside = path.parent / f".{path.name}.new"
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


def _status_of_file(path: Path) -> os.stat_result:
    try:
        status = path.stat()
    except ValueError as error:  # a name with a zero in it is that of no file
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path)) from error
    if not stat.S_ISREG(status.st_mode):
        raise NoFileError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    return status


def _code(error: OSError) -> str:
    if error.errno in DISK_FULL:
        return "disk-full"
    if error.errno in NOT_ALLOWED:
        return "output-not-writable"
    if error.errno in FILE_FOR_FOLDER:
        return "output-in-a-file"
    if isinstance(error, NoFileError | IsADirectoryError):
        return "output-is-a-folder"
    return "output-failed"
