"""A template for HTML, and what is wrong with one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..errors import TemplateError
from ..messages import Language


@dataclass(frozen=True, slots=True)
class WebTemplate:
    """A template for HTML, with everything that its pages may load.

    Attributes:
        file: the name of the template as the user knows it, for messages.
        text: the template itself.
        assets: the stylesheet, fonts and pictures, by their path as the template and its stylesheet write it,
            relative to the template (`brief.css`, `fonts/…`).
    """

    file: str
    text: str
    assets: Mapping[str, bytes]


class FaultyPageError(TemplateError):
    """A template for HTML has faults; the message tells all of them, each on a line.

    Attributes:
        faults: at least one, in the order of the file.
    """

    def __init__(self, faults: Iterable[TemplateError]) -> None:
        self.faults = tuple(faults)
        first = self.faults[0]
        super().__init__(first.code, file=first.file, place=first.place, known=first.known)
        self.details = first.details

    def __reduce__(self) -> tuple[type[FaultyPageError], tuple[tuple[TemplateError, ...]]]:
        """How it travels between processes."""
        return type(self), (self.faults,)

    def text(self, language: Language) -> str:
        """All faults, one a line."""
        return "\n".join(fault.text(language) for fault in self.faults)
