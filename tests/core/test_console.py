"""Exit codes, languages, and who hears what."""

from __future__ import annotations

import errno
import io
import os
import signal
import subprocess
import sys
from textwrap import dedent

import pytest

from briefgen.console import Console, command, forgiving, language_of
from briefgen.errors import FindingsError, OptionError


def exit_code_of(error: BaseException, debug: bool = False) -> object:
    with pytest.raises(SystemExit) as caught, command("nl", debug=debug):
        raise error
    return caught.value.code


def test_wrong_input_ends_with_1_and_one_message_without_a_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code_of(OptionError("unknown-language", name="fr", known=["nl", "en"])) == 1
    output = capsys.readouterr()
    assert output.err == "de taal 'fr' is er niet. Wat er is: en, nl.\n"
    assert output.out == ""


def test_debug_shows_the_traceback_too(capsys: pytest.CaptureFixture[str]) -> None:
    exit_code_of(OptionError("unknown-language", name="fr"), debug=True)
    assert "Traceback" in capsys.readouterr().err


def test_findings_end_with_3() -> None:
    assert exit_code_of(FindingsError("unknown-language", name="fr")) == 3


def test_a_defect_ends_with_70_and_keeps_its_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code_of(ZeroDivisionError("x")) == 70
    assert "ZeroDivisionError" in capsys.readouterr().err


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_a_full_disk_is_no_defect_wherever_it_comes_out(number: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code_of(OSError(number, "full")) == 1
    assert capsys.readouterr().err == "de schijf is vol. Maak ruimte en bouw opnieuw; wat er stond, is onveranderd.\n"


def test_an_interruption_ends_with_130() -> None:
    assert exit_code_of(KeyboardInterrupt()) == 130


def test_a_request_to_end_is_an_interruption() -> None:
    with pytest.raises(SystemExit) as caught, command("nl"):
        os.kill(os.getpid(), signal.SIGTERM)
    assert caught.value.code == 130


def test_an_unknown_language_is_wrong_input() -> None:
    with pytest.raises(SystemExit) as caught, command("fr"):
        pass
    assert caught.value.code == 1


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "nl_NL.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "nl_BE"}, "nl"),
        ({}, "en"),
    ],
)
def test_the_locale_chooses_the_language(environment: dict[str, str], language: str) -> None:
    assert language_of(environment) == language


def test_progress_is_quiet_where_there_is_no_terminal() -> None:
    output, errors = io.StringIO(), io.StringIO()
    console = Console("nl", output, errors)
    console.step("reading-source", name="EU als geopolitieke speler (2026)")
    console.close()
    assert (output.getvalue(), errors.getvalue()) == ("", "")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


TABLE = [("bron", "titel", "n"), ("geopolitiek-2026", "EU als geopolitieke speler", "32"), ("wrr", "–", "4")]


def printed(output: io.StringIO) -> str:
    Console("nl", output, io.StringIO()).table(TABLE)
    return output.getvalue()


def test_a_table_has_columns_of_equal_width_with_numbers_at_their_right() -> None:
    assert printed(io.StringIO()) == (
        "bron              titel                        n\n"
        "geopolitiek-2026  EU als geopolitieke speler  32\n"
        "wrr               –                            4\n"
    )


def test_a_table_fits_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "34")
    assert printed(Terminal()) == (
        "bron              titel          n\ngeopolitiek-2026  EU als geop…  32\nwrr               –              4\n"
    )


def test_a_table_stays_readable_on_the_narrowest_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "3")
    assert "geopolitiek-2026  EU als …  32\n" in printed(Terminal())


def test_a_table_without_rows_prints_its_heads() -> None:
    output = io.StringIO()
    Console("nl", output, io.StringIO()).table([("bron", "n")])
    assert output.getvalue() == "bron  n\n"


def test_a_character_that_the_terminal_has_not_is_no_error() -> None:
    raw = io.BytesIO()
    stream = forgiving(io.TextIOWrapper(raw, encoding="ascii"))
    Console("nl", stream, io.StringIO()).show("één → twee")
    stream.flush()
    assert raw.getvalue() == b"??n ? twee\n"


@pytest.mark.parametrize("ends", ["", "raise OptionError('unknown-language', name='fr')", "console.tell('writing')"])
def test_nobody_who_reads_is_no_error(ends: str) -> None:
    """The reader of the output may go away (`invoke list-packs | head -1`)."""
    program = f"""
        from briefgen.console import command
        from briefgen.errors import OptionError
        with command("nl") as console:
            console.show("een")
            {ends or "pass"}
    """
    reading, writing = os.pipe()
    os.close(reading)
    started = subprocess.run(
        [sys.executable, "-c", dedent(program)],
        env={**os.environ, "PYTHONUNBUFFERED": ""},
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
        encoding="utf-8",
    )
    os.close(writing)
    assert started.returncode == (1 if "raise" in ends else 0)
    assert "Broken" not in started.stderr


def test_progress_is_taken_off_the_terminal_before_a_line_is_printed() -> None:
    output, errors = io.StringIO(), Terminal()
    console = Console("nl", output, errors)
    console.step("reading-source", name="bron")
    assert console._status is not None
    console.show("out/pack.json")
    assert console._status is None
    assert output.getvalue() == "out/pack.json\n"
    assert "bron" in errors.getvalue()
