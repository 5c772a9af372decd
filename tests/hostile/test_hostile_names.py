"""Files whose names are out for something are added under a harmless name, inside `seeds/`."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import InputError
from briefgen.pipeline.adding import add
from briefgen.pipeline.project import Project, read_register
from briefgen.registering import Given

from ..pipeline.project import Told, letter, write_project

ROOT = Path(__file__).parents[2]

NAMES = [
    "..\\..\\evil.txt",
    "..%2f..%2fevil.txt",
    "a\x01b\x1b[2J.txt",
    'regel\nid = "x".txt',
    "CON.txt",
    "-rf.txt",
    "punten....txt",
    "\u202etxt.exe.txt",
    "e" * 200 + ".txt",
    "$(touch evil).txt",
    "'; drop table; --.txt",
    "naam met spaties .txt",
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project", ROOT / "templates")


def all_files(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_file_is_added_under_a_name_that_is_only_a_name(project: Path, tmp_path: Path, name: str) -> None:
    given = tmp_path / "elders" / name
    given.parent.mkdir()
    given.write_text(letter("defensie"), "utf-8")
    before = all_files(tmp_path)
    add(project, given, Given(), Told())
    entry = read_register(Project(project)).sources[0]
    assert (project / "seeds" / entry.file).read_text("utf-8") == letter("defensie")
    assert entry.file.isprintable()
    assert not set(entry.file) & set('/\\:*?"<>|')
    new = all_files(tmp_path) - before
    assert {path for path in new if not path.is_relative_to(project / ".cache")} == {project / "seeds" / entry.file}


def test_a_folder_without_an_end_is_walked_once(project: Path, tmp_path: Path) -> None:
    folder = tmp_path / "stukken"
    folder.mkdir()
    (folder / "brief.txt").write_text(letter("defensie"), "utf-8")
    (folder / "rond").symlink_to(folder)
    (folder / "weg.txt").symlink_to(tmp_path / "er-is-niets.txt")
    add(project, folder, Given(), Told())
    assert len(read_register(Project(project)).sources) == 2


@pytest.mark.parametrize("name", ["map.txt", "gat.txt"])
def test_what_is_no_file_is_refused(project: Path, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name == "gat.txt":
        path.symlink_to("/dev/zero")
    else:
        path.symlink_to(path)
    with pytest.raises(InputError):
        add(project, path, Given(), Told())
