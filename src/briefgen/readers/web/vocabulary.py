"""The elements of HTML and how they flow; the word lists of web pages."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cache

from ...lexicon import word_lists
from ..trees.layer import Grammar
from ..trees.parsing import Element

BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog",
        "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
        "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre",
        "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
    }
)  # fmt: skip
"""Elements that stand on lines of their own, by the rendering section of the HTML standard."""

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

EMPHASIS = frozenset({"b", "strong", "em", "i", "u"})

# What parts the words of a class or an id: `m-share__button`, `cookie-banner`.
_PARTS = re.compile(r"[\s_-]+")


@cache
def words(name: str) -> frozenset[str]:
    """The word list `name` of `data/web-pages.toml`.

    Raises:
        KeyError: there is no such list (a defect).
    """
    return frozenset(word_lists("web-pages")[name])


def ordered(name: str) -> tuple[str, ...]:
    """The word list `name`, in its order.

    Raises:
        KeyError: there is no such list (a defect).
    """
    return word_lists("web-pages")[name]


def classes(element: Element) -> frozenset[str]:
    """The classes of an element, in lower case."""
    return frozenset((element.get("class") or "").casefold().split())


def name_words(element: Element) -> frozenset[str]:
    """The words that its classes and its id are made of: `m-share__button` has `share`."""
    text = f"{element.get('class') or ''} {element.get('id') or ''}".casefold()
    return frozenset((*text.split(), *_PARTS.split(text)))


def lineage(element: Element) -> Iterator[Element]:
    """An element and those around it, the innermost first."""
    yield element
    yield from element.iterancestors()


def enclosing(element: Element, names: Container[str]) -> Element | None:
    """The innermost element of one of these names that an element is or stands in."""
    return next((found for found in lineage(element) if found.tag in names), None)


GRAMMAR = Grammar(
    is_block=lambda name: name in BLOCKS,
    skipped=frozenset(
        {
            "audio",
            "canvas",
            "head",
            "iframe",
            "math",
            "noscript",
            "object",
            "script",
            "style",
            "svg",
            "template",
            "video",
        }
    ),
    breaks=frozenset({"br"}),
    is_spaced=lambda element: bool(classes(element) & words("numbers")),
)
