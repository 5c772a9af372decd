"""A build that is killed at any moment: every file is whole, nothing is lost, and the next build mends the rest."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest

from briefgen.errors import OutputError
from briefgen.filesystem import explained, write
from briefgen.outputs import read_manifest, was_interrupted, write_outputs
from briefgen.pipeline.build import build
from briefgen.pipeline.options import BuildOptions

from ..disturbance import disturbed, fill_disk_once
from ..pipeline.project import Told, write_project
from .versions import NAMES, files, manifest_of

ROOT = Path(__file__).parents[2]
EDITED = b"door een mens verbeterd"
OPTIONS = BuildOptions(pack="proef", as_of="2026-06-30", formats=("docx",))

# Writes two versions of a pack in turn, until it is killed; a dot for each.
WRITER = """
import sys
from pathlib import Path
from briefgen.outputs import write_outputs
from tests.crash.versions import files, manifest_of
number = 0
while True:
    number += 1
    version = files(number % 2)
    write_outputs(Path(sys.argv[1]), version, manifest_of(version))
    print(".", flush=True)
"""

# Builds the pack of a project, as the command line does.
BUILD = """
import sys
from pathlib import Path
from briefgen.console import command
with command("en") as console:
    from briefgen.pipeline.build import build
    from briefgen.pipeline.options import BuildOptions
    options = BuildOptions(pack="proef", as_of="2026-06-30", formats=("docx",))
    build(Path(sys.argv[1]), options, Path(sys.argv[1]) / "out", console)
"""


def hashes(folder: Path) -> dict[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()} if folder.exists() else {}


def expected(version: int) -> dict[str, str]:
    made = files(version)
    return {name: sha256(data).hexdigest() for name, data in made.items()}


def killed(command: list[str], moment: float) -> None:
    """Run a program that says when it is at work, and kill it some seconds later."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT)
    with process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(moment)
        process.kill()


def assert_whole(folder: Path) -> None:
    """Every output is that of one version, whole; a manifest that is there can be read."""
    either = {name: {expected(version).get(name) for version in (0, 1)} for name in NAMES}
    for name, digest in hashes(folder).items():
        if name in either:
            assert digest in either[name], name
    if (folder / "manifest.json").exists():
        assert read_manifest(folder) is not None


def assert_nothing_torn(folder: Path, moments: list[float]) -> None:
    """Kill a writer at each moment; then the state is whole, and one more write mends all of it."""
    for number, moment in enumerate(moments):
        killed([sys.executable, "-c", WRITER, str(folder)], moment)
        assert_whole(folder)
        (folder / "proef.docx").write_bytes(EDITED)
        version = files(number % 2)
        write_outputs(folder, version, manifest_of(version))
        assert not was_interrupted(folder)
        kept = [path for path in folder.glob("proef.edited-*.docx") if path.read_bytes() == EDITED]
        assert kept, "what a person wrote is gone"
        found = {name: digest for name, digest in hashes(folder).items() if name in NAMES}
        assert found == expected(number % 2)
        assert [path.name for path in folder.parent.iterdir()] == [folder.name]


def moments(count: int) -> list[float]:
    chance = random.Random(2029)  # noqa: S311 - moments, no secrets
    return [chance.uniform(0, 0.03) for _ in range(count)]


def test_a_writer_that_is_killed_tears_nothing(tmp_path: Path) -> None:
    assert_nothing_torn(tmp_path / "out" / "proef", moments(6))


@pytest.mark.slow
def test_a_writer_that_is_killed_three_hundred_times_tears_nothing(tmp_path: Path) -> None:
    assert_nothing_torn(tmp_path / "out" / "proef", moments(300))


@pytest.mark.parametrize(
    "moment", [0.3, pytest.param(0.9, marks=pytest.mark.slow), pytest.param(1.5, marks=pytest.mark.slow)]
)
def test_a_whole_build_that_is_killed_is_finished_by_the_next_one(tmp_path: Path, moment: float) -> None:
    project = write_project(tmp_path / "project", ROOT / "templates")
    process = subprocess.Popen([sys.executable, "-c", BUILD, str(project)], start_new_session=True)
    time.sleep(moment)
    process.kill()
    process.wait()
    build(project, OPTIONS, project / "out", Told())
    folder = project / "out" / "proef"
    manifest = read_manifest(folder)
    assert manifest is not None
    assert {one.file: one.sha256 for one in manifest.outputs} == {
        name: digest for name, digest in hashes(folder).items() if name != "manifest.json"
    }
    deadline = time.monotonic() + 30
    while _session_lives(process.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _session_lives(process.pid)


def test_two_builds_of_one_pack_at_once_leave_a_whole_pack(tmp_path: Path) -> None:
    project = write_project(tmp_path / "project", ROOT / "templates")
    command = [sys.executable, "-c", BUILD, str(project)]
    both = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [process.communicate(timeout=120)[1] for process in both]
    codes = sorted(process.returncode for process in both)
    assert codes in ([0, 0], [0, 1]), said
    if codes == [0, 1]:
        assert any("another process" in words for words in said), said
    told = Told("en")
    build(project, OPTIONS, project / "out", told)
    assert told.lines[0] == "Nothing has changed; the pack proef was ready."


@pytest.mark.parametrize("call", [2, 5, 8, 11])
def test_a_full_disk_is_told_and_the_old_pack_stays(tmp_path: Path, call: int) -> None:
    project = write_project(tmp_path / "project", ROOT / "templates")
    build(project, OPTIONS, project / "out", Told())
    before = hashes(project / "out" / "proef")
    labels = project / "templates" / "labels" / "nl.toml"
    labels.write_text(labels.read_text("utf-8").replace('"Inhoud"', '"Wat erin staat"'), "utf-8")
    version = files(1)
    with pytest.raises(OutputError) as caught, disturbed(call, fill_disk_once):
        write_outputs(project / "out" / "proef", version, manifest_of(version))
    assert caught.value.code == "disk-full"
    assert hashes(project / "out" / "proef") == before
    build(project, OPTIONS, project / "out", Told())
    assert json.loads((project / "out" / "proef" / "pack.json").read_bytes())["pack"] == "proef"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_device_that_is_full_is_a_full_disk() -> None:
    with pytest.raises(OutputError) as caught, explained(Path("/dev/full")):
        write(Path("/dev/full"), b"x")
    assert caught.value.code == "disk-full"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir(mode=0o500)
    version = files(0)
    with pytest.raises(OutputError) as caught:
        write_outputs(out / "proef", version, manifest_of(version))
    assert caught.value.code == "output-not-writable"


def _session_lives(session: int) -> bool:
    """Whether a process of a session still runs."""
    try:
        os.killpg(session, 0)
    except ProcessLookupError:
        return False
    return True
