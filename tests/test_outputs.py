"""Writing a pack: nothing is lost, whatever happens on the way."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO

import pytest
from filelock import FileLock

from briefgen.errors import OutputError
from briefgen.manifest import Manifest, Program, make
from briefgen.outputs import Kept, Mended, WriteReport, output_hashes, read_manifest, was_interrupted, write_outputs
from briefgen.serialization import to_json

from .disturbance import Killed, disturbed, fill_disk_once, interrupt_once, kill, refuse_once

NAME = "presidency-2029"
OLD = {f"{NAME}.docx": b"word, oud", f"{NAME}.pdf": b"pdf, oud", "pack.json": b"{}"}
NEW = {f"{NAME}.docx": b"word, nieuw", f"{NAME}.html": b"html, nieuw", "pack.json": b"{}"}
EDITED = b"word, door iemand verbeterd"
NOTES = b"van de lezer"


def manifest_of(files: Mapping[str, bytes]) -> Manifest:
    return make(
        program=Program(name="briefgen", version="0.1.0", sha256="0" * 64),
        options={},
        as_of="2026-06-01",
        sources=[],
        definitions={},
        templates={},
        outputs=files,
    )


def build(folder: Path, files: Mapping[str, bytes]) -> WriteReport:
    return write_outputs(folder, files, manifest_of(files))


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.exists() else {}


def with_manifest(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {**files, "manifest.json": to_json(manifest_of(files))}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "out" / NAME


def edited_pack(folder: Path) -> None:
    build(folder, OLD)
    (folder / f"{NAME}.docx").write_bytes(EDITED)
    (folder / "notities.txt").write_bytes(NOTES)


BEFORE = {**with_manifest(OLD), f"{NAME}.docx": EDITED, "notities.txt": NOTES}
AFTER = {**with_manifest(NEW), f"{NAME}.edited-1.docx": EDITED, "notities.txt": NOTES}


def number_of_calls(tmp_path: Path) -> int:
    rehearsal = tmp_path / "rehearsal" / NAME
    edited_pack(rehearsal)
    with disturbed(10_000, kill) as calls:
        build(rehearsal, NEW)
    assert content(rehearsal) == AFTER
    return len(calls)


def test_a_first_build_writes_the_files_and_their_manifest(folder: Path) -> None:
    report = build(folder, OLD)
    assert content(folder) == with_manifest(OLD)
    assert report.written == ("pack.json", f"{NAME}.docx", f"{NAME}.pdf")
    assert (report.kept, report.mended, report.removed) == ((), (), ())
    assert [path.name for path in folder.parent.iterdir()] == [NAME]


def test_what_did_not_change_is_not_written_again(folder: Path) -> None:
    build(folder, OLD)
    inodes = {path.name: path.stat().st_ino for path in folder.iterdir()}
    report = build(folder, OLD)
    assert {path.name: path.stat().st_ino for path in folder.iterdir()} == inodes
    assert report.written == ()
    assert set(report.unchanged) == set(OLD)


def test_an_edited_file_is_kept_and_reported(folder: Path) -> None:
    edited_pack(folder)
    report = build(folder, NEW)
    assert content(folder) == AFTER
    assert report.kept == (Kept(file=f"{NAME}.docx", kept_as=f"{NAME}.edited-1.docx"),)
    assert ("output-kept", {"file": f"{NAME}.docx", "kept_as": f"{NAME}.edited-1.docx"}) in list(report.notices())


def test_an_edited_file_is_kept_also_when_the_build_makes_the_same_again(folder: Path) -> None:
    edited_pack(folder)
    build(folder, OLD)
    assert content(folder) == {**with_manifest(OLD), f"{NAME}.edited-1.docx": EDITED, "notities.txt": NOTES}


def test_a_kept_file_is_never_overwritten(folder: Path) -> None:
    edited_pack(folder)
    build(folder, NEW)
    (folder / f"{NAME}.docx").write_bytes(b"nog een keer verbeterd")
    report = build(folder, NEW)
    assert report.kept == (Kept(file=f"{NAME}.docx", kept_as=f"{NAME}.edited-2.docx"),)
    assert content(folder) == {**AFTER, f"{NAME}.edited-2.docx": b"nog een keer verbeterd"}


def test_a_folder_with_the_name_of_a_kept_file_is_passed_over(folder: Path) -> None:
    edited_pack(folder)
    (folder / f"{NAME}.edited-1.docx").mkdir()
    report = build(folder, NEW)
    assert report.kept[0].kept_as == f"{NAME}.edited-2.docx"


def test_the_dates_of_a_kept_file_stay(folder: Path) -> None:
    edited_pack(folder)
    os.utime(folder / f"{NAME}.docx", (1_700_000_000, 1_700_000_000))
    build(folder, NEW)
    assert (folder / f"{NAME}.edited-1.docx").stat().st_mtime == 1_700_000_000


def test_an_output_that_this_build_does_not_make_goes_but_not_when_somebody_edited_it(folder: Path) -> None:
    build(folder, OLD)
    word_only = {f"{NAME}.docx": b"word, oud"}
    report = build(folder, word_only)
    assert content(folder) == with_manifest(word_only)
    assert report.removed == ("pack.json", f"{NAME}.pdf")
    (folder / f"{NAME}.docx").write_bytes(EDITED)
    json_only = {"pack.json": b"{}"}
    report = build(folder, json_only)
    assert content(folder) == {**with_manifest(json_only), f"{NAME}.edited-1.docx": EDITED}
    assert report.removed == ()


def test_a_file_that_is_gone_is_made_again_and_said(folder: Path) -> None:
    build(folder, OLD)
    (folder / f"{NAME}.pdf").unlink()
    report = build(folder, OLD)
    assert content(folder) == with_manifest(OLD)
    assert report.mended == (Mended(file=f"{NAME}.pdf", problem="missing"),)


@pytest.mark.parametrize("manifest", [None, b"", b"{}", b'{"schema": "briefgen/manifest@1"'])
def test_without_a_readable_manifest_every_other_file_is_kept(folder: Path, manifest: bytes | None) -> None:
    build(folder, OLD)
    if manifest is None:
        (folder / "manifest.json").unlink()
    else:
        (folder / "manifest.json").write_bytes(manifest)
    report = build(folder, NEW)
    assert report.mended == (Mended(file="manifest.json", problem="unrecorded"),)
    assert content(folder) == {
        **with_manifest(NEW),
        f"{NAME}.edited-1.docx": OLD[f"{NAME}.docx"],
        f"{NAME}.pdf": OLD[f"{NAME}.pdf"],
    }


def test_a_build_that_is_killed_at_any_moment_loses_nothing_and_is_mended_by_the_next(tmp_path: Path) -> None:
    whole = {*BEFORE.values(), *AFTER.values()} | {*OLD.values()}
    for moment in range(number_of_calls(tmp_path)):
        folder = tmp_path / f"killed-{moment}" / NAME
        edited_pack(folder)
        with disturbed(moment, kill), pytest.raises(Killed):
            build(folder, NEW)
        after_kill = content(folder)
        assert whole.issuperset(after_kill.values())
        assert EDITED in after_kill.values()
        build(folder, NEW)
        assert content(folder) == AFTER, f"killed at call {moment}"
        assert [path.name for path in folder.parent.iterdir()] == [NAME]


def test_a_build_after_a_killed_one_with_other_inputs_keeps_only_what_people_changed(tmp_path: Path) -> None:
    third = {f"{NAME}.docx": b"word, derde", "pack.json": b"[]"}
    for moment in range(number_of_calls(tmp_path)):
        folder = tmp_path / f"third-{moment}" / NAME
        edited_pack(folder)
        with disturbed(moment, kill), pytest.raises(Killed):
            build(folder, NEW)
        build(folder, third)
        expected = {**with_manifest(third), f"{NAME}.edited-1.docx": EDITED, "notities.txt": NOTES}
        assert content(folder) == expected, f"killed at call {moment}"


def test_a_killed_build_and_a_killed_repair_lose_nothing(tmp_path: Path) -> None:
    calls = number_of_calls(tmp_path)
    for first in range(0, calls, 3):
        for second in range(0, calls, 4):
            folder = tmp_path / f"twice-{first}-{second}" / NAME
            edited_pack(folder)
            for moment in (first, second):
                with disturbed(moment, kill), pytest.raises(Killed):
                    build(folder, NEW)
                    raise Killed
            build(folder, NEW)
            assert content(folder) == AFTER, f"killed at calls {first} and {second}"


def test_an_interrupted_build_says_so_next_time(folder: Path) -> None:
    build(folder, OLD)
    with disturbed(10_000, kill) as calls:
        build(folder.parent / "rehearsal", NEW)
    last_move = len(calls) - 1 - calls[::-1].index("replace")
    with disturbed(last_move, kill), pytest.raises(Killed):
        build(folder, NEW)
    assert read_manifest(folder) == manifest_of(OLD)
    report = build(folder, NEW)
    assert "interrupted" in {entry.problem for entry in report.mended}


@pytest.mark.parametrize(("disturb", "error"), [(interrupt_once, KeyboardInterrupt), (fill_disk_once, OutputError)])
def test_an_interruption_at_any_moment_leaves_the_folder_as_it_was(
    tmp_path: Path, disturb: Callable[[int], None], error: type[BaseException]
) -> None:
    outcomes = set()
    for moment in range(number_of_calls(tmp_path)):
        folder = tmp_path / f"stopped-{moment}" / NAME
        edited_pack(folder)
        try:
            with disturbed(moment, disturb):
                build(folder, NEW)
        except error:
            pass
        found = content(folder)
        assert found in (BEFORE, AFTER), f"stopped at call {moment}"
        outcomes.add(found == AFTER)
        build(folder, NEW)
        assert content(folder) == AFTER
        assert [path.name for path in folder.parent.iterdir()] == [NAME]
    assert outcomes == {True, False}


def test_an_interrupted_first_build_leaves_no_folder(tmp_path: Path) -> None:
    with disturbed(10_000, kill) as calls:
        build(tmp_path / "rehearsal", NEW)
    first_move = calls.index("replace")
    folder = tmp_path / "fresh"
    with disturbed(first_move, interrupt_once), pytest.raises(KeyboardInterrupt):
        build(folder, NEW)
    assert not folder.exists()


def test_a_disk_that_may_only_be_read_is_said(folder: Path) -> None:
    with disturbed(0, refuse_once), pytest.raises(OutputError, match="you may not write here") as caught:
        build(folder, NEW)
    assert caught.value.file == str(folder)


def test_a_full_disk_is_said_with_the_file(folder: Path) -> None:
    build(folder, OLD)
    with disturbed(2, fill_disk_once), pytest.raises(OutputError, match="the disk is full") as caught:
        build(folder, NEW)
    assert str(folder) in str(caught.value)
    assert content(folder) == with_manifest(OLD)


def test_a_file_that_is_open_in_word_stops_the_build_before_anything_is_moved(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(folder, OLD)
    original = Path.open

    def refuse(path: Path, mode: str = "r") -> IO[str] | IO[bytes]:
        if path == folder / f"{NAME}.docx" and "+" in mode:
            raise PermissionError(errno.EACCES, "Permission denied")
        return original(path, mode)

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(OutputError, match="open in another program") as caught:
        build(folder, NEW)
    assert caught.value.file == str(folder / f"{NAME}.docx")
    assert content(folder) == with_manifest(OLD)


def test_a_file_that_a_program_holds_while_it_is_moved_undoes_the_build(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(folder, OLD)
    original = os.replace
    refused: list[str] = []

    def held_once(source: Path, target: Path) -> None:
        if Path(target).name == f"{NAME}.html" and not refused:
            refused.append(Path(target).name)
            raise PermissionError(errno.EACCES, "Permission denied")
        original(source, target)

    monkeypatch.setattr(os, "replace", held_once)
    with pytest.raises(OutputError, match="you may not write here"):
        build(folder, NEW)
    assert content(folder) == with_manifest(OLD)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_that_may_not_be_written_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(OutputError, match="you may not write here"):
            build(tmp_path / NAME, NEW)
    finally:
        tmp_path.chmod(0o755)


def test_a_file_where_the_folder_should_be_is_said(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"een bestand")
    with pytest.raises(OutputError, match="there is a file of that name"):
        build(tmp_path / NAME, NEW)
    with pytest.raises(OutputError, match="there is a file of that name"):
        build(tmp_path / NAME / "dieper", NEW)
    assert content(tmp_path) == {NAME: b"een bestand"}


def test_a_folder_where_a_file_should_be_is_said(folder: Path) -> None:
    (folder / f"{NAME}.docx").mkdir(parents=True)
    with pytest.raises(OutputError, match="there is a folder of that name"):
        build(folder, NEW)


def test_two_builds_at_once_do_not_mix(folder: Path) -> None:
    build(folder, OLD)
    other = FileLock(folder.parent / f".{NAME}.lock")
    with other, pytest.raises(OutputError, match="another process is building in this folder"):
        build(folder, NEW)
    assert content(folder) == with_manifest(OLD)


def test_a_lock_file_that_a_killed_build_left_locks_nothing(folder: Path) -> None:
    folder.parent.mkdir()
    (folder.parent / f".{NAME}.lock").write_bytes(b"")
    build(folder, NEW)
    assert [path.name for path in folder.parent.iterdir()] == [NAME]


def test_what_an_interruption_left_is_known_until_the_next_build(folder: Path) -> None:
    build(folder, OLD)
    assert not was_interrupted(folder)
    with disturbed(8, kill), pytest.raises(Killed):
        build(folder, NEW)
    assert was_interrupted(folder)
    build(folder, NEW)
    assert not was_interrupted(folder)


def test_a_link_to_a_folder_elsewhere_is_followed(tmp_path: Path) -> None:
    real = tmp_path / "elders" / "pakket"
    real.mkdir(parents=True)
    (tmp_path / NAME).symlink_to(real)
    build(tmp_path / NAME, NEW)
    assert content(real) == with_manifest(NEW)
    assert [path.name for path in real.parent.iterdir()] == ["pakket"]


def test_a_manifest_of_other_files_is_a_defect(folder: Path) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        write_outputs(folder, NEW, manifest_of(OLD))


def test_the_hashes_of_a_folder_leave_out_what_is_not_there(folder: Path) -> None:
    build(folder, OLD)
    manifest = manifest_of(OLD)
    (folder / "pack.json").unlink()
    assert output_hashes(folder, manifest).keys() == OLD.keys() - {"pack.json"}
