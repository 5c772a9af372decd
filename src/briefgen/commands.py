"""Commands: tasks of invoke made of functions that take a console.

What a command does and what its options mean is in `catalogue/commands.toml`: `command-NAME`, and `argument-NAME` or,
where the same word means something else, `argument-COMMAND-NAME`.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from inspect import Parameter, Signature

from invoke.context import Context
from invoke.tasks import Task

from .console import command, language_of
from .messages import Language, catalogue, message

LANGUAGE, LOG, DEBUG = (
    Parameter(name, Parameter.POSITIONAL_OR_KEYWORD, default=default)
    for name, default in (("language", None), ("log", None), ("debug", False))
)
"""The options that commands share."""


class Command(Task[Callable[..., None]]):
    """A task that runs a function with a console, and ends with the exit code that its result asks for.

    It has the options of the function, `--language` and `--debug`, and `--log` where that is asked for. Its help is in
    the language of the environment. A function that has the option `language` itself is given it, too.
    """

    def __init__(self, function: Callable[..., None], *, log: bool = False) -> None:
        """Make a command.

        Args:
            function: takes a `Console`, then the options of the command; its name is that of the command.
            log: whether the command can keep a log.
        """
        _console, *own = Signature.from_callable(function).parameters.values()
        shared = (LANGUAGE, LOG, DEBUG) if log else (LANGUAGE, DEBUG)
        self._function = function
        self._options = {option.name: option for option in (*own, *shared)}
        self._speaks = any(option.name == LANGUAGE.name for option in own)
        super().__init__(function, auto_shortflags=False)
        self.body = self._run
        language = language_of(os.environ)
        self.__doc__ = message(f"command-{self._title}", language)
        self.help = {name: _meaning(self._title, name, language) for name in self._options}

    @property
    def _title(self) -> str:
        return self.__name__.replace("_", "-")

    def argspec(self, body: Callable[..., None]) -> Signature:
        """The options of the command, for invoke."""
        return Signature(list(self._options.values()))

    def _run(
        self,
        _context: Context,
        *,
        language: str | None,
        debug: bool,
        log: str | None = None,
        **options: object,
    ) -> None:
        if self._speaks:
            options["language"] = language
        with command(language, debug=debug, log=log, job=self._title) as console:
            self._function(console, **options)


def logged(body: Callable[..., None]) -> Command:
    """A command that can keep a log."""
    return Command(body, log=True)


def _meaning(title: str, name: str, language: Language) -> str:
    """What an option of a command means."""
    own = f"argument-{title}-{name.replace('_', '-')}"
    return message(own if own in catalogue() else f"argument-{name.replace('_', '-')}", language)
