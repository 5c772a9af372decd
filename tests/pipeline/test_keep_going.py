"""A source that cannot be read stops a build, or is left out and named when the build is told to keep going."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefgen.errors import FindingsError, SourceError
from briefgen.pipeline.build import build
from briefgen.pipeline.options import BuildOptions
from briefgen.pipeline.proof import prove
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


@pytest.fixture
def citing(damaged: Path) -> Path:
    """The same project, with its pack built: it cites the good source."""
    definition = damaged / "templates" / "packs" / "proef.toml"
    pinned = definition.read_text("utf-8").replace("topics =", 'pin = ["interne-markt-2026:p1"]\ntopics =')
    definition.write_text(pinned, "utf-8")
    assert built(damaged, KEEP_GOING, Told())["citations"]
    return damaged


def test_proving_such_a_pack_needs_no_source_that_it_does_not_cite(citing: Path) -> None:
    told = Told("en")
    prove(citing, citing / "out" / "proef", told)
    assert len(told.lines) == 1
    assert told.text.startswith(str(citing / "out" / "proef"))


@pytest.mark.parametrize("data", [None, b"\0\1"])
def test_a_cited_source_that_cannot_be_read_any_more_is_a_finding(citing: Path, data: bytes | None) -> None:
    source = citing / "seeds" / "markt.txt"
    source.unlink()
    if data is not None:
        source.write_bytes(data)
    told = Told("en")
    with pytest.raises(FindingsError) as caught:
        prove(citing, citing / "out" / "proef", told)
    assert caught.value.details["count"] == "1"
    assert told.lines[0].startswith(
        "The source 'Toekomst van de interne markt (2026)' cannot be checked: seeds/markt.txt:"
    )
    assert told.lines[1].startswith("interne-markt-2026: this source is not there")
    assert not any(name in told.text for name in BROKEN)


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
