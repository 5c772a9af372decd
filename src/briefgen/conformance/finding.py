"""What the checker finds: a rule that a file breaks, the place, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal

from pydantic import Field

from ..diagnostics import Severity
from ..messages import Language, message
from ..model import Model
from ..tagged import Element, TaggedFile

LONGEST_PLACE = 50
"""So many characters of a paragraph are enough to find it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One place where a rule is broken.

    Attributes:
        page: from 0; `None` for the file as a whole.
        place: the element or the words there.
        details: what the message mentions by name.
    """

    page: int | None = None
    place: str = ""
    details: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of a standard.

    Attributes:
        code: its name; the message `conformance-CODE` of the catalogue says what is wrong and what to do.
        find: the places where a file breaks it.
        clauses: where the standards state it.
        severity: `error` for what a standard forbids, `warning` for what a person should look at.
    """

    code: str
    find: Callable[[TaggedFile], Iterable[Fault]]
    clauses: tuple[str, ...]
    severity: Severity = "error"


class Finding(Model):
    """A rule that a file breaks, at one place.

    Attributes:
        rule: code of the rule.
        clauses: where the standards state it (`ISO 14289-1, 7.3`).
        page: from 1, as readers number it; `None` for the file as a whole.
        place: the element or the words there.
        details: what the message mentions by name.
    """

    rule: str
    severity: Severity
    clauses: tuple[str, ...]
    page: int | None = None
    place: str = ""
    details: dict[str, str] = Field(default_factory=dict)

    def text(self, language: Language) -> str:
        """The finding in one or two sentences: where, what is wrong, what to do, and which clause says so."""
        page = message("conformance-page", language, number=str(self.page)) if self.page else ""
        where = ", ".join(part for part in (page, self.place) if part)
        wording = message(f"conformance-{self.rule}", language, **self.details)
        return f"{where + ': ' if where else ''}{wording} [{'; '.join(self.clauses)}]"


class ConformanceReport(Model):
    """What a check of a file found, for programs.

    Attributes:
        clean: whether nothing was found.
        rules: codes of the rules that the file was checked against.
    """

    schema_version: Literal["briefgen/conformance@1"] = Field(default="briefgen/conformance@1", alias="schema")
    file: str
    pages: int
    elements: int
    clean: bool
    rules: tuple[str, ...]
    findings: tuple[Finding, ...]


def at(file: TaggedFile, element: Element, **details: str) -> Fault:
    """A fault of an element, at the page that it begins on."""
    return Fault(file.page(element), described(file, element), details)


def described(file: TaggedFile, element: Element) -> str:
    """An element as a person recognises it: its type and its first words (`Table «Toezegging Termijn»`)."""
    words = shortened(file.text(element) or element.alt or "")
    return f"{element.type} «{words}»" if words else element.type


def shortened(words: str) -> str:
    """The first words of a longer text."""
    return words if len(words) <= LONGEST_PLACE else words[: LONGEST_PLACE - 1].rstrip() + "…"
