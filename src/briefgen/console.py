"""The command line's side of a job: its language, its progress, its messages and its exit codes.

This is the only room that catches the tree of errors. What is not in the tree is a defect: it keeps its traceback.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, TextIO

from .errors import BriefgenError, OptionError
from .filesystem import shortage
from .messages import LANGUAGES, Language, message

if TYPE_CHECKING:
    from rich.status import Status

    from .log import Level, Log

DEFECT = 70
"""Exit code of a defect (EX_SOFTWARE of sysexits.h)."""

INTERRUPTED = 130
"""Exit code after Ctrl-C (128 + SIGINT), as shells use it."""


def language_of(environment: Mapping[str, str]) -> Language:
    """The language of messages that a locale asks for: Dutch for `nl…`, otherwise English.

    Args:
        environment: with `LC_ALL`, `LC_MESSAGES` and `LANG`, in that order of weight (POSIX, 8.2).
    """
    locale = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return "nl" if locale.lower().startswith("nl") else "en"


def chosen_language(option: str | None, environment: Mapping[str, str]) -> Language:
    """The language that `--language` names, or else the one of the locale.

    Raises:
        OptionError: it names another language than Dutch or English.
    """
    if option is None:
        return language_of(environment)
    if option not in LANGUAGES:
        raise OptionError("unknown-language", name=option, known=LANGUAGES)
    return option


class Console:
    """Tells a person what goes on: results on standard output, everything else on standard error.

    Progress is shown on a terminal only. Steps and notices also go to the log, if there is one.
    """

    def __init__(self, language: Language, output: TextIO, errors: TextIO, log: Log | None = None) -> None:
        self.language = language
        self._log = log
        self._output = output
        self._errors = errors
        self._status: Status | None = None

    def step(self, code: str, **details: str) -> None:
        """Show the step that the message `code` names, on a terminal."""
        self.log(code, **details)
        if not self._errors.isatty():
            return
        wording = message(code, self.language, **details)
        if self._status is None:
            from rich.console import Console as RichConsole  # takes 40 ms to load: only for a terminal

            self._status = RichConsole(file=self._errors).status(wording)
            self._status.start()
        self._status.update(wording)

    def tell(self, code: str, **details: str) -> None:
        """Say something that the person should know, on standard error."""
        self.close()
        self.log(code, **details)
        print(message(code, self.language, **details), file=self._errors, flush=True)

    def log(self, code: str, level: Level | None = None, /, **details: str) -> None:
        """Put something into the log alone.

        Raises:
            OutputError: the log cannot be written; it is not tried again.
        """
        log, self._log = self._log, None
        if log is not None:
            log.say(code, details, level)
            self._log = log

    def show(self, line: str = "") -> None:
        """Print one line of the result on standard output."""
        self.close()
        print(line, file=self._output)

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        """Print rows in columns of equal width on standard output, the first row as their heads."""
        widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))] if rows else []
        for row in rows:
            cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            self.show("  ".join(cells).rstrip())

    def close(self) -> None:
        """Take the progress off the terminal."""
        if self._status is not None:
            self._status.stop()
            self._status = None


@contextmanager
def command(
    language: str | None = None, *, debug: bool = False, log: str | None = None, job: str = ""
) -> Iterator[Console]:
    """Run one job: give it a console, and end the process with the exit code that the result asks for.

    Args:
        language: what `--language` gave, if anything.
        debug: show the traceback of an error too.
        log: path of the file that `--log` gave, if anything; records are appended to it.
        job: the name of the command, for the log.

    Raises:
        SystemExit: with code 1, 3, 70 or 130 (see `errors`); nothing when the job went well.
    """
    console = Console(language_of(os.environ), sys.stdout, sys.stderr)
    with _termination_as_interrupt(), ExitStack() as opened:
        try:
            chosen = chosen_language(language, os.environ)
            console = Console(chosen, sys.stdout, sys.stderr, _opened_log(log, job, opened))
            console.log("run-started")
            yield console
            console.log("run-ended", code="0")
        except BriefgenError as error:
            console.log(error.code, "error", **_shareable(error))
            _end(console, error.text(console.language), error.exit_code, trace=debug)
        except KeyboardInterrupt:
            console.log("interrupted", "error")
            _end(console, message("interrupted", console.language), INTERRUPTED, trace=debug)
        except BrokenPipeError:
            _discard_output()
        except Exception as error:
            full = shortage(error)
            if full is not None:
                console.log(full.code, "error", **_shareable(full))
                _end(console, full.text(console.language), full.exit_code, trace=debug)
            console.log("defect", "error")
            _end(console, message("defect", console.language), DEFECT, trace=True)
        finally:
            console.close()


def _opened_log(path: str | None, job: str, opened: ExitStack) -> Log | None:
    """The log that `--log` asks for, closed with the run."""
    if path is None:
        return None
    from .log import Log  # its library takes a third of a second to load

    log = Log(Path(path), job)
    opened.callback(log.close)
    return log


def _shareable(error: BriefgenError) -> dict[str, str]:
    """What the log may tell of an error, besides its code; its place may be words of a document."""
    where = {"file": error.file, "line": None if error.line is None else str(error.line)}
    return error.details | {name: value for name, value in where.items() if value is not None}


def _end(console: Console, wording: str, code: int, *, trace: bool) -> None:
    console.log("run-ended", "error", code=str(code))
    console.close()
    if trace:
        traceback.print_exc()
    print(wording, file=sys.stderr, flush=True)  # noqa: T201
    raise SystemExit(code)


def _discard_output() -> None:
    """Let the interpreter end quietly after the reader of our output went away (`invoke list-packs | head -1`)."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def _termination_as_interrupt() -> Iterator[None]:
    """While a job runs, a request to end (SIGTERM) is an interruption: it leaves nothing half written."""

    def interrupt(_signal: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
