"""What links, bookmarks and notes are while a template is being filled: marks inside ordinary text.

A tag prints text. `{{ source | link }}` and `{{ statement | bookmark }}` therefore print a mark too, and `links.py`
turns the marks into elements of Word once the text stands in its paragraph. So a link keeps the look that its tag
has in the template, works in any place, and needs no knowledge of XML.
"""

from __future__ import annotations

import re
from typing import TypeVar
from urllib.parse import urlsplit

from ...model import Model
from ..vocabulary import AnnexParagraph, SourceLink, Statement

# Noncharacters of Unicode: allowed in XML, never part of a text (The Unicode Standard, 23.7).
LINK, TEXT, BOOKMARK, END, NOTE = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3", "\ufdd4"

# What no text in Word may hold: the control characters and code points that XML 1.0 forbids, and our own marks.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
REPLACEMENT = "\ufffd"

# The fields that hold what a reader clicks on, in this order.
NAMES = ("label", "title", "name")

Printed = TypeVar("Printed", bound=Model)


class LinkError(ValueError):
    """A tag links or marks something that has no place of its own."""


def link(value: object, target: object = None) -> str:
    """The words of something, as a link to its place.

    In a template: `{{ source | link }}`, or `{{ source.reference | link(source.url) }}`.

    Args:
        value: something with a place in the pack, or a text.
        target: where the link goes, when that is not the place of `value` itself: something with a place, a web
            address, or an empty text for no link at all.

    Raises:
        LinkError: `value` or `target` has no place in the pack.
    """
    address = _address(value if target is None else target)
    return f"{LINK}{address}{TEXT}{_words(value)}{END}" if address else _words(value)


def bookmark(value: object) -> str:
    """Makes the paragraph the place where links to something arrive; it prints nothing.

    In a template: `{{ chapter | bookmark }}`.

    Raises:
        LinkError: `value` has no place in the pack.
    """
    anchor = getattr(value, "anchor", None)
    if not isinstance(anchor, str):
        raise LinkError(f"{type(value).__name__} has no place to link to")
    return f"{BOOKMARK}{anchor}{END}"


def footnote(value: object) -> str:
    """A footnote for each paragraph that is cited, or the number of the note that it has already.

    In a template: `{{ statement.text }}{{ statement | footnote }}`, or `{{ source | footnote }}` for one source.

    Args:
        value: a statement, one of its sources, or a paragraph of the annex.

    Raises:
        LinkError: `value` cites nothing.
    """
    match value:
        case Statement():
            cited: tuple[str, ...] = tuple(source.anchor for source in value.sources)
        case SourceLink() | AnnexParagraph():
            cited = (value.anchor,)
        case _:
            raise LinkError(f"{type(value).__name__} cites nothing")
    return "".join(f"{NOTE}{anchor}{END}" for anchor in cited)


def site(address: str) -> str:
    """The name of the site of a web address, for a reader (`www.clingendael.org`).

    In a template: `{{ source.url | site }}`.

    Args:
        address: of the page; an empty text gives an empty text.
    """
    return urlsplit(address).hostname or address


def printable(model: Printed) -> Printed:
    """The same model, in whose texts every character that Word cannot hold is the replacement character U+FFFD."""
    changed = {name: new for name, old in model if (new := _printable(old)) is not old}
    return model.model_copy(update=changed) if changed else model


def _printable(value: object) -> object:
    """The value itself when nothing in it had to change, so that a clean pack is not copied."""
    if isinstance(value, str):
        return UNPRINTABLE.sub(REPLACEMENT, value) if UNPRINTABLE.search(value) else value
    if isinstance(value, tuple):
        new = tuple(map(_printable, value))
        return new if any(one is not other for one, other in zip(new, value, strict=True)) else value
    return printable(value) if isinstance(value, Model) else value


def _address(value: object) -> str:
    if isinstance(value, str):
        return value
    anchor = getattr(value, "anchor", None)
    if not isinstance(anchor, str):
        raise LinkError(f"{type(value).__name__} has no place to link to")
    return f"#{anchor}"


def _words(value: object) -> str:
    if isinstance(value, str):
        return value
    return next(str(getattr(value, name)) for name in NAMES if getattr(value, name, None))
