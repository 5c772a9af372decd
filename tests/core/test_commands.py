"""The commands, their help in both languages, and what is said of a command line that cannot be understood."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from inspect import Parameter
from pathlib import Path

import pytest
from invoke.collection import Collection
from invoke.context import Context

from briefgen.commands import Command
from briefgen.console import Console
from briefgen.messages import catalogue, message
from briefgen.program import CommandLine

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def commands() -> Iterator[Collection]:
    """The commands of `tasks.py`."""
    sys.path.insert(0, str(ROOT))
    import tasks

    yield tasks.namespace
    sys.path.remove(str(ROOT))


class Said:
    """What a start of the program printed, and how it ended."""

    def __init__(self, line: str, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit) as ended:
            CommandLine().run(["invoke", "--search-root", str(ROOT), *shlex.split(line)])
        self.code = ended.value.code
        self.output, self.errors = capsys.readouterr()


@pytest.fixture
def dutch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "nl_NL.UTF-8")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("buil-pack", "de opdracht 'buil-pack' is er niet. Bedoelde u: build-pack, build-packs"),
        ("--help buid-pack", "de opdracht 'buid-pack' is er niet. Bedoelde u: build-pack, build-packs"),
        ("build-pack --pak x", "de opdracht build-pack heeft geen optie '--pak'. Bedoelde u: --pack?"),
        ("build-pack --pack", "--pack heeft een waarde nodig. ./invoke --help build-pack zegt welke."),
        ("build-packs --as-of --debug", "--as-of heeft een waarde nodig. ./invoke --help build-packs zegt welke."),
        ("verify", "verify mist nog: PATH. Zo hoort het: ./invoke verify PATH [opties]"),
        ("--pack x build-pack", "'--pack' staat vóór de opdracht."),
        ("build-pack presidency-2029", "'presidency-2029' hoort bij geen optie van build-pack."),
        ("verify Mijn map/brief.docx", "'map/brief.docx' hoort bij geen optie van verify."),
    ],
)
@pytest.mark.usefixtures("dutch")
def test_a_wrong_command_line_is_told_with_the_way_out(
    line: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = Said(line, capsys)
    assert said.code == 1
    assert said.errors.startswith(told)
    assert said.errors.count("\n") == 1
    assert said.output == ""


def test_a_wrong_command_line_is_told_in_english_elsewhere(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    assert Said("verifi", capsys).errors == "there is no command 'verifi'. Did you mean: verify?\n"
    assert Said("verify --language nl", capsys).errors.startswith("verify mist nog: PATH.")


@pytest.mark.parametrize("line", ["", "--help", "--list"])
@pytest.mark.usefixtures("dutch")
def test_without_a_command_it_shows_what_there_is(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = Said(line, capsys)
    assert said.code == 0
    shown = [row.split()[0] for row in said.output.splitlines() if row.startswith("  ") and row[2] != " "]
    assert shown[0] == "build-pack"
    assert shown[-1] == "clean"


@pytest.mark.parametrize("line", ["--help twin", "twin --help", "twin -h"])
@pytest.mark.usefixtures("dutch")
def test_help_tells_what_a_command_needs_and_what_it_may_have(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = Said(line, capsys)
    assert said.code == 0
    assert said.output.startswith("Gebruik: ./invoke twin PACK [opties]\n\nBewijst dat het Word-bestand")
    rows = [row.split()[0] for row in said.output.splitlines() if row.startswith("  ") and row[2] != " "]
    assert rows == ["PACK", "--out=…", "--language=…", "--debug"]


@pytest.mark.usefixtures("dutch")
def test_help_fits_a_narrow_terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefgen.program.pty_size", lambda: (12, 24))
    assert "één" in Said("--help build-pack", capsys).output


def test_every_command_and_option_has_its_help_and_no_help_is_for_nothing(commands: Collection) -> None:
    meanings = {
        (name, option.name): option.help for name in commands.task_names for option in commands[name].get_arguments()
    }
    assert all(meanings.values())
    asked = {f"command-{name}" for name in commands.task_names}
    for name, option in meanings:
        own = f"argument-{name}-{option.replace('_', '-')}"
        asked.add(own if own in catalogue() else f"argument-{option.replace('_', '-')}")
    told = {code for code in catalogue() if code.startswith(("command-", "argument-"))}
    assert told == asked


def test_a_command_has_the_options_of_its_function_and_those_of_all() -> None:
    def verify(console: Console, path: str, report: str | None = None) -> None:
        console.show(f"{path} {report}")

    spec = Command(verify, log=True).argspec(verify).parameters
    assert list(spec) == ["path", "report", "language", "log", "debug"]
    assert spec["path"].default is Parameter.empty


def test_a_command_runs_with_its_console_and_its_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    def verify(console: Console, path: str) -> None:
        console.show(f"{console.language} {path}")
        raise KeyboardInterrupt

    with pytest.raises(SystemExit) as ended:
        Command(verify)(Context(), path="x", language="nl", debug=False)
    assert ended.value.code == 130
    assert capsys.readouterr() == ("nl x\n", message("interrupted", "nl") + "\n")


def test_an_interruption_before_a_command_runs_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(CommandLine, "load_collection", interrupted)
    said = Said("check", capsys)
    assert (said.code, said.errors) == (130, message("interrupted", "en") + "\n")
