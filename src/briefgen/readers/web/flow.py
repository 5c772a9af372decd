"""From the runs of a page to blocks: headings, paragraphs, items of lists, cells, captions, signatures."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ...provenance import MappedText, concatenate
from ..blocks import BULLET, Block, CellPlace, Role, label_width
from ..claims import Claim
from ..exchange import with_exchange
from ..levels import with_levels
from ..patterns import EXCHANGE
from ..signatures import with_signatures
from ..trees.emphasis import LONGEST, Emphasis
from ..trees.layer import Layer, Range, Run
from ..trees.motions import with_names
from ..trees.parsing import Element
from .furniture import Furniture
from .tables import cell_places
from .vocabulary import EMPHASIS, HEADINGS, classes, enclosing, lineage, ordered, words

NOTHING = MappedText("", ())

LABEL_WIDTH = 8
"""The most characters of a cell that labels the text of the next one: `(a)`, `(iii)`, `—`."""

# A class that ranks a heading by a number: `ManualHeading2` of proposals of the Commission, `heading-3`.
HEADING_CLASS = re.compile(r"(?:manual|num)?heading-?(?P<level>[1-6])")

# The line that numbers an article of a law or an act: `Artikel 3a`, `Article 12`.
ARTICLE_LINE = re.compile(r"(?:Artikel|Article)\s+\d{1,3}[a-z]{0,2}")

# The line of a site with the kind and the date of a page: `Nieuwsbericht | 12-06-2026 | 10:15`.
PUBLISHED = re.compile(
    r"(?:[^|]{3,40}\s\|\s)?(?P<day>[0-3]\d)-(?P<month>[01]\d)-(?P<year>20\d\d)(?:\s\|\s\d{1,2}[:.]\d\d)?"
)

# The line that names a speaker of a debate: `De heer Dijk (SP):`, `De voorzitter:`, `Minister Van Weel:`.
SPEAKER = re.compile(
    r"(?:De\s+heer|Mevrouw|Het\s+lid|De\s+(?:waarnemend\s+)?voorzitter|Minister(?:-president)?|Staatssecretaris)\b"
    r"[^.:?!]{0,60}(?:\([^()]{2,30}\))?\s?:"
)

ACT_TITLE = 7
SECTION = 20
DIVISION = 30
ARTICLE = 50
SUBTITLE = 55
EXCHANGED = 60
EMPHASISED = 70
SPOKEN = 80
"""Ranks of headings that are no `h1` to `h6`: of an act, of a numbered class, of divisions, of an article,
of the title below the number of one of these, of a question or an answer, of an emphasised line, and of
a speaker."""


@dataclass
class _Flow:
    """What the runs seen so far have become."""

    layer: Layer
    cuts: Sequence[Range]
    ends: Sequence[int]
    emphasis: Emphasis
    places: dict[Element, CellPlace]
    blocks: list[Block] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    label: MappedText = NOTHING

    def piece(self, start: int, end: int) -> MappedText:
        """The characters `[start, end)` of the layer without marks and notes."""
        first = bisect_left(self.ends, start + 1)
        near = []
        for cut in self.cuts[first:]:
            if cut[0] >= end:
                break
            near.append(cut)
        return self.layer.piece(start, end, near)


def blocks_of(
    root: Element, layer: Layer, cuts: Sequence[Range], furniture: Furniture
) -> tuple[list[Block], list[Claim]]:
    """The blocks of a page in reading order, and the claims on what is no text of it.

    Args:
        root: of the page.
        layer: its text layer.
        cuts: the ranges of marks and notes.
        furniture: the judge of what stands around the text.
    """
    merged = _merged(cuts)
    emphasis = Emphasis(layer, root.iter(*EMPHASIS))
    flow = _Flow(layer, merged, [end for _, end in merged], emphasis, cell_places(root, layer))
    for run in layer.runs:
        kind = furniture.kind_of(run)
        for start, end in _segments(flow, run):
            text = flow.piece(start, end)
            if text and kind:
                flow.claims.append(Claim(kind, text))
            elif text:
                _add(flow, Run(start, end, run.owner), text)
    _drop_label(flow)
    signed = with_signatures(with_names(_with_title(flow.blocks)))
    return with_exchange(with_levels(signed, frozenset())), flow.claims


def _merged(cuts: Sequence[Range]) -> list[Range]:
    """The ranges in order, overlapping ones as one."""
    merged: list[Range] = []
    for start, end in sorted(cuts):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _segments(flow: _Flow, run: Run) -> Iterator[Range]:
    """The parts of a run: a heading on its first line apart from what follows, and each item of a typed list."""
    if enclosing(run.owner, HEADINGS) is not None:
        yield run.start, run.end
        return
    start = run.start
    for end in _line_ends(flow.layer.text, run):
        line = flow.layer.text[start:end].strip()
        following = flow.layer.text[end : run.end].lstrip()
        is_title = start == run.start and (EXCHANGE.match(line) or flow.emphasis.covers(start, end))
        if (is_title and line and len(line) <= LONGEST) or BULLET.match(following):
            yield start, end
            start = end
    yield start, run.end


def _line_ends(text: str, run: Run) -> Iterator[int]:
    position = text.find("\n", run.start, run.end)
    while position != -1:
        yield position
        position = text.find("\n", position + 1, run.end)


def _add(flow: _Flow, run: Run, text: MappedText) -> None:
    """Add the block that a run is."""
    owner = run.owner
    cell = enclosing(owner, ("td", "th"))
    rank = _rank(flow, run, text)
    if cell is not None and cell in flow.places:
        _add_cell(flow, text, flow.places[cell])
    elif cell is not None and _labels_next_cell(flow, cell, text):
        _drop_label(flow)
        flow.label = text
    elif rank:
        _add_heading(flow, text, rank)
    elif PUBLISHED.fullmatch(text.text):
        flow.claims.append(Claim("letterhead", text))
    elif enclosing(owner, ("figcaption", "caption")) is not None:
        _append(flow, text, role="caption")
    elif any(classes(element) & words("signatures") for element in lineage(owner)):
        _append(flow, text, role="signature")
    else:
        _add_text(flow, text, is_item=enclosing(owner, ("li",)) is not None)


def _add_heading(flow: _Flow, text: MappedText, rank: int) -> None:
    """Add a heading, or the title of a division to its number: `TITLE I` / `DEFINITIONS`, `Article 1` / `Scope`."""
    before = flow.blocks[-1] if flow.blocks else None
    if before is not None and before.role == "heading" and _goes_on(before.depth, rank):
        flow.blocks[-1] = replace(before, text=_joined(before.text, text))
        return
    if rank == SPOKEN:
        flow.claims.append(Claim("label", text.slice(len(text) - 1)))
        text = text.slice(0, len(text) - 1).collapsed()
    is_emphasised = rank == EMPHASISED
    _append(flow, text, role="heading", depth=0 if is_emphasised else rank, emphasised=is_emphasised)


def _goes_on(before: int, rank: int) -> bool:
    """Whether a heading of a rank goes on with the one directly before it."""
    return rank == before == ACT_TITLE or (rank == SUBTITLE and DIVISION <= before < SUBTITLE)


def _with_title(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, the title of an act that no other heading stands above as the title of the document."""
    first = next((index for index, block in enumerate(blocks) if block.role == "heading"), len(blocks))
    return [
        replace(block, role="title") if index == first and block.depth == ACT_TITLE else block
        for index, block in enumerate(blocks)
    ]


def _joined(before: MappedText, text: MappedText) -> MappedText:
    return concatenate((before, MappedText(" ", (text.origins[0],)), text))


def _rank(flow: _Flow, run: Run, text: MappedText) -> int:
    """The rank of the heading that a run is, or 0."""
    rank = _rank_by_markup(run.owner) or _rank_in_act(run.owner, text.text)
    if rank or EXCHANGE.match(text.text):
        return rank or EXCHANGED
    if ARTICLE_LINE.fullmatch(text.text):
        return ARTICLE
    if SPEAKER.fullmatch(text.text):
        return SPOKEN
    is_line = len(text) <= LONGEST and enclosing(run.owner, ("li",)) is None
    return EMPHASISED if is_line and flow.emphasis.covers(run.start, run.end) else 0


def _rank_by_markup(owner: Element) -> int:
    """The rank of `h1` to `h6`, or of an element that says it is a heading; else 0."""
    heading = enclosing(owner, HEADINGS)
    if heading is not None:
        return HEADINGS.index(str(heading.tag)) + 1
    if owner.get("role") == "heading":
        level = owner.get("aria-level") or ""
        return int(level) if level in ("1", "2", "3", "4", "5", "6") else 2
    return 0


def _rank_in_act(owner: Element, text: str) -> int:
    """The rank of a heading of an act, by the classes of the Official Journal; else 0."""
    found = classes(owner)
    if found & words("act_titles"):
        return ACT_TITLE
    if found & words("division_numbers"):
        return _rank_of_division(text)
    if found & words("article_numbers"):
        return ARTICLE
    if found & (words("division_titles") | words("article_titles")):
        return SUBTITLE
    numbered = next((match for name in found if (match := HEADING_CLASS.fullmatch(name))), None)
    return SECTION + int(numbered["level"]) if numbered else 0


def _rank_of_division(text: str) -> int:
    """The rank of a division of an act by its first word: `TITLE I` stands above `CHAPTER 2`."""
    names = ordered("divisions")
    word = text.split(maxsplit=1)[0].casefold()
    return DIVISION + (names.index(word) if word in names else len(names))


def _labels_next_cell(flow: _Flow, cell: Element, text: MappedText) -> bool:
    """Whether a cell of a table that only lays out text is the label of the text in the next one."""
    following = cell.getnext()
    is_label = len(text) <= LABEL_WIDTH and label_width(f"{text.text} x") > 0
    return is_label and following is not None and bool(flow.layer.content(following))


def _add_cell(flow: _Flow, text: MappedText, place: CellPlace) -> None:
    """Add a cell, or go on with the one that the run before began."""
    before = flow.blocks[-1] if flow.blocks else None
    if before is not None and before.place == place:
        flow.blocks[-1] = replace(before, text=_joined(before.text, text))
    else:
        _drop_label(flow)
        flow.blocks.append(Block(text=text, label=NOTHING, role="cell", place=place))


def _add_text(flow: _Flow, text: MappedText, *, is_item: bool) -> None:
    label, flow.label = flow.label, NOTHING
    if not label:
        width = label_width(text.text)
        label, text = text.slice(0, width), text.slice(width)
    flow.blocks.append(Block(text=text, label=label, gap=1, item=is_item))


def _append(flow: _Flow, text: MappedText, role: Role = "prose", depth: int = 0, *, emphasised: bool = False) -> None:
    _drop_label(flow)
    flow.blocks.append(Block(text=text, label=NOTHING, gap=1, role=role, depth=depth, emphasised=emphasised))


def _drop_label(flow: _Flow) -> None:
    """A label without a text behind it is nothing but a label."""
    if flow.label:
        flow.claims.append(Claim("label", flow.label))
        flow.label = NOTHING
