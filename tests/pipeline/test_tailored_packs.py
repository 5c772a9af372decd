"""Packs that are made without a definition, and many in one run."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from briefgen.errors import DefinitionError, OptionError
from briefgen.pack import Pack
from briefgen.pipeline.build import build
from briefgen.pipeline.options import BuildOptions, name_of_pack
from briefgen.pipeline.packs import build_all
from briefgen.verification import parse_pack

from ..end_to_end.conftest import ROOT, Told

ASKED = BuildOptions(pack="raad-jbz", as_of="2026-06-30", formats=("docx",))


def made(out: Path, **asked: object) -> Pack:
    options = ASKED.model_copy(update=asked)
    build(ROOT, options, out, Told())
    return read(out / options.pack)


def read(folder: Path) -> Pack:
    return parse_pack((folder / "pack.json").read_bytes(), "pack.json")


@pytest.fixture(scope="module")
def jbz(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the pack of a Council, built once; tests do not change it."""
    out = tmp_path_factory.mktemp("jbz")
    made(out, raad="jbz")
    return out / "raad-jbz"


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("raad-rbz-handel", {"raad": "rbz-handel"}),
        ("fractie-groenlinks-pvda", {"party": "GroenLinks-PvdA"}),
        ("topics-mfk-midden-oosten", {"topics": ("mfk", "midden-oosten")}),
        ("presidency-2029", {}),
    ],
)
def test_a_pack_without_a_definition_has_a_name(name: str, given: dict[str, str]) -> None:
    assert name_of_pack(**given) == name  # type: ignore[arg-type]  # one dictionary for options of several types


def test_the_pack_of_a_council_opens_with_a_line_for_its_subjects(jbz: Path) -> None:
    pack = read(jbz)
    assert pack.title == "Raad Justitie en Binnenlandse Zaken"
    front = pack.sections[0]
    assert {item.topic for item in front.items} == {"Asiel en migratie", "Justitie, politie en criminaliteit"}
    assert {item.holder_kind for item in front.items} == {"kabinet"}


def test_the_name_of_a_pack_is_enough(tmp_path: Path, jbz: Path) -> None:
    assert made(tmp_path).sections == read(jbz).sections


def test_audiences_read_different_packs_with_the_same_facts(tmp_path: Path, jbz: Path) -> None:
    officer, minister = read(jbz), made(tmp_path, raad="jbz", audience="minister")
    assert len(minister.citations) < len(officer.citations)
    assert {citation.key for citation in minister.citations} <= {citation.key for citation in officer.citations}


def test_the_pack_of_an_agenda_follows_its_items(tmp_path: Path) -> None:
    agenda = str(ROOT / "templates/agendas/voorbeeld-rbz.toml")
    pack = made(tmp_path, pack="raad-rbz", raad="rbz", agenda=agenda)
    chapters = [section.title for section in pack.sections if section.id.startswith("punt-") and section.level == 1]
    assert chapters == ["Russische agressie tegen Oekraïne", "Situatie in het Midden-Oosten", "Betrekkingen met China"]
    assert pack.subtitle == "Vergadering van 22 juni 2026, Luxemburg"


def test_a_mistake_in_an_agenda_names_its_line_and_near_names(tmp_path: Path) -> None:
    text = (ROOT / "templates/agendas/voorbeeld-rbz.toml").read_text("utf-8").replace('"sancties"', '"sanctie"')
    agenda = tmp_path / "agenda.toml"
    agenda.write_text(text, "utf-8")
    with pytest.raises(DefinitionError, match="sancties") as caught:
        made(tmp_path, pack="raad-rbz", raad="rbz", agenda=str(agenda))
    assert caught.value.file == "agenda.toml"
    assert "sanctie" in text.splitlines()[(caught.value.line or 0) - 1]


def test_the_pack_of_a_party_holds_all_its_questions_with_answers(tmp_path: Path) -> None:
    pack = made(tmp_path, pack="fractie-christenunie", party="christenunie")
    section = next(section for section in pack.sections if section.id == "fractie-vragen")
    questions = [item for item in section.items if item.type == "question"]
    assert len(questions) > 3
    assert {item.holder for item in questions} == {"ChristenUnie"}
    assert [item for item in section.items if item.type == "answer"]


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"raad": "rbx"}, "unknown-raad"),
        ({"raad": "rbz", "audience": "mnister"}, "unknown-audience"),
        ({"topics": ("mfkk",)}, "unknown-topic"),
        ({"party": "Partij X"}, "unknown-party"),
        ({"pack": "raad-rbx"}, "unknown-pack"),
        ({"pack": "topics-onzin"}, "unknown-pack"),
    ],
)
def test_what_there_is_not_is_told_with_what_there_is(tmp_path: Path, asked: dict[str, object], code: str) -> None:
    with pytest.raises(OptionError) as caught:
        made(tmp_path, **asked)
    assert caught.value.code == code
    assert caught.value.known


def test_every_pack_has_a_receipt_whose_counts_sum_to_the_whole(jbz: Path) -> None:
    receipt = json.loads((jbz / "receipt.json").read_text("utf-8"))
    assert sum(sum(counts.values()) for counts in receipt["counts"].values()) == len(receipt["entries"])
    assert receipt["counts"]["paragraph"]["chosen"] == len(read(jbz).citations)


def test_packs_of_one_run_are_those_that_are_built_alone(tmp_path: Path, jbz: Path) -> None:
    build_all(ROOT, ASKED, "raad-[jl]*", 1, tmp_path, Told())
    for name in ("pack.json", "receipt.json"):
        assert (tmp_path / "raad-jbz" / name).read_bytes() == (jbz / name).read_bytes()
    assert (tmp_path / "raad-lv/pack.json").is_file()


def test_packs_that_are_built_beside_each_other_are_told_in_order(tmp_path: Path) -> None:
    told = Told()
    build_all(ROOT, ASKED, "raad-[jl]*", 2, tmp_path, told)
    assert [Path(line).parent.name for line in told.lines if line.endswith("pack.json")] == ["raad-jbz", "raad-lv"]


def test_a_run_of_nothing_is_told(tmp_path: Path) -> None:
    with pytest.raises(OptionError) as caught:
        build_all(ROOT, ASKED, "raat-*", 1, tmp_path, Told())
    assert caught.value.code == "no-pack-fits"


def test_a_subject_that_no_source_treats_is_a_gap_and_no_invention(tmp_path: Path) -> None:
    project = tmp_path / "project"
    for folder in ("seeds", "templates"):
        shutil.copytree(ROOT / folder, project / folder)
    topics = project / "templates/topics.toml"
    topics.write_text(
        topics.read_text("utf-8") + '\n[[topics]]\nid = "walvisvangst"\nlabel = "Walvisvangst"\n'
        'terms = ["walvisvangst"]\nraden = { primary = ["lv"] }\n',
        "utf-8",
    )
    options = ASKED.model_copy(update={"pack": "topics-walvisvangst", "topics": ("walvisvangst",)})
    build(project, options, tmp_path / "out", Told())
    pack = read(tmp_path / "out/topics-walvisvangst")
    assert not pack.citations
    assert "Walvisvangst" in {gap.title for gap in pack.gaps}
