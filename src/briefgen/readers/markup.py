"""Signs of Markdown, HTML and word processors: taken out of the lines, kept as furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..document import FurnitureKind
from ..provenance import MappedText
from .claims import Claim
from .lines import Line, Lines, without_lines

# An anchor of a word processor as text: `[bookmark: _Hlk229002167]`, pandoc's `[]{#_Toc1 .anchor}` and `{#id}`.
BOOKMARK = re.compile(r"\[bookmark:[^\[\]]*\]|\[\]\{#[^{}]*\}|(?<=\s)\{#[^{}]*\}$")

# A picture in Markdown: `![description](file.png)`.
IMAGE = re.compile(r"!\[[^\[\]]*\]\([^()]*\)(?:\{[^{}]*\})?")

# A link in Markdown, its text in the group: `[SIPRI Military Expenditure Database](#)`. Brackets of the
# text are escaped.
LINK = re.compile(r"\[((?:[^\[\]\\]|\\.)+)\]\((?:#|[a-z]+:[^\s()]*|[^\s()]*[./#][^\s()]*)?\)")

# A tag of HTML: `<em>`, `</sup>`, `<br/>`.
TAG = re.compile(
    r"</?(?:a|b|blockquote|br|center|div|em|h\d|hr|i|img|li|ol|p|small|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul)\b[^<>]*>",
    re.I,
)

# Bold or italic: an opening sign before a word, its closing sign after one; `3 * 4` is none.
EMPHASIS = re.compile(
    r"(?<![\w*])(\*{1,3})(?=[^\s*])|(?<=[^\s*])(\*{1,3})|(?<!\w)(__?)(?=\w[^_]*\w__?(?!\w))|(?<=\w)(__?)(?!\w)"
)

# The caret of a raised ending: `18^e`.
RAISED = re.compile(r"(?<=\d)\^(?=(?:e|de|ste|th|st|nd|rd)\b)")

# A backslash that protects a sign of Markdown: `\(`.
ESCAPE = re.compile(r"\\(?=[\\`*_{}\[\]()#+.!|<>~-])")

# Characters without a shape: soft hyphen (at a line end it breaks a word), zero-width space and joiners, direction
# marks, variation selectors; also the sign that some converters of PDF files put for a hyphen that they joined.
INVISIBLE = re.compile(r"\u00ad(?!$)|[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe0e\ufe0f\ufffe]")

# A glyph of a private font inside a line; at the start of one it is the bullet of a list.
PRIVATE_GLYPH = re.compile(r"(?<=.)[\ue000-\uf8ff](?!\s*$)|[\ue000-\uf8ff]\s*$")

# A heading in Markdown: one to six signs and a space, sometimes closed by the same signs.
HASHES = re.compile(r"(#{1,6})(?=\s+\S)|(?<=\s)#+$")

# A line of a quotation in Markdown.
QUOTED = re.compile(r">+(?=\s)")

# A ruled line: `---`, `***`, `=====`, `_____`.
RULE = re.compile(r"(?:[-*_=–—]\s*){3,}")

# A row of a table in Markdown: `| cell | cell |`.
PIPED_ROW = re.compile(r"\|(?:[^|]*\|){2,}")

# The line between the head and the body of such a table: `|---|:--:|`.
PIPED_RULE = re.compile(r"\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?")

_INLINE: tuple[tuple[FurnitureKind, re.Pattern[str]], ...] = (
    ("bookmark", BOOKMARK),
    ("markup", IMAGE),
    ("markup", TAG),
    ("markup", RAISED),
    ("markup", ESCAPE),
    ("markup", INVISIBLE),
    ("markup", PRIVATE_GLYPH),
)

Ranges = list[tuple[int, int]]


def without_markup(lines: Sequence[Line]) -> tuple[Lines, tuple[Claim, ...]]:
    """The lines without their markup signs, and the signs."""
    cleaned: list[Line] = []
    claims: list[Claim] = []
    emptied: set[int] = set()
    for index, printed in enumerate(lines):
        line, pipes = _row(printed) if PIPED_ROW.fullmatch(printed.text.text) else (printed, ())
        claims += pipes
        found = _signs(line.text.text)
        claims += [Claim(kind, line.text.slice(*span)) for kind, span in found]
        clean = _cut(line, [span for _, span in found])
        if clean is None or not clean.text.text.strip():  # a row of empty cells is its signs alone
            emptied.add(index)
        cleaned.append(clean or line)
    return without_lines(cleaned, emptied), tuple(claims)


def _row(line: Line) -> tuple[Line, tuple[Claim, ...]]:
    """The row of a table with a tab for each sign between its cells, and these signs."""
    if PIPED_RULE.fullmatch(line.text.text):
        return line, ()
    text = line.text
    claims = tuple(Claim("markup", text.slice(at, at + 1)) for at, sign in enumerate(text.text) if sign == "|")
    first, last = text.text.index("|") + 1, text.text.rindex("|")
    cells = text.slice(first, last)
    return replace(line, text=MappedText(cells.text.replace("|", "\t"), cells.origins)), claims


def _cut(line: Line, ranges: Ranges) -> Line | None:
    """The line without the ranges of its text; `None` when nothing is left."""
    if not ranges:
        return line
    text = line.text.without(ranges)
    kept = text.text.strip(" ") if "\t" in text.text else text.text.strip()
    if not kept.strip():
        return None
    start = text.text.index(kept)
    hashes = HASHES.match(line.text.text)
    return replace(
        line,
        text=text.slice(start, start + len(kept)),
        depth=len(hashes[1]) if hashes else 0,
        emphasised=_is_emphasised(line.text.text),
    )


def _signs(text: str) -> list[tuple[FurnitureKind, tuple[int, int]]]:
    """The markup of one line: kind and range, in order, without overlaps."""
    if RULE.fullmatch(text) or PIPED_RULE.fullmatch(text):
        return [("markup", (0, len(text)))]
    found = [(kind, match.span()) for kind, pattern in _INLINE for match in pattern.finditer(text)]
    for match in LINK.finditer(text):
        found += [("markup", (match.start(), match.start(1))), ("markup", (match.end(1), match.end()))]
    if "*" in text or "_" in text:
        found += [("markup", span) for span in _emphasis(text)]
    if text[0] in "#>":
        found += [("markup", sign.span()) for pattern in (HASHES, QUOTED) if (sign := pattern.match(text))]
    return _disjoint(sorted(found, key=lambda item: item[1]))


def _emphasis(text: str) -> Ranges:
    """The signs of emphasis in a line; a closing sign counts only when one was opened."""
    spans: Ranges = []
    opened = 0
    for match in EMPHASIS.finditer(text):
        opens, closes = match[1] or match[3], match[2] or match[4]
        if opens:
            opened += 1
        elif closes and not opened:
            if closes == "**" and not text[match.end() : match.end() + 1].isalnum():
                spans.append(match.span())
            continue
        else:
            opened -= 1
        spans.append(match.span())
    return spans


def _disjoint(found: list[tuple[FurnitureKind, tuple[int, int]]]) -> list[tuple[FurnitureKind, tuple[int, int]]]:
    kept: list[tuple[FurnitureKind, tuple[int, int]]] = []
    for kind, (start, end) in found:
        if start < end and (not kept or start >= kept[-1][1][1]):
            kept.append((kind, (start, end)))
    return kept


def _is_emphasised(text: str) -> bool:
    """Whether signs of emphasis enclose the whole line."""
    return bool(re.fullmatch(r"(\*{1,3}|__?)\S.*\S\1\s*", text))
