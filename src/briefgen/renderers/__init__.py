"""From a `Pack` to bytes: one file an output format, one line in `RENDERERS`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from ..diagnostics import Diagnostic
from ..pack import Pack
from .html import WebTemplate
from .vocabulary import PackView


@dataclass(frozen=True, slots=True)
class WordTemplate:
    """A Word file with tags: its bytes, and its name as the user knows it."""

    file: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Templates:
    """The templates that a pack names."""

    word: WordTemplate
    web: WebTemplate


@dataclass(frozen=True, slots=True)
class Rendered:
    """One output, and what a person should know of it."""

    content: bytes
    diagnostics: tuple[Diagnostic, ...] = ()


def _docx(pack: Pack, view: PackView, templates: Templates) -> Rendered:
    from . import docx

    word = templates.word
    return Rendered(docx.render(view, word.data, word.file, date.fromisoformat(pack.as_of)))


def _pdf(_pack: Pack, view: PackView, templates: Templates) -> Rendered:
    from . import pdf

    made = pdf.render(view, templates.web)
    return Rendered(made.content, made.diagnostics)


Renderer = Callable[[Pack, PackView, Templates], Rendered]

RENDERERS: Mapping[str, Renderer] = {"docx": _docx, "pdf": _pdf}
"""The output formats by the suffix of their file. Each loads its library only when it is used."""
