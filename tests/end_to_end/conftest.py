"""One built pack for all tests of the whole line."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from briefgen.messages import Language
from briefgen.pack import Pack
from briefgen.pipeline.build import build
from briefgen.pipeline.options import BuildOptions
from briefgen.verification import parse_pack

ROOT = Path(__file__).parents[2]
NAME = "presidency-2029"
OPTIONS = BuildOptions(pack=NAME, as_of="2026-06-30", formats=("docx", "pdf"))


class Told:
    """A progress that remembers what was told."""

    language: Language = "nl"

    def __init__(self) -> None:
        self.codes: list[str] = []
        self.lines: list[str] = []

    def step(self, code: str, **details: str) -> None:
        """A step is of no interest here."""

    def tell(self, code: str, **details: str) -> None:
        """Remember the message."""
        self.codes.append(code)

    def show(self, line: str = "") -> None:
        """Remember the line."""
        self.lines.append(line)

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        """Remember the rows."""
        self.lines += [" | ".join(row) for row in rows]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the default pack, built once; tests do not change it."""
    out = tmp_path_factory.mktemp("built")
    build(ROOT, OPTIONS, out, Told())
    return out / NAME


@pytest.fixture(scope="session")
def council(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a pack for a meeting of a Council with its agenda, built once; tests do not change it."""
    out = tmp_path_factory.mktemp("council")
    agenda = "templates/agendas/voorbeeld-rbz.toml"
    asked = BuildOptions(pack="raad-rbz", raad="rbz", agenda=agenda, as_of="2026-06-15", formats=("docx", "pdf"))
    build(ROOT, asked, out, Told())
    return next(out.iterdir())


def pack_in(folder: Path) -> Pack:
    """The pack in a folder as its `pack.json` says."""
    return parse_pack((folder / "pack.json").read_bytes(), "pack.json")


@pytest.fixture(scope="session")
def pack(built: Path) -> Pack:
    """The default pack as its `pack.json` says."""
    return pack_in(built)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of its own, to break."""
    for folder in ("seeds", "templates"):
        shutil.copytree(ROOT / folder, tmp_path / "project" / folder)
    return tmp_path / "project"
