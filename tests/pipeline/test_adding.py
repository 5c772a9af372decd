"""Documents are added whole or not at all, and a person is told what was found and what was not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefgen.errors import BriefgenError, InputError, OptionError, OutputError, SourceError
from briefgen.messages import Language
from briefgen.pipeline import adding, intake
from briefgen.pipeline.adding import add, read_given
from briefgen.pipeline.extracting import document_of
from briefgen.pipeline.intake import named
from briefgen.pipeline.project import find_project, load_source, read_register
from briefgen.registering import Given
from briefgen.sources import parse_register

from .project import REGISTER, Told, letter

NOTHING = Given()


def state(project: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (project / "seeds").iterdir()}


def registered(project: Path) -> dict[str, str]:
    """The files of the sources by id, in the order of the register."""
    text = (project / "seeds" / "sources.toml").read_text("utf-8")
    return {entry.id: entry.file for entry in parse_register(text, "x").sources}


def given_file(tmp_path: Path, name: str = "Brief energie.txt", text: str | None = None) -> Path:
    path = tmp_path / "given" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(letter("energie-unie") if text is None else text, "utf-8")
    return path


def test_a_document_is_copied_and_registered_with_what_it_says(project: Path, tmp_path: Path) -> None:
    told, path = Told(), given_file(tmp_path)
    add(project, path, NOTHING, told)
    assert registered(project) == {"toekomst-energie-unie-2026": path.name, "interne-markt-2026": "markt.txt"}
    assert (project / "seeds" / path.name).read_bytes() == path.read_bytes()
    register = (project / "seeds" / "sources.toml").read_text("utf-8")
    assert register.endswith(REGISTER[REGISTER.index("# The first") :])
    assert told.lines == [
        "bron | datum | soort | houder | alinea's | titel",
        "toekomst-energie-unie-2026 | 2026-06-12 | kamerbrief | kabinet | 3 | Toekomst van de energie-unie",
    ]


def test_a_date_that_a_person_gives_goes_before_one_that_is_read(project: Path, tmp_path: Path) -> None:
    told = Told()
    add(project, given_file(tmp_path), read_given(date="2019-03-01"), told)
    assert "--date" in told.text and "2026-06-12" in told.text
    assert list(registered(project)) == ["interne-markt-2026", "toekomst-energie-unie-2019"]
    entry = read_register(find_project(project)).sources[1]
    assert (entry.declared.date, entry.declared.overrules) == ("2019-03-01", ("date",))
    assert document_of(load_source(find_project(project), entry)).date == "2019-03-01"


def test_the_newest_document_stands_first(project: Path, tmp_path: Path) -> None:
    old = letter("zee").replace("12 juni 2026", "3 maart 2019")
    add(project, given_file(tmp_path, text=old), NOTHING, Told())
    assert list(registered(project)) == ["interne-markt-2026", "toekomst-zee-2019"]


def test_what_a_document_does_not_say_is_told_with_the_option_that_gives_it(project: Path, tmp_path: Path) -> None:
    told = Told("en")
    add(project, given_file(tmp_path, text="Zo maar een paar woorden."), NOTHING, told)
    assert "the text does not say: title, date, kind, holder" in told.text
    assert "(--title, --date, --kind, --holder)" in told.text


def test_the_same_bytes_are_told_and_change_nothing(project: Path, tmp_path: Path) -> None:
    before, told = state(project), Told()
    path = given_file(tmp_path, "anders.txt", letter("interne markt"))
    add(project, path, NOTHING, told)
    assert state(project) == before
    assert "het is de bron 'interne-markt-2026'" in told.text


def test_the_same_text_in_another_file_is_added_and_told(project: Path, tmp_path: Path) -> None:
    told = Told()
    add(project, given_file(tmp_path, text=letter("interne markt").replace("kabinet", "Kabinet ")), NOTHING, told)
    assert list(registered(project)) == ["toekomst-interne-markt-2026", "interne-markt-2026"]
    assert "'toekomst-interne-markt-2026' lijkt voor 100 % op 'interne-markt-2026'" in told.text


def test_two_documents_with_the_same_title_are_two_sources(project: Path, tmp_path: Path) -> None:
    for extra in ("een", "twee"):
        add(project, given_file(tmp_path, f"{extra}.txt", letter("zee", 200) + f"\n{extra * 9}\n"), NOTHING, Told())
    assert list(registered(project))[:2] == ["toekomst-zee-2026-2", "toekomst-zee-2026"]


def test_a_file_in_the_folder_of_the_sources_is_registered_where_it_lies(project: Path) -> None:
    path = project / "seeds" / "los.txt"
    path.write_text(letter("zee"), "utf-8")
    add(project, path, NOTHING, Told())
    assert registered(project)["toekomst-zee-2026"] == "los.txt"
    assert set(state(project)) == {"los.txt", "markt.txt", "sources.toml"}


@pytest.mark.parametrize(
    ("name", "kept_as"),
    [
        ("MARKT.TXT", "MARKT-2.TXT"),
        ('waarom? "zo": 1.txt', "waarom zo 1.txt"),
        ("con.txt", "con_.txt"),
        ("-rf.txt", "rf.txt"),
        ("na\u0308chste.txt", "n\u00e4chste.txt"),
        ("é" * 120 + ".txt", "é" * 60 + ".txt"),
    ],
)
def test_a_name_that_is_taken_or_not_possible_everywhere_is_changed_and_told(
    project: Path, tmp_path: Path, name: str, kept_as: str
) -> None:
    told = Told()
    add(project, given_file(tmp_path, name), NOTHING, told)
    assert kept_as in state(project)
    assert f"heet hier '{kept_as}'" in told.text


def test_a_name_that_is_no_text_can_be_told_and_registered(project: Path, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"b\xffrief.txt")
    try:
        path.write_text(letter("zee"), "utf-8")
    except OSError:
        pytest.skip("this file system has no such names")
    told = Told()
    add(project, path, NOTHING, told)
    assert registered(project)["toekomst-zee-2026"] == "brief.txt"
    told.text.encode()


def test_a_link_is_followed_and_not_copied(project: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(given_file(tmp_path))
    add(project, link, NOTHING, Told())
    copy = project / "seeds" / "link.txt"
    assert copy.read_text("utf-8") == letter("energie-unie")
    assert not copy.is_symlink()


WRONG_FILES = [
    ("leeg.txt", b"", "leeg"),
    ("beeld.txt", bytes(range(256)) * 20, "geen leesbare tekst"),
    ("brief.xyz", b"tekst", "'.xyz'"),
    ("zonder-einde", b"tekst", "'?'"),
]


@pytest.mark.parametrize(("name", "data", "words"), WRONG_FILES)
def test_a_file_that_cannot_be_read_leaves_nothing_behind(
    project: Path, tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    before = state(project)
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(SourceError) as caught:
        add(project, path, NOTHING, Told())
    assert caught.value.text("nl").startswith(f"{path}: ")
    assert words in caught.value.text("nl")
    assert state(project) == before


def test_a_file_without_measure_is_refused_before_it_is_read(project: Path, tmp_path: Path) -> None:
    path = tmp_path / "reus.txt"
    with path.open("wb") as file:
        file.truncate(1_000_000_000)  # a hole: it takes no room on the disk
    with pytest.raises(SourceError, match="larger than 50 MB"):
        add(project, path, NOTHING, Told())


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_wrong_path_is_told_with_the_nearest_name(project: Path, tmp_path: Path, language: Language) -> None:
    given_file(tmp_path, "Brief.txt")
    with pytest.raises(OptionError) as caught:
        add(project, tmp_path / "given" / "Breif.txt", NOTHING, Told())
    assert caught.value.text(language).endswith(": Brief.txt?")


def test_a_web_address_is_no_file(project: Path) -> None:
    with pytest.raises(OptionError) as caught:
        add(project, Path("https://example.org/brief.pdf"), NOTHING, Told())
    assert "Sla de pagina" in caught.value.text("nl")


def test_what_is_no_ordinary_file_is_refused(project: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.txt")
    with pytest.raises(SourceError, match="no ordinary file"):
        add(project, tmp_path / "pijp.txt", NOTHING, Told())


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"id": "Geo Politiek"}, "--id: 'Geo Politiek' kan niet"),
        ({"date": "12 juni"}, "--date: '12 juni' is geen datum"),
        ({"kind": "raport"}, "Bedoelde u: rapport?"),
        ({"title": "  "}, "--title is leeg"),
    ],
)
def test_a_wrong_option_is_told(options: dict[str, str], words: str) -> None:
    with pytest.raises(OptionError) as caught:
        read_given(**options)
    assert words in caught.value.text("nl")


def test_an_id_that_is_taken_is_refused(project: Path, tmp_path: Path) -> None:
    before = state(project)
    with pytest.raises(OptionError, match="interne-markt-2026"):
        add(project, given_file(tmp_path), Given(id="interne-markt-2026"), Told())
    assert state(project) == before


def test_when_the_register_cannot_be_written_the_copy_goes(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path, data: bytes) -> bool:
        raise OutputError("disk-full", file=str(path), problem="full")

    before = state(project)
    monkeypatch.setattr(adding, "replace_file", refused)
    with pytest.raises(OutputError):
        add(project, given_file(tmp_path), NOTHING, Told())
    assert state(project) == before


@pytest.mark.parametrize("moment", ["write", "replace_file"])
def test_an_interruption_leaves_what_was_there(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    before = state(project)

    def interrupted(path: Path, data: bytes) -> bool:
        if moment == "write":
            path.write_bytes(data[:10])
        raise KeyboardInterrupt

    monkeypatch.setattr(adding, moment, interrupted)
    with pytest.raises(KeyboardInterrupt):
        add(project, given_file(tmp_path), NOTHING, Told())
    assert state(project) == before


def test_an_interruption_after_the_register_was_written_keeps_both(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(path: Path, data: bytes) -> bool:
        path.write_bytes(data)
        raise KeyboardInterrupt

    monkeypatch.setattr(adding, "replace_file", late)
    with pytest.raises(KeyboardInterrupt):
        add(project, given_file(tmp_path), NOTHING, Told())
    assert set(registered(project).values()) <= set(state(project))


def test_of_a_folder_every_readable_document_is_added(project: Path, tmp_path: Path) -> None:
    for subject in ("zee", "lucht"):
        given_file(tmp_path, f"{subject}.txt", letter(subject))
    for name in (".verborgen.txt", "~$zee.txt", "Thumbs.db"):
        given_file(tmp_path, name, "x")
    (tmp_path / "given" / "kapot.txt").write_bytes(b"\0\1\2")
    deeper = tmp_path / "given" / "map"
    deeper.mkdir()
    (deeper / "bos.txt").write_text(letter("bos"), "utf-8")
    told = Told()
    with pytest.raises(InputError) as caught:
        add(project, tmp_path / "given", NOTHING, told)
    assert caught.value.exit_code == 1
    assert "1 van 4 bestanden niet toegevoegd" in caught.value.text("nl")
    assert len(registered(project)) == 4
    assert any(line.startswith("toekomst-bos-2026 | ") for line in told.lines)
    assert any("kapot.txt: " in line for line in told.lines)


def test_a_folder_that_is_added_again_changes_nothing(project: Path, tmp_path: Path) -> None:
    given_file(tmp_path)
    add(project, tmp_path / "given", NOTHING, Told())
    before = state(project)
    add(project, tmp_path / "given", NOTHING, Told())
    assert state(project) == before


@pytest.mark.parametrize("name", ["given", "project/seeds"])
def test_a_folder_without_new_documents_is_told(project: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "given").mkdir()
    with pytest.raises(OptionError, match="no documents that can still be added"):
        add(project, tmp_path / name, NOTHING, Told())


def test_the_folder_of_the_project_is_no_folder_of_documents(project: Path) -> None:
    for folder in (project, project.parent):
        with pytest.raises(OptionError, match="holds the project itself"):
            add(project, folder, NOTHING, Told())


def test_nothing_is_no_path() -> None:
    assert named("a b.txt") == Path("a b.txt")
    with pytest.raises(OptionError, match="is empty"):
        named(" ")


def test_a_file_of_another_word_processor_is_converted_and_known_again(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stamps = iter((b"\n", b"\n\n"))  # no two conversions give the same bytes

    def convert(data: bytes, name: str) -> tuple[bytes, str]:
        return data + next(stamps), Path(name).with_suffix(".txt").name

    monkeypatch.setattr(intake, "converted", convert)
    path = given_file(tmp_path, "oud.odt")
    told = Told()
    add(project, path, NOTHING, told)
    assert "omgezet naar Word en heet hier 'oud.txt'" in told.text
    before = state(project)
    add(project, path, NOTHING, told)
    assert state(project) == before
    assert "is er al" in told.lines[-1]


def test_a_folder_has_no_title_of_its_own(project: Path, tmp_path: Path) -> None:
    given_file(tmp_path)
    with pytest.raises(OptionError, match="--title belongs to one document"):
        add(project, tmp_path / "given", Given(title="T"), Told())
    add(project, tmp_path / "given", Given(kind="rapport", holder="AIV"), Told())
    assert len(registered(project)) == 2


def test_a_broken_register_is_told_and_nothing_is_copied(project: Path, tmp_path: Path) -> None:
    register = project / "seeds" / "sources.toml"
    register.write_text(REGISTER + "\n[[source]]\n", "utf-8")
    before = state(project)
    with pytest.raises(BriefgenError) as caught:
        add(project, given_file(tmp_path), NOTHING, Told())
    assert caught.value.exit_code == 1
    assert state(project) == before


def test_a_byte_order_mark_and_line_ends_of_the_register_stay(project: Path, tmp_path: Path) -> None:
    register = project / "seeds" / "sources.toml"
    register.write_bytes(b"\xef\xbb\xbf" + REGISTER.replace("\n", "\r\n").encode())
    add(project, given_file(tmp_path), NOTHING, Told())
    data = register.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf# The documents")
    assert data.count(b"\n") == data.count(b"\r\n")
