"""The passages of a Word file: what each of its paragraphs holds, and how it stands out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ...provenance import MappedText, concatenate
from ..blocks import Block, label_width
from ..captions import is_caption
from ..levels import DEEPEST_MARKDOWN
from ..patterns import EXCHANGE
from ..signatures import is_byline
from .headings import LONGEST, Stress
from .layer import Layer, LayerParagraph, trimmed
from .styles import HALF_POINTS
from .typed_notes import Worded

# The place where line breaks inside a paragraph part it in two: an empty line.
EMPTY_LINE = re.compile(r"\n[^\S\n]*\n\s*")

LARGER = 3
"""By how many half points a heading is larger than the text."""

USUAL = 0.4
"""The least share of all characters that have a look when it does not stand out."""


@dataclass(frozen=True, slots=True)
class Usual:
    """How most of the text looks."""

    size: int
    bold: bool
    slanted: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A block, how it stands out, and whether it stands in a box."""

    block: Block
    stress: Stress | None = None
    boxed: bool = False


def passages_of(layer: Layer, item: Worded, usual: Usual) -> Iterator[Passage]:
    """What one paragraph holds: one block, or several where line breaks part it."""
    paragraph, content = item.paragraph, item.words
    label = MappedText.of(layer.text, *paragraph.label)
    if EXCHANGE.match(label.text.strip()):
        yield _passage(layer, paragraph, label.collapsed(), label.slice(0, 0), usual)
        label = label.slice(0, 0)
    for part in _parted(paragraph, content, usual):
        text = part.collapsed()
        if text:
            yield _passage(layer, paragraph, text, label, usual)
            label = label.slice(0, 0)
    if label:
        yield _passage(layer, paragraph, label.collapsed(), label.slice(0, 0), usual)


def _parted(paragraph: LayerParagraph, content: MappedText, usual: Usual) -> Iterator[MappedText]:
    """The parts of a paragraph: at empty lines, and behind a first line that heads the others."""
    start = len(content.text) - len(content.text.lstrip())
    first_end = content.text.find("\n", start)
    if first_end > 0 and _heads(paragraph, content.slice(start, first_end), content.slice(first_end), usual):
        yield content.slice(start, first_end)
        start = first_end
    for match in EMPTY_LINE.finditer(content.text, start):
        yield content.slice(start, match.start())
        start = match.end()
    yield content.slice(start)


def _heads(paragraph: LayerParagraph, line: MappedText, rest: MappedText, usual: Usual) -> bool:
    """Whether the first line of a paragraph labels a question or an answer, or stands out from the lines below it."""
    if EXCHANGE.match(line.text.strip()):
        return True
    below = trimmed(rest)
    return bool(below) and _stress(paragraph, line, usual) is not None and _stress(paragraph, below, usual) is None


def _passage(layer: Layer, paragraph: LayerParagraph, text: MappedText, label: MappedText, usual: Usual) -> Passage:
    """One block of a paragraph, with what its style and its own words say of it."""
    in_table = paragraph.cell is not None and paragraph.cell.table in layer.ruled
    if in_table:
        whole = concatenate((label, text)).collapsed()
        return Passage(Block(text=whole, label=whole.slice(0, 0), role="cell", place=paragraph.cell))
    if not label and (width := label_width(text.text)):
        label, text = text.slice(0, width), text.slice(width)
    is_long = len(text) > LONGEST or (len(text) > LONGEST / 2 and text.text.endswith("."))
    block = Block(text=text, label=label, gap=paragraph.gap, depth=0 if is_long else _depth(paragraph))
    stress = _stress(paragraph, text, usual)
    return Passage(_by_itself(block, paragraph), stress, paragraph.boxed)


def _depth(paragraph: LayerParagraph) -> int:
    """The outline level of a heading; a title amid the text heads a part of it."""
    level = paragraph.outline or int(paragraph.style.role == "title")
    return min(level, DEEPEST_MARKDOWN)


def _by_itself(block: Block, paragraph: LayerParagraph) -> Block:
    """A block with the role that its style or its own text shows."""
    if block.depth:
        return block
    if paragraph.style.role == "caption" or is_caption(block.content):
        whole = concatenate((block.label, block.text)).collapsed()
        return replace(block, role="caption", text=whole, label=block.label.slice(0, 0))
    if not block.label and is_byline(block.content):
        return replace(block, role="byline")
    return block


def usual_look(paragraphs: Iterable[LayerParagraph]) -> Usual:
    """How most characters of the text look."""
    sizes: Counter[int] = Counter()
    bold = slanted = total = 0
    for paragraph in paragraphs:
        for run in paragraph.runs:
            length = run.span.end - run.span.start
            total += length
            sizes[run.look.size or HALF_POINTS] += length
            bold += length * bool(run.look.bold)
            slanted += length * bool(run.look.italic or run.look.underlined)
    size = sizes.most_common(1)[0][0] if sizes else HALF_POINTS
    return Usual(size, bold > USUAL * total, slanted > USUAL * total)


def _stress(paragraph: LayerParagraph, text: MappedText, usual: Usual) -> Stress | None:
    """How a part of a paragraph stands out as a whole."""
    first, last = text.origins[0], text.origins[-1]
    looks = [run.look for run in paragraph.runs if run.span.start <= last and run.span.end > first]
    if not looks:
        return None
    if all(look.bold for look in looks) and not usual.bold:
        return "strong"
    if min(look.size or HALF_POINTS for look in looks) >= usual.size + LARGER:
        return "strong"
    is_slanted = all(look.italic for look in looks) or all(look.underlined for look in looks)
    return "weak" if is_slanted and not usual.slanted else None
