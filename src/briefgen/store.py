"""A cache on disk, keyed by content: what was made once from the same bytes by the same program is not made again."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Iterable
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from .provenance import sha256


def key(parts: Iterable[bytes]) -> str:
    """A key for what is made from exactly these inputs, in this order."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


@cache
def program_fingerprint() -> str:
    """The SHA-256 of the program itself, so that a changed rule never meets an old result."""
    digest = hashlib.sha256()
    for name, data in _files(resources.files("briefgen"), ""):
        digest.update(name.encode() + b"\0" + sha256(data).encode())
    return digest.hexdigest()


def _files(folder: Traversable, prefix: str) -> Iterable[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda child: child.name):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _files(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith((".py", ".toml")):
            yield prefix + entry.name, entry.read_bytes()


class Store:
    """A folder of results, one file a key.

    A cache that cannot be written or read is no reason to stop: the result is made again.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, name: str) -> bytes | None:
        """What was stored under `name`, or `None`."""
        try:
            return (self._folder / name).read_bytes()
        except OSError:
            return None

    def put(self, name: str, data: bytes) -> None:
        """Store `data` under `name`: written aside and moved into place, so that no reader meets half a file."""
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, aside = tempfile.mkstemp(dir=self._folder, prefix=".aside-")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(data)
                Path(aside).replace(self._folder / name)
            except BaseException:
                Path(aside).unlink(missing_ok=True)
                raise
