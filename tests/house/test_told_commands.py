"""Every command that a text tells people to give exists, with the options that stand behind it."""

import re
import sys

import pytest
from invoke.collection import Collection

from .source_code import ROOT

# A command in a text: `./invoke build-pack --pack NAME`; the words behind its name go on to the end of the code, of
# the sentence or of the line.
COMMAND = re.compile(r"\./invoke (?P<name>[a-z]+(?:-[a-z]+)*)(?P<rest>(?:(?!`|; |\. |, |\)|\./invoke)[^\n])*)")
OPTION = re.compile(r"--[a-z]+(?:-[a-z]+)*")

TEXTS = sorted(
    path
    for pattern in ("*.md", "docs/**/*.md", "templates/**/*.toml", "src/briefgen/catalogue/*.toml", "seeds/*.toml")
    for path in ROOT.glob(pattern)
)


def told(text: str) -> set[tuple[str, str]]:
    """The commands of a text with each option behind them; with an empty one for the command itself."""
    found = set()
    for match in COMMAND.finditer(text):
        found |= {(match["name"], ""), *((match["name"], option) for option in OPTION.findall(match["rest"]))}
    return found


@pytest.fixture(scope="module")
def known() -> set[tuple[str, str]]:
    """The commands of `tasks.py` with their options."""
    sys.path.insert(0, str(ROOT))
    from tasks import namespace

    sys.path.remove(str(ROOT))
    commands: Collection = namespace
    options = {
        (context.name, option)
        for context in commands.to_contexts()
        for option in (*context.flags, *context.inverse_flags)
    }
    return options | {(name, "") for name in commands.task_names}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "`./invoke build-pack --raad rbz --agenda FILE`, `--topics mfk`",
            {("build-pack", ""), ("build-pack", "--raad"), ("build-pack", "--agenda")},
        ),
        ("Voeg het toe met ./invoke add-source, of geef --title.", {("add-source", "")}),
        (
            "see ./invoke diff-sources --old {old} --new {new}.",
            {("diff-sources", ""), ("diff-sources", "--old"), ("diff-sources", "--new")},
        ),
        ("`./invoke --help build-pack` and `./invoke`", set()),
    ],
)
def test_commands_are_found_in_a_text(text: str, found: set[tuple[str, str]]) -> None:
    assert told(text) == found


def test_every_command_that_is_told_exists_with_its_options(known: set[tuple[str, str]]) -> None:
    wrong = {path.name: told(path.read_text("utf-8")) - known for path in TEXTS}
    assert not {name: commands for name, commands in wrong.items() if commands}


def test_every_command_of_everyday_use_is_told_in_the_readme_or_to_developers(known: set[tuple[str, str]]) -> None:
    told_names = re.findall(
        r"`(?:\./invoke )?([a-z-]+)[ `]", "".join(path.read_text("utf-8") for path in ROOT.glob("*.md"))
    )
    assert {name for name, _ in known} <= set(told_names)
