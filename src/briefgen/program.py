"""The command line as invoke reads it, in the words of briefgen: what there is, how it is used, what is wrong."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from textwrap import wrap

from invoke.exceptions import Exit, ParseError
from invoke.parser.argument import Argument
from invoke.parser.context import ParserContext, to_flag
from invoke.program import Program
from invoke.terminals import pty_size
from invoke.util import helpline

from . import __version__
from .console import INTERRUPTED, chosen_language, forgiving, language_of
from .errors import OptionError
from .messages import message

# How invoke says that it does not know a word, and that the word behind an option is missing (`invoke.parser.parser`).
UNKNOWN = re.compile(r"No idea what ['\"](?P<word>.*)['\"] is!")
WITHOUT_VALUE = re.compile(r"Flag <Argument: (?P<name>[\w-]+).*> needed value")

# The language that is asked for, on a command line that may be wrong otherwise: `--language nl`, `--language=en`.
LANGUAGE = re.compile(r"--language[= ](?P<language>nl|en)\b")

HELP = frozenset(("-h", "--help"))

NARROWEST = 20
"""The fewest characters of a line of help, on a narrow terminal."""


class CommandLine(Program):
    """The program behind `./invoke`."""

    def __init__(self) -> None:
        super().__init__(version=__version__, name="briefgen", binary="./invoke", binary_names=["invoke"])
        self._language = language_of(os.environ)
        forgiving(sys.stdout)

    # --------------------------------------------------------------------------------------- what is wrong

    def parse_collection(self) -> None:
        """Load the commands."""
        with self._said():
            super().parse_collection()

    def parse_tasks(self) -> None:
        """Read the commands and their options; invoke itself takes `verify --help` for a path named `--help`."""
        words = self.core.unparsed
        if asked := LANGUAGE.search(" ".join(words)):
            self._language = chosen_language(asked["language"], os.environ)
        if not HELP.isdisjoint(words[1:]):
            self.args.help.value, self.core.unparsed = words[0], []
        with self._said():
            super().parse_tasks()

    def parse_cleanup(self) -> None:
        """Show the help or the list that was asked for."""
        with self._said():
            super().parse_cleanup()

    @contextmanager
    def _said(self) -> Iterator[None]:
        """Say what invoke says in the words of briefgen, with its exit codes."""
        try:
            yield
        except ParseError as error:
            raise Exit(self._explained(error), 1) from error
        except KeyboardInterrupt as error:
            raise Exit(message("interrupted", self._language), INTERRUPTED) from error

    def _explained(self, error: ParseError) -> str:
        """What is wrong with the command line, and what to do."""
        command: ParserContext | None = error.context
        unknown, empty = UNKNOWN.fullmatch(str(error)), WITHOUT_VALUE.match(str(error))
        if unknown:
            return self._unknown(unknown["word"], command).text(self._language)
        if command is None or command.name is None:
            return str(error)
        if empty:
            option = to_flag(empty["name"])
            return message("option-without-value", self._language, option=option, command=command.name)
        names = ", ".join(_placeholder(argument) for argument in command.missing_positional_args)
        return message("words-missing", self._language, command=command.name, names=names, usage=self._usage(command))

    def _unknown(self, word: str, command: ParserContext | None) -> OptionError:
        if command is None or command.name is None:
            if word.startswith("-"):
                return OptionError("option-before-command", name=word)
            return OptionError("unknown-command", name=word, known=self.collection.tasks)
        if word.startswith("-"):
            known = map(_flag, command.args.values())
            return OptionError("unknown-option", name=word, command=command.name, known=known)
        return OptionError("word-without-option", name=word, command=command.name)

    # ---------------------------------------------------------------------------------------- what there is

    def print_help(self) -> None:
        """Show the commands, for `--help` without one and where none is given."""
        self.load_collection()
        self.scoped_collection = self.collection
        self.list_flat()

    def list_flat(self) -> None:
        """Show the commands in the order of `tasks.py`."""
        sys.stdout.write(f"{message('commands', self._language)}\n\n")
        self.print_columns([(name, helpline(task)) for name, task in self.scoped_collection.tasks.items()])

    def print_columns(self, tuples: Sequence[tuple[str, str | None]]) -> None:
        """Print names with what is said of each beside them, in the width of the terminal."""
        indent = self.leading_indent_width + max(len(name) for name, _ in tuples) + self.col_padding
        width = max(pty_size()[0] - indent - 1, NARROWEST)
        for name, said in tuples:
            lines = wrap(said or "", width, break_on_hyphens=False) or [""]
            sys.stdout.write(f"{self.leading_indent}{name}".ljust(indent) + f"\n{' ' * indent}".join(lines) + "\n")
        sys.stdout.write("\n")

    def print_task_help(self, name: str) -> None:
        """Show what a command does and what its options mean, in the order of `tasks.py`."""
        command = self.parser.contexts[name]
        usage = message("usage", self._language, usage=self._usage(command))
        sys.stdout.write(f"{usage}\n\n{self.collection[name].__doc__}\n\n")
        if command.args:
            self.print_columns([(_shown(argument), argument.help) for argument in command.args.values()])

    def _usage(self, command: ParserContext) -> str:
        """How a command is written: `./invoke verify PATH [options]`."""
        words = [self.binary, str(command.name), *map(_placeholder, command.positional_args)]
        return " ".join([*words, message("usage-options", self._language)])


def _placeholder(argument: Argument) -> str:
    """The name of a word that is given without its option: `PATH`."""
    return str(argument.names[0]).upper()


def _flag(argument: Argument) -> str:
    """How an option is written: `--pack`; the opposite of one that is usual: `--no-page-numbers`."""
    return str(to_flag(f"no-{argument.names[0]}" if argument.default is True else argument.names[0]))


def _shown(argument: Argument) -> str:
    """An argument in the help: `PATH`, `--pack=…`, `--debug`."""
    if argument.positional:
        return _placeholder(argument)
    return f"{_flag(argument)}=…" if argument.takes_value else _flag(argument)
