"""Files of the project speak of the project alone, and work on any machine."""

import re
from pathlib import Path

import pytest

from .source_code import ROOT

# A path that exists on one machine only (`/home/anna/…`, `C:\\Users\\…`).
MACHINE_PATH = re.compile(r"(?<![\w./:])/(?:home|root|Users|work|tmp)/\w\w|\b[A-Z]:\\\\?Users\\", re.ASCII)
# The address of a package registry: locks must work with any mirror.
REGISTRY = re.compile(r"--(?:extra-)?index-url|https?://[^\s\"')]*(?:pypi|simple/|pythonhosted)", re.ASCII)

SUFFIXES = {"", ".py", ".toml", ".md", ".lock", ".html", ".css", ".json", ".jsonl", ".tsv", ".cfg", ".yml"}
UNWRITTEN = {
    ".git", ".venv", ".cache", ".hypothesis", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".import_linter_cache",
    "__pycache__", "dist", "out", "seeds",
}  # fmt: skip
"""Folders with what others or programs wrote."""


def text_files() -> list[Path]:
    """The files of the project that people write."""
    return [
        path
        for path in sorted(ROOT.rglob("*"))
        if path.suffix in SUFFIXES and path.is_file() and not UNWRITTEN.intersection(path.relative_to(ROOT).parts)
    ]


def places(pattern: re.Pattern[str], exempt: tuple[str, ...] = ()) -> list[str]:
    """Where the pattern occurs, in files that are not exempt."""
    return [
        f"{path.relative_to(ROOT)}:{number}"
        for path in text_files()
        if path.name not in exempt
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if pattern.search(line)
    ]


@pytest.mark.parametrize("line", ["see /home/anna/notes.md", "C:\\Users\\anna", 'open("/tmp/out")'])
def test_a_path_of_one_machine_is_recognised(line: str) -> None:
    assert MACHINE_PATH.search(line)


@pytest.mark.parametrize(
    "line", ["https://example.org/home/anna", "templates/home/anna", "/home/x", "a/tmp/x", "#!/usr/bin/env bash"]
)
def test_other_paths_are_fine(line: str) -> None:
    assert not MACHINE_PATH.search(line)


def test_no_file_names_a_path_of_one_machine() -> None:
    assert not places(MACHINE_PATH, exempt=("test_files.py",))


def test_no_file_names_a_registry() -> None:
    assert not places(REGISTRY, exempt=("test_files.py",))


def test_the_launcher_and_the_check_can_be_started() -> None:
    assert all((ROOT / name).stat().st_mode & 0o100 for name in ("invoke", ".ci/run"))
