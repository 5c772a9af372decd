"""Names for files that are copied: their own, as far as every system can hold it."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Collection
from itertools import count
from pathlib import Path, PurePath

from pathvalidate import sanitize_filename

from ..filesystem import digest_of
from ..provenance import sha256

LONGEST_NAME = 120
"""Bytes of the name of a file without its ending; every file system and archive can hold it."""

NAMELESS = "bron"
"""The name of a file whose own name holds no sign that is possible everywhere."""


UNKNOWN_SIGN = "\ufffd"
"""What stands for bytes that are no text."""

UNSEEN = frozenset({"Cc", "Cf"})
"""The categories of signs that are not seen, some of which turn the letters of a name around (UAX 9)."""


def free_name(folder: Path, name: str, data: bytes, used: Collection[str]) -> str:
    """The name that a file gets in a folder: its own, or its own with a number when that is taken.

    A file that lies there already with the same bytes, and belongs to nothing else, keeps its name.

    Args:
        folder: where it goes.
        name: of the file.
        data: what it holds.
        used: names in the folder that belong to something else.
    """
    own = legal_name(name)
    there = {_folded(entry.name) for entry in folder.iterdir()}
    stem, suffix = PurePath(own).stem, PurePath(own).suffix
    names = (own if number == 1 else f"{stem}-{number}{suffix}" for number in count(1))
    return next(one for one in names if _folded(one) not in there or _is_free(folder / one, data, used))


def shown(path: Path) -> str:
    """A path as it can be printed and stored: bytes that are no UTF-8 (PEP 383) become the replacement character."""
    return os.fsencode(path).decode("utf-8", errors="replace")


def legal_name(name: str) -> str:
    """A name without what Windows, macOS or Linux forbids, and not too long.

    Args:
        name: of a file; bytes that are no UTF-8 stand in it as Python decodes them (PEP 383).
    """
    told = (sign for sign in shown(Path(name)) if sign != UNKNOWN_SIGN and unicodedata.category(sign) not in UNSEEN)
    readable = unicodedata.normalize("NFC", "".join(told))
    stem, suffix = PurePath(readable).stem, PurePath(readable).suffix
    legal = sanitize_filename(stem.strip(" .-"), platform="universal", max_len=LONGEST_NAME).strip(" .")
    return f"{legal or NAMELESS}{sanitize_filename(suffix, platform='universal')}"


def _is_free(path: Path, data: bytes, used: Collection[str]) -> bool:
    """Whether a file that is there has these bytes and belongs to nothing."""
    return path.name not in used and path.is_file() and digest_of(path) == sha256(data)


def _folded(name: str) -> str:
    """Equal for names that some file system takes for the same."""
    return unicodedata.normalize("NFC", name).casefold()
