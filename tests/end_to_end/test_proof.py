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
from briefgen.pipeline.office import office
from briefgen.pipeline.proof import MOST_NOTICES, prove
from briefgen.provenance import sha256
from briefgen.verification import parse_attestation, read_word

from ..verification.edits import OWN, Draft, letter, pasted
from .conftest import NAME, ROOT, Told


def draft_of(path: Path) -> Draft:
    """A Word file of a pack, to be edited."""
    data = path.read_bytes()
    attested = read_word(data, path.name).attested
    assert attested is not None
    return Draft(data, parse_attestation(attested, path.name))


@pytest.fixture
def edited(built: Path, tmp_path: Path) -> Path:
    """A Word file in which somebody changed a letter and added a paragraph."""
    draft = draft_of(built / f"{NAME}.docx")
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
    assert told.codes[0] == "verify-without-sources-file"
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


def test_an_edited_word_file_is_found_although_the_manifest_was_changed_with_it(
    built: Path, edited: Path, tmp_path: Path
) -> None:
    folder = shutil.copytree(built, tmp_path / "kopie")
    shutil.copyfile(edited, folder / f"{NAME}.docx")
    _record(folder, f"{NAME}.docx")
    told = Told()
    with pytest.raises(FindingsError) as raised:
        prove(ROOT, folder, told)
    assert raised.value.details["count"] == "2"
    assert all(line.startswith(f"{NAME}.docx: ") for line in told.lines)


def test_a_word_file_of_another_build_in_the_folder_is_found(built: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(built, tmp_path / "kopie")
    file = folder / f"{NAME}.docx"
    draft = draft_of(file)
    statement = draft.quotations()[0]
    name = next(name for name, data in draft.parts.items() if b"provenance.json" in data[:400])
    draft.parts[name] = draft.parts[name].replace(statement.id.encode(), b"eerder-1")
    file.write_bytes(draft.saved())
    _record(folder, file.name)
    told = Told()
    with pytest.raises(FindingsError):
        prove(ROOT, folder, told)
    assert any("niet van deze bouw" in line for line in told.lines)


def _record(folder: Path, name: str) -> None:
    """Let the manifest of a folder say that a file is as it is now."""
    manifest = json.loads((folder / "manifest.json").read_bytes())
    for output in manifest["outputs"]:
        if output["file"] == name:
            output["sha256"] = sha256((folder / name).read_bytes())
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")


@pytest.fixture
def stripped(edited: Path) -> Path:
    """The same without its provenance, as programs leave it that keep no custom XML."""
    draft = draft_of(edited)
    draft.parts = {name: data for name, data in draft.parts.items() if not name.startswith("customXml/")}
    edited.write_bytes(draft.saved())
    return edited


@pytest.mark.parametrize("name", ["", f"{NAME}.docx", f"{NAME}.pdf"])
def test_a_copy_that_lost_its_provenance_is_held_against_the_built_pack(
    built: Path, stripped: Path, tmp_path: Path, name: str
) -> None:
    with pytest.raises(OptionError) as refused:
        prove(ROOT, stripped, Told())
    assert refused.value.code == "copy-without-attestation"
    told = Told()
    with pytest.raises(FindingsError) as raised:
        prove(tmp_path, stripped, told, original=built / name)
    assert raised.value.details["count"] == "2"
    assert told.codes[0] == "verify-without-sources-original"


def test_what_says_nothing_of_itself_is_no_original(built: Path, stripped: Path, tmp_path: Path) -> None:
    for original in (built / "pack.json", stripped, tmp_path):
        with pytest.raises(OptionError) as refused:
            prove(ROOT, stripped, Told(), original=original)
        assert refused.value.code == "original-without-attestation"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_copy_in_another_format_of_word_processors_is_read_too(built: Path, edited: Path, tmp_path: Path) -> None:
    with office(str(shutil.which("soffice"))) as ready:
        data = ready.convert(edited.read_bytes(), "docx", "odt", "odt")
    copy = tmp_path / "van een collega.odt"
    copy.write_bytes(data)
    with pytest.raises(FindingsError) as raised:
        prove(ROOT, copy, Told(), original=built)
    assert raised.value.details["count"] == "2"


def test_a_copy_that_only_libreoffice_reads_is_refused_without_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefgen.pipeline.copies.office_program", lambda: None)
    copy = tmp_path / "kopie.odt"
    copy.write_bytes(b"PK")
    with pytest.raises(OptionError) as refused:
        prove(ROOT, copy, Told())
    assert refused.value.code == "copy-needs-libreoffice"


def test_many_notices_of_one_kind_are_counted(council: Path) -> None:
    told = Told()
    prove(ROOT, council / "raad-rbz.docx", told)
    assert told.codes.count("finding-notice") == MOST_NOTICES
    assert told.codes[-2:] == ["more-notices", "pack-proven"]


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
