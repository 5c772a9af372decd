"""The errors of briefgen, one tree.

    BriefgenError                 anything that briefgen itself reports
    ├── InputError                something a person gave is wrong               exit code 1
    │   ├── OptionError           an option of a command
    │   ├── SourceError           a file in seeds/, or its entry in sources.toml
    │   ├── DefinitionError       a TOML file: pack, topics, labels, register
    │   ├── TemplateError         a Word or HTML template
    │   └── OutputError           a place where nothing can be written
    └── FindingsError             a checker found something                      exit code 3

An error carries a `code` and the details that its message needs; the wording, in Dutch and English, is in
`catalogue/`. Only the command line catches this tree. Anything else that is raised is a defect: exit code 70.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from .messages import Language, message, suggestion


class BriefgenError(Exception):
    """An error with a message in the catalogue.

    Attributes:
        code: key of the message (`unknown-pack`).
        file: the file that is wrong, as the user knows it, or `None`.
        line: the line in it, from 1.
        place: another place in it, such as the words of a paragraph.
        known: the names that would have been right, when `details["name"]` is a wrong one.
        details: what the message mentions by name.
    """

    exit_code: ClassVar[int] = 70

    def __init__(
        self,
        code: str,
        *,
        file: str | None = None,
        line: int | None = None,
        place: str | None = None,
        known: Iterable[str] = (),
        **details: str,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.file = file
        self.line = line
        self.place = place
        self.known = tuple(known)
        self.details = details

    def __str__(self) -> str:
        return self.text("en")

    def __reduce__(self) -> tuple[object, ...]:
        """How it travels between processes, whatever its constructor takes."""
        return _restored, (type(self), self.__dict__)

    def text(self, language: Language) -> str:
        """The message: where, what is wrong, and what to do, in `language`."""
        line = message("line", language, number=str(self.line)) if self.line else None
        where = ", ".join(part for part in (self.file, line, self.place) if part)
        wording = message(self.code, language, **self.details)
        if self.known:
            wording += " " + suggestion(self.details["name"], self.known, language)
        return f"{where}: {wording}" if where else wording


def _restored(kind: type[BriefgenError], state: dict[str, object]) -> BriefgenError:
    """An error that came from another process."""
    error = kind.__new__(kind, state["code"])
    error.__dict__.update(state)
    return error


class InputError(BriefgenError):
    """Something a person gave is wrong; nothing was written."""

    exit_code = 1


class OptionError(InputError):
    """An option of a command has a value that cannot be used."""


class SourceError(InputError):
    """A source is missing, unreadable or not as the register says."""


class DefinitionError(InputError):
    """A TOML file that people write has a mistake."""


class TemplateError(InputError):
    """A template cannot be used; `place` names the tag or the line."""


class OutputError(InputError):
    """A result cannot be written where it was asked for."""


class FindingsError(BriefgenError):
    """A checker found something; the findings were shown before."""

    exit_code = 3
