"""Finds the statements and cited paragraphs of an attestation in the text of a copy.

Each is looked for where its bookmark is: first word for word, then changed; then everywhere, because bookmarks get
lost. What is found takes its place, so that a sentence that a pack prints twice has to stand there twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from rapidfuzz.fuzz import partial_ratio, ratio

from ...attestation import Attestation, AttestedCitation, AttestedStatement
from ...provenance import Span
from .folding import plain
from .ground import Ground
from .wording import Wording

LIKENESS_HERE = 45.0
"""How alike (0 to 100) words must be to pass for those whose bookmark is there."""

PART_LIKENESS = 85.0
"""The same for words that were shortened: how alike they are to a part."""

LIKENESS_ELSEWHERE = 75.0
"""The same for words without a bookmark."""

FEWEST = 12
"""Characters of a part that are enough to know a text by."""

Kind = Literal["statement", "citation"]
How = Literal["verbatim", "altered", "absent"]


class Target(NamedTuple):
    """What is looked for: its kind, its id or key, its bookmark, and its words."""

    kind: Kind
    name: str
    anchor: str
    words: str


class Placed(NamedTuple):
    """Where a target is: how it stands there, and which part of the text it takes; none when it is absent."""

    target: Target
    how: How
    span: Span | None = None


def targets_of(attestation: Attestation) -> tuple[Target, ...]:
    """What a copy is searched for, in the order of the pack, the cited paragraphs behind the statements."""
    statements = (_target("statement", one.id, one) for one in attestation.statements)
    citations = (_target("citation", one.key, one) for one in attestation.citations)
    return (*statements, *citations)


def _target(kind: Kind, name: str, said: AttestedStatement | AttestedCitation) -> Target:
    return Target(kind, name, said.anchor, plain(said.text))


def place(targets: Sequence[Target], ground: Ground, wording: Wording) -> tuple[Placed, ...]:
    """Where each target stands.

    Args:
        targets: the statements and cited paragraphs.
        ground: the text of the copy; what is found is taken from it.
        wording: what the templates print, which is no part of an altered statement.

    Returns:
        One for each target, in their order.
    """
    search = _Search(targets, ground, wording)
    here = [target for target in targets if target.anchor in search.regions]
    by_length = sorted(targets, key=lambda target: len(target.words), reverse=True)
    for way, candidates in (
        (search.verbatim_here, here),
        (search.altered_here, here),
        (search.verbatim_elsewhere, by_length),
        (search.altered_elsewhere, by_length),
    ):
        search.go(way, candidates)
    return tuple(search.found.get(target, Placed(target, "absent")) for target in targets)


class _Search:
    """The state of a search: what was found so far."""

    def __init__(self, targets: Iterable[Target], ground: Ground, wording: Wording) -> None:
        self.found: dict[Target, Placed] = {}
        self.regions = _regions(targets, ground)
        self._ground = ground
        self._wording = wording
        self._printed: dict[int, bool] = {}
        self._whole = ground.span_of(0, len(ground.blocks))

    def go(self, way: Callable[[Target], Placed | None], candidates: Iterable[Target]) -> None:
        """Search in one way for what was not found yet."""
        for target in candidates:
            placed = None if target in self.found else way(target)
            if placed is not None and placed.span is not None:
                self.found[target] = placed
                self._ground.take(placed.span)

    def verbatim_here(self, target: Target) -> Placed | None:
        """The words where the bookmark is."""
        region = self._ground.span_of(*self.regions[target.anchor])
        span = next(self._ground.places(target.words, region), None)
        return None if span is None else Placed(target, "verbatim", span)

    def verbatim_elsewhere(self, target: Target) -> Placed | None:
        """The words wherever they are, but not as a part of what the templates print."""
        for span in self._ground.places(target.words, self._whole):
            blocks = self._ground.blocks_at(span)
            if span == self._ground.span_of(blocks[0], blocks[-1] + 1) or not all(map(self._is_printed, blocks)):
                return Placed(target, "verbatim", span)
        return None

    def altered_here(self, target: Target) -> Placed | None:
        """What stands where the bookmark is and is like the words."""
        spans = self._strange(target, range(*self.regions[target.anchor]))
        return self._likest(target, spans, lambda words, text: max(ratio(words, text), _part(words, text)))

    def altered_elsewhere(self, target: Target) -> Placed | None:
        """What is like the words wherever it is."""
        spans = self._strange(target, range(len(self._ground.blocks)))
        return self._likest(target, spans, lambda words, text: ratio(words, text, score_cutoff=LIKENESS_ELSEWHERE))

    def _is_printed(self, block: int) -> bool:
        """Whether a block holds nothing but words of the templates."""
        if block not in self._printed:
            start, end = self._ground.span_of(block, block + 1)
            self._printed[block] = self._wording.unknown(self._ground.text[start:end]) is None
        return self._printed[block]

    def _strange(self, target: Target, blocks: Iterable[int]) -> list[Span]:
        """What stands in blocks, has no place yet, and is no word of the templates.

        A statement can begin or end with words that a template prints too, or with a number: it reaches as far as it is
        most like its words.
        """
        return [
            max(_reaches(span, free), key=lambda reach: ratio(target.words, self._ground.text[reach.start : reach.end]))
            for block in blocks
            for free, span in unknown(block, self._ground, self._wording)
        ]

    def _likest(self, target: Target, spans: Sequence[Span], like: Callable[[str, str], float]) -> Placed | None:
        scored = [(like(target.words, self._ground.text[span.start : span.end]), span) for span in spans]
        score, span = max(scored, key=lambda pair: pair[0], default=(0.0, None))
        return Placed(target, "altered", span) if score >= LIKENESS_HERE and span is not None else None


def _part(words: str, text: str) -> float:
    """How alike a text is to a part of longer words, as a likeness that is either enough or none."""
    likeness = partial_ratio(text, words) if FEWEST <= len(text) <= len(words) else 0.0
    return likeness if likeness >= PART_LIKENESS else 0.0


def added(block: int, ground: Ground, wording: Wording) -> list[Span]:
    """The parts of a block that have no place yet and that no template prints, from their first to their last word."""
    return [span for _, span in unknown(block, ground, wording)]


def unknown(block: int, ground: Ground, wording: Wording) -> Iterator[tuple[Span, Span]]:
    """The same parts, each behind the whole of what has no place yet around it."""
    for start, end in ground.free(block):
        found = wording.unknown(ground.text[start:end])
        if found is not None:
            yield Span(start, end), _with_signs(Span(start + found.start, start + found.end), ground.text, end)


def _reaches(span: Span, free: Span) -> tuple[Span, ...]:
    """How far changed words can reach: as far as they are strange, or to the begin or end of what is free there."""
    return (span, Span(free.start, span.end), Span(span.start, free.end), free)


def _with_signs(span: Span, text: str, stop: int) -> Span:
    """A part of a text with the signs right behind its last word."""
    end = span.end
    while end < stop and not text[end].isspace() and not text[end].isalnum():
        end += 1
    return Span(span.start, end)


def _regions(targets: Iterable[Target], ground: Ground) -> dict[str, tuple[int, int]]:
    """The blocks that belong to each bookmark: from its own to the next one that has a bookmark."""
    anchors = {target.anchor for target in targets}
    places = sorted((number, anchor) for anchor in anchors if (number := ground.block_of(anchor)) is not None)
    starts = sorted({number for number, _ in places})
    following = dict(pairwise([*starts, len(ground.blocks)]))
    return {anchor: (number, following[number]) for number, anchor in places}
