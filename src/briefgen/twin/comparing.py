"""Compares the two forms of a pack: each difference with its class, its place and what each form has."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Literal, get_args

from ..messages import Language, message
from ..model import Model
from .form import DATA, DATA_CHAPTER, PARAGRAPH, STATEMENT, Block, Form, Link

Kind = Literal["heading", "item", "paragraph", "note", "cell", "words", "link", "address", "picture"]

KINDS: tuple[Kind, ...] = get_args(Kind)

# Hyphens that a form may set differently: the one that does not break, and the typographic one.
HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-", "\u00ad": None})
# What begins or ends a word without being part of it (`«`, `·`, `[12]`).
SIGNS = "-·›‹«»[]()„“”‘’\"'.,:;–—…|!?"
# The number before the words of a citation (`45 Beleidsbrief`).
NUMBER = re.compile(r"^\[?\d+\]?\s+")

LONG = 20
"""A word that is longer may be broken over lines anywhere, such as an address."""

LONGEST_SHOWN = 90
LONGEST_SUBJECT = 40
"""So many characters of a text are shown, and of the cell that begins a row."""


class Difference(Model):
    """Something that the two forms do not both have.

    Attributes:
        where: the heading that it stands under, or the anchor of a statement or a paragraph.
        word, pdf: what each form has; empty for nothing.
    """

    kind: Kind
    where: str
    word: str = ""
    pdf: str = ""

    def text(self, language: Language) -> str:
        """The difference in a sentence: where, of what kind, and what each form has."""
        shown = {"word": _shown(self.word), "pdf": _shown(self.pdf)}
        return f"{self.where}: {message(f'twin-{self.kind}', language, **shown)}"


def _shown(text: str) -> str:
    return f"«{text[:LONGEST_SHOWN]}{'…' if len(text) > LONGEST_SHOWN else ''}»" if text else "–"


@dataclass(frozen=True, slots=True)
class _Chapter:
    """What stands between a heading and the next one."""

    title: str
    blocks: tuple[Block, ...]


def compare(word: Form, pdf: Form) -> tuple[Difference, ...]:
    """What the two forms of a pack do not have in common, but for what differs by design (`form.DESIGN`)."""
    word, pdf, data = _without_data(*_without_colophon(word, pdf))
    return (
        *data,
        *_headings(word, pdf),
        *_places(word, pdf, STATEMENT, "item"),
        *_places(word, pdf, PARAGRAPH, "paragraph"),
        *_labels(word, pdf),
        *_chapters_differ(word, pdf),
        *_addresses(word, pdf),
        *_sequences("picture", "", word.pictures, pdf.pictures),
    )


def _without_colophon(word: Form, pdf: Form) -> tuple[Form, Form]:
    """Both forms without the line that ends them when it is the same, so that it counts under no heading."""
    last = [form.blocks[-1:] for form in (word, pdf)]
    if [folded(block.text) for block in last[0]] != [folded(block.text) for block in last[1]]:
        return word, pdf
    return replace(word, blocks=word.blocks[:-1]), replace(pdf, blocks=pdf.blocks[:-1])


def _without_data(word: Form, pdf: Form) -> tuple[Form, Form, list[Difference]]:
    """Both forms without the data of their pictures, and how those differ: what Word has, the PDF must have."""
    inside, rest = _chapter_of_data(pdf)
    if not inside:
        return word, pdf, []
    under, others = _under_pictures(word, inside[0].text)
    missing = Counter(words_of(" ".join(block.text for block in under)))
    missing -= Counter(words_of(" ".join(block.text for block in inside)))
    missing = _without_broken(missing, inside, LONG)
    found = [Difference(kind="cell", where=inside[0].text, word=_joined(missing))] if missing else []
    return replace(word, blocks=others), replace(pdf, blocks=rest), found


def _chapter_of_data(form: Form) -> tuple[list[Block], tuple[Block, ...]]:
    """The chapter with the data of the pictures, and all other blocks."""
    level = 0
    inside: list[Block] = []
    rest: list[Block] = []
    for block in form.blocks:
        if DATA_CHAPTER in block.anchors:
            level = block.level
        elif 0 < block.level <= level:
            level = 0
        (inside if level else rest).append(block)
    return inside, tuple(rest)


def _under_pictures(form: Form, label: str) -> tuple[list[Block], tuple[Block, ...]]:
    """The tables that stand under this label, and all other blocks."""
    is_data = False
    inside: list[Block] = []
    rest: list[Block] = []
    for block in form.blocks:
        is_label = folded(block.text) == folded(label)
        is_data = is_label or (is_data and block.cell is not None)
        if not is_label:
            (inside if is_data else rest).append(block)
    return inside, tuple(rest)


def folded(text: str) -> str:
    """A text for comparing: no white space, one kind of hyphen, no pictorial signs."""
    return "".join(_plain(text).split())


def words_of(text: str) -> list[str]:
    """The words of a text, without the signs around them; a hyphen ends a word.

    At the end of a line, a PDF does not tell whether a space follows a hyphen (`in- en uitvoer`, `EU-lid`).
    """
    bare = (word.strip(SIGNS) for word in _plain(text).replace("/", "/ ").replace("-", "- ").split())
    return [word for word in bare if word]


def _plain(text: str) -> str:
    """A text with one kind of hyphen, and without signs that a font may not have and that are replaced then."""
    return "".join(sign for sign in text.translate(HYPHENS) if sign < "\u2000" or unicodedata.category(sign) != "So")


def _headings(word: Form, pdf: Form) -> Iterator[Difference]:
    titles = ([f"{block.level} {block.text}" for block in _headings_of(form)] for form in (word, pdf))
    yield from _sequences("heading", "", *titles)


def _headings_of(form: Form) -> Iterator[Block]:
    """The headings of a form, without that of the contents."""
    return (block for block in form.blocks if block.level and not block.is_contents)


def _sequences(kind: Kind, where: str, word: Iterable[str], pdf: Iterable[str]) -> Iterator[Difference]:
    """The differences of two lists, with their order."""
    left, right = list(word), list(pdf)
    matcher = SequenceMatcher(None, [folded(each) for each in left], [folded(each) for each in right], autojunk=False)
    for change, a, b, c, d in matcher.get_opcodes():
        if change != "equal":
            place = where or (left[a - 1] if a else "–")
            yield Difference(kind=kind, where=place, word=" | ".join(left[a:b]), pdf=" | ".join(right[c:d]))


def _places(word: Form, pdf: Form, prefix: str, kind: Kind) -> Iterator[Difference]:
    """The statements, or the cited paragraphs: their order, and the words of each."""
    places = _segments(word, prefix), _segments(pdf, prefix)
    yield from _sequences(kind, "", *places)
    for anchor in places[0]:
        if anchor in places[1]:
            yield from _words_differ(kind, anchor, places[0][anchor], places[1][anchor])


def _segments(form: Form, prefix: str) -> dict[str, list[Block]]:
    """The blocks from an anchor to the next one or to the next heading, by the anchor."""
    found: dict[str, list[Block]] = {}
    current: list[Block] = []
    for block in form.blocks:
        names = [name for name in block.anchors if name.startswith((STATEMENT, PARAGRAPH))]
        if block.level or names:
            current = []
        for name in names:
            if name.startswith(prefix):
                found.setdefault(name, current)
        current.append(block)
    return found


def _words_differ(kind: Kind, anchor: str, word: list[Block], pdf: list[Block]) -> Iterator[Difference]:
    """A statement that in Word says what no paragraph of it says in the PDF; a cited paragraph with other words."""
    if kind == "item":
        if not _says(word[0].text, pdf):
            found = max((block.text for block in pdf), key=len)
            yield Difference(kind=kind, where=anchor, word=word[0].text, pdf=found)
        return
    left, right = (Counter(words_of(" ".join(block.text for block in blocks))) for blocks in (word, pdf))
    if left != right:
        yield Difference(kind=kind, where=anchor, word=_joined(left - right), pdf=_joined(right - left))


def _says(statement: str, blocks: list[Block]) -> bool:
    """Whether blocks say a statement: one of them does, or one with the label that Word puts before it."""
    texts = [folded(block.text) for block in blocks]
    if folded(statement) in texts:
        return True
    beyond = Counter(words_of(statement)) - Counter(words_of(" ".join(block.text for block in blocks)))
    return not beyond and max(texts, key=len) in folded(statement)


def _joined(words: Counter[str]) -> str:
    return " ".join(words.elements())


def _labels(word: Form, pdf: Form) -> Iterator[Difference]:
    """Citations of one paragraph that call it by different words."""
    left, right = _labels_of(word), _labels_of(pdf)
    for target in left.keys() & right.keys():
        if left[target] != right[target]:
            yield Difference(kind="note", where=target, word=" | ".join(left[target]), pdf=" | ".join(right[target]))


def _labels_of(form: Form) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for block in form.blocks:
        for link in block.links:
            if link.target.startswith(PARAGRAPH) and not block.is_contents:
                found.setdefault(link.target, set()).add(folded(NUMBER.sub("", link.words)))
    return {target: tuple(sorted(words)) for target, words in found.items()}


def _chapters_differ(word: Form, pdf: Form) -> Iterator[Difference]:
    """What differs under each heading that both forms have."""
    left, right = _chapters(word), _chapters(pdf)
    for number, (name, chapter) in enumerate(left.items()):
        if name not in right:
            continue
        is_cover, other = number == 0, right[name]
        yield from _sequences("note", chapter.title, _citations(chapter), _citations(other))
        yield from _text_differs(chapter, other, LONG if not is_cover else 0)
        if not is_cover:
            yield from _rows_differ(chapter, other)
            yield from _links_differ(chapter, other)


def _chapters(form: Form) -> dict[tuple[str, int], _Chapter]:
    """What stands under each heading, by its words and how often they were a heading before."""
    parts: list[list[Block]] = [[]]
    for block in form.blocks:
        if block.level > 1 and not block.is_contents:
            parts.append([])
        if not block.is_contents:
            parts[-1].append(block)
    found: dict[tuple[str, int], _Chapter] = {}
    for number, part in enumerate(parts):
        title = part[0].text if number else "–"
        same = sum(folded(title) == known for known, _ in found)
        found[folded(title), same] = _Chapter(title, tuple(_without_repeated_subjects(part)))
    return found


def _without_repeated_subjects(blocks: list[Block]) -> Iterator[Block]:
    """The blocks without the first cell of a row that says the same as that of the row above."""
    subjects: dict[tuple[int, int], str] = {}
    for block in blocks:
        if block.cell is not None and block.cell.column == 0:
            row = block.cell.table, block.cell.row
            subjects[row] = f"{subjects.get(row, '')} {block.text}"
    for block in blocks:
        cell = block.cell
        above = subjects.get((cell.table, cell.row - 1)) if cell is not None and cell.column == 0 else None
        if cell is None or above is None or above != subjects[cell.table, cell.row]:
            yield block


def _citations(chapter: _Chapter) -> list[str]:
    return [link.target for link in _links_of(chapter) if link.target.startswith(PARAGRAPH)]


def _links_of(chapter: _Chapter) -> Iterator[Link]:
    return (link for block in chapter.blocks for link in block.links)


def _links_differ(word: _Chapter, pdf: _Chapter) -> Iterator[Difference]:
    left, right = (
        Counter(
            link.target for link in _links_of(each) if link.target and not link.target.startswith((PARAGRAPH, DATA))
        )
        for each in (word, pdf)
    )
    if left != right:
        yield Difference(kind="link", where=word.title, word=_joined(left - right), pdf=_joined(right - left))


def _addresses(word: Form, pdf: Form) -> Iterator[Difference]:
    left, right = (
        Counter(link.address for block in form.blocks for link in block.links if link.address) for form in (word, pdf)
    )
    if left != right:
        yield Difference(kind="address", where="–", word=_joined(left - right), pdf=_joined(right - left))


def _rows_differ(word: _Chapter, pdf: _Chapter) -> Iterator[Difference]:
    """Cells of tables that both forms have under a heading, row by row."""
    left, right = _rows(word), _rows(pdf)
    if len(left) != len(right):
        return
    for row, other in zip(left, right, strict=True):
        if [Counter(cell) for cell in row] != [Counter(cell) for cell in other]:
            yield _row_difference(f"{word.title} › {' '.join(row[0])[:LONGEST_SUBJECT]}", row, other)


def _row_difference(where: str, row: list[list[str]], other: list[list[str]]) -> Difference:
    """The words that only one of two rows has, or both rows when their words stand in other cells."""
    left, right = (Counter(word for cell in cells for word in cell) for cells in (row, other))
    if left != right:
        return Difference(kind="cell", where=where, word=_joined(left - right), pdf=_joined(right - left))
    shown = [" | ".join(" ".join(cell) for cell in cells) for cells in (row, other)]
    return Difference(kind="cell", where=where, word=shown[0], pdf=shown[1])


def _rows(chapter: _Chapter) -> list[list[list[str]]]:
    """The words of the cells that say something, row by row, of all tables of a chapter, without their heads."""
    rows: dict[tuple[int, int], dict[int, list[str]]] = {}
    for block in chapter.blocks:
        if block.cell is not None and not block.cell.is_head and words_of(block.text):
            row = rows.setdefault((block.cell.table, block.cell.row), {})
            row.setdefault(block.cell.column, []).extend(words_of(block.text))
    return [list(row.values()) for row in rows.values()]


def _text_differs(word: _Chapter, pdf: _Chapter, long: int) -> Iterator[Difference]:
    """Words under a heading that only one form has, wherever they stand."""
    left, right = _said(word, pdf), _said(pdf, word)
    only_word = _without_broken(left - right, pdf.blocks, long)
    only_pdf = _without_broken(right - left, word.blocks, long)
    if only_word or only_pdf:
        kind: Kind = "cell" if _in_cells(only_word, word) or _in_cells(only_pdf, pdf) else "words"
        yield Difference(kind=kind, where=word.title, word=_joined(only_word), pdf=_joined(only_pdf))


def _said(chapter: _Chapter, other: _Chapter) -> Counter[str]:
    """The words of a chapter, without heads of tables that the other form has no place for."""
    has_table = any(block.cell for block in other.blocks)
    columns = {(block.cell.table, block.cell.column) for block in chapter.blocks if _is_filled(block) and block.cell}
    said: Counter[str] = Counter()
    for block in chapter.blocks:
        cell = block.cell
        if cell is None or not cell.is_head or (has_table and (cell.table, cell.column) in columns):
            said.update(words_of(block.text))
    return said


def _is_filled(block: Block) -> bool:
    """Whether a cell under the head of a table says something but for its citations."""
    return block.cell is not None and not block.cell.is_head and bool(words_of(block.text))


def _without_broken(words: Counter[str], other: Iterable[Block], long: int) -> Counter[str]:
    """Words without those longer than `long` that the other form has in pieces, or together with other words."""
    whole = _bare("".join(block.text for block in other))
    return Counter({word: count for word, count in words.items() if len(word) <= long or _bare(word) not in whole})


def _bare(text: str) -> str:
    """A text without white space and signs."""
    return "".join(sign for sign in folded(text) if sign not in SIGNS)


def _in_cells(words: Mapping[str, int], chapter: _Chapter) -> bool:
    """Whether words all stand in cells of tables."""
    cells = {word for block in chapter.blocks if block.cell for word in words_of(block.text)}
    return bool(words) and set(words) <= cells
