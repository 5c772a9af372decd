"""Which structure type an element of HTML becomes.

Sources: ISO 32000-1, 14.8.4 (the standard structure types); HTML Living Standard, 4 (the elements); Digital Publishing
WAI-ARIA Module 1.0 (the roles that begin with `doc-`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from .content import Node

# A language tag as a PDF may hold it (`nl`, `nl-NL`; ISO 32000-1, 14.9.2.2).
LANGUAGE_TAG = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")

GROUPS: Mapping[str, str] = {
    "html": "Document",
    "section": "Sect",
    "nav": "Sect",
    "article": "Art",
    "blockquote": "BlockQuote",
    "figure": "Div",
}
"""Elements that hold blocks; words that stand in them directly are paragraphs."""

BLOCKS: Mapping[str, str] = {
    "p": "P",
    "pre": "P",
    "li": "LI",
    "dt": "Lbl",
    "dd": "LBody",
    "::marker": "Lbl",
    "ul": "L",
    "ol": "L",
    "dl": "L",
    "menu": "L",
    "table": "Table",
    "caption": "Caption",
    "figcaption": "Caption",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "img": "Figure",
    "svg": "Figure",
    "object": "Figure",
    "embed": "Figure",
    "::footnote-body": "Note",
}
"""Elements that hold words, or a fixed kind of children."""

PHRASES: Mapping[str, str] = {
    "a": "Link",
    "q": "Quote",
    "code": "Code",
    "::footnote-call": "Reference",
    "::footnote-marker": "Lbl",
}
"""Elements within a line."""

LINE_NAMES = """
abbr acronym b bdi bdo big cite data del dfn em font i ins kbd label mark output rp rt ruby s samp small span strike
strong sub sup time tt u var wbr
"""

WITHIN_LINES = frozenset(LINE_NAMES.split())
"""Elements within a line that are no structure of their own; in another language they become a `Span`."""

SPECIAL_ROLES: Mapping[str, str] = {
    "doc-index": "Index",
    "doc-noteref": "Reference",
    "doc-footnote": "Note",
    "doc-endnote": "Note",
    "doc-biblioentry": "BibEntry",
}
"""The structure types of the roles of digital publishing; a table of contents (`doc-toc`) changes the lists in it."""

CONTENTS = "doc-toc"

TABLE_PARTS = frozenset({"table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"})
"""Elements that mean nothing in a table that only sets things beside each other (`role="presentation"`)."""

DECORATION = frozenset({"none", "presentation"})
"""Roles of what is only there to be seen."""

INLINE_TYPES = frozenset({"Link", "Span", "Quote", "Code", "Reference", "Note", "BibEntry"})
"""Structure types that stand among words."""

INSIDE_LINKS = INLINE_TYPES - {"Link"} | {
    "P", "H1", "H2", "H3", "H4", "H5", "H6", "LBody", "TH", "TD", "Caption", "Lbl", "Sect", "Art", "BlockQuote", "Div",
}  # fmt: skip
"""Structure types in which a link may be the only kid."""

NUMBERINGS: Mapping[str, str] = {"ol": "Decimal", "ul": "Disc"}

SCOPES: Mapping[str, str] = {"col": "Column", "colgroup": "Column", "row": "Row", "rowgroup": "Row"}


def structure_type(node: Node) -> str | None:
    """The structure type of an element; `None` when what it holds takes its place."""
    special = special_type(node)
    if special and node.name != "li":
        return special
    if node.name in WITHIN_LINES:
        return None
    return BLOCKS.get(node.name) or PHRASES.get(node.name) or GROUPS.get(node.name)


def special_type(node: Node) -> str | None:
    """The structure type of the role of an element in digital publishing; `None` for any other element."""
    return SPECIAL_ROLES.get(node.attributes.get("role", ""))


def language_of(node: Node) -> str | None:
    """The language that an element names; `None` when it names none, or what cannot be one (BCP 47, 2.1)."""
    written = node.attributes.get("lang", "").replace("_", "-")
    return written if LANGUAGE_TAG.fullmatch(written) else None


def heading_rank(node: Node) -> int | None:
    """The rank of a heading (`h2`: 2); `None` for what is no heading."""
    name = node.name
    return int(name[1]) if len(name) == 2 and name[0] == "h" and name[1] in "123456" else None


def is_decoration(name: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element says nothing: a picture with an empty description, or what is hidden from screen readers."""
    if attributes.get("aria-hidden") == "true":
        return True
    return name == "img" and (attributes.get("alt") == "" or attributes.get("role") in DECORATION)
