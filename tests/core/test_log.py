"""The log of a run: one record a line, without words of any document."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from briefgen.console import command
from briefgen.errors import FindingsError, OutputError, SourceError
from briefgen.lexicon import word_lists
from briefgen.log import Log
from briefgen.messages import catalogue

WORDS = "De minister zegt dit in vertrouwen."

# Appends many records to a file that others append to as well.
WRITER = """
import sys
from pathlib import Path
from briefgen.log import Log
log = Log(Path(sys.argv[1]), sys.argv[2])
for number in range(300):
    log.say("output-kept", {"file": "x" * 200, "count": str(number)})
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "briefgen.log"


def records(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def run(path: Path, error: BaseException | None = None) -> int:
    """A job that says some things; its exit code."""
    try:
        with command("en", log=str(path), job="build-pack") as console:
            console.step("reading-source", name="EU als geopolitieke speler (2026)")
            console.tell("output-kept", file="proef.docx", kept_as="proef.edited-1.docx")
            if error is not None:
                raise error
    except SystemExit as end:
        return int(str(end.code))
    return 0


def test_a_run_is_told_from_its_start_to_its_end(path: Path) -> None:
    assert run(path) == 0
    found = records(path)
    assert [(one["level"], one["event"]) for one in found] == [
        ("info", "run-started"),
        ("info", "reading-source"),
        ("warning", "output-kept"),
        ("info", "run-ended"),
    ]
    assert {(one["job"], one["process"]) for one in found} == {("build-pack", os.getpid())}
    assert found[2]["kept_as"] == "proef.edited-1.docx"
    assert all(datetime.fromisoformat(str(one["timestamp"])).tzinfo for one in found)


@pytest.mark.parametrize(
    ("error", "event", "code"),
    [
        (SourceError("source-missing", file="seeds/x.txt", register="seeds/sources.toml"), "source-missing", 1),
        (FindingsError("pack-not-proven", file="out/x", count="3"), "pack-not-proven", 3),
        (ZeroDivisionError(), "defect", 70),
        (KeyboardInterrupt(), "interrupted", 130),
    ],
)
def test_a_run_that_fails_tells_why_and_with_which_code(
    path: Path, error: BaseException, event: str, code: int
) -> None:
    assert run(path, error) == code
    why, end = records(path)[-2:]
    assert (why["level"], why["event"]) == ("error", event)
    assert (end["event"], end["code"]) == ("run-ended", str(code))


def test_no_words_of_a_document_are_told(path: Path) -> None:
    run(path, SourceError("word-source-broken", file="seeds/x.docx", place=WORDS, problem=WORDS, text=WORDS))
    text = path.read_text("utf-8")
    assert "seeds/x.docx" in text
    assert WORDS not in text


def test_records_are_appended_whole_also_by_several_at_once(path: Path) -> None:
    run(path)
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(path), f"job-{number}"]) for number in range(3)]
    assert [writer.wait(60) for writer in writers] == [0, 0, 0]
    found = records(path)
    assert len(found) == 4 + 3 * 300
    for number in range(3):
        assert [one["count"] for one in found if one["job"] == f"job-{number}"] == [str(n) for n in range(300)]


def test_letters_stand_as_they_are(path: Path) -> None:
    log = Log(path, "check")
    log.say("reading-source", {"name": "Café “Noord”"})
    log.close()
    assert "Café “Noord”" in path.read_text("utf-8")


def test_a_log_that_cannot_be_written_ends_the_run_before_it_does_anything(tmp_path: Path) -> None:
    assert run(tmp_path) == 1
    with pytest.raises(OutputError):
        Log(tmp_path / "weg" / "briefgen.log", "check")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_log_on_a_full_disk_ends_the_run_with_a_message(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(Path("/dev/full")) == 1
    assert capsys.readouterr().err.startswith("/dev/full: ")


def test_without_a_log_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with command("en") as console:
        console.tell("up-to-date", name="x")
    assert list(tmp_path.iterdir()) == []


def test_the_levels_are_those_of_messages_that_there_are() -> None:
    assert set(word_lists("log-levels")["warning"]) <= catalogue().keys()
