"""Work that has no end is stopped, wherever it is done: reading for a check, comparing versions, checking a PDF."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import Literal

import pytest

from briefgen.definitions import mistakes
from briefgen.errors import FindingsError, InputError, SourceError
from briefgen.pipeline import comparing
from briefgen.pipeline.adding import add
from briefgen.pipeline.checking import check_project
from briefgen.pipeline.comparing import difference_of, lineage_of
from briefgen.pipeline.conformance import check_pdf
from briefgen.pipeline.differing import show_difference
from briefgen.pipeline.isolation import LimitError
from briefgen.pipeline.limits import Limits
from briefgen.pipeline.worker import Difference, Succession
from briefgen.registering import Given
from briefgen.sources import Register
from briefgen.topics import Taxonomy
from briefgen.twin import read_word

from ..lineage.versions import document
from ..pipeline.project import Told, write_project
from .pages import SENTENCE, nested_forms
from .test_hostile_sources import SOURCES

ROOT = Path(__file__).parents[2]

ENTRY = '\n[[sources]]\nid = "{name}"\nfile = "{name}.txt"\nlabel = "{name}"\nkind = "overig"\n'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project", ROOT / "templates")


def register(project: Path, name: str, data: bytes) -> None:
    (project / "seeds" / f"{name}.txt").write_bytes(data)
    with (project / "seeds" / "sources.toml").open("a", encoding="utf-8") as file:
        file.write(ENTRY.format(name=name))


def test_a_check_tells_which_source_reached_its_limit(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFGEN_READ_SECONDS", "1")
    register(project, "eindeloos", SENTENCE.encode() * 60_000)
    told = Told("en")
    with pytest.raises(FindingsError) as caught:
        check_project(project, told)
    assert caught.value.exit_code == 3
    assert [line for line in told.lines if "was not read after 1 seconds" in line] == [
        line for line in told.lines if line.startswith("seeds/eindeloos.txt: ")
    ]
    assert any(line.startswith("seeds/eindeloos.txt: ") for line in told.lines)


class Stopped:
    """A worker whose jobs ask for too much."""

    def __init__(self, reason: Literal["too-slow", "too-large", "ended"]) -> None:
        self.reason = reason

    def do(self, _material: object) -> object:
        raise LimitError(self.reason, Limits(seconds=7, megabytes=300))


@pytest.mark.parametrize(
    ("reason", "english", "dutch"),
    [
        ("too-slow", "this document was not compared with 'oud' after 7 seconds", "na 7 seconden nog niet vergeleken"),
        (
            "too-large",
            "to compare this document with 'oud' needs more than 300 MB",
            "is meer dan 300 MB geheugen nodig",
        ),
        ("ended", "the system ended comparing this document with 'oud'", "het systeem heeft het vergelijken"),
    ],
)
def test_versions_that_cannot_be_compared_within_limits_are_told(
    monkeypatch: pytest.MonkeyPatch, reason: Literal["too-slow", "too-large", "ended"], english: str, dutch: str
) -> None:
    monkeypatch.setattr(comparing, "workers", lambda *_: nullcontext({"comparison": Stopped(reason)}))
    old, new = document("a " * 20_000, name="oud"), document("b " * 20_000, name="nieuw")
    with pytest.raises(SourceError) as caught:
        lineage_of(Succession(old, new, ()))
    assert caught.value.text("en").startswith(f"seeds/nieuw.txt: {english}")
    with pytest.raises(SourceError) as caught:
        difference_of(Difference(old, new, "nl"))
    assert dutch in caught.value.text("nl")


def test_versions_are_compared_alike_here_and_in_a_process_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = document("De een.", "De ander.", name="oud"), document("De een.", "Iets nieuws.", name="nieuw")
    here = lineage_of(Succession(old, new, ("p9",))), difference_of(Difference(old, new, "nl"))
    monkeypatch.setattr(comparing, "HARMLESS_CHARACTERS", 0)
    assert (lineage_of(Succession(old, new, ("p9",))), difference_of(Difference(old, new, "nl"))) == here


def test_a_pdf_that_draws_itself_a_billion_times_is_not_checked_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFGEN_READ_SECONDS", "2")
    path = tmp_path / "formulieren.pdf"
    path.write_bytes(nested_forms(9))
    with pytest.raises(SourceError) as caught:
        check_pdf(path, None, Told())
    assert caught.value.code == "reading-too-slow"
    assert caught.value.file == str(path)


def test_a_difference_names_every_source_that_cannot_be_read(project: Path) -> None:
    register(project, "oud", b"\0" * 9)
    register(project, "nieuw", b"")
    told = Told("en")
    with pytest.raises(SourceError, match=r"seeds/nieuw\.txt: the file is empty"):
        show_difference(project, "oud", "nieuw", told)
    assert [line.split(":")[0] for line in told.lines] == ["seeds/oud.txt"]


@pytest.mark.parametrize("data", ["\u200b" * 300, "# Alleen een kop\n", "MZ"], ids=["unseen", "heading", "signs"])
def test_a_document_in_which_nothing_can_be_cited_is_not_added(project: Path, tmp_path: Path, data: str) -> None:
    before = {path.name: path.read_bytes() for path in (project / "seeds").iterdir()}
    path = tmp_path / "leeg.txt"
    path.write_text(data, "utf-8")
    with pytest.raises(SourceError) as caught:
        add(project, path, Given(), Told())
    assert (caught.value.code, caught.value.exit_code) == ("document-without-paragraphs", 1)
    assert {path.name: path.read_bytes() for path in (project / "seeds").iterdir()} == before


@pytest.mark.parametrize(
    ("text", "model"),
    [
        ("".join(f"sleutel{number} = 1\n" for number in range(3_000)), Taxonomy),
        ("[[topics]]\nidd = 1\n" * 3_000, Taxonomy),
        ("[[sources]]\n" * 6_000, Register),
    ],
    ids=["unknown", "misspelt", "missing"],
)
def test_of_very_many_mistakes_the_first_ones_are_told_and_that_there_are_more(
    text: str, model: type[Taxonomy | Register]
) -> None:
    found = mistakes(text, "x.toml", model)
    assert len(found) == 51
    assert found[-1].code == "more-mistakes"
    assert all(each.text("nl").startswith("x.toml") for each in found)


@pytest.mark.parametrize("name", ["wrong-checks.docx", "unknown-packing.docx", "same-place.docx", "truncated.docx"])
def test_a_damaged_word_file_is_no_form_of_a_pack(name: str) -> None:
    with pytest.raises(InputError) as caught:
        read_word(SOURCES[name], name)
    assert (caught.value.code, caught.value.file) == ("twin-not-word", name)
