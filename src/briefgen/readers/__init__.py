"""Readers: from the bytes of a source to a `Document`, one module a format.

Every reader is a function `read(data, source)`; `READERS` says which one reads a file.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath

from ..document import Document
from ..errors import SourceError
from ..sources import Source
from . import plain_text

__all__ = ["READERS", "read"]

READERS: dict[str, Callable[[bytes, Source], Document]] = {
    ".txt": plain_text.read,
    ".md": plain_text.read,
}
"""File name ending, in lower case, to the function that reads such a file."""


def read(data: bytes, source: Source) -> Document:
    """The document that a source holds.

    Args:
        data: the bytes of the file.
        source: its entry in the register; the ending of its file name chooses the reader.

    Raises:
        SourceError: there is no reader for such files, or the file is empty, too large or damaged.
    """
    suffix = PurePosixPath(source.file).suffix.lower()
    reader = READERS.get(suffix)
    if reader is None:
        raise SourceError("unknown-format", file=source.file, name=suffix or "?", known=READERS)
    return reader(data, source)
