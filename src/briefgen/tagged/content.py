"""What a page shows, piece by piece, with the mark that each piece stands under (ISO 32000-1, 14.6 to 14.8).

A content stream is a program; it is followed as far as needed to know what is shown, where, in which font, and inside
which marked-content sequences. Forms that are drawn are followed too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal
from zlib import crc32

import pikepdf

from .fonts import Font, read_font
from .objects import DIRECT, Identity, entry, identity, integer, name, number, text

Kind = Literal["text", "path", "image", "shading"]
Matrix = tuple[float, float, float, float, float, float]

MarkingFault = Literal[
    "artifact-in-tagged",  # an artifact inside tagged content
    "tagged-in-artifact",  # tagged content inside an artifact
    "repeated-mcid",  # two sequences of a page with the same identifier
    "unbalanced-marks",  # a sequence that is not closed, or closed and not opened
]

IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
DEEPEST_FORM = 20
"""So deep may forms be drawn inside forms; one that draws itself would never end."""

PATHS = frozenset({"f", "F", "f*", "B", "B*", "b", "b*", "S", "s"})
DEVICE_COLOURS = {"g": "DeviceGray", "rg": "DeviceRGB", "k": "DeviceCMYK"}
DEVICE_SPACES = frozenset(DEVICE_COLOURS.values())
INNER_SPACES = {"Indexed": 1, "Pattern": 1, "Separation": 2, "DeviceN": 2}
"""Colour spaces that are built on another one, with its place in their array (ISO 32000-1, 8.6.6)."""
FOLLOWED = " ".join(
    ("q Q cm BT Tf TL Tm Td TD T* Tj TJ ' \" BMC BDC EMC Do sh BI ID EI", *PATHS, *DEVICE_COLOURS, "G RG K cs CS")
)
"""The operators that matter here; the others are not even parsed into objects."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Under which marks a piece stands.

    Attributes:
        mcid: identifier of the innermost marked-content sequence that has one.
        stream: the form that the sequence is in; `DIRECT` for the page itself.
        artifact: type of the artifact that it is part of (`Pagination`), empty when that is not said; `None` for none.
        replaced: whether a text is given that says the same (`/ActualText`).
    """

    mcid: int | None = None
    stream: Identity = DIRECT
    artifact: str | None = None
    replaced: bool = False


UNMARKED = Mark()


@dataclass(frozen=True, slots=True)
class Piece:
    """What one operator shows.

    Attributes:
        text: what it says; empty for a path or a picture.
        data: the bytes of the codes.
        font: name of the font, as `PageContent.fonts` has it.
        size: of the letters, in points of the page.
        x, y: where it begins, in points from the lower left corner of the page.
    """

    kind: Kind
    mark: Mark
    text: str = ""
    data: bytes = b""
    font: Identity = DIRECT
    size: float = 0
    x: float = 0
    y: float = 0


@dataclass(frozen=True, slots=True)
class PageContent:
    """All that a page shows, in the order of its content.

    Attributes:
        sequences: the marked-content sequences with an identifier: their stream and their identifier.
        colours: the device colour spaces that are used.
        languages: that the marks name.
        deepest: how many states of the graphics are kept inside each other, at most.
        faults: what is wrong with the marks themselves, with the identifier that it is about.
    """

    pieces: tuple[Piece, ...]
    sequences: frozenset[tuple[Identity, int]]
    colours: frozenset[str]
    languages: frozenset[str]
    deepest: int
    faults: tuple[tuple[MarkingFault, str], ...]


def read_content(page: pikepdf.Object, fonts: dict[Identity, Font]) -> PageContent:
    """Follow the content of a page.

    Args:
        page: its dictionary.
        fonts: those that were met before, by their object; new ones are added.

    Raises:
        pikepdf.PdfError: the content cannot be parsed.
    """
    walk = _Walk(fonts)
    walk.follow(page, entry(page, "/Resources"))
    return PageContent(
        pieces=tuple(walk.pieces),
        sequences=frozenset(walk.sequences),
        colours=frozenset(walk.colours),
        languages=frozenset(walk.languages),
        deepest=walk.deepest,
        faults=tuple(walk.faults),
    )


@dataclass(slots=True)
class _State:
    """The part of the graphics state that is followed (ISO 32000-1, 8.4 and 9.3)."""

    matrix: Matrix = IDENTITY
    font: Identity = DIRECT
    size: float = 0
    leading: float = 0


@dataclass
class _Walk:
    """Follows one page."""

    fonts: dict[Identity, Font]
    pieces: list[Piece] = field(default_factory=list)
    sequences: set[tuple[Identity, int]] = field(default_factory=set)
    colours: set[str] = field(default_factory=set)
    languages: set[str] = field(default_factory=set)
    deepest: int = 0
    faults: list[tuple[MarkingFault, str]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=lambda: [UNMARKED])
    state: _State = field(default_factory=_State)
    saved: list[_State] = field(default_factory=list)
    line: Matrix = IDENTITY
    resources: object = None
    stream: Identity = DIRECT
    depth: int = 0

    def follow(self, stream: pikepdf.Object, resources: object) -> None:
        """Follow one content stream with its own resources."""
        outer, self.resources = self.resources, resources
        opened = len(self.marks)
        for instruction in pikepdf.parse_content_stream(stream, operators=FOLLOWED):
            act = OPERATORS.get(str(instruction.operator))
            if act is not None:
                act(self, list(instruction.operands))
        if len(self.marks) != opened:
            self.faults.append(("unbalanced-marks", ""))
            del self.marks[opened:]
        self.resources = outer

    def show(self, kind: Kind, data: bytes = b"") -> None:
        """Note that something is shown here."""
        font = self.fonts.get(self.state.font)
        _, _, c, d, x, y = _times(self.line, self.state.matrix) if kind == "text" else self.state.matrix
        self.pieces.append(
            Piece(
                kind=kind,
                mark=self.marks[-1],
                text=font.text(data) if font and data else "",
                data=data,
                font=self.state.font,
                size=round(abs(self.state.size) * (c * c + d * d) ** 0.5, 2),
                x=round(x, 1),
                y=round(y, 1),
            )
        )


Act = Callable[[_Walk, list[object]], None]


def _times(first: Matrix, second: Matrix) -> Matrix:
    """The product of two transformation matrices (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _numbers(operands: list[object]) -> list[float]:
    return [number(value) or 0 for value in operands]


def _matrix(operands: list[object]) -> Matrix:
    values = _numbers(operands)
    return (values[0], values[1], values[2], values[3], values[4], values[5]) if len(values) == 6 else IDENTITY


def _save(walk: _Walk, _operands: list[object]) -> None:
    state = walk.state
    walk.saved.append(_State(state.matrix, state.font, state.size, state.leading))
    walk.deepest = max(walk.deepest, len(walk.saved))


def _restore(walk: _Walk, _operands: list[object]) -> None:
    if walk.saved:
        walk.state = walk.saved.pop()


def _transform(walk: _Walk, operands: list[object]) -> None:
    walk.state.matrix = _times(_matrix(operands), walk.state.matrix)


def _begin_text(walk: _Walk, _operands: list[object]) -> None:
    walk.line = IDENTITY


def _set_font(walk: _Walk, operands: list[object]) -> None:
    if len(operands) != 2:
        return
    walk.state.size = number(operands[1]) or 0
    font = entry(entry(walk.resources, "/Font"), str(operands[0]))
    if isinstance(font, pikepdf.Object):
        walk.state.font = identity(font) if font.is_indirect else (0, crc32(name(entry(font, "/BaseFont")).encode()))
        if walk.state.font not in walk.fonts:
            walk.fonts[walk.state.font] = read_font(font)


def _set_leading(walk: _Walk, operands: list[object]) -> None:
    walk.state.leading = (_numbers(operands) or [0])[0]


def _set_line(walk: _Walk, operands: list[object]) -> None:
    walk.line = _matrix(operands)


def _move(walk: _Walk, operands: list[object]) -> None:
    right, up = (*_numbers(operands), 0, 0)[:2]
    walk.line = _times((1, 0, 0, 1, right, up), walk.line)


def _move_and_lead(walk: _Walk, operands: list[object]) -> None:
    walk.state.leading = -(*_numbers(operands), 0, 0)[1]
    _move(walk, operands)


def _next_line(walk: _Walk, _operands: list[object]) -> None:
    _move(walk, [0, -walk.state.leading])


def _show_text(walk: _Walk, operands: list[object]) -> None:
    if operands and isinstance(operands[-1], pikepdf.String):
        walk.show("text", bytes(operands[-1]))


def _show_next_line(walk: _Walk, operands: list[object]) -> None:
    _next_line(walk, [])
    _show_text(walk, operands)


def _show_array(walk: _Walk, operands: list[object]) -> None:
    parts = list(operands[0]) if operands and isinstance(operands[0], pikepdf.Array) else []
    walk.show("text", b"".join([bytes(part) for part in parts if isinstance(part, pikepdf.Object)]))


def _begin_mark(walk: _Walk, operands: list[object]) -> None:
    outer = walk.marks[-1]
    properties = operands[1] if len(operands) > 1 else None
    if isinstance(properties, pikepdf.Name):
        properties = entry(entry(walk.resources, "/Properties"), str(properties))
    mcid = integer(entry(properties, "/MCID"))
    language = text(entry(properties, "/Lang"))
    walk.languages |= set() if language is None else {language}
    outer = replace(outer, replaced=True) if text(entry(properties, "/ActualText")) else outer
    if operands and name(operands[0]) == "Artifact":
        if outer.mcid is not None and outer.artifact is None:
            walk.faults.append(("artifact-in-tagged", str(outer.mcid)))
        walk.marks.append(replace(outer, artifact=name(entry(properties, "/Type"))))
    elif mcid is None:
        walk.marks.append(outer)
    else:
        walk.marks.append(_identified(walk, outer, mcid))


def _identified(walk: _Walk, outer: Mark, mcid: int) -> Mark:
    """The mark of a sequence with an identifier, which is noted."""
    if outer.artifact is not None:
        walk.faults.append(("tagged-in-artifact", str(mcid)))
    if (walk.stream, mcid) in walk.sequences:
        walk.faults.append(("repeated-mcid", str(mcid)))
    walk.sequences.add((walk.stream, mcid))
    return replace(outer, mcid=mcid, stream=walk.stream)


def _end_mark(walk: _Walk, _operands: list[object]) -> None:
    if len(walk.marks) > 1:
        walk.marks.pop()
    else:
        walk.faults.append(("unbalanced-marks", ""))


def _draw(walk: _Walk, operands: list[object]) -> None:
    """Note a picture, or follow a form inside the marks that it is drawn in (ISO 32000-1, 8.8 and 8.10)."""
    drawn = entry(entry(walk.resources, "/XObject"), str(operands[0])) if operands else None
    kind = name(entry(drawn, "/Subtype"))
    if kind == "Image":
        walk.colours |= _device_spaces(entry(drawn, "/ColorSpace"))
        walk.show("image")
    elif kind == "Form" and isinstance(drawn, pikepdf.Object) and walk.depth < DEEPEST_FORM:
        stream, saved, state, line = walk.stream, walk.saved, walk.state, walk.line
        matrix = entry(drawn, "/Matrix")
        own = _matrix(list(matrix)) if isinstance(matrix, pikepdf.Array) else IDENTITY
        walk.stream, walk.saved, walk.depth = identity(drawn), [], walk.depth + 1
        walk.state = _State(_times(own, state.matrix), state.font, state.size, state.leading)
        walk.follow(drawn, entry(drawn, "/Resources") or walk.resources)
        walk.stream, walk.saved, walk.state, walk.line, walk.depth = stream, saved, state, line, walk.depth - 1


def _colour(operator: str) -> Act:
    space = DEVICE_COLOURS[operator.lower()]
    return lambda walk, _operands: walk.colours.add(space)


def _colour_space(walk: _Walk, operands: list[object]) -> None:
    for operand in operands:
        walk.colours |= _device_spaces(operand)
        walk.colours |= _device_spaces(entry(entry(walk.resources, "/ColorSpace"), str(operand)))


def _shade(walk: _Walk, operands: list[object]) -> None:
    shading = entry(entry(walk.resources, "/Shading"), str(operands[0])) if operands else None
    walk.colours |= _device_spaces(entry(shading, "/ColorSpace"))
    walk.show("shading")


def _device_spaces(space: object, depth: int = 0) -> set[str]:
    """The device colour spaces that a colour space is, or is built on."""
    if not isinstance(space, pikepdf.Array):
        return {name(space)} & DEVICE_SPACES
    parts = list(space)
    place = INNER_SPACES.get(name(parts[0])) if parts else None
    return _device_spaces(parts[place], depth + 1) if place and place < len(parts) and depth < 5 else set()


OPERATORS: Mapping[str, Act] = {
    "q": _save,
    "Q": _restore,
    "cm": _transform,
    "BT": _begin_text,
    "Tf": _set_font,
    "TL": _set_leading,
    "Tm": _set_line,
    "Td": _move,
    "TD": _move_and_lead,
    "T*": _next_line,
    "Tj": _show_text,
    "TJ": _show_array,
    "'": _show_next_line,
    '"': _show_next_line,
    "BMC": _begin_mark,
    "BDC": _begin_mark,
    "EMC": _end_mark,
    "Do": _draw,
    "sh": _shade,
    "INLINE IMAGE": lambda walk, _operands: walk.show("image"),
    **{operator: (lambda walk, _operands: walk.show("path")) for operator in PATHS},
    **{operator: _colour(operator) for operator in ("g", "rg", "k", "G", "RG", "K")},
    "cs": _colour_space,
    "CS": _colour_space,
}
