"""What a renderer is given and what it gives back, whatever the format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..diagnostics import Diagnostic
from ..pack import Pack
from .vocabulary import PackView
from .web import WebTemplate


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
class Drawing:
    """A chart as it is printed.

    Attributes:
        svg: for every format that takes lines and letters.
        png: the same with 300 dots an inch, for programs that do not.
        width, height: in millimetres.
        words: what is written on it, a line each; in the files its letters are outlines.
    """

    svg: bytes
    png: bytes
    width: float
    height: float
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the file.

    Attributes:
        name: its file name (`provenance.json`).
        media_type: as registered with IANA (`application/json`).
        description: what it is, in the language of the pack.
        data: its bytes.
    """

    name: str
    media_type: str
    description: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Commission:
    """A pack to be rendered, with everything that goes into its files.

    Attributes:
        pack: complete.
        view: the same pack in the words of the templates.
        templates: that the pack names.
        drawings: of the charts of the pack, by the id of the chart.
        attachments: go into every file that can hold them.
    """

    pack: Pack
    view: PackView
    templates: Templates
    drawings: Mapping[str, Drawing] = field(default_factory=dict)
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class Rendered:
    """One output, and what a person should know of it."""

    content: bytes
    diagnostics: tuple[Diagnostic, ...] = ()
