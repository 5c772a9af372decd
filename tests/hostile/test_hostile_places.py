"""What stands where a file should be: links that lead round, pipes, devices, and names that no system knows."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.errors import InputError, OptionError, OutputError, SourceError
from briefgen.filesystem import digest_of, lies_in, read_file, replace_file, shortage
from briefgen.outputs import read_manifest
from briefgen.pipeline.ingredients import read_template
from briefgen.pipeline.intake import result
from briefgen.pipeline.project import Project, read_definition, read_source
from briefgen.pipeline.rebuilding import rebuild
from briefgen.pipeline.stale import tell_stale_packs

from ..pipeline.project import Told, write_project

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")

KINDS: dict[str, Callable[[Path], None]] = {
    "pipe": os.mkfifo,
    "folder": Path.mkdir,
    "device": lambda path: path.symlink_to("/dev/zero"),
    "circle": lambda path: path.symlink_to(path),
}
"""What is put where a file should be."""

READERS: dict[str, Callable[[Project, Path], object]] = {
    "templates/topics.toml": read_definition,
    "seeds/markt.txt": lambda project, path: read_source(project, path.name),
    "templates/brief.docx": read_template,
    "out/proef/proef.pdf": lambda _, path: result(path),
    "out/proef/manifest.json": lambda project, path: rebuild(project.root, path.parent, None, Told()),
}
"""How each kind of file is read."""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(write_project(tmp_path / "project", ROOT / "templates"))


def put(path: Path, kind: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    KINDS[kind](path)
    return path


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", READERS)
def test_what_is_no_file_is_refused_and_not_waited_for(project: Project, name: str, kind: str) -> None:
    path = put(project.root / name, kind)
    with pytest.raises(InputError) as caught:
        READERS[name](project, path)
    assert caught.value.exit_code == 1
    assert str(caught.value.file).endswith(Path(name).name if kind != "device" else ("zero", Path(name).name))


@pytest.mark.parametrize("kind", KINDS)
def test_a_manifest_and_an_old_pack_that_are_no_files_are_as_if_they_were_not_there(
    project: Project, kind: str
) -> None:
    folder = put(project.root / "out" / "proef" / "manifest.json", kind).parent
    put(folder / "pack.json", kind)
    assert read_manifest(folder) is None
    tell_stale_packs(project, folder.parent, Told())


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_but_a_file_is_replaced(tmp_path: Path, kind: str) -> None:
    path = put(tmp_path / "rapport.json", kind)
    with pytest.raises(OutputError) as caught:
        replace_file(path, b"{}")
    assert caught.value.code == ("output-failed" if kind == "circle" else "output-is-a-folder")
    assert list(tmp_path.iterdir()) == [path]
    assert not path.is_file()


def test_the_folder_itself_is_no_place_for_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(OutputError, match="there is a folder of that name"):
        replace_file(Path(), b"{}")


@pytest.mark.parametrize("name", ["a\0b.txt", "nergens.txt"])
def test_a_name_of_no_file_is_that_of_a_missing_one(project: Project, name: str) -> None:
    with pytest.raises(SourceError, match="the file is in the register but not in the folder"):
        read_source(project, name)
    assert digest_of(project.seeds / name) is None


def test_a_name_with_a_zero_leads_nowhere_else(tmp_path: Path) -> None:
    assert lies_in(tmp_path / "a\0b", tmp_path)
    assert not lies_in(tmp_path.parent / "a\0b", tmp_path)


def test_a_name_that_is_too_long_is_told_and_cut_off() -> None:
    with pytest.raises(OSError, match="too long") as caught:
        Path("x" * 5_000).is_file()
    told = shortage(caught.value)
    assert told is not None
    assert (told.code, len(told.details["path"])) == ("path-too-long", 81)


def test_of_a_file_without_an_end_nothing_is_read(tmp_path: Path) -> None:
    path = tmp_path / "leeg.txt"
    with path.open("wb") as file:
        file.truncate(10**10)
    with pytest.raises(OSError, match="too large"):
        read_file(path)
    with pytest.raises(OptionError, match="there is no manifest here"):
        rebuild(tmp_path, path, None, Told())


def test_the_ends_of_lines_of_every_system_are_those_of_one(project: Project) -> None:
    path = project.templates / "topics.toml"
    path.write_bytes(b"\xef\xbb\xbfa = 1\r\nb = 2\rc = 3\n")
    assert read_definition(project, path) == "a = 1\nb = 2\nc = 3\n"
