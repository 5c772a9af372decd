"""A pack built again from its manifest: the same bytes, or the names of what made the difference."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from briefgen.errors import FindingsError, InputError, OptionError
from briefgen.manifest import Manifest
from briefgen.pipeline.build import build, prepare
from briefgen.pipeline.options import BuildOptions
from briefgen.pipeline.project import Project
from briefgen.pipeline.rebuilding import rebuild
from briefgen.pipeline.recording import UNRECORDED, options_of
from briefgen.pipeline.workshop import Workshop
from briefgen.serialization import from_json

from .project import Told, write_project

OPTIONS = BuildOptions(pack="proef", as_of="2026-06-30", formats=("docx",))
AGENDA = """schema = "briefgen/agenda@1"

[[items]]
title = "Toekomst van de interne markt"
topics = ["markt"]
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a pack that was built; tests work in copies of it."""
    made = write_project(tmp_path_factory.mktemp("built") / "project", Path(__file__).parents[2] / "templates")
    build(made, OPTIONS, made / "out", Told())
    return made


@pytest.fixture
def manifest(project: Path, built: Path) -> Path:
    """The manifest of a pack that was built in a project."""
    shutil.copytree(built, project, dirs_exist_ok=True)
    return project / "out" / "proef" / "manifest.json"


def append(path: Path, words: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(words)


def told_by(project: Path, manifest: Path) -> list[str]:
    """What a rebuild that finds a difference says."""
    told = Told("en")
    with pytest.raises(FindingsError) as caught:
        rebuild(project, manifest, None, told)
    assert caught.value.exit_code == 3
    assert caught.value.details["count"] == str(len(told.lines))
    return told.lines


def test_with_nothing_changed_every_file_is_the_same(project: Path, manifest: Path) -> None:
    told = Told("en")
    rebuild(project, manifest, None, told)
    assert told.lines == [f"{manifest}: built again. All 3 files are the same, byte for byte."]


def test_the_folder_of_a_pack_stands_for_its_manifest(project: Path, manifest: Path) -> None:
    told = Told("en")
    rebuild(project, manifest.parent, None, told)
    assert told.lines == [f"{manifest.parent}: built again. All 3 files are the same, byte for byte."]


def test_the_new_pack_can_be_kept(project: Path, manifest: Path) -> None:
    rebuild(project, manifest, project / "again", Told())
    again = {path.name: path.read_bytes() for path in (project / "again" / "proef").iterdir()}
    assert again == {path.name: path.read_bytes() for path in manifest.parent.iterdir()}


def test_what_people_did_to_the_outputs_does_not_matter(project: Path, manifest: Path) -> None:
    edited = manifest.parent / "proef.docx"
    edited.write_bytes(b"edited")
    rebuild(project, manifest, None, Told())
    assert edited.read_bytes() == b"edited"


def test_a_changed_source_is_named_with_what_came_of_it(project: Path, manifest: Path) -> None:
    append(project / "seeds" / "markt.txt", "\nEen zin die er toen niet stond.\n")
    lines = told_by(project, manifest)
    assert lines[0] == "The source seeds/markt.txt has changed since."
    assert "pack.json came out otherwise." in lines


def test_changed_definitions_and_templates_are_named(project: Path, manifest: Path) -> None:
    append(project / "templates" / "packs" / "proef.toml", "\n# een opmerking\n")
    append(project / "templates" / "brief.html", "<!-- een opmerking -->")
    (project / "templates" / "new.css").write_text("p {}", "utf-8")
    assert set(told_by(project, manifest)) >= {
        "The definition templates/packs/proef.toml has changed since.",
        "The template templates/brief.html has changed since.",
        "The template templates/new.css was not used then.",
    }


def test_another_program_and_another_output_are_named(project: Path, manifest: Path) -> None:
    recorded = json.loads(manifest.read_bytes())
    recorded["program"] |= {"version": "0.0.1", "sha256": "1" * 64}
    recorded["outputs"][0]["sha256"] = "2" * 64
    manifest.write_text(json.dumps(recorded), "utf-8")
    lines = told_by(project, manifest)
    assert lines[0].startswith("The program is another one: 0.0.1 (111111111111) then, ")
    assert lines[1:] == ["pack.json came out otherwise."]


def test_a_source_that_is_gone_is_told(project: Path, manifest: Path) -> None:
    (project / "seeds" / "markt.txt").unlink()
    with pytest.raises(InputError, match=r"markt\.txt"):
        rebuild(project, manifest, None, Told())


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"pack": "proef", "formats": ["docx"], "colour": "red"}, "the option 'colour'"),
        ({"pack": "proef", "formats": "docx"}, "nothing can be built again"),
        ({"formats": ["docx"]}, "nothing can be built again"),
    ],
)
def test_options_that_cannot_be_used_are_told(
    project: Path, manifest: Path, options: dict[str, object], words: str
) -> None:
    recorded = json.loads(manifest.read_bytes()) | {"options": options}
    manifest.write_text(json.dumps(recorded), "utf-8")
    with pytest.raises(InputError, match=words):
        rebuild(project, manifest, None, Told())


def test_a_manifest_that_is_not_there_is_told(project: Path) -> None:
    with pytest.raises(OptionError, match="no manifest here"):
        rebuild(project, project / "weg.json", None, Told())


def planned(project: Path, options: BuildOptions) -> Manifest:
    return prepare(Workshop(project, Told(), keep_going=options.keep_going), options).planned


@pytest.mark.parametrize(
    "given",
    [
        {"formats": ("docx", "pdf"), "page_numbers": True},
        {"pack": "raad-rvc", "raad": "rvc", "day": "2026-07-01", "audience": "minister"},
        {"pack": "topics-markt", "topics": ("markt",)},
    ],
)
def test_the_options_in_a_manifest_are_those_of_the_build(project: Path, given: dict[str, object]) -> None:
    options = BuildOptions.model_validate(OPTIONS.model_dump() | {"language": "nl"} | given)
    assert options_of(planned(project, options), Project(project), "manifest.json") == options


def test_every_option_has_a_place_in_the_manifest(project: Path) -> None:
    recorded = planned(project, OPTIONS.model_copy(update={"language": "en"})).options
    assert recorded == {"formats": ("docx",), "language": "en", "pack": "proef"}
    assert BuildOptions.model_fields.keys() >= UNRECORDED


def test_a_pack_with_an_agenda_is_built_again(project: Path) -> None:
    (project / "agenda.toml").write_text(AGENDA, "utf-8")
    agenda = str(project / "agenda.toml")
    options = OPTIONS.model_copy(update={"pack": "raad-rvc", "raad": "rvc", "agenda": agenda})
    build(project, options, project / "out", Told())
    manifest = project / "out" / "raad-rvc" / "manifest.json"
    assert from_json(manifest.read_bytes(), "m", Manifest).options["agenda"] == "agenda.toml"
    rebuild(project, manifest, None, Told())


def test_a_pack_without_some_sources_is_built_again_without_them(project: Path) -> None:
    append(
        project / "seeds" / "sources.toml", '\n[[sources]]\nid = "kapot"\nfile = "k.txt"\nlabel = "K"\nkind = "motie"\n'
    )
    (project / "seeds" / "k.txt").write_bytes(b"\0\1")
    build(project, OPTIONS.model_copy(update={"keep_going": True}), project / "out", Told())
    manifest = project / "out" / "proef" / "manifest.json"
    rebuild(project, manifest, None, Told())
    (project / "seeds" / "k.txt").write_text((project / "seeds" / "markt.txt").read_text("utf-8"), "utf-8")
    assert "These options lead to something else now: left_out." in told_by(project, manifest)
