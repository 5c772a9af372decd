"""Which structure type an element of HTML becomes.

Sources: ISO 32000-1, 14.8.4 (the standard structure types); HTML Living Standard, 4 (the elements); Digital Publishing
WAI-ARIA Module 1.0 (the roles that begin with `doc-`).
"""

from __future__ import annotations

from collections.abc import Mapping

from .content import Node

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

DECORATION = frozenset({"none", "presentation"})
"""Roles of what is only there to be seen."""

INLINE_TYPES = frozenset({"Link", "Span", "Quote", "Code", "Reference", "Note", "BibEntry"})
"""Structure types that stand among words."""

NUMBERINGS: Mapping[str, str] = {"ol": "Decimal", "ul": "Disc"}

SCOPES: Mapping[str, str] = {"col": "Column", "colgroup": "Column", "row": "Row", "rowgroup": "Row"}


def structure_type(node: Node) -> str | None:
    """The structure type of an element; `None` when what it holds takes its place."""
    special = SPECIAL_ROLES.get(node.attributes.get("role", ""))
    if special:
        return special
    if node.name in WITHIN_LINES:
        return None
    return BLOCKS.get(node.name) or PHRASES.get(node.name) or GROUPS.get(node.name)


def heading_rank(node: Node) -> int | None:
    """The rank of a heading (`h2`: 2); `None` for what is no heading."""
    name = node.name
    return int(name[1]) if len(name) == 2 and name[0] == "h" and name[1] in "123456" else None


def is_decoration(name: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element says nothing: a picture with an empty description, or what is hidden from screen readers."""
    if attributes.get("aria-hidden") == "true":
        return True
    return name == "img" and (attributes.get("alt") == "" or attributes.get("role") in DECORATION)
