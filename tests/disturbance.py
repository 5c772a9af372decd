"""Disturbing a function at a chosen moment of its work on the disk: killed, interrupted, disk full."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

MUTATING_CALLS = (
    (shutil, "copyfile"),
    (os, "replace"),
    (os, "rename"),
    (os, "unlink"),
    (os, "mkdir"),
    (os, "rmdir"),
    (os, "fsync"),
)


class Killed(BaseException):
    """The process is gone: from here on it does nothing any more."""


@contextmanager
def disturbed(at: int, disturb: Callable[[int], None]) -> Iterator[list[str]]:
    """Run with `disturb` called before each call that changes the disk, from call number `at` on."""
    calls: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        for module, name in MUTATING_CALLS:
            original = getattr(module, name)

            def counted(*arguments: object, _original: Callable[..., object] = original, **options: object) -> object:
                calls.append(_original.__name__)
                if len(calls) > at:
                    disturb(len(calls) - at)
                return _original(*arguments, **options)

            patch.setattr(module, name, counted)
        yield calls


def kill(_nth: int) -> None:
    raise Killed


def interrupt_once(nth: int) -> None:
    if nth == 1:
        raise KeyboardInterrupt


def fill_disk_once(nth: int) -> None:
    if nth == 1:
        raise OSError(errno.ENOSPC, "No space left on device")


def refuse_once(nth: int) -> None:
    if nth == 1:
        raise OSError(errno.EROFS, "Read-only file system")
