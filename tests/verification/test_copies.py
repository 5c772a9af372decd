"""A copy that nobody touched gives no finding; what somebody did to one is found, and nothing else."""

from __future__ import annotations

import io
import random
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from briefgen.errors import InputError
from briefgen.ooxml import w
from briefgen.verification import Finding, copy_findings, parse_attestation, read_pdf, read_word

from .built import attestation, pdf_file, word_file
from .edits import EDITS, OWN, Draft, drafts, new_paragraph

TEMPLATES = ("brief.docx", "onepage.docx", "questions.docx")
SOME, MANY = len(EDITS), 200


def found(data: bytes, template: str = "brief.docx") -> set[tuple[str, str | None]]:
    """Codes and statements of what is wrong with a copy; that something is still to be written is no edit."""
    return {(one.code, one.item) for one in findings(data, template) if one.code != "copy-placeholder"}


def findings(data: bytes, template: str = "brief.docx") -> tuple[Finding, ...]:
    return copy_findings(attestation(template), read_word(data, "copy.docx"))


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_clean_word_file_gives_no_error_from_any_template(template: str) -> None:
    assert not [one for one in findings(word_file(template), template) if one.severity != "info"]


def test_a_word_file_carries_its_attestation() -> None:
    attested = read_word(word_file(), "copy.docx").attested
    assert attested is not None
    assert parse_attestation(attested, "copy.docx") == attestation()


def test_other_json_in_the_custom_xml_of_a_template_is_not_taken_for_the_attestation() -> None:
    draft = Draft(word_file(), attestation())
    draft.parts["customXml/item0.xml"] = b'<settings xmlns="urn:other">{"schema": 1}</settings>'
    attested = read_word(draft.saved(), "copy.docx").attested
    assert attested is not None
    assert parse_attestation(attested, "copy.docx") == attestation()


def test_a_clean_pdf_gives_no_error_and_carries_its_attestation() -> None:
    copy = read_pdf(pdf_file(), "copy.pdf")
    assert copy.attested is not None
    assert parse_attestation(copy.attested, "copy.pdf") == attestation()
    assert not [one for one in copy_findings(attestation(), copy) if one.severity != "info"]


def test_a_pdf_of_another_pack_shows_what_was_altered_and_added() -> None:
    statement = next(one for one in attestation().statements if one.quoted)
    other = statement.model_copy(update={"text": statement.text.replace("e", "o", 1)})
    statements = tuple(other if one is statement else one for one in attestation().statements)
    changed = attestation().model_copy(update={"statements": statements})
    codes = {one.code for one in copy_findings(changed, read_pdf(pdf_file(), "copy.pdf")) if one.severity != "info"}
    assert codes == {"copy-altered"}


@pytest.mark.parametrize("count", [SOME, pytest.param(MANY, marks=pytest.mark.slow)])
def test_edited_copies_are_told_apart(count: int) -> None:
    made = drafts(word_file(), attestation(), count)
    assert [name for name, data, expected in made if found(data) != set(expected)] == []


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_edited_copies_are_told_apart_after_libreoffice_saved_them(tmp_path: Path) -> None:
    expected = {}
    for name, data, must in drafts(word_file(), attestation(), SOME):
        (tmp_path / f"{name}.docx").write_bytes(data)
        expected[name] = set(must)
    _resave([tmp_path / f"{name}.docx" for name in expected], tmp_path / "saved")
    assert {name: found((tmp_path / "saved" / f"{name}.docx").read_bytes()) for name in expected} == expected


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_copy_that_libreoffice_saved_is_clean_and_keeps_its_attestation(tmp_path: Path) -> None:
    (tmp_path / "copy.docx").write_bytes(word_file())
    _resave([tmp_path / "copy.docx"], tmp_path / "saved")
    saved = (tmp_path / "saved" / "copy.docx").read_bytes()
    attested = read_word(saved, "copy.docx").attested
    assert attested is not None
    assert parse_attestation(attested, "copy.docx") == attestation()
    assert found(saved) == set()


def _resave(files: list[Path], to: Path) -> None:
    profile = f"-env:UserInstallation={(to.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", str(to), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True)


def test_the_difference_is_shown() -> None:
    draft = Draft(word_file(), attestation())
    statement = draft.quotations()[0]
    head, _, tail = statement.text.partition(" ")
    draft.text_of(statement).text = f"{head} juist {tail}"
    altered = [one for one in findings(draft.saved()) if one.code == "copy-altered"]
    assert [(one.item, one.severity) for one in altered] == [(statement.id, "error")]
    assert "[juist " in altered[0].found


def test_what_was_added_is_shown_with_what_stands_before_it() -> None:
    draft = Draft(word_file(), attestation())
    draft.paragraph_of(draft.quotations()[0]).addnext(new_paragraph(OWN))
    added = [one for one in findings(draft.saved()) if one.code == "copy-added"]
    assert [one.found for one in added] == [OWN]
    assert draft.quotations()[0].text[:40] in added[0].where


def test_own_words_may_be_changed() -> None:
    draft = Draft(word_file(), attestation())
    note = next(one for one in attestation().statements if one.type == "note")
    text = next(text for text in draft.body.iter(w("t")) if note.text in (text.text or ""))
    text.text = (text.text or "").replace(note.text, note.text.replace("e", "a", 1))
    changed = [one for one in findings(draft.saved()) if one.code == "copy-own-words-altered"]
    assert [(one.item, one.severity) for one in changed] == [(note.id, "info")]


def test_an_unfilled_placeholder_is_a_notice() -> None:
    told = [one for one in findings(word_file()) if one.code == "copy-placeholder"]
    assert [one.severity for one in told] == ["info"]
    assert "drie zinnen" in told[0].found


def test_a_filled_placeholder_is_nobodys_business() -> None:
    draft = Draft(word_file(), attestation())
    text = next(text for text in draft.body.iter(w("t")) if "drie zinnen" in (text.text or ""))
    text.text = OWN
    paragraph = next(text.iterancestors(w("p")))
    paragraph.addnext(new_paragraph("En nog een tweede alinea van iemand zelf."))
    assert findings(draft.saved()) == ()


def test_a_whole_section_that_is_gone_is_a_notice() -> None:
    draft = Draft(word_file(), attestation())
    section = draft.quotations()[-1].section
    for statement in [one for one in draft.quotations() if one.section == section]:
        paragraph = draft.paragraph_of(statement)
        parent = paragraph.getparent()
        assert parent is not None
        parent.replace(paragraph, new_paragraph(""))
    told = [one for one in findings(draft.saved()) if one.code == "copy-section-absent"]
    assert [(one.where, one.severity) for one in told] == [(section, "info")]


@pytest.mark.parametrize("data", [b"", b"geen Word-bestand", b"PK\x03\x04" + b"\0" * 40, b"%PDF-1.7\n"])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(InputError):
        read_word(data, "copy.docx")


@pytest.mark.parametrize("data", [b"", b"geen PDF", b"%PDF-1.7\n%%EOF"])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(InputError):
        read_pdf(data, "copy.pdf")


def test_a_cut_pdf_is_refused() -> None:
    with pytest.raises(InputError):
        read_pdf(pdf_file()[: len(pdf_file()) // 2], "copy.pdf")


def test_a_zip_bomb_is_refused() -> None:
    buffer = io.BytesIO(word_file())
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/bomb.xml", b"0" * 80_000_000)
    with pytest.raises(InputError):
        read_word(buffer.getvalue(), "copy.docx")


def test_a_word_file_with_far_too_many_words_is_refused() -> None:
    draft = Draft(word_file(), attestation())
    draft.paragraph_of(draft.quotations()[0]).addnext(new_paragraph("woord " * 1_000_000))
    with pytest.raises(InputError):
        read_word(draft.saved(), "copy.docx")


def test_a_cut_word_file_is_refused_wherever_it_was_cut() -> None:
    data = word_file()
    for place in random.Random(1).sample(range(len(data)), 20):  # noqa: S311
        with pytest.raises(InputError):
            read_word(data[:place], "copy.docx")
