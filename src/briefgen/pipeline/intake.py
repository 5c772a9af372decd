"""The files that a person gives: found, opened with care, and converted where no reader takes them as they are."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches
from pathlib import Path
from typing import Literal, NamedTuple

from ..errors import InputError, OptionError, SourceError
from ..filesystem import LARGEST_FILE, NoFileError, TooLargeError, read_file, real_path, unreadable
from ..sources import LARGEST_SOURCE
from .convert import converted, is_converted
from .file_names import shown

NOT_DOCUMENTS = frozenset({"thumbs.db", "desktop.ini"})
"""What systems leave in folders, besides hidden files and the locks of open documents (`~$…`)."""


Change = Literal["source-converted", "source-recognised"]
"""What was done to a file before it could be read, as the message that tells it."""


class Incoming(NamedTuple):
    """A file to be added.

    Attributes:
        path: as the person knows it.
        name: for its copy.
        data: what its copy shall hold.
        change: why that is not what the file itself holds; `None` when it is.
    """

    path: Path
    name: str
    data: bytes
    change: Change | None = None


def opened(path: Path) -> Incoming:
    """A file that a person gives.

    Raises:
        OptionError: there is no such file.
        SourceError: it is no ordinary file, far too large, cannot be read or not be converted.
    """
    data = _bytes_of(path)
    if not is_converted(path.name):
        return Incoming(path, path.name, data)
    made, name = converted(data, shown(path))
    return Incoming(path, name, made, "source-converted")


def result(path: Path, most: int = LARGEST_FILE) -> bytes:
    """A file of a built pack, or a copy of one.

    Args:
        path: of the file.
        most: the greatest number of bytes that it may hold.

    Raises:
        InputError: it is no file, too large, or cannot be read.
    """
    try:
        return read_file(path, most)
    except TooLargeError as error:
        raise InputError("tagged-too-large", file=shown(path), size=str(most // 1_000_000)) from error
    except OSError as error:
        raise unreadable(error, shown(path), InputError) from error


def named(text: str) -> Path:
    """The path that was typed.

    Raises:
        OptionError: nothing was; the current folder is `.`.
    """
    if not text.strip():
        raise OptionError("option-empty", option="FILE-or-FOLDER")
    return Path(text)


def documents(folder: Path, project: Path, known: Collection[Path]) -> list[Path]:
    """The files in a folder and its folders that may be documents, by name.

    Args:
        folder: to look in.
        project: the folder of the project; its own files are no documents.
        known: files to leave out, without symbolic links.

    Raises:
        OptionError: there is none, or the folder holds the project itself.
        SourceError: the folder cannot be read.
    """
    if real_path(project).is_relative_to(real_path(folder)):
        raise OptionError("folder-of-project", file=shown(folder))
    try:
        paths = sorted(path for path in folder.rglob("*") if path.is_file() and _may_be_document(path, folder))
    except OSError as error:
        raise SourceError("file-unreadable", file=shown(folder), problem=error.strerror or str(error)) from error
    new = [path for path in paths if real_path(path) not in known]
    if not new:
        raise OptionError("folder-without-documents", file=shown(folder))
    return new


def _may_be_document(path: Path, folder: Path) -> bool:
    parts = path.relative_to(folder).parts
    return not any(part.startswith((".", "~$")) for part in parts) and path.name.casefold() not in NOT_DOCUMENTS


def _bytes_of(path: Path) -> bytes:
    try:
        return read_file(path, LARGEST_SOURCE)
    except FileNotFoundError as error:
        raise _no_such_file(path) from error
    except NoFileError as error:
        raise SourceError("not-a-file", file=shown(path)) from error
    except TooLargeError as error:
        raise SourceError("source-too-large", file=shown(path), megabytes=str(LARGEST_SOURCE // 1_000_000)) from error
    except OSError as error:
        raise unreadable(error, shown(path), SourceError) from error


def _no_such_file(path: Path) -> OptionError:
    """The mistake, with the names beside it that are like it; a web address is a mistake of its own."""
    if ":/" in path.as_posix():
        return OptionError("address-for-file", name=shown(path))
    try:
        names = [shown(Path(entry.name)) for entry in path.parent.iterdir() if not entry.name.startswith(".")]
    except OSError:
        names = []
    name = shown(Path(path.name))
    return OptionError("no-such-file", file=shown(path), name=name, known=get_close_matches(name, names))
