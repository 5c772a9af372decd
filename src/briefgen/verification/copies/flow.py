"""Surveys a copy whose words stand as they were written: where each statement is, what it names, what was added."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain, groupby, takewhile

from ...attestation import Attestation, AttestedCitation
from ...provenance import Span
from ...sentences import sentences
from .annex import mislabelled
from .bylines import misattributed
from .folding import plain
from .ground import Ground
from .model import Block, Copy
from .placement import Placed, added, place, targets_of
from .survey import Addition, Found, Survey, Unnamed
from .wording import Wording

# The bookmark of a statement, a cited paragraph, a chapter, a picture, or of words that a person has to write; not that
# of a note (`n_`), which stands inside a statement.
PLACE = re.compile(r"(?:[a-mo-z]|todo)_")
# What stands between a quotation and what follows it in a paragraph.
SEPARATORS = " ,;"
# The bookmark of words that a person has to write, and the letter of the bookmark of their statement.
TO_WRITE, STATEMENT = "todo_", "i_"

FEWEST_UNCITED = 3
"""Statements of a section of which none shows what it cites, so that its template does not print that."""

BEHIND, BESIDE = 4, 9
"""So many blocks behind a statement, and before it in its row of a table, can name what it cites."""


def survey_flow(attestation: Attestation, copy: Copy, wording: Wording) -> Survey:
    """Where everything is in a copy whose words stand as they were written.

    Args:
        attestation: what the copy says of itself.
        copy: as it was read.
        wording: what the templates print.
    """
    ground = Ground(copy)
    walk = _Walk(attestation, ground, wording)
    return Survey(
        found={(one.target.kind, one.target.name): walk.found(one) for one in walk.placed},
        added=tuple(walk.additions()),
        unnamed=tuple(walk.unnamed()),
        misattributed=tuple(misattributed(attestation, walk.spans, ground)),
        mislabelled=tuple(mislabelled(attestation, walk.annex, ground)),
        marked=any(plain(attestation.marking) in plain(block.text) for block in copy.blocks if block.place == "edge"),
    )


class _Walk:
    """One copy, with the places of all statements in it."""

    def __init__(self, attestation: Attestation, ground: Ground, wording: Wording) -> None:
        self._attestation = attestation
        self._ground = ground
        self._wording = wording
        self.placed = place(targets_of(attestation), ground, wording)
        self.spans = {one.target.name: one.span for one in self.placed if one.target.kind == "statement"}
        self.annex = {one.target.name: one.span for one in self.placed if one.target.kind == "citation"}
        self._own = f"{plain(attestation.own)}:".casefold()

    def found(self, placed: Placed) -> Found:
        """How a target stands there, and with which words."""
        text = "" if placed.span is None else self._ground.text[placed.span.start : placed.span.end]
        return Found(placed.how, placed.target.words, text)

    def unnamed(self) -> Iterator[Unnamed]:
        """What statements cite and no longer name, where their template names it."""
        if not self._attestation.cites:
            return
        around = {name: self._neighbourhood(name) for name, span in self.spans.items() if span is not None}
        cited = {citation.key: citation for citation in self._attestation.citations}
        names = {name: any(map(_leads, blocks)) for name, blocks in around.items()}
        for _, group in groupby(self._attestation.statements, key=lambda statement: statement.section):
            citing = [one for one in group if one.citations and one.id in around]
            silent = not any(names[one.id] for one in citing) and any(names.values())
            if not silent or len(citing) < FEWEST_UNCITED:
                for one in citing:
                    keys = (cited[key] for key in one.citations if key in cited)
                    yield from (Unnamed(one, key) for key in keys if not _names(around[one.id], key))

    def _neighbourhood(self, name: str) -> list[Block]:
        """The blocks of a statement, of its row in a table, and those behind it up to the next place."""
        blocks, span = self._ground.blocks, self.spans[name]
        if span is None:
            return []
        inside = self._ground.blocks_at(span)
        first, end = inside[0], inside[-1] + 1
        while end < min(len(blocks), inside[-1] + BEHIND) and not _begins_place(blocks[end]):
            end += 1
        before = takewhile(self._is_beside(blocks[first].row), range(first - 1, max(-1, first - BESIDE - 1), -1))
        return [blocks[number] for number in chain(before, range(first, end))]

    def _is_beside(self, row: int) -> Callable[[int], bool]:
        """Which blocks stand in a row of a table and are no place of another statement, by their number."""
        blocks = self._ground.blocks
        return lambda number: row > 0 and blocks[number].row == row and not _begins_place(blocks[number])

    def additions(self) -> Iterator[Addition]:
        """Words that no source and no template gave, save those where a person has to write."""
        own = self._to_write()
        for number, block in enumerate(self._ground.blocks):
            for span in () if number in own else added(number, self._ground, self._wording):
                if not self._is_cited_again(number, span):
                    text = self._ground.text
                    marked = plain(block.text).casefold().startswith(self._own)
                    yield Addition(text[: span.start].rstrip(), text[span.start : span.end], marked)

    def _is_cited_again(self, number: int, added: Span) -> bool:
        """Whether added words are whole sentences of a cited paragraph that their block names: somebody copied them."""
        whole = next(free for free in self._ground.free(number) if free.start <= added.start < free.end)
        words = self._ground.text[whole.start : whole.end].strip(SEPARATORS)
        blocks = [self._ground.blocks[number]]
        return any(
            _names(blocks, citation) and _is_sentences(words, plain(citation.text))
            for citation in self._attestation.citations
        )

    def _to_write(self) -> set[int]:
        """The blocks where a person has to write: from a placeholder up to the next place or words of the template."""
        names = {one.anchor for one in self._attestation.statements if one.type == "placeholder"}
        names |= {TO_WRITE + name.removeprefix(STATEMENT) for name in names}
        found: set[int] = set()
        writing = False
        for number, block in enumerate(self._ground.blocks):
            if block.anchors & names:
                writing = True
            elif _begins_place(block) or block.place != "body" or self._is_printed(block):
                writing = False
            if writing:
                found.add(number)
        return found

    def _is_printed(self, block: Block) -> bool:
        return bool(block.text) and self._wording.unknown(block.text) is None


def _begins_place(block: Block) -> bool:
    return any(PLACE.match(name) for name in block.anchors)


def _leads(block: Block) -> bool:
    """Whether a block shows that something is cited, also when the note is gone that it refers to."""
    return bool(block.notes) or any(name.startswith(("c_", "n_")) for name in block.links)


def _is_sentences(words: str, paragraph: str) -> bool:
    """Whether words stand in a paragraph from the begin of a sentence to the end of one."""
    start = paragraph.find(words) if words else -1
    if start < 0:
        return False
    spans = [sentence.span for sentence in sentences(paragraph)]
    end = start + len(words)
    return any(span.start == start for span in spans) and any(span.end == end for span in spans)


def _names(blocks: list[Block], citation: AttestedCitation) -> bool:
    """Whether a link leads to a cited paragraph, or a note or other words say its label.

    That a note links to it is not enough: people read what it says.
    """
    if any(citation.anchor in block.links for block in blocks):
        return True
    words = plain(" ".join(text for block in blocks for text in (block.text, *block.notes)))
    return plain(citation.label) in words
