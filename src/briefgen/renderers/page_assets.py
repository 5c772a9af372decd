"""What a template for HTML and its stylesheets load and ask for: everything must be among its assets, and readable.

Judged without a pack: addresses that a tag makes are left to the build.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html.parser import HTMLParser
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import urlsplit

import tinycss2

from ..errors import TemplateError
from . import fonts
from .addresses import asset_path
from .page_styles import shared_names, unsaid
from .sandbox import TAG
from .web import FaultyPageError, WebTemplate

LOADED: Mapping[str, str] = {
    "img": "src",
    "link": "href",
    "script": "src",
    "source": "src",
    "embed": "src",
    "iframe": "src",
    "object": "data",
    "video": "src",
    "audio": "src",
    "track": "src",
    "input": "src",
}
"""What elements load when the page is opened: the attribute that names it."""

DRAWN = "pictures/"
"""Where the drawings of a pack are; they are made with it."""

MADE_BY_A_TAG = "\x00"

# Families of fonts that every program knows (CSS Fonts 4, 2.1).
GENERIC = frozenset({"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "inherit", "initial"})

# A use of a value that a stylesheet names: `var(--sans)`.
NAMED_VALUE = re.compile(r"var\(\s*(--[\w-]+)")

# The names of fonts between quotation marks: `"Brief Sans"`.
QUOTED = re.compile(r"[\"']([^\"']+)[\"']")


class Loaded(NamedTuple):
    """An address in a file: where it stands (line 0 when a tag or a program made it), and what it names."""

    file: str
    line: int
    address: str
    folder: str = ""

    @property
    def path(self) -> str:
        """The path of the asset; an address elsewhere as it is."""
        return asset_path(self.address, self.folder)


def asset_faults(template: WebTemplate) -> tuple[TemplateError, ...]:
    """What a template and its stylesheets load that is not there, may not be loaded, or is a font without a file.

    Args:
        template: with its assets.
    """
    page = _Page(template)
    used = _used_styles(page, template)
    loaded = (*page.loaded, *(one for path, text in used.items() for one in _in_style(text, path)))
    refused = (_refusal(one, template) for one in loaded)
    within = {template.file: "\n".join(page.styles)}
    of_styles = (*_families(used), *unsaid(used), *shared_names(used | within))
    return (*page.faults, *filter(None, refused), *_unread(loaded, template), *of_styles)


def require_own_names(template: WebTemplate) -> None:
    """Refuse a template that gives the files of two fonts one name: letters of one would be printed as others.

    Args:
        template: with its assets.

    Raises:
        FaultyPageError: it does; every such name.
    """
    page = _Page(template)
    faults = tuple(shared_names(_used_styles(page, template) | {template.file: "\n".join(page.styles)}))
    if faults:
        raise FaultyPageError(faults)


def styles_within(template: WebTemplate) -> tuple[str, ...]:
    """The styles that stand in a template itself, each behind as many empty lines as stand before it."""
    return tuple(_Page(template).styles)


def _used_styles(page: _Page, template: WebTemplate) -> dict[str, str]:
    """The stylesheets that a page loads, by their path."""
    styles = {path: data.decode("utf-8-sig", "replace") for path, data in template.assets.items() if _is_style(path)}
    return {path: styles[path] for path in _linked(page.loaded, styles)}


def _unread(loaded: Iterable[Loaded], template: WebTemplate) -> Iterator[TemplateError]:
    """The fonts that a page loads and nobody can read."""
    for path in dict.fromkeys(one.path for one in loaded if fonts.is_font(one.path) and one.path in template.assets):
        try:
            fonts.printable("", {path: template.assets[path]})
        except TemplateError as error:
            yield error


def refuse(template: WebTemplate, addresses: Sequence[str]) -> None:
    """Fail when a page asked for something that is not among its assets.

    Args:
        template: of the page.
        addresses: what it asked for in vain.

    Raises:
        FaultyPageError: there is something; all that is wrong with what the template loads.
    """
    if addresses:
        known = asset_faults(template)
        told = {fault.details["name"] for fault in known}
        made = [Loaded(template.file, 0, one) for one in dict.fromkeys(addresses) if one not in told]
        raise FaultyPageError((*known, *filter(None, (_refusal(one, template) for one in made))))


def _is_style(path: str) -> bool:
    return path.lower().endswith(".css")


class _Page(HTMLParser):
    """Collects what the elements of a template load, and the pictures that say nothing to who cannot see them."""

    def __init__(self, template: WebTemplate) -> None:
        super().__init__()
        self.loaded: list[Loaded] = []
        self.faults: list[TemplateError] = []
        self.styles: list[str] = []
        self._file = template.file
        self._in_style = False
        self.feed(TAG.sub(lambda match: MADE_BY_A_TAG + "\n" * match[0].count("\n"), template.text))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag of HTML, with its attributes."""
        given, line = dict(attrs), self.getpos()[0]
        if tag == "img" and "alt" not in given:
            name = str(given.get("src", "")).replace(MADE_BY_A_TAG, "…")
            self.faults.append(TemplateError("template-silent-picture", file=f"{self._file}:{line}", name=name))
        if tag == "script" or any(name.startswith("on") for name in given):
            self.faults.append(TemplateError("template-script", file=f"{self._file}:{line}", name=tag))
        self._in_style = tag == "style"
        style = given.get("style")
        if style and MADE_BY_A_TAG not in style:
            self.styles.append("\n" * (line - 1) + f"x {{ {style} }}")
        for candidate in (given.get("srcset") or "").split(","):
            if candidate.strip() and MADE_BY_A_TAG not in candidate:
                self.loaded.append(Loaded(self._file, line, candidate.split()[0]))
        address = given.get(LOADED.get(tag, ""))
        if address and MADE_BY_A_TAG not in address and not address.startswith("data:"):
            self.loaded.append(Loaded(self._file, line, address))

    def handle_data(self, data: str) -> None:
        """Words, or the rules of a style."""
        if self._in_style and MADE_BY_A_TAG not in data:
            self.styles.append("\n" * (self.getpos()[0] - 1) + data)

    def handle_endtag(self, tag: str) -> None:
        """The end of an element."""
        self._in_style = False


def _linked(loaded: Iterable[Loaded], styles: Mapping[str, str]) -> list[str]:
    """The stylesheets that a page loads, and those that they load."""
    found: list[str] = []
    waiting = [one.path for one in loaded]
    while waiting:
        path = waiting.pop(0)
        if path in styles and path not in found:
            found.append(path)
            waiting += [one.path for one in _in_style(styles[path], path)]
    return found


def _in_style(text: str, path: str) -> Iterator[Loaded]:
    """The addresses in a stylesheet."""
    folder = path.rpartition("/")[0]
    for token in _tokens(tinycss2.parse_component_value_list(text, skip_comments=True)):
        is_call = token.type == "function" and token.lower_name == "url"
        address = next((one.value for one in token.arguments if one.type == "string"), "") if is_call else ""
        if token.type == "url":
            address = token.value
        if address and not address.startswith(("data:", "#")):
            yield Loaded(path, token.source_line, address, folder)
    for rule in tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
        if rule.type == "at-rule" and rule.lower_at_keyword == "import":
            for token in rule.prelude:
                if token.type == "string":
                    yield Loaded(path, token.source_line, token.value, folder)


def _tokens(values: Iterable[tinycss2.ast.Node]) -> Iterator[tinycss2.ast.Node]:
    """All values of a stylesheet, also those within blocks and calls."""
    for value in values:
        yield value
        if value.type in ("() block", "[] block", "{} block"):
            yield from _tokens(value.content)
        elif value.type == "function":
            yield from _tokens(value.arguments)


def _refusal(one: Loaded, template: WebTemplate) -> TemplateError | None:
    where = f"{one.file}:{one.line}" if one.line else one.file
    if urlsplit(one.address).scheme or one.address.startswith("//"):
        return TemplateError("template-remote-address", file=where, name=one.address)
    if one.path in template.assets or (one.line and one.path.startswith(DRAWN)):
        return None
    suffix = PurePosixPath(one.path).suffix
    known = [path for path in template.assets if PurePosixPath(path).suffix == suffix]
    return TemplateError("template-missing-asset", file=where, name=one.path, known=known)


def _families(styles: Mapping[str, str]) -> Iterator[TemplateError]:
    """Families of fonts that a stylesheet asks for and no stylesheet gives a file for."""
    declared = [(path, one) for path, text in styles.items() for one in _declarations(text)]
    given = {name for _, one in declared if one.in_font_face and one.name == "font-family" for name in one.families}
    fonts = [(path, one) for path, one in declared if one.name in ("font", "font-family") and not one.in_font_face]
    named = {name for _, one in fonts for name in NAMED_VALUE.findall(one.value)}
    asking = fonts + [(path, one) for path, one in declared if one.name in named]
    for path, one in asking:
        for family in one.families:
            if family not in given and family.lower() not in GENERIC:
                where = f"{path}:{one.line}"
                yield TemplateError("template-unknown-font", file=where, name=family, known=sorted(given))


class _Declaration(NamedTuple):
    """One declaration of a stylesheet."""

    name: str
    value: str
    line: int
    in_font_face: bool

    @property
    def families(self) -> tuple[str, ...]:
        """The fonts that it names between quotation marks."""
        return tuple(QUOTED.findall(self.value))


def _declarations(text: str) -> Iterator[_Declaration]:
    """The declarations of a stylesheet, also those within other rules."""
    yield from _within(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True), in_font_face=False)


def _within(parsed: Iterable[tinycss2.ast.Node], *, in_font_face: bool) -> Iterator[_Declaration]:
    for one in parsed:
        if one.type == "declaration":
            yield _Declaration(one.lower_name, tinycss2.serialize(one.value), one.source_line, in_font_face)
        elif one.type in ("qualified-rule", "at-rule") and one.content is not None:
            inner = tinycss2.parse_blocks_contents(one.content, skip_comments=True, skip_whitespace=True)
            is_face = one.type == "at-rule" and one.lower_at_keyword == "font-face"
            yield from _within(inner, in_font_face=is_face)
