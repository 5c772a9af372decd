"""Documents, and versions of them with known edits: what a lineage says of them can be compared with what was done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from briefgen.document import Document, Heading, Paragraph
from briefgen.provenance import Span, sha256
from briefgen.readers import read
from briefgen.sources import Source, identify, parse_register

SEEDS = Path(__file__).parents[2] / "seeds"
REGISTER = parse_register((SEEDS / "sources.toml").read_text("utf-8"), "sources.toml")
NAMES = sorted(entry.id for entry in REGISTER.in_force())
SPANS = (Span(0, 1),)


def document(*paragraphs: str, name: str = "brief", headings: Sequence[str] = ()) -> Document:
    """A document with these paragraphs, numbered as a reader numbers them."""
    return Document(
        source=source(name, "\n".join(paragraphs)),
        length=1,
        headings=tuple(
            Heading(id=f"h{number}", text=text, level=1, parent=None, spans=SPANS)
            for number, text in enumerate(headings, start=1)
        ),
        paragraphs=tuple(
            Paragraph(id=f"p{number}", text=text, spans=SPANS) for number, text in enumerate(paragraphs, start=1)
        ),
    )


def source(name: str, text: str = "") -> Source:
    """The identity of a document."""
    return Source(
        id=name, label=name, kind="overig", file=f"seeds/{name}.txt", sha256=sha256(text.encode()), holder="kabinet"
    )


@cache
def seeds() -> dict[str, Document]:
    """The real documents of the project, by id."""
    found = {}
    for entry in REGISTER.in_force():
        data = (SEEDS / entry.file).read_bytes()
        found[entry.id] = read(data, identify(entry, "seeds", sha256(data)))
    return found


@dataclass(frozen=True)
class Piece:
    """A paragraph of an edited text.

    Attributes:
        roots: the ids that its words had before the edits; empty for one that was put in.
        touched: its text was edited.
    """

    text: str
    roots: frozenset[str] = frozenset()
    touched: bool = False


@dataclass(frozen=True)
class Edit:
    """One edit: its kind, its place and its measure, both as a share between 0 and 1."""

    kind: str
    place: float
    measure: float


EDITS = st.builds(
    Edit,
    kind=st.sampled_from(["insert", "delete", "change", "move", "split", "merge"]),
    place=st.floats(0, 0.999),
    measure=st.floats(0, 0.999),
)


def pieces(one: Document) -> list[Piece]:
    """The paragraphs of a document before the edits."""
    return [Piece(paragraph.text, frozenset({paragraph.id})) for paragraph in one.paragraphs]


def edited(before: Iterable[Piece], edits: Iterable[Edit], strangers: Sequence[str]) -> list[Piece]:
    """A text after some edits.

    Args:
        before: its paragraphs.
        edits: in their order.
        strangers: texts that can be put in, of another document.
    """
    present = list(before)
    for number, edit in enumerate(edits):
        place = int(edit.place * len(present))
        match edit.kind:
            case "insert":
                present.insert(place, Piece(strangers[number % len(strangers)], touched=True))
            case "delete" if len(present) > 1:
                del present[place]
            case "move":
                moved = present.pop(place)
                present.insert(int(edit.measure * (len(present) + 1)), moved)
            case "change":
                present[place] = _changed(present[place], edit.measure)
            case "split":
                present[place : place + 1] = _split(present[place], edit.measure)
            case "merge" if place + 1 < len(present):
                present[place : place + 2] = [_merged(*present[place : place + 2])]
    return present


def _changed(piece: Piece, measure: float) -> Piece:
    """A paragraph with other words for up to a third of its words."""
    words = piece.text.split()
    count = max(1, int(measure * len(words) / 3))
    start = int(measure * (len(words) - count + 1))
    words[start : start + count] = [f"anders{number}" for number in range(count)]
    return replace(piece, text=" ".join(words), touched=True)


def _split(piece: Piece, measure: float) -> list[Piece]:
    words = piece.text.split()
    at = 1 + int(measure * (len(words) - 1))
    if at >= len(words):
        return [piece]
    return [replace(piece, text=" ".join(part), touched=True) for part in (words[:at], words[at:])]


def _merged(one: Piece, other: Piece) -> Piece:
    return Piece(f"{one.text} {other.text}", one.roots | other.roots, touched=True)
