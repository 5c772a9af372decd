"""A tagged PDF as it was read back: everything that rules and comparisons look at, as values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from .attachments import Attachment
from .colours import Profile
from .content import PageContent, Piece
from .fonts import Font
from .metadata import Metadata
from .objects import DIRECT, Identity
from .places import Annotation, OutlineEntry, Target
from .structure import Content, Element, ObjectKid, StructureTree


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its size in points, what it shows, and its annotations.

    Attributes:
        number: from 0.
        struct_parents: key of its content in the parent tree.
        tabs: the order in which the tab key visits its annotations.
    """

    number: int
    width: float
    height: float
    struct_parents: int | None
    tabs: str
    content: PageContent
    annotations: tuple[Annotation, ...]


@dataclass(frozen=True, slots=True)
class Catalog:
    """What the file says of itself as a whole (ISO 32000-1, 7.7.2).

    Attributes:
        header: the first line of the file.
        marked, suspects, displays_title: `None` when the file does not say it.
        info_title: the title in the information dictionary.
        scripts: where JavaScript stands.
        actions: kinds of the other actions that start by themselves or that PDF/A forbids.
        outside: what is taken from outside the file.
        filters, graphics, entries: what an archive does not allow, as `Survey` names it.
        layers: optional content without a name, or that readers show or hide by themselves.
        info: the information dictionary, by its keys; only strings.
        is_binary: whether its second line says that it is no text.
        rest: how many bytes stand after its end.
        output_intents: of each its subtype and its profile; `None` without one.
    """

    header: str
    encrypted: bool
    has_identifier: bool
    marked: bool | None
    suspects: bool | None
    language: str | None
    displays_title: bool | None
    info_title: str
    scripts: tuple[str, ...]
    actions: tuple[str, ...]
    outside: tuple[str, ...]
    filters: tuple[str, ...]
    graphics: tuple[str, ...]
    entries: tuple[str, ...]
    layers: tuple[str, ...]
    info: Mapping[str, str]
    is_binary: bool
    rest: int
    output_intents: tuple[tuple[str, Profile | None], ...]


HYPHENS = ("-", "\u2010", "\u2011")

Line = tuple[int | None, float]
"""The page and the height of a base line."""


def joined(words: Iterable[tuple[Line, str]]) -> str:
    """Words one after another, each with the line that it stands on, with every run of white space as one space.

    Where a new line begins, there is a space, unless the line before ends in a hyphen: a line that is broken at a
    space may leave it out.
    """
    parts: list[str] = []
    line: Line | None = None
    for at, word in words:
        if parts and line != at and not parts[-1].endswith(HYPHENS):
            parts.append(" ")
        parts.append(word)
        line = at
    return " ".join("".join(parts).split())


@dataclass(frozen=True)
class TaggedFile:
    """A PDF with its structure.

    Attributes:
        tree: without elements when the file has no tags.
        metadata: `None` when the file has none.
        fonts: those that the pages use, by their object.
        destinations: names that links may use, with the places that they stand for.
        form_parents: key in the parent tree of the content of a form, by its object.
        names_in_order: whether the names of `destinations` stand in their order in the file.
    """

    catalog: Catalog
    metadata: Metadata | None
    pages: tuple[Page, ...]
    fonts: Mapping[Identity, Font]
    tree: StructureTree
    outline: tuple[OutlineEntry, ...]
    attachments: tuple[Attachment, ...]
    destinations: Mapping[str, Target]
    form_parents: Mapping[Identity, int]
    names_in_order: bool = True

    @cached_property
    def pieces_of(self) -> Mapping[tuple[int, Identity, int], tuple[Piece, ...]]:
        """What stands in each marked-content sequence, by page, form and identifier."""
        found: dict[tuple[int, Identity, int], list[Piece]] = {}
        for page in self.pages:
            for piece in page.content.pieces:
                if piece.mark.mcid is not None and piece.mark.artifact is None:
                    found.setdefault((page.number, piece.mark.stream, piece.mark.mcid), []).append(piece)
        return {key: tuple(pieces) for key, pieces in found.items()}

    @cached_property
    def annotations(self) -> Mapping[Identity, Annotation]:
        """The annotations of all pages by their object."""
        return {
            annotation.identity: annotation
            for page in self.pages
            for annotation in page.annotations
            if annotation.identity != DIRECT
        }

    def pieces(self, element: Element) -> Iterator[tuple[int, Piece]]:
        """What an element shows, in its logical order, with the number of the page."""
        for content in self.tree.contents(element):
            for piece in self.pieces_in(content):
                yield content.page or 0, piece

    def pieces_in(self, content: Content) -> tuple[Piece, ...]:
        """What stands in a sequence; nothing when no page shows it."""
        return self.pieces_of.get((content.page if content.page is not None else -1, content.stream, content.mcid), ())

    def text(self, element: Element) -> str:
        """What an element says, with every run of white space as one space."""
        return joined(self._words(element))

    def _words(self, element: Element) -> Iterator[tuple[Line, str]]:
        """What an element says, line by line; one that replaces its text says that instead (ISO 32000-1, 14.9.4)."""
        waiting: list[int | Content | ObjectKid] = [element.index]
        while waiting:
            kid = waiting.pop()
            if isinstance(kid, Content):
                yield from (((kid.page, piece.y), piece.text) for piece in self.pieces_in(kid) if piece.text)
            elif isinstance(kid, int):
                inner = self.tree.elements[kid]
                if inner.actual_text is None:
                    waiting.extend(reversed(inner.kids))
                else:
                    yield (self.page(inner), 0), inner.actual_text

    def page(self, element: Element) -> int | None:
        """The page that an element begins on, from 0: where its first content stands, or where it says."""
        return self._spans[element.index][0]

    def last_page(self, element: Element) -> int | None:
        """The page that an element ends on, from 0."""
        return self._spans[element.index][1]

    @cached_property
    def _spans(self) -> tuple[tuple[int | None, int | None], ...]:
        """The first and the last page of each element, by index."""
        spans: list[tuple[int | None, int | None]] = [(None, None)] * len(self.tree.elements)
        for element in reversed(self.tree.elements):
            pages = [
                page
                for kid in element.kids
                for page in (spans[kid] if isinstance(kid, int) else (kid.page,))
                if page is not None
            ]
            spans[element.index] = (min(pages), max(pages)) if pages else (element.page, element.page)
        return tuple(spans)
