"""Paragraph and character styles: what a style says of the text that has it, its ancestors included."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Literal

from ...ooxml import Element, w
from .ooxml import child, children, number, switch, value

StyleRole = Literal["title", "subtitle", "contents", "contents_heading", "caption"]

DEEPEST = 9
"""The lowest outline level; a paragraph that is said to be one lower is body text."""

HALF_POINTS = 22
"""The size of text of which nothing says the size."""


@dataclass(frozen=True, slots=True)
class Look:
    """How characters look; `None` where nothing says it.

    Attributes:
        size: in half points.
        raised: superscript.
        hidden: not printed.
    """

    bold: bool | None = None
    italic: bool | None = None
    underlined: bool | None = None
    raised: bool | None = None
    hidden: bool | None = None
    size: int | None = None

    def over(self, below: Look) -> Look:
        """This look where it says something, else the one below."""
        return Look(
            bold=below.bold if self.bold is None else self.bold,
            italic=below.italic if self.italic is None else self.italic,
            underlined=below.underlined if self.underlined is None else self.underlined,
            raised=below.raised if self.raised is None else self.raised,
            hidden=below.hidden if self.hidden is None else self.hidden,
            size=self.size or below.size,
        )


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says, with what it inherits.

    Attributes:
        role: what its name says of its text.
        outline: the outline level from 1; 0 for body text, `None` when nothing says it.
        list_id: the list that numbers its paragraphs.
        list_level: the level in that list, from 0.
        has_borders: of the style of a table, whether it draws lines or grounds.
    """

    id: str = ""
    role: StyleRole | None = None
    outline: int | None = None
    list_id: int | None = None
    list_level: int | None = None
    look: Look = Look()
    has_borders: bool = False


class Styles:
    """The styles of a file by their id."""

    def __init__(self, root: Element | None) -> None:
        """Read the part with the styles.

        Args:
            root: of the part, or `None` when the file has none.
        """
        self._elements = {element.get(w("styleId"), ""): element for element in children(root, "style")}
        self._made: dict[str, Style] = {}
        self.normal = next((name for name, element in self._elements.items() if _is_default(element)), "")
        self._defaults = look_of(child(root, "docDefaults", "rPrDefault", "rPr"))

    def get(self, style_id: str | None) -> Style:
        """A style with what it inherits; one that the file does not define says nothing."""
        name = style_id or ""
        if name not in self._made:
            style = Style(look=self._defaults)
            for element in reversed(list(self._ancestry(name))):
                style = _with_own(style, element)
            self._made[name] = replace(style, id=name)
        return self._made[name]

    def paragraph(self, style_id: str | None) -> Style:
        """The style of a paragraph; the default one when it names none that is defined."""
        return self.get(style_id if style_id in self._elements else self.normal)

    def character(self, style_id: str | None) -> Look:
        """What a character style says by itself, without the defaults of the file."""
        look = Look()
        for element in self._ancestry(style_id or ""):
            look = look.over(look_of(child(element, "rPr")))
        return look

    def _ancestry(self, name: str) -> Iterator[Element]:
        """The style and those that it is based on, the nearest first."""
        seen: set[str] = set()
        while name in self._elements and name not in seen:
            seen.add(name)
            yield self._elements[name]
            name = value(self._elements[name], "basedOn") or ""


def look_of(properties: Element | None) -> Look:
    """What the properties of a run say of its look."""
    underline = value(properties, "u")
    position = value(properties, "vertAlign")
    return Look(
        bold=switch(properties, "b"),
        italic=switch(properties, "i"),
        underlined=None if underline is None else underline != "none",
        raised=None if position is None else position == "superscript",
        hidden=switch(properties, "vanish"),
        size=number(properties, "sz"),
    )


def outline_of(properties: Element | None) -> int | None:
    """The outline level that the properties of a paragraph give, from 1; 0 for body text, `None` when none is given."""
    level = number(properties, "outlineLvl")
    if level is None:
        return None
    return level + 1 if 0 <= level < DEEPEST else 0


def has_lines(borders: Element | None) -> bool:
    """Whether borders draw any line."""
    return borders is not None and any(line.get(w("val"), "nil") not in ("nil", "none") for line in borders)


def _is_default(element: Element) -> bool:
    return element.get(w("type")) == "paragraph" and element.get(w("default")) in ("1", "true", "on")


def _with_own(style: Style, element: Element) -> Style:
    """What a style inherits, and above it what its own element says."""
    properties = child(element, "pPr")
    name = (value(element, "name") or "").strip().casefold()
    role, named_level = _role(name), _named_level(name)
    outline = outline_of(properties)
    list_id = number(properties, "numPr", "numId")
    list_level = number(properties, "numPr", "ilvl")
    return Style(
        role=role or (None if named_level else style.role),
        outline=outline if outline is not None else (named_level or style.outline),
        list_id=style.list_id if list_id is None else list_id,
        list_level=style.list_level if list_level is None else list_level,
        look=look_of(child(element, "rPr")).over(style.look),
        has_borders=style.has_borders or _draws(element),
    )


def _draws(element: Element) -> bool:
    """Whether the style of a table draws lines or grounds, everywhere or in some of its cells."""
    parts = [element, *children(element, "tblStylePr")]
    borders = [child(part, kind, name) for part in parts for kind, name in _BORDERS]
    grounds = [child(part, "tcPr", "shd") for part in parts]
    return any(has_lines(found) for found in borders) or any(ground is not None for ground in grounds)


_BORDERS = (("tblPr", "tblBorders"), ("tcPr", "tcBorders"))


def _role(name: str) -> StyleRole | None:
    """What the name of a style says of its text."""
    lists = _names()
    if name in lists["contents_headings"]:
        return "contents_heading"
    if name.startswith(lists["contents"]):
        return "contents"
    if name in lists["titles"]:
        return "title"
    if name in lists["subtitles"]:
        return "subtitle"
    return "caption" if name in lists["captions"] else None


def _named_level(name: str) -> int | None:
    """The level of a heading that the name of a style gives: `kop 2`."""
    match = _heading_name().search(name)
    return int(match["level"]) if match else None


@cache
def _heading_name() -> re.Pattern[str]:
    """A word for headings and a level: `kop 1`, `huisstijl-kop2`, `heading 3 zonder nummer`."""
    names = "|".join(map(re.escape, sorted(_names()["headings"], key=len, reverse=True)))
    return re.compile(rf"(?:^|[\s_-])(?:{names})[\s_-]*(?P<level>[1-9])(?!\d)")


@cache
def _names() -> dict[str, tuple[str, ...]]:
    file = resources.files("briefgen").joinpath("data", "word-styles.toml")
    return {name: tuple(entries) for name, entries in tomllib.loads(file.read_text("utf-8")).items()}
