"""A source that cannot be read stops a build, or is left out and named when the build is told to keep going."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefgen.errors import SourceError
from briefgen.pipeline.build import build
from briefgen.pipeline.options import BuildOptions
from briefgen.verification import parse_pack, verify_pack

from .project import Told, letter

OPTIONS = BuildOptions(pack="proef", as_of="2026-06-30", formats=("docx",))
KEEP_GOING = OPTIONS.model_copy(update={"keep_going": True})
BROKEN = {"kapot": b"\0\1", "weg": None}


@pytest.fixture
def damaged(project: Path) -> Path:
    """A project with one good source, one that is no text and one whose file is missing."""
    with (project / "seeds" / "sources.toml").open("a", encoding="utf-8") as register:
        for name, data in BROKEN.items():
            register.write(
                f'\n[[sources]]\nid = "{name}"\nfile = "{name}.txt"\nlabel = "Brief {name}"\nkind = "motie"\n'
            )
            if data is not None:
                (project / "seeds" / f"{name}.txt").write_bytes(data)
    return project


def built(project: Path, options: BuildOptions, told: Told) -> dict[str, object]:
    build(project, options, project / "out", told)
    content: dict[str, object] = json.loads((project / "out" / "proef" / "pack.json").read_bytes())
    return content


def test_a_source_that_cannot_be_read_stops_a_build(damaged: Path) -> None:
    with pytest.raises(SourceError):
        build(damaged, OPTIONS, damaged / "out", Told())
    assert not (damaged / "out").exists()


def test_sources_that_cannot_be_read_are_told_and_named_as_gaps(damaged: Path) -> None:
    told = Told("en")
    pack = built(damaged, KEEP_GOING, told)
    assert {gap["topic"]: gap["reason"] for gap in pack["gaps"] if not gap["section"]} == {
        f"Brief {name}": f"Deze bron ({name}) kon niet worden gelezen en is niet gebruikt." for name in BROKEN
    }
    assert [source["id"] for source in pack["sources"]] == ["interne-markt-2026"]
    for name in BROKEN:
        assert f"The source 'Brief {name}' is left out of the pack: seeds/{name}.txt: " in told.text


def test_a_pack_with_such_gaps_is_still_proven(damaged: Path) -> None:
    built(damaged, KEEP_GOING, Told())
    pack = parse_pack((damaged / "out" / "proef" / "pack.json").read_bytes(), "pack.json")
    assert "gap-section-unknown" not in {finding.code for finding in verify_pack(pack, {})}


def test_the_manifest_says_what_was_left_out(damaged: Path) -> None:
    built(damaged, KEEP_GOING, Told())
    manifest = json.loads((damaged / "out" / "proef" / "manifest.json").read_bytes())
    assert manifest["options"]["left_out"] == list(BROKEN)


def test_a_mended_source_is_used_by_the_next_build(damaged: Path) -> None:
    built(damaged, KEEP_GOING, Told())
    (damaged / "seeds" / "weg.txt").write_text(letter("zee"), "utf-8")
    pack = built(damaged, KEEP_GOING, Told())
    assert sorted(source["id"] for source in pack["sources"]) == ["interne-markt-2026", "weg"]


def test_without_trouble_a_build_that_keeps_going_makes_the_same_pack(project: Path) -> None:
    assert built(project, KEEP_GOING, Told()) == built(project, OPTIONS, Told())


def test_a_pin_in_a_source_that_was_left_out_is_told(damaged: Path) -> None:
    pack = damaged / "templates" / "packs" / "proef.toml"
    pack.write_text(pack.read_text("utf-8").replace("topics =", 'pin = ["weg:p1"]\ntopics ='), "utf-8")
    told = Told()
    built(damaged, KEEP_GOING, told)
    assert any("weg:p1" in line and line.startswith("Misschien staat het in een bron") for line in told.lines)
