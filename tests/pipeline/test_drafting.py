from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from briefgen.errors import OptionError
from briefgen.pipeline.build import build
from briefgen.pipeline.drafting import draft
from briefgen.pipeline.options import BuildOptions
from briefgen.verification import parse_pack

from ..end_to_end.conftest import ROOT, Told


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for folder in ("seeds", "templates"):
        shutil.copytree(ROOT / folder, tmp_path / "project" / folder)
    return tmp_path / "project"


def definition(project: Path, name: str) -> Path:
    return project / "templates" / "packs" / f"{name}.toml"


def test_a_new_definition_is_commented_and_can_be_built(project: Path, tmp_path: Path) -> None:
    draft(project, "mijn-pakket", None, Told())
    assert "# 1. Verander de titel" in definition(project, "mijn-pakket").read_text("utf-8")
    build(project, BuildOptions(pack="mijn-pakket", as_of="2026-06-30", formats=("docx",)), tmp_path / "out", Told())
    pack = parse_pack((tmp_path / "out/mijn-pakket/pack.json").read_bytes(), "pack.json")
    assert pack.title == "Mijn pakket"
    assert pack.citations


def test_a_copy_differs_from_its_model_in_the_title_alone(project: Path) -> None:
    draft(project, "kopie", "presidency-2029", Told())
    old = definition(project, "presidency-2029").read_text("utf-8").splitlines()
    new = definition(project, "kopie").read_text("utf-8").splitlines()
    assert [line for line in new if line not in old] == ['title = "Kopie"']


@pytest.mark.parametrize(
    ("name", "copy", "code"),
    [
        ("Mijn Pakket", None, "wrong-pack-name"),
        ("../buiten", None, "wrong-pack-name"),
        ("", None, "wrong-pack-name"),
        ("presidency-2029", None, "pack-exists"),
        ("nieuw", "presidency-2028", "unknown-pack"),
    ],
)
def test_a_name_that_cannot_be_is_refused(project: Path, name: str, copy: str | None, code: str) -> None:
    before = sorted(path.name for path in (project / "templates/packs").iterdir())
    with pytest.raises(OptionError) as caught:
        draft(project, name, copy, Told())
    assert caught.value.code == code
    assert sorted(path.name for path in (project / "templates/packs").iterdir()) == before
