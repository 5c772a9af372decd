"""Scans get a text layer where OCRmyPDF is installed and asked for, and a message that says how where it is not."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from briefgen.errors import BriefgenError, InputError, SourceError
from briefgen.pipeline import ocr
from briefgen.pipeline.adding import add
from briefgen.registering import Given
from briefgen.sources import parse_register

from ..readers.pdf.printing import printed, text_of
from .project import Told, letter

NOTHING = Given()
LAYER = "<p>Het kabinet zet in op een sterker Europa dat zijn belangen in de wereld beschermt.</p>"

# A program with the command line of OCRmyPDF: it puts a PDF where the result should be, with another stamp each time.
PROGRAM = """#!{python}
import os, pathlib, sys
original, made = map(pathlib.Path, sys.argv[-2:])
assert original.read_bytes().startswith(b"%PDF-")
assert sys.argv[1:3] == ["--language", "nld+eng"]
assert os.environ["TMPDIR"] == str(original.parent)
count = pathlib.Path({folder!r}, "count")
count.write_text((count.read_text() if count.exists() else "") + "x")
if {code}:
    sys.exit({code})
made.write_bytes(pathlib.Path({folder!r}, "layer.pdf").read_bytes() + b"%" + count.read_bytes() + b"\\n%%EOF\\n")
"""

needs_scripts = pytest.mark.skipif(os.name == "nt", reason="programs are no scripts there")


def picture() -> bytes:
    """A page without text."""
    stream = BytesIO()
    Image.new("RGB", (60, 80), "grey").save(stream, "PDF")
    return stream.getvalue()


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "given" / "Brief.PDF"
    path.parent.mkdir()
    path.write_bytes(picture())
    return path


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder where programs are looked for; there are none in it."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def install(programs: Path, layer: bytes = b"", code: int = 0) -> None:
    """Put a program there that makes `layer` of every scan, or fails with `code`."""
    (programs / "layer.pdf").write_bytes(layer)
    program = programs / "ocrmypdf"
    program.write_text(PROGRAM.format(python=sys.executable, folder=str(programs), code=code), "utf-8")
    program.chmod(0o755)


def runs(programs: Path) -> int:
    """How often the program ran."""
    count = programs / "count"
    return len(count.read_text()) if count.exists() else 0


def state(project: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (project / "seeds").iterdir()}


def test_a_scan_is_refused_with_the_option_that_reads_it(project: Path, scan: Path, programs: Path) -> None:
    with pytest.raises(SourceError) as caught:
        add(project, scan, NOTHING, Told())
    assert caught.value.code == "pdf-without-text"
    for language in ("nl", "en"):
        assert "--ocr" in caught.value.text(language)


def test_without_ocrmypdf_the_message_says_how_to_get_it(project: Path, scan: Path, programs: Path) -> None:
    before = state(project)
    with pytest.raises(SourceError) as caught:
        add(project, scan, NOTHING, Told(), ocr=True)
    assert caught.value.code == "ocr-missing"
    assert caught.value.text("nl").startswith(f"{scan}: ")
    assert "apt install ocrmypdf tesseract-ocr-nld" in caught.value.text("nl")
    assert state(project) == before


@needs_scripts
def test_of_a_scan_the_file_with_recognised_text_is_registered(project: Path, scan: Path, programs: Path) -> None:
    install(programs, printed(LAYER))
    told = Told("en")
    add(project, scan, NOTHING, told, ocr=True)
    assert "kabinet zet in op" in text_of(state(project)["Brief.PDF"])
    register = parse_register((project / "seeds" / "sources.toml").read_text("utf-8"), "x")
    assert "Brief.PDF" in {entry.file for entry in register.sources}
    assert f"{scan} is a scan; the file with the recognised text is called 'Brief.PDF' here." in told.text


@needs_scripts
def test_a_scan_that_is_added_again_is_known_by_its_words(project: Path, scan: Path, programs: Path) -> None:
    install(programs, printed(LAYER))
    add(project, scan, NOTHING, Told(), ocr=True)
    before, told = state(project), Told()
    add(project, scan, NOTHING, told, ocr=True)
    assert state(project) == before
    assert "is er al" in told.text
    assert runs(programs) == 2


@needs_scripts
def test_only_scans_are_recognised(project: Path, scan: Path, programs: Path) -> None:
    install(programs, printed(LAYER))
    (scan.parent / "gedrukt.pdf").write_bytes(printed("<p>De Unie is sterk, en Nederland draagt daaraan bij.</p>"))
    (scan.parent / "zee.txt").write_text(letter("zee"), "utf-8")
    add(project, scan.parent, NOTHING, Told(), ocr=True)
    assert runs(programs) == 1
    assert state(project)["gedrukt.pdf"] == (scan.parent / "gedrukt.pdf").read_bytes()


@needs_scripts
@pytest.mark.parametrize(("exit_code", "code"), [(3, "ocr-incomplete"), (8, "ocr-failed")])
def test_a_recognition_that_fails_leaves_nothing_behind(
    project: Path, scan: Path, programs: Path, exit_code: int, code: str
) -> None:
    install(programs, code=exit_code)
    before = state(project)
    with pytest.raises(SourceError) as caught:
        add(project, scan, NOTHING, Told(), ocr=True)
    assert caught.value.code == code
    assert state(project) == before


@needs_scripts
def test_a_scan_in_which_nothing_is_recognised_is_told(project: Path, scan: Path, programs: Path) -> None:
    install(programs, picture())
    with pytest.raises(SourceError) as caught:
        add(project, scan, NOTHING, Told(), ocr=True)
    assert caught.value.code == "ocr-found-nothing"


@needs_scripts
def test_in_a_folder_a_scan_that_fails_does_not_stop_the_others(project: Path, scan: Path, programs: Path) -> None:
    install(programs, code=8)
    (scan.parent / "zee.txt").write_text(letter("zee"), "utf-8")
    with pytest.raises(InputError) as caught:
        add(project, scan.parent, NOTHING, Told(), ocr=True)
    assert caught.value.code == "sources-not-added"
    assert "zee.txt" in state(project)


@needs_scripts
def test_the_temporary_folder_goes(programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(programs, printed(LAYER))
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(ocr.tempfile, "tempdir", str(tmp_path / "temporary"))
    assert ocr.recognised(picture(), "scan.pdf").startswith(b"%PDF-")
    assert not list((tmp_path / "temporary").iterdir())


@needs_scripts
def test_a_result_that_no_source_may_have_is_refused(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(programs, printed(LAYER))
    monkeypatch.setattr(ocr, "LARGEST_SOURCE", 100)
    with pytest.raises(SourceError) as caught:
        ocr.recognised(picture(), "scan.pdf")
    assert caught.value.code == "source-too-large"


@pytest.mark.parametrize(
    ("outcome", "code"), [(subprocess.TimeoutExpired("ocrmypdf", 1), "ocr-too-slow"), (OSError(), "ocr-failed")]
)
def test_a_program_that_does_not_end_or_start_is_told(
    monkeypatch: pytest.MonkeyPatch, outcome: Exception, code: str
) -> None:
    def ended(*_: object, **__: object) -> None:
        raise outcome

    monkeypatch.setattr(ocr.shutil, "which", lambda name: name)
    monkeypatch.setattr(ocr.subprocess, "run", ended)
    with pytest.raises(BriefgenError) as caught:
        ocr.recognised(picture(), "map/scan.pdf")
    assert caught.value.code == code
    assert caught.value.text("en").startswith("map/scan.pdf: ")
