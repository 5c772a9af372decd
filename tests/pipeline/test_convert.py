"""Files of other word processors become Word files where LibreOffice is installed, and a message where it is not."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from briefgen.errors import SourceError
from briefgen.pipeline import convert, office
from briefgen.readers import read
from briefgen.sources import Source

RTF = rb"{\rtf1\ansi Het kabinet zet in op een sterke Unie.\par}"


def refusal(monkeypatch: pytest.MonkeyPatch, outcome: object) -> SourceError:
    """The error when LibreOffice ends as told."""

    def ended(*_: object, **__: object) -> None:
        if isinstance(outcome, Exception):
            raise outcome

    monkeypatch.setattr(office.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(office.subprocess, "run", ended)
    with pytest.raises(SourceError) as caught:
        convert.converted(RTF, "map/brief.rtf")
    return caught.value


@pytest.mark.parametrize(
    ("name", "expected"), [("Brief.DOC", True), ("a.odt", True), ("a.docx", False), ("a.txt", False)]
)
def test_what_is_converted_is_known_by_its_name(name: str, expected: bool) -> None:
    assert convert.is_converted(name) is expected


def test_without_libreoffice_the_message_says_how(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(convert, "office_program", lambda: None)
    with pytest.raises(SourceError) as caught:
        convert.converted(RTF, "brief.rtf")
    assert caught.value.code == "libreoffice-missing"
    assert ".rtf" in caught.value.text("nl")


@pytest.mark.parametrize(
    ("outcome", "code"),
    [
        (subprocess.CalledProcessError(1, "soffice"), "conversion-failed"),
        (subprocess.TimeoutExpired("soffice", 1), "conversion-too-slow"),
        (None, "conversion-failed"),
    ],
)
def test_a_conversion_that_fails_says_what_to_do(monkeypatch: pytest.MonkeyPatch, outcome: object, code: str) -> None:
    error = refusal(monkeypatch, outcome)
    assert error.code == code
    assert error.text("en").startswith("map/brief.rtf")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_converted_file_is_a_word_file_and_leaves_nothing_behind(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(office.tempfile, "tempdir", str(tmp_path))
    data, name = convert.converted(RTF, "map/brief.rtf")
    source = Source(id="a", label="A", kind="overig", file=name, sha256="", holder="kabinet")
    assert name == "brief.docx"
    assert [paragraph.text for paragraph in read(data, source).paragraphs] == ["Het kabinet zet in op een sterke Unie."]
    assert list(tmp_path.iterdir()) == []
