"""`verify` on what people send around: each kind of file, its report, and its end."""

from __future__ import annotations

import json
import random
import shutil
from pathlib import Path

import pytest
from lxml import html
from openxml_audit import OpenXmlValidator

from briefgen.errors import FindingsError, InputError, OptionError
from briefgen.pipeline.proof import prove
from briefgen.verification import parse_attestation, read_word

from ..verification.edits import OWN, Draft, letter, pasted
from .conftest import NAME, ROOT, Told


@pytest.fixture
def edited(built: Path, tmp_path: Path) -> Path:
    """A Word file in which somebody changed a letter and added a paragraph."""
    data = (built / f"{NAME}.docx").read_bytes()
    attested = read_word(data, NAME).attested
    assert attested is not None
    draft = Draft(data, parse_attestation(attested, NAME))
    chance = random.Random(7)  # noqa: S311
    letter(draft, chance)
    pasted(draft, chance)
    path = tmp_path / "van een collega.docx"
    path.write_bytes(draft.saved())
    return path


@pytest.mark.parametrize("name", ["", f"{NAME}.docx", f"{NAME}.pdf", "pack.json"])
def test_what_was_built_is_proven(built: Path, name: str) -> None:
    told = Told()
    prove(ROOT, built / name, told)
    assert told.codes[-1] == "pack-proven"


@pytest.mark.parametrize("name", [f"{NAME}.docx", f"{NAME}.pdf", "pack.json"])
def test_without_sources_a_file_is_held_against_what_it_says_of_itself(built: Path, tmp_path: Path, name: str) -> None:
    told = Told()
    prove(tmp_path, built / name, told)
    assert told.codes[0] == "verify-without-sources"
    assert told.codes[-1] == "pack-proven"


@pytest.mark.parametrize("root", ["project", "elsewhere"])
def test_an_edited_word_file_is_found_out_with_the_sources_and_without(edited: Path, tmp_path: Path, root: str) -> None:
    told = Told()
    with pytest.raises(FindingsError) as raised:
        prove(ROOT if root == "project" else tmp_path, edited, told)
    assert raised.value.details["count"] == "2"
    assert any(OWN in line for line in told.lines)


def test_an_edited_word_file_in_the_folder_of_its_pack_is_looked_into(
    built: Path, edited: Path, tmp_path: Path
) -> None:
    folder = shutil.copytree(built, tmp_path / "kopie")
    shutil.copyfile(edited, folder / f"{NAME}.docx")
    told = Told()
    with pytest.raises(FindingsError):
        prove(ROOT, folder, told)
    assert any(line.startswith(f"{NAME}.docx: ") and OWN in line for line in told.lines)


def test_a_source_that_changed_touches_the_statements_that_cite_it(built: Path, project: Path) -> None:
    source = next((project / "seeds").glob("004*.txt"))
    source.write_text(source.read_text("utf-8").replace("Nederland", "Nederlant"), "utf-8")
    told = Told()
    with pytest.raises(FindingsError):
        prove(project, built / f"{NAME}.docx", told)
    assert any("veranderd sinds" in line for line in told.lines)


@pytest.mark.parametrize("suffix", ["html", "docx", "json"])
def test_a_report_tells_each_statement(edited: Path, tmp_path: Path, suffix: str) -> None:
    report = tmp_path / f"rapport.{suffix}"
    with pytest.raises(FindingsError):
        prove(ROOT, edited, Told(), report)
    data = report.read_bytes()
    if suffix == "json":
        content = json.loads(data)
        assert content["counts"]["altered"] == 1
        assert sum(content["counts"].values()) == len(content["statements"])
    elif suffix == "html":
        page = html.document_fromstring(data)
        assert not page.xpath("//@src | //@href")
        assert OWN in page.text_content()
    else:
        assert OpenXmlValidator().validate(str(report)).is_valid
        assert OWN in "".join(block.text for block in read_word(data, "rapport.docx").blocks)


def test_a_report_in_an_unknown_format_is_refused_before_anything_is_done(built: Path, tmp_path: Path) -> None:
    with pytest.raises(OptionError) as raised:
        prove(ROOT, built, Told(), tmp_path / "rapport.rtf")
    assert raised.value.code == "unknown-report-format"


def test_a_file_that_says_nothing_of_itself_is_refused(tmp_path: Path) -> None:
    path = shutil.copyfile(ROOT / "templates" / "brief.docx", tmp_path / "brief.docx")
    with pytest.raises(OptionError) as raised:
        prove(ROOT, path, Told())
    assert raised.value.code == "copy-without-attestation"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("leeg.docx", b""),
        ("geen.docx", b"%PDF-1.7 dit is geen Word-bestand"),
        ("geen.pdf", b"PK\x03\x04"),
        ("half.pdf", b"%PDF-1.7\n1 0 obj\n<<"),
        ("geen.json", b"{"),
        ("leeg.json", b""),
        ("tekst.txt", b"tekst"),
    ],
)
def test_what_is_no_pack_ends_with_a_message(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError) as raised:
        prove(ROOT, tmp_path / name, Told())
    assert raised.value.text("nl")


def test_a_file_that_is_not_there_ends_with_a_message(tmp_path: Path) -> None:
    with pytest.raises(OptionError):
        prove(ROOT, tmp_path / "weg.docx", Told())
