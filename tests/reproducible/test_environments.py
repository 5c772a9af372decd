"""The same inputs and options give the same bytes, whatever surrounds the build."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from itertools import product
from pathlib import Path

import pytest

from briefgen.pipeline.ingredients import ASSET_SUFFIXES

from ..pipeline.project import write_project

ROOT = Path(__file__).parents[2]

# Builds packs of a project as the command line does: arguments are the project, the pattern, the jobs and the formats.
BUILD = """
import os, sys
from pathlib import Path
from briefgen.console import command
with command("en") as console:
    from briefgen.pipeline.options import read_options
    from briefgen.pipeline.packs import build_all
    project, pattern, jobs, formats = sys.argv[1:]
    options = read_options(pack=None, as_of=None, formats=formats, language=None, environment=os.environ)
    build_all(Path(project), options, pattern, int(jobs), Path(project) / "out", console)
"""

DAY = 1_782_777_600
"""30 June 2026, 00:00 UTC, in seconds."""

PLAIN = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}

OTHERS = [
    {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4711"},
    {"LC_ALL": "nl_NL.UTF-8", "LANG": "nl_NL.UTF-8", "PYTHONUTF8": "0"},
    {"LC_ALL": "C", "PYTHONHASHSEED": "random"},
    {"LC_ALL": "tr_TR.UTF-8", "TZ": "America/New_York"},
    {"LC_ALL": "ar_EG.UTF-8", "PYTHONHASHSEED": "1"},
    {"TZ": "Asia/Kathmandu", "COLUMNS": "20", "TERM": "dumb"},
    {"PYTHONOPTIMIZE": "1", "PYTHONDONTWRITEBYTECODE": "1"},
    {"HOME": "/nonexistent", "TMPDIR": "", "USER": "iemand"},
]
"""What may be otherwise in a process."""

Hashes = dict[str, str]

FOLDERS = ["project", "een map met spaties/& meer/ë"]


def copy_of(project: Path, folder: Path) -> Path:
    shutil.copytree(project, folder, symlinks=True)
    return folder


def hashes(project: Path, environment: dict[str, str], formats: str, *, pattern: str = "*", jobs: int = 1) -> Hashes:
    """The hashes of all files that a build in another process makes, by name."""
    surroundings = {**os.environ, **PLAIN, "SOURCE_DATE_EPOCH": str(DAY), **environment}
    surroundings = {name: value for name, value in surroundings.items() if value}
    command = [sys.executable, "-c", BUILD, str(project), pattern, str(jobs), formats]
    ended = subprocess.run(command, env=surroundings, cwd=project, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    files = [path for path in (project / "out").rglob("*") if path.is_file()]
    assert files
    return {path.relative_to(project).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project, with the stylesheet and fonts of a page."""
    project = write_project(tmp_path_factory.mktemp("small") / "project", ROOT / "templates")
    for path in ROOT.joinpath("templates").rglob("*"):
        if path.suffix in ASSET_SUFFIXES:
            target = project / "templates" / path.relative_to(ROOT / "templates")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    return project


def test_a_small_pack_is_the_same_elsewhere_and_a_day_later(small: Path, tmp_path: Path) -> None:
    here = hashes(copy_of(small, tmp_path / FOLDERS[0]), {}, "docx,pdf,html")
    later = {"TZ": "Pacific/Kiritimati", "LC_ALL": "nl_NL.UTF-8", "PYTHONHASHSEED": "4711"}
    elsewhere = copy_of(small, tmp_path / FOLDERS[1])
    for path in elsewhere.rglob("*"):
        os.utime(path, (DAY + 86_400, DAY + 86_400))
    assert hashes(elsewhere, later, "docx,pdf,html") == here


def test_the_number_of_processes_does_not_matter(small: Path, tmp_path: Path) -> None:
    alone = hashes(copy_of(small, tmp_path / "alone"), {}, "docx", jobs=1)
    assert hashes(copy_of(small, tmp_path / "beside"), {"PYTHONHASHSEED": "random"}, "docx", jobs=2) == alone


@pytest.mark.slow
def test_the_whole_pack_is_the_same_in_two_folders_and_eight_environments(tmp_path: Path) -> None:
    first: Hashes = {}
    for number, (environment, folder) in enumerate(product(OTHERS, FOLDERS)):
        project = tmp_path / str(number) / folder
        for name in ("seeds", "templates"):
            shutil.copytree(ROOT / name, project / name)
        found = hashes(project, environment, "docx,pdf,html", pattern="presidency-2029")
        first = first or found
        assert found == first, (environment, folder)
        shutil.rmtree(tmp_path / str(number))
