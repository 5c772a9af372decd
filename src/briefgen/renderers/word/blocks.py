"""The loops and conditions of a part: which tag ends which, and what stands between them.

A tag that is not closed, or closes nothing, is a mistake of its own; what follows is still judged, as its writer
meant it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

import jinja2
from jinja2 import nodes
from lxml import etree

from ...errors import TemplateError
from .consequences import Found, without_consequences
from .expressions import Judge
from .kinds import UNKNOWN, Kind, loop_kind
from .nesting import BRANCHES, ENDS, OPENERS, Nesting, nest
from .scanning import SINGLE, Tag

KEYWORDS = (*OPENERS, *BRANCHES, *ENDS)

# What Jinja can do beside loops and conditions, and a template of Word may not.
FORBIDDEN = frozenset(
    {"autoescape", "block", "break", "call", "continue", "do", "extends", "filter", "from", "import", "include"}
    | {"macro", "raw", "set", "trans", "with"}
)

# The names that a loop with a mistake in it may have meant to make.
FIRST_NAMES = re.compile(r"\A(\w+)")

# The smallest template in which a tag with this keyword can stand.
AROUND = {
    "for": "{}{{% endfor %}}",
    "if": "{}{{% endif %}}",
    "elif": "{{% if 1 %}}{}{{% endif %}}",
    "else": "{{% if 1 %}}{}{{% endif %}}",
    "endfor": "{{% for x in () %}}{}",
    "endif": "{{% if 1 %}}{}",
}


def judge(tags: Sequence[Tag], environment: jinja2.Environment, names: Mapping[str, Kind]) -> list[Found]:
    """The mistakes in the tags of a part, in no order.

    Args:
        tags: in the order of the file.
        environment: with the filters that there are.
        names: what the tags may name outside loops.
    """
    meant = [_meant(tag) for tag in tags]
    structure = _structure(tags, meant)
    reading = _Reading(environment, names)
    closes = {end: start for start, end in structure.ends.items()}
    for number, tag in enumerate(tags):
        if number in closes:
            reading.leave(closes[number])
        reading.read(number, tag, meant[number])
    return without_consequences(reading.found + _structural(tags, meant, structure), tags, meant, structure)


def _structure(tags: Sequence[Tag], meant: Sequence[str]) -> Nesting:
    """Which tags belong together in all the texts of a part."""
    texts: dict[tuple[etree._Element | None, str], list[int]] = {}
    for number, keyword in enumerate(meant):
        if keyword:
            texts.setdefault(_text_of(tags[number]), []).append(number)
    ends: dict[int, int] = {}
    unclosed: list[int] = []
    stray: list[int] = []
    for numbers in texts.values():
        found = nest([meant[number] for number in numbers])
        ends |= {numbers[start]: numbers[end] for start, end in found.ends.items()}
        unclosed += [numbers[number] for number in found.unclosed]
        stray += [numbers[number] for number in found.stray]
    return Nesting(ends, tuple(sorted(unclosed)), tuple(sorted(stray)))


def _text_of(tag: Tag) -> tuple[etree._Element | None, str]:
    """The text, table or row in which the block that a tag opens must end."""
    if tag.astray:
        return tag.container, "p"
    return tag.container, "" if tag.block == "r" else tag.block


def _structural(tags: Sequence[Tag], meant: Sequence[str], structure: Nesting) -> list[Found]:
    """Beginnings without an end, and ends without a beginning; of one that stands elsewhere the message tells so."""
    found: list[Found] = []
    unclosed = list(structure.unclosed)
    for number in structure.stray:
        keyword = meant[number]
        opener = ENDS.get(keyword, "if")
        before = [other for other in unclosed if other < number and meant[other] == opener]
        if before and keyword in ENDS:
            unclosed.remove(before[-1])
            found.append(Found(number, TemplateError("word-torn-block", opening=tags[before[-1]].written)))
            found.append(Found(before[-1], TemplateError("word-torn-opening", ending=tags[number].written)))
        else:
            found.append(Found(number, TemplateError("word-nothing-to-close", name=keyword, opener=opener)))
    return found + [
        Found(number, TemplateError("word-block-not-closed", name=f"end{meant[number]}")) for number in unclosed
    ]


@dataclass(slots=True)
class _Reading:
    """Reads the tags of a part one after the other, with the names of the blocks that are open."""

    environment: jinja2.Environment
    top: Mapping[str, Kind]
    blocks: list[tuple[int, Mapping[str, Kind]]] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)

    def read(self, number: int, tag: Tag, keyword: str) -> None:
        """Judges the next tag, whose keyword was meant to be `keyword`."""
        before = len(self.found)
        if tag.half == SINGLE:
            self._single(number, tag)
            return
        if tag.half:
            self._tell(number, TemplateError("word-half-tag", half=tag.half))
        elif tag.keyword and tag.keyword not in KEYWORDS:
            self._unknown_keyword(number, tag)
        elif tag.astray:
            self._tell(number, TemplateError("word-no-row", name=tag.block))
        elif tag.beside:
            self._tell(number, TemplateError("word-not-alone", name=tag.block, words=tag.beside))
        names = self._judge(number, tag, keyword, silent=len(self.found) > before)
        if keyword in OPENERS:
            self.blocks.append((number, names))

    def _single(self, number: int, tag: Tag) -> None:
        """Single braces are words, unless a name of the vocabulary stands between them."""
        if tag.rest.partition(".")[0] in self.scope:
            self._tell(number, TemplateError("word-single-brace", tag=f"{{{{ {tag.rest} }}}}"))

    def leave(self, opening: int) -> None:
        """Closes the block that the tag `opening` began, with those inside it that were left open."""
        place = next(place for place, (number, _) in enumerate(self.blocks) if number == opening)
        del self.blocks[place:]

    @property
    def scope(self) -> dict[str, Kind]:
        """The names that the next tag may use."""
        names = dict(self.top)
        for _, made in self.blocks:
            names |= made
        return names

    def _tell(self, number: int, error: TemplateError) -> None:
        self.found.append(Found(number, error))

    def _unknown_keyword(self, number: int, tag: Tag) -> None:
        if tag.keyword.removeprefix("end") in FORBIDDEN:
            self._tell(number, TemplateError("template-forbidden", reason=tag.keyword))
        else:
            self._tell(number, TemplateError("word-unknown-statement", name=tag.keyword, known=KEYWORDS))

    def _judge(self, number: int, tag: Tag, keyword: str, *, silent: bool) -> dict[str, Kind]:
        """Judges the expressions of a tag, and returns the names that a loop makes."""
        if tag.keyword and not keyword:
            return {}
        code = f"{{% {keyword} {tag.rest} %}}" if keyword else tag.code
        try:
            tree = self.environment.parse(AROUND.get(keyword, "{}").format(code))
        except jinja2.TemplateSyntaxError as error:
            if not silent:
                self._tell(number, TemplateError("template-syntax", reason=error.message or ""))
            return dict.fromkeys(FIRST_NAMES.findall(tag.rest), UNKNOWN) if keyword == "for" else {}
        judge = Judge(self.environment, self.scope)
        names = _judge_tree(judge, tree, keyword)
        if not silent:
            self.found.extend(Found(number, error) for error in judge.faults)
        return names


def _meant(tag: Tag) -> str:
    """The keyword that a misspelt one stands for, so that its block has an end."""
    if tag.keyword in KEYWORDS or tag.keyword.removeprefix("end") in FORBIDDEN:
        return tag.keyword if tag.keyword in KEYWORDS else ""
    return next(iter(get_close_matches(tag.keyword, KEYWORDS, n=1, cutoff=0.6)), "")


def _judge_tree(judge: Judge, tree: nodes.Template, keyword: str) -> dict[str, Kind]:
    """Judges what stands in one tag, wrapped as `AROUND` tells."""
    first = next(iter(tree.body), None)
    match first:
        case nodes.For() if keyword == "for":
            return _judge_loop(judge, first)
        case nodes.If() if keyword == "if":
            judge.kind(first.test)
        case nodes.If() if keyword == "elif":
            judge.kind(first.elif_[0].test)
        case nodes.Output() if not keyword:
            for node in first.nodes:
                judge.printed(node)
    return {}


def _judge_loop(judge: Judge, loop: nodes.For) -> dict[str, Kind]:
    """Judges the list and the condition of a loop, and returns the names it makes."""
    over = judge.kind(loop.iter)
    if over.known and over.item is None:
        judge.faults.append(TemplateError("word-not-a-list", name=over.name, known=()))
    if loop.recursive:
        judge.faults.append(TemplateError("template-forbidden", reason="recursive"))
    item = over.item or UNKNOWN
    made = [node.name for node in loop.target.find_all(nodes.Name)] if not isinstance(loop.target, nodes.Name) else []
    names = dict.fromkeys(made, UNKNOWN) if made else {str(getattr(loop.target, "name", "")): item}
    if loop.test is not None:
        Judge(judge.environment, {**judge.scope, **names}, judge.faults).kind(loop.test)
    return names | {"loop": loop_kind(item)}
