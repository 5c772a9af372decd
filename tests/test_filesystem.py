"""Single files on disk: whole or not at all."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from briefgen.errors import OutputError
from briefgen.filesystem import replace_file, shortage

from .disturbance import disturbed, fill_disk_once


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_one_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "records" / "geo-2026.json"
    assert replace_file(path, b"een")
    assert not replace_file(path, b"een")
    for moment in (1, 2):  # while it is written aside, while it is moved
        with disturbed(moment, fill_disk_once), pytest.raises(OutputError, match="the disk is full"):
            replace_file(path, b"twee")
        assert content(path.parent) == {"geo-2026.json": b"een"}
    assert replace_file(path, b"twee")
    assert content(path.parent) == {"geo-2026.json": b"twee"}


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_a_lack_of_room_is_told_with_the_file_that_did_not_fit(number: int) -> None:
    told = shortage(OSError(number, "full", "records/geo-2026.json"))
    assert told is not None
    assert (told.code, told.file) == ("disk-full", "records/geo-2026.json")


@pytest.mark.parametrize("error", [OSError(errno.EACCES, "no"), ValueError("full")])
def test_other_errors_are_no_lack_of_room(error: Exception) -> None:
    assert shortage(error) is None
