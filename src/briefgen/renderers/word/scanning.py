"""Where the tags of a part stand: each with its paragraph, its block, and the code that Jinja reads.

Word cuts a tag into runs as it likes, and its users write curled quotes and spaces that do not break; neither is a
mistake. A tag that lost its beginning or its end is one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import NamedTuple

from lxml import etree

from ...ooxml import COMPATIBILITY, w
from .contents import clear_contents
from .ooxml import paragraph_text, text_pieces

# What word processors write for the plain signs of a tag.
TYPOGRAPHY = str.maketrans({"\u00a0": " ", "\u202f": " "} | dict.fromkeys("“”„", '"') | dict.fromkeys("‘’‚", "'"))

# A whole tag, one with single braces, or a lonely half of one:
# `{{ title }}`, `{%p if gaps %}`, `{# remark #}`; `{title}`; `{{`, `%}`.
TAG_OR_HALF = re.compile(
    r"""
    (?P<tag>
        \{\{ (?: "[^"]*" | '[^']*' | (?! \{\{ | \{% | %\} | \}\} ) . )* \}\}
      | \{%  (?: "[^"]*" | '[^']*' | (?! \{\{ | \{% | %\} | \}\} ) . )*  %\}
    )
    | (?P<remark> \{\# .*? \#\} )
    | (?P<single> (?<!\{) \{ \s* [a-z_]+ (?:\.[a-z_]+)* \s* \} (?!\}) )
    | (?P<half> \{\{ | \{% | \{\# | \}\} | %\} | \#\} )
    """,
    re.DOTALL | re.VERBOSE,
)
# Any sign with which a tag can begin or end.
SIGN = re.compile(r"\{[{%#]|[}%#]\}|\{\s*[a-z_]")
# Where a tag that misses its end may stop: at a single brace or at the next tag.
HALF_END = re.compile(r"(?<=[}])|(?<!^)(?=\{[{%#])")
# What stands for the half of a tag that has one brace on each side.
SINGLE = "{"
OPENING_HALVES = frozenset({"{{", "{%", "{#"})

# A statement: its block in Word (`p`, `tr`, …), its keyword, and the rest.
STATEMENT = re.compile(
    r"\{%[-+]?(?:(?P<block>tr|tc|p|r)(?=\s))?\s*(?P<keyword>\w+)\s*(?P<rest>.*?)\s*[-+]?%\}\Z", re.DOTALL
)
# Something printed; docxtpl's prefixes mean nothing here.
PRINTED = re.compile(r"\{\{(?:(?:tr|tc|r|p)(?=\s))?(?P<rest>.*)\}\}\Z", re.DOTALL)

# What a tag for a loop or condition still looks like when a sign of its braces is missing: `{%p for x in y }`.
BROKEN_STATEMENT = re.compile(
    r"(?:\{\s*%|\{|%)\s*(?P<block>tr|tc|p|r)?\s+(?P<keyword>for|if|elif|else|endfor|endif)\b(?P<rest>[^{}%]*)[%}\s]*\Z"
)


# The element that is left out of the file with a tag, by the letter of the tag.
UNITS = {"": "p", "r": "p", "p": "p", "tr": "tr", "tc": "tc"}


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag of a part, or half of one.

    Attributes:
        paragraph: its number among the paragraphs of the part, from 0.
        written: the tag as it stands there, on one line.
        block: what is left out with the tag: `p` its paragraph, `tr` its row, `tc` its cell, empty for itself only.
        keyword: `for`, `if`, …; empty for a tag that prints.
        rest: what follows the keyword, or the expression that is printed.
        container: where a block that the tag opens must end: what holds the paragraph, row or cell.
        astray: whether the tag speaks of a row or cell and stands in none.
        beside: words in the paragraph, row or cell that is left out with the tag.
        half: the sign whose other half is missing; empty when the tag is whole.
    """

    paragraph: int
    written: str
    block: str
    keyword: str
    rest: str
    container: etree._Element | None
    beside: str
    astray: bool = False
    half: str = ""

    @property
    def code(self) -> str:
        """The tag for Jinja, without what only Word needs."""
        return f"{{% {self.keyword} {self.rest} %}}" if self.keyword else f"{{{{ {self.rest} }}}}"


class Place(NamedTuple):
    """A paragraph of a part: its words, and whether it stands in a text box."""

    words: str
    boxed: bool


class Scan(NamedTuple):
    """The paragraphs of a part and its tags, both in the order of the file."""

    places: tuple[Place, ...]
    tags: tuple[Tag, ...]


def scan(root: etree._Element) -> Scan:
    """The tags of a part. What Word once wrote into a table of contents is left out; `root` is changed.

    Args:
        root: the body, a header, a footer or notes, as parsed from the template.
    """
    paragraphs = list(root.iter(w("p")))
    places = tuple(Place(paragraph_text(one), _is_boxed(one)) for one in paragraphs)
    clear_contents(root)
    position_of = {node: position for position, node in enumerate(root.iter())}
    found = [
        (position_of[node], tag)
        for number, paragraph in enumerate(paragraphs)
        if paragraph in position_of and not _is_second_copy(paragraph)
        for node, tag in _tags(paragraph, number)
    ]
    # The tags of a text box come in the middle of those of the paragraph that holds it.
    return Scan(places, tuple(tag for _, tag in sorted(found, key=lambda pair: pair[0])))


def _tags(paragraph: etree._Element, number: int) -> Iterator[tuple[etree._Element, Tag]]:
    """The tags of a paragraph, each with the element in which it begins."""
    pieces = list(text_pieces(paragraph))
    words = "".join(text for _, text in pieces).translate(TYPOGRAPHY)
    if not SIGN.search(words):
        return
    starts = list(accumulate((len(text) for _, text in pieces), initial=0))
    second_half = False
    for match in TAG_OR_HALF.finditer(words):
        if match["remark"] or (second_half and match["half"] not in OPENING_HALVES and match["half"]):
            continue
        second_half = match["half"] in OPENING_HALVES
        node = pieces[bisect_right(starts, match.start()) - 1][0]
        yield node, _tag(match, words, paragraph, number)


def _tag(match: re.Match[str], words: str, paragraph: etree._Element, number: int) -> Tag:
    if match["half"]:
        return _half(match, words, paragraph, number)
    if match["single"]:
        return replace(_made(match[0], "", "", match[0].strip("{} "), paragraph, number), half=SINGLE)
    return _whole(match[0], paragraph, number)


def _whole(text: str, paragraph: etree._Element, number: int) -> Tag:
    printed = PRINTED.match(text)
    match = printed or STATEMENT.match(text)
    if match is None:
        return _made(text, "", "?", text, paragraph, number)
    if printed:
        return _made(text, "", "", match["rest"], paragraph, number)
    return _made(text, match["block"] or "", match["keyword"], match["rest"], paragraph, number)


def _half(match: re.Match[str], words: str, paragraph: etree._Element, number: int) -> Tag:
    """A half tag; when it still looks like a loop or condition it counts as one for what stands after it."""
    opening = match["half"] in OPENING_HALVES
    around = words[match.start() :] if opening else words[: match.end()]
    text = HALF_END.split(around, maxsplit=1)[0] if opening else around[_half_start(around) :]
    broken = BROKEN_STATEMENT.search(text)
    block, keyword, rest = (broken["block"] or "", broken["keyword"], broken["rest"]) if broken else ("", "", "")
    return replace(_made(text, block, keyword, rest.strip(), paragraph, number), half=match["half"])


def _half_start(text: str) -> int:
    """Where a tag may begin that ends at the end of `text`: at its last single brace or sign of a statement."""
    inner = text[:-2]
    return max(inner.rfind("{"), inner.rfind("}") + 1, 0)


def _made(text: str, block: str, keyword: str, rest: str, paragraph: etree._Element, number: int) -> Tag:
    unit = _unit(paragraph, UNITS[block])
    astray = unit is None
    unit = paragraph if unit is None else unit
    beside = "" if block in {"", "r"} else _words(unit).replace(text, "", 1)
    folded = " ".join(text.split())
    code = " ".join(rest.split())
    return Tag(number, folded, block, keyword, code, unit.getparent(), beside.strip(), astray)


def _unit(paragraph: etree._Element, name: str) -> etree._Element | None:
    return paragraph if name == "p" else next(paragraph.iterancestors(w(name)), None)


def _words(unit: etree._Element) -> str:
    return " ".join(paragraph_text(one) for one in unit.iter(w("p"))).translate(TYPOGRAPHY)


def _is_second_copy(paragraph: etree._Element) -> bool:
    """Whether it stands in what Word keeps for its old versions: the same text box once more."""
    return next(paragraph.iterancestors(f"{{{COMPATIBILITY}}}Fallback"), None) is not None


def _is_boxed(paragraph: etree._Element) -> bool:
    return next(paragraph.iterancestors(w("txbxContent")), None) is not None
