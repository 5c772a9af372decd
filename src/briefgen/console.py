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
from io import TextIOWrapper
from pathlib import Path
from shutil import get_terminal_size
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

NARROWEST = 8
"""The fewest characters of a column that is cut off."""


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


def forgiving(stream: TextIO) -> TextIO:
    """A stream that shows a question mark for a character that its encoding has not, as standard output is set to.

    Args:
        stream: standard output; its encoding is that of the locale (ASCII, or a page of Windows in a pipe).
    """
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="replace")
    return stream


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
        self.flush()
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
        """Print rows in columns on standard output, the first row as their heads.

        Numbers stand at the right of their column. On a terminal that is too narrow the widest columns are cut off.
        """
        room = get_terminal_size().columns if self._output.isatty() else None
        columns = list(zip(*rows, strict=True))
        widths = _fitting([max(map(len, column)) for column in columns], room)
        printed = (_aligned(column, width) for column, width in zip(columns, widths, strict=True))
        for row in zip(*printed, strict=True):
            self.show("  ".join(row).rstrip())

    def flush(self) -> None:
        """Bring out what was printed before something else is said, or nothing more when nobody reads it."""
        self.close()
        try:
            self._output.flush()
        except BrokenPipeError:
            _discard_output()

    def close(self) -> None:
        """Take the progress off the terminal."""
        if self._status is not None:
            self._status.stop()
            self._status = None


def _fitting(widths: list[int], room: int | None) -> list[int]:
    """The widths of columns that stand in so many characters.

    The widest ones give way, down to a few characters; not the first, whose names people copy.
    """
    names, *others = widths
    while room is not None and names + sum(others) + 2 * len(others) > room and max(others, default=0) > NARROWEST:
        others[others.index(max(others))] -= 1
    return [names, *others]


def _aligned(column: Sequence[str], width: int) -> list[str]:
    """The cells of a column, its head first, in one width."""
    cells = [cell if len(cell) <= width else f"{cell[: width - 1]}…" for cell in column]
    is_number = all(cell.isdecimal() for cell in cells[1:])
    return [cell.rjust(width) if is_number else cell.ljust(width) for cell in cells]


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
    output = forgiving(sys.stdout)
    console = Console(language_of(os.environ), output, sys.stderr)
    with _termination_as_interrupt(), ExitStack() as opened:
        try:
            chosen = chosen_language(language, os.environ)
            console = Console(chosen, output, sys.stderr, _opened_log(log, job, opened))
            console.log("run-started")
            yield console
            console.flush()
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
    console.flush()
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
