"""Notes of a page: links from a mark to a note, and raised figures with a list of notes that nothing links."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from urllib.parse import unquote

from ..claims import Claim
from ..notes import Mark, Note, Notes
from ..notes.model import tied
from ..trees.layer import Layer, Range
from ..trees.parsing import Element
from .vocabulary import BLOCKS, HEADINGS, classes, enclosing, lineage, name_words, words

# The label of a note as its mark prints it: `1`, `[12]`, `( 3 )`, `a`, `iv`, `*`.
LABEL = re.compile(r"[\[(]?\s*(?P<label>\d{1,3}|[a-z]|[ivxlc]{1,5}|\*{1,4}|[†‡]{1,2})\s*[\])]?\.?")

# The label at the start of the text of a note.
PRINTED = re.compile(rf"\s*{LABEL.pattern}[.:)]?(?=\s|$)")

# What leads back from a note to its mark: an arrow, `terug`, `Terug naar tekst`.
BACK = re.compile(r"[↩↑⏎^\ufe0e\ufe0f\s]+|(?:terug|back|return)\b.{0,20}", re.I)


@dataclass(frozen=True, slots=True)
class _Pair:
    """A mark and the note that it calls: ranges of the layer."""

    label: str
    mark: Range
    target: Element


@dataclass(frozen=True, slots=True)
class PageNotes:
    """The notes of a page.

    Attributes:
        notes: with the places of their marks; the claims are marks, labels and links back.
        cuts: the ranges that are no part of a paragraph: marks and notes.
        holders: the elements that hold notes.
    """

    notes: Notes
    cuts: tuple[Range, ...] = ()
    holders: frozenset[Element] = frozenset()


@dataclass
class _Found:
    bodies: list[Note] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    cuts: list[Range] = field(default_factory=list)
    holders: set[Element] = field(default_factory=set)


def notes_of(root: Element, layer: Layer) -> PageNotes:
    """The notes of a page: those that links tie to their marks, else those that raised figures call.

    Args:
        root: of the page.
        layer: its text layer.
    """
    pairs = list(_pairs(root, layer))
    return _linked(layer, pairs) if pairs else _raised(root, layer)


def _pairs(root: Element, layer: Layer) -> Iterator[_Pair]:
    """The marks with the elements that they lead to, in reading order."""
    targets = _targets(root)
    for link in root.iter("a"):
        target = targets.get(_fragment(link))
        match = LABEL.fullmatch(layer.content(link))
        if target is None or not match or link not in layer.ranges or target not in layer.ranges:
            continue
        is_forward = layer.ranges[link][1] <= layer.ranges[target][0]
        is_heading = enclosing(target, HEADINGS) is not None or any(True for _ in target.iter(*HEADINGS))
        if is_forward and not is_heading and _calls(layer, link, target, match["label"]):
            yield _Pair(match["label"], _mark_range(layer, link), target)


def _targets(root: Element) -> dict[str, Element]:
    """The elements that a link inside the page can lead to, by their name; the first of a name counts."""
    targets: dict[str, Element] = {}
    for element in root.iter():
        for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
            if name and isinstance(element.tag, str):
                targets.setdefault(name, element)
    return targets


def _fragment(link: Element) -> str:
    return unquote((link.get("href") or "").partition("#")[2])


def _calls(layer: Layer, link: Element, target: Element, label: str) -> bool:
    """Whether a link is the mark of a note: it is raised, the note leads back, or both look like it.

    The number of an article that a text refers to leads to the same number too; a mark has brackets, or its note the
    name of one.
    """
    body = _holder(layer, target, ())
    printed = PRINTED.match(layer.content(body))
    around = takewhile(lambda element: element.tag not in BLOCKS, lineage(link))
    names = {name for element in around for name in (element.get("id"), element.get("name")) if name}
    leads_back = any(_fragment(back) in names for back in body.iter("a"))
    is_named = any(name_words(element) & words("note_names") for element in (target, body, link))
    looks_like = is_named or layer.content(link)[:1] in ("[", "(")
    return _is_raised(link) or leads_back or bool(looks_like and printed and printed["label"] == label)


def _is_raised(element: Element) -> bool:
    """Whether an element is set above the line, by itself, around or inside."""
    near = [element, *list(element.iter("sup", "span"))[:3], *list(element.iterancestors())[:2]]
    return any(found.tag == "sup" or classes(found) & words("raised") for found in near)


def _mark_range(layer: Layer, link: Element) -> Range:
    """The range of a mark, with the elements and brackets around it that hold nothing else."""
    widest = link
    for element in link.iterancestors():
        if element.tag in BLOCKS or LABEL.fullmatch(layer.content(element)) is None:
            break
        widest = element
    start, end = layer.ranges[widest]
    return _with_brackets(layer, start, end)


def _with_brackets(layer: Layer, start: int, end: int) -> Range:
    """A range with the brackets directly around it."""
    before = layer.text[start - 1 : start] if start else ""
    is_bracketed = before in ("[", "(") and layer.text[end : end + 1] in ("]", ")")
    return (start - 1, end + 1) if is_bracketed and before else (start, end)


def _holder(layer: Layer, target: Element, starts: Sequence[int]) -> Element:
    """The element that holds the text of a note: around its anchor, but around no other note.

    Args:
        layer: the text layer.
        target: the anchor of the note.
        starts: where the anchors of all notes stand, in order.
    """
    holder = target
    for element in lineage(target):
        start, end = layer.ranges[element]
        if element.tag in ("body", "html") or bisect_left(starts, end) - bisect_left(starts, start) > 1:
            break
        holder = element
        has_text = LABEL.fullmatch(layer.content(element)) is None and layer.content(element) != ""
        if element.tag in BLOCKS and has_text:
            break
    following = holder.getnext() if holder.tag == "dt" else None
    return following if following is not None and following.tag == "dd" else holder


def _linked(layer: Layer, pairs: Sequence[_Pair]) -> PageNotes:
    """The notes that links call; a note that is called again keeps its first mark."""
    bodies = _bodies(layer, pairs)
    ranges = sorted(body for _, body in bodies.values())
    found = _Found()
    called: set[Element] = set()
    for pair in pairs:
        if pair.target not in bodies or _is_inside(pair.mark, ranges):
            continue
        found.cuts.append(pair.mark)
        found.claims.append(Claim("mark", layer.piece(*pair.mark)))
        if pair.target not in called:
            called.add(pair.target)
            holder, body = bodies[pair.target]
            found.holders.add(holder)
            _add_body(layer, found, pair, holder, body)
    return _page_notes(found, found.bodies)


def _bodies(layer: Layer, pairs: Sequence[_Pair]) -> dict[Element, tuple[Element, Range]]:
    """For each target its holder and the range of its note; none begins inside another."""
    starts = sorted(layer.ranges[target][0] for target in {pair.target for pair in pairs})
    bodies: dict[Element, tuple[Element, Range]] = {}
    last = 0
    for target in sorted({pair.target for pair in pairs}, key=lambda target: layer.ranges[target]):
        holder = _holder(layer, target, starts)
        start, end = _body_range(layer, holder, starts)
        if start >= last:
            bodies[target] = (holder, (start, end))
            last = end
    return bodies


def _is_inside(mark: Range, bodies: Sequence[Range]) -> bool:
    """Whether a mark stands in a note, which is no place for one."""
    at = bisect_right(bodies, mark) - 1
    return any(start < mark[1] and mark[0] < end for start, end in bodies[max(at, 0) : at + 2])


def _body_range(layer: Layer, holder: Element, starts: Sequence[int]) -> Range:
    """The range of a note: of its holder, or to the next note where several share a block."""
    start, end = layer.ranges[holder]
    if holder.tag not in BLOCKS:
        around = next((element for element in lineage(holder) if element.tag in BLOCKS), holder)
        end = min([layer.ranges[around][1], *starts[bisect_right(starts, start) :][:1]])
    return start, end


def _add_body(layer: Layer, found: _Found, pair: _Pair, holder: Element, body: Range) -> None:
    """Add the note in a range: its text without its label and the links back."""
    start, end = body
    backs = sorted(set(_backs(layer, holder, body)))
    text = layer.piece(start, end, backs)
    printed = PRINTED.match(text.text)
    width = printed.end() if printed and printed["label"] == pair.label else 0
    found.claims += [Claim("label", layer.piece(*back)) for back in backs]
    found.claims += [Claim("label", text.slice(0, width))] if width else []
    found.cuts.append(body)
    found.bodies.append(Note(pair.label, text.slice(width).collapsed(), pair.mark[0]))


def _backs(layer: Layer, holder: Element, body: Range) -> Iterator[Range]:
    """The links of a note to its mark: an arrow, a word, or the label itself."""
    for link in holder.iter("a"):
        start, end = layer.ranges.get(link, (0, 0))
        content = layer.content(link)
        label = LABEL.fullmatch(content)
        if _fragment(link) and content and (label or BACK.fullmatch(content)) and body[0] <= start < end <= body[1]:
            yield _with_brackets(layer, start, end)


def _raised(root: Element, layer: Layer) -> PageNotes:
    """Raised figures in the text with notes that begin with the same figure, or stand in a list of notes."""
    bodies = {**_listed(root, layer), **_labelled(root, layer)}
    found = _Found()
    marks = []
    labels = {label for label, _ in bodies.values()}
    for element in _figures(root, layer):
        label = layer.content(element)
        inside = any(holder in bodies for holder in lineage(element))
        if label in labels and not inside:
            marks.append(Mark(label, layer.piece(*layer.ranges[element])))
    called = {mark.label for mark in marks}
    for holder, (label, text_start) in bodies.items():
        if label in called:
            start, end = layer.ranges[holder]
            found.holders.add(holder)
            found.cuts.append((start, end))
            found.claims += [Claim("label", layer.piece(start, text_start))] if start < text_start else []
            found.bodies.append(Note(label, layer.piece(text_start, end)))
    notes, orphans = tied(found.bodies, marks)
    found.claims += [Claim("mark", mark.text) for mark in marks]
    found.cuts += [(mark.start, mark.start + len(mark.text)) for mark in marks]
    return _page_notes(found, notes, orphans)


def _figures(root: Element, layer: Layer) -> Iterator[Element]:
    """The raised figures of a page; the outermost of nested elements."""
    for element in root.iter("sup", "span"):
        is_raised = element.tag == "sup" or classes(element) & words("raised")
        if is_raised and element in layer.ranges and layer.content(element).isdecimal():
            yield element


def _labelled(root: Element, layer: Layer) -> dict[Element, tuple[str, int]]:
    """Blocks that begin with a raised figure: the label, and where the text begins."""
    found = {}
    for element in _figures(root, layer):
        block = next((around for around in element.iterancestors() if around.tag in BLOCKS), None)
        if block is None or not layer.text[slice(*layer.ranges[block])].lstrip().startswith(layer.content(element)):
            continue
        start, end = layer.ranges[element]
        if not layer.text[layer.ranges[block][0] : start].strip() and layer.text[end : layer.ranges[block][1]].strip():
            found[block] = (layer.content(element), end)
    return found


def _listed(root: Element, layer: Layer) -> dict[Element, tuple[str, int]]:
    """The items of the numbered list below a heading such as `Noten`."""
    for heading in root.iter(*HEADINGS):
        following = heading.getnext()
        is_named = layer.content(heading).casefold().strip(" :") in words("notes")
        if is_named and following is not None and following.tag == "ol":
            items = [item for item in following.iterchildren("li") if item in layer.ranges]
            return {item: (str(number), layer.ranges[item][0]) for number, item in enumerate(items, start=1)}
    return {}


def _page_notes(found: _Found, notes: Iterable[Note], orphans: tuple[Mark, ...] = ()) -> PageNotes:
    claims = tuple(claim for claim in found.claims if claim.text)
    kept = tuple(note for note in notes if note.text)
    return PageNotes(Notes((), kept, orphans, claims), tuple(found.cuts), frozenset(found.holders))
