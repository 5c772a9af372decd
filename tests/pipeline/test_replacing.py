"""A new version of a source takes over its ids; the old one stays readable, and nobody cites it unawares."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from briefgen.errors import FindingsError, InputError, OptionError, OutputError, SourceError
from briefgen.pipeline import adding
from briefgen.pipeline.adding import add, read_given
from briefgen.pipeline.checking import check_project
from briefgen.pipeline.corpus import readable_sources
from briefgen.pipeline.differing import show_difference
from briefgen.pipeline.extracting import document_of
from briefgen.pipeline.listing import show_list
from briefgen.pipeline.project import find_project, load_source, load_sources, read_register
from briefgen.pipeline.records import write_records
from briefgen.pipeline.replacing import lineages
from briefgen.registering import Given

from .project import PACK, Told, letter

OLD = "interne-markt-2026"
NEW = "interne-markt-2026-2"
ADDED = "De voorzitter van de commissie reisde in mei naar Rabat om daar over visserij te spreken."


def amended(tmp_path: Path, name: str = "markt 2.txt", text: str | None = None) -> Path:
    """The letter of the project with a new first paragraph, and another word in the one that was the first."""
    path = tmp_path / name
    amendment = letter("interne markt").replace("nauw samen", "eendrachtig samen")
    path.write_text(text or amendment.replace("Het kabinet zet", f"{ADDED}\n\nHet kabinet zet"), "utf-8")
    return path


def replaced(project: Path, tmp_path: Path) -> Told:
    told = Told()
    add(project, amended(tmp_path), Given(replaces=OLD), told)
    return told


def state(project: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (project / "seeds").iterdir()}


def in_force(project: Path) -> list[str]:
    return [loaded.source.id for loaded in load_sources(find_project(project))]


def paragraphs(project: Path, name: str) -> dict[str, str]:
    found = find_project(project)
    entry = next(entry for entry in read_register(found).sources if entry.id == name)
    return {one.id: one.text for one in document_of(load_source(found, entry)).paragraphs}


def test_what_stayed_the_same_keeps_its_id_and_what_is_new_gets_one_of_its_own(project: Path, tmp_path: Path) -> None:
    before = paragraphs(project, OLD)
    told = replaced(project, tmp_path)
    after = paragraphs(project, NEW)
    assert list(after) == ["p0a", *before]
    assert after["p0a"] == ADDED
    assert {name for name in before if before[name] == after[name]} == before.keys() - {"p1"}
    assert f"'{NEW}' vervangt '{OLD}'. Alinea's: 2 gelijk, 1 veranderd, 1 nieuw." in told.text
    assert "lijkt voor" not in told.text


def test_the_new_version_has_the_kind_label_and_holder_of_the_old_one(project: Path, tmp_path: Path) -> None:
    edit_register(project, 'holder = "kabinet"', 'holder = "de regering"')
    edit_register(project, "Toekomst van de interne markt (2026)", "Marktbrief (2026)")
    replaced(project, tmp_path)
    new = read_register(find_project(project)).sources[0]
    assert (new.id, new.replaces, new.holder, new.label) == (NEW, OLD, "de regering", "Marktbrief (2026)")


def edit_register(project: Path, right: str, wrong: str) -> None:
    path = project / "seeds" / "sources.toml"
    text = path.read_text("utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong), "utf-8")


def test_packs_take_nothing_from_the_old_version_and_verify_still_reads_it(project: Path, tmp_path: Path) -> None:
    replaced(project, tmp_path)
    assert in_force(project) == [NEW]
    readable, _ = readable_sources(find_project(project), Told(), superseded=True)
    assert {loaded.source.id for loaded in readable} == {NEW, OLD}
    told = Told()
    show_list("sources", project, told)
    assert f"(vervangen door {NEW})" in told.text


def test_the_records_of_an_old_version_can_still_be_asked_for(project: Path, tmp_path: Path) -> None:
    replaced(project, tmp_path)
    write_records(project, OLD, tmp_path / "records", Told())
    write_records(project, None, tmp_path / "all", Told())
    assert [path.stem for path in (tmp_path / "records").iterdir()] == [OLD]
    assert [path.stem for path in (tmp_path / "all").iterdir()] == [NEW]
    exported = json.loads((tmp_path / "all" / f"{NEW}.json").read_text("utf-8"))
    assert [one["id"] for one in exported["paragraphs"]][:2] == ["p0a", "p1"]


def test_a_web_page_of_the_same_text_replaces_a_text_file(project: Path, tmp_path: Path) -> None:
    lines = letter("interne markt").split("\n\n")
    page = "".join(f"<p>{line}</p>\n" for line in lines)
    path = amended(tmp_path, "markt.html", f"<html><head><title>x</title></head><body>{page}</body></html>")
    add(project, path, Given(replaces=OLD), Told())
    assert set(paragraphs(project, NEW)) & set(paragraphs(project, OLD))


def test_versions_make_a_chain_in_which_no_id_returns(project: Path, tmp_path: Path) -> None:
    replaced(project, tmp_path)
    add(project, amended(tmp_path, "3.txt", letter("interne markt") + "\n\nPS\n"), Given(replaces=NEW), Told())
    other = "Een delegatie van de Kamer bezocht in september vissers in Marokko en hoorde daar van hun zorgen."
    third = letter("interne markt").replace("Het kabinet zet", f"{other}\n\nHet kabinet zet")
    add(project, amended(tmp_path, "4.txt", third), Given(replaces=f"{OLD}-3"), Told())
    assert in_force(project) == [f"{OLD}-4"]
    assert list(paragraphs(project, f"{OLD}-4"))[:2] == ["p0b", "p1"]


def test_another_file_name_id_and_label_can_be_given(project: Path, tmp_path: Path) -> None:
    add(project, amended(tmp_path), Given(replaces=OLD, id="markt-nieuw", label="Markt"), Told())
    new = read_register(find_project(project)).sources[0]
    assert (new.id, new.label) == ("markt-nieuw", "Markt")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (Given(replaces="intrne-markt-2026"), "Bedoelde u: interne-markt-2026?"),
        (Given(replaces=OLD, id=OLD), f"'{OLD}' kan niet zichzelf vervangen"),
    ],
)
def test_a_version_of_nothing_or_of_itself_is_refused(project: Path, tmp_path: Path, given: Given, words: str) -> None:
    before = state(project)
    with pytest.raises(OptionError) as caught:
        add(project, amended(tmp_path), given, Told())
    assert words in caught.value.text("nl")
    assert state(project) == before


def test_a_version_that_was_replaced_is_not_replaced_again(project: Path, tmp_path: Path) -> None:
    replaced(project, tmp_path)
    with pytest.raises(OptionError, match=f"its newest version is '{NEW}'"):
        add(project, amended(tmp_path, "3.txt", letter("interne markt", 70)), Given(replaces=OLD), Told())


def test_the_very_same_file_is_no_new_version(project: Path, tmp_path: Path) -> None:
    before, told = state(project), Told()
    add(project, amended(tmp_path, text=letter("interne markt")), Given(replaces=OLD), told)
    assert "Er is niets veranderd" in told.text
    assert state(project) == before


def test_a_file_that_is_a_source_of_its_own_is_no_new_version(project: Path, tmp_path: Path) -> None:
    path = amended(tmp_path)
    add(project, path, Given(id="los"), Told())
    with pytest.raises(OptionError, match="is the source 'los' already"):
        add(project, path, Given(replaces=OLD), Told())


def test_a_folder_replaces_nothing(project: Path, tmp_path: Path) -> None:
    amended(tmp_path)
    (tmp_path / "map").mkdir()
    amended(tmp_path / "map")
    with pytest.raises(OptionError, match="--replaces belongs to one document"):
        add(project, tmp_path / "map", Given(replaces=OLD), Told())


def test_a_wrong_id_to_replace_is_told() -> None:
    with pytest.raises(OptionError, match="--replaces: 'De brief' is no id"):
        read_given(replaces="De brief")


@pytest.mark.parametrize("failing", ["write", "replace_file"])
def test_a_version_is_added_with_its_lineage_or_not_at_all(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    before = state(project)

    def refused(path: Path, data: bytes) -> bool:
        if failing == "write" and path.suffix != ".json":
            path.write_bytes(data)
            return True
        raise OutputError("disk-full", file=str(path), problem="full")

    monkeypatch.setattr(adding, failing, refused)
    with pytest.raises(OutputError):
        replaced(project, tmp_path)
    assert state(project) == before


def lineage_file(project: Path) -> Path:
    return project / "seeds" / f"{NEW}.lineage.json"


@pytest.mark.parametrize(
    ("file", "data", "code"),
    [
        (f"{NEW}.lineage.json", None, "lineage-missing"),
        (f"{NEW}.lineage.json", b"{", "lineage-broken"),
        ("markt 2.txt", letter("zee").encode(), "lineage-of-other-bytes"),
    ],
)
def test_a_lineage_that_does_not_fit_is_an_error_with_advice(
    project: Path, tmp_path: Path, file: str, data: bytes | None, code: str
) -> None:
    replaced(project, tmp_path)
    path = project / "seeds" / file
    path.unlink() if data is None else path.write_bytes(data)
    with pytest.raises(SourceError) as caught:
        load_sources(find_project(project))
    assert caught.value.code == code
    assert f"seeds/{NEW}.lineage.json: " in caught.value.text("nl")
    assert not lineages(find_project(project), read_register(find_project(project)))


def test_the_cache_knows_a_lineage_from_another_one(project: Path, tmp_path: Path) -> None:
    replaced(project, tmp_path)
    (before,) = load_sources(find_project(project))
    text = lineage_file(project).read_text("utf-8").replace('"p0a"', '"p0b"')
    lineage_file(project).write_text(text, "utf-8")
    (after,) = load_sources(find_project(project))
    assert before.content != after.content


def test_the_difference_tells_what_happened_to_each_paragraph(project: Path, tmp_path: Path) -> None:
    replaced(project, tmp_path)
    told = Told()
    show_difference(project, OLD, NEW, told)
    assert told.lines == [
        "Alinea's: 2 gelijk, 1 veranderd, 1 nieuw.",
        "p0a: nieuw",
        f"    {ADDED}",
        "p1: veranderd",
        "    … voorbeeld. Nederland werkt daarbij [nauw → eendrachtig] samen met de andere …",
        "p2–p3: gelijk",
    ]


def test_the_difference_the_other_way_round_needs_no_lineage(project: Path, tmp_path: Path) -> None:
    replaced(project, tmp_path)
    told = Told("en")
    show_difference(project, NEW, OLD, told)
    assert told.lines[:3] == ["Paragraphs: 2 the same, 1 changed, 1 deleted.", "p0a: deleted", f"    {ADDED}"]


@pytest.mark.parametrize(("old", "new", "code"), [(OLD, OLD, "diff-same-source"), (OLD, "weg", "unknown-source")])
def test_a_difference_needs_two_sources(project: Path, old: str, new: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        show_difference(project, old, new, Told())
    assert caught.value.code == code


def built(project: Path, *paragraphs: str) -> Path:
    """The folder of results, with a pack that cites these paragraphs of the old version."""
    citations = [
        {
            "key": f"{OLD}:{paragraph}",
            "number": number,
            "label": "x",
            "source": OLD,
            "paragraph": paragraph,
            "text": "x",
            "heading_path": [],
            "spans": [[0, 1]],
            "sha256": "0" * 64,
            "cited_by": [],
        }
        for number, paragraph in enumerate(paragraphs, start=1)
    ]
    written: Mapping[str, object] = {
        "schema": "briefgen/pack@1",
        "pack": "proef",
        "title": "Proef",
        "language": "nl",
        "as_of": "2026-06-01",
        "marking": "Intern",
        "sections": [],
        "citations": citations,
        "gaps": [],
        "sources": [],
    }
    (project / "out" / "proef").mkdir(parents=True)
    (project / "out" / "proef" / "pack.json").write_text(json.dumps(written), "utf-8")
    return project / "out"


def checked(project: Path, out: Path | None = None) -> list[str]:
    """What the check says, whether or not something else is wrong with the project."""
    told = Told()
    with suppress(FindingsError):
        check_project(project, told, out)
    return told.lines


def findings(project: Path, out: Path | None) -> str:
    """How many findings the check counts."""
    try:
        check_project(project, Told(), out)
    except FindingsError as error:
        return error.details["count"]
    return "0"


def test_the_check_tells_which_packs_cite_what_has_changed(project: Path, tmp_path: Path) -> None:
    out = built(project, "p1", "p2", "p9")
    before = checked(project, out)
    replaced(project, tmp_path)
    notices = [line for line in checked(project, out) if line not in before]
    assert notices[:3] == [
        f"{out / 'proef'} haalt '{OLD}' aan, die vervangen is door '{NEW}'. "
        "Aangehaalde alinea's: 1 gelijk, 1 veranderd, 1 vervallen. Bouw het pakket opnieuw.",
        f"  {OLD}:p1: veranderd → {NEW}:p1",
        f"  {OLD}:p9: vervallen",
    ]


def test_a_pack_that_cites_an_old_version_is_no_finding(project: Path, tmp_path: Path) -> None:
    out = built(project, "p1", "p9")
    replaced(project, tmp_path)
    assert findings(project, out) == findings(project, None)


def test_a_pack_that_cannot_be_read_is_told(project: Path) -> None:
    out = built(project)
    (out / "proef" / "pack.json").write_text("{", "utf-8")
    assert any("of het nog klopt, is niet nagegaan" in line for line in checked(project, out))


def test_the_check_finds_an_old_version_that_was_changed(project: Path, tmp_path: Path) -> None:
    replaced(project, tmp_path)
    (project / "seeds" / "markt.txt").write_text(letter("interne markt") + "\n", "utf-8")
    assert any(f"de bron '{OLD}' is veranderd sinds '{NEW}' haar verving" in line for line in checked(project))


def test_a_version_is_no_repetition_and_its_lineage_no_stray_file(project: Path, tmp_path: Path) -> None:
    before = checked(project)
    add(project, amended(tmp_path, text=letter("interne markt").replace("nauw", "nauwer")), Given(replaces=OLD), Told())
    assert [line for line in checked(project)[:-1] if line not in before] == []


@pytest.mark.parametrize(
    ("pin", "is_known"),
    [(f"{OLD}:p2", True), (f"{OLD}:p9", False), ("interne markt", True), ("Het kabinet: niets", False)],
)
def test_what_a_definition_pins_is_found_in_the_new_version(
    project: Path, tmp_path: Path, pin: str, is_known: bool
) -> None:
    pinned = PACK.replace('topics = ["markt"]', f'topics = ["markt"]\npin = ["{pin}"]')
    (project / "templates" / "packs" / "proef.toml").write_text(pinned, "utf-8")
    replaced(project, tmp_path)
    assert any("proef.toml" in line for line in checked(project)) is not is_known
