"""What the layout of an HTML page leaves in a PDF: marked words, link annotations, and the elements that own them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked-content sequence (ISO 32000-1, 14.6).

    Attributes:
        page: counted from 0.
        mcid: its number in its content stream.
        form: names of the form XObjects around it, from the resources of the page inwards; empty for what stands in
            the content of the page itself.
        blank: whether it shows nothing: white space, or words that CSS hides.
    """

    page: int
    mcid: int
    form: tuple[str, ...] = ()
    blank: bool = False


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link annotation.

    Attributes:
        page: counted from 0.
        index: its place among the annotations of the page, counted from 0.
    """

    page: int
    index: int


@dataclass(slots=True)
class Node:
    """One element of the HTML with what it owns, in reading order; filled while the pages are read.

    Attributes:
        name: of the HTML element (`td`), or of a pseudo-element (`::marker`, `::footnote-call`).
        attributes: of the HTML element.
        words: the text of a link, for its description.
        page: the page on which it begins, counted from 0.
        bounds: of a picture, in points from the lower left corner of its page: left, bottom, right, top.
        kids: over all pages.
    """

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    words: str = ""
    page: int = 0
    bounds: tuple[float, float, float, float] | None = None
    kids: list[Node | Mark | Annotation] = field(default_factory=list)


Kid: TypeAlias = Node | Mark | Annotation
