"""`./invoke` sets up once, again when something changed, and otherwise goes straight on.

A stand-in for Python records what the launcher asks of it, so that nothing is downloaded here.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .source_code import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the launcher is a POSIX shell script")

# Makes environments out of itself, and writes down each call that would change one.
STAND_IN = """#!/bin/sh
case "$1 $2" in
    '-m venv')
        echo "venv" >> "$CALLS"
        mkdir -p "$3/bin"
        cp "$0" "$3/bin/python" ;;
    '-m briefgen') shift 2; echo "ran: $*" ;;
    '-m pip') echo "pip ${*##*/}" >> "$CALLS"; exit "${PIP_FAILS:-0}" ;;
    '--version ') echo 'Python 3.11.0' ;;
esac
"""
PROJECT_FILES = ("pyproject.toml", "requirements.lock", "requirements-dev.lock")
TOOLS = ("cat", "chmod", "cp", "dirname", "id", "ln", "mkdir", "readlink", "rm", "rmdir", "sh", "sha256sum", "sleep")


class Clone:
    """A clone of the project, with a `PATH` of its own."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "een map é"
        self.tools = folder / "tools"
        self.calls = folder / "calls"
        self.root.mkdir()
        self.tools.mkdir()
        shutil.copy(ROOT / "invoke", self.root / "invoke")
        for name in PROJECT_FILES:
            (self.root / name).write_text(name, "utf-8")
        for tool in TOOLS:
            (self.tools / tool).symlink_to(shutil.which(tool) or "/")

    def add_python(self) -> None:
        python = self.tools / "python3"
        python.write_text(STAND_IN, "utf-8")
        python.chmod(0o755)

    def start(self, *tasks: str, script: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [script or self.root / "invoke", *tasks],
            env={"PATH": str(self.tools), "CALLS": str(self.calls), **environment},
            cwd="/",
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )

    def new_calls(self) -> list[str]:
        calls = self.calls.read_text("utf-8").splitlines() if self.calls.exists() else []
        self.calls.unlink(missing_ok=True)
        return [call.split()[0] for call in calls]


@pytest.fixture
def bare(tmp_path: Path) -> Clone:
    if not shutil.which("sha256sum"):
        pytest.skip("these tests give the launcher sha256sum, which is not here")
    return Clone(tmp_path)


@pytest.fixture
def clone(bare: Clone) -> Clone:
    bare.add_python()
    return bare


def test_the_first_start_makes_an_environment_and_runs_the_task(clone: Clone) -> None:
    started = clone.start("build-pack", "--pack", "een naam")
    assert started.stdout == f"ran: --search-root {clone.root} build-pack --pack een naam\n"
    assert started.stderr.startswith("briefgen: making .venv with Python 3.11.0")
    assert clone.new_calls() == ["venv", "pip", "pip"]


def test_a_later_start_does_nothing_and_says_nothing(clone: Clone) -> None:
    clone.start("build-pack")
    clone.new_calls()
    assert clone.start("build-pack").stderr == ""
    assert clone.new_calls() == []


def test_without_a_task_the_program_is_started_too(clone: Clone) -> None:
    assert clone.start().stdout == f"ran: --search-root {clone.root}\n"


def test_a_start_through_a_symbolic_link_finds_the_project(clone: Clone, tmp_path: Path) -> None:
    link = tmp_path / "brief"
    link.symlink_to(os.path.relpath(clone.root / "invoke", tmp_path))
    assert str(clone.root) in clone.start("clean", script=link).stdout


@pytest.mark.parametrize("name", ["pyproject.toml", "requirements.lock"])
def test_a_changed_lock_is_installed_into_the_same_environment(clone: Clone, name: str) -> None:
    clone.start("build-pack")
    clone.new_calls()
    (clone.root / name).write_text("changed", "utf-8")
    clone.start("build-pack")
    assert clone.new_calls() == ["pip", "pip"]


def test_developers_tools_are_installed_for_the_tasks_that_need_them(clone: Clone) -> None:
    clone.start("build-pack")
    assert "requirements-dev.lock" in clone.start("test").stderr
    clone.new_calls()
    assert clone.start("lint").stderr == clone.start("build-pack").stderr == ""
    (clone.root / "requirements-dev.lock").write_text("changed", "utf-8")
    assert clone.start("build-pack").stderr == ""
    assert clone.start("test").stderr != ""


def test_a_failed_set_up_is_told_and_made_anew(clone: Clone) -> None:
    failed = clone.start("build-pack", PIP_FAILS="1")
    assert failed.returncode == 1
    assert "packages were not installed" in failed.stderr
    clone.new_calls()
    assert clone.start("build-pack").returncode == 0
    assert clone.new_calls() == ["venv", "pip", "pip"]


def test_a_moved_folder_gets_a_new_environment(clone: Clone) -> None:
    clone.start("build-pack")
    clone.new_calls()
    clone.root = clone.root.rename(clone.root.with_name("elders"))
    clone.start("build-pack")
    assert clone.new_calls() == ["venv", "pip", "pip"]


def test_the_claim_of_a_dead_process_is_taken_over(clone: Clone) -> None:
    (clone.root / ".venv.lock").symlink_to("999999999")
    assert clone.start("build-pack").returncode == 0
    assert not (clone.root / ".venv.lock").is_symlink()


def test_two_starts_at_once_set_up_once(clone: Clone) -> None:
    environment = {"PATH": str(clone.tools), "CALLS": str(clone.calls)}
    script = str(clone.root / "invoke")
    starts = [subprocess.Popen([script, "clean"], env=environment, stdout=subprocess.DEVNULL) for _ in range(4)]
    assert [start.wait(timeout=60) for start in starts] == [0, 0, 0, 0]
    assert clone.new_calls() == ["venv", "pip", "pip"]


@pytest.mark.parametrize(
    ("locale", "wording"), [("nl_NL.UTF-8", "geen Python 3.11 of nieuwer"), ("C", "no Python 3.11 or newer")]
)
def test_without_python_it_says_what_to_install(bare: Clone, locale: str, wording: str) -> None:
    started = bare.start("build-pack", LANG=locale)
    assert started.returncode == 1
    assert wording in started.stderr
