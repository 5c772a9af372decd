"""Faults of a Word template: where each stands, in the words that its writer sees, and what is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ...errors import TemplateError
from ...messages import Language, message

LONGEST_QUOTE = 120

PartKind = Literal["body", "header", "footer", "footnotes", "endnotes", "text-box"]


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a template.

    Attributes:
        file: the template as the user knows it.
        part: name of the part in the file (`word/header1.xml`).
        kind: what the user calls that part.
        paragraph: its number among the paragraphs of the part, from 0; `None` when the fault is not in one place.
        words: the words of that paragraph.
        tag: the tag, on one line; empty when the fault is not in one tag.
        error: what is wrong, without file and place.
    """

    file: str
    part: str
    kind: PartKind
    paragraph: int | None
    words: str
    tag: str
    error: TemplateError

    def text(self, language: Language) -> str:
        """The whole message: file, part, paragraph, tag, what is wrong and what to do."""
        return f"{self.file}, {self.place(language)}: {self.advice(language)}"

    def place(self, language: Language) -> str:
        """Where it is: part, paragraph and tag."""
        paragraph = f"“{shown(self.words)}”" if self.paragraph is not None else ""
        part = message(f"word-part-{self.kind}", language)
        return ", ".join(piece for piece in (part, paragraph, shown(self.tag)) if piece)

    def advice(self, language: Language) -> str:
        """What is wrong and what to do."""
        return self.error.text(language)


class FaultyTemplateError(TemplateError):
    """A template has faults; the message tells all of them, each on a line.

    Attributes:
        faults: at least one, in the order of the file.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.faults[0].error.code, file=self.faults[0].file)

    def text(self, language: Language) -> str:
        """All faults, one a line."""
        return "\n".join(fault.text(language) for fault in self.faults)


def shown(text: str) -> str:
    """The words of a paragraph, short enough for a message."""
    folded = " ".join(text.split())
    return folded if len(folded) <= LONGEST_QUOTE else f"{folded[: LONGEST_QUOTE - 1]}…"
