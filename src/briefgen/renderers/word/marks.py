"""What links, bookmarks, notes and pictures are while a template is being filled: marks inside ordinary text.

A tag prints text. `{{ source | link }}` and `{{ statement | bookmark }}` therefore print a mark too, and `placing.py`
turns the marks into elements of Word once the text stands in its paragraph. So a link keeps the look that its tag
has in the template, works in any place, and needs no knowledge of XML. Words in another language than the pack carry
a mark of themselves.
"""

from __future__ import annotations

import re
from typing import TypeVar
from urllib.parse import urlsplit

from ...model import Model
from ..vocabulary import AnnexParagraph, Picture, SourceLink, Statement

# Noncharacters of Unicode: allowed in XML, never part of a text (The Unicode Standard, 23.7). A mark is one of the
# kinds, what it is about, perhaps `AND` and a detail, perhaps `TEXT` and words, and `END`.
LINK, TEXT, BOOKMARK, END, NOTE, LANGUAGE, PICTURE, OPEN, AND = map(chr, range(0xFDD0, 0xFDD9))
KINDS = LINK + BOOKMARK + NOTE + LANGUAGE + PICTURE + OPEN

# A mark in a text.
MARK = re.compile(
    f"(?P<kind>[{KINDS}])(?P<about>[^{AND}{TEXT}{END}]*)(?:{AND}(?P<detail>[^{TEXT}{END}]*))?"
    f"(?:{TEXT}(?P<words>[^{END}]*))?{END}"
)

# What no text in Word may hold: the control characters and code points that XML 1.0 forbids, and our own marks.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
REPLACEMENT = "\ufffd"

# The fields that hold what a reader clicks on, in this order.
NAMES = ("label", "title", "name")

Printed = TypeVar("Printed", bound=Model)


# The fields of a model that are in the language which its field `language` names.
SPOKEN = ("text", "path")


class Foreign(str):
    """Words in another language than the pack.

    Attributes:
        language: its tag (BCP 47).
    """

    __slots__ = ("language",)
    language: str

    def __new__(cls, words: str, language: str) -> Foreign:
        """The words, which know their language."""
        made = super().__new__(cls, words)
        made.language = language
        return made


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
    address, words = _address(value if target is None else target), _words(value)
    if not address:
        return spoken(words)
    tongue = f"{AND}{words.language}" if isinstance(words, Foreign) else ""
    return f"{LINK}{address}{tongue}{TEXT}{words}{END}"


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


def picture(value: object) -> str:
    """A picture, as wide as it was drawn or as the text; its description for who does not see it comes with it.

    In a template: `{{ picture | picture }}`.

    Args:
        value: one of the pictures of a chapter.

    Raises:
        LinkError: `value` is no picture.
    """
    if not isinstance(value, Picture):
        raise LinkError(f"{type(value).__name__} is no picture")
    return f"{PICTURE}{value.anchor}{TEXT}{value.alt}{END}"


def placeholder(value: object) -> str:
    """Words between square brackets, in the place of what only a person can write; a click selects them all.

    In a template: `{{ statement | placeholder }}`.

    Args:
        value: a statement.

    Raises:
        LinkError: `value` is no statement.
    """
    if not isinstance(value, Statement):
        raise LinkError(f"{type(value).__name__} is nothing to fill in")
    return f"{OPEN}{value.anchor}{AND}{value.subject or value.name}{TEXT}{value.text or value.name}{END}"


def site(address: str) -> str:
    """The name of the site of a web address, for a reader (`www.clingendael.org`).

    In a template: `{{ source.url | site }}`.

    Args:
        address: of the page; an empty text gives an empty text.
    """
    return urlsplit(address).hostname or address


def spoken(words: str) -> str:
    """Words as a tag prints them: those in another language with a mark of it."""
    return f"{LANGUAGE}{words.language}{TEXT}{words}{END}" if isinstance(words, Foreign) and words else words


def printable(model: Printed) -> Printed:
    """The same model, ready to be printed.

    In its texts every character that Word cannot hold is the replacement character U+FFFD, and words in another
    language than the pack know that language.
    """
    fields: dict[str, object] = vars(model)
    changed = {name: new for name, old in fields.items() if (new := _printable(old)) is not old}
    language = fields.get("language")
    if language:
        words = {name: str(changed.get(name, fields.get(name, ""))) for name in SPOKEN}
        changed |= {name: Foreign(said, str(language)) for name, said in words.items() if said}
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
