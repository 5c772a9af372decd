"""What people do wrong, and what briefgen says; nothing that was there is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import BriefgenError
from briefgen.pipeline import build as build_module
from briefgen.pipeline.build import build
from briefgen.verification import parse_pack

from .conftest import NAME, OPTIONS, Told

JSON_ONLY = OPTIONS.model_copy(update={"formats": ("docx",)})


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def edit(path: Path, right: str, wrong: str) -> None:
    text = path.read_text("utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), "utf-8")


@pytest.fixture
def out(project: Path) -> Path:
    """A project whose pack was built once."""
    build(project, JSON_ONLY, project / "out", Told())
    return project / "out" / NAME


BREAKAGES = [
    ("templates/packs/presidency-2029.toml", "\n[[sections]]", "\n[[section]]", "Bedoelde u: sections?"),
    ("templates/packs/presidency-2029.toml", "title =", "titel =", "Bedoelde u: title, subtitle?"),
    ("templates/topics.toml", "[[topics]]", "[[topic]]", "Bedoelde u: topics?"),
    ("templates/labels/nl.toml", "contents =", "contnets =", "Bedoelde u: contents?"),
    ("seeds/sources.toml", "000_96d3bbad51c5f8a8.txt", "weg.txt", "seeds/weg.txt"),
    ("seeds/sources.toml", 'kind = "rapport"', 'kind = "raport"', "Bedoelde u: rapport?"),
]


@pytest.mark.parametrize(("file", "right", "wrong", "words"), BREAKAGES)
def test_a_mistake_is_told_and_what_was_there_stays(
    project: Path, out: Path, file: str, right: str, wrong: str, words: str
) -> None:
    before = contents(out)
    edit(project / file, right, wrong)
    with pytest.raises(BriefgenError) as caught:
        build(project, JSON_ONLY, project / "out", Told())
    assert caught.value.exit_code == 1
    assert words in caught.value.text("nl")
    assert contents(out) == before


def test_an_unknown_pack_is_told_with_the_nearest_name(project: Path) -> None:
    options = OPTIONS.model_copy(update={"pack": "presidency-2028"})
    with pytest.raises(BriefgenError) as caught:
        build(project, options, project / "out", Told())
    assert caught.value.text("en") == "there is no pack 'presidency-2028'. Did you mean: presidency-2029?"


def test_a_broken_tag_of_the_page_is_told_with_file_and_near_name(project: Path) -> None:
    edit(project / "templates" / "brief.html", "chapter.title", "chapter.titel")
    with pytest.raises(BriefgenError) as caught:
        build(project, OPTIONS.model_copy(update={"formats": ("pdf",)}), project / "out", Told())
    assert "templates/brief.html" in caught.value.text("nl")
    assert "title" in caught.value.text("nl")
    assert not (project / "out" / NAME).exists()


def test_nothing_changed_is_not_built_again(project: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError("selected again")

    monkeypatch.setattr(build_module, "make", never)
    told = Told()
    build(project, JSON_ONLY, project / "out", told)
    assert told.codes == ["up-to-date"]


def test_an_edited_word_file_is_kept_and_told(project: Path, out: Path) -> None:
    (out / f"{NAME}.docx").write_bytes(b"edited by a person")
    told = Told()
    build(project, JSON_ONLY, project / "out", told)
    assert (out / f"{NAME}.edited-1.docx").read_bytes() == b"edited by a person"
    assert (out / f"{NAME}.docx").read_bytes()[:2] == b"PK"
    assert "output-kept" in told.codes


def test_an_interrupted_build_leaves_what_was_there(project: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(out)
    edit(project / "templates" / "labels" / "nl.toml", '"Inhoud"', '"Inhoudsopgave"')

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(build_module, "to_json", interrupted)
    with pytest.raises(KeyboardInterrupt):
        build(project, JSON_ONLY, project / "out", Told())
    assert contents(out) == before


def test_a_half_finished_pack_is_mended(project: Path, out: Path) -> None:
    before = contents(out)
    (out / "manifest.json").unlink()
    told = Told()
    build(project, JSON_ONLY, project / "out", told)
    assert contents(out) == before
    assert told.codes == ["output-unrecorded"]


def test_without_sources_every_section_says_that_there_is_none(project: Path) -> None:
    register = project / "seeds" / "sources.toml"
    register.write_text('schema = "briefgen/sources@1"\nsources = []\n', "utf-8")
    build(project, OPTIONS, project / "out", Told())
    pack = parse_pack((project / "out" / NAME / "pack.json").read_bytes(), "pack.json")
    assert not pack.citations
    assert {section.gap for section in pack.sections if not section.items} >= {"Geen bron in het corpus."}
