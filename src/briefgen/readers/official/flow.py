"""From the runs of a paper to blocks: headings, paragraphs, items of lists, cells, captions, signatures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ...provenance import MappedText, concatenate
from ..blocks import Block, CellPlace, Role
from ..claims import Claim
from ..exchange import with_exchange
from ..levels import with_levels
from ..signatures import with_signatures
from ..trees.emphasis import LONGEST, Emphasis
from ..trees.layer import Layer, Range, Run
from ..trees.motions import with_names
from ..trees.parsing import Element, local_name
from .headings import EMPHASISED, SPEAKER, heading_rank
from .tables import cell_places
from .vocabulary import EMPHASIS, LABELS, LETTERHEAD, enclosing, named

NOTHING = MappedText("", ())


@dataclass
class _Flow:
    """What the runs seen so far have become."""

    layer: Layer
    cuts: Sequence[Range]
    emphasis: Emphasis
    places: dict[Element, CellPlace]
    blocks: list[Block] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    label: MappedText = NOTHING


def blocks_of(root: Element, layer: Layer, cuts: Sequence[Range]) -> tuple[list[Block], list[Claim]]:
    """The blocks of a paper in reading order, and the claims on what is no text of it.

    Args:
        root: of its tree.
        layer: its text layer.
        cuts: the ranges of the notes, which stand inside paragraphs.
    """
    flow = _Flow(layer, cuts, Emphasis(layer, named(root, EMPHASIS)), cell_places(root))
    for run in layer.runs:
        text = layer.piece(run.start, run.end, cuts)
        if text:
            _add(flow, run, text)
    _drop_label(flow)
    signed = with_signatures(with_names(flow.blocks))
    return with_exchange(with_levels(signed, frozenset())), flow.claims


def _add(flow: _Flow, run: Run, text: MappedText) -> None:
    name = local_name(run.owner)
    if name in LABELS:
        _drop_label(flow)
        flow.label = text
        return
    rank = heading_rank(run.owner, text.text)
    entry = enclosing(run.owner, ("entry",))
    if enclosing(run.owner, LETTERHEAD) is not None or _titles_paper(run.owner):
        flow.claims.append(Claim("letterhead", text))
    elif name == "agendapunt":
        flow.claims.append(Claim("label", text))
    elif enclosing(run.owner, ("officiele-inhoudsopgave", "inhoudsopgave")) is not None:
        flow.claims.append(Claim("contents", text))
    elif entry is not None and entry in flow.places:
        _add_cell(flow, text, flow.places[entry])
    elif rank:
        _add_heading(flow, text, rank)
    else:
        _add_text(flow, run, text)


def _titles_paper(owner: Element) -> bool:
    """Whether a line is the number and the title of the paper: they stand directly in `stuk`."""
    return local_name(owner) in ("stuk", "kamerstuk")


def _add_heading(flow: _Flow, text: MappedText, rank: int) -> None:
    _drop_label(flow)
    colon = len(text) - 1 if rank == SPEAKER and text.text.endswith(":") else len(text)
    flow.claims += [Claim("label", text.slice(colon))] if colon < len(text) else []
    _append(flow, text.slice(0, colon).collapsed(), role="heading", depth=rank)


def _add_cell(flow: _Flow, text: MappedText, place: CellPlace) -> None:
    """Add a cell, or go on with the one that the run before began."""
    text = _with_label(flow, text)
    before = flow.blocks[-1] if flow.blocks else None
    if before is not None and before.place == place:
        space = MappedText(" ", (text.origins[0],))
        flow.blocks[-1] = replace(before, text=concatenate((before.text, space, text)))
    else:
        flow.blocks.append(Block(text=text, label=NOTHING, role="cell", place=place))


def _with_label(flow: _Flow, text: MappedText) -> MappedText:
    """A text of a cell behind the label of its item, which is text there."""
    label, flow.label = flow.label, NOTHING
    return concatenate((label, MappedText(" ", (text.origins[0],)), text)) if label else text


def _add_text(flow: _Flow, run: Run, text: MappedText) -> None:
    name = local_name(run.owner)
    if enclosing(run.owner, ("bijschrift",)) is not None or name in ("table", "title"):
        _append(flow, text, role="caption")
    elif enclosing(run.owner, ("ondertekening",)) is not None:
        _append(flow, text, role="signature")
    elif enclosing(run.owner, ("li", "lid")) is not None:
        label, flow.label = flow.label, NOTHING
        flow.blocks.append(Block(text=text, label=label, gap=1, item=enclosing(run.owner, ("li",)) is not None))
    elif len(text) <= LONGEST and flow.emphasis.covers(run.start, run.end):
        _append(flow, text, role="heading", depth=EMPHASISED, emphasised=True)
    else:
        _append(flow, text)


def _append(flow: _Flow, text: MappedText, role: Role = "prose", depth: int = 0, *, emphasised: bool = False) -> None:
    _drop_label(flow)
    flow.blocks.append(Block(text=text, label=NOTHING, gap=1, role=role, depth=depth, emphasised=emphasised))


def _drop_label(flow: _Flow) -> None:
    """A label without a text behind it is nothing but a label."""
    if flow.label:
        flow.claims.append(Claim("label", flow.label))
        flow.label = NOTHING
